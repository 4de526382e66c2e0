"""The contract of `tui.store.primitives`, held against each implementation: SQLite's, and one of plain sets.

An implementation for another engine gets a line in `_MAKERS`. What is asked of it is what the small world says.
"""

from __future__ import annotations

from array import array
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import pytest
from pyroaring import BitMap

from tests.store.simple_library import draft_of, make_analyser
from tui.arabic.normalise import fold, words
from tui.arabic.stem import stem, stems
from tui.library import Library
from tui.model import EntityTerm, FactTerm, Phrase, Prefix, SourceTerm, TagTerm, Word
from tui.store import ids
from tui.store.index import asking
from tui.store.primitives import DELETED, EVERY, READ, STARRED, Kind, Posting, Primitives, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tui.model import NamedPart, TextPart


class Told(NamedTuple):
    """An article of the small world; its id follows from its day."""

    title: str
    text: str
    source: str
    day: str
    names: tuple[str, ...]
    marks: str = ""
    tag: str = ""


_WORLD = (
    Told("بدء القمة", "زار ماكرون باريس ومعه 12 وزيرا", "رويترز", "2021-07-20", ("ماكرون", "باريس"), "r"),
    Told("أخبار الجسور", "افتتح الجسر في باريس", "الجزيرة نت", "2021-07-21", ("باريس",), "s", "مهم"),
    Told("جسر جديد", "جسر في الرياض قرب الجسر القديم", "رويترز", "2021-09-01", ("الرياض",), "rs", "مهم"),
    Told("نفى الوزير", "نفى الوزير ما قيل", "", "2022-01-01", (), "d"),
    Told("تقرير رويترز", "قالت رويترز إن 3 جسور", "وكالة الأنباء", "2023-05-05", ("رويترز",)),
)
_IDS = tuple(ids.slot(told.day) << 16 for told in _WORLD)
_TEXTS: tuple[TextPart, ...] = (
    Word("جسر"),
    Word("وزير"),
    Word("غائب"),
    Phrase(fold("في باريس")),
    Phrase(fold("القمة")),
    Prefix("جس"),
    Prefix("ال"),
    Prefix("باري"),
)


class Plain:
    """The primitives from the small world itself, without an engine: what an implementation must be like."""

    entity_names: tuple[str, ...] = ("ماكرون", "باريس", "الرياض", "رويترز")
    sources = ("الجزيرة نت", "رويترز", "وكالة الأنباء")

    def posting(self, posting: Posting) -> BitMap:
        number = posting.number
        own: dict[Kind, Callable[[Told], bool]] = {
            Kind.ENTITY: lambda told: self.entity_names[number - 1] in told.names,
            Kind.OUTLET: lambda told: told.source == (self.sources[number - 1] if number else ""),
            Kind.FACT: lambda told: number == 1 and any(char.isdigit() for char in told.text),
            Kind.TAG: lambda told: number == 1 and bool(told.tag),
            Kind.LIBRARY: lambda _: True,
            Kind.MARK: lambda told: {READ: "r", STARRED: "s", DELETED: "d"}[posting] in told.marks,
        }
        return BitMap(article for article, told in zip(_IDS, _WORLD, strict=True) if own[posting.kind](told))

    def meant(self, term: NamedPart) -> tuple[Posting, ...]:
        names: tuple[str, ...]
        match term:
            case EntityTerm(name, _, id):
                wanted, names, kind = name or id.partition(":")[2], self.entity_names, Kind.ENTITY
            case SourceTerm(name):
                wanted, names, kind = name, self.sources, Kind.OUTLET
            case TagTerm(name):
                wanted, names, kind = name, ("مهم",), Kind.TAG
            case FactTerm(name):
                wanted, names, kind = name, ("quantity",), Kind.FACT
        return tuple(Posting(kind, place) for place, own in enumerate(names, 1) if fold(own) == fold(wanted))

    def between(self, start: str, end: str) -> tuple[int, int]:
        return ids.bounds(start, end)

    def matches(self, texts: Sequence[TextPart], *, before: int) -> Iterator[int]:
        for article, told in sorted(zip(_IDS, _WORLD, strict=True), reverse=True):
            if article < before and all(_has(told, text) for text in texts):
                yield article

    def having(self, texts: Sequence[TextPart]) -> BitMap:
        return BitMap(self.matches(texts, before=ids.END))

    def among(self, text: TextPart, articles: BitMap) -> BitMap:
        return self.having((text,)) & articles

    def kept(self, key: Hashable, kinds: Collection[Kind], make: Callable[[], BitMap]) -> BitMap:  # noqa: ARG002
        return make()

    def tally(self, articles: BitMap, most: int | None = None) -> Tally:
        counts = Counter(
            self.entity_names.index(name) + 1
            for article, told in zip(_IDS, _WORLD, strict=True)
            for name in told.names
            if article in articles
        )
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
        return Tally(
            *(array("I", column) for column in zip(*ranked, strict=True)) if ranked else (array("I"), array("I"))
        )

    def outlets(self) -> Sequence[int]:
        return [1, 2, 3, 0]

    def by_title(self, articles: BitMap) -> Iterator[int]:
        titles = {article: fold(told.title) for article, told in zip(_IDS, _WORLD, strict=True)}
        return iter(sorted(articles, key=lambda article: (titles[article], -article)))


