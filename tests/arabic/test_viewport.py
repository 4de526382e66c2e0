"""What of a line being typed is on the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arabic.test_editing import edits
from tests.visual import shown
from tui.arabic.caret import Stop
from tui.arabic.editing import Edit
from tui.arabic.layout import Options
from tui.arabic.viewport import View, view

JOINED = Options()


def drawn(seen: View) -> str:
    """The slots from left to right, the caret's in brackets."""
    return "".join([f"[{slot.text}]" if slot.role in {"caret", "inside"} else slot.text for slot in seen.slots])


@given(edits(), st.integers(1, 30), st.integers(0, 200), st.booleans())
def test_the_caret_is_always_in_sight_once(edit: Edit, room: int, hidden: int, joined: bool) -> None:
    seen = view(edit, room, hidden, Options(joined=joined))
    roles = [slot.role for slot in (*seen.slots, seen.edge)]
    assert roles.count("caret") == 1 or "inside" in roles
    assert seen.width <= room
    assert all(slot.role != "selected" for slot in seen.slots) or edit.selected
    # Looked at again nothing moves.
    again = view(edit, room, seen.hidden, Options(joined=joined))
    assert again == seen


@given(edits(), st.integers(8, 30), st.integers(0, 200))
def test_a_click_puts_the_caret_where_one_sees_it(edit: Edit, room: int, hidden: int) -> None:
    seen = view(edit, room, hidden, JOINED)
    for slot in seen.slots:
        put = edit.put(slot.stop)
        assert put.caret.gap == slot.stop.gap
        kind = put.track.seat(put.caret).kind
        assert kind != "inside"


@given(edits(), st.integers(8, 30))
def test_what_fits_is_whole(edit: Edit, spare: int) -> None:
    cells = sum(cell.width for cell in edit.track.cells)
    seen = view(edit, cells + 1 + spare, 5, JOINED)
    assert seen.hidden == 0
    assert seen.width == cells + 1
    assert all(slot.role != "sign" for slot in seen.slots)


@pytest.mark.parametrize(
    ("text", "gap", "behind", "picture"),
    [
        ("سلم", 3, False, "[ ]" + shown("سلم")),
        ("سلم", 0, False, " " + shown("سلم")[:2] + f"[{shown('سلم')[2]}]"),
        # The next Latin letter goes to the right end of the Latin word, the next Arabic one to its left.
        ("عن NSO", 6, True, "NSO[›] " + shown("عن")),
        ("عن NSO", 6, False, "[ ]NSO " + shown("عن")),
        ("عن NSO", 3, True, "NSO[‹] " + shown("عن")),
        ("لا", 1, False, " [ﻻ]"),
        ("macron", 6, False, "macron[ ]"),
    ],
)
def test_the_caret_is_seen_where_the_next_letter_goes(text: str, gap: int, behind: bool, picture: str) -> None:
    assert drawn(view(Edit.of(text).put(Stop(gap, behind)), 20, 0, JOINED)) == picture


def test_where_the_line_begins_with_latin_its_right_edge_is_the_beginning() -> None:
    seen = view(Edit.of("NSO تنفي").to_start(), 20, 0, JOINED)
    assert seen.edge.role == "caret"
    assert view(Edit.of("NSO تنفي").to_end(), 20, 0, JOINED).edge.role == "text"


def test_a_long_line_scrolls_from_the_edge_where_it_begins() -> None:
    arabic = Edit.of("ابتثجحخدذرزسشصضطظعغف")
    at_end = view(arabic, 10, 0, JOINED)
    assert at_end.slots[0].role == "caret"
    assert at_end.slots[-1].text == "…"
    at_start = view(arabic.to_start(), 10, at_end.hidden, JOINED)
    assert at_start.hidden == 0
    assert at_start.slots[-1].stop.gap == 0
    assert at_start.slots[0].text == "…"
    latin = view(Edit.of("the quick brown fox jumps"), 10, 0, JOINED)
    assert latin.slots[-1].role == "caret"
    assert latin.slots[0].text == "…"


def test_walking_within_what_is_seen_does_not_scroll() -> None:
    edit = Edit.of("ابتثجحخدذرزسشصضطظعغف")
    seen = view(edit, 12, 0, JOINED)
    for _ in range(7):
        edit = edit.moved(1)
        after = view(edit, 12, seen.hidden, JOINED)
        assert after.hidden == seen.hidden


def test_a_selection_over_two_runs_is_all_of_its_cells() -> None:
    seen = view(Edit.of("قال NSO إن لا").between(2, 6), 20, 0, JOINED)
    assert "".join([slot.text for slot in seen.slots if slot.role == "selected"]) == "NS" + " " + shown("قال")[0]
    half = view(Edit.of("لا").between(1, 2), 20, 0, JOINED)
    assert half.slots[1].role == "selected"
