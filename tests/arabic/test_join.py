"""Holds the form of each letter between its neighbours: what Unicode has forms for takes them, and all letters join."""

from __future__ import annotations

import unicodedata

import pytest

from tui.arabic.join import forms, joining
from tui.arabic.shape import clusters
from tui.arabic.ucd import JOINING

ARABIC = [chr(code) for code in (*range(0x0620, 0x0700), *range(0x0750, 0x0780), *range(0x0870, 0x0900))]
JOINERS = [char for char in ARABIC if JOINING[char] in "DR"]
_PATTERNS = {"<isolated>": "{}", "<initial>": "{}ب", "<medial>": "ب{}ب", "<final>": "ب{}"}


def _unicode_forms() -> list[tuple[str, str, str]]:
    """Letter, kind of form, form: from the decompositions of Unicode's presentation forms of one letter."""
    found = []
    for code in (*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD)):
        kind, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if kind in _PATTERNS and len(letters) == 4:
            found.append((chr(int(letters, 16)), kind, chr(code)))
    return found


def test_every_letter_takes_the_forms_that_unicode_has() -> None:
    unicode_forms = _unicode_forms()
    assert len(unicode_forms) > 240
    for letter, kind, form in unicode_forms:
        pattern = _PATTERNS[kind]
        assert forms(pattern.format(letter))[pattern.index("{")] == form, (letter, kind)


def test_a_letter_without_forms_stays_and_its_neighbours_join() -> None:
    has = {(letter, kind) for letter, kind, _ in _unicode_forms()} | {("ە", "<final>")}
    for char in JOINERS:
        before, middle, after = forms(f"ب{char}ب")
        assert before == "\ufe91", char
        assert after == ("\ufe90" if JOINING[char] == "D" else "\ufe8f"), char
        assert (middle != char) == ((char, "<medial>" if JOINING[char] == "D" else "<final>") in has), char


def test_joiners_and_marks_between() -> None:
    assert forms("") == []
    assert forms("ب\u200cب") == ["\ufe8f", "", "\ufe8f"]
    assert forms("ب\u200d") == ["\ufe91", ""]
    assert forms("ە\u200dب") == ["\ufee9", "", "\ufe90"]
    assert forms("لا") == ["\ufefb", ""]
    assert forms("ل\u200dا") == ["\ufedf", "", "\ufe8e"]


def test_ae_is_drawn_as_heh() -> None:
    assert forms("بە") == forms("به")
    assert forms("ە") == forms("ه")
    assert forms("بەب") == ["\ufe91", "\ufeea", "\ufe8f"], "but joins no letter after it"


@pytest.mark.parametrize(
    ("lacking", "shown"),
    [
        ("", ["\ufe91", "\ufefc", "\ufedb", "\ufe92", "\ufbfd"]),
        ("\ufe92", ["\ufe91", "\ufefc", "\ufedb", "ب", "\ufbfd"]),
        ("\ufefc", ["\ufe91", "\ufee0", "\ufe8e", "\ufedb", "\ufe92", "\ufbfd"]),
        ("\ufefc\ufee0", ["\ufe91", "ل", "\ufe8e", "\ufedb", "\ufe92", "\ufbfd"]),
        ("\ufee0\ufe8e", ["\ufe91", "\ufefc", "\ufedb", "\ufe92", "\ufbfd"]),
        ("\ufbfc\ufbfd\ufbfe\ufbff", ["\ufe91", "\ufefc", "\ufedb", "\ufe92", "ی"]),
    ],
)
def test_what_the_font_lacks_is_shown_unjoined(lacking: str, shown: list[str]) -> None:
    for _ in range(2):  # the second time from the cache
        assert [cell.text for cell in clusters("بلاكبی", lacking=frozenset(lacking))] == shown
    marked = clusters("بلا\u064bكبی", lacking=frozenset(lacking))
    assert [cell.text for cell in marked] == [
        form if form[0] not in "\ufefc\ufe8e" else form + "\u064b" for form in shown
    ]


def test_a_lacking_lam_alef_is_lam_and_alef_with_their_own_marks() -> None:
    found = clusters("ل\u064eا\u064b", lacking=frozenset("\ufefb"))
    assert [(cell.text, cell.start, cell.end) for cell in found] == [("\ufedf\u064e", 0, 2), ("\ufe8e\u064b", 2, 4)]


def test_a_lacking_ae_stays_an_ae() -> None:
    assert forms("بە", frozenset("\ufeea")) == ["\ufe91", "ە"]


def test_forms_that_join_on_each_side() -> None:
    after, before = joining()
    assert set("\ufe91\ufe92\ufbfe") <= after
    assert set("\ufe8f\ufe90\ufefb\ufefcبا") & after == set()
    assert set("\ufe90\ufe92\ufe8e\ufefc\ufeea") <= before
    assert set("\ufe8f\ufe91\ufefbبا") & before == set()
