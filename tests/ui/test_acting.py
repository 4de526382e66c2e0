"""Acting on articles from the list: what is picked, done, asked, undone, as screen and library show it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.ui.test_reader import NARROW, WIDE, picture, settled
from tests.visual import shown
from tui.arabic.direction import unisolated
from tui.library import Library
from tui.model import MarkTerm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.ui.app import WarraqApp
    from tui.ui.screens.main import MainScreen


def _row(library: Library, article: int) -> tuple[bool, bool, tuple[str, ...]]:
    (row,) = library.rows([article])
    return row.read, row.starred, row.tags


async def _press(pilot: Pilot[int], *keys: str) -> MainScreen:
    await pilot.press(*keys)
    return await settled(pilot)


async def test_articles_are_picked_one_by_one_in_a_row_and_all(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        ids = list(screen.list.window.ids)
        await _press(pilot, "m", "ة")
        assert set(screen.list.picked.ids) == set(ids[:2])
        assert screen.list.cursor == 2
        assert unisolated(screen.status.count) == "2 picked · 5 articles"
        assert picture(pilot).count("◆") == 2
        await _press(pilot, "G", "M")
        assert set(screen.list.picked.ids) == set(ids[1:]) | {ids[0]}
        await _press(pilot, "g", "m")
        assert set(screen.list.picked.ids) == set(ids[1:])
        await _press(pilot, "O")
        assert set(screen.list.picked.ids) == set(ids[1:])
        await _press(pilot, "ctrl+a")
        assert len(screen.list.picked) == 5
        await _press(pilot, "ctrl+a")
        assert not len(screen.list.picked)
        await pilot.click(offset=(WIDE[0] - 5, 3), control=True)
        await settled(pilot)
        assert len(screen.list.picked) == 1
        await _press(pilot, "escape")
        assert not len(screen.list.picked)
        assert "◆" not in picture(pilot)


async def test_a_new_search_lets_go_of_what_it_does_not_show(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await _press(pilot, "ctrl+a", "slash", *"النيل", "enter")
        assert set(screen.list.picked.ids) == set(screen.list.window.ids)
        assert 0 < len(screen.list.picked) < 5


async def test_marks_are_set_on_all_that_is_picked_and_taken_away_where_all_have_them(
    reader: Callable[..., WarraqApp], library: Library
) -> None:
    ids = list(library.ids())
    library.mark(ids[:1], starred=True)
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await _press(pilot, "m", "m", "s")
        assert [_row(library, article)[1] for article in ids] == [True, True, False, False, False]
        assert unisolated(screen.status.work) == "starred, 1 article"
        await _press(pilot, "س")
        assert library.count(MarkTerm("starred")) == 0
        assert picture(pilot).count("★") == 0
        await _press(pilot, "U")
        assert unisolated(screen.status.work) == "Undone: star taken off, 2 articles"
        assert library.count(MarkTerm("starred")) == 2
        assert picture(pilot).count("★") == 2
        await _press(pilot, "U")
        assert [_row(library, article)[1] for article in ids] == [True, False, False, False, False]
        await _press(pilot, "ctrl+y")
        assert library.count(MarkTerm("starred")) == 2
        await _press(pilot, "U", "U")
        assert screen.status.work == "Nothing to undo"
        assert [_row(library, article)[1] for article in ids] == [True, False, False, False, False]


async def test_opening_an_article_is_no_step_to_undo(reader: Callable[..., WarraqApp], library: Library) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await _press(pilot, "s", "j", "enter")
        await _press(pilot, "U")
        assert library.count(MarkTerm("starred")) == 0
        assert _row(library, screen.list.current)[0]


async def test_tags_are_typed_completed_and_taken_off(reader: Callable[..., WarraqApp], library: Library) -> None:
    ids = list(library.ids())
    library.mark(ids[4:], tag=("مهم جدا", True))
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await _press(pilot, "m", "m", "t", *"مه")
        assert "2 articles" in unisolated(screen.tag_line.prompt)
        assert shown("مهم جدا") in picture(pilot)
        await _press(pilot, "tab", "enter")
        assert screen.list.has_focus
        assert [_row(library, article)[2] for article in ids] == [("مهم جدا",), ("مهم جدا",), (), (), ("مهم جدا",)]
        await _press(pilot, "ف", "-", *"مهم")
        await _press(pilot, "tab", "enter")
        assert [_row(library, article)[2] for article in ids] == [(), (), (), (), ("مهم جدا",)]
        await _press(pilot, "U", "t", *"غيره", "escape")
        assert _row(library, ids[0])[2] == ("مهم جدا",)
        assert {tag.name for tag in library.tags()} == {"مهم جدا"}


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_deleting_asks_and_can_be_undone(
    reader: Callable[..., WarraqApp], library: Library, size: tuple[int, int]
) -> None:
    ids = list(library.ids())
    async with reader().run_test(size=size) as pilot:
        screen = await settled(pilot)
        await _press(pilot, "j", "d")
        assert "Delete 1 article?" in unisolated(picture(pilot))
        await _press(pilot, "x", "escape")
        assert library.count() == 5
        await _press(pilot, "m", "k", "k", "m", "d", "y")
        assert list(library.ids()) == ids[2:]
        assert screen.list.current == ids[2]
        assert not len(screen.list.picked)
        await _press(pilot, "U")
        assert list(library.ids()) == ids
        assert screen.list.current == ids[0]
        await _press(pilot, "ctrl+a", "ي", "enter")
        assert library.count() == 0
        assert screen.list.count == 0
        await _press(pilot, "U")
        assert screen.list.count == 5


async def test_what_is_picked_is_exported(
    reader: Callable[..., WarraqApp], library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "warraq.jsonl"
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await _press(pilot, "m", "m", "E")
        assert screen.save_line.value == str(file)
        await pilot.press("enter")
        await settled(pilot, file.exists)
        records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        assert records == list(library.export(list(library.ids())[1::-1]))
        assert unisolated(screen.status.work) == f"Exported 2 articles to {file}"
        assert screen.list.has_focus
        await pilot.press("E", "enter")
        await settled(pilot, lambda: "again" in screen.save_line.prompt)
        await _press(pilot, "escape")
        assert screen.list.has_focus
        await _press(pilot, "E", "ctrl+u", *str(tmp_path / "none" / "file"), "enter")
        assert "cannot be written" in unisolated(screen.status.error)


async def test_what_cannot_be_changed_says_so_in_one_line(
    reader: Callable[..., WarraqApp], library: Library, tmp_path: Path
) -> None:
    library.close()
    path = tmp_path / "library.db"
    path.chmod(0o444)
    with Library.open(path) as fixed:
        if not fixed.readonly:
            pytest.skip("this user may write anywhere")
        async with reader(on=fixed).run_test(size=WIDE) as pilot:
            screen = await settled(pilot)
            await _press(pilot, "s")
            assert screen.status.error


async def test_the_key_bar_begins_with_what_can_be_done_and_never_lacks_help(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=NARROW) as pilot:
        await settled(pilot)
        assert "? help" in picture(pilot).splitlines()[-1]
        await _press(pilot, "m")
        bar = picture(pilot).splitlines()[-1]
        assert bar.split()[:2] == ["r", "read"]
        assert "? help" in bar
