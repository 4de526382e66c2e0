"""The search line in the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.test_reader import WIDE, picture, settled
from tests.visual import shown
from tui.arabic.direction import unisolated
from tui.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.ui.app import WarraqApp


async def test_control_keys_belong_to_the_line_that_is_typed_in(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        suspended = False

        def suspend() -> None:
            nonlocal suspended
            suspended = True

        screen.action_suspend = suspend  # type: ignore[method-assign]
        await pilot.press("slash", *"النيل نهر", "ctrl+z")
        assert screen.search.value == "النيل "
        assert not suspended
        await pilot.press("escape", "ctrl+z")
        assert suspended


async def test_the_wrong_keyboard_is_seen_and_tab_takes_what_was_meant(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("slash", *"hgkdg")
        assert screen.search.value == "hgkdg"
        assert f"Tab ?{shown('النيل')} ← hgkdg" in picture(pilot).splitlines()[0]
        await pilot.press("tab")
        assert screen.search.value == "النيل"
        assert screen.search.has_focus
        assert "Tab" not in picture(pilot).splitlines()[0]
        await pilot.press("ctrl+z")
        assert screen.search.value == "hgkdg"
        await pilot.press("ctrl+y", "enter")
        await settled(pilot, lambda: screen.list.count == 3)
        assert screen.list.count == 3


async def test_nothing_is_offered_for_what_is_meant_as_it_is(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("slash")
        for char in "النيل NSO Aswan ":
            await pilot.press(char)
            assert screen.search.offer == ""
        await pilot.press("tab")
        assert screen.search.value == "النيل NSO Aswan "


async def test_a_search_without_articles_offers_what_there_are_articles_of(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        # Too short a word to speak for itself; in the library it is.
        await pilot.press("slash", *"hgvd", "enter")
        await settled(pilot, lambda: bool(screen.search.offer) and not screen.list.count)
        assert screen.list.count == 0
        assert screen.search.value == screen.view.text == "hgvd"
        status = unisolated(screen.status.work)
        assert status == "None. الري? 2 articles: Tab"
        await pilot.press("tab")
        await settled(pilot, lambda: screen.list.count == 2)
        assert screen.search.value == screen.view.text == "الري"
        assert screen.list.count == 2
        assert screen.status.work == ""


async def test_the_filter_finds_names_typed_on_the_wrong_keyboard(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e")
        await settled(pilot)
        line = screen.filter.query_one("#narrow", LineEdit)
        # A name that nobody has, then a Latin one typed on an Arabic keyboard, then the other way round.
        await pilot.press(*"hrhiv")
        assert line.offer == ""
        await pilot.press("ctrl+u", *"شسصشى")
        assert line.offer == "aswan"
        await pilot.press("ctrl+u", *"hgrhi")
        assert line.offer == "القاه"
        assert line.value == "hgrhi"
        await pilot.press("enter")
        await settled(pilot)
        assert [entity.name for entity in screen.view.chosen.included] == ["القاهرة"]
