"""Numbers with the other kind of digits, character for character, so that offsets stay.

The digits are changed before the paragraph is ordered, as if it had been written with them, and not after: 2020-2021 at
the beginning of a line runs left to right, but ٢٠٢٠-٢٠٢١ right to left, as do both after an Arabic word. Digits put in
after ordering would read ٢٠٢٠-٢٠٢١ from its end. Java does the same (`TextAttribute.NUMERIC_SHAPING`: "first processed
by the shaper before any other analysis").
"""

from __future__ import annotations

import re

_EUROPEAN = "0123456789"
_ARABIC = "٠١٢٣٤٥٦٧٨٩"
_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_TO_EUROPEAN = str.maketrans(_ARABIC + _PERSIAN + "٫٬٪", _EUROPEAN * 2 + ".,%")
_TO_ARABIC = str.maketrans(_EUROPEAN, _ARABIC)
_SIGNS_TO_ARABIC = str.maketrans(".,", "٫٬")
_ARABIC_NUMBER = re.compile(r"٪?[٠-٩۰-۹]+(?:[٫٬][٠-٩۰-۹]+)*(?: ?٪)?")
_STRETCH = re.compile(r"\S*[0-9]\S*")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
# A figure, in which a point is a decimal one and commas part thousands: not in 14.7.1, 12.03.2024 or 1,2,3.
_FIGURE = re.compile(r"(?<![\d.,:/])\d+(?:,\d{3})*(?:\.\d+)?(?!\d|[.,:/]\d)", re.ASCII)
_PERCENT = re.compile(r"(?<=[٠-٩])%|(?<=[٠-٩] )%|%(?=[٠-٩])")


def european(text: str) -> str:
    """Numbers of ٠-٩ and ۰-۹ with 0-9, and ٫ ٬ ٪ in them with . , %; a string of the same length."""
    return _ARABIC_NUMBER.sub(lambda match: match[0].translate(_TO_EUROPEAN), text)


def arabic(text: str) -> str:
    """Numbers of 0-9 with ٠-٩, and . , % in figures with ٫ ٬ ٪; a string of the same length.

    Digits beside Latin letters stay: those of addresses, versions, CVE-2021-30860, COVID-19. So do ۰-۹, which are the
    Arabic-Indic digits of Persian and Urdu.
    """
    changed = _STRETCH.sub(lambda match: _arabic(match[0]), text)
    return text if changed == text else _PERCENT.sub("٪", changed)


def _arabic(stretch: str) -> str:
    if _LATIN.search(stretch):
        return stretch
    return _FIGURE.sub(lambda match: match[0].translate(_SIGNS_TO_ARABIC), stretch).translate(_TO_ARABIC)
