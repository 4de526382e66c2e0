"""Where a counted noun phrase ends, what is no count, and when and how sure a figure is."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import CARTHAGE, SENATE, Marked, kinds


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("وصلت إلى الميناء 8 سفن غير مسلحة في الليل.", "سفن غير مسلحة"),
        ("اتجهت إلى الجزيرة 5 سفن حربية الى جانب القوارب.", "سفن حربية"),
        ("سجل الحرس 3 عمليات اجتياز الحدود في الشتاء.", "عمليات اجتياز الحدود"),
        ("شارك في المعرض 11 بلدا عربيا هذا الشهر.", "بلدا عربيا"),
        ("عثر الحرس على 70 مهاجرا {سوريا=place:سوريا} في الغابة.", "مهاجرا سوريا"),
        ("ينتج المنجم 300 طن يوميا من الفضة.", "طن يوميا"),
        ("حجز الحرس 1500 حبة زبيب في المخزن.", "حبة زبيب"),
        ("شارك في السوق 40 تاجرا ألمانيا في الصيف.", "تاجرا ألمانيا"),
        ("بلغ عدد الجنود 23 جنديا موزعين على القلاع.", "جنديا"),
        ("في المدينة 70 مؤسسة ثقافية واقتصادية كبرى.", "مؤسسة"),
        ("صنع النجار 6 قوارب أصغر حجما في الشتاء.", "قوارب"),
        ("أنجبت الملكة ستة أطفال ثلاثة من البنين في القصر.", "أطفال"),
        ("حطت في الميناء أربع سفن أكثر من 200 منها تجارية.", "سفن"),
        ("جاء النداء من 3 مراكب صيد تونسية تعلم أن العاصفة قريبة.", "مراكب صيد تونسية"),
        ("حجز الحرس 27 علبة طماطم مركزة منتهية الصلوحية في السوق.", "علبة طماطم مركزة"),
        ("تمثل الزيوت 85 بالمائة من واردات الميزان التجاري التونسي هذا العام.", "واردات الميزان التجاري التونسي"),
        ("بلغت الديون 63% من الناتج المحلي الاجمالي في البلاد.", "الناتج المحلي الاجمالي"),
        ("ذهبت 57 بالمائة من القروض المخصصة للأفراد، وبقي غيرها.", "القروض المخصصة للأفراد"),
        ("يملك الفلاحون 15% من مجموع الأراضي البالغ عددها ألفا.", "مجموع الأراضي"),
    ],
)
def test_a_counted_noun_phrase_is_neither_cut_nor_too_long(facts_of: Marked, text: str, what: str) -> None:
    found = [fact.quantity.what for fact in kinds(facts_of(text), "quantity") if fact.quantity is not None]
    assert what in found


@pytest.mark.parametrize(
    "text",
    [
        "تعتزم القلعة المشاركة بما بين ألفين وثلاثة آلاف جندي في المعركة.",
        "يمر بالميناء ما بين 2000 و2500 مسافرا في اليوم.",
        "العدد لا يتجاوز خلال الأيام العادية من السنة 400 شخص في الميناء.",
        "يتعين على المرشح أن يحصل على 9 أصوات في المجلس.",
        "تستأثر المدينة بحوالي خمس عدد الحوادث المسجلة في البلاد.",
        "تبلغ مساحة القلعة تسعة أعشار مساحة المدينة القديمة.",
        "ولد الشاعر عام 661 هجرية في القاهرة القديمة.",
        "وقع اللاعب عقدا لأربعة مواسم مع الفريق الكبير.",
        "يبعد القارب حوالي 40 ميلا عن الميناء القديم.",
        "حجز الحرس كمية 177 طنا و289 كلغ من القمح في المخزن.",
        "ارتفع السعر 66 بالمائة من حيث القيمة في السوق.",
        "ارتفعت الصادرات، 66 بالمائة من بينها في الصيف.",
        "وهو خليط يضم 85% من الإيثانول في القارورة.",
        "أدى الانهيار إلى إصابة 20 بجروح في المدينة.",
        "ونقل ما بين100 و180 ألفا وفقا لتقديرات السجل القديم.",
        "كانت هناك خمسة ترتبط بالسعادة في الدراسة.",
        "استجابوا لمطالبهم، المتمثلة في ثلاثة آلاف موطن شغل في الشركة.",
        "3 ـ إعادة تنظيم السوق في المدينة القديمة.",
    ],
)
def test_what_is_no_count_told(facts_of: Marked, text: str) -> None:
    assert kinds(facts_of(text), "quantity") == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("سيوفر المشروع 3200 موطن شغل في المدينة.", "planned"),
        ("من المتوقع أن يستقبل الميناء 300 سفينة في الصيف.", "believed"),
        ("قالت مؤكدة أن السجل يضم 300 تاجر في المدينة.", "asserted"),
        ("يعتقد أنه على صلة بالهجوم الذي أسفر عن 22 قتيلا في السوق.", "asserted"),
        ("لا سيما وأن 30 تاجرا تركوا السوق في الشتاء.", "asserted"),
        ("كانت الصحيفة واحدة من وسائل نشرت عن وسيلة فيها 50 ألف رقم.", "asserted"),
        ("سيزور الحاكم القلعة بعد مقتل 5 جنود في المعركة.", "asserted"),
        ("سجن الحاكم تاجرا بتهمة سرقة 5 لوحات فنية من القصر.", "alleged"),
    ],
)
def test_how_sure_a_figure_is(facts_of: Marked, text: str, modality: str) -> None:
    (fact,) = kinds(facts_of(text), "quantity")
    assert fact.modality == modality


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("وبين الضحايا خمسة تجار وذلك رغم القرارات المتخذة يوم 5 مارس 2020 في المدينة.", "2021-07-28"),
        ("قال الحاكم يوم 5 مارس 2020 إن 30 جنديا قتلوا في المعركة.", "2021-07-28"),
        ("أدى هجوم يوم 5 مارس 2020 إلى مقتل 30 جنديا في المعركة.", "2020-03-05"),
        ("أنجزت الورشة 300 سفينة سنة 2019 و400 قارب سنة 2020 في الميناء.", "2019 2020"),
        ("حجز الحرس 300 علبة سنة 2020 مقابل 500 علبة في الميناء.", "2020 2021-07-28"),
        ("غرق 22 بحارا يوم 5 مارس 2020 من بينهم 13 صيادا في العاصفة.", "2020-03-05 2020-03-05"),
    ],
)
def test_a_figure_has_the_time_of_its_own_clause(facts_of: Marked, text: str, time: str) -> None:
    facts = kinds(facts_of(text), "quantity")
    assert [fact.time.start for fact in facts if fact.time is not None] == time.split()


def test_whose_words_a_figure_stands_in_is_told_where_its_proof_begins_with_them(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of("قال الحاكم إن 30 جنديا قتلوا في المعركة."), "quantity")
    assert [one.source for one in fact.attribution] == ["الحاكم"]


@pytest.mark.parametrize(
    "text",
    [
        f"أوقف الحرس 4 أشخاص حاولوا الإبحار في اتجاه {CARTHAGE}.",
        f"يضم الوفد 17 بحارا وسيقيم حفلا ب{CARTHAGE}.",
        f"في البلاد 700 سفينة منها 340 ب{CARTHAGE}.",
    ],
)
def test_a_place_of_another_clause_is_not_that_of_a_figure(facts_of: Marked, text: str) -> None:
    assert [fact.place for fact in kinds(facts_of(text), "quantity")] == [""]


@pytest.mark.parametrize(
    "text", [f"{SENATE}: 81% من التجار غادروا المدينة.", f"أوقف {SENATE} تاجرا متورطا في 24 قضية سرقة."]
)
def test_a_body_that_tells_or_acts_on_another_is_no_subject_of_a_figure(facts_of: Marked, text: str) -> None:
    (fact,) = kinds(facts_of(text), "quantity")
    assert fact.subject is None


def test_money_is_not_of_a_fund_in_another_clause(facts_of: Marked) -> None:
    assert kinds(facts_of("يستأثر القطاع بتمويلات هامة وتم تخصيص 400 مليون أورو لمشاريع أخرى."), "quantity") == []
