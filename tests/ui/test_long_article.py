"""A long article opens as a short one does, and scrolling paints only what changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.ui.small_library import ANALYSER, ARTICLES
from tests.ui.test_reader import WIDE, picture, settled
from tests.visual import shown
from tui.library import Library
from tui.model import Draft, Span
from tui.ui.widgets import scrolled_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.geometry import Region
    from textual.pilot import Pilot
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


@pytest.fixture
def varied_library(tmp_path: Path) -> Iterator[Library]:
    """One article whose paragraphs are of many lengths, numbered, so that no guess of their height is right."""
    with Library.open(tmp_path / "varied.db", analyser=ANALYSER) as made:
        parts = [f"{n} " + "كلمات طويلة مستطيلة " * (n * 7 % 23) + "ا" * (n % 40) for n in range(1000)]
        parts[900] = "هنا العلامة الوحيدة"
        text = "\n\n".join(parts)
        spans = tuple(Span(p.start(), p.end()) for p in re.finditer(r"[^\n]+", text))
        made.add(Draft(text, "متنوع", body=spans, source="تجربة", published="2021-07-01"))
        yield made


async def test_what_is_not_seen_is_laid_out_later(
    reader: Callable[..., WarraqApp], long_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Never again within this test, so that the first paint is what is looked at.
    monkeypatch.setattr(scrolled_page, "_PAUSE", 3600)
    async with reader(on=long_library).run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        page = screen.reader._page
        assert page is not None
        assert sum(map(page.shows, range(len(page.text.blocks)))) < WIDE[1]
        assert screen.reader.virtual_size.height > 5000
        assert len(screen.reader._marks._looks) < WIDE[1]  # type: ignore[union-attr]
        facts = screen.facts._page
        assert facts is not None
        assert len(facts) > 2000
        assert sum(map(facts.shows, range(len(facts)))) < WIDE[1]
        await pilot.press("tab", "G")
        await pilot.pause()
        assert not page.done
        last = page.lines(len(page.text.blocks) - 1)
        assert page.at(screen.reader.scroll_offset.y + screen.reader.size.height - 1) == last[-1]
        assert screen.reader.scroll_offset.y == page.height - screen.reader.size.height
        assert len(screen.reader.rows_in_view()) > WIDE[1] // 3


async def test_the_rest_is_laid_out_when_nothing_else_is_to_be_done(
    reader: Callable[..., WarraqApp], long_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrolled_page, "_PAUSE", 0.001)
    monkeypatch.setattr(scrolled_page, "_SLICE", 0.1)
    async with reader("النيل", on=long_library).run_test(size=WIDE) as pilot:
        screen = await settled(pilot, lambda: pilot.app.screen_stack[0].reader.hits.counted)  # type: ignore[attr-defined]
        page = screen.reader._page
        assert page is not None
        assert page.done
        assert screen.reader.virtual_size.height == page.height
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
            written = [
                text._written(y + top) or text._written(y + text.scroll_offset.y) for y in range(text.size.height)
            ]
            assert sorted(region.y for region in asked) == [y for y, either in enumerate(written) if either]


def texts(pilot: Pilot[int]) -> list[str]:
    """The lines of the article on the screen, without the scroll bar."""
    reader = pilot.app.screen_stack[0].query_one("#reader")
    return [line[reader.region.x + 1 : reader.region.right] for line in picture(pilot).splitlines()[2:-1]]


async def test_lines_follow_each_other_wherever_one_goes(
    reader: Callable[..., WarraqApp], varied_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing is laid out but what is looked at, so that every height above it is a guess that turns out wrong.
    monkeypatch.setattr(scrolled_page, "_PAUSE", 3600)
    async with reader(on=varied_library).run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("tab")
        # To the end, then upwards line by line and by pages, by the wheel, and to the middle by the scroll bar.
        for jump in ("G", "middle"):
            if jump == "middle":
                screen.reader.scroll_to(y=screen.reader.virtual_size.height // 2, animate=False, immediate=True)
            else:
                await pilot.press(jump)
            await pilot.pause()
            for step in [*["k"] * 50, "pageup", "pageup", "wheel", *["j"] * 20, "pagedown"]:
                before, shift = texts(pilot), {"k": 1, "j": -1, "wheel": 2}.get(step, 0)
                if step == "wheel":
                    screen.reader.scroll_to(y=screen.reader.scroll_offset.y - 2, animate=False, immediate=True)
                else:
                    await pilot.press(step)
                await pilot.pause()
                after = texts(pilot)
                shift = shift or (screen.reader.size.height - 2) * (1 if step == "pageup" else -1)
                assert after[shift:] == before[:-shift] if shift > 0 else after[:shift] == before[-shift:], step


async def test_what_is_read_stays_while_the_rest_is_laid_out(
    reader: Callable[..., WarraqApp], varied_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader(on=varied_library).run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        monkeypatch.setattr(scrolled_page, "_PAUSE", 3600)
        screen.reader.lay_out_again()
        await pilot.press("tab")
        screen.reader.scroll_to(y=screen.reader.virtual_size.height // 2, animate=False, immediate=True)
        await pilot.pause()
        page, seen, row = screen.reader._page, texts(pilot), screen.reader.scroll_offset.y
        assert page is not None
        assert not page.done
        monkeypatch.setattr(scrolled_page, "_SLICE", 60)
        screen.reader._continue(page)
        await pilot.pause()
        assert page.done
        assert screen.reader.scroll_offset.y != row
        assert texts(pilot) == seen


async def test_finding_goes_far_without_laying_out_what_is_between(
    reader: Callable[..., WarraqApp], varied_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrolled_page, "_PAUSE", 3600)
    async with reader(on=varied_library).run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("ctrl+f", *"العلامة")
        await settled(pilot)
        assert screen.reader.hit_number == 1
        assert shown("هنا العلامة الوحيدة") in picture(pilot)
        page = screen.reader._page
        assert page is not None
        assert sum(map(page.shows, range(len(page.text.blocks)))) < 5 * WIDE[1]


@pytest.mark.parametrize("size", [WIDE, (140, 16)])
async def test_facts_follow_each_other_wherever_one_goes(
    reader: Callable[..., WarraqApp], long_library: Library, size: tuple[int, int]
) -> None:
    async with reader(on=long_library).run_test(size=size) as pilot:
        screen = await settled(pilot)
        await pilot.press("f")
        pane = screen.facts
        page, height = pane._page, pane.size.height
        assert page is not None
        seen = []
        steps = [*"jj", "pagedown", *"kGkkkkkk", "pageup", "pageup", "middle", "k", "pagedown", *"gGk"]
        for step in steps:
            cursor = pane.cursor
            if step == "middle":  # by the scroll bar, then a click on what is there
                pane.scroll_to(y=pane.virtual_size.height // 2, animate=False, immediate=True)
                await pilot.click("#facts", offset=(5, height // 2))
            else:
                await pilot.press(step)
            await pilot.pause()
            moved = pane.cursor - cursor
            right = {"j": moved == 1, "k": moved == -1, "G": pane.cursor == len(page) - 1, "g": pane.cursor == 1}
            assert right.get(step, moved), step
            top = pane.scroll_offset.y
            assert top <= page.top(pane.cursor) < page.top(pane.cursor + 1) <= top + height
            seen.append((pane.cursor, page.top(pane.cursor) - top, [page.at(top + y) for y in range(height)]))
        assert sum(map(page.shows, range(len(page)))) < 200
        every = [line for block in range(len(page)) for line in page.lines(block)]
        for cursor, down, lines in seen:
            first = page.top(cursor) - down
            assert all(one is other for one, other in zip(lines, every[first : first + height], strict=True))


async def test_facts_stand_from_the_paragraph_in_view_on(
    reader: Callable[..., WarraqApp], long_library: Library
) -> None:
    async with reader(on=long_library).run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("tab", "G")
        await pilot.pause()
        start, _ = screen.reader.paragraph_in_view()
        view = screen.facts._view
        assert view is not None
        shown_facts = [row for row in screen.facts._rows if not isinstance(row, str)]
        behind = [fact for fact in view.facts if fact.evidence.start >= start]
        assert 0 < len(behind) < len(view.facts)
        assert shown_facts == behind + [fact for fact in view.facts if fact.evidence.start < start]
