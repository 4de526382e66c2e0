"""Keys and mouse in a line that is typed in."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.app import App

from tests.visual import shown
from tui.arabic.terminal import Mode
from tui.ui.themes import themes
from tui.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.app import ComposeResult
    from textual.pilot import Pilot

WIDTH = 40
PROMPT = "بحث:"


class OneLine(App[None]):
    """A line and what it says."""

    CSS_PATH = "../../tui/ui/app.tcss"

    def __init__(self, mode: Mode = Mode.VISUAL, *, commands: str = "", cuts: bool = True) -> None:
        super().__init__()
        self.line = LineEdit(mode, prompt=PROMPT, hint="", id="search", commands=commands, cuts=cuts, remembers=True)
        self.said: list[str | int] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return next(iter(themes().values())).variables

    def compose(self) -> ComposeResult:
        yield self.line

    def on_line_edit_changed(self, event: LineEdit.Changed) -> None:
        self.said.append(event.value)

    def on_line_edit_shortened(self, event: LineEdit.Shortened) -> None:
        self.said.append(event.most)


@asynccontextmanager
async def line(text: str = "", mode: Mode = Mode.VISUAL) -> AsyncIterator[tuple[LineEdit, Pilot[None]]]:
    """A line with a text in it, its caret at the end."""
    app = OneLine(mode)
    async with app.run_test(size=(WIDTH, 3)) as pilot:
        app.line.set_value(text)
        app.line.focus()
        await pilot.pause()
        yield app.line, pilot


def column(text: str, word: str) -> int:
    """Where a word of a text begins that reads right to left; the prompt and two blanks are at its right."""
    first = len(shown(word)) - 1 if word > "\u0600" else 0
    return WIDTH - 2 - len(PROMPT) - len(shown(text)) + shown(text).index(shown(word)) + first


async def test_what_is_typed_is_shown_in_order_and_kept_as_typed() -> None:
    async with line() as (edit, pilot):
        await pilot.press(*"عن NSO Group وماكرون")
        assert edit.value == "عن NSO Group وماكرون"
        assert shown("عن NSO Group وماكرون") in edit.render_line(0).text
        assert isinstance(pilot.app, OneLine)
        assert pilot.app.said[-1] == edit.value
        assert len(pilot.app.said) == len(edit.value)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("left", "right", "right", "س"), "منتسزه"),
        (("home", "left", "left", "backspace"), "متزه"),
        (("home", "delete", "delete"), "تزه"),
        (("home", "shift+left", "shift+left", "ق"), "قتزه"),
        (("shift+home", "x"), "x"),
        (("home", "shift+end", "backspace"), ""),
        (("ctrl+a", "delete"), ""),
        (("right", "ctrl+k"), "منتز"),
        (("right", "ctrl+u"), "ه"),
        (("ctrl+w",), ""),
        ((*" قال", "ctrl+w", "ctrl+z"), "منتزه قال"),
        (("ا", "ctrl+z", "ctrl+z", "ctrl+y"), "منتزها"),
        (("space", "a", "b", "ctrl+right", "backspace"), "منتزهab"),
        (("backspace",), "منتز"),
    ],
)
async def test_keys(keys: tuple[str, ...], value: str) -> None:
    async with line("منتزه") as (edit, pilot):
        await pilot.press(*keys)
        assert edit.value == value


async def test_copy_cut_and_paste_are_of_the_logical_text() -> None:
    async with line("قال NSO إنّ") as (edit, pilot):
        await pilot.press("home", *["shift+left"] * 5, "ctrl+c")
        assert pilot.app.clipboard == edit.selected == "قال NSO"
        await pilot.press("ctrl+x")
        assert edit.value == " إنّ"
        await pilot.press("end", "ctrl+v", "ctrl+v")
        assert edit.value == " إنّقال NSOقال NSO"
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert edit.value == "قال NSO إنّ"


async def test_paste_is_made_safe_and_bounded() -> None:
    async with line("اب") as (edit, pilot):
        edit.post_message(events.Paste("\u202eسطر\r\nآخر\x1b[31m\u200f می\u200cرود"))
        await pilot.pause()
        assert edit.value == "ابسطر آخر[31m می\u200cرود"
        edit.post_message(events.Paste("ت" * 20_000))
        await pilot.pause()
        assert len(edit.value) == 10_000
        assert isinstance(pilot.app, OneLine)
        assert pilot.app.said[-1] == 10_000


async def test_up_and_down_bring_back_what_was_searched() -> None:
    async with line() as (edit, pilot):
        for text in ("النيل", "القاهرة", "النيل"):
            edit.set_value(text)
            edit.remember()
        edit.set_value("مسو")
        await pilot.press("up")
        assert edit.value == "النيل"
        await pilot.press("up", "up", "up")
        assert edit.value == "القاهرة"
        await pilot.press("down", "down", "down")
        assert edit.value == "مسو"


async def test_a_click_puts_the_caret_on_the_cell() -> None:
    text = "عن NSO لا"
    async with line(text) as (edit, pilot):
        for word, gap in (("عن", 0), ("NSO", 3), ("O", 5), ("لا", 7)):
            await pilot.click(edit, offset=(column(text, word), 0))
            assert edit.caret == gap
        await pilot.click(edit, offset=(1, 0))
        assert edit.caret == len(text)
        await pilot.click(edit, offset=(WIDTH - 2, 0))
        assert edit.caret == 0


async def test_a_drag_selects_over_runs_of_both_directions() -> None:
    text = "عن NSO قال"
    async with line(text) as (edit, pilot):
        start, end = (column(text, "SO"), 0), (column(text, "قال"), 0)
        await pilot.mouse_down(edit, offset=start)
        await drag(pilot, edit, end)
        assert edit.selected == "SO ق"
        await drag(pilot, edit, (column(text, "عن"), 0))
        assert edit.selected == "عن NS"
        await pilot.mouse_up(edit, offset=(column(text, "عن"), 0))
        await pilot.hover(edit, offset=(0, 0))
        assert edit.selected == "عن NS"


async def drag(pilot: Pilot[None], edit: LineEdit, to: tuple[int, int]) -> None:
    """Move the mouse with its button down, which Textual's pilot cannot."""
    await pilot._post_mouse_events([events.MouseMove], edit, offset=to, button=1)


