"""What each form of the query language means, and where its mistakes are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.errors import QueryError
from tui.model import (
    ALL,
    And,
    DateTerm,
    EntityTerm,
    FactTerm,
    MarkTerm,
    Not,
    Or,
    Phrase,
    Prefix,
    QueryPart,
    SourceTerm,
    TagTerm,
    Word,
)
from tui.query import needles, parse

READ, UNREAD, STARRED = MarkTerm("read"), MarkTerm("unread"), MarkTerm("starred")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ALL),
        ("  ، - ", ALL),
        ("الحُكومة", Word("الحكومه")),
        ("قمة باريس", And((Word("قمه"), Word("باريس")))),
        ('"قمة المناخ"', Phrase("قمه المناخ")),
        ("«قمّة المناخ»", Phrase("قمه المناخ")),
        ("“قمة”", Phrase("قمه")),
        ('قمة"المناخ"', And((Word("قمه"), Phrase("المناخ")))),
        ("@ماكرون", EntityTerm("ماكرون")),
        ("@ماكرون،", EntityTerm("ماكرون")),
        ('@"إيمانويل ماكرون"', EntityTerm("ايمانويل ماكرون")),
        ("entity:Macron", EntityTerm("macron")),
        ("كيان:ماكرون", EntityTerm("ماكرون")),
        ("person:x", EntityTerm("x", "person")),
        ("شخص:x", EntityTerm("x", "person")),
        ("org:x", EntityTerm("x", "organisation")),
        ("جهة:«وزارة الخارجية»", EntityTerm("وزاره الخارجيه", "organisation")),
        ("place:x", EntityTerm("x", "place")),
        ("مكان:x", EntityTerm("x", "place")),
        ("product:x", EntityTerm("x", "product")),
        ("منتج:x", EntityTerm("x", "product")),
        ("source:الجزيرة", SourceTerm("الجزيره")),
        ("مَصدر:الجزيرة", SourceTerm("الجزيره")),
        ("after:2021-07", DateTerm("2021-07-01", "")),
        ("بعد:٢٠٢١", DateTerm("2021-01-01", "")),
        ("before:2021-07-28", DateTerm("", "2021-07-28")),
        ("قبل:2021/7/8", DateTerm("", "2021-07-08")),
        ("on:2021", DateTerm("2021-01-01", "2022-01-01")),
        ("on:2020-02", DateTerm("2020-02-01", "2020-03-01")),
        ("on:2021-12", DateTerm("2021-12-01", "2022-01-01")),
        ("في:2021-12-31", DateTerm("2021-12-31", "2022-01-01")),
        ("on:9999-12-31", DateTerm("9999-12-31", "")),
        ("on:9999", DateTerm("9999-01-01", "")),
        ("on:28/7/2021", DateTerm("2021-07-28", "2021-07-29")),
        ("on:2021-07..2021-09", DateTerm("2021-07-01", "2021-10-01")),
        ("في:٢٠٢٠..2021-07-28", DateTerm("2020-01-01", "2021-07-29")),
        ("on:2021-07..", DateTerm("2021-07-01", "")),
        ("on:..2021-07", DateTerm("", "2021-08-01")),
        ('on:"july 2021"', DateTerm("2021-07-01", "2021-08-01")),
        ("في:«٢٨ تموز ٢٠٢١»", DateTerm("2021-07-28", "2021-07-29")),
        ("في:كانون-الثاني-2020", DateTerm("2020-01-01", "2020-02-01")),
        ("بعد:أغسطس", DateTerm("2020-08-01", "")),
        ("on:jul", DateTerm("2021-07-01", "2021-08-01")),
        ("on:this-week", DateTerm("2021-07-25", "2021-08-01")),
        ("في:«الأسبوع الماضي»", DateTerm("2021-07-18", "2021-07-25")),
        ("on:month", DateTerm("2021-07-01", "2021-08-01")),
        ("في:الشهر_الماضي", DateTerm("2021-06-01", "2021-07-01")),
        ("after:last-year", DateTerm("2020-01-01", "")),
        ("في:هذا-العام", DateTerm("2021-01-01", "2022-01-01")),
        ("on:today", DateTerm("2021-07-28", "2021-07-29")),
        ("في:أمس", DateTerm("2021-07-27", "2021-07-28")),
        ("is:unread", UNREAD),
        ("is:read", READ),
        ("is:starred", STARRED),
        ("غير:مقروء", UNREAD),
        ("غير:مميز", Not(STARRED)),
        ("مميز", STARRED),
        ("مميز:", STARRED),
        ('"مميز"', Phrase("مميز")),
        ("is:star", STARRED),
        ("حالة:«غير مقروء»", UNREAD),
        ("حالة:جديد", UNREAD),
        ("جديد: قمة", And((Word("جديد"), Word("قمه")))),
        ("tag:Later", TagTerm("later")),
        ("وسم:«للقراءة لاحقًا»", TagTerm("للقراءه لاحقا")),
        ("كلم*", Prefix("كلم")),
        ("-كَلِم*", Not(Prefix("كلم"))),
        ("كلم*ات", Word("كلم*ات")),
        ("*", ALL),
        ("\ufdfa", Phrase("صلي الله عليه وسلم")),
        ("fact:quantity", FactTerm("quantity")),
        ("حقيقة:نفي", FactTerm("denial")),
        ("-قمة", Not(Word("قمه"))),
        ('-"قمة المناخ"', Not(Phrase("قمه المناخ"))),
        ("-@ماكرون", Not(EntityTerm("ماكرون"))),
        ("-source:x", Not(SourceTerm("x"))),
        ("-(a b)", Not(And((Word("a"), Word("b"))))),
        ("-(a OR b) c", And((Not(Or((Word("a"), Word("b")))), Word("c")))),
        ("a OR b c", Or((Word("a"), And((Word("b"), Word("c")))))),
        ("a أو b او c", Or((Word("a"), Word("b"), Word("c")))),
        ("(a OR b) c", And((Or((Word("a"), Word("b"))), Word("c")))),
        ("(a b) c", And((Word("a"), Word("b"), Word("c")))),
        ("or", Word("or")),
        ("كوفيد-19", Word("كوفيد-19")),
        ("a - b", And((Word("a"), Word("b")))),
        ("https://example.org/a", Word("https://example.org/a")),
        ("10:30", Word("10:30")),
        ("user@example.org", Word("user@example.org")),
        ("عاجل: قمة", And((Word("عاجل"), Word("قمه")))),
        ("\u202b@\u200fماكرون\u202c", EntityTerm("ماكرون")),
        ("sour\u200ece:x", SourceTerm("x")),
    ],
)
def test_a_form_means_what_the_table_says(text: str, part: QueryPart) -> None:
    assert parse(text, today=date(2021, 7, 28)) == part


@pytest.mark.parametrize(
    ("text", "start", "says"),
    [
        ('قمة "المناخ', 4, "not closed"),
        ("«قمة", 0, "not closed"),
        ('""', 0, "nothing in these quotes"),
        ("a source: b", 2, "source: needs a value"),
        ("@", 0, "@ needs a name"),
        ("a person:", 2, "person: needs a name"),
        ("foo:bar", 0, "foo: is no keyword"),
        ("عاجل:قمة", 0, "عاجل: is no keyword"),
        ("after:soon", 6, "soon is no date"),
        ("on:2021-13", 3, "is no date"),
        ("on:2021-02-30", 3, "is no date"),
        ("on:2021-00", 3, "is no date"),
        ("before:21", 7, "is no date"),
        ("on:2021-09..2021-07", 3, "ends before it begins"),
        ("after:2021-07..2021-09", 6, "goes with on:"),
        ("on:..", 3, "is no date"),
        ("on:2021..soon", 3, "is no date"),
        ("on:31-june-2021", 3, "is no date"),
        ("a tag:", 2, "tag: needs a value"),
        ('source:" "', 0, "source: needs a value"),
        ("is:lost", 3, "unread, read, starred"),
        ("fact:smell", 5, "quantity"),
        ('after:"a\nb"', 6, "a b is no date"),
        ("a)", 1, "no parenthesis"),
        ("a (b OR c", 2, "not closed"),
        ("a ()", 2, "nothing in these parentheses"),
        ("OR a", 0, "both sides"),
        ("a OR", 2, "both sides"),
        ("a OR OR b", 2, "both sides"),
        ("(a أو)", 3, "both sides"),
        ("\u200f\u200f foo:bar", 3, "foo: is no keyword"),
        ("(" * 100 + "a" + ")" * 100, 32, "in one another"),
        ("-" * 100 + "a", 32, "in one another"),
        (" ".join("a" * 300), 400, "too long"),
    ],
)
def test_a_mistake_has_one_line_and_a_place(text: str, start: int, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (caught.value.query, caught.value.start) == (text, start)


_PIECES = st.sampled_from(
    [
        "(",
        ")",
        "-",
        '"',
        "«",
        "»",
        "@",
        ":",
        "OR",
        "أو",
        " ",
        "source:",
        "on:",
        "2021-07",
        "is:",
        "ماكرون",
        "\u202b",
        "//",
    ]
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=30).map("".join)))
@example("\ud800")
@example("\x00")
def test_whatever_is_typed_is_a_query_or_a_mistake_within_it(text: str) -> None:
    try:
        part = parse(text)
    except QueryError as error:
        assert 0 <= error.start <= len(text)  # noqa: PT017 - most texts are no mistake
        assert str(error).splitlines() == [str(error)]  # noqa: PT017
    else:
        needles(part)


def test_needles_are_what_a_match_may_show() -> None:
    assert needles(parse('قمة "باريس المناخ" -رويترز (a OR b*) -(c OR "d e") @ماكرون قمة')) == (
        Word("قمه"),
        Phrase("باريس المناخ"),
        Word("a"),
        Prefix("b"),
    )