def _has(told: Told, text: TextPart) -> bool:
    for part in (told.title, told.text):
        own = [token.fold for token in words(part)]
        match text:
            case Word(word):
                found = any(stem(word) in stems(token) for token in own)
            case Phrase(phrase):
                found = f" {phrase} " in f" {' '.join(own)} "
            case Prefix(beginning):
                found = any(token.startswith((beginning, f"ال{beginning}", f"و{beginning}")) for token in own)
        if found:
            return True
    return False


@contextmanager
def _sqlite(folder: Path) -> Iterator[Primitives]:
    with Library.open(folder / "library.db", analyser=make_analyser()) as library:
        for article, told in zip(_IDS, _WORLD, strict=True):
            added = library.add(draft_of(told.title, told.text, source=told.source, published=told.day))
            assert added.id == article
            library.mark([article], read="r" in told.marks, starred="s" in told.marks, tag=(told.tag, True))
            library.mark([article], deleted="d" in told.marks)
        with asking(library._connections) as (_, index):
            yield index


@contextmanager
def _plain(_folder: Path) -> Iterator[Primitives]:
    yield Plain()


_MAKERS: dict[str, Callable[[Path], AbstractContextManager[Primitives]]] = {"sqlite": _sqlite, "plain": _plain}


@pytest.fixture(params=_MAKERS)
def primitives(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Primitives]:
    with _MAKERS[request.param](tmp_path) as made:
        yield made


def _ids(wanted: Callable[[Told], bool]) -> BitMap:
    return BitMap(article for article, told in zip(_IDS, _WORLD, strict=True) if wanted(told))


def _union(primitives: Primitives, term: NamedPart) -> BitMap:
    return BitMap.union(BitMap(), *map(primitives.posting, primitives.meant(term)))


def test_all_articles_are_one_set_and_each_mark_is_another(primitives: Primitives) -> None:
    assert primitives.posting(EVERY) == BitMap(_IDS)
    for posting, mark in ((READ, "r"), (STARRED, "s"), (DELETED, "d")):
        assert primitives.posting(posting) == _ids(lambda told, mark=mark: mark in told.marks)  # type: ignore[misc]


@pytest.mark.parametrize("name", ["ماكرون", "باريس", "الرياض", "رويترز"])
def test_a_name_means_the_articles_that_name_it(primitives: Primitives, name: str) -> None:
    assert _union(primitives, EntityTerm(fold(name))) == _ids(lambda told: name in told.names)


def test_an_outlet_a_tag_and_a_kind_of_fact_mean_their_articles(primitives: Primitives) -> None:
    assert _union(primitives, SourceTerm(fold("رويترز"))) == _ids(lambda told: told.source == "رويترز")
    assert _union(primitives, TagTerm("مهم")) == _ids(lambda told: bool(told.tag))
    assert _union(primitives, FactTerm("quantity")) == _ids(lambda told: any(char.isdigit() for char in told.text))


