"""Facts for other programs and for people: each form read back by what it is made for."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from tests.ftm_lines import checked
from tui.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Cli = Callable[..., tuple[int, str, str]]

HOSTILE = """+++
title = "=HYPERLINK(1) *عنوان* <b>"
source = "| جريدة |"
published = 2021-08-01
+++

أعلن إيمانويل ماكرون في باريس أن 180 صحفيا استهدفوا. وقالت فلورنس بارلي إن التحقيق جار.
"""

# Of the JSON-LD context that every annotation names; the ones that are used here.
TERMS = {
    *("id", "type", "motivation", "body", "target", "value", "format", "language", "purpose", "source", "selector"),
    *("exact", "prefix", "suffix", "start", "end", "@context"),
}
TYPES = {"Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector"}
MOTIVES = {"describing", "tagging", "assessing"}


@pytest.fixture
def told(cli: Cli, files: Path, library: Path) -> list[dict[str, Any]]:
    """The facts of a library of three articles, one of them judged."""
    (files / "hostile.md").write_text(HOSTILE, encoding="utf-8")
    cli("add", files)
    with Library.open(library) as opened:
        article = opened.ids()[0]
        opened.judge(article, opened.article(article).facts[0], "wrong")
    return [json.loads(line) for line in cli("facts", "--json")[1].splitlines()]


def test_csv_has_a_line_a_fact_and_no_formula(cli: Cli, told: list[dict[str, Any]]) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("facts", "--format", "csv")[1])))
    assert [(row["id"], row["kind"], row["evidence"]) for row in rows] == [
        (fact["id"], fact["kind"], fact["evidence"]["exact"]) for fact in told
    ]
    assert next(row["verdict"] for row in rows) == "wrong"
    assert {row["title"] for row in rows if "HYPERLINK" in row["title"]} == {"'=HYPERLINK(1) *عنوان* <b>"}
    assert {row["value"] for row in rows if row["kind"] == "quantity"} >= {"180", "12"}


def test_jsonl_is_what_json_is(cli: Cli, told: list[dict[str, Any]]) -> None:
    assert [json.loads(line) for line in cli("facts", "--format", "jsonl")[1].splitlines()] == told
    assert [fact["verdict"] for fact in told][:2] == ["wrong", None]


@pytest.mark.usefixtures("told")
def test_markdown_is_read_as_it_was_meant(cli: Cli) -> None:
    out = cli("facts", "--format", "markdown")[1]
    tokens = MarkdownIt().parse(out)
    assert not {"html_block", "table_open", "em_open", "html_inline"} & {
        one.type for token in tokens for one in (token, *(token.children or ()))
    }
    quotes = [
        token.content for before, token in zip(tokens, tokens[2:], strict=False) if before.type == "blockquote_open"
    ]
    assert any("180 صحفيا" in quote for quote in quotes)


@pytest.mark.usefixtures("told")
def test_a_dossier_has_evidence_and_sources(cli: Cli) -> None:
    code, out, _ = cli("entity", "ماكرون", "--format", "markdown")
    tokens = MarkdownIt().parse(out)
    headings = [after.content for token, after in itertools.pairwise(tokens) if token.type == "heading_open"]
    assert code == 0
    assert headings[0] == "إيمانويل ماكرون"
    assert {"Names", "Articles", "Named with it"} <= set(headings)
    assert "1 August 2021" in out


def test_followthemoney_takes_every_line(cli: Cli, told: list[dict[str, Any]]) -> None:
    found = checked(cli("facts", "--format", "ftm")[1].splitlines())
    assert sorted(
        one["properties"].get("recordId", [""])[0] for one in found if "recordId" in one["properties"]
    ) == sorted(fact["id"] for fact in told)


def _strange(value: object) -> Iterator[str]:
    """What the context has no word for: JSON-LD would drop it without a sound."""
    if isinstance(value, dict):
        yield from set(value) - TERMS
        yield from {value.get("type", "Annotation")} - TYPES
        yield from {value.get("motivation", "tagging"), value.get("purpose", "tagging")} - MOTIVES
        for part in value.values():
            yield from _strange(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strange(part)


@pytest.mark.parametrize(
    ("written", "instead"),
    [("exact", "exakt"), ("TextualBody", "Body"), ("describing", "telling"), ("selector", "selectors")],
)
def test_a_word_that_the_context_has_not_is_noticed(
    cli: Cli, told: list[dict[str, Any]], written: str, instead: str
) -> None:
    assert told
    line = cli("facts", "--format", "webannotation")[1].splitlines()[0]
    assert instead in set(_strange(json.loads(line.replace(f'"{written}"', f'"{instead}"'))))


def test_annotations_use_the_words_of_their_context(cli: Cli, told: list[dict[str, Any]]) -> None:
    found = [json.loads(line) for line in cli("facts", "--format", "webannotation")[1].splitlines()]
    assert len(found) == len(told)

    for one, fact in zip(found, told, strict=True):
        assert list(_strange(one)) == []
        quote, place = one["target"]["selector"]
        assert (quote["exact"], place["start"], place["end"]) == (
            fact["evidence"]["exact"],
            fact["evidence"]["start"],
            fact["evidence"]["end"],
        )
