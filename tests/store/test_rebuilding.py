"""Analysing anew keeps ids and marks and forgets what is no longer found; entities that are one become one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zlib import crc32

import pytest

from tui.errors import LibraryError
from tui.library import Analyser, Library
from tui.model import Analysis, Corrections, Draft, Entity, EntityTerm, Fact, MarkTerm
from tui.query import parse

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.simple_library import MakeDraft
    from tui.store.analyser import Known


@pytest.fixture
def filled(library: Library, make_draft: MakeDraft) -> Library:
    library.add(make_draft("ماكرون في باريس", "5 جسور", published="2021-07-01"))
    library.add(make_draft("بيغاسوس", "5 جسور عند ماكرون", published="2021-07-02"))
    library.mark(library.ids()[:1], starred=True)
    library.mark(library.ids()[1:], read=True)
    return library


def _everything(library: Library) -> list[object]:
    entities = {facet.entity.id for facet in library.facets()}
    return [
        library.rows(library.ids()),
        [library.article(article) for article in library.ids()],
        library.facets(),
        [library.entity(entity) for entity in sorted(entities)],
        list(library.facts()),
        [list(library.ids(parse(query))) for query in ("جسر", "جسور", '"في باريس"', "@ماكرون", "fact:quantity")],
    ]


def test_rebuilding_with_the_same_rules_changes_nothing(filled: Library) -> None:
    before, steps = _everything(filled), list[tuple[int, int]]()
    assert filled.rebuild(lambda done, every: steps.append((done, every))) == 2
    assert steps == [(1, 2), (2, 2)]
    assert _everything(filled) == before


def test_rebuilding_forgets_what_is_no_longer_found(filled: Library, analyser: Analyser) -> None:
    filled._analyser = replace(analyser, analyse=lambda *_: Analysis())
    filled.rebuild()
    assert filled.facets() == filled.find_entities("ماكرون") == ()
    assert list(filled.facts()) == []
    assert filled.count(MarkTerm("starred")) == filled.count(MarkTerm("read")) == 1
    assert filled.count(parse("جسور")) == 2
    filled._analyser = analyser
    filled.rebuild()
    assert filled.facets()[0].count == 2


def test_rebuilding_knows_only_what_it_has_found_anew(filled: Library, analyser: Analyser) -> None:
    seen: list[tuple[str, ...]] = []

    def analyse(draft: Draft, known: Known) -> Analysis:
        seen.append(tuple(entity.id for entity in known.find("ماكرون")))
        return analyser.analyse(draft, known)

    filled._analyser = replace(analyser, analyse=analyse)
    filled.rebuild()
    assert seen == [(), ("person:ماكرون",)]


def test_a_rebuild_that_stops_leaves_a_library_that_works(filled: Library, analyser: Analyser) -> None:
    before = _everything(filled)

    def analyse(draft: Draft, known: Known) -> Analysis:
        if "بيغاسوس" in draft.title:
            raise LibraryError("stopped")
        return analyser.analyse(draft, known)

    filled._analyser = replace(analyser, analyse=analyse)
    with pytest.raises(LibraryError, match="stopped"):
        filled.rebuild()
    assert _everything(filled) == before
    filled._analyser = analyser
    assert filled.rebuild() == 2
    assert _everything(filled) == before


def test_what_another_program_adds_during_a_rebuild_is_found_after_it(
    filled: Library, analyser: Analyser, make_draft: MakeDraft
) -> None:
    with Library.open(filled.path, analyser=analyser) as other:
        filled.rebuild(lambda done, _: other.add(make_draft("قمة", "نص قصير عن الرياض")) if done == 1 else None)
    assert filled.count(parse("قصير")) == filled.count(parse('"عن الرياض"')) == filled.count(parse("@الرياض")) == 1


# ---------------------------------------------------------------- merging


@pytest.fixture
def merging(tmp_path: Path, analyser: Analyser, make_draft: MakeDraft) -> Library:
    """Two articles name ماكرون, and one shows that he is إيمانويل ماكرون."""

    def analyse(draft: Draft, known: Known) -> Analysis:
        found = analyser.analyse(draft, known)
        full = [entity.id for entity in found.entities if entity.id == "person:ايمانويل-ماكرون"]
        return replace(found, merged=(("person:ماكرون", full[0]),) if full else ())

    library = Library.open(tmp_path / "merging.db", analyser=replace(analyser, analyse=analyse))
    library.add(make_draft("ماكرون في باريس", "5 جسور", published="2021-07-01"))
    library.add(make_draft("ماكرون يعود", "إلى مكتبه", published="2021-07-02"))
    library.add(make_draft("إيمانويل ماكرون", "و ماكرون أيضا", published="2021-07-03"))
    return library


def test_an_id_that_becomes_anothers_leaves_the_merged_ones_alone(
    merging: Library, analyser: Analyser, make_draft: MakeDraft
) -> None:
    class Nobody:
        def find(self, _key: str) -> tuple[Entity, ...]:
            return ()

        def corrections(self) -> Corrections:
            return Corrections()

    stranger = replace(analyser, analyse=lambda draft, _known: analyser.analyse(draft, Nobody()))
    with merging as library, Library.open(library.path, analyser=stranger) as other:
        other.add(make_draft("ماكرون آخر", "في الرياض", published="2021-07-04"))
        assert library.count(EntityTerm("", id="person:ماكرون")) == 1
        oldest = library.article(library.ids()[-1])
        assert {mention.entity for mention in oldest.mentions} == {"person:ايمانويل-ماكرون", "place:باريس"}
        assert library.care.check(thorough=True) == ()


def test_merged_entities_are_one_everywhere(merging: Library) -> None:
    full = "person:ايمانويل-ماكرون"
    with merging as library:
        for query in ("@ماكرون", "@emmanuel", '@"إيمانويل ماكرون"'):
            assert library.count(parse(query)) == 3
        assert library.count(EntityTerm("", id="person:ماكرون")) == 3
        assert [(facet.entity.id, facet.count) for facet in library.facets(types=["person"])] == [(full, 3)]
        view = library.entity("person:ماكرون")
        assert (view.entity.id, view.articles, view.entity.mentions) == (full, 3, 4)
        assert set(view.entity.names) == {"إيمانويل ماكرون", "ماكرون"}
        (stored,) = view.facts
        assert stored.fact.subject
        assert stored.fact.subject.entity == full
        article = library.article(library.ids()[-1])
        assert {mention.entity for mention in article.mentions} == {full, "place:باريس"}
        assert [entity.id for entity in article.entities] == [full, "place:باريس"]
        assert library.article(library.ids()[0]).entities[0].mentions == 2


def test_facts_of_merged_entities_meet_by_their_new_name(
    tmp_path: Path, analyser: Analyser, make_draft: MakeDraft
) -> None:
    def keys(fact: Fact) -> tuple[int, ...]:
        return (crc32(fact.subject.entity.encode()),) if fact.subject else ()

    def analyse(draft: Draft, known: Known) -> Analysis:
        found = analyser.analyse(draft, known)
        return replace(found, merged=(("person:ماكرون", "person:ايمانويل-ماكرون"),) if "إيمانويل" in draft.text else ())

    with Library.open(tmp_path / "l.db", analyser=replace(analyser, analyse=analyse, block_keys=keys)) as library:
        first = library.add(make_draft("ماكرون", "5 جسور", published="2021-07-01")).id
        library.add(make_draft("إيمانويل ماكرون", "نص", published="2021-07-02"))
        last = library.add(make_draft("إيمانويل ماكرون ثانية", "5 جسور", published="2021-07-03")).id
        ((linked,),) = library.article(first).links.values()
        assert linked.article.id == last
        library.rebuild()
        assert library.article(first).links


def test_merged_entities_survive_a_rebuild(merging: Library) -> None:
    with merging as library:
        before = library.facets()
        library.rebuild()
        assert library.facets() == before
        assert library.entity("person:ماكرون").articles == 3
