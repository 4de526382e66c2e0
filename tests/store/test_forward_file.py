"""The flat file of forward lists: counts are right with it, without it, and with any file that is not the one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from tests.store.simple_library import draft_of
from tui.model import ALL, DateTerm, Word
from tui.store import forward, forward_file
from tui.store.codec import pack_ids
from tui.store.forward_file import ForwardFile

if TYPE_CHECKING:
    from collections.abc import Mapping

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


_ARTICLES = st.dictionaries(
    st.builds(lambda day, number: day << 16 | number, st.sampled_from([1, 2, 7, 40_000, 65_535]), st.integers(0, 9)),
    st.lists(st.integers(1, 12), unique=True, max_size=8),
    max_size=25,
)


@given(
    _ARTICLES,
    st.frozensets(st.integers(1, 14)),
    st.lists(st.integers(0, 9), max_size=16),
    st.one_of(st.none(), st.integers(1, 6)),
    st.data(),
)
@settings(deadline=None, max_examples=200)
def test_counting_in_a_file_is_counting_in_the_lists(
    lists: dict[int, list[int]], frequent: frozenset[int], also: list[int], most: int | None, data: st.DataObject
) -> None:
    rows = iter([(article, pack_ids(lists[article])) for article in sorted(lists)])
    with TemporaryDirectory() as folder:
        forward_file.write(Path(folder) / "file", 5, sorted(frequent), rows)
        file = ForwardFile.of(Path(folder) / "file", 5)
        assert ForwardFile.of(Path(folder) / "file", 6) is None
    assert file
    known = data.draw(st.frozensets(st.sampled_from(sorted(lists)))) if lists else frozenset()
    asked = BitMap([*known, 3 << 16, (65_535 << 16) + 60])
    counts = Counter({entity: count for entity, count in enumerate(also) if count})
    counts.update(entity for article in known for entity in lists[article])
    ranked = _ranked(counts)
    told = _ranked(dict(enumerate(file.count(asked, np.array(also, np.int64), most).tolist())))
    assert told[:most] == ranked[:most]
    assert set(told) <= set(ranked)
    pairs = [article << 32 | entity for article, own in lists.items() for entity in own]
    assert sorted(file.named().tolist()) == sorted(pairs)
    assert file.adds_up(file.named())


def _ranked(counts: Mapping[int, int]) -> list[tuple[int, int]]:
    return sorted(((entity, n) for entity, n in counts.items() if n), key=lambda item: (-item[1], item[0]))
