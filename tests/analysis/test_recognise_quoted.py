"""Quoted names are typed by the noun before them, whatever marks an outlet uses and however it pairs them."""

from __future__ import annotations

import pytest

from tui.analysis.recognise import rules
from tui.analysis.recognise.quoted import quotations
from tui.analysis.recognise.tokens import tokenise
from tui.model import Draft, Span


def draft(text: str) -> Draft:
    return Draft(text=text, body=(Span(0, len(text)),))


def names(text: str) -> list[tuple[str, str]]:
    return [(one.type, text[one.start : one.end]) for one in rules.find(tokenise(draft(text)))]


@pytest.mark.parametrize("marks", ['""', "“”", "”“", "””", "««", "«»", "„“", "″″"])
def test_any_marks(marks: str) -> None:
    text = f"نشرت صحيفة {marks[0]}كورنيش ميل{marks[1]} الخبر"
    assert names(text) == [("organisation", "كورنيش ميل")]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ('طورت شركة"QRS" التطبيق', "organisation", "QRS"),
        ('حمل تطبيق "سندباد" آلاف', "product", "سندباد"),
        ('أطلقوا برنامج التجسس "نسر" قبل عام', "product", "نسر"),
        ('في مدينة "كرمالة" الصغيرة', "place", "كرمالة"),
        ('افتتح مهرجان "ليالي الميناء" أمس', "event", "ليالي الميناء"),
    ],
)
def test_the_noun_gives_the_type(text: str, kind: str, name: str) -> None:
    assert (kind, name) in names(text)


def test_a_list_of_quoted_names_takes_the_type_of_the_first() -> None:
    text = "منها صحف “كورنيش ميل” الهندية و”بورت ويكلي” الكندية و”ذا لانترن” الأسترالية"
    found = [name for kind, name in names(text) if kind == "organisation"]
    assert found == ["كورنيش ميل", "بورت ويكلي", "ذا لانترن"]


def test_the_name_is_found_without_marks_and_noun_elsewhere() -> None:
    text = 'طرحت الشركة برنامج "زرقون" في السوق. و”زرقون” مجاني، ويعمل زرقون بلا شبكة.'
    assert names(text) == [("product", "زرقون")] * 3


def test_a_mark_inside_a_long_quotation_does_not_shift_the_pairs() -> None:
    text = "وقال “إن موضوع “سين ميم” طويل ولا يخص الا برنامج “زرقون” وحده"
    assert ("product", "زرقون") in names(text)


def test_remarks_in_brackets_are_no_names() -> None:
    assert names("وصلوا إلى المدينة (شمال غرب البلاد) ليلا") == []


def test_unbalanced_marks_end_with_the_sentence() -> None:
    passage = tokenise(draft("قال “لن نقبل. ثم ذهب” إلى بيته"))
    assert quotations(passage) == []


def test_a_quoted_word_without_a_noun_is_no_name() -> None:
    assert names('وصف ذلك بأنه "كارثة حقيقية" للجميع') == []
