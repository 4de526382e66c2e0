"""What is written is read again as the same query."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.errors import QueryError
from tui.model import And, DateTerm, EntityTerm, Not, Or, Phrase, Word
from tui.query import parse
from tui.query.write import write

if TYPE_CHECKING:
    from tui.model import QueryPart
    from tui.query.write import Language

TODAY = date(2021, 7, 28)


@pytest.mark.parametrize(
    ("typed", "english", "arabic"),
    [
        ("", "", ""),
        ("قمة «باريس»", 'قمه "باريس"', 'قمه "باريس"'),
        ("كيان:ماكرون شخص:«إيمانويل ماكرون»", '@ماكرون person:"ايمانويل ماكرون"', '@ماكرون شخص:"ايمانويل ماكرون"'),
        ("org:x source:y tag:z", "org:x source:y tag:z", "جهة:x مصدر:y وسم:z"),
        ("is:unread is:read is:starred", "is:unread is:read is:starred", "غير:مقروء حالة:مقروء مميز"),
        ("-is:starred -كلم*", "-is:starred -كلم*", "غير:مميز -كلم*"),
        ("fact:no_comment", "fact:no_comment", "حقيقة:امتناع"),
        ("on:2021 بعد:2021-07-01 before:2021-07-02", "on:2021 after:2021-07 before:2021-07-02",
         "في:2021 بعد:2021-07 قبل:2021-07-02"),
        ("on:2021-07-15..2021-09", "on:2021-07-15..2021-09", "في:2021-07-15..2021-09"),
        ("on:today", "on:2021-07-28", "في:2021-07-28"),
        ("a b OR (c أو d) -(e f)", "a b OR (c OR d) -(e f)", "a b أو (c أو d) -(e f)"),
    ],
)  # fmt: skip
def test_a_query_is_written_the_short_way(typed: str, english: str, arabic: str) -> None:
    part = parse(typed, TODAY)
    assert write(part) == english
    assert write(part, "ar") == arabic


def test_quotes_that_are_in_a_text_are_not_those_around_it() -> None:
    assert write(Phrase('a "b" c')) == '«a "b" c»'
    assert parse(write(Phrase('a "b" «c» “d”'))) == Phrase('a "b" «c» “d”')
    assert parse(write(EntityTerm("a )b", "person"))) == EntityTerm("a )b", "person")
    assert parse(write(Word("مميز"))) == Phrase("مميز")


_SIGNS = st.sampled_from(
    [*'()-"«»“”@:*＊（："/ .', "OR", "أو", "مميز", "source:", "on:", "2021-07", "is:", "غير:", "\ufdfa"]
)

_QUERIES = st.lists(st.one_of(_SIGNS, st.text(max_size=6)), max_size=14).map("".join)


@given(_QUERIES, st.sampled_from(["en", "ar"]))
@example("－x ＠y a＊ (OR) ⑴", "en")
@example("a（b @⑴ «a (b)»", "en")
def test_what_was_typed_is_written_and_read_again(typed: str, language: Language) -> None:
    try:
        part = parse(typed, TODAY)
    except QueryError:
        return
    assert parse(write(part, language), TODAY) == part


_WORDS = st.sampled_from(["قمه", "b", "كوفيد-19", "10:30", "x@y", "-z", "a*", "a:b", "على", "source:"])
_DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
_LEAVES: st.SearchStrategy[QueryPart] = st.one_of(
    _WORDS.map(lambda word: parse(f'"{word}"')),
    _WORDS.map(lambda word: parse(write(Word(word)))),
    st.builds(lambda day, length: DateTerm(day.isoformat(), (day + timedelta(length)).isoformat()), _DAYS,
              st.integers(1, 800)),
    st.sampled_from(["@x", "person:«a b»", "source:y", "is:read", "fact:call", "tag:t", "ab*"]).map(parse),
)  # fmt: skip


def _joined(parts: list[QueryPart], either: bool) -> QueryPart:
    if either:
        return Or(tuple(parts))
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    return And(tuple(flat))


_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(inner.map(Not), st.builds(_joined, st.lists(inner, min_size=2, max_size=4), st.booleans())),
    max_leaves=12,
)


@given(_TREES, st.sampled_from(["en", "ar"]))
def test_any_query_is_written_and_read_again(part: QueryPart, language: Language) -> None:
    assert parse(write(part, language), TODAY) == part
