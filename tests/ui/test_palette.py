"""The palette: which actions are meant, and how they are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.test_reader import WIDE, picture, settled
from tests.visual import shown
from tui import i18n
from tui.ui.commands import matching
from tui.ui.keys import KEYS
from tui.ui.screens.palette import Palette

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.ui.app import WarraqApp


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("J", "next_article"),
        ("j", "down"),
        ("s", "star"),
        ("س", "star"),
        ("ctrl+p", "palette"),
        ("PgDn", "page_down"),
        ("quiet", "quiet"),
        ("QUI", "quiet"),
        ("next art", "next_article"),
        ("unread", "read_on"),
        ("vowel", "harakat"),
        ("the list", "back"),
        ("eave warr", "quit"),
    ],
)
def test_the_action_that_is_meant_comes_first(typed: str, first: str) -> None:
    assert matching(typed)[0].id == first


def test_all_without_words_and_none_for_words_of_no_action() -> None:
    assert matching("  ") == KEYS
    assert matching("zebra") == ()
    assert {key.id for key in matching("article")} >= {"next_article", "previous_article", "choose"}


async def test_an_action_is_found_by_typing_and_run_by_enter(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("colon", *"quie", "enter")
        await settled(pilot)
        assert screen.has_class("-quiet")
        assert pilot.app.screen is screen


async def test_arrows_choose_and_escape_leaves(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause()
        palette = pilot.app.screen
        assert isinstance(palette, Palette)
        await pilot.press("down", "pagedown", "up")
        assert palette.list.cursor > 10
        await pilot.press(*"hit", "down")
        assert [key.id for key in palette.list.keys][:2] == ["next_hit", "previous_hit"]
        assert palette.list.cursor == 1
        await pilot.press(*" of nothing")
        await pilot.press("enter")
        assert pilot.app.screen is palette
        await pilot.press("escape")
        assert len(pilot.app.screen_stack) == 1
        assert screen.list.has_focus


async def test_a_click_runs_an_action(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("colon", *"go to")
        await pilot.pause()
        lines = picture(pilot).splitlines()
        y = next(y for y, line in enumerate(lines) if "Go to the end" in line)
        await pilot.click(offset=(lines[y].index("Go to the end"), y))
        await settled(pilot)
        assert screen.list.cursor == screen.list.count - 1


async def test_in_arabic_it_reads_from_the_right_and_knows_both_languages(reader: Callable[..., WarraqApp]) -> None:
    i18n.use("ar")
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("colon", *"تمييز")
        await pilot.pause()
        row = next(line for line in picture(pilot).splitlines() if shown(i18n._("Star, or take the star off")) in line)
        assert row.index("s") < row.index(shown(i18n._("Star, or take the star off"))) < row.index(shown("تمييز"), 60)
        await pilot.press("ctrl+u", *"quiet", "enter")
        await settled(pilot)
        assert screen.has_class("-quiet")


async def test_words_typed_on_the_wrong_keyboard_are_understood(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("colon", *"ضعهثف")
        await pilot.pause()
        assert "Quiet" in picture(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert screen.has_class("-quiet")