async def test_two_clicks_select_a_word_and_three_all() -> None:
    text = "عن NSO قال"
    async with line(text) as (edit, pilot):
        at = (column(text, "قال"), 0)
        await pilot.click(edit, offset=at, times=2)
        assert edit.selected == "قال"
        await pilot.click(edit, offset=at, times=3)
        assert edit.selected == text


@pytest.mark.parametrize("mode", list(Mode))
async def test_every_way_of_painting_fills_the_line(mode: Mode) -> None:
    text = "عن NSO: لا 12 " * 5
    async with line(text, mode) as (edit, pilot):
        for key in ("home", *["left"] * 12, "end", *["shift+right"] * 9):
            await pilot.press(key)
            assert edit.render_line(0).cell_length == WIDTH


@pytest.mark.parametrize(
    ("mode", "word"),
    [
        (Mode.VISUAL, shown("قال")),
        (Mode.EXPLICIT, shown("قال")),
        (Mode.LRM, "".join([f"{letter}\u200e" for letter in shown("قال")])),
        (Mode.RUNS, f"\u200e{shown('قال')[::-1]}\u200e"),
        (Mode.WORDS, shown("قال")[::-1]),
        (Mode.LOGICAL, "قال"),
    ],
)
async def test_a_word_is_sent_as_the_terminal_needs_it(mode: Mode, word: str) -> None:
    async with line("عن NSO قال", mode) as (edit, _):
        assert word in edit.render_line(0).text


async def test_letters_go_to_a_terminal_that_orders_them_as_they_were_typed() -> None:
    async with line("عن NSO لا", Mode.LOGICAL) as (edit, pilot):
        assert "عن NSO لا" in edit.render_line(0).text
        await pilot.press("home", "left", "left", "left")
        assert "عن NSO لا" in edit.render_line(0).text


async def test_the_terminal_is_told_where_the_caret_is() -> None:
    async with line("عن NSO لا") as (edit, pilot):
        await pilot.press("home", "left")
        assert pilot.app.cursor_position.x == column("عن NSO لا", "عن") - 1
        assert edit.caret == 1


async def test_a_line_that_begins_at_the_left() -> None:
    app = OneLine()
    app.line = LineEdit(Mode.VISUAL, prompt="Command", hint="", id="search", edge="L")
    async with app.run_test(size=(WIDTH, 3)) as pilot:
        app.line.focus()
        await pilot.press(*"go to the end of النيل now")
        assert app.line.render_line(0).text.rstrip() == f" Command go to the end of {shown('النيل')} now"
        await pilot.click(app.line, offset=(len(" Command g"), 0))
        assert app.line.caret == 1


async def test_the_beginning_is_at_the_left_where_a_latin_line_begins_with_arabic() -> None:
    async with line("ماكرون to the end of it all") as (edit, pilot):
        before = edit.render_line(0).text
        await pilot.press("home")
        after = edit.render_line(0).text
        assert edit.caret == 0
        assert before == after
        start = after.index(shown("ماكرون"))
        assert pilot.app.cursor_position.x == start - 1
