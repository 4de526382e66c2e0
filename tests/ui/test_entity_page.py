"""An entity's page: opened from the text, walked through, and its entity put right, as screen and library show it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ui.test_reader import MEDIUM, NARROW, WIDE, picture, settled
from tests.visual import said, shown
from tui import i18n
from tui.analysis.analyse import analyse
from tui.arabic.direction import isolate, unisolated
from tui.arabic.terminal import Mode
from tui.config import Config
from tui.library import Library
from tui.model import Draft, Period, Span, Statement
from tui.sources import read
from tui.ui import entity_words
from tui.ui.app import WarraqApp
from tui.ui.entity_page import chart
from tui.ui.left import Left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot

    from tui.model import Entity
    from tui.ui.screens.main import MainScreen

SEEDS = Path(__file__).parents[2] / "seeds"
MACRON, PARLY = "person:ايمانويل-ماكرون", "person:فلورنس-بارلي"
TEXTS = (
    "التقى إيمانويل ماكرون أمس في باريس وزيرة الجيوش فلورنس بارلي. وقالت بارلي إن ماكرون مهتم بالملف.",
    "أعلن إيمانويل ماكرون في باريس أن 12 صحفيا استهدفوا. وشدد ماكرون على التحقيق.",
    "أكدت فلورنس بارلي في لندن أنها ستزور باريس.",
)


@pytest.fixture
def persons(tmp_path: Path) -> Iterator[Library]:
    """Three articles of persons, with Warraq's own analysis."""
    with Library.open(tmp_path / "persons.db") as made:
        for number, text in enumerate(TEXTS):
            body = (Span(0, len(text)),)
            made.add(Draft(text, f"خبر {number}", body=body, source="تجربة", published=f"2021-0{number + 5}-01"))
        yield made


@pytest.fixture
def app(persons: Library, tmp_path: Path) -> WarraqApp:
    return WarraqApp(persons, Config(library=tmp_path / "persons.db"), Mode.VISUAL, left=Left())


async def _press(pilot: Pilot[int], *keys: str) -> MainScreen:
    await pilot.press(*keys)
    return await settled(pilot)


async def _open(pilot: Pilot[int], article: int, entity: str) -> MainScreen:
    """Open the page of an entity from its first name in an article of the list."""
    screen = await settled(pilot)
    await _press(pilot, "g", *["j"] * article, "enter")
    for _ in range(20):
        await _press(pilot, "full_stop")
        if screen.reader.name_here and screen.reader.name_here.entity == entity:
            break
    await _press(pilot, "enter")
    assert screen.entity is not None
    assert screen.entity.entity.id == entity
    return screen


def _named(library: Library, article: int) -> dict[str, Entity]:
    return {one.id: one for one in library.text(library.ids()[article]).entities}


async def test_enter_on_a_name_opens_its_page_and_escape_goes_back(app: WarraqApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, MACRON)
        seen = picture(pilot)
        for part in ("إيمانويل ماكرون", "فلورنس بارلي"):
            assert shown(part) in seen
        for part in ("Names", "Over time", "Named with it", "Emmanuel Macron", "surname of the one"):
            assert part in seen
        assert screen.about.has_focus
        await _press(pilot, "G")
        assert "Articles" in picture(pilot)
        await _press(pilot, "escape")
        assert screen.reader.has_focus
        assert not screen.has_class("-entity")
        assert "Named with it" not in picture(pilot)


async def test_pages_lead_to_one_another_and_back(app: WarraqApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, MACRON)
        while (entry := screen.about.current) is None or entry.id != PARLY:
            await _press(pilot, "j")
        at = screen.about.cursor
        await _press(pilot, "enter")
        assert screen.entity is not None
        assert screen.entity.entity.id == PARLY
        await _press(pilot, "escape")
        assert screen.entity.entity.id == MACRON
        assert screen.about.cursor == at


