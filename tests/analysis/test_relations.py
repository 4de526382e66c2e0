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


@pytest.mark.parametrize(
    ("text", "subject", "wording", "nation"),
    [
        (
            "قالت صحيفة “{النورس=organisation:النورس}” {اليونانية=~place:اليونان} إن الأسطول عاد.",
            "صحيفة “النورس”",
            "جنسيتها",
            "اليونانية",
        ),
        (
            "وكشف مدير شركة {المرفأ=organisation:المرفأ} {اليونانية=~place:اليونان} ذلك.",
            "شركة المرفأ",
            "جنسيتها",
            "اليونانية",
        ),
        (
            "وفاز على فريق {المرفأ=organisation:المرفأ} {اليوناني=~place:اليونان} أمس.",
            "فريق المرفأ",
            "جنسيته",
            "اليوناني",
        ),
        (
            "وعاد لنادي ({المرفأ=organisation:المرفأ}) {اليوناني=~place:اليونان} أمس.",
            "نادي (المرفأ)",
            "جنسيته",
            "اليوناني",
        ),
        (
            "وعاد “{حزب المرفأ=organisation:حزب-المرفأ}” {اليوناني=~place:اليونان} أمس.",
            "حزب المرفأ",
            "جنسيته",
            "اليوناني",
        ),
    ],
)
def test_the_country_of_an_organisation(facts_of: Marked, text: str, subject: str, wording: str, nation: str) -> None:
    (fact,) = kinds(facts_of(text), "org_fact")
    assert fact.subject is not None
    assert (fact.subject.text, fact.predicate.text, object_of(fact)) == (subject, wording, nation)
    assert (fact.predicate.property, fact.object and fact.object.entity) == ("P17", "place:اليونان")
    assert (fact.time, fact.attribution) == (None, ())


def test_a_country_is_told_once(facts_of: Marked) -> None:
    paper = "صحيفة {النورس=organisation:النورس} {اليونانية=~place:اليونان}"
    assert len(kinds(facts_of(f"قالت {paper} ذلك. ثم عادت {paper} أمس."), "org_fact")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "وعاد مدرب نادي {المرفأ=organisation:المرفأ} {اليوناني=~place:اليونان} أمس.",  # who of the two?
        f"وعاد لاعبا لفريق {{المرفأ=organisation:المرفأ}} {{اليوناني=~place:اليونان}} {HANNIBAL} أمس.",
        f"وعاد لفريق {{المرفأ=organisation:المرفأ}} {{اليوناني=~place:اليونان}} المدافع {HANNIBAL} أمس.",
        "وعاد رئيس شركة {المرفأ=organisation:المرفأ} {اليوناني=~place:اليونان} أمس.",  # the president
        "وعاد مع {المرفأ=organisation:المرفأ} {اليوناني=~place:اليونان} أمس.",  # what of its kind is it?
        "ذكرت وكالة {المرفأ=organisation:المرفأ} {اليونانية=~place:اليونان} للأنباء ذلك.",  # the name goes on
        "ذكرت شركة {المرفأ=organisation:المرفأ} {اليونانية=~place:اليونان} الفينيقية ذلك.",
        "ذكرت شركة {المرفأ=organisation:المرفأ} {اليونانية=~place:اليونان} والفينيقية ذلك.",
        "ذكرت شركة {المرفأ=organisation:المرفأ} {اليونانية=~place:اليونان} “النورس” ذلك.",
        "كانت شركة {المرفأ=organisation:المرفأ} {يونانية=~place:اليونان} أمس.",
    ],
)
def test_what_may_be_of_another_is_no_country(facts_of: Marked, text: str) -> None:
    assert kinds(facts_of(text), "org_fact") == []


def test_a_seat_is_told_with_its_country(facts_of: Marked) -> None:
    text = f"عاد {UNION} ومقره مدينة {CARTHAGE} {{اليونانية=~place:اليونان}} أمس."
    (fact,) = kinds(facts_of(text), "org_fact")
    assert object_of(fact) == "قرطاج اليونانية"


def test_the_countries_of_several_organisations(facts_of: Marked) -> None:
    facts = kinds(
        facts_of(
            "من بينها صحف «{كابوا=organisation:كابوا}» {الإيطالية=~place:ايطاليا} "
            "و«{الأطلس=organisation:الأطلس}» {المغربية=~place:المغرب}."
        ),
        "org_fact",
    )
    assert [(subject_of(fact), object_of(fact)) for fact in facts] == [
        ("organisation:كابوا", "الإيطالية"),
        ("organisation:الأطلس", "المغربية"),
    ]


def test_a_remark_in_brackets_is_the_writers(facts_of: Marked) -> None:
    text = f"قال {HANNIBAL} إن {GUILD} (التابعة لـ{UNION}) قررت الإضراب."
    (fact,) = kinds(facts_of(text), "org_fact")
    assert fact.attribution == ()


def test_what_an_organisation_is_has_no_day(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"وضعت لجنة المسابقات التابعة لـ{UNION} دراسة عام 2005."), "org_fact")
    assert fact.time is None
