"""What keys make of a line being typed."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arabic.arabic_text import anything
from tui.arabic.caret import Stop
from tui.arabic.editing import LONGEST, Edit, clean
from tui.arabic.undo import Journal

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.arabic.undo import Kind

typed = anything.map(clean)


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """A line with its caret at any place, and a selection or none."""
    edit = Edit.of(draw(typed))
    stops = edit.track.stops
    edit = edit.put(stops[draw(st.integers(0, len(stops) - 1))])
    if draw(st.booleans()):
        edit = edit.put(stops[draw(st.integers(0, len(stops) - 1))], select=True)
    return edit


CHANGES: dict[str, tuple[Kind, Callable[[Edit, str], Edit]]] = {
    "type": ("type", lambda edit, text: edit.typed(text[:1])),
    "paste": ("once", Edit.typed),
    "backspace": ("erase", lambda edit, _: edit.erased("character", -1)),
    "delete": ("delete", lambda edit, _: edit.erased("character", 1)),
    "word": ("once", lambda edit, _: edit.erased("word", -1)),
    "word on": ("once", lambda edit, _: edit.erased("word", 1)),
    "to start": ("once", lambda edit, _: edit.erased("all", -1)),
    "to end": ("once", lambda edit, _: edit.erased("all", 1)),
    "left": ("move", lambda edit, _: edit.moved(-1)),
    "right": ("move", lambda edit, _: edit.moved(1)),
    "select left": ("move", lambda edit, _: edit.moved(-1, select=True)),
    "word left": ("move", lambda edit, _: edit.moved(-1, "word")),
    "select right": ("move", lambda edit, _: edit.moved(1, "word", select=True)),
    "home": ("move", lambda edit, _: edit.to_start()),
    "select end": ("move", lambda edit, _: edit.to_end(select=True)),
    "all": ("move", lambda edit, _: edit.all_selected()),
    "double-click": ("move", lambda edit, text: edit.word_selected(len(text) % (len(edit.text) + 1))),
}
done = st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), anything), max_size=12)


@given(edits())
def test_right_and_left_undo_each_other(edit: Edit) -> None:
    edit = edit.put(edit.caret)
    for way, edge in ((1, edit.track.stops[-1]), (-1, edit.track.stops[0])):
        if edit.caret != edge:
            assert edit.moved(way).moved(-way) == edit
        else:
            assert edit.moved(way) == edit


@given(typed)
def test_arrows_go_from_home_to_end_through_every_gap(text: str) -> None:
    edit = Edit.of(text).to_start()
    way = -1 if edit.track.base == "R" else 1
    seen = {edit.caret.gap}
    while edit.caret != edit.to_end().caret:
        after = edit.moved(way)
        assert after != edit
        edit = after
        seen.add(edit.caret.gap)
    assert seen == set(edit.track.gaps)


@given(edits(), done)
def test_nothing_comes_in_that_could_do_harm(edit: Edit, changes: list[tuple[str, str]]) -> None:
    for name, text in changes:
        edit = CHANGES[name][1](edit, text)
        assert not [char for char in edit.text if harmful(char)]
        assert edit.caret in edit.track.stops
        assert edit.anchor in edit.track.gaps


def harmful(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs", "Cf", "Zl", "Zp"} and char not in "\u200c\u200d"


@given(edits(), done)
def test_undo_brings_back_what_was_and_redo_what_came(edit: Edit, changes: list[tuple[str, str]]) -> None:
    journal = Journal(edit)
    texts = [edit.text]
    for name, text in changes:
        kind, change = CHANGES[name]
        journal = journal.then(change(journal.now, text), kind)
        texts.append(journal.now.text)
    last = journal.now
    depth = len(journal.past)
    back = journal
    for past in reversed(journal.past):
        back = back.undo()
        assert back.now == past
        assert back.now.text in texts
    assert back.now.text == edit.text
    assert back.undo() is back
    for _ in range(depth):
        back = back.redo()
    assert back.now == last
    assert back.redo() is back


@given(edits())
def test_the_selection_is_a_slice_of_the_text(edit: Edit) -> None:
    start, end = edit.selection
    assert edit.selected == edit.text[start:end]
    assert {start, end} == {edit.anchor, edit.caret.gap}
    assert edit.typed("ب").text == edit.text[:start] + "ب" + edit.text[end:]
    assert edit.all_selected().selected == edit.text
    if start < end:
        assert edit.erased("character", 1).text == edit.text[:start] + edit.text[end:]


marks = st.text(st.sampled_from("\u064e\u0651\u0654"), max_size=3)
letters = st.lists(st.tuples(st.sampled_from("بلاأسد"), st.one_of(marks, marks.map(lambda some: some + "\u200c"))))


@given(letters, st.data())
def test_delete_takes_a_letter_with_its_marks(text: list[tuple[str, str]], data: st.DataObject) -> None:
    clusters = ["".join(pair) for pair in text]
    at = data.draw(st.integers(0, len(clusters)))
    edit = Edit.of("".join(clusters)).put(Stop(len("".join(clusters[:at]))))
    assert edit.erased("character", 1).text == "".join(clusters[:at] + clusters[at + 1 :])


@given(letters)
def test_backspace_takes_one_mark_or_letter_at_a_time(text: list[tuple[str, str]]) -> None:
    edit = Edit.of("".join(letter + some for letter, some in text))
    for length in range(len(edit.text) - 1, -1, -1):
        before, edit = edit.text, edit.erased("character", -1)
        assert edit.text == before[:length]


@pytest.mark.parametrize(
    ("text", "left"),
    [("👩‍💻", ""), ("🇵🇸", ""), ("❤️", ""), ("é", ""), ("e\u0301", "e"), ("لا", "ل"), ("می\u200c", "می")],
)
def test_backspace_on_what_is_no_letter_with_marks(text: str, left: str) -> None:
    assert Edit.of(text).erased("character", -1).text == left


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("سطر\r\nآخر\tهنا", "سطر آخر هنا"),
        ("\u202eabc\u202c\u200f\u200e\u061c\u2066د\u2069\u2060\ufeff", "abcد"),
        ("\x1b[31mred\x07\x00\x9b", "[31mred"),
        ("می\u200cرود\u200d", "می\u200cرود\u200d"),
        ("ﻷﺣﻤﺪ ﷲ", "لأحمد الله"),
        ("مُنْتَزَهٌ", "مُنْتَزَهٌ"),
        ("\ud800\ufffe\ufdd0", ""),
    ],
)
def test_what_comes_in(given: str, kept: str) -> None:
    assert clean(given) == kept
    assert Edit().typed(given).text == kept


def test_a_line_has_an_end() -> None:
    edit = Edit.of("ا" * (LONGEST - 2)).typed("بتث")
    assert len(edit.text) == LONGEST
    assert edit.text.endswith("ابت")
    assert edit.typed("ج") is edit
    assert edit.all_selected().typed("ج").text == "ج"


def caret_after(edit: Edit, *ways: int) -> list[int]:
    gaps = []
    for way in ways:
        edit = edit.moved(way, "word")
        gaps.append(edit.caret.gap)
    return gaps


def test_words_are_walked_on_the_screen() -> None:
    edit = Edit.of("قال NSO Group إن").to_start()
    # Right to left: قال, then the Latin run from its right end, word by word, then إن.
    assert caret_after(edit, -1, -1, -1, -1, -1) == [4, 8, 4, 14, 16]
    assert caret_after(Edit.of("one two"), -1, -1, 1, 1) == [4, 0, 4, 7]


@pytest.mark.parametrize(
    ("text", "gap", "word"),
    [("مع @ماكرون.", 5, "ماكرون"), ("مع @ماكرون.", 3, " @"), ("مُنْتَزَهٌ جديد", 2, "مُنْتَزَهٌ"), ("a b", 3, "b"), ("", 0, "")],
)
def test_a_word_is_selected(text: str, gap: int, word: str) -> None:
    assert Edit.of(text).word_selected(gap).selected == word


def test_a_selection_is_left_at_its_edge_on_that_side() -> None:
    edit = Edit.of("قال NSO إن").between(2, 6)
    assert edit.moved(1).caret.gap == 2
    assert edit.moved(-1).caret == Stop(6)


def test_ctrl_w_goes_back_to_a_space() -> None:
    assert Edit.of("one @macron:x  ").erased("word", -1).text == "one "
    assert Edit.of("عن النيل").to_start().erased("word", 1).text == " النيل"


def test_undo_goes_by_words() -> None:
    journal = Journal()
    for char in "عن النيل":
        journal = journal.then(journal.now.typed(char), "type")
    journal = journal.undo()
    assert journal.now.text == "عن "
    assert journal.undo().now.text == ""
    for char in "xy":
        journal = journal.then(journal.now.typed(char), "type")
    assert journal.now.text == "عن xy"
    assert journal.redo() is journal
    for _ in "xy":
        journal = journal.then(journal.now.erased("character", -1), "erase")
    assert journal.undo().now.text == "عن xy"


@pytest.mark.parametrize(
    ("text", "at", "direction", "caret"),
    [
        # The x typed in front of NSO is taken back: the caret stays left of it, though a space is before it.
        ("قال xNSO", Stop(5), -1, Stop(4)),
        ("قال NSO", Stop(4), 1, Stop(4)),
        # The last of the Latin letters goes: the next one would go to where it was.
        ("قال NSO إن", Stop(6), 1, Stop(6, behind=True)),
        ("قال NSO إن", Stop(7, behind=True), -1, Stop(6, behind=True)),
        # The space before it goes: the caret stays in the Arabic run.
        ("قال NSO", Stop(4, behind=True), -1, Stop(3, behind=True)),
    ],
)
def test_after_erasing_the_caret_is_where_it_was_seen(text: str, at: Stop, direction: int, caret: Stop) -> None:
    assert Edit.of(text).put(at).erased("character", direction).caret == caret
