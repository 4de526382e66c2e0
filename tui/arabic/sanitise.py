"""What text from outside may not do to a terminal, a database or the order of its neighbours."""

from __future__ import annotations

import re

_HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = "\x0b\x0c"


def neutralise(text: str) -> str:
    """Replace, one for one, what could hurt: for storing, so that offsets stay those of the decoded file.

    Args:
        text: any string, lone surrogates included.

    Returns:
        A string of the same length: form feed and vertical tab are spaces, other control characters but \\n \\r \\t and
        surrogates are U+FFFD, bidi embeddings, overrides and isolates are U+2060, which is not seen and has no
        direction. LRM, RLM, ALM, ZWJ and ZWNJ stay, since they are part of how words are written.
    """
    return _HARMFUL.sub(_harmless, text)


def _harmless(match: re.Match[str]) -> str:
    char = match.group()
    if char in _SPACES:
        return " "
    return "\u2060" if "\u2000" < char < "\u2070" else "\ufffd"
