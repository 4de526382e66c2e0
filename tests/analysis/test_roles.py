"""Offices beside the names of their holders, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import HANNIBAL, SCIPIO, SENATE, Marked, kinds, object_of, subject_of

OTHER = "{ماسينيسا بن غايا=person:ماسينيسا}"
HASDRUBAL = "{صدربعل جيسكو=person:صدربعل}"


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (f"قال وزير الدفاع {HASDRUBAL} إن الأسطول عاد أمس.", "وزير الدفاع"),
        (f"قال وزير الدفاع القرطاجي، {HASDRUBAL}، إن الأسطول عاد أمس.", "وزير الدفاع القرطاجي"),
        (f"عاد الناطق الرسمي باسم الحكومة {HASDRUBAL} أمس.", "الناطق الرسمي باسم الحكومة"),
        (f"عاد الكاتب العام لنقابة البحارة {HASDRUBAL} أمس.", "الكاتب العام لنقابة البحارة"),
        (f"عاد رئيس {SENATE} {HASDRUBAL} أمس.", "رئيس مجلس الشيوخ"),
        (f"عاد نائب رئيس الحكومة {HASDRUBAL} أمس.", "نائب رئيس الحكومة"),
        (f"التقى {OTHER} برئيس الحكومة {HASDRUBAL} أمس.", "رئيس الحكومة"),
        (f"عاد مستشار الرئيس القرطاجي للأمن {HASDRUBAL} أمس.", "مستشار الرئيس القرطاجي للأمن"),
        (f"سلمت الرسالة للرئيس القرطاجي {HASDRUBAL} أمس.", "الرئيس القرطاجي"),
        (f"عادت وزيرة الدفاع {HASDRUBAL} أمس.", "وزيرة الدفاع"),
        (f"عاد وزير الدفاع السيد {HASDRUBAL} أمس.", "وزير الدفاع"),
        (f"عاد الرئيس السابق {HASDRUBAL} أمس.", "الرئيس السابق"),
        (f"قال {HASDRUBAL}، رئيس لجنة الميناء، إن الأسطول عاد أمس.", "رئيس لجنة الميناء"),
        (f"عاد {HASDRUBAL} (رئيس الحكومة) أمس.", "رئيس الحكومة"),
        (f"تم تعيين {HASDRUBAL} وزيرا للدفاع أمس.", "وزيرا للدفاع"),
        (f"تم تعيين {HASDRUBAL} مديرا ل{SENATE} أمس.", "مديرا لمجلس الشيوخ"),
        (f"حضر {OTHER}، و{{حنون=person:حنون}} ورئيس الحكومة، {HASDRUBAL} أمس.", "رئيس الحكومة"),
        (f"أكد الملحق الإعلامي بالوزارة {HASDRUBAL} ذلك.", "الملحق الإعلامي بالوزارة"),
        (f'عاد رئيس حزب "{{برقة=organisation:برقة}}" {HASDRUBAL} أمس.', 'رئيس حزب "برقة"'),
        (f"عاد وزير الدفاع اللورد {HASDRUBAL} أمس.", "وزير الدفاع"),
        (f"عاد كاهية مدير الميناء {HASDRUBAL} أمس.", "كاهية مدير الميناء"),
        (f"قال الباحث بمعهد الملاحة {HASDRUBAL} ذلك.", "الباحث بمعهد الملاحة"),
        (f"قال كاتب عام {SENATE} {HASDRUBAL} ذلك.", "كاتب عام مجلس الشيوخ"),
        (f"قالت المتحدثة باسم نادي الأسير {HASDRUBAL} ذلك.", "المتحدثة باسم نادي الأسير"),
        (f"قال كاتب الدولة للملاحة {HASDRUBAL} ذلك.", "كاتب الدولة للملاحة"),
        (f"سلمت الرسالة للمديرة العامة {HASDRUBAL} أمس.", "المديرة العامة"),
        (f"سلمت الرسالة للمخرجة بإذاعة الميناء {HASDRUBAL} أمس.", "المخرجة بإذاعة الميناء"),
    ],
)
def test_an_office_beside_its_holder(facts_of: Marked, text: str, office: str) -> None:
    (fact,) = kinds(facts_of(text), "role")
    assert (subject_of(fact), object_of(fact)) == ("person:صدربعل", office)
    assert fact.predicate.property == "P39"


def test_a_mayor_is_a_man_unless_told_otherwise(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"عاد عمدة المدينة {HASDRUBAL} أمس."), "role")
    assert fact.predicate.text == "هو"


def test_each_of_two_offices_has_its_holder(facts_of: Marked) -> None:
    facts = kinds(facts_of(f"التقى رئيس الحكومة {HASDRUBAL} ووزير الدفاع {OTHER} أمس."), "role")
    assert [(subject_of(fact), object_of(fact)) for fact in facts] == [
        ("person:صدربعل", "رئيس الحكومة"),
        ("person:ماسينيسا", "وزير الدفاع"),
    ]


def test_whom_a_minister_dismisses_does_not_take_his_office(facts_of: Marked) -> None:
    facts = kinds(facts_of(f"أقال وزير الدفاع، {HASDRUBAL}، مدير الميناء، وفق البلاغ."), "role")
    assert [object_of(fact) for fact in facts] == ["وزير الدفاع"]


def test_an_office_is_told_once_in_an_article(facts_of: Marked) -> None:
    text = f"عاد وزير الدفاع {HASDRUBAL} أمس. وقال وزير الدفاع {HASDRUBAL} إن الأسطول عاد أيضا."
    assert len(kinds(facts_of(text), "role")) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"عاد مستشار الرئيس {HASDRUBAL} أمس.",  # which of the two is named?
        f"عاد محامي {HASDRUBAL} أمس.",
        f"عادت زوجة رئيس الحكومة {HASDRUBAL} أمس.",
        f"عاد مدير مكتب {HASDRUBAL} أمس.",
        f"سلم وزير الدفاع أمس {HASDRUBAL} الرسالة.",
        f"طالب الصحفي القرطاجي {HANNIBAL} بالعودة.",  # a verb, its subject and its object
        f"لام {OTHER}، رئيس اللجنة، {HASDRUBAL} أمس.",
        f"عاد الأسطول، بحسب ما أكدته لمراسل الإذاعة، {HASDRUBAL} أمس.",
        f"عاد كاتبه المفضل {HASDRUBAL} أمس.",
        f"عادت كتائب الشهيد {HASDRUBAL} أمس.",
        f"وصف {SCIPIO} {HASDRUBAL} وزيرا فاشلا.",
        f"حضر {OTHER} رئيس اللجنة والدكتور {HASDRUBAL} أمس.",  # two persons
        f"حضر {OTHER} مدرب قرطاج و{{الروماني=~place:روما}} {HASDRUBAL} أمس.",
        f"حضر {OTHER} رئيس اللجنة، {HASDRUBAL} قائد الأسطول أمس.",
        f"حضر {OTHER} رئيس اللجنة {{والمهدي بن جيسكو=person:جيسكو}} أمس.",
        "عاد رئيس جمعية السفن “{مراكب=person:مراكب}” أمس.",  # the society's short name
        f"افتتح مركز الملك {HASDRUBAL} أمس.",
        f"قال كاتب الدولة لدى الوزير، مكلف بالبيئة، {HASDRUBAL} ذلك.",
        f"كشف المصور الصحفي {HASDRUBAL} ذلك.",
        f"علق على مقترح تعيين {HASDRUBAL} وزيرا للدفاع أمس.",
        f"كان قد عينه {HASDRUBAL} رئيسا للحرس.",  # who appoints is not appointed
        f"وعين الإمبراطور الروماني الشيخ {HASDRUBAL} أمس.",
        f"صرح {OTHER} وزير الدفاع {{لمحمد بن جيسكو=person:جيسكو}} بذلك.",
        f"قال رئيس {{مجلس محافظة=organisation:مجلس}} {HASDRUBAL} ذلك.",
        f"نفى تعيين {HASDRUBAL} وزيرا للدفاع أمس.",
        f"قرر تعيين {HASDRUBAL} مديرا لمكتبه خلفا لغيره.",
        f"قالت الناشطة القرطاجية {HASDRUBAL} ذلك.",  # no body gives her that post
        f"قال الكاتب الصحفي {HASDRUBAL} ذلك.",
        f"قال {HASDRUBAL}، الخبير الاقتصادي، ذلك.",
        f"عاد القائد الأسير {HASDRUBAL} أمس.",
        f"عاد الزعيم الراحل {HASDRUBAL} أمس.",
        f"استمع إلى {OTHER} وإلى {HASDRUBAL} أمس.",
        "وحذرت الوزيرة {صدربعل=person:صدربعل} من الحرب.",
    ],
)
def test_what_reads_in_two_ways_is_no_office(facts_of: Marked, text: str) -> None:
    assert kinds(facts_of(text), "role") == []
