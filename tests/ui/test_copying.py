"""Selecting and copying on the reader's screen, with mouse and keys."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from tests.ui.small_library import ARTICLES, LINK, MIXED, SECOND
from tests.ui.test_reader import WIDE, picture, settled
from tests.visual import shown
from tui.ui import clipboard

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.library import Library
    from tui.ui.app import WarraqApp
    from tui.ui.screens.main import MainScreen


async def opened(pilot: Pilot[int]) -> MainScreen:
    """The screen with the newest article open."""
    await settled(pilot)
    await pilot.press("enter")
    return await settled(pilot)


def on_screen(pilot: Pilot[int], text: str) -> tuple[int, int]:
    """Where the first letter of a word is painted in the reader: on the right of Arabic, on the left of Latin."""
    region = pilot.app.screen_stack[0].query_one("#reader").region
    for y, line in enumerate(picture(pilot).splitlines()):
        # Marks take no cell of their own.
        before, found, _ = line.partition(shown(text))
        if found and region.x <= cell_len(before) < region.right:
            return cell_len(before) + (0 if text.isascii() else cell_len(found) - 1), y
    raise AssertionError(picture(pilot))


async def drag(pilot: Pilot[int], start: str, end: str) -> None:
    """From the first letter of a word to that of another."""
    await pilot.mouse_down(offset=on_screen(pilot, start))
    await pilot.hover(offset=on_screen(pilot, end))
    await pilot.mouse_up(offset=on_screen(pilot, end))
    await pilot.pause()


def highlighted(pilot: Pilot[int]) -> list[list[str]]:
    """What is painted as selected: of each line its runs, as they stand from left to right."""
    screen = pilot.app.screen_stack[0]
    wanted = screen.query_one("#reader").get_component_rich_style("reader--selected").bgcolor
    lines = []
    for strip in screen._compositor.render_strips(pilot.app.size):
        marked = groupby(strip, lambda segment: segment.style is not None and segment.style.bgcolor == wanted)
        if runs := ["".join(segment.text for segment in group) for chosen, group in marked if chosen]:
            lines.append(runs)
    return lines


@pytest.mark.parametrize(
    ("drawn", "copied", "painted"),
    [
        (("NSO", "الإسرائيلية"), "NSO Group (ا", [["ﺍ) NSO Group"]]),
        (("الإسرائيلية", "Group"), "Group (ا", [["ﺍ) ", "Group"]]),
        (("قالت", "Group"), "قالت NSO G", [["NSO G", " ﺖﻟﺎﻗ"]]),
        (("لأحد", "وكتبت"), "لأحد، و", [["ﻭ ،ﺪﺣﻷ"]]),
        (("إن", "أسوان"), "أسوان إ", [["ﺇ ﻥﺍﻮﺳﺃ"]]),
    ],
)
async def test_a_drag_selects_from_cluster_to_cluster(
    drawn: tuple[str, str], copied: str, painted: list[list[str]], reader: Callable[..., WarraqApp], mixed: Library
) -> None:
    async with reader(on=mixed).run_test(size=(250, 30)) as pilot:
        screen = await opened(pilot)
        await drag(pilot, *drawn)
        assert highlighted(pilot) == painted
        assert screen.reader.selected == copied
        await pilot.press("y")
        assert pilot.app.clipboard == copied
        assert not screen.reader.selected
        assert f"{len(copied)} characters" in screen.status.work


async def test_a_drag_over_paragraphs_goes_on_with_shift_and_ends_with_a_click(
    reader: Callable[..., WarraqApp], mixed: Library
) -> None:
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        await drag(pilot, "سكتت", "القاهرة")
        assert screen.reader.selected == "سكتت.\n\nEnglish words with ا"
        await pilot.click(offset=on_screen(pilot, "words"), shift=True)
        assert screen.reader.selected == "سكتت.\n\nEnglish w"
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert pilot.app.clipboard == "سكتت.\n\nEnglish w"
        await drag(pilot, "سكتت", "القاهرة")
        await pilot.press("escape")
        assert not screen.reader.selected
        assert screen.reader.has_focus
        await drag(pilot, "سكتت", "القاهرة")
        await pilot.click(offset=on_screen(pilot, "words"))
        assert not screen.reader.selected
        assert not highlighted(pilot)


async def test_two_clicks_select_a_word_and_three_the_paragraph(
    reader: Callable[..., WarraqApp], mixed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.ui.widgets.reader._SECOND_CLICK", 3600)  # however slowly the second one comes
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        # A name: a second click in time asks for no filter.
        await pilot.click(offset=on_screen(pilot, "أسوان"), times=2)
        assert screen.reader.selected == "أسوان"
        assert screen.reader._clicked is None
        await pilot.click(offset=on_screen(pilot, "example.org"), times=2)
        assert screen.reader.selected == "https://example.org/a"
        await pilot.click(offset=on_screen(pilot, "words"), times=3)
        assert screen.reader.selected == SECOND


async def test_a_name_is_hit_in_either_direction(reader: Callable[..., WarraqApp], mixed: Library) -> None:
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        x, y = on_screen(pilot, "القاهرة")
        for x_, names in ((x + 1, []), (x, ["القاهرة"]), (x - 6, []), (x - 7, [])):
            await pilot.click(offset=(x_, y), control=True)
            await settled(pilot, lambda wanted=names: [e.name for e in screen.view.chosen.included] == wanted)  # type: ignore[misc]
            assert [entity.name for entity in screen.view.chosen.included] == names


async def test_a_drag_held_at_the_edge_scrolls(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("j", "enter")
        await settled(pilot)
        region = screen.reader.region
        await pilot.mouse_down(offset=(region.right - 4, region.y + 5))
        await pilot.hover(offset=(region.right - 4, WIDE[1] - 1))
        screen = await settled(pilot, lambda: screen.reader.scroll_offset.y >= 5)
        assert screen.reader.scroll_offset.y >= 5
        await pilot.mouse_up(offset=(region.right - 4, WIDE[1] - 1))
        await pilot.pause()
        at = screen.reader.scroll_offset.y
        assert len(screen.reader.selected) > 40 * (region.height - 6)
        assert screen.reader.selected in ARTICLES[3][2]
        await settled(pilot)
        assert screen.reader.scroll_offset.y == at


@pytest.mark.parametrize(
    ("keys", "copied"),
    [
        (("v", "right_curly_bracket", "y"), MIXED),
        (("ر", "greater_than_sign", "غ"), MIXED),
        (("v", "v", "w", "v", "left", "left", "y"), "NSO Group ("),
        (("v", "e", "e", "y"), "قالت NSO"),
        (("shift+left", "shift+left", "enter"), "قال"),
        (("v", "v", "right_curly_bracket", "v", "home", "y"), "لأحد، وكتبت 14:30 على https://example.org/a ثم سكتت."),
        (("v", "p", "y"), MIXED),
        (("v", "v", "j", "j", "j", "p", "ctrl+c"), SECOND),
        (("v", "ctrl+left", "o", "left", "y"), "الت"),
        (("v", "G", "y"), f"{MIXED}\n\n{SECOND}"),
        (("v", "ctrl+a", "y"), f"عنوان\n\nتجربة · 9 July 2021\n\n{MIXED}\n\n{SECOND}"),
    ],
)
async def test_a_caret_selects(
    keys: tuple[str, ...], copied: str, reader: Callable[..., WarraqApp], mixed: Library
) -> None:
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        await pilot.press(*keys)
        assert pilot.app.clipboard == copied
        assert not screen.reader.selecting
        assert not highlighted(pilot)


async def test_the_caret_is_seen_and_keys_are_its_own_until_it_is_left(
    reader: Callable[..., WarraqApp], mixed: Library
) -> None:
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        await pilot.press("v")
        await pilot.pause()
        assert "other end" in picture(pilot).splitlines()[-1]
        reverse = [
            segment.text
            for strip in screen._compositor.render_strips(pilot.app.size)
            for segment in strip
            if segment.style and segment.style.reverse
        ]
        assert reverse == [shown("قالت")[-1]]
        for key in ("s", "r", "x", "slash", "n", "J"):
            await pilot.press(key)
        await pilot.pause()
        assert screen.reader.selecting
        assert screen.list.cursor == 0
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.is_running
        assert not screen.reader.selecting
        assert "quit" in picture(pilot).splitlines()[-1]


async def test_the_caret_brings_lines_into_view(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=(140, 14)) as pilot:
        screen = await settled(pilot)
        await pilot.press("j", "enter")
        await settled(pilot)
        await pilot.press("v", *["j"] * 14)
        await pilot.pause()
        assert screen.reader.scroll_offset.y > 0
        await pilot.press("G", "g")
        await pilot.pause()
        assert screen.reader.scroll_offset.y == 0


async def test_without_a_selection_the_paragraph_in_view_the_article_and_its_link(
    reader: Callable[..., WarraqApp], mixed: Library
) -> None:
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        await pilot.press("y")
        assert pilot.app.clipboard == MIXED
        assert screen.status.work == f"Copied the paragraph: {len(MIXED)} characters"
        await pilot.press("c")
        whole = f"عنوان\nتجربة · 9 July 2021\n{LINK}\n\n{MIXED}\n\n{SECOND}"
        assert pilot.app.clipboard == whole
        assert screen.status.work == f"Copied the article: {len(whole)} characters"
        await pilot.press("u")
        assert pilot.app.clipboard == LINK
        await pilot.press("J")
        await settled(pilot)
        await pilot.press("u")
        assert screen.status.work == "This article has no link"
        assert pilot.app.clipboard == LINK


async def test_what_was_done_is_said_in_quiet_reading_too(reader: Callable[..., WarraqApp], mixed: Library) -> None:
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("z", "y")
        await pilot.pause()
        assert "Copied the paragraph" in picture(pilot).splitlines()[-1]


async def test_a_very_long_text_says_that_terminals_may_cut_it(
    reader: Callable[..., WarraqApp], mixed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "LONGEST", 100)
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        await pilot.press("y")
        assert "some terminals cut" in screen.status.work


async def test_a_program_that_does_not_take_the_text_is_named(
    reader: Callable[..., WarraqApp], mixed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "commands", lambda: (("false",),))
    async with reader(on=mixed).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        await pilot.press("y")
        await settled(pilot, lambda: "exit code" in screen.status.work)
        assert screen.status.work.startswith("Copied for terminals that allow it")
