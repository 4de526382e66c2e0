"""Many articles at once: the same library as one after another, whatever stops or breaks on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.store.simple_library import draft_of, make_analyser
from tui.library import Library, batches
from tui.model import Added, Analysis, Draft, Failed
from tui.query import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.store.analyser import Known

MANY = batches.FEW + 8
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def text_of(number: int) -> str:
    """A paragraph that no other number's is near to."""
    return " ".join(
        LETTERS[number % 28] + LETTERS[number // 28 % 28] + one + other for one in LETTERS for other in "ابت"
    )


def drafts(count: int) -> list[Draft]:
    names = ("ماكرون في باريس", "إيمانويل ماكرون", "بيغاسوس", "الرياض")
    return [
        draft_of(f"خبر {number}", f"{number} جسور", f"{names[number % 4]} {text_of(number)}", published="2021-07-28")
        for number in range(count)
    ]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", analyser=make_analyser()) as opened:
        yield opened


def everything(library: Library) -> list[object]:
    ids = library.ids()
    return [[library.article(article) for article in ids], library.facets(), list(library.facts())]


def statuses(results: list[Added | Failed]) -> list[str]:
    return [result.status if isinstance(result, Added) else "failed" for result in results]


# ---------------------------------------------------------------- the same library


def test_processes_add_what_one_after_another_adds(tmp_path: Path, library: Library) -> None:
    given = drafts(MANY)
    assert statuses(list(library.add_many(given, jobs=2))) == ["added"] * MANY
    with Library.open(tmp_path / "other.db", analyser=make_analyser()) as other:
        for draft in given:
            other.add(draft)
        assert everything(library) == everything(other)


def test_analysis_in_processes_knows_what_analysis_in_order_knows(tmp_path: Path) -> None:
    surname = "وقال ماكرون إن بلاده ستبني {} جسور."
    full = "وصل الرئيس الفرنسي إيمانويل ماكرون إلى باريس مع {} وزراء."
    given = [
        draft_of(f"خبر {number}", (full if number % 9 == 4 else surname).format(number), text_of(number))
        for number in range(MANY)
    ]
    found = []
    for jobs in (1, 2):
        with Library.open(tmp_path / f"{jobs}.db") as library:
            assert statuses(list(library.add_many(given, jobs=jobs))) == ["added"] * MANY
            found.append(everything(library))
    assert found[0] == found[1]
    assert found[0][1]


def test_an_article_that_comes_twice_is_known_the_second_time(library: Library) -> None:
    given = drafts(MANY)
    twice = [draft for draft in given for _ in range(2)]
    results = list(library.add_many(twice, jobs=2))
    assert statuses(results) == ["added", "known"] * MANY
    assert [result.id for result in results[::2] if isinstance(result, Added)] == [
        result.id for result in results[1::2] if isinstance(result, Added)
    ]


def test_what_was_left_is_added_by_the_same_call(library: Library) -> None:
    given = drafts(MANY)
    half = library.add_many(given, jobs=2)
    first = [next(half) for _ in range(3)]
    half.close()
    kept = library.count()
    assert kept >= len(first)
    assert statuses(list(library.add_many(given, jobs=2))) == ["known"] * kept + ["added"] * (MANY - kept)
    assert library.count() == MANY


# ---------------------------------------------------------------- what goes wrong


def _failing(draft: Draft, known: Known) -> Analysis:
    if draft.title.endswith("7"):
        raise ZeroDivisionError("no such number")
    return make_analyser().analyse(draft, known)


@pytest.mark.parametrize("count", [10, MANY])
def test_an_article_that_cannot_be_analysed_stops_no_other(library: Library, count: int) -> None:
    library._analyser = replace(make_analyser(), analyse=_failing)
    results = list(library.add_many(drafts(count), jobs=2))
    failed = [number for number, result in enumerate(results) if isinstance(result, Failed)]
    assert failed == list(range(7, count, 10))
    assert library.count() == count - len(failed)
    assert isinstance(results[7], Failed)
    assert "cannot be analysed (ZeroDivisionError: no such number); add it with --no-analysis" in results[7].reason


def test_a_file_that_cannot_be_read_stops_no_other(library: Library, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(MANY)]
    for number, path in enumerate(paths):
        path.write_text(f"خبر {number}\n\n{text_of(number)}" if number != 5 else "", encoding="utf-8")
    results = list(library.add_many(paths, jobs=2, source="صحيفة", published="2020"))
    assert [result for result in results if isinstance(result, Failed)] == [
        Failed(f"{paths[5]}: empty; there is no text to read in it")
    ]
    assert {(row.source, row.published) for row in library.rows(library.ids())} == {("صحيفة", "2020")}


def test_a_day_that_is_full_stops_no_other_day(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.store.ids.PER_SLOT", 3)
    given = [*drafts(5), draft_of("غدا", text_of(5), published="2021-07-29")]
    results = list(library.add_many(given, analysed=False))
    assert statuses(results) == ["added"] * 3 + ["failed"] * 2 + ["added"]


# ---------------------------------------------------------------- without analysis


def test_without_analysis_the_text_is_found(library: Library) -> None:
    assert statuses(list(library.add_many(drafts(MANY), analysed=False, jobs=2))) == ["added"] * MANY
    assert library.count(parse("خبر")) == library.count(parse("جسور")) == MANY
    assert library.facets() == ()


def test_pieces_of_the_index_are_merged_before_there_are_so_many_that_one_transaction_merges_them_all(
    library: Library,
) -> None:
    most = 0
    for draft in drafts(40):
        library.add(draft)
        with library._connections.read() as connection:
            pieces = connection.execute("SELECT count(DISTINCT segid) FROM exact_idx").fetchone()[0]
        most = max(most, pieces)
    assert most < 10
