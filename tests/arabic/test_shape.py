"""Holds how words become clusters: joined letters, marks on their letters, lam-alef, and what takes which cells."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.arabic.arabic_text import HARAKAT, JOINERS, LETTERS, anything
from tui.arabic import sanitise, shape
from tui.arabic.shape import Cell, clusters

ALEFS = {"ا": ("\ufefb", "\ufefc"), "أ": ("\ufef7", "\ufef8"), "إ": ("\ufef9", "\ufefa"), "آ": ("\ufef5", "\ufef6")}


def _texts(word: str, *, harakat: bool = True, joined: bool = True) -> list[str]:
    return [cluster.text for cluster in clusters(word, harakat=harakat, joined=joined)]


def test_letters_take_their_forms() -> None:
    assert _texts("سلم") == ["\ufeb3", "\ufee0", "\ufee2"]
    assert _texts("دار") == ["\ufea9", "\ufe8d", "\ufead"]


def test_allah_takes_four_cells() -> None:
    assert _texts("الله") == ["\ufe8d", "\ufedf", "\ufee0", "\ufeea"]


@pytest.mark.parametrize("alef", ALEFS)
def test_lam_alef_is_one_cell_over_both_letters(alef: str) -> None:
    alone, final = ALEFS[alef]
    assert clusters("ل" + alef) == (Cell(alone, 1, 0, 2),)
    assert clusters("بل" + alef) == (Cell("\ufe91", 1, 0, 1), Cell(final, 1, 1, 3))
    assert clusters(f"ل\u064e{alef}\u064b") == (Cell(alone + "\u064e\u064b", 1, 0, 4),)
    assert _texts(f"ل\u064e{alef}\u064b", harakat=False) == [alone]


@pytest.mark.parametrize("between", ["\u200c", "ـ", "\u0640\u064e"])
def test_nothing_merges_across(between: str) -> None:
    assert not set(_texts(f"ل{between}ا")) & {form for forms in ALEFS.values() for form in forms}


def test_alef_takes_lam_once() -> None:
    assert _texts("للا") == ["\ufedf", "\ufefc"]
    assert _texts("لاا") == ["\ufefb", "\ufe8d"]


@pytest.mark.parametrize("mark", HARAKAT)
def test_each_mark_stays_on_each_letter(mark: str) -> None:
    for letter in LETTERS:
        found = clusters(f"ب{letter}{mark}م")
        bare = unicodedata.normalize("NFC", letter + mark)
        assert len(found) == 3
        assert (found[1].start, found[1].end) == (1, 3)
        shown = unicodedata.normalize("NFKC", found[1].text)
        if letter == "ە":  # drawn with ه's forms
            shown = shown.replace("ه", "ە")
        assert unicodedata.normalize("NFC", shown) == bare


def test_shadda_and_vowel_keep_their_order() -> None:
    assert _texts("مّ\u064e") == ["\ufee1\u0651\u064e"]


def test_hamza_above_becomes_part_of_its_letter() -> None:
    assert _texts("ا\u0654") == _texts("أ")
    assert _texts("لا\u0653") == _texts("لآ")


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("می\u200cخواهم", ["\ufee3", "\ufbfd", "\ufea7", "\ufeee", "\ufe8d", "\ufeeb", "\ufee2"]),  # Persian
        ("گچ", ["\ufb94", "\ufb7b"]),
        ("ٹھیک", ["\ufb68", "\ufbad", "\ufbff", "\ufb8f"]),  # Urdu
        ("ئێمە", ["\ufe8b", "ێ", "\ufee4", "\ufeea"]),  # Sorani: the neighbours of ێ join all the same
        ("کوردە", ["\ufb90", "\ufeee", "\ufead", "\ufea9", "\ufee9"]),
        ("پاڵ", ["\ufb58", "\ufe8e", "ڵ"]),
        ("ڕۆژ", ["ڕ", "\ufbd9", "\ufb8a"]),
        ("بۃ", ["\ufe91", "ۃ"]),
        ("جذبۂ", ["\ufe9f", "\ufeac", "\ufe91", "\ufba7\u0654"]),
        ("ښځه", ["ښ", "ځ", "\ufeea"]),  # Pashto
        ("يېټ", ["\ufef3", "\ufbe7", "ټ"]),
        ("ئۇيغۇر", ["\ufe8b", "\ufbd8", "\ufef3", "\ufed0", "\ufbd8", "\ufead"]),  # Uyghur
        ("تىلى", ["\ufe97", "\ufbe9", "\ufee0", "\ufef0"]),
        ("ۋەڭ", ["\ufbde", "\ufee9", "\ufbd3"]),
        ("ڤيڨا", ["\ufb6c", "\ufef4", "ڨ", "\ufe8e"]),  # Maghrebi
        ("لٱ", ["\ufedf", "\ufb51"]),  # no ligature has this alef
    ],
)
def test_other_languages_letters(word: str, forms: list[str]) -> None:
    assert _texts(word) == forms


def test_tatweel_joins_zwnj_parts_zwj_joins() -> None:
    assert _texts("بـب") == ["\ufe91", "ـ", "\ufe90"]
    assert _texts("ب\u200cب") == ["\ufe8f", "\ufe8f"]
    assert _texts("ه\u200d") == ["\ufeeb"]
    assert _texts("\u200dه") == ["\ufeea"]


def test_unjoined_letters_stay_as_they_are() -> None:
    assert _texts("لا\u200cه", joined=False) == ["ل", "ا\u200c", "ه"]


def test_bidi_controls_do_not_part_letters() -> None:
    assert _texts("ب\u200fب") == _texts("بب")
    assert clusters("ب\u200f\u064eب")[0] == Cell("\ufe91\u064e", 1, 0, 3)


@pytest.mark.parametrize(
    ("word", "cells"),
    [
        ("é", [("é", 1)]),
        ("e\u0301", [("é", 1)]),
        ("x\u0323\u0331", [("x\u0323\u0331", 1)]),
        ("漢", [("漢", 2)]),
        ("😀", [("😀", 2)]),
        ("👍🏽", [("👍", 2)]),
        ("👨\u200d👩\u200d👧x", [("👨", 2), ("x", 1)]),
        ("🇵🇸🇱🇧", [("P", 1), ("S", 1), ("L", 1), ("B", 1)]),
        ("🇵", [("P", 1)]),
        ("❤\ufe0f", [("❤", 1)]),
        ("1\ufe0f\u20e3", [("1", 1)]),
        ("🏽x", [("x", 1)]),
        ("कि", [("कि", 1)]),
        ("\u3099", [("\u25cc\u3099", 1)]),
        ("\u064eب", [("\u25cc\u064e", 1), ("\ufe8f", 1)]),
    ],
)
def test_what_takes_which_cells(word: str, cells: list[tuple[str, int]]) -> None:
    assert [(cluster.text, cluster.width) for cluster in clusters(word)] == cells


@given(anything)
def test_clusters_are_in_order_and_within_the_word(text: str) -> None:
    for word in sanitise.prepare(text)[0].split(" "):
        before = (0, 0)
        for cluster in clusters(word):
            assert before[0] <= cluster.start < cluster.end <= len(word)
            assert cluster.start >= before[1] or (cluster.start, cluster.end) == before
            assert cluster.width in (1, 2)
            before = (cluster.start, cluster.end)


@given(anything, st.booleans(), st.booleans())
def test_a_text_has_the_clusters_of_its_words(text: str, harakat: bool, joined: bool) -> None:
    clean = sanitise.prepare(text)[0]
    lacking = frozenset("\ufefb\ufe91")
    found = shape.cells(clean, harakat=harakat, joined=joined, lacking=lacking)
    assert found == [
        cell._replace(start=cell.start + word.start(), end=cell.end + word.start())
        for word in re.finditer("[^ \u200b]+| ", clean)
        for cell in clusters(word[0], harakat=harakat, joined=joined, lacking=lacking)
    ]


def test_towers_of_marks_are_cut() -> None:
    assert clusters("ب" + "\u0651" * 100) == (Cell("\ufe8f" + "\u0651" * 8, 1, 0, 101),)


def test_joiners_alone() -> None:
    assert clusters(JOINERS[1:]) == ()


def test_widths_are_those_by_which_the_screen_crops() -> None:
    changed = {*range(0x2630, 0x2638), *range(0x268A, 0x2690), *range(0x4DC0, 0x4E00)}  # wide since Unicode 16
    changed |= {*range(0x2FFC, 0x3000), 0x31E4, 0x31E5, 0x31EF}  # assigned since the 15.0 of our tables
    for code in range(0x20, 0x10000):
        if code in changed or unicodedata.category(chr(code)) in ("Cn", "Co", "Cf"):
            continue
        for word in sanitise.prepare(chr(code))[0].split():
            for cluster in clusters(word):
                assert cell_len(cluster.text) == cluster.width, hex(code)
