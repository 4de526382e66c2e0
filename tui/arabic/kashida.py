"""Filling a line to its width as Arabic is filled: letters stretched by tatweel (kashida), then spaces widened.

Where a word is stretched, and which of its places is the best, is the order of precedence that Microsoft gave for
`text-justify: kashida` (Internet Explorer 5.5), which LibreOffice follows too. Its first place, where the writer put a
tatweel, is not used: such a word has its stretch.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic.join import forms, joining
from tui.arabic.shape import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

_TATWEEL = "ـ"
_SHORTEST = 3  # letters; في and من, which every line has, would be all that is seen
_LONGEST = 2  # more of them in a row look like a rule, in letters of one width
_ALLAH = "\ufedf\ufee0\ufeea"  # never stretched

# The order of precedence.
_AFTER = "سشصض"
_BEFORE_FINAL = {1: "ةهۀەدذ", 2: "اآأإٱطظلكکگڭ", 4: "وؤۆۇۈۋعغقف"}
_BEFORE_TOOTH, _TEETH, _TAILS = 3, "بتثنيئپ", "رزىيیے"
_BEFORE_OTHERS = 5


def fill(cells: Sequence[Cell], levels: Sequence[int], width: int) -> tuple[list[Cell], bytearray]:
    """Widen a line.

    Args:
        cells: a line's cells in logical order, joined, without spaces at its end.
        levels: their embedding levels.
        width: screen cells to fill.

    Returns:
        Cells and levels of exactly that width, the tatweels within the offsets of the letter that they stretch, and the
        further spaces within those of a space; as given where the line is too short to be filled in good style, or has
        nothing to stretch.
    """
    missing = width - sum([cell.width for cell in cells])
    places = _places(cells)
    spaces = [index for index, cell in enumerate(cells) if cell.text == " "]
    if not 0 < missing <= _LONGEST * len(places) + len(spaces):
        return list(cells), bytearray(levels)
    more = _shared(missing, places, spaces)
    filled: list[Cell] = []
    of_filled = bytearray()
    for index, cell in enumerate(cells):
        count = more.get(index, 0)
        drawn = " " if cell.text == " " else _TATWEEL
        filled += [cell, *[Cell(drawn, 1, cell.start, cell.end)] * count]
        of_filled += bytes([levels[index]]) * (count + 1)
    return filled, of_filled


def _shared(missing: int, places: Sequence[tuple[int, int]], spaces: Sequence[int]) -> dict[int, int]:
    """How many cells follow which: each word is stretched once before one is twice, the best places first."""
    more: dict[int, int] = {}
    for _ in range(_LONGEST):
        for rank in range(_BEFORE_OTHERS + 1):
            alike = [index for at, index in places if at == rank]
            for index in _spread(alike, missing):
                more[index] = more.get(index, 0) + 1
                missing -= 1
    for index in _spread(spaces, missing):
        more[index] = 1
    return more


def _spread(places: Sequence[int], count: int) -> list[int]:
    """So many of the places, at even distances."""
    count = min(count, len(places))
    return [places[(2 * number + 1) * len(places) // (2 * count)] for number in range(count)]


def _places(cells: Sequence[Cell]) -> list[tuple[int, int]]:
    """The best place of each word that has one: its rank, and the cell after which the stretch comes."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*[index for index, cell in enumerate(cells) if cell.text == " "], len(cells)]:
        word = "".join([cell.text[0] for cell in cells[start:end]])
        if best := _best(word):
            found.append((best[0], start + best[1]))
        start = end + 1
    return found


def _best(word: str) -> tuple[int, int] | None:
    """The rank and the index of the letter after which a word of joined letters is best stretched, near its end."""
    if len(word) < _SHORTEST or _TATWEEL in word or word.endswith(_ALLAH):
        return None
    after, before = joining()
    best: tuple[int, int] | None = None
    for index in range(len(word) - 1):
        if word[index] in after and word[index + 1] in before:
            rank = _rank(word[index], word[index + 1], word[index + 2 : index + 3])
            if rank is not None and (best is None or rank <= best[0]):
                best = rank, index
    return best


def _rank(left: str, right: str, then: str) -> int | None:
    """How good it is to stretch between two letters that join; None for never."""
    places = _forms()
    if left in places.lams and right in places.alefs:
        return None
    if left in places.after:
        return 0
    if right in places.teeth and then in places.tails:
        return _BEFORE_TOOTH
    if right in joining()[0]:
        return None
    return places.before_final.get(right, _BEFORE_OTHERS)


class _Forms(NamedTuple):
    """The tables above in presentation forms."""

    after: frozenset[str]
    before_final: dict[str, int]
    teeth: frozenset[str]
    tails: frozenset[str]
    lams: frozenset[str]
    alefs: frozenset[str]


@cache
def _forms() -> _Forms:
    return _Forms(
        after=_in_form(_AFTER, "{}ـ") | _in_form(_AFTER, "ـ{}ـ"),
        before_final={form: rank for rank, chars in _BEFORE_FINAL.items() for form in _in_form(chars, "ـ{}")},
        teeth=_in_form(_TEETH, "ـ{}ـ"),
        tails=_in_form(_TAILS, "ـ{}"),
        lams=_in_form("ل", "{}ـ") | _in_form("ل", "ـ{}ـ"),
        alefs=_in_form("اآأإ", "ـ{}"),
    )


def _in_form(chars: str, pattern: str) -> frozenset[str]:
    """The forms that letters take between tatweels as the pattern says."""
    return frozenset([forms(pattern.format(char))[pattern.index("{")] for char in chars])
