"""The direction in which a reader of Arabic reads a paragraph."""

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


@lru_cache(4096)
def reading_base(text: str) -> Literal["R", "L"]:
    """The base direction for text of an Arabic library: "L" only where Latin (Greek, Cyrillic) letters dominate.

    The letters of addresses and other tokens that read left to right anywhere do not count where there are Arabic ones.
    """
    rtl, ltr = len(_RTL.findall(text)), len(_LTR.findall(text))
    if rtl and ltr:
        ltr -= sum([len(_LTR.findall(text, start, end)) for start, end in tokens.ltr(text)])
    return "L" if ltr and rtl < _SHARE * (rtl + ltr) else "R"
