"""The direction in which a reader of Arabic reads a paragraph, and of the interface's phrases around others' words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from tui.arabic import tokens

_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LTR = re.compile(r"[A-Za-zÀ-ɏΑ-ϿЀ-ӿ]")
# A headline such as "NSO تنفي" begins with Latin and is Arabic all the same, so the first strong letter (rules P2, P3)
# does not decide; an English paragraph that quotes an Arabic word has far fewer Arabic letters than this.
_SHARE = 0.3

_ISOLATES = {"R": "\u2067", "L": "\u2066"}
_PDI = "\u2069"
_BRACKETS = re.compile("[\u2066-\u2069]")


@lru_cache(4096)
def reading_base(text: str) -> Literal["R", "L"]:
    """The base direction for text of an Arabic library: "L" only where Latin (Greek, Cyrillic) letters dominate.

    The letters of addresses and other tokens that read left to right anywhere do not count where there are Arabic ones.
    """
    rtl, ltr = len(_RTL.findall(text)), len(_LTR.findall(text))
    if rtl and ltr:
        ltr -= sum([len(_LTR.findall(text, start, end)) for start, end in tokens.ltr(text)])
    return "L" if ltr and rtl < _SHARE * (rtl + ltr) else "R"


def isolate(text: str, base: Literal["R", "L"] | None = None) -> str:
    """Words from elsewhere made a part of a phrase: ordered among themselves, one sign to what is around them.

    Args:
        text: free of isolates that are not closed, as `sanitise.neutralise` leaves it; '' stays ''.
        base: their direction; None for that in which they are read.
    """
    return f"{_ISOLATES[base or reading_base(text)]}{text}{_PDI}" if text else ""


def unisolated(text: str) -> str:
    """A phrase without what `isolate` put around its parts, for where no terminal shows it."""
    return _BRACKETS.sub("", text)


def phrase_base(text: str, language: Literal["R", "L"]) -> Literal["R", "L"]:
    """The base direction of a phrase of the interface.

    Args:
        text: the phrase; words of others in it are isolated.
        language: how the interface's language is read.

    Returns:
        The language's direction; but a phrase without letters of its own ("180", "✓ ماكرون") is an Arabic library's,
        and one that was left in English reads so.
    """
    own = _own(text)
    if language == "L":
        return "L" if _LTR.search(own) else "R"
    return reading_base(own)


def _own(text: str) -> str:
    """What stands in no isolate."""
    depth, kept, done = 0, [], 0
    for sign in _BRACKETS.finditer(text):
        if not depth:
            kept.append(text[done : sign.start()])
        depth += -1 if sign[0] == _PDI and depth else int(sign[0] != _PDI)
        done = sign.end()
    return "".join(kept if depth else [*kept, text[done:]])
