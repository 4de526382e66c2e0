"""What text from outside may not do to a terminal, a database or the order of its neighbours."""

from __future__ import annotations

import re
import unicodedata

_HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = "\x0b\x0c"
_UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u1680\u180b-\u180f\u2000-\u200a\u2028\u2029\u202f\u205f"
    "\u2061-\u2065\u206a-\u206f\u3000\u3164\ud800-\udfff\ufb50-\ufdff\ufe70-\uffff\U00013430-\U0001343f\U0001bca0-\U0001bcaf\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_FILLERS = "\u3164\uffa0"
_NO_BREAK = "\u2007\u202f"
UNSEEN = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
"""Characters that order or hold together and have no shape."""


def neutralise(text: str) -> str:
    """Replace, one for one, what could hurt: for storing, so that offsets stay those of the decoded file.

    Args:
        text: any string, lone surrogates included.

    Returns:
        A string of the same length: form feed and vertical tab are spaces; other control characters but line feed,
        return and tab, and surrogates, are U+FFFD; bidi embeddings, overrides and isolates are U+2060, which is not
        seen and has no direction. LRM, RLM, ALM, ZWJ and ZWNJ stay, since they are part of how words are written.
    """
    return _HARMFUL.sub(_harmless, text)


def name(text: str) -> str:
    """A name that someone gave, such as a tag's, as it is kept: harmless, and on one line."""
    return " ".join(neutralise(text).split())


def _harmless(match: re.Match[str]) -> str:
    char = match.group()
    if char in _SPACES:
        return " "
    return "\u2060" if "\u2000" < char < "\u2070" else "\ufffd"


class _Fit(dict[str, str]):
    """What becomes of each character before layout."""

    def __missing__(self, char: str) -> str:
        fit = self[char] = _fit(char) if _UNFIT.match(char) else char
        return fit


def _fit(char: str) -> str:
    if char.isspace():
        return "\xa0" if char in _NO_BREAK else " "
    category = unicodedata.category(char)
    if category in ("Cc", "Cs", "Cn"):
        return "\ufffd"
    if category == "Cf" or char in _FILLERS:
        return ""
    if "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":
        return unicodedata.normalize("NFKC", char).replace(" ", "\xa0")
    return char


_FIT = _Fit()


def prepare(text: str) -> tuple[str, list[int] | None]:
    """Make a paragraph fit to be laid out on one terminal line after another.

    White space becomes plain or no-break spaces; control characters and what is no character become U+FFFD;
    presentation forms become letters; signs that terminals measure differently go. Bidi controls, ZWJ, ZWNJ and ZWSP
    stay, since ordering, joining and wrapping need them.

    Returns:
        The text, and for each of its code points the index of its origin, or None where they are the same.
    """
    if _UNFIT.search(text) is None:
        return text, None
    parts: list[str] = []
    origins: list[int] = []
    for index, char in enumerate(text):
        fit = _FIT[char]
        parts.append(fit)
        origins += [index] * len(fit)
    fit_text = "".join(parts)
    return fit_text, None if len(fit_text) == len(text) and "" not in parts else origins
