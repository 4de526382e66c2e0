"""Every answer about a query agrees with reading the articles one by one, and all answers agree with one another."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store import simple_library
from tui.arabic.normalise import fold, words
from tui.arabic.search import hits
from tui.library import Library
from tui.model import (
    ALL,
    ENTITY_TYPES,
    And,
    ArticleRow,
    ArticleView,
    DateTerm,
    Draft,
    Entity,
    EntityTerm,
    FactTerm,
    Grouping,
    MarkTerm,
    Not,
    Or,
    Order,
    Phrase,
    Prefix,
    QueryPart,
    SourceTerm,
    TagTerm,
    Word,
)
from tui.store import forward, forward_file, index, relevance, select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WORDS = ["القمة", "وزير", "والوزير", "بماكرون", "ماكرون", "باريس", "جسر", "جسور", "5", "رويترز", "نفى", "في"]
_SOURCES = ["الجزيرة نت", "رويترز", "وكالة الأنباء", ""]
_DAYS = ["", "2021", "2021-07", *(f"2021-07-{day:02}" for day in range(1, 29, 3))]


_TAGS = ["مهم", "Later on"]
_LIBRARIES = 8


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[int], Library]]:
    """Random libraries by their seed, made when they are first asked for: of no article up to 60."""
    folder, made = tmp_path_factory.mktemp("shelves"), {}
    filed: dict[int, int] = {}

    def shelf(seed: int) -> Library:
        if seed not in made:
            made[seed] = Library.open(folder / f"{seed}.db", analyser=simple_library.make_analyser())
            _fill(made[seed], random.Random(seed))  # noqa: S311 - test data
        if forward.WORTH == 0 and filed.get(seed) != forward_file.FREQUENT:
            forward.make(made[seed]._connections)
            filed[seed] = forward_file.FREQUENT
        return made[seed]

    yield shelf
    for library in made.values():
        library.close()


def _fill(library: Library, chance: random.Random) -> None:
    for number in range(chance.choice((0, 1, 15, 60))):
        paragraphs = [" ".join(chance.choices(_WORDS, k=6)) for _ in range(2)]
        draft = simple_library.draft_of(
            f"خبر {number}", *paragraphs, source=chance.choice(_SOURCES), published=chance.choice(_DAYS)
        )
        article = library.add(draft).id
        tag = (chance.choice(_TAGS), chance.random() < 0.3)
        library.mark([article], read=chance.random() < 0.5, starred=chance.random() < 0.2, tag=tag)
        library.mark([article], deleted=chance.random() < 0.15)


@pytest.fixture(scope="module")
def shelf(shelves: Callable[[int], Library]) -> Library:
    """One with many articles."""
    return next(library for library in map(shelves, range(_LIBRARIES)) if library.count() > 40)


@pytest.fixture(params=[None, 0, 1, 2, 100], ids="frequent={}".format)
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small libraries are also asked in the ways that are for large ones, with some entities as frequent ones."""
    if request.param is not None:
        monkeypatch.setattr(select, "FEW", 0)
        monkeypatch.setattr(forward, "WORTH", 0)
        monkeypatch.setattr(index, "FEW_TITLES", 0)
        monkeypatch.setattr(forward_file, "FREQUENT", request.param)
        monkeypatch.setattr(forward_file, "CHUNK", 7)


_LEAVES: st.SearchStrategy[QueryPart] = st.one_of(
    st.sampled_from(["القمة", "وزير", "ماكرون", "جسر", "نفى", "خبر", "غائب", "-"]).map(lambda word: Word(fold(word))),
    st.sampled_from(["في باريس", "وزير", "ماكرون جسر", "خبر 7"]).map(lambda phrase: Phrase(fold(phrase))),
    st.sampled_from(["ماكرون", "باريس", "رويترز", "غائب"]).map(EntityTerm),
    st.builds(EntityTerm, st.just(""), id=st.sampled_from(["place:باريس", "person:ماكرون", "person:غائب"])),
    st.sampled_from(["رويترز", "الجزيرة نت", "لا أحد"]).map(SourceTerm),
    st.sampled_from([("", "2021-07-10"), ("2021-07-10", ""), ("2021-07-04", "2021-07-20")]).map(
        lambda at: DateTerm(*at)
    ),
    st.sampled_from([MarkTerm("read"), MarkTerm("unread"), MarkTerm("starred")]),
    st.sampled_from(["quantity", "denial"]).map(FactTerm),
    st.sampled_from([*_TAGS, "later on", "غائب"]).map(TagTerm),
    st.sampled_from(["ماك", "ال", "جس", "غ", "خبر"]).map(Prefix),
)
_QUERIES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=6,
)


