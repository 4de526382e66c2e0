"""Holds how paragraphs become lines: order, wrapping, widths, offsets, and any string at any width."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.arabic.arabic_text import anything
from tui.arabic.layout import Cell, Line, Options, fit, layout

_SEEDS = Path(__file__).parents[2] / "seeds"
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufeff]")
_UNWRAPPED = 1_000_000


def read(line: Line) -> list[str]:
    """The words of a right-to-left line as its reader reads them, letters unjoined."""
    words = "".join([cell.text for cell in line.cells]).split(" ")[::-1]
    found = []
    for word in words:
        arabic = unicodedata.normalize("NFKC", word[::-1]) if any(char > "\ufb00" for char in word) else word
        found.append(arabic.replace("ال", "لا") if "\ufefb" in word else arabic)
    return found


def spans(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    return sorted((cell.start, cell.end) for line in lines for cell in line.cells if cell.text != " ")


@given(anything, st.integers(1, 80), st.sampled_from(["auto", "L", "R"]), st.booleans())
def test_any_string_at_any_width(text: str, width: int, base: str, joined: bool) -> None:
    options = Options(joined=joined)
    lines = layout(text, width, base=base, options=options)  # type: ignore[arg-type]
    assert lines
    at = 0
    for line in lines:
        assert line.width <= width
        assert at <= line.end
        at = line.end
        for cell in line.cells:
            assert 0 <= cell.start < cell.end <= len(text)
            assert line.start <= cell.start
            assert cell.end <= line.end
            assert cell.width in (1, 2)
            assert not _FORBIDDEN.search(cell.text if joined else re.sub("[\u200c\u200d]", "", cell.text))
    whole = layout(text, _UNWRAPPED, base=base, options=options)  # type: ignore[arg-type]
    assert spans(lines) == spans(whole)


@example("\u2e80", 1)
@given(anything, st.integers(1, 80))
def test_fit_cuts_at_the_logical_end(text: str, width: int) -> None:
    line = fit(text, width)
    assert line.width <= width
    whole = layout(text, _UNWRAPPED)
    kept = spans((line,))
    if whole[0].width <= width:
        assert line == whole[0]
    elif len(whole[0].cells) == 1:  # nothing to cut: a wide character where there is one cell
        assert [cell.text for cell in line.cells] == ["\ufffd"]
    else:
        assert line.cells[0 if line.base == "R" else -1].text == "…"
        cut = [span for span in kept if span != (line.end, line.end)]
        assert cut == spans(whole)[: len(cut)]


def test_every_width_of_a_real_article() -> None:
    path = min(_SEEDS.glob("*.md"))
    for paragraph in path.read_text(encoding="utf-8").splitlines():
        whole = spans(layout(paragraph, _UNWRAPPED))
        for width in range(1, 81):
            lines = layout(paragraph, width)
            assert spans(lines) == whole
            assert max(line.width for line in lines) <= width


@pytest.mark.parametrize("text", ["", " ", "\n", "\t  \r\n", "\u200f", "\u202e\u2067", "\ufeff"])
def test_blank_paragraphs_are_one_blank_line(text: str) -> None:
    assert layout(text, 10) == (Line((), 0, 0, "R" if text == "\u200f" else "L"),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("اتصل على +962-6-5551234 الآن", ["اتصل", "على", "+962-6-5551234", "الآن"]),
        ("اتصل على +٩٦٢-٦-٥٥٥ الآن", ["اتصل", "على", "+٩٦٢-٦-٥٥٥", "الآن"]),
        ("لغة C++ و C# هي", ["لغة", "C++", "و", "C#", "هي"]),
        ("وسم #KeepItOn من @user_name هنا", ["وسم", "#KeepItOn", "من", "@user_name", "هنا"]),
        ("من a.b@c.org عبر https://x.org/a/ هنا", ["من", "a.b@c.org", "عبر", "https://x.org/a/", "هنا"]),
        ("في iOS 14.7.1 ثغرة", ["في", "14.7.1", "iOS", "ثغرة"]),
        ("في CVE-2021-30860 خطر", ["في", "CVE-2021-30860", "خطر"]),
        ("بين 2020-2021 وبعد", ["بين", "2021-2020", "وبعد"]),
        ("يوم 12-03-2024 فقط", ["يوم", "2024-03-12", "فقط"]),
        ("نسبة 37.5% فقط", ["نسبة", "%37.5", "فقط"]),
        ("نسبة ٣٧٫٥٪ فقط", ["نسبة", "٪٣٧٫٥", "فقط"]),
        ("عند 14:30 مساء", ["عند", "14:30", "مساء"]),
        ("عند ١٤:٣٠ مساء", ["عند", "١٤:٣٠", "مساء"]),
        ("نحو 1,000,000 دولار", ["نحو", "1,000,000", "دولار"]),
        ("سنة ۱۴۰۰ بود", ["سنة", "۱۴۰۰", "بود"]),
        ("بمبلغ $1,500 فقط", ["بمبلغ", "1,500$", "فقط"]),
        ("بمبلغ 1,500€ فقط", ["بمبلغ", "€1,500", "فقط"]),
        ("بمبلغ ١٬٥٠٠ ر.س فقط", ["بمبلغ", "١٬٥٠٠", "ر.س", "فقط"]),
        ('شركة "NSO" هي', ["شركة", '"NSO"', "هي"]),
        ("شركة «NSO» هي", ["شركة", "«NSO»", "هي"]),
        ("شركة (NSO) هي", ["شركة", "(NSO)", "هي"]),
        ("شركة “NSO” هي", ["شركة", "”NSO“", "هي"]),
        ("شركة ‘NSO’ هي", ["شركة", "’NSO‘", "هي"]),
        ("شركة 'NSO' هي", ["شركة", "'NSO'", "هي"]),
        ("شركة ‹NSO› هي", ["شركة", "‹NSO›", "هي"]),
        ("في /usr/bin ملف", ["في", "/usr/bin", "ملف"]),
    ],
)
def test_order_in_an_arabic_line(text: str, words: list[str]) -> None:
    if "14.7.1" in text:  # two words of one left-to-right run: read from the left
        assert "iOS 14.7.1" in "".join(cell.text for cell in layout(text, 60)[0].cells)
        return
    assert read(layout(text, 60)[0]) == words


def shown(text: str, width: int = 60, **how: str) -> list[str]:
    return ["".join(cell.text for cell in line.cells) for line in layout(text, width, **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "base", "visual"),
    [
        ("ء(ء)ء", "R", ["\ufe80(\ufe80)\ufe80"]),
        ("ء(ء", "R", ["\ufe80)\ufe80"]),
        ("ء)ء", "R", ["\ufe80(\ufe80"]),
        ("ء[ء(ء]", "R", ["[\ufe80)\ufe80]\ufe80"]),
        ("a (b) c", "L", ["a (b) c"]),
        ("NSO ء", "R", ["\ufe80 NSO"]),
        ("NSO ء", "auto", ["NSO \ufe80"]),
        ("See ء. OK", "auto", ["See \ufe80. OK"]),
        ("ء 12 ء", "auto", ["\ufe80 12 \ufe80"]),
        ("ء\u00a0ء", "auto", ["\ufe80 \ufe80"]),
        ("\u202eabc", "auto", ["cba"]),
        ("\u2069ء", "auto", ["\ufe80"]),
        ("\ufdf2", "auto", ["\ufeea\ufee0\ufedf\ufe8d"]),
        ("\ufefb", "auto", ["\ufefb"]),
        ("a\x00b\x1b[31m", "auto", ["a\ufffdb\ufffd[31m"]),
        ("a\nb\tc\u2028d", "auto", ["a b c d"]),
        ("ء 👨\u200d👩\u200d👧 ء", "auto", ["\ufe80 👨 \ufe80"]),
        ("ء 🇵🇸 ء", "auto", ["\ufe80 PS \ufe80"]),
    ],
)
def test_what_a_line_shows(text: str, base: str, visual: list[str]) -> None:
    assert shown(text, base=base) == visual


@pytest.mark.parametrize("char", "ءa1١۱%٪«(.،-ـ😀漢ێ\u0301\u064e\ufdfa\x00\x1b\ud800")
def test_one_character_is_one_line(char: str) -> None:
    for base in ("L", "R", "auto"):
        (line,) = layout(char, 40, base=base)
        assert {(cell.start, cell.end) for cell in line.cells} == {(0, 1)}


def test_brackets_across_a_line_break_stay_mirrored() -> None:
    assert shown("ءء (ءء ءء) ءء", 6) == ["\ufe80\ufe80) \ufe80\ufe80", "\ufe80\ufe80 (\ufe80\ufe80"]


def test_lines_break_in_logical_order() -> None:
    lines = layout("ءء abc ءءء", 6)
    assert [(line.start, line.end) for line in lines] == [(0, 6), (7, 10)]
    assert [line.base for line in lines] == ["R", "R"]


def test_spaces_at_a_break_go_and_others_stay() -> None:
    lines = layout("  aa   bb  cc   ", 8)
    assert shown("  aa   bb  cc   ", 8) == ["  aa", "bb  cc"]
    assert [(line.start, line.end) for line in lines] == [(0, 4), (7, 13)]


def test_never_at_a_no_break_space() -> None:
    assert shown("aaa bb\u00a0cc", 7) == ["aaa", "bb cc"]


def test_punctuation_stays_with_its_word() -> None:
    assert shown("aaaa bbbb ، cc", 9) == ["aaaa", "bbbb ، cc"]
    assert shown("aaa « bbb » cc", 7) == ["aaa", "« bbb »", "cc"]


def test_long_words_break_between_clusters() -> None:
    assert shown("ab cdefghij k", 4) == ["ab", "cdef", "ghij", "k"]
    assert [len(line.cells) for line in layout("لا" * 5, 2)] == [2, 2, 1]
    assert [len(line.cells) for line in layout("ب\u064e\u0651" * 5, 2)] == [2, 2, 1]


def test_urls_break_after_their_signs_only_when_they_must() -> None:
    url = "https://example.org/one-two?three=4"
    assert shown(f"at {url}", len(url)) == ["at", url]
    assert shown(url, 20) == ["https://example.org/", "one-two?three=4"]
    assert shown(f"at {url}", 20) == ["at https://example.", "org/one-two?three=4"]


def test_wide_characters_in_one_cell_become_a_sign() -> None:
    assert shown("漢a", 1) == ["\ufffd", "a"]
    assert layout("😀", 1)[0].cells == (Cell("\ufffd", 1, 0, 1),)
    assert shown("a漢b", 2) == ["a", "漢", "b"]


def test_width_is_one_at_least() -> None:
    assert shown("ab", 0) == ["a", "b"]


def test_a_cell_knows_the_letters_it_stands_for() -> None:
    (line,) = layout("قال\u064eا لا", 20)
    assert [(cell.start, cell.end) for cell in line.cells] == [(6, 8), (5, 6), (2, 5), (1, 2), (0, 1)]


def test_offsets_count_what_is_not_shown() -> None:
    (line,) = layout("\u202aab\u202c \ufefb\x00c", 20, base="L")
    assert [(cell.text, cell.start, cell.end) for cell in line.cells] == [
        ("a", 1, 2),
        ("b", 2, 3),
        (" ", 4, 5),
        ("\ufefb", 5, 6),
        ("\ufffd", 6, 7),
        ("c", 7, 8),
    ]


def test_without_harakat() -> None:
    assert shown("مُحَمَّد") != shown("محمد")
    (line,) = layout("مُحَمَّد é", 20, options=Options(harakat=False))
    assert "".join(cell.text for cell in line.cells) == shown("محمد é")[0]
    assert (line.cells[-1].start, line.cells[-1].end) == (0, 2)


def test_unjoined_lines_hold_letters_and_brackets_as_they_are() -> None:
    (line,) = layout("(لا)", 20, base="R", options=Options(joined=False))
    assert [cell.text for cell in line.cells] == [")", "ا", "ل", "("]


def test_ten_thousand_characters() -> None:
    for text in ("ب" * 10_000, "ب " * 5_000, "(" * 10_000, "\u2067" * 10_000, "\u064e" * 10_000, "a.b/" * 2_500):
        assert all(line.width <= 40 for line in layout(text, 40))


def test_fit() -> None:
    assert fit("ءء abc", 3, base="R").cells == (Cell("…", 1, 2, 2), Cell("\ufe80", 1, 1, 2), Cell("\ufe80", 1, 0, 1))
    assert [cell.text for cell in fit("abc def", 5).cells] == ["a", "b", "c", "…"]
    assert [cell.text for cell in fit("abc def", 1).cells] == ["…"]
    assert fit("", 5) == Line((), 0, 0, "L")
