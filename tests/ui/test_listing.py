"""The list in orders and groups, why a search found its articles, and what comes first of a search."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.ui.test_reader import MEDIUM, WIDE, picture, settled
from tests.visual import shown
from tui.arabic.direction import unisolated
from tui.ui.left import read
from tui.ui.windows import ListWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    import pytest

    from tui.library import Library
    from tui.ui.app import WarraqApp
    from tui.ui.screens.main import MainScreen


def _titles(screen: MainScreen) -> list[str]:
    return [row.title for at in range(screen.list.count) if (row := screen.list.window.row(at))]


async def test_orders_follow_one_another_and_the_cursor_stays_on_its_article(
    reader: Callable[..., WarraqApp], mixed: Library
) -> None:
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        newest = _titles(screen)
        await pilot.press("j")
        await settled(pilot)
        current = screen.list.current
        for key, order, said in (
            ("O", list(reversed(newest)), "oldest first"),
            ("×", newest, "by source"),
            ("O", sorted(newest), "by title"),
            ("O", newest, ""),
        ):
            await pilot.press(key)
            await settled(pilot)
            assert screen.list.current == current
            assert said in screen.status.words
            if said != "by title":
                assert _titles(screen) == order
        await pilot.press("slash", *"النيل", "enter", "O", "O", "O", "O")
        await settled(pilot)
        assert "by relevance" in screen.status.words
        await pilot.press("x")
        await settled(pilot)
        assert "by" not in screen.status.words


async def test_groups_have_headings_that_hold_no_cursor(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("p")
        await settled(pilot)
        seen = picture(pilot)
        assert "1 article · 5 July 2021" in seen
        assert "grouped by day" in seen
        await pilot.press("j", "j")
        assert screen.list.cursor == 2
        await pilot.press("}")
        assert screen.list.cursor == 3
        await pilot.press("{", "{")
        assert screen.list.cursor == 1
        await pilot.press("ح")
        await settled(pilot)
        seen = picture(pilot)
        assert f"5 articles · {shown('تجربة')}" in seen
        assert "grouped by source" in seen
        await pilot.press("}")
        assert screen.list.cursor == screen.list.count - 1
        line = next(y for y, text in enumerate(picture(pilot).splitlines()) if "5 articles ·" in text)
        await pilot.click(offset=(WIDE[0] - 4, line + 1))
        await settled(pilot)
        assert screen.list.cursor == 0
        await pilot.press("p")
        await settled(pilot)
        assert "grouped" not in picture(pilot)


async def test_a_search_shows_why_each_article_was_found(reader: Callable[..., WarraqApp]) -> None:
    async with reader("النيل").run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        side = [line[screen.list.region.x :] for line in picture(pilot).splitlines()]
        assert any(shown("سيارة على النيل") in line for line in side)
        title = next(y for y, line in enumerate(side) if shown("منسوب النيل يرتفع") in line)
        painted = screen.list.render_line(title - screen.list.region.y)
        colours = {segment.text.strip(): segment.style.bgcolor for segment in painted if segment.style}
        assert colours[shown("النيل")] != colours[shown("يرتفع")]


async def test_the_first_page_of_a_search_comes_before_all_that_match(
    reader: Callable[..., WarraqApp], library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the whole is counted, the beginning is there to be read; then the list goes on where it was."""
    monkeypatch.setattr(ListWindow, "PAGE", 2)
    counting, counted = threading.Event(), library.listing

    def slow(*question: Any) -> Any:
        counting.wait(10)
        return counted(*question)

    async with reader().run_test(size=MEDIUM) as pilot:
        screen = await settled(pilot)
        monkeypatch.setattr(library, "listing", slow)
        await pilot.press("slash", *"سيارة OR النيل", "enter")
        while screen.list.count != 2:
            await pilot.pause()
        assert unisolated(screen.status.count) == "…"
        await pilot.press("G")
        assert screen.list.cursor == 1
        here = screen.list.current
        counting.set()
        await settled(pilot)
        assert screen.list.count == 4
        assert screen.list.current == here
        assert unisolated(screen.status.count) == "4 articles"


async def test_reading_on_goes_to_the_next_unread_in_the_order_of_the_list(
    reader: Callable[..., WarraqApp], library: Library
) -> None:
    ids = library.ids()
    library.mark(ids[3:4], read=True)
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("O")
        await settled(pilot)
        await pilot.press("g", "enter")
        await settled(pilot)
        screen.action_next_unread()
        await settled(pilot)
        assert screen.list.current == ids[2]


async def test_a_row_says_its_tags_and_how_many_copies_there_are(
    reader: Callable[..., WarraqApp], library: Library
) -> None:
    library.mark(library.ids()[:1], tag=("مهم", True))
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        assert f"{shown('مهم')}#" in picture(pilot)
        row = screen.list.window.row(0)
        assert row is not None
        screen.list.fill((replace(row, copies=2),), screen.list.window.token)
        await settled(pilot)
        assert "+2 copies" in picture(pilot)


async def test_order_and_groups_are_as_they_were_left(reader: Callable[..., WarraqApp]) -> None:
    app = reader()
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("O", "p")
        await settled(pilot)
        await pilot.press("q")
    assert (app.left.order, app.left.grouping) == ("oldest", "day")
    again = reader()
    again.left = again._main.left = read(app.left.values())
    async with again.run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        assert screen.status.words == "All articles · oldest first, grouped by day"
        assert screen.list.window.ids[0] == min(screen.list.window.ids)
