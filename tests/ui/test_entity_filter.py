"""The entity filter over thousands of entities: all can be reached, by going there and by typing."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING

import pytest

from tests.ui.test_reader import WIDE, picture, settled
from tests.visual import shown
from tui.arabic.direction import unisolated
from tui.library import Analyser, Library
from tui.model import Analysis, And, Draft, Entity, EntityTerm, Mention, Or, Span
from tui.query import parse
from tui.ui import work
from tui.ui.state import Chosen, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui.model import EntityType
    from tui.ui.app import WarraqApp

_MANY = 3_000
_LETTERS = "بتثجحخدذرز"


def _name(number: int) -> str:
    return "اسم" + "".join(_LETTERS[int(digit)] for digit in str(number))


def _entity(number: int) -> Entity:
    kind: EntityType = "person" if number % 3 else "place"
    return Entity(f"{kind}:{number}", kind, _name(number), (_name(number),), f"Latin{number}")


def _analyse(draft: Draft, _known: object) -> Analysis:
    mentions, entities = [], {}
    for found in re.finditer(r"(\d+)", draft.text):
        entity = entities[found[1]] = _entity(int(found[1]))
        mentions.append(Mention(*found.span(), found[1], entity.type, "name", entity.id, "test"))
    return Analysis(tuple(mentions), tuple(entities.values()), ())


@pytest.fixture
def crowded(tmp_path: Path) -> Iterator[Library]:
    """Three articles: the first names all entities, the second every tenth, the third every hundredth."""
    analyser = Analyser(_analyse, lambda entity: (entity.name,), lambda _: (1,), lambda *_: None)
    with Library.open(tmp_path / "crowded.db", analyser=analyser) as made:
        for day, step in ((1, 1), (2, 10), (3, 100)):
            text = f"خبر\n\n{' '.join(str(number) for number in range(0, _MANY, step))}"
            body = (Span(5, len(text)),)
            made.add(Draft(text, "خبر", Span(0, 3), body=body, source="تجربة", published=f"2021-07-0{day}"))
        yield made


async def test_every_entity_can_be_reached_and_is_counted(reader: Callable[..., WarraqApp], crowded: Library) -> None:
    async with reader(on=crowded).run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e")
        await settled(pilot)
        rows = screen.filter.rows
        assert rows.count == _MANY + 2
        assert "2,000" in picture(pilot)
        wanted = {_entity(n).id: 1 + (n % 10 == 0) + (n % 100 == 0) for n in range(_MANY)}
        for line in (0, 37, 400, _MANY // 2, _MANY):  # as the scroll bar goes
            rows.scroll_to(y=line, animate=False, immediate=True)
            await settled(pilot)
            top = rows.scroll_offset.y
            assert top == min(line, rows.count - rows.size.height)
            for row in range(top, top + rows.size.height):
                if not rows.window.heading(row):
                    entity = rows.window.entity(row)
                    assert entity is not None
                    assert rows.window.count(row) == wanted[entity.id]
        assert {rows.window.number(row) for row in range(rows.count)} == {
            -1,
            *(crowded.number_of(entity) for entity in wanted),
        }
        rows.cursor = rows.count - 1
        await settled(pilot)
        # The last of all: it can be chosen, stands on top then, and the list agrees with its count.
        last = rows.current
        assert last is not None
        await pilot.press("enter")
        await settled(pilot)
        assert screen.list.count == wanted[last.id]
        assert rows.current == last
        assert shown(f"✓ {last.name}") in picture(pilot)
        heading = rows.window.heading(rows.cursor - 1)
        assert heading is not None
        assert heading.type == last.type


@pytest.mark.parametrize(("typed", "number"), [(_name(2987), 2987), ("latin2989", 2989), ("LATIN29", 2900)])
async def test_typing_reaches_entities_that_are_far_down(
    reader: Callable[..., WarraqApp], crowded: Library, typed: str, number: int
) -> None:
    async with reader(on=crowded).run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e", *typed, "enter")
        await settled(pilot)
        assert [entity.id for entity in screen.view.chosen.included] == [_entity(number).id]


async def test_keys_wait_for_what_is_typed(
    reader: Callable[..., WarraqApp], crowded: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = threading.Event()
    counting = work.load_facets

    def load(*asked: object) -> object:
        held.wait(30)
        return counting(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(work, "load_facets", load)
    async with reader(on=crowded).run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e", *_name(29), "down", "ctrl+x")
        assert screen.filter.rows.count == 0
        held.set()
        await settled(pilot)
        # Of its type the one with fewer letters is named as often, and has the smaller number.
        assert len(screen.view.chosen.excluded) == 1
        assert screen.view.chosen.excluded[0].name.startswith(_name(29))
        assert screen.view.chosen.excluded[0].name != _name(29)


async def test_chosen_entities_stay_on_top_and_can_be_taken_back(
    reader: Callable[..., WarraqApp], crowded: Library
) -> None:
    async with reader(on=crowded).run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e", *_name(1001), "ctrl+x")
        await settled(pilot)
        assert screen.list.count == 2
        await pilot.press("escape")
        await settled(pilot)
        rows = screen.filter.rows
        assert rows.current
        assert rows.current.id == _entity(1001).id
        row = rows.window.row_of(crowded.number_of(_entity(1001).id))
        assert rows.window.count(row) == 0
        assert rows.window.heading(row - 1)
        assert shown(f"− {_name(1001)}") in picture(pilot)
        await pilot.press(*_name(1001), "ctrl+x")
        await settled(pilot)
        assert screen.list.count == 3
        assert not screen.view.chosen


async def test_any_of_the_entities_is_enough_where_the_reader_says_so(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e", *"nil", "enter", "escape", *"القاهره", "enter")
        await settled(pilot)
        both = screen.list.count
        await pilot.press("ctrl+o")
        await settled(pilot)
        assert screen.list.count > both
        assert unisolated(screen.status.words) == "✓ النيل or ✓ القاهرة"
        counted = {facet.entity.name: facet.count for facet in screen.library.facets(screen.view.query)}
        assert counted["النيل"] + counted["القاهرة"] == screen.list.count + both  # those with both are counted twice
        await pilot.press("ctrl+o")
        await settled(pilot)
        assert screen.list.count == both


async def test_a_slip_of_a_finger_finds_the_name_all_the_same(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e", *"القاهزة")
        await settled(pilot)
        assert screen.filter.rows.current
        assert screen.filter.rows.current.name == "القاهرة"


def test_a_filter_of_any_is_written_as_a_query_that_means_the_same() -> None:
    some = (Entity("place:a", "place", "النيل"), Entity("place:b", "place", "اسوان"))
    view = View("سد", parse("سد"), Chosen(some, (), any=True))
    assert parse(view.written) == And((parse("سد"), Or(tuple(EntityTerm(one.name, "place") for one in some))))


async def test_the_parts_of_the_filter_are_dropped_one_by_one(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e", *"nil", "enter", "escape", *"القاهره", "ctrl+x", "escape", "escape")
        await settled(pilot)
        assert unisolated(screen.status.words) == "✓ النيل  − القاهرة"
        await pilot.press("backspace")
        await settled(pilot)
        assert unisolated(screen.status.words) == "✓ النيل"
        await pilot.press("backspace")
        await settled(pilot)
        assert not screen.view.chosen
        assert screen.list.count == 5


async def test_a_part_of_the_filter_is_dropped_by_a_click_on_it(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)

        async def click(part: str) -> None:
            line = picture(pilot).splitlines()[1]
            at = line.index(part) + len(part) // 2
            await pilot.hover(offset=(at, 1))
            await pilot.pause()
            under = [
                segment.text
                for segment in screen.status.render_line(0)
                if segment.style and segment.style.underline and segment.text.strip()
            ]
            assert any(part in text for text in under)
            await pilot.click(offset=(at, 1))
            await settled(pilot)

        await pilot.press("slash", *"سيارة", "enter")
        await settled(pilot)
        await pilot.press("e", *"nil", "enter", "escape", *"القاهره", "enter", "escape", "escape")
        await settled(pilot)
        assert unisolated(screen.status.words) == "Search: سيارة  ✓ النيل  ✓ القاهرة"
        await click(shown("النيل"))
        assert unisolated(screen.status.words) == "Search: سيارة  ✓ القاهرة"
        await click("Search")
        assert unisolated(screen.status.words) == "✓ القاهرة"
        assert screen.search.value == ""
        await pilot.click(offset=(WIDE[0] // 2, 1))
        await settled(pilot)
        assert unisolated(screen.status.words) == "✓ القاهرة"
        await click(shown("القاهرة"))
        assert screen.list.count == 5


async def test_pinned_entities_stand_first_and_are_remembered(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e", *"القاهره", "ctrl+t")
        await settled(pilot)
        await pilot.press("escape", *"الري", "ctrl+t", "escape")
        await settled(pilot)
        rows = screen.filter.rows
        heading = rows.window.heading(0)
        assert heading is not None
        assert heading.type is None
        assert [one.name for one in map(rows.window.entity, (1, 2)) if one] == ["القاهرة", "وزارة الري"]
        assert "Pinned (2)" in picture(pilot)
        count = rows.window.count(1)
        await pilot.press("escape", "slash", *"شجرة", "enter", "e")  # an article without Cairo
        await settled(pilot)
        assert (count, rows.window.count(1)) == (2, 0)
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e", *"cai")
        await settled(pilot)
        rows = screen.filter.rows
        assert rows.current
        assert (rows.current.name, rows.pinned, len(rows.window)) == ("القاهرة", True, 4)
        await pilot.press("ctrl+t")
        await settled(pilot)
        assert len(rows.window) == 2
        assert [screen.library.numbered([one])[one].name for one in screen.library.pinned()] == ["وزارة الري"]


async def test_the_page_of_an_entity_opens_from_the_filter(reader: Callable[..., WarraqApp]) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await pilot.press("e", *"القاهره", "ctrl+e")
        await settled(pilot, lambda: screen.entity is not None)
        assert screen.entity is not None
        assert screen.entity.entity.name == "القاهرة"
        await pilot.press("escape")
        await settled(pilot)
        assert not screen.has_class("-entity")
