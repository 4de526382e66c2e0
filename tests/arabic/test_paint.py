"""Holds how lines become strings: alignment, style runs, and what each kind of terminal gets."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arabic.arabic_text import anything
from tui.arabic import paint
from tui.arabic.layout import Cell, Line, layout

LRM = "\u200e"


def _line(text: str, mode: str = "visual") -> Line:
    return layout(text, 40, options=paint.options(mode))[0]


def test_right_to_left_lines_are_aligned_right() -> None:
    assert paint.text(_line("لا"), 5) == "    \ufefb"
    assert paint.text(_line("لا")) == "\ufefb"
    assert paint.text(_line("ab"), 5) == "ab"


def test_no_trailing_spaces() -> None:
    assert paint.text(layout("  ءء", 10)[0], 6) == "  \ufe80\ufe80"
    assert paint.text(layout("", 10, base="R")[0], 6) == ""


def test_lrm_follows_what_a_terminal_would_reorder() -> None:
    assert paint.text(_line("لا a1 ١"), mode="lrm") == f"١{LRM} a1 \ufefb{LRM}"
    assert paint.text(_line("بَ"), mode="lrm") == f"\ufe8f\u064e{LRM}"


def test_runs_are_turned_back_between_marks() -> None:
    assert paint.text(_line("لا a1 بت ١"), mode="runs") == f"١ {LRM}\ufe91\ufe96{LRM} a1 {LRM}\ufefb{LRM}"
    assert paint.text(_line("(بَت)"), mode="runs") == f"({LRM}\ufe91\u064e\ufe96{LRM})"


def test_words_are_turned_back_and_keep_their_colours_in_place() -> None:
    line = _line("وبت a1 (ب)")
    assert paint.text(line, mode="words") == "(\ufe8f) a1 \ufeed\ufe91\ufe96"
    runs = paint.runs(line, lambda cell: cell.start == 0, "words")
    # The terminal turns the word's letters round, not its colours: the first letter's colour is on the last cell.
    assert [(text, key) for text, key, _, _ in runs] == [("(\ufe8f) a1 \ufeed\ufe91", False), ("\ufe96", True)]


def test_words_are_turned_as_the_script_of_their_first_letter_says() -> None:
    def sent(text: str) -> str:
        return paint.text(layout(text, 40, base="R", options=paint.options("words"))[0], mode="words")

    # Signs are of no script: the terminal goes by the letters, and leaves alone what begins with Latin on the left.
    assert sent("F2؛") == "؛F2"
    assert sent("وNSO") == "NSO\ufeed"
    assert sent("456؟") == "؟456"
    assert sent("و456؟") == "\ufeed654؟"
    assert sent("١٢٣") == "٣٢١"


def test_logical_text_is_the_text() -> None:
    text = "قال (لا) abc"
    assert paint.text(_line(text, "logical"), mode="logical") == text
    assert paint.text(_line("سلام"), mode="logical") == "سلام", "also of a line laid out for another mode"


def test_half_a_lam_alef_cannot_have_a_style_of_its_own() -> None:
    found = paint.runs(_line("بلاب"), lambda cell: cell.start <= 1)
    assert found == [("\ufe8f", False, 3, 1), ("\ufefc\ufe91", True, 0, 2)]


def test_runs_join_neighbours_on_the_screen() -> None:
    line = _line("ءab1ء")
    assert [(run[0], run[2], run[3]) for run in paint.runs(line, lambda cell: cell.text.isascii())] == [
        ("\ufe80", 4, 1),
        ("ab1", 1, 3),
        ("\ufe80", 0, 1),
    ]
    assert paint.runs(line, lambda _: 0, "logical") == [("ءab1ء", 0, 0, 5)]


@given(anything, st.sampled_from(list(paint.Mode)))
def test_runs_say_what_the_line_says(text: str, mode: paint.Mode) -> None:
    line = _line(text, mode)

    def third(cell: Cell) -> int:
        return cell.start // 3

    found = paint.runs(line, third, mode)
    assert "".join(run[0] for run in found).rstrip(" ") == paint.text(line, mode=mode)
    assert sum(run[3] for run in found) == line.width
    assert [run[1] for run in found] == [run[2] // 3 for run in found]


@given(anything, st.data())
def test_a_character_has_the_style_of_its_cell(text: str, data: st.DataObject) -> None:
    line = _line(text)
    styles = data.draw(st.lists(st.sampled_from("abc"), min_size=len(text), max_size=len(text)))
    painted = "".join([run[1] * run[3] for run in paint.runs(line, lambda cell: styles[cell.start])])
    assert painted == "".join([styles[cell.start] * cell.width for cell in line.cells])


def test_render() -> None:
    text = "سلام\r\n\n  \nabc\nلا\n"
    assert paint.render(text, 8) == "     \ufee1\ufefc\ufeb3\n\n\nabc\n       \ufefb"
    assert paint.render("سلام", 8, base="ltr") == "\ufee1\ufefc\ufeb3"
    assert paint.render("ab", 4, base="rtl") == "  ab"
    assert paint.render("", 4) == ""
    assert paint.render("لا لا", 4, "logical") == "  لا\n  لا"
    assert paint.render("بَ", 1, how=paint.options("visual", harakat=False)) == "\ufe8f"


def test_render_refuses_other_directions() -> None:
    with pytest.raises(KeyError):
        paint.render("a", 5, base="up")


@given(anything, st.integers(1, 60), st.sampled_from(["visual", "explicit"]))
def test_nothing_rendered_can_act_on_a_terminal(text: str, width: int, mode: str) -> None:
    out = paint.render(text, width, mode)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff]", out)
    assert not re.search(" $", out, re.MULTILINE)
