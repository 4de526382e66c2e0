"""How text is laid out as the reader likes it and the terminal can show it: marks, digits, filled lines, spacing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining

from tests.ui.test_reader import NARROW, WIDE, picture, settled
from tests.visual import shown
from tui.model import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library import Library
    from tui.ui.app import WarraqApp


async def test_harakat_quiet_and_the_next_article(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("J")
        await settled(pilot)
        assert shown("مُنْتَزَهٌ جديد") in picture(pilot)
        await pilot.press("T")
        await pilot.pause()
        assert shown("مُنْتَزَهٌ جديد") not in "\n".join(
            line[screen.reader.region.x : screen.reader.region.right] for line in picture(pilot).splitlines()
        )
        await pilot.press("z")
        await pilot.pause()
        assert screen.reader.size.width == WIDE[0]
        assert not screen.list.region.area
        await pilot.press("escape", "K")
        await settled(pilot)
        assert screen.list.cursor == 0


async def test_lines_as_the_reader_likes_them(reader: Callable[..., WarraqApp]) -> None:
    async with reader(digits="arabic", justify=True, spacing=2).run_test(size=NARROW) as pilot:
        screen = await settled(pilot)
        await pilot.press("J", "enter")
        await settled(pilot, lambda: bool(screen.reader._page and screen.reader._page.done))
        rows = list(screen.reader._page.lines(3)) if screen.reader._page else []
        long = [row for row in rows if row.line and row.block == 3]
        assert len(long) > 10
        assert {row.line.width for row in long[:-1] if row.line} == {screen.reader._page.width}  # type: ignore[union-attr]
        assert [row.line is None for row in rows[rows.index(long[0]) : rows.index(long[-1]) + 1]] == (
            [False, True] * len(long)
        )[:-1]
        await pilot.press("J")
        await settled(pilot)
        assert shown("١٩٠ سيارة") in picture(pilot)


async def test_every_pane_has_the_readers_digits_and_the_fonts_letters(reader: Callable[..., WarraqApp]) -> None:
    async with reader(digits="arabic", lacking="\ufef4").run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("J", "J")
        await settled(pilot)
        for pane in (screen.list, screen.reader, screen.facts):
            seen = [line[pane.region.x : pane.region.right] for line in picture(pilot).splitlines()]
            assert "\ufef4" not in "\n".join(seen), pane
            assert pane is screen.list or any("١٩٠" in line for line in seen), pane
        await pilot.press("slash", *"123")
        await settled(pilot)
        assert "123" in picture(pilot).splitlines()[0]


async def test_marks_that_a_terminal_draws_wrong_are_in_no_pane(
    reader: Callable[..., WarraqApp], library: Library
) -> None:
    text = "عُنوانٌ مُشكَّل\n\nقالَ الكاتبُ إنَّ النصَّ مُشكَّل."
    library.add(Draft(text, text[:14], Span(0, 14), body=(Span(16, len(text)),), source="مَصدر", published="2030-01-01"))
    for harakat in (True, False):
        async with reader(on=library, harakat=harakat).run_test(size=WIDE) as pilot:
            screen = await settled(pilot)
            for pane in (screen.list, screen.reader):
                seen = "".join(line[pane.region.x : pane.region.right] for line in picture(pilot).splitlines())
                assert any(map(combining, seen)) == harakat, pane
