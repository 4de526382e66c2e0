"""Facts of single articles, family by family: who, what, how many, how sure, and by whose word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.analysis.marked_facts import CARTHAGE, HANNIBAL, SCIPIO, SENATE, Marked, kinds, subject_of

if TYPE_CHECKING:
    from tui.model import Fact

# ---------------------------------------------------------------- quantities


def test_a_list_of_counts_keeps_its_comparator(facts_of: Marked) -> None:
    facts = facts_of(
        "أظهر السجل أن الأسطول نقل ما لا يقل عن 30 تاجرا و200 جندي و12 كاتبا ملكيا و5 أصحاب مراكب في الشتاء."
    )
    found = [(fact.quantity.comparator, fact.quantity.value, fact.quantity.what) for fact in facts if fact.quantity]
    assert found == [(">=", 30, "تاجرا"), (">=", 200, "جندي"), (">=", 12, "كاتبا ملكيا"), (">=", 5, "أصحاب مراكب")]
    assert {fact.predicate.text for fact in facts} == {"ما لا يقل عن"}


def test_what_is_counted_holds_its_modifiers_and_no_verb(facts_of: Marked) -> None:
    (fact,) = facts_of("حملت السفن 40 ألف جرة فخارية يعتقد أنها صنعت محليا.")
    assert fact.quantity is not None
    assert (fact.quantity.value, fact.quantity.what) == (40_000, "جرة فخارية")
    assert fact.modality == "asserted"


def test_belief_before_a_count_is_kept(facts_of: Marked) -> None:
    (fact,) = facts_of("يعتقد أنها ضمت بحارة و14 ربان سفينة.")
    assert fact.modality == "believed"


def test_share_and_money(facts_of: Marked) -> None:
    facts = facts_of("يملك المزارعون 30 بالمائة من أراضي الساحل، ومنحهم البنك قرضا بقيمة 5 ملايين دولار.")
    share, loan = (fact.quantity for fact in facts)
    assert share is not None
    assert loan is not None
    assert (share.value, share.unit, share.what) == (30, "%", "أراضي الساحل")
    assert (loan.value, loan.unit, loan.what) == (5e6, "USD", "قرضا")


@pytest.mark.parametrize(
    "text",
    [
        "دام الحصار ثلاث سنوات و4 أشهر.",
        "يبلغ من العمر 34 عاما.",
        "على بعد 30 كلم من الميناء.",
        "فاز الفريق 3-1 في الذهاب.",
        "هاتف: 71 234 567 للاستفسار.",
        "وقال شخص واحد يحمل المفتاح.",
        "سكان مدينة 15 مايو يحتفلون.",
        "تظاهر آلاف في الساحة.",
    ],
)
def test_figures_that_are_no_quantity(facts_of: Marked, text: str) -> None:
    assert kinds(facts_of(text), "quantity") == []


# ---------------------------------------------------------------- contacts, relations, deeds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"التقى {HANNIBAL} بالقائد الروماني {SCIPIO} قبل المعركة.", "meeting"),
        (f"هذا اللقاء الذي جمع {HANNIBAL} ب{SCIPIO} في السهل.", "meeting"),
        (f"استقبل {HANNIBAL} في خيمته {SCIPIO}.", "meeting"),
        (f"استقبل {HANNIBAL}، مساء أمس في خيمته، وزير البحر {SCIPIO}.", "meeting"),
        (
            f"استقبل {HANNIBAL} صباح اليوم الأربعاء في الخيمة الأمين العام للاتحاد الكبير للبحارة القدامى، {SCIPIO}.",
            "meeting",
        ),
        (f"جرى اتصال هاتفي بين {HANNIBAL} ونظيره {SCIPIO}.", "call"),
    ],
)
def test_two_participants(facts_of: Marked, text: str, kind: str) -> None:
    found = kinds(facts_of(text), kind)
    assert [(subject_of(fact), fact.object.entity if fact.object else "") for fact in found] == [
        ("person:حنبعل", "person:سكيبيو")
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"التقى {HANNIBAL} ضباطه في الخيمة.",
        f"لم يلتق {HANNIBAL} ب{SCIPIO} يومها.",
        f"التقى {HANNIBAL} ضباطه. وكان {SCIPIO} في الجبل.",
        f"استقبل {HANNIBAL} و{SCIPIO} وفدا من التجار.",
        f"استقبل {HANNIBAL} التجار بحضور القائد {SCIPIO}.",
        f"رفعت نتائج الاجتماع إلى {HANNIBAL} و{SCIPIO}.",
    ],
)
def test_no_meeting_without_two(facts_of: Marked, text: str) -> None:
    assert kinds(facts_of(text), "meeting") == []


def test_a_visit(facts_of: Marked) -> None:
    (fact,) = facts_of(f"زار {HANNIBAL} {CARTHAGE} أمس.")
    assert (fact.kind, fact.place, fact.time.start if fact.time else "") == ("visit", "place:قرطاج", "2021-07-27")


@pytest.mark.parametrize(
    ("text", "relation", "subject", "thing"),
    [
        (
            "وكالة “{رويترز=organisation:رويترز}” ومقرها {لندن=place:لندن}، نقلت الخبر.",
            "P159",
            "organisation:رويترز",
            "place:لندن",
        ),
        (
            "{مايكروسوفت=organisation:مايكروسوفت} {الأمريكية=~place:امريكا}، المطورة لنظام “{ويندوز=product:ويندوز}”.",
            "P178",
            "product:ويندوز",
            "organisation:مايكروسوفت",
        ),
        (
            "مركز {كالتك=organisation:كالتك} التابع لوكالة {ناسا=organisation:ناسا}.",
            "P361",
            "organisation:كالتك",
            "organisation:ناسا",
        ),
    ],
)
def test_relations(facts_of: Marked, text: str, relation: str, subject: str, thing: str) -> None:
    (fact,) = kinds(facts_of(text), "org_fact")
    assert fact.object is not None
    assert (fact.predicate.property, subject_of(fact), fact.object.entity) == (relation, subject, thing)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (f"جاء القرار بعد ثبوت التجسس على القائد {HANNIBAL} في معسكره.", "established"),
        (f"رد على اتهامات التجسس ببرنامج “العين” على عدة قادة بينهم القائد {HANNIBAL}.", "alleged"),
        (f"ندد الجيش بالتجسس على {HANNIBAL}.", "asserted"),
    ],
)
def test_how_sure_a_deed_is(facts_of: Marked, text: str, modality: str) -> None:
    (fact,) = kinds(facts_of(text), "event")
    assert fact.object is not None
    assert (fact.modality, fact.object.entity) == (modality, "person:حنبعل")


@pytest.mark.parametrize(
    "text",
    [
        f"كيف يتم التجسس على {HANNIBAL} وقادته؟",
        f"لم يثبت التجسس على {HANNIBAL}.",
        f"وأثار خبر التجسس على التجار غضب {HANNIBAL}.",
        f"تعهد بمنع التجسس على {HANNIBAL}.",
    ],
)
def test_no_deed_that_is_asked_denied_or_of_others(facts_of: Marked, text: str) -> None:
    assert kinds(facts_of(text), "event") == []


# ---------------------------------------------------------------- what all facts have


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (f"قال {HANNIBAL} إن الطريق طويل وشاق.", "حنبعل قال إن الطريق طويل وشاق"),
        (f"شدد {HANNIBAL} على أن الطريق طويل وشاق.", "حنبعل شدد على أن الطريق طويل وشاق"),
        (f"قال {HANNIBAL}: “الطريق طويل وشاق هنا”.", "حنبعل قال: الطريق طويل وشاق هنا"),
        (f"نفى {HANNIBAL} أن يكون قد وقع الهدنة.", "حنبعل نفى أن يكون قد وقع الهدنة"),
        (f"هذا اللقاء الذي جمع {HANNIBAL} ب{SCIPIO} في السهل.", "حنبعل في لقاء مع سكيبيو"),
        (f"اجتمع {HANNIBAL} مع {SCIPIO} أمس.", "حنبعل اجتمع مع سكيبيو"),
        (f"لم تعلق {CARTHAGE} على الخبر الأخير.", "قرطاج لم تعلق على الخبر الأخير"),
        (
            f"ولم يصدر أي تعليق من شركة {SENATE} على الخبر الأخير.",
            "شركة مجلس الشيوخ لم يصدر عنها أي تعليق على الخبر الأخير",
        ),
        ("{رويترز=organisation:رويترز} التي تتخذ من {لندن=place:لندن} مقرا لها.", "رويترز مقرها لندن"),
        ("وذكرت تقارير أن عدوا استهدف {حنبعل=person:حنبعل}.", "استهداف حنبعل"),
        ("وذكرت تقارير أن {روما=place:روما} قامت بالتجسس على {حنبعل=person:حنبعل}.", "روما قامت بالتجسس على حنبعل"),
    ],
)
def test_subject_predicate_and_object_read_as_a_phrase(facts_of: Marked, text: str, phrase: str) -> None:
    fact = facts_of(text)[-1]
    parts = (fact.subject and fact.subject.text, fact.predicate.text, fact.object and fact.object.text)
    assert " ".join(part for part in parts if part) == phrase


def test_reports_are_the_source_and_not_their_verb(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"وتحدثت تقارير صحفية عن أن عدوا استهدف {HANNIBAL}."), "event")
    assert [link.source for link in fact.attribution] == ["تقارير صحفية"]


def test_a_day_within_what_is_said_is_not_the_day_of_saying_it(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"قال {HANNIBAL} إن السفن أبحرت في 4 مارس 2021 من المرفأ."), "statement")
    assert fact.time is not None
    assert (fact.time.start, fact.time.how) == ("2021-07-28", "article_date")


@pytest.mark.parametrize(
    "text",
    [
        "هل فقد الأسطول 180 بحارا؟",
        "فإذا كتب أحدهم 180 بحارا فقد أخطأ.",
        "أربعة عشر رئيس قبيلة",  # a heading
        "اتصلوا على الرقم 197 شرطة.",
        "أكدت {مية الجريبي=person:مية-الجريبي} ذلك.",
    ],
)
def test_a_figure_that_is_not_told(facts_of: Marked, text: str) -> None:
    assert kinds(facts_of(text), "quantity") == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("حجز الأعوان 21 هاتفا جوالا وحاسوبا.", "هاتفا جوالا"),
        ("حجز الأعوان 27 علبة سجائر مهربة.", "علبة سجائر مهربة"),
        ("أوقف الأعوان 8 أشخاص مفتشا عنهم في الميناء.", "أشخاص"),
        ("باعت السفن 40 مدفعا ذاتي الحركة في الميناء.", "مدفعا"),
        ("قطعت 7 دول علاقاتها مع المدينة.", "دول"),
        ("وفاة 4 قتلى من المدينة في الحادث.", "قتلى"),
        ("سيوفر المصنع 400 موطن شغل إضافي في المدينة.", "موطن شغل إضافي"),
        ("باعت الشركة 2 فاصل 3 طن من الملح.", "طن من الملح"),
    ],
)
def test_what_is_counted_ends_where_its_noun_phrase_ends(facts_of: Marked, text: str, what: str) -> None:
    (fact,) = kinds(facts_of(text), "quantity")
    assert fact.quantity is not None
    assert fact.quantity.what == what


@pytest.mark.parametrize(
    "text",
    [
        "ارتفع التضخم خلال 2016 نظرا إلى الأسعار في المدينة.",  # a year
        "ينعقد المؤتمر 23 العادي في المدينة غدا.",  # an ordinal
        "سجلت المحطة 32 مم بولاية الساحل أمس.",  # a measure
        "وجد الأعوان بندقية عيار 16 ممسوكة في الضيعة.",
        "يعمل على الآلية 16 بإحدى المدارس في المدينة.",
        "تسلمت الشركة 6 حافلات، 3 عادية منها في المدينة.",
        "بلغت الميزانية 8ر1 ملايين دينار في المدينة.",  # which side is the fraction?
        "سجل الفريق في الدق 27 معلنا بداية العودة.",
        "ظهر الرجل خلال الانتخابات الرئاسية 2017 جزءا من الفريق.",
        "تهب الريح قوية من 30 إلى 50 داخل البلاد.",
        "3 تكثيف المراقبة على الأسواق في المدينة.",
        "نفى الحاكم حجز 3 آلاف قطعة في الميناء.",
        "طالب الأهالي ببناء 26 مسكنا في المدينة.",
        "طبقا للفصول 60 مكرر و61 رابعا من القانون.",
        "حصلت المدينة على 5.72 متبوعة بغيرها من المدن.",
        "أوصى الطبيب ب50 HD للشاشة في المدينة.",
        "قال الرجل إن 3 صناديقها فارغة في الميناء.",
    ],
)
def test_what_is_no_count(facts_of: Marked, text: str) -> None:
    counted = [fact for fact in kinds(facts_of(text), "quantity") if "حافلات" not in str(fact.quantity)]
    assert counted == []


def test_a_comparator_governs_what_follows_it_alone(facts_of: Marked) -> None:
    young, women = kinds(facts_of("أسر 15 طفلا على الأقل، و1500 امرأة من المدينة."), "quantity")
    assert [fact.quantity.comparator for fact in (young, women) if fact.quantity is not None] == [">=", "="]
    (ahead,) = kinds(facts_of("قال الرجل إن عدد السفن سيتجاوز 40 سفينة في الميناء."), "quantity")
    assert ahead.quantity is not None
    assert ahead.quantity.comparator == ">"
    (later,) = kinds(facts_of("تقل أعمارهم عن 18 عاما، و1500 امرأة من المدينة."), "quantity")
    assert later.quantity is not None
    assert later.quantity.comparator == "="


@pytest.mark.parametrize(
    "text",
    [
        "وفقا لبيانات {أسطول قرطاج=organisation:أسطول-قرطاج} أصيب 140 بحارا.",
        "حيث رسا في {أسطول قرطاج=organisation:أسطول-قرطاج} 140 بحارا.",
        "وعند دخول {أسطول قرطاج=organisation:أسطول-قرطاج} قفز 140 بحارا.",
    ],
)
def test_a_figure_is_not_about_a_name_that_its_clause_does_not_begin_with(facts_of: Marked, text: str) -> None:
    (fact,) = kinds(facts_of(text), "quantity")
    assert fact.subject is None


def test_evidence_is_the_very_text(facts_of: Marked) -> None:
    first = f"قال القائد {HANNIBAL} إن العُبورَ كانَ شاقًّا على الفِيَلة."
    text = "قال القائد حنبعل إن العُبورَ كانَ شاقًّا على الفِيَلة."
    (fact,) = facts_of("تمهيد قصير.", first)
    assert fact.evidence.exact == text[:-1]
    assert fact.evidence.prefix.endswith("تمهيد قصير.\n\n")
    assert fact.evidence.suffix.startswith(".")
    assert fact.object is not None
    assert fact.object.text == "العُبورَ كانَ شاقًّا على الفِيَلة"
    assert 0 < fact.confidence <= 1


def test_ids_are_stable_and_apart(facts_of: Marked) -> None:
    text = f"قال {HANNIBAL} إن الطريق طويل وشاق. وقال {SCIPIO} إن الطريق طويل وشاق."
    first, second = facts_of(text), facts_of(text)
    assert [fact.id for fact in first] == [fact.id for fact in second]
    assert len({fact.id for fact in first}) == 2


@pytest.mark.parametrize("published", ["", "2021", "2021-07", "2021-07-28T14:30Z"])
def test_any_precision_of_the_article_day(facts_of: Marked, published: str) -> None:
    (fact,) = facts_of("نقلت السفينة 30 تاجرا.", published=published)
    assert (fact.time is None) == (len(published) < 10)


def test_entities_that_are_not_given_are_not_spoken_of(facts_of: Marked) -> None:
    assert facts_of("") == ()
    assert facts_of("قال فلان كذا.") == ()


def test_the_two_articles_of_the_folder_beside_the_project() -> None:
    folder = Path(__file__).parents[2].parent / "shared/articles"
    if not folder.is_dir():
        pytest.skip("the articles are not beside this checkout")
    from tui.analysis.analyse import analyse
    from tui.sources import read

    seen: dict[str, list[Fact]] = {}
    for path in sorted(folder.glob("*.txt")):
        for fact in analyse(read(path)).facts:
            seen.setdefault(fact.kind, []).append(fact)
    counts = {fact.quantity.value: fact.quantity.comparator for fact in seen["quantity"] if fact.quantity}
    assert {180: ">=", 600: ">=", 85: ">=", 65: ">="}.items() <= counts.items()
    assert {17, 14, 50_000} <= set(counts)
    assert {fact.modality for fact in seen["event"]} >= {"established", "alleged"}
    assert len(seen["denial"]) == 1
    assert len(seen["no_comment"]) == 2
    assert {fact.polarity for fact in seen["capability"]} == {"negated_except", "affirmed"}
    assert len({(subject_of(fact), fact.object.entity if fact.object else "") for fact in seen["meeting"]}) == 2
    assert {len(seen[kind]) for kind in ("obtain", "publication", "call")} == {2}
    assert len(seen["proposal"]) == 1
