"""A long article opens as a short one does, and scrolling paints only what changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.ui.small_library import ANALYSER, ARTICLES
from tests.ui.test_reader import WIDE, settled
from tui.library import Library
from tui.model import Draft, Span
from tui.ui.widgets import article_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.geometry import Region
    from textual.strip import Strip

    from tui.ui.app import WarraqApp
    from tui.ui.page import Row
    from tui.ui.widgets.reader import Reader


@pytest.fixture
def long_library(tmp_path: Path) -> Iterator[Library]:
    """One article of 200,000 characters."""
    with Library.open(tmp_path / "long.db", analyser=ANALYSER) as made:
        body = "\n\n".join(body for _, _, body in ARTICLES[:3])
        text = "طويل"
        while len(text) < 200_000:
            text += f"\n\n{body}"
        spans = tuple(Span(p.start(), p.end()) for p in re.finditer(r"[^\n]+", text))
        made.add(Draft(text, "طويل", spans[0], body=spans[1:], source="تجربة", published="2021-07-01"))
        yield made


async def test_what_is_not_seen_is_laid_out_later(
    reader: Callable[..., WarraqApp], long_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Never again within this test, so that the first paint is what is looked at.
    monkeypatch.setattr(article_text, "_PAUSE", 3600)
    async with reader(on=long_library).run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        page = screen.reader._page
        assert page is not None
        assert len(page.rows) < 2 * WIDE[1]
        assert not page.done
        assert screen.reader.virtual_size.height > 5000
        assert len(screen.reader._marks._looks) < WIDE[1]  # type: ignore[union-attr]
        assert screen.facts.count < 60
        await pilot.press("tab", "G")
        await pilot.pause()
        assert page.done
        assert screen.reader.virtual_size.height == len(page.rows)
        assert screen.reader.scroll_offset.y == len(page.rows) - screen.reader.size.height


async def test_the_rest_is_laid_out_when_nothing_else_is_to_be_done(
    reader: Callable[..., WarraqApp], long_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_text, "_PAUSE", 0.001)
    monkeypatch.setattr(article_text, "_SLICE", 0.1)
    async with reader("النيل", on=long_library).run_test(size=WIDE) as pilot:
        screen = await settled(pilot, lambda: pilot.app.screen_stack[0].reader.hits.counted)  # type: ignore[attr-defined]
        page = screen.reader._page
        assert page is not None
        assert page.done
        assert screen.reader.virtual_size.height == len(page.rows)
        assert len(screen.reader.hits) > 1000


async def test_scrolling_paints_lines_that_changed_and_lays_out_none_twice(
    reader: Callable[..., WarraqApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader().run_test(size=(140, 14)) as pilot:
        screen = await settled(pilot)
        await pilot.press("j", "enter")
        await settled(pilot)
        text = screen.reader
        painted: list[int] = []
        asked: list[Region] = []
        paint, refresh = text._paint, text.refresh

        def painting(row: Row, *rest: Any) -> Strip:
            painted.append(row.block)
            return paint(row, *rest)

        def asking(*regions: Region, **how: bool) -> Reader:
            asked.extend(regions)
            return refresh(*regions, **how)

        monkeypatch.setattr(text, "_paint", painting)
        monkeypatch.setattr(text, "refresh", asking)
        for key, new in (("j", 1), ("k", 0), ("j", 0)):
            painted.clear()
            asked.clear()
            top = text.scroll_offset.y
            await pilot.press(key)
            await pilot.pause()
            assert abs(text.scroll_offset.y - top) == 1
            assert len(painted) == new
            assert asked
            rows = text._page.rows  # type: ignore[union-attr]
            for region in asked:
                assert any(rows[region.y + start].line for start in (top, text.scroll_offset.y))
            assert text.size.height - len(asked) == sum(
                rows[y + top].line is None and rows[y + text.scroll_offset.y].line is None
                for y in range(text.size.height)
            )
