"""Completion in the search line: what is offered, how it is taken, and what stays as it was without it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.ui.test_reader import WIDE, picture, settled
from tests.visual import shown
from tui import i18n
from tui.query import parse
from tui.query.complete import taken, typed_at
from tui.ui.completing import MOST, completions
from tui.ui.widgets.completion_list import CompletionList

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library import Library
    from tui.ui.app import WarraqApp


def _offered(library: Library, query: str) -> list[tuple[str, int]]:
    typed = typed_at(query, len(query))
    assert typed
    return [(found.text, found.count) for found in completions(library, typed, date(2021, 7, 5))]


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("@", [("النيل", 3), ("القاهرة", 2), ("أسوان", 2), ('"وزارة الري"', 2), ('"جسر الروضة"', 1)]),
        ("@asw", [("أسوان", 2)]),
        ("place:", [("النيل", 3), ("القاهرة", 2), ("أسوان", 2)]),
        ("جهة:الر", [('"وزارة الري"', 2)]),
        ("سد اسو", [("@أسوان", 2)]),
        ("pl", [("place:", -1)]),
        ("source:ت", [("تجربة", 5)]),
        ("مصدر:رويترز", []),
        ("tag:", [("قراءة", 1)]),
        ("وسم:«قر", [("قراءة", 1)]),
        ("is:", [("unread", 4), ("read", 1), ("starred", 0)]),
        ("غير:", [("مقروء", 4), ("مميز", 5)]),
        ("fact:qu", [("quantity", 2)]),
        ("on:t", [("today", 1), ("this-week", 2), ("this-month", 5), ("this-year", 5)]),
        ("on:2021-07-0", [(f"2021-07-0{day}", 1) for day in (5, 4, 3, 2, 1)]),
        ("في:تم", [("تموز", 5)]),
    ],
)
def test_what_the_library_has_is_offered_with_its_count(
    library: Library, query: str, offered: list[tuple[str, int]]
) -> None:
    newest = library.ids()[0]
    library.mark([newest], read=True, tag=("قراءة", True))
    found = _offered(library, query)
    assert sorted(found) == sorted(offered)
    typed = typed_at(query, len(query))
    assert typed
    for text, count in found:
        whole, _caret = taken(query, typed, text)
        if count >= 0:
            assert library.count(parse(whole.removeprefix("سد "), date(2021, 7, 5))) == count


def test_no_more_are_offered_than_there_is_room_for(library: Library) -> None:
    assert len(_offered(library, "fact:")) == MOST


async def test_arrows_choose_and_enter_takes(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        offered = pilot.app.screen.query_one(CompletionList)
        await pilot.press("slash", *"asw")
        await settled(pilot, lambda: offered.display)
        assert offered.display
        assert shown("@أسوان") in picture(pilot).splitlines()[1]
        await pilot.press("down", "enter")
        await settled(pilot, lambda: not offered.display)
        assert screen.search.value == "@أسوان "
        assert screen.search.has_focus
        await pilot.press(*"pla")
        await settled(pilot, lambda: offered.display)
        await pilot.press("tab")
        await settled(pilot, lambda: offered.display)
        assert screen.search.value == "@أسوان place:"
        await pilot.press("down", "down", "up", "enter", "enter")
        await settled(pilot, lambda: screen.list.count == 2)
        assert screen.view.text == "@أسوان place:النيل "
        assert screen.list.count == 2
        assert not offered.display


async def test_without_a_choice_the_line_does_what_it_did(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        offered = pilot.app.screen.query_one(CompletionList)
        await pilot.press("slash", *"جسر", "enter")
        await settled(pilot, lambda: screen.list.count == 1)
        await pilot.press("slash", "ctrl+u", *"النيل")
        await settled(pilot, lambda: offered.display)
        assert offered.display
        await pilot.press("up")
        await settled(pilot)
        assert screen.search.value == "جسر"
        assert not offered.display
        await pilot.press("down")
        assert screen.search.value == "النيل"
        await pilot.press("backspace")
        await settled(pilot, lambda: offered.display)
        await pilot.press("enter")
        await settled(pilot, lambda: screen.view.text == "الني")
        assert screen.view.text == "الني"
        assert not offered.display


async def test_escape_closes_the_list_and_then_leaves(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        offered = pilot.app.screen.query_one(CompletionList)
        await pilot.press("slash", *"source:")
        await settled(pilot, lambda: offered.display)
        await pilot.press("escape")
        await settled(pilot, lambda: not offered.display)
        assert screen.search.has_focus
        assert not offered.display
        await pilot.press("escape")
        assert screen.list.has_focus


async def test_a_click_takes_and_leaving_the_line_closes(reader: Callable[..., WarraqApp]) -> None:
    i18n.use("ar")
    async with reader().run_test(size=(60, 20)) as pilot:
        screen = await settled(pilot)
        offered = pilot.app.screen.query_one(CompletionList)
        await pilot.press("slash", *"مصد")
        await settled(pilot, lambda: offered.display)
        await pilot.click(CompletionList, offset=(30, 0))
        await settled(pilot)
        assert screen.search.value == "مصدر:"
        await settled(pilot, lambda: offered.display)
        assert offered.display
        screen.set_focus(screen.list)
        await settled(pilot, lambda: not offered.display)
        assert not offered.display
