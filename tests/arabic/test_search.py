"""Holds stems and hits: which forms of a word are found, and where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arabic.arabic_text import LETTERS, anything
from tui.arabic import stem as stem_module
from tui.arabic.normalise import fold
from tui.arabic.search import find, hits
from tui.arabic.stem import letters, stem, stems


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
        "وزير وزراء الوزراء وزرائها وزراؤه",
        "سلاح أسلحة بالأسلحة أسلحتها",
        "أعلن أعلنت ويعلن سيعلنون يعلنها",
        "دعا دعت يدعو ويدعون دعاه",
        "قال قالت يقول وسيقولون قالوا",
        "التقى التقت يلتقي",
        "مكتبة المكتبات مكتبتهم",
        "قرار بقرار القرارات",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "different",
    ["سلطان سلطة", "مكتب مكتبة", "دولة دولي", "جمهور جمهورية", "لبنان لبن", "بحر بحرين", "منطق منطقة", "فر فرن"],
)
def test_words_that_look_alike_keep_stems_of_their_own(different: str) -> None:
    assert len({stem(fold(word)) for word in different.split()}) == 2


_LISTED = [
    word
    for name in ("forms.txt", "verbs.txt", "whole.txt")
    for line in Path(stem_module.__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    for word in re.findall(r"[^\s|/#]+", line)
]
_ENDED = [
    before + word + ending for word in _LISTED for before, ending in (("وال", "ات"), ("سي", "ونها"), ("ب", "تهم"))
]


def test_the_stem_of_a_form_of_the_lists_is_its_own_stem() -> None:
    for word in map(fold, [*_LISTED, *_ENDED]):
        assert stem(stem(word)) == stem(word)


@pytest.mark.parametrize("word", ["nso", "2021", "عن", "ولد", "وزير", "ecole", ""])
def test_words_without_clitics_stay(word: str) -> None:
    assert stem(word) == word


@given(st.text(st.sampled_from(LETTERS), max_size=12))
def test_a_stem_is_its_own_stem(word: str) -> None:
    folded = fold(word)
    assert stem(stem(folded)) == stem(folded)
    assert stems(folded)[0] == stem(folded)


@given(st.one_of(st.text(st.sampled_from(LETTERS), max_size=12), st.sampled_from(_LISTED), st.sampled_from(_ENDED)))
def test_a_word_has_letters_of_each_of_its_stems(word: str) -> None:
    folded = fold(word)
    for key in stems(folded):
        assert any(part in folded for part in letters(key))


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


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("ذهب إلى المدرسة وبالمدرسةِ ومدرستنا", "مدرسة", ["مدرسة", "مدرسةِ"]),
        ("ذهب إلى المدرسة وبالمدرسة وللمدرسة", "المدرسه", ["المدرسة", "المدرسة", "للمدرسة"]),
        ("مُحَمَّدٌ ومحمـــد", "محمد", ["مُحَمَّدٌ", "محمـــد"]),
        ("محمد", "مُحَمَّد", ["محمد"]),
        ("أحمد إلى الآن ٱلله", "الا", ["الآ"]),
        ("مستشفى ومستشفي", "مستشفي", ["مستشفى", "مستشفي"]),
        ("سنة ٢٠٢١ و2021 و۲۰۲۱", "2021", ["٢٠٢١", "2021", "۲۰۲۱"]),
        ("NSO وnso", "Nso", ["NSO", "nso"]),
        ("خط\n  جديد", "خط جديد", ["خط\n  جديد"]),
        ("می\u200cخواهم", "میخواهم", ["می\u200cخواهم"]),
        ("لأنه لا", "ان", ["أن"]),
        ("C++ و.*", ".*", [".*"]),
        ("ظلل لله", "ال", []),
        ("أي نص", "  ", []),
        ("", "كلمة", []),
    ],
)
def test_what_is_typed_is_found_inside_words_too(text: str, typed: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(text, typed)] == found


@given(anything, st.data())
def test_any_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    found = find(text, part)
    assert bool(found) == bool(fold(part))
    assert list(found) == sorted(found)
    for left, right in found:
        assert fold(part) in fold(text[left:right]).replace("لل", "ال") or fold(part) in fold(text[left:right])
