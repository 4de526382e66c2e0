"""Finding in the article: letters as they are typed, inside words, counted, marked, walked and left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.ui.small_library import ANALYSER
from tests.ui.test_reader import WIDE, picture, settled
from tests.visual import shown
from tui.library import Library
from tui.model import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.ui.app import WarraqApp
    from tui.ui.screens.main import MainScreen

PARAGRAPHS = (
    "ذهبت إلى المدرسة وبالمدرسةِ وللمدرسة في ٢٠٢١.",
    *["شجرة ونخلة وماء وظل."] * 60,
    "مَدْرَسَتُنا بعيدة، ومدرستهم في 2021.",
)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Library]:
    """An article in which a school is named at the beginning and far below, and one without."""
    with Library.open(tmp_path / "school.db", analyser=ANALYSER) as made:
        for day, paragraphs in (("2021-07-02", PARAGRAPHS), ("2021-07-01", ("مدرسة واحدة",))):
            text = "\n\n".join(paragraphs)
            body = tuple(Span(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text))
            made.add(Draft(text, f"عنوان {day}", body=body, published=day))
        yield made


def marked(pilot: Pilot[int], name: str) -> list[str]:
    """What is painted so on the screen, from left to right."""
    screen = pilot.app.screen_stack[0]
    wanted = screen.query_one("#reader").get_component_rich_style(f"reader--{name}").bgcolor
    strips = screen._compositor.render_strips(pilot.app.size)
    return [part.text for strip in strips for part in strip if part.style and part.style.bgcolor == wanted]


def prompt(screen: MainScreen) -> str:
    return screen.find_line.prompt


async def finding(pilot: Pilot[int], typed: str) -> MainScreen:
    """The screen with the newest article open and this typed into its find line."""
    await settled(pilot)
    await pilot.press("enter")
    await settled(pilot)
    await pilot.press("ctrl+f", *typed)
    return await settled(pilot)


async def test_hits_are_counted_marked_and_walked_round(reader: Callable[..., WarraqApp], school: Library) -> None:
    async with reader(on=school).run_test(size=WIDE) as pilot:
        screen = await finding(pilot, "مدرسه")
        assert prompt(screen) == "Find (1 of 3)"
        assert marked(pilot, "current") == [shown("بمدرسة")[:-1]]
        assert len(marked(pilot, "hit")) == 2
        await pilot.press("backspace")
        await settled(pilot)
        assert prompt(screen) == "Find (1 of 5)"
        for number in (2, 3, 4, 5, 1, 2):
            await pilot.press("enter")
            assert prompt(screen) == f"Find ({number} of 5)"
        assert screen.reader.scroll_offset.y == 0
        await pilot.press("up", "shift+enter")
        await settled(pilot)
        assert prompt(screen) == "Find (5 of 5)"
        assert screen.reader.scroll_offset.y > 50
        assert marked(pilot, "current") == [shown("ومدرستهم")[3:-1]]


async def test_letters_and_digits_are_found_however_they_are_written(
    reader: Callable[..., WarraqApp], school: Library
) -> None:
    async with reader(on=school).run_test(size=WIDE) as pilot:
        screen = await finding(pilot, "2021")
        assert prompt(screen) == "Find (1 of 4)"  # in title and date too
        await pilot.press("ctrl+u", *"مَدْرَسَتُ")
        await settled(pilot)
        assert prompt(screen) == "Find (1 of 2)"
        await pilot.press("ctrl+u", *"المدرسة")
        await settled(pilot)
        assert prompt(screen) == "Find (1 of 3)"
        await pilot.press(*"xyz")
        await settled(pilot)
        assert prompt(screen) == "Find (0 of 0)"
        assert not marked(pilot, "current")
        await pilot.press("enter", "up", "ctrl+u")
        await settled(pilot)
        assert prompt(screen) == "Find"


async def test_what_is_typed_is_looked_for_from_where_one_reads(
    reader: Callable[..., WarraqApp], school: Library
) -> None:
    async with reader(on=school).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("enter", "pagedown")
        await settled(pilot)
        await pilot.press("F", *"مدرس")
        screen = await settled(pilot)
        assert prompt(screen) == "Find (4 of 5)"


async def test_n_walks_in_the_text_and_escape_leaves_all_as_it_was(
    reader: Callable[..., WarraqApp], school: Library
) -> None:
    async with reader(on=school).run_test(size=WIDE) as pilot:
        screen = await finding(pilot, "مدرس")
        await pilot.press("tab")
        assert screen.reader.has_focus
        await pilot.press("n", "ى", "n")
        assert prompt(screen) == "Find (4 of 5)"
        await pilot.press("N")
        assert prompt(screen) == "Find (3 of 5)"
        await pilot.press("n", "k", "k")
        await settled(pilot)
        at = screen.reader.scroll_offset.y
        assert at > 50
        await pilot.press("escape")
        await settled(pilot)
        assert screen.reader.scroll_offset.y == at
        assert not marked(pilot, "hit")
        assert not marked(pilot, "current")
        assert not screen.find_line.display
        assert screen.reader.has_focus
        assert screen.list.cursor == 0


async def test_the_search_has_its_hits_again_afterwards(reader: Callable[..., WarraqApp], school: Library) -> None:
    async with reader("شجرة", on=school).run_test(size=WIDE) as pilot:
        screen = await finding(pilot, "مدرس")
        assert len(screen.reader.hits) == 5
        await pilot.press("escape")
        assert len(screen.reader.hits) == 60
        assert screen.status.work == ""
        await pilot.press("n")
        assert screen.status.work == "Hit 1 of 60"


async def test_another_article_is_looked_through_too(reader: Callable[..., WarraqApp], school: Library) -> None:
    async with reader(on=school).run_test(size=WIDE) as pilot:
        screen = await finding(pilot, "مدرس")
        await pilot.press("tab", "J")
        await settled(pilot, lambda: screen.list.cursor == 1)
        assert prompt(screen) == "Find (0 of 1)"
        await pilot.press("n")
        assert prompt(screen) == "Find (1 of 1)"


async def test_what_is_selected_is_looked_for(reader: Callable[..., WarraqApp], school: Library) -> None:
    async with reader(on=school).run_test(size=WIDE) as pilot:
        screen = await finding(pilot, "شيء")
        await pilot.press("escape", "v", "v", "w", "w", "v", "e")
        assert screen.reader.selected == "المدرسة"
        await pilot.press("escape", "v")
        await pilot.press("escape")
        await pilot.press("ctrl+f")
        await settled(pilot)
        # Nothing is selected any more: what was typed before is there, to be typed over.
        assert screen.find_line.value == "شيء"
        await pilot.press(*"ماء")
        assert screen.find_line.value == "ماء"
        await pilot.press("escape")
        await pilot.click(offset=_at(pilot, "شجرة"), times=2)
        await pilot.press("ctrl+f")
        await settled(pilot)
        assert screen.find_line.value == "شجرة"
        assert prompt(screen) == "Find (1 of 60)"


def _at(pilot: Pilot[int], text: str) -> tuple[int, int]:
    region = pilot.app.screen_stack[0].query_one("#reader").region
    return next(
        (x + 1, y)
        for y, line in enumerate(picture(pilot).splitlines())
        if region.x <= (x := line.find(shown(text))) < region.right
    )
