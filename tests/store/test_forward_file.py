"""The flat file of forward lists: counts are right with it, without it, and with any file that is not the one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.store.simple_library import draft_of
from tui.model import ALL, DateTerm, Word
from tui.store import forward, forward_file

if TYPE_CHECKING:
    from pathlib import Path

    from tui.library import Library

_NAMES = ("ماكرون", "باريس", "الرياض", "رويترز")


@pytest.fixture
def filled(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setattr(forward, "WORTH", 0)
    _add(library, range(20))
    library.tend()
    assert _file(library).exists()
    return library


def _add(library: Library, numbers: range) -> None:
    for number in numbers:
        named = " ".join(name for place, name in enumerate(_NAMES) if number % (place + 2) == 0)
        library.add(draft_of(f"خبر {number}", f"ورد في {named} شيء", published=f"2021-07-{number % 28 + 1:02}"))


def _file(library: Library) -> Path:
    return forward.place(library.path)


def _right(library: Library) -> bool:
    views = [library.article(article) for article in library.ids()]
    counts = Counter(entity.id for view in views for entity in view.entities)
    return {facet.entity.id: facet.count for facet in library.facets(Word("خبر"), limit=100)} == dict(counts)


def test_counts_are_right_with_the_file(filled: Library) -> None:
    assert _right(filled)


def test_articles_that_came_since_are_counted(filled: Library) -> None:
    before = _file(filled).read_bytes()
    _add(filled, range(20, 27))
    assert _right(filled)
    assert _file(filled).read_bytes() == before
    filled.tend()
    assert _file(filled).read_bytes() != before
    assert _right(filled)


def test_deleted_articles_are_not_counted(filled: Library) -> None:
    filled.mark(filled.ids()[:6], deleted=True)
    assert _right(filled)
    assert sum(facet.count for facet in filled.facets(ALL)) == sum(
        len(filled.article(article).entities) for article in filled.ids()
    )


@pytest.mark.parametrize("spoil", ["missing", "empty", "cut", "foreign", "of another library"])
def test_a_file_that_is_not_the_one_counts_for_nothing(filled: Library, spoil: str) -> None:
    file = _file(filled)
    whole = file.read_bytes()
    file.unlink()
    changed = {
        "empty": b"",
        "cut": whole[:-7],
        "foreign": b"x" * len(whole),
        "of another library": whole[:8] + bytes(8) + whole[16:],
    }
    if spoil in changed:
        file.write_bytes(changed[spoil])
    assert _right(filled)
    filled.tend()
    assert len(file.read_bytes()) == len(whole)
    assert _right(filled)


@pytest.mark.parametrize("frequent", [0, 2, 100])
def test_the_file_says_what_the_articles_say(filled: Library, monkeypatch: pytest.MonkeyPatch, frequent: int) -> None:
    monkeypatch.setattr(forward_file, "FREQUENT", frequent)
    monkeypatch.setattr(forward_file, "CHUNK", 6)
    filled.mark(filled.ids()[3:9], deleted=True)
    filled.care.compact()  # leaves places of no article
    forward.make(filled._connections)
    assert filled.care.check() == ()
    assert _right(filled)
    for start, end in (("2021-07-04", "2021-07-09"), ("", "2021-07-12"), ("2021-07-02", "")):
        term = DateTerm(start, end)
        counts = Counter(entity.id for article in filled.ids(term) for entity in filled.article(article).entities)
        assert {facet.entity.id: facet.count for facet in filled.facets(term)} == dict(counts)
