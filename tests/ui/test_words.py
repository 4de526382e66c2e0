"""How facts, dates and counts are put into words."""

from __future__ import annotations

import pytest

from tui.model import Quantity
from tui.ui import words


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity(180, None, None, ">=", "", "صحفيا"), "180 صحفيا على الأقل"),
        (Quantity(180, None, None, "=", "", "صحفيا"), "180 صحفيا"),
        (Quantity(20, None, None, "~", "%", "الناخبين"), "نحو 20% من الناخبين"),
        (Quantity(93.94, None, None, "=", "%", ""), "93.94%"),
        (Quantity(30_000, None, None, ">", "دينار", "كلفة"), "كلفة: أكثر من 30,000 دينار"),
        (Quantity(None, 5, 10, "between", "", "سنوات"), "بين 5 و10 سنوات"),
    ],
)
def test_quantities(quantity: Quantity, text: str) -> None:
    assert words.quantity(quantity) == text


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("2021-07-28", "28 يوليو 2021"),
        ("2021-07-28T14:30Z", "28 يوليو 2021"),
        ("2021-07", "يوليو 2021"),
        ("2021", "2021"),
        ("", "بلا تاريخ"),
    ],
)
def test_days(published: str, text: str) -> None:
    assert words.day(published) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "لا مقالات"), (1, "مقال واحد"), (2, "مقالان"), (3, "3 مقالات"), (10, "10 مقالات"), (11, "11 مقالا"),
        (99, "99 مقالا"), (100, "100 مقال"), (102, "102 مقال"), (103, "103 مقالات"), (1_000_000, "1,000,000 مقال"),
    ],
)  # fmt: skip
def test_articles_take_the_right_plural(count: int, text: str) -> None:
    assert words.articles(count) == text
