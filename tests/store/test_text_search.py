"""What the text index finds is what is marked in the text, for words, phrases and beginnings of words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arabic.arabic_text import anything
from tui.arabic.normalise import words
from tui.arabic.search import hits_of
from tui.model import Draft, Phrase, Prefix, Span, Word
from tui.store import schema, search

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model import TextPart

_FORMS = (
    "وزير والوزير الوزراء وزارة زيارة بالوزارة الف ألف بالغ لله للوزير"
    " كوفيد 19 كوفيد-19 لكوفيد-19 ولد الولد ماكرون بماكرون"
)
_text = st.one_of(anything, st.lists(st.sampled_from([*_FORMS.split(), "\n", "،"]), max_size=8).map(" ".join))
_wanted = st.one_of(
    anything,
    st.sampled_from(_FORMS.split()),
    st.sampled_from(["و", "ال", "الو", "لل", "للو", "با", "وزي", "ا", "وزير ا"]),
)


def _draft(*parts: str) -> Draft:
    text, spans = "", []
    for part in parts:
        spans.append(Span(len(text), len(text) + len(part)))
        text += part + "\n\n"
    return Draft(text, parts[0], spans[0], body=tuple(spans[1:]))


@pytest.fixture(scope="module")
def empty() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in schema.statements(schema.SEARCH.format(stems="stems", exact="exact")):
            connection.execute(statement)
        yield connection


def _found(connection: sqlite3.Connection, part: TextPart) -> list[int]:
    return list(chain.from_iterable(search.streams(connection, (part,), 1 << 40)))


def _marked(texts: Sequence[str], part: TextPart) -> bool:
    return any(hits_of(text, (part,)) for text in texts)


@given(st.lists(_text, min_size=1, max_size=3), st.sampled_from([Word, Phrase, Prefix]), _wanted)
def test_what_is_found_is_what_is_marked(
    empty: sqlite3.Connection, parts: list[str], kind: type[TextPart], wanted: str
) -> None:
    part = kind(wanted)
    if not words(wanted):
        assert search.match(part)[1] == ""
        assert not _marked(parts, part)
        return
    empty.execute("BEGIN")
    search.index_many(empty, [(7, _draft(*parts)), (9, _draft("غيره"))])
    assert (7 in _found(empty, part)) == _marked(parts, part)
    assert search.among(empty, part, [7]) == [7] * _marked(parts, part)
    empty.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (Word("وزير"), ["وزير", "والوزير", "الوزراء"]),
        (Phrase("وزير"), ["وزير"]),
        (Phrase("الوزراء"), ["الوزراء"]),
        (Prefix("وزي"), ["وزير", "والوزير"]),
        (Prefix("وزار"), ["بالوزارة"]),
        (Prefix("الوز"), ["والوزير", "الوزراء"]),
        (Prefix("ال"), ["والوزير", "الوزراء"]),
        (Word("كوفيد-19"), ["لكوفيد-19"]),
        (Prefix("لكوفيد-1"), ["لكوفيد-19"]),
        (Word("كوفيد"), ["لكوفيد-19"]),
    ],
)
def test_words_forms_and_beginnings(empty: sqlite3.Connection, part: TextPart, found: list[str]) -> None:
    texts = ["وزير", "والوزير", "الوزراء", "بالوزارة", "لكوفيد-19"]
    empty.execute("BEGIN")
    search.index_many(empty, enumerate(map(_draft, texts)))
    assert [texts[article] for article in sorted(_found(empty, part))] == found
    empty.execute("ROLLBACK")


@given(st.lists(_text, min_size=1, max_size=3))
def test_an_article_that_is_taken_out_leaves_nothing(empty: sqlite3.Connection, parts: list[str]) -> None:
    empty.execute("BEGIN")
    search.index_many(empty, [(7, _draft(*parts))])
    search.forget_many(empty, [(7, _draft(*parts))])
    for word in {token.fold for part in parts for token in words(part)}:
        assert not _found(empty, Word(word))
        assert not _found(empty, Phrase(word))
        assert not _found(empty, Prefix(word[:2]))
    empty.execute("ROLLBACK")


def test_merging_changes_no_answer() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in schema.statements(schema.SEARCH.format(stems="stems", exact="exact")):
            connection.execute(statement)
        for article in range(40):
            search.index(connection, article, _draft(f"خبر {article}", f"نص {article} عن الوزير"))
        calls = 0
        while search.settle(connection, 1) and calls < 1000:
            calls += 1
        assert calls < 1000
        assert connection.execute("SELECT count(DISTINCT segid) FROM exact_idx").fetchone()[0] < 8
        assert _found(connection, Word("وزير")) == [*range(39, -1, -1)]
        assert _found(connection, Phrase("خبر 7")) == [7]
