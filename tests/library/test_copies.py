"""One report in several outlets: each is an article of its own, and they know of each other."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from tests.library.test_adding_many import text_of
from tests.store.simple_library import draft_of, make_analyser
from tui.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.model import Draft

REPORT = text_of(0)
OUTLETS = ("وكالة", "جريدة", "موقع")


def report(outlet: str, day: int, extra: str = "") -> Draft:
    return draft_of("اتفاق على بناء الجسر", REPORT + extra, source=outlet, published=f"2021-07-{day:02}")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", analyser=make_analyser()) as opened:
        yield opened


@pytest.mark.parametrize("order", permutations(range(3)))
def test_a_group_does_not_depend_on_the_order(library: Library, order: tuple[int, ...]) -> None:
    given = [report(outlet, day, " زيادة قصيرة" * day) for day, outlet in enumerate(OUTLETS, 1)]
    ids = {place: library.add(given[place]).id for place in order}
    library.add(draft_of("خبر آخر", text_of(3), source="جريدة", published="2021-07-02"))
    for place in range(3):
        assert [row.id for row in library.copies(ids[place])] == [ids[other] for other in range(3) if other != place]
    assert {row.id: row.copies for row in library.rows(library.ids())} == {
        article: 2 if article in ids.values() else 0 for article in library.ids()
    }


def test_two_groups_that_turn_out_to_be_one_become_one(library: Library) -> None:
    words = REPORT.split()
    first, last = " ".join(words[:62]), " ".join(words[22:])
    one = library.add(draft_of("أ", first, source="وكالة", published="2021-07-01")).id
    two = library.add(draft_of("ب", last, source="جريدة", published="2021-07-02")).id
    assert library.copies(one) == ()
    between = library.add(draft_of("ج", REPORT, source="موقع", published="2021-07-03")).id
    assert {row.id for row in library.copies(one)} == {two, between}
    assert {row.id for row in library.copies(two)} == {one, between}


def test_an_outlet_that_repeats_itself_on_another_day_is_no_copy(library: Library) -> None:
    library.add(report("وكالة", 1))
    assert library.add(report("وكالة", 1, " وزيادة")).status == "known"
    later = library.add(report("وكالة", 9, " وزيادة"))
    assert later.status == "added"
    assert library.copies(later.id) == ()


def test_copies_of_another_week_are_no_copies(library: Library) -> None:
    library.add(report("وكالة", 1))
    later = library.add(report("جريدة", 20, " وزيادة"))
    assert (later.status, library.copies(later.id)) == ("added", ())


def test_a_deleted_copy_is_not_counted_until_it_is_back(library: Library) -> None:
    one, two = library.add(report("وكالة", 1)).id, library.add(report("جريدة", 2, " وزيادة")).id
    change = library.mark([two], deleted=True)
    assert library.copies(one) == ()
    assert library.rows([one])[0].copies == 0
    library.undo(change)
    assert library.rows([one])[0].copies == 1
    assert library.article(one).copies == library.rows([two])
