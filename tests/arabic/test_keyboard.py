"""Lines that were typed while the keyboard was set to the other script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arabic.arabic_text import anything
from tui.arabic import keyboard
from tui.arabic.editing import clean
from tui.arabic.keyboard.likelihood import ARABIC

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lh;v,k", "ماكرون"),
        ("@lh;v,k", "@ماكرون"),
        ("td hgrhivm", "في القاهرة"),
        ('"hgkdg hgh.vr" -hgfpv', '"النيل الازرق" -البحر'),
        ("fu]:2021-07 hgpv;m", "بعد:2021-07 الحركة"),
        ("source:hg[.dvm", "source:الجزيرة"),
        # Shift: أ, إ, لأ, آ
        ("Hpl]", "أحمد"),
        ("hgYsghl", "الإسلام"),
        ("Gk hGlv", "لأن الأمر"),
        ("hgNk", "الآن"),
        # B is lam-alef, and so are G and H.
        ("sbl fghgvdhq", "سلام بلالرياض"),
        ("sghl fgv", "سلام بلر"),
        ("اثممخ", "hello"),
        ("@ةشؤقخى", "@macron"),
        ("ةشؤقخى ىسخ", "macron nso"),
        ("لاثقمهى", "berlin"),
        ("لاثقمهى ىهلاف", "berlin night"),
        ("النيل حثلشسعس", "النيل pegasus"),
        ("غخعفعلاث", "youtube"),
    ],
)
def test_what_was_meant(typed: str, meant: str) -> None:
    assert keyboard.meant(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "NSO", "macron", "Macron", "Pegasus Project", "after:2021-07", "is:unread", "-x", "C++", "a.com/b",
        "ماكرون", "أمن الدولة", "في", "بعد:2021", "«برنامج بيغاسوس»", "مُنْتَزَهٌ", "12:30", "ob", "ف", "كوفيد-19",
    ],
)  # fmt: skip
def test_what_is_meant_as_it_is(text: str) -> None:
    assert keyboard.meant(text) == ""


@pytest.mark.parametrize(("typed", "meant"), [(";qtdq", "وشفيش"), ("hgr:qn;", "القزشىو"), ("ùh^v", "طاجر")])
def test_french_keyboards(typed: str, meant: str) -> None:
    assert keyboard.arabic(typed, "fr") == meant
    assert keyboard.latin(meant, "fr") == typed


def test_a_locale_tells_which_keyboard_to_expect() -> None:
    assert keyboard.expected("fr_FR.UTF-8")[0] == "fr"
    assert keyboard.expected("ar_MA.UTF-8")[0] == "fr"
    for other in ("ar_EG.UTF-8", "en_US.UTF-8", "C", ""):
        assert keyboard.expected(other)[0] == "us"
    # ; is kaf on the keys of a QWERTY keyboard, waw on those of an AZERTY one.
    assert keyboard.meant("hg;fdv") == "الكبير"
    assert keyboard.meant("lh,v;k", keyboard.expected("fr")) == keyboard.arabic("lh,v;k", "fr")


@given(st.text(st.sampled_from("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظإأآ ")), st.sampled_from(keyboard.LATIN_LAYOUTS))
def test_arabic_typed_on_latin_keys_comes_back(text: str, layout: str) -> None:
    assert keyboard.arabic(keyboard.latin(text, layout), layout) == text


def test_each_way_to_read_lam_alef_is_a_reading() -> None:
    found = [reading.text for reading in keyboard.readings("شبلاشى")]
    assert found[:2] == ["afban", "afghan"]


@given(anything.map(clean))
def test_any_line_has_readings_in_order(text: str) -> None:
    found = keyboard.readings(text)
    assert [reading.sure for reading in found] == sorted([reading.sure for reading in found], reverse=True)
    assert len({reading.text for reading in found}) == len(found)
    assert all(reading.text != text for reading in found)
    meant = keyboard.meant(text)
    assert not meant or meant == found[0].text


def words(*files: str, form: str) -> list[str]:
    text = " ".join(path.read_text(encoding="utf-8") for name in files for path in sorted(ROOT.glob(name)))
    return sorted(set(re.findall(rf"(?<!\w){form}(?!\w)", text)))


def test_words_of_our_own_texts() -> None:
    """Words that no table was made from, if few of them: in our articles, and in what we say of the program."""
    arabic = words("seeds/*.md", form=f"[{ARABIC}]{{4,}}")
    english = words("README.md", "CHANGELOG.md", "tui/**/*.py", form="[a-z]{4,}")
    assert min(len(arabic), len(english)) > 900
    for text, there in ((arabic, keyboard.latin), (english, keyboard.arabic)):
        wrongly = [word for word in text if keyboard.meant(word)]
        assert len(wrongly) / len(text) < 0.01, wrongly
        missed = [word for word in text if keyboard.meant(there(word)) != word]
        assert len(missed) / len(text) < 0.05, missed
