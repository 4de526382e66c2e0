"""What the pane of facts shows and says that it does not show, by keys and by clicks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.small_library import ANALYSER
from tests.ui.test_judging import _at_fact, _press
from tests.ui.test_reader import WIDE, picture, settled
from tests.visual import shown
from tui.library import Library
from tui.model import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.model import Fact
    from tui.ui.app import WarraqApp

NOTICE, UNHIDDEN = "1 fact that may be misread is hidden", "1 fact here may be misread"


async def _click(pilot: Pilot[int], words: str) -> None:
    """Click on a line of the pane of facts."""
    lines = picture(pilot).splitlines()
    row = next(row for row, line in enumerate(lines) if words in line[:48])
    await pilot.click(offset=(lines[row].index(words), row))
    await settled(pilot)


@pytest.fixture
def doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fact of the oldest article is less sure than its kind must be."""

    def sure(fact: Fact) -> bool:
        return fact.quantity is None or fact.quantity.value != 180

    monkeypatch.setattr("tui.analysis.facts.sure", sure)


@pytest.mark.usefixtures("doubtful")
async def test_what_may_be_misread_is_hidden_told_and_shown_by_a_key(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        await settled(pilot)
        screen = await _press(pilot, "G", "f")
        assert NOTICE in picture(pilot)
        assert "No facts were found" not in picture(pilot)
        assert screen.facts.current is None
        await _press(pilot, "a")
        assert UNHIDDEN in picture(pilot)
        assert "may be misread" in "".join(picture(pilot).splitlines()[4:7])
        assert screen.facts.current is not None
        await _press(pilot, "ش")
        assert NOTICE in picture(pilot)


@pytest.mark.usefixtures("doubtful")
async def test_a_click_on_the_notice_shows_it_and_hides_it_again(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        await settled(pilot)
        await _press(pilot, "G")
        await _click(pilot, "misread is hidden")
        assert UNHIDDEN in picture(pilot)
        await _click(pilot, "here may be misread")
        assert NOTICE in picture(pilot)
        await _press(pilot, "enter")
        assert UNHIDDEN in picture(pilot)


@pytest.mark.usefixtures("doubtful")
async def test_what_the_reader_calls_right_is_sure(reader: Callable[..., WarraqApp], library: Library) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await _press(pilot, "G", "f", "a", "r")
        assert screen.facts.unsure == 0
        await _press(pilot, "a")
        assert shown("180 سيارة") in picture(pilot)
        assert "All facts are shown already" in screen.status.work
        assert library.article(screen.list.current).unsure == frozenset()


async def test_a_click_on_what_others_say_compares(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await _at_fact(pilot)
        await _press(pilot, "escape")
        await _click(pilot, shown("190 سيارة"))
        assert screen.has_class("-entity")
        assert "differs ≠" in picture(pilot)


async def test_a_click_on_the_notice_ends_the_differences(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await _at_fact(pilot)
        await _press(pilot, "d")
        assert "Only what other articles say" in picture(pilot)
        assert screen.facts.current is not None
        await _press(pilot, "escape", "g", "j", "j", "j", "f")
        await _click(pilot, "No other article says")
        assert "No facts were found" in picture(pilot)


async def test_at_most_five_of_a_paragraph_come_first_and_the_heading_says_of_how_many(
    reader: Callable[..., WarraqApp], tmp_path: Path
) -> None:
    body = " ثم ".join(f"مرت {number} سيارة" for number in range(11, 18))
    text = f"{body}\n\nفقرة."
    with Library.open(tmp_path / "many.db", analyser=ANALYSER) as made:
        made.add(Draft(text, "عنوان", body=(Span(0, len(body)), Span(len(body) + 2, len(text)))))
        async with reader(on=made).run_test(size=WIDE) as pilot:
            screen = await settled(pilot)
            seen = picture(pilot)
            assert "In this paragraph · 5 of 7 facts" in seen
            assert len(screen.facts._rows) == 9


async def test_where_it_was_is_told_by_the_places_name(reader: Callable[..., WarraqApp], tmp_path: Path) -> None:
    def analyse(draft: Draft, known: object) -> object:
        found = ANALYSER.analyse(draft, known)  # type: ignore[arg-type] # not looked at
        return replace(found, facts=tuple(replace(fact, place="place:القاهرة") for fact in found.facts))

    with Library.open(tmp_path / "placed.db", analyser=replace(ANALYSER, analyse=analyse)) as made:  # type: ignore[arg-type]
        text = "مرت 11 سيارة في القاهرة."
        made.add(Draft(text, "عنوان", body=(Span(0, len(text)),)))
        async with reader(on=made).run_test(size=WIDE) as pilot:
            await settled(pilot)
            assert f"{shown('القاهرة')} :where" in picture(pilot)
