"""Records of an export: each comes back as it went out, and what is broken is told by its line."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.any_draft import drafts, words
from tui.errors import SourceError
from tui.model import Article, Draft, SavedSearch, Statement
from tui.sources import exported
from tui.sources.exported import ArticleRecord, Record

HEADER = json.dumps(exported.header())
ARTICLE: dict[str, Any] = {"record": "article", "text": "عنوان\n\nفقرة", "spans": {"title": [0, 5], "body": [[7, 11]]}}


def read(*lines: str | bytes | dict[str, Any]) -> list[Record | SourceError]:
    data = [line if isinstance(line, str | bytes) else json.dumps(line) for line in lines]
    whole = b"\n".join(line.encode() if isinstance(line, str) else line for line in data)
    return list(exported.records(io.BytesIO(whole), "a.jsonl"))


@given(drafts(), st.booleans(), st.booleans(), st.lists(words, max_size=2).map(tuple))
def test_an_article_comes_back_as_it_went_out(draft: Draft, read_: bool, starred: bool, tags: tuple[str, ...]) -> None:
    record = exported.article(Article(1, draft, read_, starred), "00", tags)
    assert read(HEADER, record) == [ArticleRecord(draft, read_, starred, tags)]


def test_statements_come_back() -> None:
    statement = Statement("Q90", "باريس", "P31", "مدينة", "2021", "", "كتاب", "pack")
    assert read(HEADER, exported.statement(statement)) == [statement]


def test_a_text_alone_is_read_as_a_text_file() -> None:
    text = "عنوان الخبر هنا\n\nفقرة أولى من الخبر، وفيها كلام كثير.\n\nفقرة ثانية."
    (found,) = read(HEADER, {"record": "article", "text": text, "source": "جريدة", "marks": {"starred": True}})
    assert isinstance(found, ArticleRecord)
    assert found.starred
    assert (found.draft.title, found.draft.source, len(found.draft.body)) == ("عنوان الخبر هنا", "جريدة", 2)


def test_a_title_of_its_own_stands_above_the_text() -> None:
    (found,) = read({"record": "article", "title": "عنوان آخر", "text": "فقرة أولى من الخبر، وفيها كلام كثير."})
    assert isinstance(found, ArticleRecord)
    assert (found.draft.title, found.draft.title_span) == ("عنوان آخر", None)


def test_what_hurts_a_terminal_is_made_harmless() -> None:
    (found,) = read({**ARTICLE, "source": "a\x1b[31m\u202e", "title": "\ud800"})
    assert isinstance(found, ArticleRecord)
    assert found.draft.source == "a\ufffd[31m\u2060"
    assert found.draft.title == "\ufffd"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"\xff\xfe{", "not UTF-8"),
        ("{", "broken JSON"),
        ("[1]", "no JSON object"),
        ("[" * 100_000, "broken JSON"),
        ('{"format": ' + "9" * 5000 + "}", "broken JSON"),
        ("{}", "`record` is missing"),
        ('{"record": 3}', "`record` is no text"),
        ('{"record": "library", "format": "one"}', "`format`"),
        ('{"record": "article"}', "`text` is missing"),
        ({**ARTICLE, "text": 3}, "`text` is no text"),
        ({**ARTICLE, "text": "\n" * 200_000}, "no single article"),
        ({**ARTICLE, "tags": "one"}, "`tags` is no list"),
        ({**ARTICLE, "tags": [1]}, "`tags` holds"),
        ({**ARTICLE, "spans": []}, "`spans` is no JSON object"),
        ({**ARTICLE, "spans": {"body": [[0, 99]]}}, "`body` is no span"),
        ({**ARTICLE, "spans": {"body": [[5, 2]]}}, "`body` is no span"),
        ({**ARTICLE, "spans": {"body": [[0, True]]}}, "`body` is no span"),
        ({**ARTICLE, "spans": {"body": [None]}}, "`body` holds"),
        ({**ARTICLE, "spans": {"body": [[5, 7], [0, 2]]}}, "in order"),
        ({**ARTICLE, "spans": {"title": [-1, 2]}}, "`title` is no span"),
        ({**ARTICLE, "dropped": [[0, 1]]}, "`dropped`"),
        ({**ARTICLE, "dropped": [[0, 99, "why"]]}, "`dropped`"),
        ({**ARTICLE, "marks": {"read": 1}}, "`read` is neither"),
        ({"record": "article", "text": " \n"}, "no article in its text"),
        ({"record": "statement", "subject": "Q90"}, "`property` is missing"),
        ({"record": "search", "name": ""}, "`name` is missing"),
        ({"record": "gramophone"}, "'gramophone' are not known"),
    ],
)
def test_a_broken_line_is_told_and_the_rest_goes_on(line: str | bytes | dict[str, Any], said: str) -> None:
    good = {"record": "search", "name": "باريس", "query": "@باريس"}
    failed, rest = read(HEADER, line, good)[-2:]
    assert isinstance(failed, SourceError)
    assert str(failed).startswith("a.jsonl:2: ")
    assert said in str(failed)
    assert "\n" not in str(failed)
    assert rest == SavedSearch("باريس", "@باريس")


def test_a_line_without_end_does_not_fill_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exported, "LINE", 1000)
    failed, rest = read(HEADER, "x" * 5000, {"record": "search", "name": "n", "query": "q"})
    assert "a.jsonl:2: longer than" in str(failed)
    assert rest == SavedSearch("n", "q")


def test_a_kind_of_record_that_is_not_known_is_told_once() -> None:
    assert len(read(HEADER, *[{"record": "gramophone"}] * 5)) == 1


def test_another_file_is_refused_soon() -> None:
    with pytest.raises(SourceError, match="is no export"):
        read(*["some line of text"] * 30)


def test_a_newer_format_is_refused() -> None:
    with pytest.raises(SourceError, match="newer Warraq"):
        read({"record": "library", "format": exported.FORMAT + 1})


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda part: st.lists(part) | st.dictionaries(st.sampled_from(["title", "body", "read", "credits", "x"]), part),
    )
)
def test_any_value_in_any_place_is_told_or_taken(value: Any) -> None:
    for name in ("record", "text", "title", "tags", "spans", "dropped", "marks"):
        (found,) = read(HEADER, {**ARTICLE, name: value})
        assert isinstance(found, ArticleRecord | SourceError)
