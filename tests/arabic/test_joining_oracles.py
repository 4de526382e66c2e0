"""Holds joining against HarfBuzz and arabic-reshaper: real words of several languages, and random ones."""

from __future__ import annotations

import io
import random
import re
import unicodedata
from functools import cache

import pytest
import uharfbuzz as harfbuzz
from arabic_reshaper import ArabicReshaper
from arabic_reshaper.letters import LETTERS_ARABIC
from babel import Locale
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder

from tui.arabic import ucd
from tui.arabic.join import forms

LANGUAGES = ["ar", "fa", "ur", "ckb", "ps", "ug"]  # Arabic, Persian, Urdu, Sorani, Pashto, Uyghur
WANTED = 500
_WORD = re.compile("[\u0620-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u200c\u200d]{2,}")
_LETTERS = [
    chr(code) for code in range(0x0620, 0x0780) if ucd.JOINING[chr(code)] in "DRC" and code not in range(0x0700, 0x0750)
]
_KINDS = {"<isolated>": "isol", "<final>": "fina", "<initial>": "init", "<medial>": "medi"}
_LAMS = {"<isolated>": "init", "<final>": "medi"}  # in a lam-alef


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    items = list(value.values()) if hasattr(value, "values") else value if isinstance(value, (list, tuple)) else []
    return [text for item in items for text in _texts(item)]


@cache
def words(language: str) -> list[str]:
    """Words of CLDR's names of languages, countries, scripts, currencies, months, days and time zones."""
    locale = Locale.parse(language)
    named = (locale.languages, locale.territories, locale.scripts, locale.currencies, locale.months, locale.days)
    texts = [text for names in (*named, locale.time_zones, locale.meta_zones, locale.eras) for text in _texts(names)]
    return sorted({word for text in texts for word in _WORD.findall(text)})


@cache
def _font() -> harfbuzz.Font:
    """A font of nothing but names: a glyph for each letter and for each form that HarfBuzz may ask for."""
    marks = ["\u0640", "\u200c", "\u200d", "\u0621"]
    names = {char: f"u{ord(char):04X}" for char in [*_LETTERS, *marks]}
    suffixed = [f"{name}.{kind}" for name in names.values() for kind in _KINDS.values()]
    made = FontBuilder(1000)
    made.setupGlyphOrder([".notdef", *names.values(), *suffixed])
    made.setupCharacterMap({ord(char): name for char, name in names.items()})
    made.setupHorizontalMetrics(dict.fromkeys(made.font.getGlyphOrder(), (500, 0)))
    made.setupHorizontalHeader()
    made.setupMaxp()
    made.setupPost()
    rules = [
        f"feature {kind} {{ {' '.join(f'sub {name} by {name}.{kind};' for name in names.values())} }} {kind};"
        for kind in _KINDS.values()
    ]
    addOpenTypeFeaturesFromString(made.font, "languagesystem arab dflt;" + "".join(rules))
    file = io.BytesIO()
    made.font.save(file)
    return harfbuzz.Font(harfbuzz.Face(harfbuzz.Blob(file.getvalue())))


def _by_harfbuzz(word: str) -> list[str]:
    """The kind of form that HarfBuzz chose for each character; what never joins has but one."""
    buffer = harfbuzz.Buffer()
    buffer.add_str(word)
    buffer.script, buffer.direction, buffer.language = "Arab", "rtl", "ar"
    buffer.cluster_level = harfbuzz.BufferClusterLevel.CHARACTERS
    buffer.flags = harfbuzz.BufferFlags.PRESERVE_DEFAULT_IGNORABLES
    harfbuzz.shape(_font(), buffer)
    kinds = [""] * len(word)
    for glyph in buffer.glyph_infos:
        kinds[glyph.cluster] = _font().glyph_to_string(glyph.codepoint).partition(".")[2] or "isol"
    return kinds


def _by_us(word: str) -> list[str]:
    """The kind of form that we chose for each character; '' for one without presentation forms."""
    kinds = []
    for char, form in zip(word, forms(word), strict=True):
        if form == char or char in "\u200c\u200d":
            kinds.append("")
        elif not form:  # an alef drawn with its lam
            kinds.append("fina")
        else:
            tag, *letters = unicodedata.decomposition(form).split()
            kinds.append((_KINDS if len(letters) == 1 else _LAMS)[tag])
    return kinds


@pytest.mark.parametrize("language", LANGUAGES)
def test_real_words_join_as_in_harfbuzz(language: str) -> None:
    found = words(language)
    assert len(found) >= WANTED
    compared = 0
    for word in found:
        for char, ours, theirs in zip(word, _by_us(word), _by_harfbuzz(word), strict=True):
            assert ours in ("", theirs), (word, char, ours, theirs)
            compared += bool(ours)
    letters = sum(map(len, found))
    assert compared > 0.8 * letters, "few letters have no presentation form"


def test_any_letters_join_as_in_harfbuzz() -> None:
    chance = random.Random(3)  # noqa: S311 - test data
    for _ in range(3_000):
        word = "".join(chance.choices([*_LETTERS, *"لالابـ\u200c\u200d\u0621"], k=chance.randint(1, 9)))
        assert all(ours in ("", theirs) for ours, theirs in zip(_by_us(word), _by_harfbuzz(word), strict=True)), word


def test_what_arabic_reshaper_knows_it_joins_as_we_do() -> None:
    settings = {"support_ligatures": False, "delete_harakat": False, "support_zwj": True}
    reshape = ArabicReshaper(configuration=settings).reshape
    known = [
        char for char in LETTERS_ARABIC if char not in "ٷں\u200d"
    ]  # which join to more sides than they have forms for
    chance = random.Random(4)  # noqa: S311 - test data
    for _ in range(3_000):
        word = "".join(chance.choices([*known, *"ببـ\u200c"], k=chance.randint(1, 9)))
        plain = re.sub("ل(?=[اأإآ])", "ب", word)  # it makes no ligature here
        assert "".join(forms(plain)).replace("\u200c", "") == reshape(plain).replace("\u200c", "")
