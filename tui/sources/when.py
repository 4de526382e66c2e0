"""The date that a page gives for itself: only whole dates, and only where they can be read in one way."""

from __future__ import annotations

import re
from datetime import date

from tui.arabic.normalise import fold

# Syriac, Egyptian and Maghrebi names of the Gregorian months, folded.
_MONTHS = (
    "كانون الثاني|كانون ثاني|يناير|جانفي",
    "شباط|فبراير|فيفري",
    "اذار|مارس",
    "نيسان|ابريل|افريل",
    "ايار|مايو|ماي",
    "حزيران|يونيو|يونيه|جوان",
    "تموز|يوليو|يوليه|جويليه|يوليوز",
    "اب|اغسطس|اوت|غشت",
    "ايلول|سبتمبر|شتنبر",
    "تشرين الاول|تشرين اول|اكتوبر",
    "تشرين الثاني|تشرين ثاني|نوفمبر|نونبر",
    "كانون الاول|كانون اول|ديسمبر|دجنبر",
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")}
_NAME = "|".join(sorted(_NUMBER, key=len, reverse=True))
MONTH = _NAME.translate({ord("ا"): "[اأإآ]", ord("ه"): "[هة]"})
"""Pattern of a month's name as it is written."""

_DAY_MONTH_YEAR = re.compile(
    rf"(?<!\d)(\d{{1,2}})[ -]*(?:من )?({_NAME})(?: ?[/(-] ?(?:{_NAME})\)?)?[ ,،-]*(?:عام |سنه )?(\d{{4}})(?!\d)"
)
_MONTH_DAY_YEAR = re.compile(rf"(?<!\w)({_NAME}) (\d{{1,2}})[ ,،]+(\d{{4}})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")


def find_date(text: str) -> str:
    """The one whole date in a text as an ISO day; '' when there is none, or it can be read in two ways.

    Day and month in figures are told apart only where one is above 12 or both are equal.
    """
    folded = fold(text)
    found = {day for pattern, make in _READINGS for match in pattern.finditer(folded) if (day := make(match))}
    return found.pop() if len(found) == 1 else ""


def is_date(text: str) -> bool:
    """Whether words say a day or an hour (`منذ ساعتين`, `14:30`, `الخميس 4 مايو 2023`) and nothing else."""
    folded = fold(text).strip(" -|:.،()")
    if _AGO.fullmatch(folded):
        return True
    rest = folded
    for pattern, _ in _READINGS:
        rest = pattern.sub("", rest)
    return any(map(str.isdigit, folded)) and not _WITH_DATE.sub("", rest).strip()


_AGO = re.compile(
    r"(?:منذ|قبل) (?:[0-9]+ |[^ ]+ )?(?:ثوان|ثانيه|دقيقه|دقايق|دقيقتين|ساعه|ساعات|ساعتين|يوم|ايام|يومين|اسبوع|اسابيع|"
    r"اسبوعين|شهر|شهرين|اشهر|شهور|سنه|سنوات|سنتين|عام|اعوام)(?: واحده?)?"
)

_WITH_DATE = re.compile(
    r"(?:ال)?(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)|\d{1,2}[:.]\d{2}(?::\d{2})?|صباحا|مساء|بتوقيت(?: \w+){1,2}|"
    r"غرينتش|جرينتش|مكه|"
    r"المكرمه|القاهره|الساعه|\b[a-z]{1,4}\b|\b[صم]\b|\bيوم\b|[-,،|/().:·•+]|\d{1,2}[./ -]+\w+[./ -]+14\d\d ?ه?\w*"
)


def _day(year: str, month: int, day: str) -> str:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return ""


def _figures(match: re.Match[str]) -> str:
    first, second, year = match.groups()
    if int(first) > 12 or first.lstrip("0") == second.lstrip("0"):
        return _day(year, int(second), first) if 1 <= int(second) <= 12 else ""
    return _day(year, int(first), second) if int(second) > 12 else ""


_READINGS = (
    (_DAY_MONTH_YEAR, lambda m: _day(m[3], _NUMBER[m[2]], m[1])),
    (_MONTH_DAY_YEAR, lambda m: _day(m[3], _NUMBER[m[1]], m[2])),
    (_YEAR_FIRST, lambda m: _day(m[1], int(m[2]), m[3])),
    (_YEAR_LAST, _figures),
)
