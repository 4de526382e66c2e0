"""The filter's rows are its headings and entities in order, and each entity is asked for once."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from tui.model import ENTITY_TYPES, Entity, Ranking
from tui.ui.filter_window import FilterWindow

_numbers = st.lists(st.integers(0, 10_000), unique=True, max_size=400)
_known = st.frozensets(st.integers(0, 10_000), max_size=20)


def _entity(number: int) -> Entity:
    return Entity(str(number), "person", f"name {number}", (), "")


@st.composite
def _rankings(draw: st.DrawFn) -> tuple[Ranking, ...]:
    numbers = draw(_numbers)
    cuts = sorted(draw(st.lists(st.integers(0, len(numbers)), max_size=len(ENTITY_TYPES) - 1)))
    parts = [numbers[start:end] for start, end in zip([0, *cuts], [*cuts, len(numbers)], strict=True)]
    return tuple(
        Ranking(kind, array("I", part), array("I", [n * 2 for n in part]))
        for kind, part in zip(ENTITY_TYPES, filter(None, parts), strict=False)
    )


@given(_rankings(), _known)
def test_rows_are_headings_and_entities(rankings: tuple[Ranking, ...], known: frozenset[int]) -> None:
    window = FilterWindow(rankings, {number: _entity(number) for number in known})
    flat: list[Ranking | int] = []
    for ranking in rankings:
        flat += [ranking, *ranking.numbers]
    assert len(window) == len(flat)
    for place, row in enumerate(flat):
        if isinstance(row, Ranking):
            assert window.heading(place) is row
            assert window.entity(place) is None
        else:
            assert window.heading(place) is None
            assert (window.number(place), window.count(place), window.row_of(row)) == (row, row * 2, place)
            assert window.entity(place) == (_entity(row) if row in known else None)
    assert window.row_of(20_000) == -1


@given(_rankings(), _known, st.lists(st.tuples(st.integers(-50, 450), st.integers(0, 60)), max_size=20))
def test_what_is_seen_is_asked_for_once(
    rankings: tuple[Ranking, ...], known: frozenset[int], looks: list[tuple[int, int]]
) -> None:
    window = FilterWindow(rankings, {number: _entity(number) for number in known})
    asked: list[int] = []
    for first, rows in looks:
        new = window.missing(first, first + rows)
        window.fill({number: _entity(number) for number in new})
        asked += new
        seen = range(max(0, first), min(len(window), first + rows + 1))
        assert all(window.heading(row) or window.entity(row) for row in seen)
    assert len(asked) == len(set(asked))
    assert not known & set(asked)
    again = FilterWindow(rankings)
    again.take_over(window)
    assert all(again.entity(row) == window.entity(row) for row in range(len(window)))
    assert not set(again.missing(0, len(again))) & {*known, *asked}
