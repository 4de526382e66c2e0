"""Holds the other kind of digits: which are changed, and that a line is ordered as if written with what it shows."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.arabic.arabic_text import anything
from tui.arabic import numerals
from tui.arabic.layout import Options, layout


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("12", "١٢"),
        ("37.5%", "٣٧٫٥٪"),
        ("%37.5", "٪٣٧٫٥"),
        ("37 %", "٣٧ ٪"),
        ("1,250,000.75", "١٬٢٥٠٬٠٠٠٫٧٥"),
        ("2020-2021", "٢٠٢٠-٢٠٢١"),
        ("10.5-12.5", "١٠٫٥-١٢٫٥"),
        ("12-03-2024", "١٢-٠٣-٢٠٢٤"),
        ("12.03.2024", "١٢.٠٣.٢٠٢٤"),
        ("14:30", "١٤:٣٠"),
        ("1,2,3", "١,٢,٣"),
        ("في 2021.", "في ٢٠٢١."),
        ("1, 250", "١, ٢٥٠"),
        ("(5)", "(٥)"),
        ("+962-6-5551234", "+٩٦٢-٦-٥٥٥١٢٣٤"),
        ("۱۲٫۵", "۱۲٫۵"),
        ("٥%", "٥%"),
        ("F16 5G iOS-14 COVID-19 CVE-2021-30860", "F16 5G iOS-14 COVID-19 CVE-2021-30860"),
        ("https://x.org/2021/07", "https://x.org/2021/07"),
        ("iOS 14.7.1 ثم 14.7.1", "iOS 14.7.1 ثم ١٤.٧.١"),
        ("يوم 28 July 2021 في 5 من NSO، 600", "يوم 28 July 2021 في ٥ من NSO، ٦٠٠"),
        ("(NSO) 600", "(NSO) ٦٠٠"),
        ("600 (NSO)", "٦٠٠ (NSO)"),
        ("100%", "١٠٠٪"),
        ("% بلا رقم", "% بلا رقم"),
    ],
)
def test_arabic_digits(written: str, shown: str) -> None:
    assert numerals.arabic(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("١٢", "12"),
        ("۱۲", "12"),
        ("٣٧٫٥٪", "37.5%"),
        ("٪٣٧", "%37"),
        ("٣٧ ٪", "37 %"),
        ("١٬٢٥٠٬٠٠٠", "1,250,000"),
        ("٢٠٢٠-٢٠٢١", "2020-2021"),
        ("قال، ٥؛ ٦.", "قال، 5؛ 6."),
        ("٪ بلا رقم ٫", "٪ بلا رقم ٫"),
        ("12 a", "12 a"),
    ],
)
def test_european_digits(written: str, shown: str) -> None:
    assert numerals.european(written) == shown


@given(anything)
def test_offsets_stay(text: str) -> None:
    for changed in (numerals.arabic(text), numerals.european(text)):
        assert len(changed) == len(text)
        assert all(
            now == was or was in "0123456789.,%٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬٪" for now, was in zip(changed, text, strict=True)
        )


def _shown(text: str, digits: str) -> str:
    (line,) = layout(text, 80, base="R", options=Options(digits=digits))  # type: ignore[arg-type]
    return "".join(cell.text for cell in line.cells)


@pytest.mark.parametrize(
    ("european", "arabic", "seen_european", "seen_arabic"),
    [
        # After an Arabic word both kinds are Arabic numbers to rule W2, and parts run right to left.
        ("ء 12-03-2024", "ء ١٢-٠٣-٢٠٢٤", "2024-03-12 \ufe80", "٢٠٢٤-٠٣-١٢ \ufe80"),
        ("ء 2020-2021", "ء ٢٠٢٠-٢٠٢١", "2021-2020 \ufe80", "٢٠٢١-٢٠٢٠ \ufe80"),
        ("ء 37.5%", "ء ٣٧٫٥٪", "%37.5 \ufe80", "٪٣٧٫٥ \ufe80"),
        ("ء 1,250", "ء ١٬٢٥٠", "1,250 \ufe80", "١٬٢٥٠ \ufe80"),
        ("ء 14:30", "ء ١٤:٣٠", "14:30 \ufe80", "١٤:٣٠ \ufe80"),
        ("ء 12/03/2024", "ء ١٢/٠٣/٢٠٢٤", "12/03/2024 \ufe80", "١٢/٠٣/٢٠٢٤ \ufe80"),
        # With none before, the kinds differ: a range of ٢٠٢٠-٢٠٢١ is read from its right.
        ("2020-2021 ء", "٢٠٢٠-٢٠٢١ ء", "\ufe80 2020-2021", "\ufe80 ٢٠٢١-٢٠٢٠"),
        ("37.5% ء", "٣٧٫٥٪ ء", "\ufe80 37.5%", "\ufe80 ٪٣٧٫٥"),
        ("NSO، 2020-2021", "NSO، ٢٠٢٠-٢٠٢١", "NSO، 2020-2021", "٢٠٢١-٢٠٢٠ ،NSO"),
        # What reads left to right anywhere does so in both.
        ("ء +962-6-555 ء", "ء +٩٦٢-٦-٥٥٥ ء", "\ufe80 +962-6-555 \ufe80", "\ufe80 +٩٦٢-٦-٥٥٥ \ufe80"),
    ],
)
def test_a_line_is_ordered_as_if_written_so(european: str, arabic: str, seen_european: str, seen_arabic: str) -> None:
    assert _shown(european, "written") == _shown(arabic, "european") == _shown(european, "european") == seen_european
    assert _shown(arabic, "written") == _shown(european, "arabic") == _shown(arabic, "arabic") == seen_arabic


def test_a_left_to_right_paragraph_keeps_european_digits() -> None:
    (line,) = layout("In 2021 ء", 40, base="L", options=Options(digits="arabic"))
    assert "".join(cell.text for cell in line.cells) == "In 2021 \ufe80"
    (line,) = layout("In ٢٠٢١", 40, base="L", options=Options(digits="european"))
    assert "".join(cell.text for cell in line.cells) == "In 2021"


def test_cells_stand_for_the_text_as_written() -> None:
    text = "نحو 37.5% و\u202a1"
    (line,) = layout(text, 40, options=Options(digits="arabic"))
    written = {cell.start: cell.text for cell in line.cells}
    assert [written[text.index(char)] for char in "37.5%"] == list("٣٧٫٥٪")
    assert written[text.index("1")] == "١"
