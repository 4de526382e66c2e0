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
_SPACES = re.compile(r"(\s+)")
_DIGIT = re.compile("[0-9]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
# A figure, in which a point is a decimal one and commas part thousands: not in 14.7.1, 12.03.2024 or 1,2,3.
_FIGURE = re.compile(r"(?<![\d.,:/])\d+(?:,\d{3})*(?:\.\d+)?(?!\d|[.,:/]\d)", re.ASCII)
_PERCENT = re.compile(r"(?<=[٠-٩])%|(?<=[٠-٩] )%|%(?=[٠-٩])")


def european(text: str) -> str:
    """Numbers of ٠-٩ and ۰-۹ with 0-9, and ٫ ٬ ٪ in them with . , %; a string of the same length."""
    return _ARABIC_NUMBER.sub(lambda match: match[0].translate(_TO_EUROPEAN), text)


def arabic(text: str) -> str:
    """Numbers of 0-9 with ٠-٩, and . , % in figures with ٫ ٬ ٪; a string of the same length.

    Digits beside Latin letters stay: those of addresses, CVE-2021-30860, COVID-19, iOS 14.7.1, 28 July 2021. So do ۰-۹,
    which are the Arabic-Indic digits of Persian and Urdu.
    """
    if _DIGIT.search(text) is None:
        return text
    parts = _SPACES.split(text)  # words, and the spaces between them
    for index in range(0, len(parts), 2):
        word = parts[index]
        if _DIGIT.search(word) and not _LATIN.search(word):
            before, after = parts[max(index - 2, 0)], parts[min(index + 2, len(parts) - 1)]
            if not _reads_on(before, word) and not _reads_on(word, after):
                figured = _FIGURE.sub(lambda match: match[0].translate(_SIGNS_TO_ARABIC), word)
                parts[index] = figured.translate(_TO_ARABIC)
    changed = "".join(parts)
    return text if changed == text else _PERCENT.sub("٪", changed)


def _reads_on(before: str, after: str) -> bool:
    """Whether two words are read as one, since one is in Latin letters and no sign parts them."""
    return bool(_LATIN.search(before + after)) and before[-1:].isalnum() and after[:1].isalnum()
