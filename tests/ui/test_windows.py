"""The lines of a grouped list: which row has which, found without laying all rows out."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from tui.model import Group, Listing
from tui.ui.windows import ListWindow

_SIZES = st.lists(st.integers(1, 5), max_size=8)


def _window(sizes: list[int], height: int) -> ListWindow:
    starts = [sum(sizes[:at]) for at in range(len(sizes))]
    ids = array("I", range(sum(sizes), 0, -1))
    return ListWindow(
        Listing(ids, BitMap(ids), "newest", "day", tuple(Group(at, str(at)) for at in starts)), height=height
    )


@given(_SIZES, st.integers(3, 4))
def test_every_line_belongs_to_the_row_that_it_is_painted_for(sizes: list[int], height: int) -> None:
    window = _window(sizes, height)
    painted: list[int] = []
    for row in range(len(window.ids)):
        assert window.top(row) == len(painted)
        painted += [row] * (height + (window.heading(row) is not None))
    assert window.top(len(window.ids)) == len(painted)
    assert [window.row_at(line) for line in range(len(painted))] == painted


@given(_SIZES)
def test_headings_say_how_many_follow_and_groups_are_walked(sizes: list[int]) -> None:
    window = _window(sizes, 3)
    headings = [(row, heading) for row in range(len(window.ids)) if (heading := window.heading(row))]
    assert [heading.size for _, heading in headings] == sizes
    for row in range(len(window.ids)):
        firsts = [first for first, _ in headings]
        assert window.group(row, 1) == next((first for first in firsts if first > row), len(window.ids) - 1)
        assert window.group(row, -1) == max((first for first in firsts if first < row), default=0)


@given(st.sets(st.integers(1, 2**32 - 1), max_size=20), st.sampled_from(["newest", "oldest", "title"]))
def test_articles_are_found_in_any_order(ids: set[int], order: str) -> None:
    placed = {"newest": sorted(ids, reverse=True), "oldest": sorted(ids), "title": list(ids)}[order]
    window = ListWindow(Listing(array("I", placed), BitMap(placed), order))  # type: ignore[arg-type]
    assert [window.place(article) for article in placed] == list(range(len(placed)))
    assert window.place(0) == -1
    assert window.place(next(n for n in range(1, 99) if n not in ids)) == -1