def _matches(view: ArticleView, part: QueryPart) -> bool:
    match part:
        case And(parts):
            return all(_matches(view, inner) for inner in parts)
        case Or(parts):
            return any(_matches(view, inner) for inner in parts)
        case Not(inner):
            return not _matches(view, inner)
    return _matches_term(view, part)


def _matches_term(view: ArticleView, term: QueryPart) -> bool:
    draft = view.article.draft
    found = False
    match term:
        case Word(text):
            found = not words(text) or any(hits(where, (text,)) for where in _texts(draft))
        case Phrase(text):
            found = any(hits(where, (), (text,)) for where in _texts(draft))
        case Prefix(text):
            found = any(hits(where, (), (), (text,)) for where in _texts(draft))
        case TagTerm(name):
            found = fold(name) in map(fold, view.article.tags)
        case EntityTerm(name, _, entity):
            found = any(entity in (own.id, "") and (entity or name in own.names) for own in view.entities)
        case SourceTerm(name):
            found = draft.source == name
        case DateTerm(start, end):
            day = (draft.published + "-01-01")[: len("2021-07-01")] if draft.published else ""
            found = bool(day) and start <= day and (not end or day < end)
        case MarkTerm(mark):
            found = {"read": view.article.read, "unread": not view.article.read, "starred": view.article.starred}[mark]
        case FactTerm(kind):
            found = any(fact.kind == kind for fact in view.facts)
    return found


def _texts(draft: Draft) -> list[str]:
    return [draft.title, *(draft.text[span.start : span.end] for span in draft.body)]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, _LIBRARIES - 1), _QUERIES)
@pytest.mark.usefixtures("size")
def test_a_query_finds_what_reading_all_articles_finds(
    shelves: Callable[[int], Library], seed: int, query: QueryPart
) -> None:
    shelf = shelves(seed)
    views = [shelf.article(article) for article in shelf.ids()]
    wanted = [view for view in views if _matches(view, query)]
    assert list(shelf.ids(query)) == [view.article.id for view in wanted]
    assert list(shelf.ids(query, "oldest")) == [view.article.id for view in reversed(wanted)]
    assert list(shelf.ids(query, "title")) == [v.article.id for v in sorted(wanted, key=_title)]
    assert list(shelf.ids(query, "source")) == [v.article.id for v in sorted(wanted, key=_source)]
    assert shelf.count(query) == len(wanted)
    pages = shelf.page(query, limit=7)
    while pages and (more := shelf.page(query, before=pages[-1].id, limit=7)):
        pages += more
    assert [row.id for row in pages] == [view.article.id for view in wanted]
    counts = Counter(entity.id for view in wanted for entity in view.entities)
    found = shelf.facets(query, limit=100)
    assert {facet.entity.id: facet.count for facet in found} == dict(counts)
    assert [facet.count for facet in found] == sorted(counts.values(), reverse=True)
    assert shelf.facets(query, limit=1) == found[:1]


_ORDERED: tuple[tuple[Order, Grouping], ...] = (
    ("newest", "day"), ("oldest", "day"), ("source", "source"), ("title", ""), ("title", "day"), ("newest", "source")
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, _LIBRARIES - 1), _QUERIES, st.sampled_from(_ORDERED))
@pytest.mark.usefixtures("size")
def test_groups_are_runs_of_articles_with_one_day_or_source(
    shelves: Callable[[int], Library], seed: int, query: QueryPart, arranged: tuple[Order, Grouping]
) -> None:
    shelf = shelves(seed)
    order, grouping = arranged
    found = shelf.listing(query, order, grouping)
    assert list(found.ids) == list(shelf.ids(query, order))
    if arranged in _ORDERED[3:]:
        assert (found.order, found.grouping, found.groups) == (order, "", ())
        return
    labels = [_label(row, grouping) for row in shelf.rows(found.ids)]
    runs = [(at, label) for at, label in enumerate(labels) if not at or labels[at - 1] != label]
    assert [tuple(group) for group in found.groups] == runs
    assert len({label for _, label in runs}) == len(runs)


def _label(row: ArticleRow, grouping: Grouping) -> str:
    """A month or a year stands on its first day."""
    return row.source if grouping == "source" else row.published and (row.published + "-01-01")[:10]