async def test_a_click_on_a_name_opens_its_page_and_with_control_filters(app: WarraqApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await _press(pilot, "enter")
        rows = picture(pilot).splitlines()
        y, x = next((y, row.index(shown("لندن"))) for y, row in enumerate(rows) if shown("لندن") in row)
        await pilot.click(offset=(x + 1, y))
        await settled(pilot, lambda: screen.entity is not None)
        assert screen.entity is not None
        assert screen.entity.entity.name == "لندن"
        await pilot.click(offset=(x + 1, y), control=True)
        await settled(pilot, lambda: bool(screen.view.chosen))
        assert [one.name for one in screen.view.chosen.included] == ["لندن"]


async def test_names_are_walked_through_in_the_text(app: WarraqApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, MACRON)
        first = screen.reader.here
        await _press(pilot, "full_stop")
        second = screen.reader.name_here
        assert second is not None
        assert (second.surface, second.entity) == ("ماكرون", MACRON)
        await _press(pilot, "comma")
        assert screen.reader.here == first
        await _press(pilot, "و")
        assert screen.reader.name_here == second


async def test_an_article_of_the_page_is_shown_though_the_list_has_it_not(app: WarraqApp, persons: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await _press(pilot, "slash", *"صحفيا", "enter")
        assert screen.list.count == 1
        await _open(pilot, 0, MACRON)
        while (entry := screen.about.current) is None or (entry.kind, entry.article) != ("article", persons.ids()[2]):
            await _press(pilot, "j")
        await _press(pilot, "enter")
        assert screen.list.current == persons.ids()[2]
        assert screen.reader.view is not None
        assert screen.reader.view.article.id == persons.ids()[2]
        assert screen.reader.name_here is not None
        assert screen.reader.name_here.entity == MACRON
        assert [one.id for one in screen.view.chosen.included] == [MACRON]


async def test_a_fact_of_the_page_leads_to_its_proof(app: WarraqApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, MACRON)
        while (entry := screen.about.current) is None or entry.kind != "fact":
            await _press(pilot, "j")
        await _press(pilot, "enter")
        assert screen.reader.evidence == entry.span


async def test_the_filter_takes_the_entity_of_the_page(app: WarraqApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 0, "place:لندن")
        await _press(pilot, "e")
        assert screen.list.count == 1
        await _press(pilot, "e", "x")
        assert screen.list.count == 2


async def test_it_is_a_drawer_where_there_is_no_room(app: WarraqApp) -> None:
    async with app.run_test(size=MEDIUM) as pilot:
        screen = await _open(pilot, 2, MACRON)
        assert screen.about.region.y > screen.reader.region.y
        assert screen.about.region.width == MEDIUM[0]


async def test_on_a_narrow_screen_too(app: WarraqApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        screen = await _open(pilot, 2, MACRON)
        assert screen.about.region.width == NARROW[0]
        await _press(pilot, "escape", "escape")
        assert screen.focused is screen.list


async def test_outside_knowledge_stands_apart_and_is_that_of_the_article_s_day(
    app: WarraqApp, persons: Library
) -> None:
    persons.add_statements(
        [
            Statement("", "فرنسا", "P38", "فرنك", "1960", "2002-02-17", "سجل", "countries"),
            Statement("", "باريس", "P38", "فرنك", "1960", "2002-02-17", "سجل", "countries"),
            Statement("", "باريس", "P38", "يورو", "1999", "", "سجل", "countries"),
        ]
    )
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, "place:باريس")
        entries = [entry for entry in screen._entries if entry.look == "box"]
        assert [unisolated(entry.text) for entry in entries] == ["currency · يورو", "1 more, but not on 1 May 2021"]
        assert "Known from countries" in unisolated(picture(pilot))
        screen.about.cursor = screen._entries.index(entries[1])
        await _press(pilot, "enter")
        entries = [entry for entry in screen._entries if entry.look == "box"]
        assert [unisolated(entry.text) for entry in entries] == ["currency · فرنك", "currency · يورو"]
        assert unisolated(entries[0].notes[0]) == "1960 – 17 February 2002"


async def test_its_page_leads_to_what_is_said_of_it_in_the_order_of_time(app: WarraqApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, MACRON)
        place = next(place for place, entry in enumerate(screen._entries) if entry.kind == "timeline")
        screen.about.cursor = place
        await _press(pilot, "enter")
        assert "إيمانويل ماكرون over time" in unisolated(screen._entries[0].text)
        assert any(entry.kind == "fact" for entry in screen._entries)
        await _press(pilot, "escape")
        assert screen.entity is not None


async def test_its_dossier_is_saved(app: WarraqApp, tmp_path: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, MACRON)
        await _press(pilot, "w", "ctrl+u", *str(tmp_path / "dossier.md"), "enter")
        assert screen.focused is screen.about
        assert (tmp_path / "dossier.md").read_text(encoding="utf-8").startswith("# إيمانويل ماكرون\n")


# ---------------------------------------------------------------- corrections


async def test_entities_are_merged_split_undone_and_stay_so_after_a_rebuild(app: WarraqApp, persons: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, MACRON)
        await _press(pilot, "m", *"بارلي")
        assert said(f"{isolate('إيمانويل ماكرون')} is the same as") in picture(pilot)
        await _press(pilot, "enter")
        assert screen.entity is not None
        assert screen.entity.entity.id == PARLY
        assert set(_named(persons, 2)) == {PARLY, "place:باريس"}
        assert unisolated(screen.status.work) == "إيمانويل ماكرون is فلورنس بارلي"
        await _press(pilot, "U")
        assert set(_named(persons, 2)) == {MACRON, PARLY, "place:باريس"}
        await _press(pilot, "ctrl+y")
        assert MACRON not in _named(persons, 2)
        await _press(pilot, "U", "escape", "escape", "escape")

        await _open(pilot, 1, MACRON)
        await _press(pilot, "full_stop", "s", "enter")
        assert {MACRON, "person:ماكرون-2"} <= set(_named(persons, 1))
        before = [_named(persons, number) for number in range(3)]
        persons.rebuild()
        assert [_named(persons, number) for number in range(3)] == before
        assert [line.kind for line in persons.standing()] == ["split"]


async def test_an_entity_is_renamed_and_typed(app: WarraqApp, persons: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, MACRON)
        await _press(pilot, "r", *"الرئيس", "enter")
        assert screen.entity is not None
        assert screen.entity.entity.name == "الرئيس"
        await _press(pilot, "t", "j", "enter")
        assert _named(persons, 2)[MACRON].type == "organisation"
        assert {one.type for one in screen.reader.view.mentions if one.entity == MACRON} == {"organisation"}  # type: ignore[union-attr]
        assert "Corrections" in picture(pilot) or screen.entity.corrections
        assert [line.kind for line in screen.entity.corrections] == ["rename", "retype"]


async def test_what_is_not_an_entity_goes_once_the_reader_says_so(app: WarraqApp, persons: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 0, "place:لندن")
        await _press(pilot, "d", "escape")
        assert "place:لندن" in _named(persons, 0)
        assert screen.focused is screen.about
        await _press(pilot, "d", "enter")
        assert "place:لندن" not in _named(persons, 0)
        assert not screen.has_class("-entity")
        await _press(pilot, "U")
        assert "place:لندن" in _named(persons, 0)


async def test_a_name_of_the_page_is_never_the_entity_again(app: WarraqApp, persons: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, MACRON)
        while (entry := screen.about.current) is None or entry.id != "ماكرون":
            await _press(pilot, "j")
        await _press(pilot, "n")
        assert {"person:ماكرون", MACRON} <= set(_named(persons, 2))


async def test_a_correction_is_taken_back_from_the_page(app: WarraqApp, persons: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, MACRON)
        await _press(pilot, "r", *"الرئيس", "enter")
        await _press(pilot, "G", "enter", "enter")
        assert persons.standing() == ()
        assert screen.entity is not None
        assert screen.entity.entity.name == "إيمانويل ماكرون"


async def test_what_was_begun_is_left_with_escape(app: WarraqApp, persons: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await _open(pilot, 2, MACRON)
        for key in ("m", "r", "s", "t"):
            await _press(pilot, key, "escape")
            assert screen.focused is screen.about
            assert "Named with it" in picture(pilot)
        assert persons.corrections() == ()


def test_every_reason_of_the_sample_articles_has_words_of_the_interface() -> None:
    i18n.use("ar")
    for path in sorted(SEEDS.glob("*.md")):
        for mention in analyse(read(path)).mentions:
            assert mention.reason
            assert not re.search("[a-z]", entity_words.reason(mention.reason)), mention


@pytest.mark.parametrize("width", [1, 7, 40])
def test_a_chart_shows_every_period_and_its_height(width: int) -> None:
    periods = tuple(Period(f"2021-{month:02}", count) for month, count in enumerate((8, 0, 4, 1, 0, 2), 1))
    rows = chart(periods, width)
    assert len({len(row) for row in rows}) == 1
    assert len(rows[0]) <= width
    if width == 40:
        assert [row[::4] for row in rows] == ["█     ", "█ ▄   ", "█ █▃ ▆"]


def test_a_long_time_is_joined_into_bars() -> None:
    periods = tuple(Period(f"{year}", 1) for year in range(1960, 2020))
    assert len(chart(periods, 20)[0]) == 20
