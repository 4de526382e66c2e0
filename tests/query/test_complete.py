"""What is being typed where, and what it may become."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.query import parse
from tui.query.complete import Typed, dates, keywords, kinds, marks, taken, typed_at

TODAY = date(2021, 7, 28)


@pytest.mark.parametrize(
    ("query", "typed"),
    [
        ("|", None),
        ("مصر |", None),
        ("مصر -ماك|", Typed("word", 5, 8, "ماك")),
        ("ما|كرون x", Typed("word", 0, 6, "ما")),
        ("@|", Typed("entity", 1, 1, "", "@")),
        ("a @ماك|رون", Typed("entity", 3, 9, "ماك", "@")),
        ('@"إيمانويل ما|', Typed("entity", 1, 13, "إيمانويل ما", "@")),
        ("@«إيمانويل م|اكرون» x", Typed("entity", 1, 18, "إيمانويل م", "@")),
        ("@«إيمانويل»|", None),
        ("شخص:|", Typed("entity", 4, 4, "", "شخص", "person")),
        ("(org:من|)", Typed("entity", 5, 7, "من", "org", "organisation")),
        ("source:|", Typed("source", 7, 7, "", "source")),
        ("source:| x", Typed("source", 7, 7, "", "source")),
        ("وسم:لا|", Typed("tag", 4, 6, "لا", "وسم")),
        ("after:2021-|", Typed("date", 6, 11, "2021-", "after")),
        ("غير:|", Typed("mark", 4, 4, "", "غير")),
        ("fact:q|", Typed("fact", 5, 6, "q", "fact")),
        ("foo:b|", None),
        ('"قم|', None),
        ("\u200fsour\u200e|", Typed("word", 1, 5, "sour")),
    ],
)
def test_what_is_typed(query: str, typed: Typed | None) -> None:
    assert typed_at(query.replace("|", ""), query.index("|")) == typed


@given(st.text(alphabet='اب@:"«» -()source', max_size=12), st.integers(0, 12))
def test_a_completion_replaces_what_is_typed_alone(query: str, caret: int) -> None:
    typed = typed_at(query, min(caret, len(query)))
    if typed:
        whole, after = taken(query, typed, "قمة")
        assert whole.startswith(f"{query[: typed.start]}قمة ")
        assert whole.endswith(query[typed.end :].removeprefix(" "))
        assert whole[after - 1] == " "


def test_behind_a_completion_one_goes_on() -> None:
    typed = typed_at("sou x", 3)
    assert typed
    assert taken("sou x", typed, "source:") == ("source: x", 7)
    typed = typed_at("source: x", 7)
    assert typed
    assert taken("source: x", typed, '"a b"') == ('source:"a b" x', 13)


def _typed(query: str) -> Typed:
    typed = typed_at(query, len(query))
    assert typed
    return typed


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("o", [("org:", "organisation"), ("on:", "on"), ("OR", "or")]),
        ("organi", [("org:", "organisation")]),
        ("مك", [("مكان:", "place")]),
        ("منظ", [("جهة:", "organisation")]),
        ("أ", [("أو", "or")]),
        ("غ", [("غير:", "not")]),
        ("zz", []),
    ],
)
def test_keywords(query: str, found: list[tuple[str, str]]) -> None:
    assert sorted(keywords(_typed(query))) == sorted(found)


def test_values_are_in_the_language_of_the_keyword() -> None:
    assert marks(_typed("is:")) == ("unread", "read", "starred")
    assert marks(_typed("حالة:")) == ("غير مقروء", "مقروء", "مميز")
    assert marks(_typed("حالة:مق")) == ("غير مقروء", "مقروء")
    assert marks(_typed("غير:")) == ("مقروء", "مميز")
    assert kinds(_typed("fact:de")) == ("denial", "demand")
    assert kinds(_typed("حقيقة:ات")) == ("اتهام", "اتفاق", "اتصال")
    assert kinds(_typed("fact:نف")) == ("نفي",)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("on:", "today yesterday this-week last-week this-month last-month this-year last-year 2021 2020"),
        ("في:أب", "أبريل إبريل آب"),
        ("في:الأس", "الأسبوع-الماضي"),
        ("on:ju", "june jun july jul"),
        ("on:2", "2021 2020"),
        ("on:2020", "2020 2020-12 2020-11"),
        ("on:2021-0", "2021-03 2021-02 2021-01"),
        ("on:2020-11-", "2020-11-30 2020-11-29 2020-11-28"),
        ("on:2020-11-3", "2020-11-30"),
        ("on:2020..20", "2020..2021 2020..2020"),
        ("on:19", ""),
    ],
)  # fmt: skip
def test_dates_are_those_of_the_articles(query: str, found: str) -> None:
    assert dates(_typed(query), "2020-11-28", "2021-03-05", TODAY) == tuple(found.split())
    for text in found.split():
        parse(f"on:{text}", TODAY)
    assert not any(text[0].isdigit() for text in dates(_typed("on:"), "", "", TODAY))
