"""Where a caret can stand, and the order of these places on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.arabic.arabic_text import anything
from tui.arabic.caret import Stop, track
from tui.arabic.editing import clean
from tui.arabic.layout import Options

if TYPE_CHECKING:
    from typing import Literal

typed = anything.map(clean)
bases = st.sampled_from(["R", "L"])


def walk(text: str, base: Literal["R", "L"] = "R") -> str:
    """The places of the caret from left to right: a gap's number, `-` before it where it belongs to what is before."""
    return " ".join([f"{'-' if stop.behind else ''}{stop.gap}" for stop in track(text, base).stops])


@pytest.mark.parametrize(
    ("text", "base", "places"),
    [
        ("", "R", "0"),
        ("سلم", "R", "3 2 1 0"),
        ("abc", "L", "0 1 2 3"),
        # Behind the Latin word and before it, as its own letters go and as those around it go.
        ("اب cd هو", "R", "8 7 6 5 3 4 -5 -3 2 1 0"),
        ("cd اب", "R", "5 4 3 2 0 1 -2 -0"),
        ("cd اب", "L", "0 1 2 -3 -5 4 3 5"),
        # Numbers run to the right.
        ("عام 12", "R", "6 4 5 -6 -4 3 2 1 0"),
        # Marks stay on their letters; lam and alef are two.
        ("بِسْ", "R", "4 2 0"),
        ("سلام", "R", "4 3 2 1 0"),
        # ZWNJ belongs to the letter that it ends.
        ("می‌رود", "R", "6 5 4 3 1 0"),
        # A space at the end has the line's direction.
        ("ab ", "R", "3 2 0 1 -2 -0"),
    ],
)
def test_places_from_left_to_right(text: str, base: Literal["R", "L"], places: str) -> None:
    assert walk(text, base) == places


def test_lam_alef_is_one_cell_with_a_place_inside() -> None:
    known = track("لا", "R")
    assert [seat[:2] for seat in known.seats] == [(0, "blank"), (0, "inside"), (0, "on")]


def test_the_halves_of_a_border_say_which_way_they_go() -> None:
    known = track("عام 12", "R")
    assert known.seat(Stop(6, behind=True)).rtl is False
    assert known.seat(Stop(4, behind=True)).rtl is True


@given(typed, bases, st.booleans())
def test_every_gap_has_a_place_and_no_place_comes_twice(text: str, base: Literal["R", "L"], joined: bool) -> None:
    known = track(text, base, Options(joined=joined))
    assert len(set(known.stops)) == len(known.stops)
    assert {stop.gap for stop in known.stops} == set(known.gaps)
    assert known.gaps[0] == 0
    assert known.gaps[-1] == len(text)
    assert list(known.gaps) == sorted(known.gaps)
    for stop, seat in zip(known.stops, known.seats, strict=True):
        assert 0 <= seat.cell <= len(known.cells)
        if seat.kind != "blank":
            assert known.cells[seat.cell].start <= stop.gap < known.cells[seat.cell].end or stop.gap == 0


@given(typed, bases)
def test_the_edges_are_the_beginning_and_the_end(text: str, base: Literal["R", "L"]) -> None:
    known = track(text, base)
    edges = (known.stops[0].gap, known.stops[-1].gap)
    assert edges == ((len(text), 0) if base == "R" else (0, len(text)))


@given(typed, bases)
def test_how_a_line_is_painted_does_not_change_where_clusters_end(text: str, base: Literal["R", "L"]) -> None:
    assert track(text, base).gaps == track(text, base, Options(joined=False)).gaps


@given(typed, bases)
@example("\u200c", "R")
def test_a_caret_is_always_somewhere(text: str, base: Literal["R", "L"]) -> None:
    known = track(text, base)
    for gap in range(len(text) + 1):
        for behind in (False, True):
            assert known.stops[known.place(Stop(gap, behind))].gap == known.snap(gap) >= gap
