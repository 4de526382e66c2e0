"""Marks of any number of articles, and taking back exactly what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.simple_library import draft_of
from tui.errors import UnknownItem
from tui.model import ALL, EntityTerm, MarkTerm, TagTerm, Word

if TYPE_CHECKING:
    from tui.library import Library


@pytest.fixture
def five(library: Library) -> list[int]:
    for number in range(5):
        library.add(draft_of(f"خبر {number}", f"زار ماكرون المدينة {number}", published=f"2021-07-0{number + 1}"))
    return list(library.ids())


def test_a_change_says_what_it_changed_and_nothing_else(library: Library, five: list[int]) -> None:
    library.mark(five[:2], read=True)
    change = library.mark([*five[:3], 999, -5, 1 << 40], read=True)
    assert [(part.mark, part.on, list(part.ids)) for part in change.parts] == [("read", True, [five[2]])]
    assert not library.mark(five[:3], read=True)


def test_undoing_takes_back_and_undoing_that_does_again(library: Library, five: list[int]) -> None:
    library.mark(five[:1], starred=True)
    change = library.mark(five, read=True, starred=True, tag=("مهم", True))
    again = library.undo(change)
    assert list(library.ids(MarkTerm("starred"))) == five[:1]
    assert library.count(MarkTerm("read")) == library.count(TagTerm("مهم")) == 0
    library.undo(again)
    assert library.count(MarkTerm("read")) == library.count(TagTerm("مهم")) == library.count(MarkTerm("starred")) == 5


def test_a_deleted_article_is_in_no_answer_until_it_is_brought_back(library: Library, five: list[int]) -> None:
    change = library.mark(five[:2], deleted=True)
    assert list(library.ids()) == five[2:]
    assert library.count(Word("خبر")) == library.count(EntityTerm("ماكرون")) == 3
    assert [row.id for row in library.rows(five)] == five[2:]
    assert library.facets(ALL)[0].count == library.facets(Word("خبر"))[0].count == 3
    assert library.find_entities("ماكرون")[0].count == library.entity("ماكرون").articles == 3
    with pytest.raises(UnknownItem):
        library.article(five[0])
    assert not library.mark(five[:1], read=True)
    library.undo(change)
    assert list(library.ids()) == five
    assert library.article(five[0]).article.draft.title == "خبر 4"


def test_adding_a_deleted_article_brings_it_back(library: Library, five: list[int]) -> None:
    draft = library.article(five[0]).article.draft
    library.mark(five[:1], deleted=True)
    assert (library.add(draft).status, library.add(draft).status) == ("added", "known")
    assert list(library.ids()) == five


def test_tags_are_told_apart_as_readers_do(library: Library, five: list[int]) -> None:
    library.mark(five[:2], tag=("  Later   on ", True))
    library.mark(five[2:3], tag=("later on", True))
    library.mark(five[:1], tag=(" \u200f", True))
    assert [(tag.name, tag.count) for tag in library.tags()] == [("Later on", 3)]
    assert library.rows(five[:1])[0].tags == ("Later on",)
    library.mark(five, tag=("LATER ON", False))
    assert library.tags() == ()


def test_the_tags_of_a_file_become_the_readers(library: Library) -> None:
    from dataclasses import replace

    article = library.add(replace(draft_of("خبر", "نص"), tags=("علوم", "صحة"))).id
    assert library.article(article).article.tags == ("صحة", "علوم")
    assert list(library.ids(TagTerm("علوم"))) == [article]


def test_undoing_leaves_alone_what_was_removed_for_good(library: Library, five: list[int]) -> None:
    undone = library.undo(library.mark(five, read=True))
    library.mark(five[:2], deleted=True)
    library.care.compact()
    assert list(library.undo(undone).parts[0].ids) == five[2:]
    assert not list(library.care.check())
