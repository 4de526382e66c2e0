"""`analyse --json`: the promised shape, offsets into the file's text, and one id for one entity across files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tui.analysis.resolve import keys
from tui.cli import run
from tui.cli.analysing import _rename, _renamed
from tui.config import seeds
from tui.model import Analysis, Entity, Mention

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(seeds().glob("*.md"))[:5]
FACT = "id kind subject predicate object quantity time place polarity modality attribution evidence confidence rule"
MENTION = "start end surface type kind entity reason"
ENTITY = "id type name names latin wikidata mentions"
ARTICLE = "title section source published language dateline body caption dropped"


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARRAQ_LIBRARY", str(tmp_path / "never.db"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def _analyse(capsys: pytest.CaptureFixture[str], *argv: object) -> list[dict[str, Any]]:
    assert run(["analyse", "--json", *map(str, argv)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def _spans(document: dict[str, Any]) -> list[dict[str, Any]]:
    article = document["article"]
    parts = [article["title"], article["section"], article["dateline"], article["caption"], *article["body"]]
    arguments = [fact[role] for fact in document["facts"] for role in ("subject", "object", "evidence")]
    return [span for span in (*parts, *article["dropped"], *document["mentions"], *arguments) if span]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_one_document_of_the_promised_shape(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (document,) = _analyse(capsys, path)
    assert list(document) == ["article", "mentions", "entities", "facts"]
    assert list(document["article"]) == ARTICLE.split()
    for mention in document["mentions"]:
        assert list(mention) == MENTION.split()
    for entity in document["entities"]:
        assert list(entity) == ENTITY.split()
    for fact in document["facts"]:
        assert list(fact) == FACT.split()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_offsets_point_into_the_text_of_the_file(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = path.read_bytes().decode("utf-8")
    (document,) = _analyse(capsys, path)
    for span in _spans(document):
        start, end = span["start"], span["end"]
        if start is None:
            continue
        assert 0 <= start < end <= len(text)
        said = span.get("surface") or span.get("exact") or span.get("text")
        assert said is None or text[start:end] == said


def test_mentions_name_entities_of_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    for document in _analyse(capsys, *FILES):
        known = {entity["id"] for entity in document["entities"]}
        assert {mention["entity"] for mention in document["mentions"] if mention["entity"]} <= known


def test_several_files_share_ids_and_are_linked(capsys: pytest.CaptureFixture[str]) -> None:
    documents = _analyse(capsys, *FILES)
    assert len(documents) == len(FILES)
    names: dict[str, set[str]] = {}
    for document in documents:
        for entity in document["entities"]:
            names.setdefault(entity["id"], set()).add(entity["name"])
    assert sum("ماكرون" in name for name in names) == 1
    facts = {fact["id"]: number for number, document in enumerate(documents) for fact in document["facts"]}
    for number, document in enumerate(documents):
        for fact in document["facts"]:
            assert list(fact) == [*FACT.split(), "links"]
            for link in fact["links"]:
                assert list(link) == ["fact", "relation", "why"]
                assert facts[link["fact"]] != number or link["relation"] == "denies"  # what its own article denies


def test_the_day_of_publication_anchors_relative_dates(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("زيارة إلى باريس\n\nوصل الوزير إلى باريس يوم الأربعاء والتقى 12 صحفيا.\n", encoding="utf-8")
    (document,) = _analyse(capsys, path, "--published", "2021-07-30")
    assert document["article"]["published"] == "2021-07-30"


def test_a_bad_file_does_not_stop_the_rest(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["analyse", "--json", str(tmp_path / "none"), str(FILES[0])]) == 1
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert "links" in json.loads(out)["facts"][0] if json.loads(out)["facts"] else True


def test_a_summary_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["analyse", str(FILES[0])]) == 0
    out = capsys.readouterr().out
    assert "لائحة الخمسين ألف رقم" in out
    assert "منظمة العفو الدولية" in out


def test_nothing_is_stored(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _analyse(capsys, FILES[0])
    assert not list(tmp_path.glob("never*"))


def test_an_entity_that_a_later_file_renames_has_one_id_everywhere() -> None:
    mention = Mention(0, 6, "ماكرون", "person", "name", "person:ماكرون", "")
    first = Analysis((mention,), (Entity("person:ماكرون", "person", "ماكرون", ("ماكرون",), mentions=1),))
    second = Analysis(merged=(("person:ماكرون", "person:b"), ("person:b", "person:ايمانويل-ماكرون")))
    renamed = _rename(first, _renamed([first, second]))
    assert renamed.mentions[0].entity == renamed.entities[0].id == "person:ايمانويل-ماكرون"
    assert keys(renamed.entities[0])


def test_ids_that_are_renamed_in_a_circle_end() -> None:
    assert set(_renamed([Analysis(merged=(("a", "b"), ("b", "a")))])) == {"a", "b"}
