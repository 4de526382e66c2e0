"""Bars on the left of panes that read from right to left: seen, pressed, dragged; the text beside them is hit right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.test_reader import NARROW, WIDE, picture, settled
from tests.visual import shown
from tui import i18n
from tui.ui.screens.palette import CommandList
from tui.ui.widgets.help_text import HelpText

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.ui.app import WarraqApp

LONG = ("j", "enter")  # the article of the small library that takes several screens


async def test_bars_are_at_the_left_edge(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=NARROW) as pilot:
        screen = await settled(pilot)
        await pilot.press(*LONG)
        await settled(pilot)
        pane = screen.reader
        assert pane.show_vertical_scrollbar
        assert pane.vertical_scrollbar.region.x == pane.content_region.x
        assert pane.scrollable_content_region.right == pane.content_region.right
        bar = pane.vertical_scrollbar.region
        thumb = {strip.crop(bar.x, bar.right).text for strip in screen._compositor.render_strips(pilot.app.size)}
        assert not any(letter.isalnum() for text in thumb for letter in text)


async def test_a_bar_is_pressed_and_dragged(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=NARROW) as pilot:
        screen = await settled(pilot)
        await pilot.press(*LONG)
        await settled(pilot)
        bar = screen.reader.vertical_scrollbar.region
        await pilot.click(offset=(bar.x, bar.bottom - 1))
        await settled(pilot, lambda: screen.reader.scroll_offset.y > 0)
        pressed = screen.reader.scroll_offset.y
        assert pressed > 0
        await pilot.press("g")
        await settled(pilot, lambda: screen.reader.scroll_offset.y == 0)
        await pilot.mouse_down(offset=(bar.x, bar.y))
        await pilot.hover(offset=(bar.x, bar.bottom - 1))
        await pilot.mouse_up(offset=(bar.x, bar.bottom - 1))
        await settled(pilot, lambda: screen.reader.scroll_offset.y > pressed)
        assert screen.reader.scroll_offset.y > pressed


async def test_a_name_is_hit_from_its_first_cell_to_its_last(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("j", "j")
        await settled(pilot)
        region, name = screen.reader.region, shown("القاهرة")
        lines = picture(pilot).splitlines()
        y, x = next(
            (y, line.index(name, region.x)) for y, line in enumerate(lines) if name in line[region.x : region.right]
        )
        for column, chosen in ((x - 1, 0), (x + len(name), 0), (x, 1), (x + len(name) - 1, 0)):
            await pilot.click(offset=(column, y), control=True)
            await settled(pilot, lambda wanted=chosen: len(screen.view.chosen.included) == wanted)  # type: ignore[misc]
            assert len(screen.view.chosen.included) == chosen


async def test_a_name_is_hit_in_quiet_reading_too(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("j", "j", "z")
        await settled(pilot)
        name = shown("القاهرة")
        y, x = next((y, line.index(name)) for y, line in enumerate(picture(pilot).splitlines()) if name in line)
        await pilot.click(offset=(x, y), control=True)
        await settled(pilot, lambda: bool(screen.view.chosen))
        assert [entity.name for entity in screen.view.chosen.included] == ["القاهرة"]


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_the_bars_of_help_and_palette_are_where_their_lines_end(
    reader: Callable[..., WarraqApp], language: str
) -> None:
    i18n.use(language)
    for key, kind in (("question_mark", HelpText), ("colon", CommandList)):
        async with reader().run_test(size=NARROW) as pilot:
            await settled(pilot)
            await pilot.press(key)
            await pilot.pause()
            pane = pilot.app.screen.query_one(kind)
            assert pane.show_vertical_scrollbar
            bar, lines = pane.vertical_scrollbar.region, pane.scrollable_content_region
            assert bar.x == (lines.right if language == "en" else lines.x - 1)


async def test_a_note_does_not_cover_that_there_is_too_little_room(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=(39, 11), notifications=True) as pilot:
        await settled(pilot)
        pilot.app.notify("A note of several lines " * 8)
        await settled(pilot)
        assert "40x12" in picture(pilot)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "A note of" in picture(pilot)
