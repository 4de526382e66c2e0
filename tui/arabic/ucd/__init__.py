"""The properties of characters that ordering, joining and measuring need, from Unicode 15.0.

`unicodedata` will not do: its version depends on Python's (3.11 has Unicode 14), and it gives no default classes,
mirrored pairs, bracket pairs or joining types. The tables lie in `tables.txt`, each a line of ranges that is read when
first asked for; what was asked once is kept, since a text uses few characters.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from pathlib import Path

PATH = Path(__file__).with_name("tables.txt")

_LETTERS = (
    "L=L R=R AL=A EN=1 AN=9 ES=+ ET=% CS=, NSM=m BN=b B=B S=S WS=w ON=o "
    "LRE=e RLE=E LRO=v RLO=V PDF=d LRI=< RLI=> FSI=? PDI=!"
)
CLASSES: dict[str, str] = dict(pair.split("=") for pair in _LETTERS.split())
"""Bidi class -> the letter that stands for it in a string of classes."""


class Property(dict[str, str]):
    """Character -> the letter of its value in a table of ranges; `.` where the table has none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._starts: list[int] = []
        self._letters: list[str] = []

    def __missing__(self, char: str) -> str:
        if not self._starts:
            parts = _table(self._name).split()
            self._letters = [part[0] for part in parts]
            self._starts = [int(part[1:], 16) for part in parts]
        value = self[char] = self._letters[bisect_right(self._starts, ord(char)) - 1]
        return value


BIDI = Property("bidi")
"""A letter of `CLASSES`."""
JOINING = Property("joining")
"""D, R, L, C or T (ArabicShaping.txt); `.` does not join."""
MARKS = Property("marks")
"""M for what is drawn on the character before it (Mn, Me), or takes part in its cluster (Mc)."""
WIDE = Property("wide")
"""W for what takes two cells."""
PICTURES = Property("pictures")
"""E for emoji and what may become one."""


@cache
def mirrors() -> dict[str, str]:
    """Characters that are drawn as another one in right-to-left text: both ways, `(` -> `)`."""
    return dict(_pairs("mirrors"))


@cache
def brackets() -> dict[str, tuple[str, bool]]:
    """Paired brackets: the bracket -> (its closing bracket, whether it opens).

    Canonically equivalent brackets have one closing bracket (U+2329 and U+3008, by UAX #9's BD16).
    """
    found: dict[str, tuple[str, bool]] = {}
    for opening, closing in _pairs("brackets"):
        close = "\u3009" if closing == "\u232a" else closing
        found[opening] = (close, True)
        found[closing] = (close, False)
    return found


def _pairs(name: str) -> list[tuple[str, str]]:
    pairs = (part.split(":") for part in _table(name).split())
    return [(chr(int(first, 16)), chr(int(second, 16))) for first, second in pairs]


def _table(name: str) -> str:
    return _tables()[name]


@cache
def _tables() -> dict[str, str]:
    lines = PATH.read_text(encoding="ascii").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))