def test_too_many_for_an_order_by_relevance_come_by_date(shelf: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    query = Word("خبر")
    assert shelf.listing(query, "relevance").order == "relevance"
    monkeypatch.setattr(relevance, "MOST", 3)
    assert shelf.listing(query, "relevance") == shelf.listing(query, "newest")


def test_the_next_unread_is_the_first_that_is_not_read(shelf: Library) -> None:
    for order in ("newest", "title"):
        ids = shelf.ids(ALL, order)
        unread = [row.id for row in shelf.rows(ids) if not row.read]
        assert shelf.first_unread(ids) == unread[0]
        assert shelf.first_unread(ids[list(ids).index(unread[0]) + 1 :]) == unread[1]
    assert shelf.first_unread([]) == 0


_NAMES_TYPED = ["", "-", "ماك", "emm", "باريس", "ا", "م إ", "الر", "رياض", "macron إيمانويل", "غائب"]


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, _LIBRARIES - 1), _QUERIES, st.sampled_from(_NAMES_TYPED))
@pytest.mark.usefixtures("size")
def test_the_entities_of_a_query_by_type_and_name_are_those_of_its_articles(
    shelves: Callable[[int], Library], seed: int, query: QueryPart, typed: str
) -> None:
    shelf = shelves(seed)
    entities = [entity for article in shelf.ids(query) for entity in shelf.article(article).entities]
    counts = Counter(entity.id for entity in entities)
    named = {entity.id for entity in entities if _is_named(entity, typed)}
    rankings = shelf.rankings(query)
    assert [ranking.type for ranking in rankings] == [
        kind for kind in ENTITY_TYPES if any(entity.type == kind for entity in entities)
    ]
    for found, wanted in ((rankings, set(counts)), (shelf.named(rankings, typed), named)):
        told: dict[str, int] = {}
        for ranking in found:
            known = shelf.numbered(ranking.numbers)
            assert {known[number].type for number in ranking.numbers} == {ranking.type}
            assert list(ranking.counts) == sorted(ranking.counts, reverse=True)
            told |= {known[n].id: count for n, count in zip(ranking.numbers, ranking.counts, strict=True)}
            assert all(shelf.number_of(known[number].id) == number for number in ranking.numbers)
        assert told == {entity: counts[entity] for entity in wanted}


def _is_named(entity: Entity, typed: str) -> bool:
    own = [token.fold for name in (entity.name, *entity.names, entity.latin) for token in words(name)]
    return all(
        any(form.startswith(token.fold) for word in own for form in (word, word.removeprefix("ال")))
        for token in words(typed)
    )


def _title(view: ArticleView) -> tuple[str, int]:
    return fold(view.article.draft.title), -view.article.id


def _source(view: ArticleView) -> tuple[bool, str, int]:
    source = fold(view.article.draft.source)
    return not source, source, -view.article.id


@pytest.mark.usefixtures("size")
def test_what_is_told_of_articles_is_what_was_marked(shelf: Library) -> None:
    rows = shelf.rows(shelf.ids())
    for row in rows:
        article = shelf.article(row.id).article
        assert (row.read, row.starred, row.tags) == (article.read, article.starred, article.tags)
    assert {tag.name: tag.count for tag in shelf.tags()} == dict(Counter(tag for row in rows for tag in row.tags))


def test_facets_can_be_of_some_types_and_so_many(shelf: Library) -> None:
    for query in (ALL, Word("جسر")):
        every = shelf.facets(query)
        assert shelf.facets(query, limit=1) == every[:1]
        for kinds in (("place",), ("person", "organisation")):
            assert shelf.facets(query, types=kinds) == tuple(facet for facet in every if facet.entity.type in kinds)  # type: ignore[arg-type]


def test_a_long_query_is_answered(shelf: Library) -> None:
    parts = tuple(Word("خبر") if number % 2 else Phrase("خبر") for number in range(200))
    assert shelf.ids(And(parts)) == shelf.ids(Or(parts)) == shelf.ids()


def test_many_entities_by_one_beginning_are_all_meant(shelf: Library) -> None:
    everyone = shelf.ids(Or((EntityTerm("ماكرون"), EntityTerm("باريس"), EntityTerm("رويترز"))))
    assert len(everyone) > 0
    assert shelf.ids(And((EntityTerm("ماكرون"), EntityTerm("باريس")))) != everyone
