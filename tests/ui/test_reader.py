"""What keys and clicks do on the reader's screen, seen on the screen's own values and strips."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from textual.worker import WorkerCancelled

from tests.ui.small_library import ANALYSER
from tests.visual import said, shown
from tui.arabic.direction import isolate, unisolated
from tui.library import Library
from tui.ui.app import WarraqApp
from tui.ui.keys import ENTITY_KEYS, FACT_KEYS, KEYS, LINE_KEYS
from tui.ui.screens.help import HelpScreen
from tui.ui.screens.main import MainScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

WIDE, MEDIUM, NARROW = (140, 36), (100, 30), (60, 20)


async def settled(pilot: Pilot[int], wanted: Callable[[], bool] = lambda: True) -> MainScreen:
    """The main screen when nothing is under way, the reader shows what the list's cursor is on, and `wanted` holds.

    What is wanted and does not come is left for the test's assertion to tell.
    """
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    calm = rounds = 0
    # A message may start a worker, whose answer is a message: calm is when nothing has come for some rounds.
    while calm < 8 and rounds < 2000:
        with suppress(WorkerCancelled):  # another took its place
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        shows = screen.reader.view.article.id if screen.reader.view else 0
        calm = calm + 1 if shows == screen.list.current and wanted() else 0
        rounds += 1
    return screen


def picture(pilot: Pilot[int]) -> str:
    """The text on the screen."""
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return "\n".join(strip.text for strip in strips)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, (250, 60)])
async def test_list_text_and_facts_are_on_the_screen(reader: Callable[..., WarraqApp], size: tuple[int, int]) -> None:
    async with reader().run_test(size=size) as pilot:
        screen = await settled(pilot)
        seen = picture(pilot)
        assert shown("لا خبر هنا") in seen
        assert shown("جسر الروضة يعود") in seen
        assert screen.list.count == 5
        await pilot.press("G")
        await settled(pilot)
        assert shown("أعلنت وزارة الري أن جسر") in picture(pilot)


async def test_moving_shows_the_article_without_marking_it_read(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("j", "ت", "down", "k", "ن", "j")
        await settled(pilot)
        assert screen.list.cursor == 2
        assert shown("فقرة عن القاهرة وحدها") in picture(pilot)
        row = screen.list.window.row(2)
        assert row is not None
        assert not row.read


async def test_enter_opens_marks_read_and_escape_returns(reader: Callable[..., WarraqApp], library: Library) -> None:
    async with reader().run_test(size=NARROW) as pilot:
        screen = await settled(pilot)
        assert not screen.reader.region.area
        await pilot.press("enter")
        await settled(pilot)
        assert screen.reader.has_focus
        assert screen.reader.region.area
        assert not screen.query_one("#side").display
        await pilot.press("escape")
        assert screen.list.has_focus
        assert screen.query_one("#side").display
        assert library.rows([screen.list.current])[0].read


async def test_every_key_has_a_description_an_action_and_no_rival() -> None:
    keys = [name for key in KEYS for name in f"{key.keys},{key.arabic}".split(",") if name]
    assert len(keys) == len(set(keys))
    for key in KEYS:
        assert key.help
        assert key.label
        of, _, action = key.action.partition("(")[0].rpartition(".")
        assert hasattr(WarraqApp if of == "app" else MainScreen, f"action_{action}")


async def test_the_key_bar_shows_what_works_and_does_it(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)

        async def click(label: str) -> None:
            bar = picture(pilot).splitlines()[-1]
            await pilot.click(offset=(bar.index(label), WIDE[1] - 1))
            await settled(pilot)

        await click("entities")
        assert screen.has_class("-filtering")
        bar = picture(pilot).splitlines()[-1]
        assert "include" in bar
        assert "star" not in bar
        await click("include")
        assert screen.view.chosen.included
        await click("close")
        assert not screen.has_class("-filtering")
        await click("clear")
        assert not screen.view.chosen
        await click("search")
        assert screen.search.has_focus
        assert "quit" not in picture(pilot).splitlines()[-1]
        await click("leave")
        assert screen.list.has_focus


async def test_marks_are_kept(reader: Callable[..., WarraqApp], library: Library) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("r", "س")
        await settled(pilot)
        row = library.rows([screen.list.current])[0]
        assert row.read
        assert row.starred
        assert "★" in picture(pilot)
        await pilot.press("ق", "s")
        await settled(pilot)
        row = library.rows([screen.list.current])[0]
        assert not row.read
        assert not row.starred


async def test_search_filters_marks_hits_and_walks_through_them(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("slash", *"النيل", "enter")
        await settled(pilot, lambda: screen.list.count == 3)
        assert screen.list.count == 3
        assert screen.list.has_focus

        def place() -> tuple[int, int]:
            return screen.list.cursor, screen.reader.hit_number

        for expected in [(0, 1), (1, 1), (2, 1), (2, 2)]:
            await pilot.press("n")
            await settled(pilot, lambda wanted=expected: place() == wanted)  # type: ignore[misc]
            assert place() == expected
        await pilot.press("N")
        assert screen.reader.hit_number == 1
        await pilot.press("x")
        await settled(pilot)
        assert screen.list.count == 5


async def test_a_query_that_cannot_be_read_says_where_and_loses_nothing(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("slash", *'النيل "جسر', "enter")
        await settled(pilot)
        assert screen.status.error
        assert screen.search.has_focus
        assert screen.search.value == 'النيل "جسر'
        assert screen.list.count == 5


async def test_two_entities_and_one_excluded(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e")
        await settled(pilot)
        await pilot.press(*"nil", "enter")
        await settled(pilot)
        assert screen.list.count == 3
        assert "✓ النيل" in unisolated(screen.status.words)
        await pilot.press("escape", *"اسوان", "enter")
        await settled(pilot)
        assert screen.list.count == 2
        await pilot.press("enter", "escape", *"القاهره", "ctrl+x")
        await settled(pilot)
        assert unisolated(screen.status.words) == "✓ النيل  − القاهرة"
        assert screen.list.count == 2
        # What is excluded is in no article that is left, and must stay in sight to be taken back.
        await pilot.press("ctrl+u")
        await settled(pilot)
        assert shown("− القاهرة") in picture(pilot)
        await pilot.press(*"القاهرة", "ctrl+x")
        await settled(pilot)
        assert "− القاهرة" not in screen.status.words
        await pilot.press("escape", "escape", "x")
        await settled(pilot)
        assert screen.list.count == 5


async def test_filter_counts_agree_with_the_list(reader: Callable[..., WarraqApp], library: Library) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e")
        await settled(pilot)
        for facet in library.facets(screen.view.query):
            await pilot.press("ctrl+u", *facet.entity.name, "enter")
            await settled(pilot)
            assert screen.list.count == facet.count
            await pilot.press("enter")
            await settled(pilot)


async def test_a_fact_leads_to_its_evidence(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("G")
        await settled(pilot)
        seen = picture(pilot)
        assert shown("180 سيارة") in seen
        assert said(f"according to {isolate('وزارة الري')} · quantity") in seen
        assert said(f"≠ {isolate('differs')}: {isolate('190 سيارة')}") in seen
        await pilot.press("f")
        await settled(pilot)
        assert screen.facts.has_focus
        await pilot.press("enter")
        await settled(pilot)
        evidence = screen.reader.get_component_rich_style("reader--evidence").bgcolor
        marked = [
            segment.text
            for strip in screen._compositor.render_strips(pilot.app.size)
            for segment in strip
            if segment.style and segment.style.bgcolor == evidence
        ]
        assert shown("180 سيارة") in "".join(marked)


async def test_a_click_with_control_on_a_name_filters_by_it(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("j", "j")
        await settled(pilot)
        lines = picture(pilot).splitlines()
        region = screen.reader.region
        name = shown("القاهرة")
        y, x = next(
            (y, line.index(name, region.x)) for y, line in enumerate(lines) if name in line[region.x : region.right]
        )
        await pilot.click(offset=(x + 1, y), control=True)
        await settled(pilot)
        assert [entity.name for entity in screen.view.chosen.included] == ["القاهرة"]
        assert screen.list.count == 2


async def test_space_reads_on_to_the_next_unread(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("space")
        await settled(pilot)
        assert screen.reader.has_focus
        await pilot.press("space")
        await settled(pilot)
        assert screen.list.cursor == 1
        await pilot.press("space")
        await settled(pilot)
        assert screen.reader.scroll_offset.y > 0
        assert screen.list.cursor == 1


async def test_resizing_keeps_the_place_and_every_size_works(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("j", "enter")
        await settled(pilot)
        await pilot.press("pagedown")
        await pilot.pause()
        for size in ((250, 60), (90, 24), (60, 20), (40, 12)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert shown("شجرة") in picture(pilot)
            assert all(len(strip.text) for strip in screen._compositor.render_strips(pilot.app.size))
        await pilot.resize_terminal(39, 11)
        await settled(pilot)
        assert "40x12" in picture(pilot)


async def test_help_lists_every_key(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=(110, 160)) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        seen = picture(pilot)
        for key in (*KEYS, *FACT_KEYS, *ENTITY_KEYS, *LINE_KEYS):
            assert key.help in seen
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MainScreen)


async def test_the_palette_finds_actions(reader: Callable[..., WarraqApp], library: Library) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("colon", *"star, or")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("down", "enter")
        await settled(pilot)
        assert library.rows([screen.list.current])[0].starred


async def test_an_empty_library_is_filled_with_the_sample(reader: Callable[..., WarraqApp], tmp_path: Path) -> None:
    with Library.open(tmp_path / "new.db", analyser=ANALYSER) as empty:
        async with reader(on=empty).run_test(size=WIDE) as pilot:
            screen = await settled(pilot)
            assert screen.list.count >= 12


async def test_clicks_and_wheel(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.click(screen.list, offset=(10, 4))
        await settled(pilot)
        assert screen.list.cursor == 1
        await pilot.click(screen.list, offset=(10, 4))
        await settled(pilot)
        assert screen.reader.has_focus
