"""A figure whose noun may go on behind where the rules end it is less sure; one that is whole is shown."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import CARTHAGE, Marked, kinds
from tui.analysis.facts import sure


@pytest.mark.parametrize(
    "text",
    [
        "حجز الحرس 14 مسدسا صارما في السوق.",
        "شاركت في المعرض 7 دول ذات أغلبية ساحلية.",
        "ضم الوفد 6 خبراء من المقيمين في الجزيرة.",
        "تسلم الحرس 5 سيارات للدفاع الساحلي.",
        "فكك الحرس 3 شبكات مختصة في ترويج الحبوب.",
        "زار المدينة 40 رجل أعمال وعضو مجلس.",
        "نشرت الإدارة 5 مقالات عن الصيد.",
        "حجز الحرس 20 كلبا سائبا.",
        "حجز الحرس 5 مضخات يدوية.",
        "زار الحرس 140 مقهى وقاعة شاي.",
    ],
)
def test_what_may_go_on(facts_of: Marked, text: str) -> None:
    (fact,) = kinds(facts_of(text), "quantity")
    assert (fact.rule, sure(fact)) == ("quantity.unfinished", False)


@pytest.mark.parametrize(
    "text",
    [
        "أوقف الحرس 12 شخصا كانوا على متن القارب.",
        "أوقف الحرس 12 شخصا من بينهم تاجر.",
        "أوقف الحرس 12 شخصا من أجل السرقة.",
        "أحال الحرس 12 شخصا للتحقيق.",
        "أوقف الحرس 12 شخصا الذين فروا من القلعة.",
        f"أوقف الحرس 12 شخصا في {CARTHAGE}.",
        "أوقف الحرس 12 شخصا وحجز قاربا.",
        "أوقف الحرس 12 شخصا وإصابة غيرهم.",
        "أوقف الحرس 12 شخصا وخمسة بحارة.",
        "أوقف الحرس 12 شخصا فقط.",
        "نشرت 17 وسيلة دولية نتائج التحقيق.",
        "أوقف الحرس 12 شخصا.",
    ],
)
def test_what_is_whole(facts_of: Marked, text: str) -> None:
    fact = kinds(facts_of(text), "quantity")[0]
    assert (fact.rule, sure(fact)) == ("quantity.counted", True)
