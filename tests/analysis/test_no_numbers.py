"""What looks like a number and is none, and what does not."""

from __future__ import annotations

import pytest

from tests.analysis.one_number import one_number
from tui.analysis.facts.numbers import find_numbers


@pytest.mark.parametrize(
    "text",
    [
        "على الساعة 14:30",
        "الساعة الثامنة صباحا",
        "https://example.org/2017/56",
        "في 4 مارس 2021",
        "منذ عام 2013",
        "شبكة 2G",
        "نهج 9 أفريل",
        "وفقط لمكافحة الجريمة",
        "حجز كمية من السلع",
        "صلاة الأربعاء",
        "يوم الاثنين",
        "لست موافقا",
        "المديرين العامين",
        "ولاية القصرين",
        "وأثنى المخرج على الجهد",
        "الذي ألف عدة كتب",
        "من جهة ثانية",
        "قال الأمير من آل ثاني",
        "ما بين2003 و2005",
        "أقيمت عام 363.",
        "بين عامي 512 و511 ق.م",
        "الوزير الأميركي كولن باول",
        "فقد أولى المجلس عناية للميناء",
        "في 27 يوليو والثامن من أغسطس",
        "وينتهي التصويت في السابعة مساء",
        "بين الثامنة والعاشرة صباحا",
        "الساعة الرابعة إلا ربع",
        "نسبة بالمائة",
        "عام 843م",
        "منذ عام 670 ق.م.",
        "سنة 36 للهجرة",
        "تاسع أفريل 1938",
        "قوى الرابع عشر من آذار",
        "بلغت 8ر1 ملايين",
    ],
)
def test_no_number(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "فاز الفريق 3-1",
        "28-28",
        "الترجي الرياضي 22 - 33 نادي ساقية الزيت",
        "(6-4)",
        "خراطيش 7.62 x 39",
        "بطريقة لعب 3-4-3",
        "على الأرقام التالية: 71.960.448",
        "هاتف: 71 234 567",
        "الرقم الهاتفي للإدارة هو 70.101.300",
        "81.10.77.77",
        "الطريق رقم 6",
        "الطريق الوطنية 13",
        "ميغ 21",
        "القانون 52",
        "القرار 1701",
        "المرسوم عدد 116 المؤرخ",
        'هاتف "ويندوز فون 7"',
    ],
)
def test_figures_that_count_nothing(text: str) -> None:
    assert {(number.kind, number.value) for number in find_numbers(text)} == {("none", None)}


def test_a_score_has_no_brackets() -> None:
    number = one_number("(الذهاب 1-3)")
    assert (number.start, number.end) == (8, 11)


def test_a_figure_said_again_in_another_measure_is_a_figure() -> None:
    assert [number.value for number in find_numbers("360 يورو، أي 310 جنيهات")] == [360, 310]


def test_the_euro_is_no_championship() -> None:
    assert one_number("إزاء اليورو 2.5 دينار").value == 2.5
