"""The shapes of date expressions as regular expressions over folded text, built from the tables when first needed."""

from __future__ import annotations

import re
from functools import cache

from tui.analysis.facts.lexicon import pattern, table, words

_NEVER = "(?!)"


@cache
def form(name: str) -> re.Pattern[str]:
    """One of the shapes, compiled."""
    return re.compile(_expand(table("date_shapes")[name][1]))


def possible(text: str) -> list[str]:
    """The shapes that a text may have, by a cheap look, the surest first: what one takes the later ones leave alone."""
    seen: dict[str, bool] = {}
    names = []
    for name, (trigger, _) in table("date_shapes").items():
        if trigger not in seen:
            seen[trigger] = _occurs(trigger, text)
        if seen[trigger]:
            names.append(name)
    return names


def _occurs(trigger: str, text: str) -> bool:
    if trigger.startswith("<"):
        return _trigger(trigger).search(text) is not None
    return any(word in text for word in trigger.split("|"))


@cache
def _trigger(part: str) -> re.Pattern[str]:
    return re.compile(_expand(part))


def _expand(shape: str) -> str:
    parts = {"HEAD": _HEAD, "TAIL": _TAIL, **_parts()}
    while "<" in shape and (found := re.search(r"<([A-Z]+)>", shape)):
        shape = shape.replace(found.group(), parts[found.group(1)])
    return shape


@cache
def _month_name() -> re.Pattern[str]:
    return re.compile("|".join(sorted(table("months"), key=len, reverse=True)))


def month_names(text: str) -> list[str]:
    """The names in what was matched as a month: one, or two of one month (تموز/ يوليو)."""
    return _month_name().findall(text)


@cache
def _parts() -> dict[str, str]:
    months = table("months")
    bare = {name for name, row in months.items() if row[0] == "gregorian" and row[2].strip() == "bare"}
    hijri = {name for name, row in months.items() if row[0] == "hijri"}
    gregorian = set(months) - hijri

    def some(forms: set[str] | frozenset[str]) -> str:
        return "(?:" + "|".join(sorted(forms, key=len, reverse=True)) + ")" if forms else _NEVER

    return {
        "MONTH": some(gregorian) + rf"(?!\w)(?:\s?[/-]?\s?{some(gregorian)}(?!\w)|\s?\(\s?{some(gregorian)}\s?\))?",
        "ANYMONTH": some(gregorian),
        "GLUED": some(gregorian) + r"(?=\d)",  # ماي2017
        "BARE": some(bare),
        "HIJRI": some(hijri),
        "DAYNAME": some(words("times", "weekday")),
        "SHIFT": some(words("times", "shift")),
        "DAYREL": some(words("times", "day")),
        "UNIT": some(words("times", "unit")),
        "SEASON": some(words("times", "season")),
        "SEASONOF": "(?:" + "|".join(word.removeprefix("ال") for word in words("times", "season")) + ")",
        "DECADE": some(words("times", "decade")),
        "PART": some(words("times", "part")),
        "NTH": some(words("times", "nth")),
        "DAYWORD": "(?:" + pattern("times", "dayword") + ")",
        "LASTWORD": r"(?!العشرين\s|العشرون\s|الثلاثين\s)(?:" + pattern("times", "dayword") + ")",
        "DAY": r"(?<![\d.,٫/])(?:0?[1-9]|[12]\d|3[01])(?![\d.,٫]\d|\d)",
        "YEAR": r"(?:(?:1[3-9]|20)\d\d|1[0-2]\d\d(?=\s?<AD>))(?![\d.,٫]\d|\d)",
        "HOUR": r"(?:مساء|صباح|صبيحه|عشيه|بعد ظهر|ظهر|فجر|ليله|ليل|سهره|منتصف نهار|منتصف ليل|منتصف|نهار|ضحي)",
        "B": r"(?<!\w)(?:[ولبف]|لل(?=يوم))?",
        "G": r"(?:(?<!\w)(?:[ولبف]|لل(?=يوم))?|(?<=[ء-ي])(?=\d))",  # a figure may stand against the word before it
        "E": r"(?!\w)",
        "ANDWORD": r"\sو(?:" + pattern("times", "dayword") + ")",
        "TWOMONTHS": r"<ANYMONTH>.{1,24}?<ANYMONTH>",
        "TWONAMES": r"<DAYNAME>.{0,5}(?:و|الي)\s?(?:يوم\s)?<DAYNAME>",
        "SAME": r"\sمن\s(?P<sameyear>(?:العام|السنه)\s(?:نفسها?|ذاتها?)|(?:نفس|ذات)\s(?:العام|السنه))(?!\w)",
        "AD": r"م(?!\w|\.?\s?د(?!\w))",  # م.د is of money
        "ERAMARK": r"\d\s?م(?!\w)",
        "HIJRIMARK": r"\d\s?ه(?:جري|جريه)?(?!\w)",
        "LASTING": r"\d{3,4}\s?[-–]\s?\d{3,4}",
        "BC": r"(?:ق\s?\.?\s?م|قبل\sالميلاد|ه|هجري|هجريه)(?!\w)",
    }


_HEAD = (
    r"(?:<HOUR>\s?[،,]?\s)?(?:(?:يومي?|ايام|<DAYREL>)(?:\s?[،,])?\s)?"
    r"(?:(?P<name><DAYNAME>)(?:\s?[،,])?\s?(?:(?:الموافق|يوم|بتاريخ)\s(?:ل\s?)?)?)?"
)
_TAIL = (
    r"(?:\s?[،,]?\s?(?:من\s)?(?:عام|سنه|لسنه|لعام|العام|السنه)?\s?(?P<year><YEAR>)(?:\s?<AD>)?)?"
    r"(?:\s(?P<shift><SHIFT>)<E>|\s(?:من\s)?(?:العام|السنه)\s(?P<ofyear><SHIFT>)<E>|<SAME>)?"
)
