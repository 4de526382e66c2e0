"""Numbers in all their written forms: spans, values, comparators, kinds, and what is no number."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.analysis.one_number import one_number
from tui.analysis.facts import number_comparators
from tui.analysis.facts.lexicon import rows
from tui.analysis.facts.numbers import find_numbers
from tui.arabic.normalise import fold


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("ثلاثة ركاب", "ثلاثة", 3),
        ("وثلاث سفن", "ثلاث", 3),
        ("مئة وثمانين عاملا", "مئة وثمانين", 180),
        ("خمس مئة عامل", "خمس مئة", 500),
        ("ثمانمائة عامل", "ثمانمائة", 800),
        ("أحد عشر لاعبا", "أحد عشر", 11),
        ("اثنتا عشرة دولة", "اثنتا عشرة", 12),
        ("اثني عشر مقعدا", "اثني عشر", 12),
        ("إحدى وعشرين دولة", "إحدى وعشرين", 21),
        ("ألفي جندي", "ألفي", 2000),
        ("ألف وتسعمئة وسبعة وستين قطعة", "ألف وتسعمئة وسبعة وستين", 1967),
        ("خمسة وعشرون ألفا وثلاثمئة وأربعون", "خمسة وعشرون ألفا وثلاثمئة وأربعون", 25340),
        ("مليونا و654 ألفا من السكان", "مليونا و654 ألفا", 1_654_000),
        ("50 ألف رقم", "50 ألف", 50_000),
        ("ثلاثة ملايين ونصف", "ثلاثة ملايين ونصف", 3_500_000),
        ("مليون ونصف المليون", "مليون ونصف المليون", 1_500_000),
        ("نصف مليون لاجئ", "نصف مليون", 500_000),
        ("ب38 بقرة", "38", 38),
        ("الـ24 ساعة", "24", 24),
        ("٣ مراكب", "٣", 3),
        ("۱۲ سفينة", "۱۲", 12),
        ("12,500 ناخب", "12,500", 12_500),
        ("١٢٬٥٠٠ ناخب", "١٢٬٥٠٠", 12_500),
        ("1.250.000 نسمة", "1.250.000", 1_250_000),
        ("1 200 000 نسمة", "1 200 000", 1_200_000),
        ("2.5 هكتار", "2.5", 2.5),
        ("ثلاثةٌ وعشرونَ عاملًا", "ثلاثةٌ وعشرونَ", 23),
        # TAP writes the fraction first, so that the whole is seen the right way round
        ("نحو 235ر1 مليون سائح", "235ر1 مليون", 1_235_000),
        ("4ر402 طن", "4ر402", 402.4),
        ("1ر04 نقطة", "1ر04", 1.04),
        # and thousands in the order in which they are seen
        ("نقل 841 991 2 مسافر", "841 991 2", 2_991_841),
        ("733 7 مليون طن", "733 7 مليون", 7_733_000_000),
        ("14 ألف و012 مليون وحدة", "14 ألف و012 مليون", 14_012_000_000),
        ("ألف ومئتي مليون نسمة", "ألف ومئتي مليون", 1_200_000_000),
        ("أربعة ملايير وحدة", "أربعة ملايير", 4_000_000_000),
        ("الدول الـ15 الأعضاء", "15", 15),
        ("حجز عدد 124 ورقة", "124", 124),
        ("0.001 مم", "0.001", 0.001),
    ],
)
def test_cardinal(text: str, span: str, value: float) -> None:
    number = one_number(text)
    assert (text[number.start : number.end], number.value, number.kind) == (span, value, "cardinal")


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("17.2٪ من", "17.2٪", 17.2),
        ("٪20 من", "٪20", 20),
        ("0،1 بالمائة", "0،1 بالمائة", 0.1),
        ("عشرين في المئة", "عشرين في المئة", 20),
        ("٣٫٥ بالمئة", "٣٫٥ بالمئة", 3.5),
        ("6ر3 بالمائة", "6ر3 بالمائة", 3.6),
        ("خمسة من المئة", "خمسة من المئة", 5),
    ],
)
def test_percent_counts_points_and_holds_its_word(text: str, span: str, value: float) -> None:
    number = one_number(text)
    assert (text[number.start : number.end], number.value, number.kind, number.unit) == (span, value, "percent", "%")


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("4،5 مليار دولار", 4.5e9, "USD"),
        ("$50", 50, "USD"),
        ("1.543 مليار دينار تونسي", 1.543e9, "TND"),
        ("300 مليون دينار", 3e8, ""),
        ("مليوني يورو", 2e6, "EUR"),
        ("7 آلاف ريال سعودي", 7000, "SAR"),
    ],
)
def test_money(text: str, value: float, currency: str) -> None:
    number = one_number(text)
    assert number.value == pytest.approx(value)
    assert (number.currency, number.kind) == (currency, "money")


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("من 5 إلى 10 سنوات", "5 إلى 10", 5, 10),
        ("بين 31 و 36 درجة", "31 و 36", 31, 36),
        ("ما بين ثلاثة وخمسة أيام", "ثلاثة وخمسة", 3, 5),
        ("5-10 ملايين", "5-10 ملايين", 5e6, 1e7),
        ("61,5 إلى 63 بالمائة", "61,5 إلى 63 بالمائة", 61.5, 63),
        ("بين عشرة وعشرين ألف جندي", "عشرة وعشرين ألف", 10_000, 20_000),
        ("بين 19 سنة و27 سنة", "19 سنة و27", 19, 27),
        ("بين100 و180 ألفا", "100 و180 ألفا", 100_000, 180_000),
        ("بين 6 آلاف دينار و18 ألف دينار", "6 آلاف دينار و18 ألف", 6000, 18_000),
        ("بين 15001 جنيه إسترليني و19999 جنيه إسترليني", "15001 جنيه إسترليني و19999", 15_001, 19_999),
        ("بين العاشرة والخامسة عشرة", "العاشرة والخامسة عشرة", 10, 15),
        ("مقياس من واحد إلى خمسة", "واحد إلى خمسة", 1, 5),
    ],
)
def test_range_has_bounds_and_no_value(text: str, span: str, low: float, high: float) -> None:
    number = one_number(text)
    assert text[number.start : number.end] == span
    assert (number.low, number.high, number.value, number.comparator, number.kind) == (
        low,
        high,
        None,
        "range",
        "range",
    )


def test_a_change_is_no_range() -> None:
    assert [number.value for number in find_numbers("ارتفع عدد المصابين من 20 إلى 35")] == [20, 35]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("المرتبة الثالثة عشرة", 13),
        ("القرن الحادي والعشرين", 21),
        ("ثالث أكبر مدينة", 3),
        ("الجولة 18", 18),
        ("دور الـ16", 16),
        ("للمرة الثانية", 2),
        ("انتخابات تشريعية ثانية", 2),
        ("طائرة خاصة ثالثة", 3),
        ("كأول دخول", 1),
        ("بدأت أولى الرحلات", 1),
        ("من أولى الرحلات", 1),
        ("في مرة أولى", 1),
        ("القرن العشرين", 20),
        ("الذكرى السبعين للتأسيس", 70),
        ("الرئيس الـ 45", 45),
        ("المصنفة 138 عالميا", 138),
        ("اللقب 12 في تاريخه", 12),
    ],
)
def test_ordinal(text: str, value: float) -> None:
    number = one_number(text)
    assert (number.value, number.kind) == (value, "ordinal")


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("ثلث السكان", 0.3333333333, "fraction"),
        ("ثلاثة أرباع الناخبين", 0.75, "fraction"),
        ("أربعة أخماس السكان", 0.8, "fraction"),
        ("ثلاثة أرباعها", 0.75, "fraction"),
        ("شخصين", 2, "dual"),
        ("ساعتين ونصف", 2.5, "dual"),
        ("موسمين و نصف", 2.5, "dual"),
        ("على مرحلتين", 2, "dual"),
        ("للغتين الرسميتين", 2, "dual"),
        ("عشرات الآلاف من الناس", None, "vague"),
        ("آلاف المتظاهرين", None, "vague"),
        ("بضع سفن", None, "vague"),
    ],
)
def test_other_kinds(text: str, value: object, kind: str) -> None:
    number = one_number(text)
    assert (number.value, number.kind) == (value, kind)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("أكثر من 20 عاملا", "gt"),
        ("ما لا يقل عن 20 عاملا", "ge"),
        ("20 عاملا على الأقل", "ge"),
        ("أقل من 20 عاملا", "lt"),
        ("لا يتجاوز 20 مترا", "le"),
        ("لا يتجاوز عمرها 20 سنة", "le"),
        ("الذين لايتجاوز عددهم 20 شخصا", "le"),
        ("لم تتعد 20 شخصا", "le"),
        ("لن يتجاوز 20 درجة", "le"),
        ("باحثتان لم تتجاوزا الـ 20 سنة", "le"),
        ("لن يقل سعرها عن 20 يورو", "ge"),
        ("يجب ألا تقل عن نسبة 20 نقطة", "ge"),
        ("ملا يقل عن 20 موطن شغل", "ge"),
        ("ليس أقل من 20 عاملا", "ge"),
        ("فاق عدد المشاهدين 20 شخصا", "gt"),
        ("يزيد عددهم على 20 شخصا", "gt"),
        ("تناهز قيمته 20 دينارا", "approx"),
        ("ناهز عددهم 20 شخصا", "approx"),
        ("20 عاملا أو يزيد", "ge"),
        ("قارب يقل 20 مهاجرا", "eq"),
        ("حافلة تقل 20 راكبا", "eq"),
        ("يقل عن إنتاج العام الذي بلغ 20 طنا", "eq"),
        ("متجاوزا التوقعات عند 20 نقطة", "eq"),
        ("بنحو 20 عاملا", "approx"),
        ("حوالي 20 عاملا", "approx"),
        ("20 عاملا", "eq"),
    ],
)
def test_comparator(text: str, comparator: str) -> None:
    number = one_number(text)
    assert (text[number.start : number.end], number.comparator) == ("20", comparator)


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("المرضى فوق الخامسة والسبعين", 75, "gt"),
        ("دون الرابعة والعشرين من العمر", 24, "lt"),
        ("حوالي القرن السادس عشر", 16, "eq"),
    ],
)
def test_an_age_may_be_an_ordinal_that_is_compared(text: str, value: float, comparator: str) -> None:
    number = one_number(text)
    assert (number.value, number.comparator, number.kind) == (value, comparator, "ordinal")


def test_two_things_counted_are_no_range() -> None:
    found = find_numbers("تراوح بين 3 رجال و5 نساء")
    assert [(number.value, number.kind) for number in found] == [(3, "cardinal"), (5, "cardinal")]


def test_two_numbers_in_a_row_are_two() -> None:
    assert [number.value for number in find_numbers("12 ألف و5 ملايين")] == [12_000, 5_000_000]
    assert [number.value for number in find_numbers("خط 100 5 أشخاص")] == [100, 5]


def test_a_second_of_time_is_no_ordinal() -> None:
    assert [number.value for number in find_numbers("9 دقائق و34 ثانية")] == [9, 34]
    assert find_numbers("ولأبيه ثانية") == []


def test_a_comparator_governs_the_list_after_it() -> None:
    found = find_numbers("أوقفت الشرطة ما لا يقل عن 12 بحارا و30 تاجرا و4 سائقين")
    assert [(number.value, number.comparator) for number in found] == [(12, "ge"), (30, "ge"), (4, "ge")]


@given(st.text(alphabet="0123456789٠٣٥ .،,-–%وبالخمسةعشرينمئآفثنا\n\u0640\u064b", max_size=60))
@example("0،0-0")  # a score may not begin within a decimal
@example("1ر0-0")
def test_spans_are_in_order_and_within_the_text(text: str) -> None:
    last = 0
    for number in find_numbers(text):
        assert last <= number.start < number.end <= len(text)
        last = number.end


@given(st.integers(0, 10**9))
def test_digits_of_any_script_give_their_value(value: int) -> None:
    text = f"{value} عاملا".translate({ord(str(digit)): chr(0x660 + digit) for digit in range(10)})
    assert [number.value for number in find_numbers(text)] in ([value], [None])


def test_every_verb_that_compares_has_a_stem_looked_for_first() -> None:
    verbs = [form for form, place, _ in rows("comparators") if place.startswith("verb")]
    assert [form for form in verbs if not number_comparators._STEM.search(fold(form))] == []
