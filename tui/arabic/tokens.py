"""Left-to-right tokens in running text: what UAX #9 alone would show wrong beside Arabic.

A phone number `+962-6-5551234` would read `5551234-6-962+`, `C++` would read `++C`, a tag would lose its `#` to the
far side. Each such token is ordered as if LRI and PDI stood around it. Ranges, dates and percentages are no tokens:
right to left is how they are read in Arabic.
"""

from __future__ import annotations

import re
from functools import cache

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_NAME = rf"{_LATIN}0-9_"
_IN_URL = r"[^\s<>\"«»“”()\[\]{}،؛؟…\u200b-\u200f\u202a-\u202e\u2060-\u2069]"
# Every repetition that something must follow is bounded, so that hostile text takes linear time.
_DOMAIN = rf"[{_LATIN}0-9][{_LATIN}0-9-]{{0,62}}(?:\.[{_LATIN}0-9-]{{1,63}}){{0,6}}\.[{_LATIN}]{{2,24}}(?![{_NAME}])"
_GROUP = r"(?:\(\d{1,4}\)|\d{1,4})"

_KINDS = {
    "url": rf"(?:[A-Za-z][A-Za-z0-9+.-]{{0,19}}://|www\.){_IN_URL}+",
    "email": rf"[{_NAME}.%+-]{{1,64}}@{_DOMAIN}",
    "domain": rf"{_DOMAIN}/{_IN_URL}*",
    "tag": rf"[@#][0-9_]{{0,30}}[{_LATIN}][{_NAME}]*",
    "phone": rf"(?:\+\d{{1,4}}|00\d{{1,3}}(?=[ .-]))(?:[ .-]?{_GROUP}){{2,8}}(?!\d)"
    r"|\(0\d{1,3}\)[ -]?\d{3,4}(?:[ -]?\d{3,4}){0,2}|\d{2,4}-\d{3}-\d{4}(?![\d-])",
    "number": r"CVE-\d{4}-\d+",
    "version": rf"[{_LATIN}]?\d{{1,9}}(?:\.\d{{1,9}}){{1,4}}[-+.]?[{_LATIN}][{_NAME}.+-]*",
    "path": rf"(?:~|\.{{1,2}})?/[{_NAME}.+-]{{0,64}}[{_LATIN}][{_NAME}.+-]*(?:/[{_NAME}.+-]+)*/?|[A-Za-z]:\\{_IN_URL}+",
    "initials": r"(?:[A-Z]\.){2,}",
    "signed": rf"[{_LATIN}][{_NAME}.]{{0,30}}(?:\+\+|[+#])|\.[A-Z][A-Za-z]+",
}
# Where a token can be at all: regular expressions with many branches are slow on long stretches without any.
_MAYBE = re.compile(rf"[+@#/\\~{_LATIN}]|\d[.)-]|\b00\d")
_CHUNK = re.compile(r"\S+(?: [\d(]\S*)*")
_NOT_BEFORE = re.compile(rf"[{_NAME}@#/]")
_LOOSE_END = ".,:;!?'*"
_KEEP_END = frozenset({"initials", "phone", "signed"})


def ltr(text: str) -> list[tuple[int, int]]:
    """The tokens of a text that read left to right whatever is around them.

    Returns:
        Half-open spans, in order, disjoint.
    """
    return [(start, end) for start, end, _ in found(text)]


def found(text: str) -> list[tuple[int, int, str]]:
    """The same, each with its kind: url, email, domain (of an address without its scheme), tag, phone, ..."""
    tokens: list[tuple[int, int, str]] = []
    if _MAYBE.search(text) is None:
        return tokens
    for chunk in _CHUNK.finditer(text):
        if _MAYBE.search(text, chunk.start(), chunk.end()) is not None:
            tokens += _within(text, chunk.start(), chunk.end())
    return tokens


def url_breaks(text: str, start: int, end: int) -> list[int]:
    """Where a line may end inside a token that is a URL or path: after / ? & = . and -, not after the scheme's slashes.

    Returns:
        Offsets in `text` of the characters after which a line may end, plus one.
    """
    token = text[start:end]
    if "/" not in token and "." not in token:
        return []
    scheme = token.find("://")
    first = scheme + 3 if scheme >= 0 else 1
    return [start + i for i in range(first + 1, len(token)) if token[i - 1] in "/?&=.-" and token[i] not in "/?&=.-"]


def _within(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    tokens = []
    while (match := _token().search(text, start, end)) is not None:
        left, right = match.span()
        if left and _NOT_BEFORE.match(text, left - 1):  # in the middle of something else
            start = left + 1
            continue
        if match.lastgroup not in _KEEP_END:
            right = left + len(match[0].rstrip(_LOOSE_END))
        tokens.append((left, right, match.lastgroup or ""))
        start = max(right, left + 1)
    return tokens


@cache
def _token() -> re.Pattern[str]:
    """Compiled when first needed: it takes 3 ms, which a page of Arabic alone need not wait for."""
    return re.compile("|".join(rf"(?P<{name}>{pattern})" for name, pattern in _KINDS.items()))
