"""What is done with facts: compared with other articles and back, judged, cited, filtered by, put in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.test_reader import MEDIUM, WIDE, picture, settled
from tests.visual import shown
from tui.ui.fact_page import differing

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from textual.pilot import Pilot

    from tui.library import Library
    from tui.ui.app import WarraqApp
    from tui.ui.screens.main import MainScreen


async def _press(pilot: Pilot[int], *keys: str) -> MainScreen:
    await pilot.press(*keys)
    return await settled(pilot)


async def _at_fact(pilot: Pilot[int]) -> MainScreen:
    """The oldest article, whose 180 cars are 190 in another one."""
    await settled(pilot)
    screen = await _press(pilot, "G", "f")
    assert screen.facts.current is not None
    return screen


async def test_a_fact_is_compared_and_leads_to_the_other_article_and_back(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await _at_fact(pilot)
        here, fact = screen.list.current, screen.facts.current
        await _press(pilot, "v")
        seen = picture(pilot)
        assert shown("180 سيارة") in seen
        assert shown("190 سيارة") in seen
        assert "differs ≠" in seen  # at the right edge the sign comes first
        marked = screen.about.get_component_rich_style("entity--mark").bgcolor
        stretches = [
            segment.text.strip()
            for strip in screen._compositor.render_strips(pilot.app.size)
            for segment in strip
            if segment.style and segment.style.bgcolor == marked and segment.text.strip()
        ]
        assert {"180", "190"} <= set(stretches)
        await _press(pilot, "j", "enter")
        assert screen.list.current != here
        assert screen.reader.evidence is not None
        await _press(pilot, "ctrl+o")
        assert screen.list.current == here
        await _press(pilot, "escape")
        assert screen.focused is screen.facts
        assert screen.facts.current == fact
        await _press(pilot, "ctrl+o")
        assert "no article before" in screen.status.work


async def test_a_fact_is_said_to_be_wrong_and_the_reader_may_think_again(
    reader: Callable[..., WarraqApp], library: Library
) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await _at_fact(pilot)
        fact = screen.facts.current
        assert fact is not None
        await _press(pilot, "w")
        assert library.article(screen.list.current).verdicts == {fact.id: "wrong"}
        assert "✗" in picture(pilot)
        assert screen.facts.current == fact
        library.rebuild()
        await _press(pilot, "r")
        assert library.article(screen.list.current).verdicts == {fact.id: "right"}
        assert "✓" in picture(pilot)
        await _press(pilot, "U")
        assert library.article(screen.list.current).verdicts == {fact.id: "wrong"}
        await _press(pilot, "w")
        assert library.verdicts() == ()


async def test_two_facts_are_said_not_to_be_the_same(reader: Callable[..., WarraqApp], library: Library) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await _at_fact(pilot)
        await _press(pilot, "v", "j", "n")
        assert "No other article speaks of it" in picture(pilot)
        assert library.article(screen.list.current).links == {}
        await _press(pilot, "U")
        assert library.article(screen.list.current).links


async def test_a_citation_says_what_where_and_when(
    reader: Callable[..., WarraqApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        copied: list[str] = []
        await _at_fact(pilot)
        monkeypatch.setattr(pilot.app, "copy_to_clipboard", copied.append)
        await _press(pilot, "y")
        assert copied == ["«180 سيارة»\nوزارة الري\nتجربة، جسر الروضة يعود، 2021-07-01"]


async def test_only_differences_are_shown_and_all_again(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await _at_fact(pilot)
        await _press(pilot, "d")
        assert screen.facts.current is not None
        await _press(pilot, "escape", "g", "j", "j", "j", "f")
        assert screen.facts.current is None
        assert "No other article says otherwise" in picture(pilot)


async def test_a_timeline_tells_the_facts_in_view_in_the_order_of_their_days(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=MEDIUM) as pilot:
        screen = await _at_fact(pilot)
        await _press(pilot, "t")
        seen = picture(pilot)
        assert "1 July 2021" in seen
        await _press(pilot, "j", "enter")
        assert screen.reader.view is not None
        assert screen.reader.view.article.draft.published == "2021-07-03"


def test_words_that_another_sentence_has_not_stand_out() -> None:
    text, other = "ما لا يقل عن 180 صحفيا في باريس", "ما لا يقل عن 190 صحفيا في لندن أمس"
    assert [text[start:end] for start, end in differing(text, other)] == ["180", "باريس"]
    assert [other[start:end] for start, end in differing(other, text)] == ["190", "لندن أمس"]
    assert differing(text, text) == ()
