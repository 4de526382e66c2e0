"""The views: opened, saved, renamed, deleted and brought back by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.test_reader import WIDE, picture, settled
from tests.visual import shown
from tui import i18n
from tui.arabic.direction import unisolated
from tui.model import SavedSearch
from tui.query import parse
from tui.ui.screens.views import ViewsScreen
from tui.ui.state import Chosen, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.library import Library
    from tui.ui.app import WarraqApp


def _views(pilot: Pilot[int]) -> ViewsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ViewsScreen)
    return screen


async def test_a_view_is_opened_with_its_numbers(reader: Callable[..., WarraqApp], library: Library) -> None:
    library.mark(library.ids()[:2], read=True)
    library.save_search("النهر", "النيل")
    library.save_search("broken", "(")
    async with reader("القاهرة").run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("i")
        await settled(pilot, lambda: bool(_views(pilot).list.views) and _views(pilot).list.views[0].count > 0)
        found = [(view.name, view.unread, view.count) for view in _views(pilot).list.views]
        assert found == [
            ("All articles", 3, 5),
            ("Unread", 3, 3),
            ("Starred", 0, 0),
            ("النهر", 2, 3),
            ("broken", -1, -1),
        ]
        assert "2 of 3" in next(line for line in picture(pilot).splitlines() if shown("النهر") in line)
        await pilot.press("j", "enter")
        await settled(pilot, lambda: screen.list.count == 3)
        assert screen.view.text == screen.search.value == "is:unread"
        assert pilot.app.screen is screen
        await pilot.press("i")
        await settled(pilot, lambda: bool(_views(pilot).list.views))
        await pilot.press("j", "j", "j", "j", "enter")
        await settled(pilot)
        assert "not closed" in screen.status.error


async def test_a_search_is_saved_renamed_deleted_and_brought_back(
    reader: Callable[..., WarraqApp], library: Library
) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("slash", *"@أسوان", "ctrl+s")
        await settled(pilot, lambda: pilot.app.screen is not screen)
        assert screen.view.text == "@أسوان"
        await pilot.press(*"سد أسوان", "enter")
        await settled(pilot, lambda: len(library.searches()) == 1)
        assert library.searches() == (SavedSearch("سد أسوان", "@أسوان"),)
        await settled(pilot, lambda: len(_views(pilot).list.views) == 4)
        await pilot.press("G", "j", "j", "j", "r", "ctrl+u", *"Aswan", "enter")
        await settled(pilot, lambda: library.searches()[0].name == "Aswan")
        assert library.searches() == (SavedSearch("Aswan", "@أسوان"),)
        await settled(pilot, lambda: _views(pilot).list.views[-1].name == "Aswan")
        await pilot.press("d")
        await settled(pilot, lambda: not library.searches())
        assert library.searches() == ()
        assert unisolated(_views(pilot).said.words) == "Deleted Aswan; u brings it back"
        await pilot.press("u")
        await settled(pilot, lambda: bool(library.searches()))
        assert library.searches() == (SavedSearch("Aswan", "@أسوان"),)
        await pilot.press("escape")
        assert pilot.app.screen is screen


async def test_nothing_is_saved_without_a_search_or_a_name(reader: Callable[..., WarraqApp], library: Library) -> None:
    i18n.use("ar")
    async with reader().run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot, lambda: pilot.app.screen is not screen)
        assert not _views(pilot).line.has_focus
        assert _views(pilot).said.words == i18n._("All articles are in view: search first, then save")
        await pilot.press("r", "d", "ض")
        assert pilot.app.screen is screen
        await pilot.press("slash", *"النيل", "enter", "ctrl+s")
        await settled(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press("enter")
        await settled(pilot)
        assert library.searches() == ()
        assert _views(pilot).said.words == i18n._("a saved search needs a name")


async def test_a_mistake_is_not_saved(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("slash", *"(قمة", "ctrl+s")
        await settled(pilot)
        assert pilot.app.screen is screen
        assert "not closed" in screen.status.error


def test_the_filter_is_saved_with_the_search(library: Library) -> None:
    nile, cairo = (library.entity(name).entity for name in ("النيل", "القاهرة"))
    view = View("a OR b", parse("a OR b"), Chosen((nile,), (cairo,)))
    assert view.written == "(a OR b) place:النيل -place:القاهرة"
    i18n.use("ar")
    assert View("قمة ", parse("قمة"), Chosen((nile,))).written == "قمة مكان:النيل"
    assert View("a OR b", parse("a OR b")).written == "a OR b"
