"""Saving an article to a file and opening its link, from the reader's screen."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.ui.small_library import LINK, MIXED, SECOND
from tests.ui.test_copying import opened
from tests.ui.test_reader import WIDE, settled
from tui.arabic.direction import unisolated
from tui.model import Draft, Span
from tui.ui import browser

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.library import Library
    from tui.ui.app import WarraqApp


async def test_an_article_is_saved_and_a_file_is_not_overwritten_unasked(
    reader: Callable[..., WarraqApp], mixed: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "2021-07-09-عنوان.txt"
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        await pilot.press("w")
        assert screen.save_line.value == str(file)
        await pilot.press("enter")
        await settled(pilot, file.exists)
        saved = file.read_text(encoding="utf-8")
        assert saved == f"عنوان\nتجربة · 9 July 2021\n{LINK}\n\n{MIXED}\n\n{SECOND}\n"
        assert unisolated(screen.status.work) == f"Saved to {file}"
        assert screen.reader.has_focus
        file.write_text("mine", encoding="utf-8")
        await pilot.press("w", "enter")
        await settled(pilot, lambda: "again" in screen.save_line.prompt)
        assert file.read_text(encoding="utf-8") == "mine"
        await pilot.press("x", "backspace", "enter")
        await settled(pilot, lambda: "again" in screen.save_line.prompt)
        assert file.read_text(encoding="utf-8") == "mine"
        await pilot.press("enter")
        await settled(pilot, lambda: file.read_text(encoding="utf-8") == saved)
        assert file.read_text(encoding="utf-8") == saved


async def test_what_cannot_be_saved_says_why_in_one_line(
    reader: Callable[..., WarraqApp], mixed: Library, tmp_path: Path
) -> None:
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        await pilot.press("w", "ctrl+u", *str(tmp_path / "none/file.txt"), "enter")
        await settled(pilot, lambda: bool(screen.status.error))
        assert "cannot be written (No such file or directory)" in unisolated(screen.status.error)
        assert screen.save_line.has_focus
        await pilot.press("ctrl+u", *str(tmp_path), "enter")
        await settled(pilot, (tmp_path / "2021-07-09-عنوان.txt").exists)
        assert (tmp_path / "2021-07-09-عنوان.txt").exists()
        await pilot.press("w", "escape")
        assert screen.reader.has_focus
        assert not screen.save_line.display


async def test_a_device_is_no_file(reader: Callable[..., WarraqApp], mixed: Library) -> None:
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        await pilot.press("w", "ctrl+u", *"/dev/null", "enter")
        await settled(pilot, lambda: bool(screen.status.error))
        assert "not a file" in screen.status.error


async def test_a_link_opens_in_the_browser(
    reader: Callable[..., WarraqApp], mixed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr(browser, "takes_terminal", lambda: False)
    monkeypatch.setattr(browser, "start", started.append)
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        await pilot.press("o")
        await settled(pilot, lambda: bool(started))
        assert started == [LINK]
        assert LINK in screen.status.work


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "-private-window"])
async def test_no_other_link_is_opened(
    url: str, reader: Callable[..., WarraqApp], library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("started"))
    library.add(Draft("نص", "عنوان", body=(Span(0, 2),), published="2021-07-09", url=url))
    async with reader().run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        await pilot.press("o")
        await settled(pilot)
        assert "Not a web link" in screen.status.work
