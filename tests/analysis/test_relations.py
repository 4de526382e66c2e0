"""What an organisation is to another, to its seat and to who leads it, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import CARTHAGE, HANNIBAL, SCIPIO, SENATE, Marked, kinds, object_of, subject_of

GUILD = "{نقابة البحارة=organisation:نقابة-البحارة}"
UNION = "{اتحاد الموانئ=organisation:اتحاد-الموانئ}"
GUARD = "{الحرس البحري=organisation:الحرس-البحري}"
PARTY = "{حزب برقة=organisation:حزب-برقة}"


@pytest.mark.parametrize(
    ("text", "subject", "thing", "code"),
    [
        (f"قررت {GUILD} التابعة لـ{UNION} الإضراب.", "organisation:نقابة-البحارة", "اتحاد الموانئ", "P361"),
        (f"قال عضو {GUILD}، التابعة لـ{UNION}، إن الأسطول عاد.", "organisation:نقابة-البحارة", "اتحاد الموانئ", "P361"),
        (f"وقررت لجنة المسابقات التابعة لـ{UNION} الإضراب.", "لجنة المسابقات", "اتحاد الموانئ", "P361"),
        (
            f"عادت فرقة النجدة التابعة لمنطقة {GUARD} ب{CARTHAGE} أمس.",
            "فرقة النجدة",
            "منطقة الحرس البحري بقرطاج",
            "P361",
        ),
        (f"عادت فرقة النجدة التابعة ل{GUARD} ب{CARTHAGE} أمس.", "فرقة النجدة", "الحرس البحري بقرطاج", "P361"),
        (f"عادت فرقة النجدة التابعة ل{GUARD} إقليم {CARTHAGE} أمس.", "فرقة النجدة", "الحرس البحري إقليم قرطاج", "P361"),
        (f"عادت {GUILD} التابعة ل{GUARD} ب{CARTHAGE} أمس.", "organisation:نقابة-البحارة", "الحرس البحري", "P361"),
        ("أعلنت {قوات التحالف=organisation:التحالف} الذي تقوده {صور=place:صور} ذلك.", "التحالف", "صور", ""),
        (f"عاد أعوان {GUILD} التابعة ل{UNION} أمس.", "organisation:نقابة-البحارة", "اتحاد الموانئ", "P361"),
        (f"اجتمعوا بمقر {GUILD} التابعة ل{UNION} أمس.", "organisation:نقابة-البحارة", "اتحاد الموانئ", "P361"),
        (f"تم تكليف {SENATE} وهو هيكل تابع ل{UNION} بذلك.", "organisation:مجلس-الشيوخ", "اتحاد الموانئ", "P361"),
        (f"انسحب من ({PARTY}) الذي يقوده {HANNIBAL} أمس.", "organisation:حزب-برقة", "حنبعل", ""),
        (f"عادت {GUILD} المنضوية تحت لواء {UNION} أمس.", "organisation:نقابة-البحارة", "اتحاد الموانئ", "P361"),
        (f"عاد {SENATE} وهو هيكل تابع ل{UNION} أمس.", "organisation:مجلس-الشيوخ", "اتحاد الموانئ", "P361"),
        (f"عادت {GUILD} الذراع العسكرية ل{PARTY} أمس.", "organisation:نقابة-البحارة", "حزب برقة", "P361"),
        (f"عادت {CARTHAGE} العضو في {UNION} أمس.", "place:قرطاج", "اتحاد الموانئ", "P463"),
        (f"أكد {PARTY} الذي يقوده القائد {HANNIBAL} أن الأسطول عاد.", "organisation:حزب-برقة", "حنبعل", ""),
        (f"أكد {PARTY}، بزعامة الرئيس السابق {HANNIBAL}، ذلك.", "organisation:حزب-برقة", "حنبعل", "P488"),
        (f"أكد {PARTY} برئاسة {HANNIBAL} ذلك.", "organisation:حزب-برقة", "حنبعل", "P488"),
        (f"انضم إلى {PARTY} الذي أسسه {HANNIBAL} قبل عام.", "organisation:حزب-برقة", "حنبعل", "P112"),
        (
            f"عادت قوات {{التحالف البحري=organisation:التحالف-البحري}} بقيادة {CARTHAGE} أمس.",
            "organisation:التحالف-البحري",
            "قرطاج",
            "",
        ),
        (f"عاد {UNION} ومقره مدينة {CARTHAGE} أمس.", "organisation:اتحاد-الموانئ", "قرطاج", "P159"),
        (f"عاد {UNION} ومقره بولاية {CARTHAGE} أمس.", "organisation:اتحاد-الموانئ", "قرطاج", "P159"),
        (f"عاد {UNION} ومقره {{باجة=place:باجة}} أمس.", "organisation:اتحاد-الموانئ", "باجة", "P159"),
        (f"أكد “{PARTY}” (شركة التي صممت “{{العين=product:العين}}”) ذلك.", "product:العين", "حزب برقة", "P178"),
    ],
)
def test_a_relation(facts_of: Marked, text: str, subject: str, thing: str, code: str) -> None:
    (fact,) = kinds(facts_of(text), "org_fact")
    assert (subject_of(fact), object_of(fact), fact.predicate.property) == (subject, thing, code)


def test_a_dual_speaks_of_both(facts_of: Marked) -> None:
    facts = kinds(facts_of(f"عادت {GUILD} و{GUARD} التابعتين ل{UNION} أمس."), "org_fact")
    assert {(subject_of(fact), object_of(fact)) for fact in facts} == {
        ("organisation:نقابة-البحارة", "اتحاد الموانئ"),
        ("organisation:الحرس-البحري", "اتحاد الموانئ"),
    }


def test_a_subject_is_not_cut_before_a_second_complement(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"قال {UNION} والسفن ومقره {CARTHAGE} إن الأسطول عاد."), "org_fact")
    assert fact.subject is not None
    assert fact.subject.text == "اتحاد الموانئ والسفن"


def test_a_complement_is_told_with_its_noun(facts_of: Marked) -> None:
    text = f"عاد مركز {{الأمن=organisation:الأمن}} التابع ل{UNION} أمس."
    (fact,) = kinds(facts_of(text), "org_fact")
    assert fact.subject is not None
    assert fact.subject.text == "مركز الأمن"


def test_an_article_comes_back_whole(facts_of: Marked) -> None:
    (fact,) = kinds(
        facts_of(f"استقال أمين ل{{لجنة البحرية=organisation:اللجنة-البحرية}} التابعة ل{UNION} أمس."), "org_fact"
    )
    assert fact.subject is not None
    assert fact.subject.text == "اللجنة البحرية"


@pytest.mark.parametrize(
    "text",
    [
        f"عادت وحدات {GUARD} التابعة لمنطقة {GUARD} أمس.",  # the units, not the guard
        f"عادت كتابة {GUILD} التابعة ل{UNION} أمس.",  # which of the two?
        f"عادت فرقة ({GUARD}) التابعة ل{UNION} أمس.",
        f"عادت {GUILD} غير التابعة ل{UNION} أمس.",
        f"عاد أعوان {GUARD} التابعين ل{UNION} أمس.",
        f"عادت {GUILD} من الإدارات التابعة لنشاطها و{UNION} أمس.",
        f"انعقد {SENATE} برئاسة {HANNIBAL} أمس.",
        f"استقبل وفدا من {GUILD} بقيادة {HANNIBAL} أمس.",
        f"عاد {PARTY} الذي يقوده {HANNIBAL} و{SCIPIO} أمس.",  # one of two
        f"عاد {PARTY} الذي يقوده مستشار {HANNIBAL} أمس.",
        f"عاد {PARTY} الموالي ل{UNION} بقيادة {HANNIBAL} أمس.",
        f"اجتمع أعضاء {UNION} في مقرها ب{CARTHAGE} أمس.",
        f"طلب من {UNION} أن يكون مقرها {CARTHAGE}.",
        f"دعا نائب {CARTHAGE} العضو في {UNION} إلى ذلك.",  # the deputy is the member
        f"عادت شركة الحراسة الخاصة ب{UNION} أمس.",
        f"قررت إدارة الشركة التابعة ل{UNION} الإضراب.",
        f"قررت {GUILD} التابعة ل{{وزارة السفن=organisation:وزارة-السفن}} والموانئ الإضراب.",  # a name cut short
        f"عاد {PARTY} بقيادة {CARTHAGE} أمس.",  # of a land's name, or a man's?
        f"قرر الفريق الفني ل{PARTY} بقيادة {HANNIBAL} ذلك.",  # who of the two is led?
        f"نظرا إلى أنها {GUILD} التابعة ل{UNION} فقط.",  # what something is
        f"عاد {{مجلس إدارة المركز=organisation:المركز}} الذي يرأسه {HANNIBAL} أمس.",
        f"يلتقي {PARTY} بقيادة الحكم {HANNIBAL} ضيفه.",
    ],
)
def test_what_is_said_of_another_is_no_relation(facts_of: Marked, text: str) -> None:
    assert kinds(facts_of(text), "org_fact") == []
