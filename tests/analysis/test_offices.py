"""Titles without a name find who holds the office, and say nothing where that cannot be told."""

from __future__ import annotations

import pytest

from tui.analysis.analyse import analyse
from tui.analysis.resolve import NOTHING
from tui.analysis.resolve.offices import holder
from tui.analysis.resolve.titles import Office, table
from tui.arabic.normalise import fold
from tui.model import Draft, Span


def told(text: str, published: str = "") -> list[tuple[str, str]]:
    """The titles and nouns of a text with the names of what they mean."""
    analysis = analyse(Draft(text=text, body=(Span(0, len(text)),), published=published), NOTHING)
    names = {one.id: one.name for one in analysis.entities}
    return [(one.surface, names[one.entity]) for one in analysis.mentions if one.kind in {"title", "nominal"}]


def test_a_title_means_whom_the_article_gave_it_to() -> None:
    text = "أكد وزير العدل سامي حداد ذلك. وأضاف وزير العدل أن القانون جاهز."
    assert told(text) == [("وزير العدل", "سامي حداد")]


def test_it_does_so_before_the_name_is_told() -> None:
    text = "وزير العدل يرد على القضاة. وقال وزير العدل سامي حداد إن القانون جاهز."
    assert told(text) == [("وزير العدل", "سامي حداد")]


def test_a_short_title_means_the_one_whom_it_fits() -> None:
    text = "التقت وزيرة الدفاع الفرنسية ليلى حداد وزير العدل سامي منصور. وقالت الوزيرة إن اللقاء مفيد."
    assert ("الوزيرة", "ليلى حداد") in told(text)


def test_a_counterpart_has_the_same_office_in_another_country() -> None:
    text = (
        "استقبلت وزيرة الدفاع الفرنسية ليلى حداد نظيرها الإسرائيلي بيني غانتس في باريس. "
        "وناقشت الوزيرة مع نظيرها الإسرائيلي الأمر."
    )
    assert told(text) == [("الوزيرة", "ليلى حداد"), ("نظيرها", "بيني غانتس")]


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الدفاع الإسرائيلي بيني غانتس ذلك. وهذا أول لقاء بين وزير الدفاع الإسرائيلي ونظيره الفرنسي.",
        "قال رئيس الحكومة سامي حداد ذلك. وتنافس كثيرون على منصب رئيس الحكومة.",
    ],
)
def test_an_office_is_not_its_holder(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير العدل سامي حداد ذلك. ورد وزير العدل السابق على الكلام.",
        "قال رئيس الشركة سامي حداد ذلك. وسافر الرئيس أمس.",
        "حضر وزير العدل سامي حداد ووزير النقل خالد منصور. وقال الوزير كلمة.",
    ],
)
def test_nobody_is_meant_where_it_cannot_be_told(text: str) -> None:
    assert told(text) == []


def test_the_own_country_is_that_of_whom_the_sentence_is_about() -> None:
    text = "قال وزير الدفاع الإسرائيلي بيني غانتس في باريس إن بلاده تتعامل بجدية مع الاتهامات."
    assert ("بلاده", "إسرائيل") in told(text)


@pytest.mark.parametrize(("published", "name"), [("2021-07-28", "إيمانويل ماكرون"), ("2015-07-28", "فرانسوا هولاند")])
def test_the_table_knows_who_held_an_office_on_the_day_of_the_article(published: str, name: str) -> None:
    assert told("رفض الرئيس الفرنسي المقترح أمس.", published) == [("الرئيس", name)]


def test_the_table_says_nothing_without_a_day() -> None:
    assert told("رفض الرئيس الفرنسي المقترح أمس.", "2021") == []


def test_no_two_held_one_office_on_one_day() -> None:
    rows = table("holders")
    for role, rules, country, gender, name, first, _ in rows:
        assert holder(Office(fold(role), fold(rules), country, gender), first) == name
    assert all(first < after for *_, first, after in rows if after)
