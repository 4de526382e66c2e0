"""What the pane of facts shows and says that it does not show, by keys and by clicks."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from tests.ftm_lines import checked
from tests.ui.small_library import ANALYSER
from tests.ui.test_judging import _at_fact, _press
from tests.ui.test_reader import WIDE, picture, settled
from tests.visual import shown
from tui.library import Library
from tui.model import Draft, FactLink, Span

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


OFFICE = ("organisation:وزارة-الري", "وزارة الري", "P169")


@pytest.mark.parametrize(("published", "holder"), [("2021-07-28", "الأول"), ("2022-07-28", "الثاني"), ("", "الأول")])
async def test_knowledge_stands_apart_as_of_the_articles_day_and_leads_to_whom_it_is_about(
    reader: Callable[..., WarraqApp], tmp_path: Path, published: str, holder: str
) -> None:
    pack = tmp_path / "offices.csv"
    rows = ["subject,name,property,value,start,end,source", ",".join([*OFFICE, "الأول", "2020", "2021", "سجل"])]
    rows += [
        ",".join([*OFFICE, "الثاني", "2022-01-01", "", "سجل"]),
        ",".join([*OFFICE[:2], "P31", "وزارة", "", "", ""]),
    ]
    pack.write_text("\n".join(rows), encoding="utf-8")
    os.utime(pack, (1_600_000_000, 1_600_000_000))
    text = "قالت وزارة الري إن 11 سيارة مرت."
    with Library.open(tmp_path / "known.db", analyser=ANALYSER) as made:
        made.add_pack(pack)
        made.add(Draft(text, "عنوان", body=(Span(0, len(text)),), published=published))
        async with reader(on=made).run_test(size=WIDE) as pilot:
            screen = await settled(pilot)
            seen = [line[:48] for line in picture(pilot).splitlines()]
            row = next(row for row, line in enumerate(seen) if "Known from offices" in line)
            assert "of 13 September" in seen[row]
            assert "2020" in seen[row + 1]
            assert shown(holder) in " ".join(seen[row : row + 5])
            assert sum("chief executive" in line for line in seen) == (1 if published else 2)
            assert not any("is a" in line for line in seen)  # on the entity's page
            assert screen.facts.shown[1] == screen.facts._view.facts  # type: ignore[union-attr] # none of it is a fact
            await _click(pilot, "chief executive")
            await _click(pilot, "chief executive")
            assert screen.entity is not None
            assert screen.entity.entity.id == OFFICE[0]


async def test_facts_are_exported_as_the_files_ending_says(reader: Callable[..., WarraqApp], tmp_path: Path) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await _at_fact(pilot)
        await _press(pilot, "E")
        assert "Export facts to (.md .csv .jsonl .ftm .jsonld)" in picture(pilot)
        await _press(pilot, "ctrl+u", *str(tmp_path / "facts.csv"), "enter")
        (row,) = csv.DictReader(io.StringIO((tmp_path / "facts.csv").read_text(encoding="utf-8")))
        assert (row["value"], row["evidence"], row["title"]) == ("180", "180 سيارة", "جسر الروضة يعود")
        assert row["links"]
        assert screen.focused is screen.facts
        await _press(pilot, "E", "ctrl+u", *str(tmp_path / "facts.txt"), "enter")
        assert "must end in one of" in screen.status.error
        assert not (tmp_path / "facts.txt").exists()
        await _press(pilot, "ctrl+u", *str(tmp_path / "facts.ftm"), "enter")
        assert checked((tmp_path / "facts.ftm").read_text(encoding="utf-8").splitlines())


async def test_a_timeline_of_what_is_in_view_is_a_key_away_and_exported(
    reader: Callable[..., WarraqApp], tmp_path: Path
) -> None:
    async with reader("after:2021-07-02").run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await _press(pilot, "D")
        assert shown("190 سيارة") in picture(pilot)
        assert not any("180" in entry.text for entry in screen._entries)
        assert "export" in picture(pilot).splitlines()[-1]
        await _press(pilot, "w", "ctrl+u", *str(tmp_path / "timeline.jsonl"), "enter")
        (line,) = (tmp_path / "timeline.jsonl").read_text(encoding="utf-8").splitlines()
        assert json.loads(line)["quantity"]["value"] == 190
        await _press(pilot, "escape")
        assert not screen.has_class("-entity")


async def test_the_key_bar_has_what_works_and_leads_back(reader: Callable[..., WarraqApp]) -> None:
    def bar(pilot: Pilot[int]) -> str:
        return picture(pilot).splitlines()[-1]

    async with reader().run_test(size=WIDE) as pilot:
        screen = await settled(pilot)
        await _press(pilot, "f")  # an article without facts
        assert "compare" not in bar(pilot)
        await _press(pilot, "escape", "G", "f")
        assert "compare" in bar(pilot)
        assert "came from" not in bar(pilot)
        here = screen.list.current
        await _press(pilot, "v", "j", "enter")
        assert screen.list.current != here
        await pilot.click(offset=(bar(pilot).index("came from"), WIDE[1] - 1))
        await settled(pilot)
        assert screen.list.current == here
        assert "came from" not in bar(pilot)


def _otherwise(one: Fact, other: Fact, *_: object) -> FactLink:
    return FactLink(other.id, _relation(one, other), "test")


async def test_how_many_facts_are_told_otherwise_is_said_and_a_click_shows_them(
    reader: Callable[..., WarraqApp], tmp_path: Path
) -> None:
    analyser = replace(ANALYSER, compare=_otherwise)
    with Library.open(tmp_path / "otherwise.db", analyser=analyser) as made:
        for day, text in (("2021-07-01", "مرت 11 سيارة."), ("2021-07-02", "مرت 11 سيارة ثم 12 سيارة.")):
            made.add(Draft(text, "عنوان", body=(Span(0, len(text)),), published=day))
        async with reader(on=made).run_test(size=WIDE) as pilot:
            screen = await settled(pilot)
            assert len(screen.facts.facts) == 2
            await _click(pilot, "tell")
            assert [fact.quantity.value for fact in screen.facts.facts if fact.quantity] == [12]
            await _click(pilot, "Only what")
            assert len(screen.facts.facts) == 2


def _relation(one: Fact, other: Fact) -> Literal["same", "conflicts"]:
    return "same" if one.evidence.exact == other.evidence.exact else "conflicts"
