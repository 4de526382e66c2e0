"""The form that writes the query: by keys alone, in both languages, at any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.test_reader import NARROW, WIDE, picture, settled
from tests.visual import shown
from tui import i18n
from tui.arabic.direction import unisolated
from tui.query.form import Form
from tui.ui.screens.query_form import QueryForm
from tui.ui.widgets.completion_list import CompletionList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.ui.app import WarraqApp


def _form(pilot: Pilot[int]) -> QueryForm:
    screen = pilot.app.screen
    assert isinstance(screen, QueryForm)
    return screen


async def test_what_is_filled_in_is_written_counted_and_searched_for(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("a")
        await settled(pilot, lambda: pilot.app.screen is not screen)
        form = _form(pilot)
        await pilot.press("down", "down", *"عنوان", "down", *"nil")
        values = form.query_one(CompletionList)
        await settled(pilot, lambda: values.display)
        assert shown("النيل") in picture(pilot)
        await pilot.press("down", "enter")
        await settled(pilot, lambda: form.written.count == "2 articles")
        assert not values.display
        assert form.text == "-عنوان @النيل"
        assert unisolated(form.written.words) == form.text
        assert form.written.count == "2 articles"
        await pilot.press("down", "right", "right", "right")
        await settled(pilot, lambda: form.written.count == "2 articles")
        assert form.text == "-عنوان place:النيل"
        await pilot.press("down", "down", *"2021-07-03", "enter")
        await settled(pilot, lambda: screen.list.count == 1)
        assert pilot.app.screen is screen
        assert screen.view.text == screen.search.value == "-عنوان place:النيل on:2021-07-03.."
        assert screen.list.count == 1


async def test_a_mistake_is_told_and_not_searched_for(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("a")
        await settled(pilot, lambda: pilot.app.screen is not screen)
        form = _form(pilot)
        await pilot.press(*["down"] * 7, *"soon", "enter")
        await settled(pilot)
        assert pilot.app.screen is form
        assert "is no date" in unisolated(form.written.error)
        await pilot.press("escape")
        assert len(pilot.app.screen_stack) == 1
        assert screen.view.text == ""


@pytest.mark.parametrize(
    ("query", "filled"),
    [
        ("النيل -كلم is:unread fact:quantity", Form("النيل", without="كلم", unread=True, kind="quantity")),
        ("شخص:ماكرون مميز", Form(entity="ماكرون", type="person", starred=True)),
        ("a OR b", Form()),
    ],
)
async def test_the_query_in_view_fills_it_in(reader: Callable[..., WarraqApp], query: str, filled: Form) -> None:
    async with reader(query).run_test(size=WIDE) as pilot:
        screen = pilot.app.screen
        await pilot.press("a")
        await settled(pilot, lambda: pilot.app.screen is not screen)
        assert _form(pilot).form == filled
        assert ("more than this form" in _form(pilot).written.error) == (filled == Form())


async def test_it_goes_on_with_what_is_typed_in_the_search_line(reader: Callable[..., WarraqApp]) -> None:
    i18n.use("ar")
    async with reader().run_test(size=NARROW) as pilot:
        screen = await settled(pilot)
        await pilot.press("slash", *"source:تجربة", "ctrl+f")
        await settled(pilot, lambda: pilot.app.screen is not screen)
        form = _form(pilot)
        await settled(pilot, lambda: bool(form.written.count))
        assert form.form == Form(source="تجربة")
        await pilot.press(*["up"] * 3, "left", "enter")
        await settled(pilot, lambda: pilot.app.screen is screen)
        assert screen.view.text == "مصدر:تجربة مميز"
