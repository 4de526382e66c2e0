"""The day that a page gives for itself: whole dates that can be read in one way."""

from __future__ import annotations

import pytest

from tui.sources import read_bytes
from tui.sources.when import find_date, is_date

TEXT = "\nعاد الطريق الجبلي إلى العمل بعد إصلاح استمر شهرين كاملين.\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28 يوليو 2021", "2021-07-28"),
        ("الأربعاء ٢٨ تموز/ يوليو ٢٠٢١ 14:30", "2021-07-28"),
        ("28 تموز (يوليو) 2021", "2021-07-28"),
        ("يوليو 28, 2021", "2021-07-28"),
        ("28 جويلية 2021", "2021-07-28"),
        ("١٠ كانون الثاني ٢٠٢٢", "2022-01-10"),
        ("3 غشت 2020", "2020-08-03"),
        ("2021/07/28", "2021-07-28"),
        ("28-07-2021", "2021-07-28"),
        ("7/28/2021", "2021-07-28"),
        ("05.05.2021", "2021-05-05"),
        ("04/05/2021", ""),
        ("31 شباط 2021", ""),
        ("99/99/2021", ""),
        ("28 يوليو", ""),
        ("من 28 يوليو 2021 إلى 29 يوليو 2021", ""),
        ("28 يوليو 20210", ""),
    ],
)
def test_one_whole_date(text: str, day: str) -> None:
    assert find_date(text) == day


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("الخميس 04 مايو 2023 11:05 ص", True),
        ("منذ 3 ساعات", True),
        ("قبل يومين", True),
        ("الساعة 09:15 بتوقيت غرينتش", True),
        ("عام 2021 كتاب", False),
        ("الخميس", False),
        ("أسابيع", False),
        ("28 يوليو 2021 موعد الافتتاح", False),
    ],
)
def test_a_date_and_nothing_else(text: str, only: bool) -> None:
    assert is_date(text) is only


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("عودة الطريق الجبلي\nنشر في: 28 يوليو 2021", "2021-07-28"),
        ("عودة الطريق الجبلي\nتاريخ النشر: الأربعاء، 28/07/2021 - 14:30", "2021-07-28"),
        ("عودة الطريق الجبلي\n28 يوليو 2021", "2021-07-28"),
        ("28 يوليو 2021\nعودة الطريق الجبلي", ""),
        ("عودة الطريق الجبلي\nآخر تحديث: 28 يوليو 2021", ""),
        ("عودة الطريق الجبلي\nنشر في: 04/05/2021", ""),
    ],
)
def test_the_day_of_a_page(lines: str, day: str) -> None:
    draft = read_bytes((lines + TEXT).encode(), "")
    assert draft.published == day
    assert draft.title == "عودة الطريق الجبلي"
    assert len(draft.body) == 1
