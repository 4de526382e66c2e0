"""What other programs do to the library while the reader has it open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.ui.small_library import ANALYSER
from tests.ui.test_reader import WIDE, settled
from tui.arabic.direction import unisolated
from tui.library import Library
from tui.model import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tui.ui.app import WarraqApp


def _add(library: Library, title: str) -> None:
    """As another program does."""
    with Library.open(library.path, analyser=ANALYSER) as other:
        text = f"{title}\n\nخبر عن {title}."
        other.add(
            Draft(text, title, Span(0, len(title)), body=(Span(len(title) + 2, len(text)),), published="2022-01-01")
        )


async def test_new_articles_are_offered_and_shown_when_wanted(
    reader: Callable[..., WarraqApp], library: Library
) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("j", "j")
        await settled(pilot)
        current = screen.list.current
        screen.look()
        await settled(pilot)
        assert screen.status.work == ""
        _add(library, "قنطرة")
        _add(library, "ساقية")
        screen.look()
        await settled(pilot)
        assert unisolated(screen.status.work) == "New: 2 articles (F5)"
        assert screen.list.count == 5
        await pilot.press("f5")
        await settled(pilot)
        assert (screen.list.count, screen.list.current, screen.status.work) == (7, current, "")
        screen.look()
        await settled(pilot)
        assert screen.status.work == ""


async def test_only_what_matches_counts(reader: Callable[..., WarraqApp], library: Library) -> None:
    async with reader("@النيل").run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        _add(library, "ساقية")
        screen.look()
        await settled(pilot)
        assert screen.status.work == ""
        _add(library, "قنطرة النيل")
        screen.look()
        await settled(pilot)
        assert unisolated(screen.status.work) == "New: 1 article (F5)"


async def test_marks_of_ones_own_are_no_news(reader: Callable[..., WarraqApp]) -> None:
    async with reader("is:unread").run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("s", "r")
        await settled(pilot)
        screen.look()
        await settled(pilot)
        assert "New" not in screen.status.work
        assert screen._revision == screen.library.revision()


async def test_a_library_that_another_program_holds_is_one_line(
    reader: Callable[..., WarraqApp], library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.connection.BUSY_SECONDS", 0.05)
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("s")
            await settled(pilot)
            assert "another program is writing" in screen.status.error
            other.execute("ROLLBACK")
        await pilot.press("s")
        await settled(pilot)
        row = screen.list.window.row(0)
        assert row is not None
        assert row.starred
