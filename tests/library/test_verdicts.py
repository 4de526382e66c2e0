"""What the reader says of facts: remembered through a rebuild, taken back, brought along, and told where it is lost."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.store.simple_library import draft_of, make_analyser
from tui.cli.exchange import _Bringing
from tui.files import json_line
from tui.library import Library
from tui.sources.exported import records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.model import Analysis, Draft, Fact
    from tui.store.analyser import Known


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", analyser=make_analyser()) as opened:
        opened.add(draft_of("أول", "في باريس 180 صحفيا.", source="أ", published="2021-07-20"))
        opened.add(draft_of("ثان", "في باريس 180 صحفيا أيضا.", source="ب", published="2021-07-21"))
        yield opened


def _facts(library: Library) -> dict[int, Fact]:
    return {article: library.article(article).facts[0] for article in library.ids()}


def test_a_verdict_outlives_a_rebuild_and_is_taken_back(library: Library) -> None:
    article, fact = next(iter(_facts(library).items()))
    change = library.judge(article, fact, "wrong")
    library.rebuild()
    assert library.article(article).verdicts == {fact.id: "wrong"}
    assert [stored.verdict for stored in library.facts()] == ["wrong", ""]
    library.judge(article, fact, "right")
    assert library.article(article).verdicts == {fact.id: "right"}
    library.judge(article, fact, "")
    assert library.article(article).verdicts == {}
    library.undo(change)
    assert library.verdicts() == ()
    assert library.undo(library.judge(article, fact, "right")).verdicts[0].verdict == "right"


def test_what_is_not_the_same_is_linked_no_more(library: Library) -> None:
    (one, fact), (two, other) = _facts(library).items()
    assert [link.fact.id for link in library.article(one).links[fact.id]] == [other.id]
    change = library.judge(one, fact, "apart", other=other.id)
    library.rebuild()
    assert library.article(one).links == library.article(two).links == {}
    library.undo(change)
    assert [link.fact.id for link in library.article(two).links[other.id]] == [fact.id]


def test_a_fact_found_under_another_id_keeps_its_verdict_and_a_lost_one_is_told(library: Library) -> None:
    article, fact = next(iter(_facts(library).items()))
    library.judge(article, fact, "wrong")
    found: tuple[Fact, ...] = (replace(fact, id="another"),)

    def analyse(draft: Draft, known: Known) -> Analysis:
        analysis = make_analyser().analyse(draft, known)
        return replace(analysis, facts=found if draft.title == "ثان" else analysis.facts)

    library._analyser = replace(make_analyser(), analyse=analyse)
    library.rebuild()
    assert library.article(article).verdicts == {"another": "wrong"}
    assert library.lost_verdicts() == ()
    found = ()
    library.rebuild()
    assert [(one.fact, one.verdict) for one in library.lost_verdicts()] == [(fact.id, "wrong")]
    assert len(library.verdicts()) == 1


def test_verdicts_go_along_with_an_export(library: Library, tmp_path: Path) -> None:
    (one, fact), (_two, other) = _facts(library).items()
    library.judge(one, fact, "wrong")
    library.judge(one, fact, "apart", other=other.id)
    lines = [json_line(record) for record in library.export()]
    with Library.open(tmp_path / "other.db", analyser=make_analyser()) as copy:
        for _ in range(2):
            bringing = _Bringing(copy)
            for _done in bringing.all(records(io.BytesIO("\n".join(lines).encode()), ""), analysed=True):
                pass
            assert not bringing.counts["failed"]
        assert copy.verdicts() == library.verdicts()
        assert [stored.verdict for stored in copy.facts()] == ["wrong", ""]
    broken = '{"record": "verdict", "fact": "x", "verdict": "maybe", "article": "0123456789abcdef"}'
    ((error,),) = [list(records(io.BytesIO(broken.encode()), ""))]
    assert "right or wrong" in str(error)
