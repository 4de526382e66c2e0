"""Holds what is true of any paragraph's order: every place once, and the same as python-bidi's."""

from __future__ import annotations

import random
import re

import bidi as python_bidi  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arabic.arabic_text import CONTROLS, HARAKAT, LATIN, LETTERS, anything, plain
from tui.arabic import bidi, direction, paragraph

_BASES = st.sampled_from(["L", "R", "auto"])
_REMOVED = re.compile("[\u202a-\u202e\u200b\u00ad\u2060\ufeff\u200c\u200d]")


@given(anything, _BASES)
def test_every_character_has_one_place(text: str, base: bidi.Base) -> None:
    level, levels = bidi.levels(text, base)
    assert level in (0, 1)
    assert len(levels) == len(text)
    assert sorted(bidi.visual_order(levels)) == [i for i, at in enumerate(levels) if at != bidi.REMOVED]


@given(plain, st.sampled_from("LR"))
def test_orders_as_python_bidi_does(text: str, base: bidi.Base) -> None:
    levels = bidi.levels(text, base)[1]
    assert "".join(text[i] for i in bidi.visual_order(levels)) == python_bidi.get_display(text, base_dir=base)


@given(st.text(st.sampled_from(LETTERS[:4] + LATIN[:3] + "12١ -(" + CONTROLS), max_size=40), st.sampled_from("LR"))
def test_orders_controls_as_python_bidi_does(text: str, base: bidi.Base) -> None:
    text += "ب"  # python-bidi breaks rule L1 where a line ends with an embedding and an isolate (1 LRE LRI in R)
    levels = bidi.levels(text, base)[1]
    shown = "".join(text[i] for i in bidi.visual_order(levels))
    assert shown == _REMOVED.sub("", python_bidi.get_display(text, base_dir=base))


_PARTS = {  # alphabet: how often, and whether in a row
    LETTERS: (10, True),
    "אבגדהוזחטיכלמנסעפצקרשת": (3, True),
    LATIN: (6, True),
    "0123456789۰۱۲۳": (4, True),
    "٠١٢٣٤٥٦٧٨٩٫٬": (3, True),
    HARAKAT + "\u0300\u0301\u05b0": (2, False),
    "()[]{}": (3, False),
    ".,:;!?-+/%#$€«»“”…،؛؟'\"&*_=": (6, False),
    " ": (8, False),
    CONTROLS + "\u200c\u200d": (3, False),
}
_CHUNKS = 5
_IN_CHUNK = 2_000


def _mixed(chance: random.Random) -> str:
    """A paragraph of all that there is, but for tabs, and for spaces at its end: python-bidi misses some of rule L1."""
    weights = [weight for weight, _ in _PARTS.values()]
    parts = chance.choices(list(_PARTS), weights, k=chance.randint(0, 40))
    return (
        "".join(["".join(chance.choices(part, k=chance.randint(1, 4 if _PARTS[part][1] else 1))) for part in parts])
        + "ب"
    )


@pytest.mark.parametrize("chunk", range(_CHUNKS))
def test_ten_thousand_mixed_paragraphs_are_ordered_as_by_python_bidi(chunk: int) -> None:
    chance = random.Random(chunk)  # noqa: S311 - test data
    for _ in range(_IN_CHUNK):
        text, base = _mixed(chance), chance.choice("LR")
        found = bidi.visual_order(bidi.levels(text, base)[1])  # type: ignore[arg-type]
        shown = _REMOVED.sub("", "".join([text[index] for index in found]))
        assert shown == _REMOVED.sub("", python_bidi.get_display(text, base_dir=base)), ascii(text)


@given(anything, st.sampled_from([0, 1]))
def test_without_tokens_a_paragraph_has_plain_levels(text: str, level: int) -> None:
    plain_levels = bidi.levels(text, "LR"[level])[1]  # type: ignore[arg-type]
    found = paragraph.levels_with(text, level, ())
    kept = [i for i, at in enumerate(plain_levels) if at != bidi.REMOVED]
    assert [found[i] for i in kept] == [plain_levels[i] for i in kept]


@pytest.mark.parametrize(
    ("text", "base", "level"),
    [
        ("", "auto", 0),
        ("", "R", 1),
        ("123 .", "auto", 0),
        ("123 سلام abc", "auto", 1),
        ("NSO تنفي", "auto", 0),
        ("\u2067abc\u2069 سلام", "auto", 1),
        ("\u2069", "auto", 0),
        ("\ud800سلام", "auto", 1),
    ],
)
def test_base_direction(text: str, base: bidi.Base, level: int) -> None:
    assert bidi.levels(text, base)[0] == level


def test_two_hundred_nested_isolates() -> None:
    text = "\u2067" * 200 + "سلام abc" + "\u2069" * 200
    level, levels = bidi.levels(text, "R")
    assert level == 1
    assert max(levels) <= 126
    assert len(bidi.visual_order(levels)) == len(text)


def test_a_lone_surrogate_and_a_separator_in_the_middle() -> None:
    assert bidi.levels("ab\ud800\u2029سل", "L") == (0, bytes([0, 0, 0, 0, 1, 1]))


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("NSO تنفي التجسس على ماكرون", "R"),
        ("Macron told Le Monde that باريس is fine", "L"),
        ("للمزيد: https://www.example.org/a/long/path/of/an/address", "R"),
        ("https://www.example.org/", "L"),
        ("12:30", "R"),
        ("", "R"),
        ("Reuters", "L"),
    ],
)
def test_the_direction_in_which_a_paragraph_is_read(text: str, base: str) -> None:
    assert direction.reading_base(text) == base
