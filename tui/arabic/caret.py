"""Where a caret can stand in a line that is being typed, and the order of these places on the screen.

A caret stands in a gap between clusters and belongs to one of the two characters beside it. Where runs of two
directions meet that matters: the next letter of an embedded word goes to one place of the screen, the next letter of
the text around it to another. Each gap has its *leading* place, on the cell of the character that follows, and at such
borders a *trailing* one too, behind the character before, in a blank that is opened there. Walking from one place to
the next on the screen meets each of them once, and so every gap of the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.arabic import bidi
from tui.arabic.layout import Options, unbroken
from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.arabic.layout import Cell

__all__ = ["Seat", "Stop", "Track", "track"]

_DEFAULT = Options()


class Stop(NamedTuple):
    """A place of the caret.

    Attributes:
        gap: the code points before it.
        behind: whether it belongs to the character before the gap, and not to the one after it.
    """

    gap: int
    behind: bool = False


class Seat(NamedTuple):
    """How a stop is seen.

    Attributes:
        cell: the cell, counted from the left, that the caret is on; of a blank, the cell that it stands left of.
        kind: `on` a cell, in front of what it stands for; `inside` one, between its two letters; or a `blank`.
        rtl: the direction of the character that it belongs to.
    """

    cell: int
    kind: Literal["on", "inside", "blank"]
    rtl: bool


@frozen
class Track:
    """A line being typed, as it is laid out, with all places of the caret.

    Attributes:
        base: the line's direction.
        cells: from left to right.
        stops: from left to right.
        seats: how each stop is seen.
        gaps: the gaps between clusters, in logical order; the first is 0, the last the text's length.
    """

    base: Literal["R", "L"]
    cells: tuple[Cell, ...]
    stops: tuple[Stop, ...]
    seats: tuple[Seat, ...]
    gaps: tuple[int, ...]
    _places: Mapping[Stop, int]

    def snap(self, gap: int) -> int:
        """The gap between clusters at this one or, if it is within a cluster, behind it."""
        return self.gaps[min(bisect_left(self.gaps, gap), len(self.gaps) - 1)]

    def place(self, stop: Stop) -> int:
        """Which of `stops` a caret is at: a gap with one place on the screen has it whatever it belongs to."""
        gap = self.snap(stop.gap)
        wanted = self._places.get(Stop(gap, stop.behind))
        return self._places[Stop(gap, not stop.behind)] if wanted is None else wanted

    def seat(self, stop: Stop) -> Seat:
        """How a caret is seen."""
        return self.seats[self.place(stop)]

    def before(self, gap: int) -> int:
        """The gap before this one; 0 has none."""
        return self.gaps[max(bisect_left(self.gaps, gap) - 1, 0)]

    def after(self, gap: int) -> int:
        """The gap after this one; the last has none."""
        return self.gaps[min(bisect_right(self.gaps, gap), len(self.gaps) - 1)]


class _Item(NamedTuple):
    """A cluster, or what stands before and behind all of them.

    Attributes:
        start, end: its code points.
        rtl: its direction.
        lead: the cell at its beginning, counted from the left.
        right: its rightmost cell, likewise; -1 and no `lead` for the edges of the line.
    """

    start: int
    end: int
    rtl: bool
    lead: int
    right: int


def track(text: str, base: Literal["R", "L"], options: Options = _DEFAULT) -> Track:
    """Lay out a line being typed and find the places of its caret."""
    return _track(text, base, options)


@lru_cache(maxsize=32)
def _track(text: str, base: Literal["R", "L"], options: Options) -> Track:
    cells, levels = unbroken(text, base=base, options=options)
    order = bidi.visual_order(levels)
    heads = _heads(text, cells)
    shown = tuple([cells[index] for index in order])
    found: dict[Stop, Seat] = {}
    for left, right in pairwise(_edged(_items(text, cells, levels, order, heads), len(text), rtl=base == "R")):
        found.update(_between(left, right, shown))
    stops = tuple(found)
    gaps = tuple(dict.fromkeys((*heads, len(text)))) if heads else tuple(dict.fromkeys((0, len(text))))
    return Track(base, shown, stops, tuple(found.values()), gaps, {stop: place for place, stop in enumerate(stops)})


def _heads(text: str, cells: Sequence[Cell]) -> list[int]:
    """Where clusters begin. Lam and alef are one cell and two clusters; what has no cell belongs to what it follows."""
    heads: list[int] = []
    for cell in cells:
        if not heads or cell.start > heads[-1]:
            heads.append(cell.start if heads else 0)
            heads += [at for at in range(cell.start + 1, cell.end) if text[at].isalpha()]
    return heads


def _items(
    text: str, cells: Sequence[Cell], levels: bytes, order: Sequence[int], heads: Sequence[int]
) -> Iterator[_Item]:
    """The clusters from left to right. Several cells may stand for one (a flag has two), and several for one cell."""
    columns: dict[int, list[int]] = {}
    for column, index in enumerate(order):
        columns.setdefault(cells[index].start, []).append(column)
    for index in order:
        cell = cells[index]
        mine = columns.pop(cell.start, None)
        if mine is None:
            continue
        rtl = bool(levels[index] & 1)
        first = bisect_right(heads, cell.start) - 1
        last = bisect_left(heads, cell.end)
        inside = [
            _Item(start, end, rtl, max(mine) if rtl else min(mine), max(mine))
            for start, end in pairwise([*heads[first:last], heads[last] if last < len(heads) else len(text)])
        ]
        yield from reversed(inside) if rtl else inside


def _edged(items: Iterable[_Item], length: int, *, rtl: bool) -> list[_Item]:
    """The clusters with the beginning and the end of the line, which have its direction."""
    begin, end = _Item(0, 0, rtl, -1, -1), _Item(length, length, rtl, -1, -1)
    return [end, *items, begin] if rtl else [begin, *items, end]


def _between(left: _Item, right: _Item, shown: Sequence[Cell]) -> Iterator[tuple[Stop, Seat]]:
    """The stops between two neighbours: two where these are not neighbours in the text too."""
    first = Stop(left.start) if left.rtl else Stop(left.end, behind=True)
    second = Stop(right.end, behind=True) if right.rtl else Stop(right.start)
    if first.gap != second.gap or not first.behind:
        yield first, _seat(first, left, left, shown)
    if first.gap != second.gap or first.behind:
        yield second, _seat(second, right, left, shown)


def _seat(stop: Stop, item: _Item, left: _Item, shown: Sequence[Cell]) -> Seat:
    """How a stop of one of two neighbours is seen."""
    if stop.behind or item.lead < 0:
        return Seat(left.right + 1, "blank", item.rtl)
    return Seat(item.lead, "on" if stop.gap <= shown[item.lead].start else "inside", item.rtl)
