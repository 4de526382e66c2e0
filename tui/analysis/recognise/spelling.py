"""How much two spellings of one foreign name may differ."""

from __future__ import annotations

import re
from functools import lru_cache

_KINDRED = str.maketrans("غڤپقطثصضذظ", "جفبكتتسدزز")
_VOWELS = re.compile("(?<=.)[اويىه](?=.)|[اه]$")
_DOUBLE = re.compile(r"(.)\1")


@lru_cache(maxsize=8192)
def skeleton(folded: str) -> str:
    """A folded name without what spellings vary in: long vowels and doubled letters; kindred letters are one."""
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", folded).translate(_KINDRED))
