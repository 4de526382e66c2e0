"""Facts of replies: who denied, accused, promised or kept silent."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import CARTHAGE, HANNIBAL, SCIPIO, SENATE, Marked, kinds, object_of, subject_of


def test_a_denial_of_what_stands_before_it(facts_of: Marked) -> None:
    facts = facts_of(
        "وذكرت تقارير أن {روما=place:روما} قامت بالتجسس على التجار، وهو ما نفته الحكومة {الرومانية=~place:روما} لاحقا."
    )
    (denial,) = kinds(facts, "denial")
    assert (subject_of(denial), object_of(denial)) == ("place:روما", "روما قامت بالتجسس على التجار")
    (event,) = kinds(facts, "event")
    assert (subject_of(event), event.modality) == ("place:روما", "reported")


def test_a_plain_denial(facts_of: Marked) -> None:
    (fact,) = facts_of(f"نفى {HANNIBAL} أن يكون قد وقع الهدنة سرا.")
    assert (fact.kind, subject_of(fact), object_of(fact)) == ("denial", "person:حنبعل", "يكون قد وقع الهدنة سرا")


@pytest.mark.parametrize(
    "text", [f"نفى {HANNIBAL}، أمس الثلاثاء، نفيا قاطعا وجود هدنة سرية.", f"نفى {HANNIBAL} في بيان له وجود هدنة سرية."]
)
def test_what_is_denied_stands_after_time_and_place(facts_of: Marked, text: str) -> None:
    (fact,) = kinds(facts_of(text), "denial")
    assert object_of(fact) == "وجود هدنة سرية"


@pytest.mark.parametrize(
    "text",
    [
        f"نفى {HANNIBAL}، قائد الجيش، وجود هدنة سرية.",
        f"نفى {HANNIBAL} ضيف “المجلس” أمس وجود هدنة سرية.",
        f"نفى وزير البحر والصيد {HANNIBAL} وجود هدنة سرية.",
    ],
)
def test_what_he_is_is_not_what_he_denies(facts_of: Marked, text: str) -> None:
    assert {object_of(fact) for fact in kinds(facts_of(text), "denial")} <= {"وجود هدنة سرية"}


@pytest.mark.parametrize(
    "text",
    [
        f"اتهمت {CARTHAGE} و{{نوميديا=place:نوميديا}} بنقض الهدنة مرارا.",  # both are accused
        f"اتهم {HANNIBAL} المنسق العام ل{{مجلس الشيوخ=organisation:مجلس-الشيوخ}} بالجامعة نفسه بنقض الهدنة.",
        f"اتهمت {CARTHAGE} قوات القائد {HANNIBAL} بنقض الهدنة.",  # his men are, not he
    ],
)
def test_nobody_is_accused_for_another(facts_of: Marked, text: str) -> None:
    assert kinds(facts_of(text), "accusation") == []


@pytest.mark.parametrize(
    "text",
    [
        f"إن صور وعدت {CARTHAGE} بمساعدات كبيرة.",  # the promised, not the one who promises
        f"التزمت {CARTHAGE} بقواعد الملاحة.",  # kept, not promised
        f"نفى {HANNIBAL}.",
        f"لا يمكن ل{CARTHAGE} أن تعيش إلا بالبحر.",
        f"الحل في {CARTHAGE} لا يأتي من الخارج إلا نادرا.",
        f"نفى نائب عن {CARTHAGE}.",
        f"التزمت {CARTHAGE} الصمت بعدما رحل الأسطول.",
    ],
)
def test_no_reply_of_one_who_does_not_give_it(facts_of: Marked, text: str) -> None:
    assert facts_of(text) == ()


def test_an_accusation_names_both_sides(facts_of: Marked) -> None:
    (fact,) = facts_of(f"اتهمت {CARTHAGE} جارتها {{نوميديا=place:نوميديا}} بنقض الهدنة مرارا.")
    assert (fact.kind, fact.modality) == ("accusation", "alleged")
    assert fact.object is not None
    assert (subject_of(fact), fact.object.entity) == ("place:قرطاج", "place:نوميديا")


@pytest.mark.parametrize(
    ("text", "title"),
    [(f"التزمت {CARTHAGE}، لدى جيرانها، بحظر صيد الفيلة.", False), (f"{CARTHAGE} تتعهد بحظر صيد الفيلة", True)],
)
def test_a_promise(facts_of: Marked, text: str, title: bool) -> None:
    (fact,) = facts_of(text, title=title)
    assert (fact.kind, subject_of(fact), object_of(fact)) == ("commitment", "place:قرطاج", "بحظر صيد الفيلة")


def test_silence_of_two_parties(facts_of: Marked) -> None:
    facts = facts_of(f"ولم يصدر أي تعليق لا من جانب رئيس البلدية ولا من جانب {SENATE} على هذا القرار.")
    assert [(fact.kind, fact.polarity, subject_of(fact)) for fact in facts] == [
        ("no_comment", "negated", "رئيس البلدية"),
        ("no_comment", "negated", "organisation:مجلس-الشيوخ"),
    ]


def test_a_rule_keeps_its_exception(facts_of: Marked) -> None:
    facts = facts_of(f"وشدد القائد على أن {CARTHAGE} لا تمنح رخص الصيد إلا إلى سكان الساحل وفقط في الصيف.")
    (fact,) = kinds(facts, "capability")
    assert (fact.polarity, object_of(fact)) == ("negated_except", "رخص الصيد إلا إلى سكان الساحل وفقط في الصيف")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (f"نفى {HANNIBAL} الاعتداء على الحارس ويوضح أسبابه.", "الاعتداء على الحارس"),
        (f"نفى {HANNIBAL} أن يكون قد ضرب الحارس كما ادعى أمس.", "يكون قد ضرب الحارس"),
        (f"ونفى {HANNIBAL}، كليا ما تم ترويجه حول الهدنة وقال إنها باقية.", "ما تم ترويجه حول الهدنة"),
        (f"أنكر {HANNIBAL} و{SCIPIO} ارتكابهما أي مخالفات.", "ارتكابهما أي مخالفات"),
    ],
)
def test_what_is_denied_ends_with_its_clause(facts_of: Marked, text: str, content: str) -> None:
    assert object_of(kinds(facts_of(text), "denial")[0]) == content


def test_a_denial_that_an_office_parts_in_two_is_none(facts_of: Marked) -> None:
    text = f"نفى {HANNIBAL} اعتزام {SCIPIO}، الأمين العام للحزب، اعتزال السياسة."
    assert not kinds(facts_of(text), "denial")


def test_a_denial_of_anothers_words_is_not_among_them(facts_of: Marked) -> None:
    text = f"قال {HANNIBAL} إن القائد دخل المدينة أمس وهو ما نفاه {SCIPIO}."
    (fact,) = kinds(facts_of(text), "denial")
    assert (subject_of(fact), fact.attribution) == ("person:سكيبيو", ())


def test_whom_a_source_told_is_not_who_denies(facts_of: Marked) -> None:
    radio = "{إذاعة الميناء=organisation:إذاعة-الميناء}"
    (fact,) = kinds(facts_of(f'نفت مصادر مطلعة ل"{radio}" وجود هدنة سرية.'), "denial")
    assert subject_of(fact) == "مصادر مطلعة"


def test_a_denial_in_a_quotation_that_is_cut_is_none(facts_of: Marked) -> None:
    text = f'نفى {HANNIBAL} ما سماه "وجود هدنة سرية، بين القائدين'
    assert kinds(facts_of(text), "denial") == []