def test_what_nothing_is_called_means_nothing(primitives: Primitives) -> None:
    terms: tuple[NamedPart, ...] = (EntityTerm("غائب"), SourceTerm("غائب"), TagTerm("غائب"), FactTerm("غائب"))
    assert [primitives.meant(term) for term in terms] == [()] * 4


def test_a_time_bounds_the_ids_of_its_articles(primitives: Primitives) -> None:
    for start, end in (("2021-07-21", "2022-01-01"), ("", "2021-09-01"), ("2022-01-01", "")):
        low, high = primitives.between(start, end)
        inside = _ids(lambda told, start=start, end=end: start <= told.day and (not end or told.day < end))  # type: ignore[misc]
        assert BitMap(article for article in _IDS if low <= article < high) == inside


@pytest.mark.parametrize("text", _TEXTS, ids=str)
def test_text_is_found_newest_first_as_far_as_asked(primitives: Primitives, text: TextPart) -> None:
    wanted = sorted(_ids(lambda told: _has(told, text)), reverse=True)
    assert list(primitives.matches((text,), before=ids.END)) == wanted
    assert primitives.having((text,)) == BitMap(wanted)
    for before in _IDS:
        assert list(primitives.matches((text,), before=before)) == [article for article in wanted if article < before]
        assert primitives.among(text, BitMap([before])) == BitMap([before]) & BitMap(wanted)


@pytest.mark.parametrize("first", _TEXTS, ids=str)
@pytest.mark.parametrize("second", _TEXTS, ids=str)
def test_texts_are_found_together(primitives: Primitives, first: TextPart, second: TextPart) -> None:
    both = _ids(lambda told: _has(told, first) and _has(told, second))
    assert primitives.having((first, second)) == both
    assert list(primitives.matches((first, second), before=ids.END)) == sorted(both, reverse=True)


@pytest.mark.parametrize("some", [(), _IDS, _IDS[:2], _IDS[3:]], ids=len)
def test_entities_are_counted_in_the_articles_given(primitives: Primitives, some: tuple[int, ...]) -> None:
    tally = primitives.tally(BitMap(some))
    ranked = list(zip(tally.entities, tally.counts, strict=True))
    assert ranked == sorted(ranked, key=lambda item: (-item[1], item[0]))
    for entity, count in ranked:
        assert count == len(primitives.posting(Posting(Kind.ENTITY, entity)) & BitMap(some)) > 0
    assert sum(tally.counts) == sum(len(told.names) for at, told in zip(_IDS, _WORLD, strict=True) if at in some)
    for most in (1, 2, 100):
        first = primitives.tally(BitMap(some), most)
        assert first.entities[:most] == tally.entities[:most]
        assert first.counts[:most] == tally.counts[:most]


def test_a_set_is_kept_until_sets_of_its_kinds_change(library: Library) -> None:
    made: list[BitMap] = []

    def ask(kind: Kind) -> None:
        with asking(library._connections) as (_, index):
            index.kept("here", (Kind.LIBRARY, kind), lambda: made.append(BitMap()) or made[-1])  # type: ignore[func-returns-value]

    ask(Kind.ENTITY)
    ask(Kind.ENTITY)
    library.mark(library.ids(), starred=True)
    ask(Kind.ENTITY)
    assert len(made) == 1
    library.add(draft_of("خبر", "زار ماكرون باريس"))
    ask(Kind.ENTITY)
    assert len(made) == 2


def test_outlets_and_titles_come_in_order(primitives: Primitives) -> None:
    sets = [primitives.posting(Posting(Kind.OUTLET, outlet)) for outlet in primitives.outlets()]
    by_source = sorted(_WORLD, key=lambda told: (not told.source, fold(told.source)))
    assert [article for own in sets for article in own] == [_IDS[_WORLD.index(told)] for told in by_source]
    by_title = sorted(zip(_IDS, _WORLD, strict=True), key=lambda pair: fold(pair[1].title))
    assert list(primitives.by_title(BitMap(_IDS))) == [article for article, _ in by_title]
    assert list(primitives.by_title(BitMap(_IDS[:1]))) == [_IDS[0]]
