"""Holds folding and words: what is one for search, and where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.arabic.arabic_text import anything
from tui.arabic.normalise import Token, fold, fold_map, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("مُحَمَّدٌ", "محمد"),
        ("أحمد إلى آسيا ٱلله", "احمد الي اسيا الله"),
        ("ا\u0653 و\u0654", "ا و"),
        ("مؤتمر ئ ء", "موتمر ي ء"),
        ("مدرسة", "مدرسه"),
        ("العـــربية", "العربيه"),
        ("هٰذا", "هذا"),
        ("می\u200cخواهم ک", "ميخواهم ك"),
        ("\ufefb \ufdf2", "لا الله"),
        ("٢٠٢١ ۲۰۲۱ ２０２１", "2021 2021 2021"),
        ("NSO ÉCOLE Erdoğan", "nso ecole erdogan"),
        ("  أ \t\n ب\u00a0\u2003ج ", "ا ب ج"),
        ("أ\u200f\u202e\ufeffب", "اب"),
        ("", ""),
        ("\u064e \u200f", ""),
        ("a\x00b", "a b"),
        ("한국", "한국"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(anything)
def test_fold_is_stable_and_its_map_agrees(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    mapped, origins = fold_map(text)
    assert mapped == folded
    assert len(origins) == len(folded)
    assert origins == sorted(origins)
    for char, origin in zip(folded, origins, strict=True):
        assert char in (fold(text[origin]) or " ")


def test_fold_map_says_where_each_came_from() -> None:
    assert fold_map(" أَ  \ufefbـb ") == ("ا لاb", [1, 3, 5, 5, 7])


def test_words() -> None:
    assert words("قال: «الرئيسُ» كوفيد-19، #حق_العودة") == [
        Token(0, 3, "قال"),
        Token(6, 13, "الرييس"),
        Token(15, 20, "كوفيد"),
        Token(21, 23, "19"),
        Token(26, 28, "حق"),
        Token(29, 35, "العوده"),
    ]
    assert words("می\u200cخواهم \u200fأ\u200f") == [Token(0, 8, "ميخواهم"), Token(10, 11, "ا")]


@given(anything)
def test_words_are_in_order_and_folded(text: str) -> None:
    at = 0
    for start, end, folded in words(text):
        assert at <= start < end <= len(text)
        assert folded == fold(text[start:end])
        at = end
