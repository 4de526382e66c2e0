"""Where a paragraph's lines end: greedily, in logical order, at spaces where that can be."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.arabic.paragraph import Paragraph
    from tui.arabic.shape import Cell


def wrap(paragraph: Paragraph, width: int) -> list[tuple[int, int]]:
    """Cut a paragraph into lines of at most `width` screen cells.

    Returns:
        Half-open spans of the paragraph's cells, without the spaces at which lines end; none for a blank paragraph.
    """
    cells = paragraph.cells
    reach = _reach(cells)
    lines: list[tuple[int, int]] = []
    first = 0

    def end_line(start: int, stop: int) -> None:
        stop = _trim(cells, start, stop)
        if start < stop:
            lines.append((start, stop))

    for start, stop in pairwise([0, *(place for place in paragraph.breaks if 0 < place < len(cells)), len(cells)]):
        end = reach[_trim(cells, start, stop)]
        if end - reach[first] <= width:
            continue
        if end - reach[start] <= width:
            end_line(first, start)
            first = start
            continue
        while end - reach[first] > width:
            reachable = bisect_right(reach, reach[first] + width) - 1
            place = _last_between(paragraph.weak, max(first, start), min(reachable, stop - 1))
            if not place:
                place = start if first < start else max(reachable, first + 1)
            end_line(first, place)
            first = place
            while first < stop and cells[first].text == " ":
                first += 1
    end_line(first, len(cells))
    return lines


def cut(paragraph: Paragraph, width: int) -> tuple[int, int, bool]:
    """The cells that one line of `width` screen cells can hold, and whether it must end with an ellipsis."""
    cells = paragraph.cells
    reach = _reach(cells)
    last = _trim(cells, 0, len(cells))
    if reach[last] <= width:
        return 0, last, False
    return 0, _trim(cells, 0, bisect_right(reach, width - 1) - 1), True


def _reach(cells: Sequence[Cell]) -> list[int]:
    """Screen cells up to each cell."""
    return [0, *accumulate([cell.width for cell in cells])]


def _trim(cells: Sequence[Cell], start: int, stop: int) -> int:
    while stop > start and cells[stop - 1].text == " ":
        stop -= 1
    return stop


def _last_between(places: Sequence[int], low: int, high: int) -> int:
    """The last of sorted `places` above `low` and not above `high`; 0 for none."""
    index = bisect_right(places, high) - 1
    return places[index] if index >= 0 and places[index] > low else 0
