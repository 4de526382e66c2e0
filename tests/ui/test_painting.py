"""Lines of the panes: cut where there is no room, phrases at the right edge whatever their language."""

from __future__ import annotations

import pytest

from tui import i18n
from tui.arabic.direction import isolate
from tui.arabic.terminal import Mode
from tui.ui.painting import drawn, first_column, phrase, phrases, wrap


def texts(lines: tuple[object, ...]) -> list[str]:
    return ["".join(cell.text for cell in line.cells) for line in lines]  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", range(2, 40))
def test_what_is_cut_ends_with_an_ellipsis_where_reading_ends(width: int) -> None:
    for text, end in (("كلمات كثيرة لا يتسع لها السطر ولا السطران", 0), ("words for which no line has room", -1)):
        lines = wrap(text, width, Mode.VISUAL, most=2)
        assert len(lines) <= 2
        assert all(line.width <= width for line in lines)
        whole = wrap(text, width, Mode.VISUAL)
        assert (texts(lines)[-1][end] == "…") == (len(whole) > 2)
        assert lines[:1] == whole[:1]


def test_phrases_keep_their_order_and_stand_at_the_right() -> None:
    english = phrase(f"according to {isolate('وزارة الري')} · quantity", 60, Mode.VISUAL)
    (seen,) = texts((english,))
    assert seen.startswith("according to ")
    assert seen.endswith(" · quantity")
    assert first_column(english, 60) == 60 - english.width
    i18n.use("ar")
    (seen,) = texts((phrase(f"بحسب {isolate('NSO')} · {isolate('28 July 2021')}", 60, Mode.VISUAL),))
    assert seen.startswith("28 July 2021 · NSO ")


def test_a_phrase_cut_in_english_ends_at_its_right() -> None:
    (line,) = phrases("one two three four five", 12, Mode.VISUAL, most=1)
    assert texts((line,)) == ["one two…"]
    assert line.base == "R"


def test_what_takes_only_a_string_is_filled_from_the_edge_of_the_language() -> None:
    assert drawn("two words", 6, Mode.VISUAL) == "two\nwords"
    i18n.use("ar")
    first, second = drawn("كلمتان اثنتان", 8, Mode.VISUAL).split("\n")
    assert (len(first), len(second)) == (8, 8)
    assert first.startswith("  ")
