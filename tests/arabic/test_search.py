"""Holds stems and hits: which forms of a word are found, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arabic.arabic_text import LETTERS, anything
from tui.arabic.normalise import fold
from tui.arabic.search import hits
from tui.arabic.stem import stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        "وزير الوزير ووزير ووزيرها وزيرين والوزير للوزير",
        "حكومة الحكومة حكومته حكومتها والحكومات بالحكومة حكومي",
        "برلمان البرلمان برلماني برلمانية والبرلمانيين",
        "وطن الوطن وطني الوطنية",
        "فلسطين فلسطيني الفلسطينيين فلسطينية",
        "سكان وسكان السكان",
        "قال وقال",
        "رقم رقما والرقم",
        "فرنسا الفرنسي فرنسية وفرنسا",
        "وكالة الوكالات وكالات ووكالته",
        "والد الوالد والده والوالد",
        "مصر المصري مصرية والمصريين",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize("word", ["nso", "2021", "عن", "ولد", "وزير", "ecole", ""])
def test_words_without_clitics_stay(word: str) -> None:
    assert stem(word) == word


@given(st.text(st.sampled_from(LETTERS), max_size=12))
def test_a_stem_is_its_own_stem(word: str) -> None:
    folded = fold(word)
    assert stem(stem(folded)) == stem(folded)
    assert stems(folded)[0] == stem(folded)


def _found(text: str, words: list[str], phrases: tuple[str, ...] = ()) -> list[str]:
    return [text[start:end] for start, end in hits(text, words, phrases)]


def test_words_are_found_with_their_clitics() -> None:
    text = "ماكرون وبماكرون لماكرون فماكرون ماكينة"
    assert _found(text, ["ماكرون"]) == text.split()[:4]
    assert _found("الرَّئيس ورئيسها رئاسة", ["رئيس"]) == ["الرَّئيس", "ورئيسها"]
    assert _found("NSO nso NSOs", ["nso"]) == ["NSO", "nso"]


def test_a_phrase_is_whole_words_in_order() -> None:
    text = 'برنامج "بيغاسوس" وبرنامج بيغاسوس برنامَج بيغاسوس بيغاسوس برنامج'
    assert _found(text, [], ("برنامج بيغاسوس",)) == ['برنامج "بيغاسوس', "برنامَج بيغاسوس"]


def test_a_word_of_several_matches_them_in_order() -> None:
    assert _found("كوفيد-19 كوفيد و19 لكوفيد 19", ["كوفيد-19"]) == ["كوفيد-19", "لكوفيد 19"]


def test_hits_are_merged_where_they_overlap() -> None:
    assert hits("برنامج بيغاسوس", ["بيغاسوس"], ("برنامج بيغاسوس",)) == ((0, 14),)
    assert hits("abc", ["", "!"], ("",)) == ()


@given(anything, st.lists(anything, max_size=3), st.lists(anything, max_size=2))
def test_hits_are_sorted_and_disjoint(text: str, words: list[str], phrases: list[str]) -> None:
    at = 0
    for start, end in hits(text, words, phrases):
        assert at <= start < end <= len(text)
        at = end
