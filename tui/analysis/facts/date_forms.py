"""The shapes of date expressions as regular expressions over folded text, built from the tables when first needed."""

from __future__ import annotations

import re
from functools import cache

from tui.analysis.facts.lexicon import pattern, table, words

_NEVER = "(?!)"


@cache
def form(name: str) -> re.Pattern[str]:
    """One of the shapes of `_SHAPES`, compiled."""
    return re.compile(_expand(_SHAPES[name]))


def names() -> tuple[str, ...]:
    """The shapes, the surest first: what one has taken the later ones leave alone."""
    return tuple(_SHAPES)


def possible(name: str, text: str) -> bool:
    """False where a text surely has no such date: a cheap look before the search."""
    trigger = _TRIGGERS.get(name)
    return trigger is None or any(word in text for word in trigger)


def _expand(shape: str) -> str:
    parts = _parts()
    while "<" in shape and (found := re.search(r"<([A-Z]+)>", shape)):
        shape = shape.replace(found.group(), parts[found.group(1)])
    return shape


@cache
def _parts() -> dict[str, str]:
    months = table("months")
    bare = {name for name, row in months.items() if row[0] == "gregorian" and row[2].strip() == "bare"}
    hijri = {name for name, row in months.items() if row[0] == "hijri"}
    gregorian = set(months) - hijri

    def some(forms: set[str] | frozenset[str]) -> str:
        return "(?:" + "|".join(sorted(forms, key=len, reverse=True)) + ")" if forms else _NEVER

    return {
        "MONTH": some(gregorian) + r"(?!\w)(?:\s?/\s?" + some(gregorian) + r"(?!\w))?",
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
        "DAY": r"(?<![\d.,٫/])(?:0?[1-9]|[12]\d|3[01])(?![\d.,٫]\d|\d)",
        "YEAR": r"(?:1[3-9]|20)\d\d(?![\d.,٫]\d|\d)",
        "HOUR": r"(?:مساء|صباح|صبيحه|عشيه|بعد ظهر|ظهر|فجر|ليله|ليل|سهره|منتصف نهار|منتصف ليل|منتصف|نهار|ضحي)",
        "B": r"(?<!\w)(?:[ولبف]|لل(?=يوم))?",
        "E": r"(?!\w)",
    }


_HEAD = (
    r"(?:<HOUR>\s)?(?:(?:يومي?|ايام|<DAYREL>)\s)?"
    r"(?:(?P<name><DAYNAME>)(?:\s?[،,])?\s?(?:(?:الموافق|يوم|بتاريخ)\s(?:ل\s?)?)?)?"
)
_TAIL = r"(?:\s?[،,]?\s?(?:من\s)?(?:عام|سنه|لسنه|لعام)?\s?(?P<year><YEAR>)(?:\s?م(?!\w))?)?(?:\s(?P<shift><SHIFT>)<E>)?"

# Named groups: name (weekday), day, last (a second day), dayword, month, year, shift, rel, unit, season, decade, part, nth.
_SHAPES = {
    "hijri": rf"<B>(?P<whole>{_HEAD}(?:(?P<day><DAY>)|(?P<dayword><DAYWORD>))?\s?(?:من\s)?(?:شهر\s)?(?P<month><HIJRI>)<E>"
    r"(?:\s(?:عام\s|سنه\s|لعام\s)?(?P<year>1[34]\d\d)(?:\s?ه(?:جري|جريه)?(?!\w))?)?(?:\s(?P<shift><SHIFT>)<E>)?)",
    "hijri_year": r"<B>(?P<whole>(?:(?:عام|سنه)\s)?(?P<year>1[34]\d\d)\s?ه(?:جري|جريه)?(?!\w))",
    "numeric": r"(?<![\d/.-])(?P<whole>(?P<a>\d{1,4})(?P<sign>[-/.])(?P<b>\d{1,2})(?P=sign)(?P<c>\d{2,4}))(?![\d/-])",
    "days": rf"<B>(?P<whole>{_HEAD}(?P<day><DAY>)\s?(?:و|-|–|ـ|الي\sغايه|الي|حتي)\s?(?:يوم\s)?(?:(?P<middle>\d\d?)\s?و\s?)?"
    rf"(?P<last><DAY>)\s?(?:من\s)?(?:شهر\s)?(?P<month><MONTH>|<GLUED>){_TAIL})",
    "day": rf"<B>(?P<whole>{_HEAD}(?:(?P<day><DAY>)|(?P<dayword><DAYWORD>))\s?(?:من\s)?(?:شهر\s)?"
    rf"(?P<month><MONTH>|<GLUED>){_TAIL})",
    "same": rf"<B>(?P<whole>(?:{_HEAD})(?P<day><DAY>)\s(?:منه(?!\w)|من\s(?:الشهر\s(?P<shift><SHIFT>)|"
    r"نفس\sالشهر|ذات\sالشهر|الشهر\s(?:نفسه|ذاته)))<E>)",
    "month": r"<B>(?P<whole>(?:شهر\s)?(?P<month><MONTH>|<GLUED>)\s?(?:من\s)?(?:عام\s|سنه\s|لسنه\s|لعام\s)?(?P<year><YEAR>)"
    r"(?:\s?م(?!\w))?)",
    "month_shift": r"<B>(?P<whole>(?:شهر\s)?(?P<month><MONTH>)\s(?:من\sالعام\s|من\sالسنه\s)?(?P<shift><SHIFT>)<E>)",
    "month_word": r"<B>(?P<whole>شهر\s(?P<month><MONTH>))",
    "month_bare": r"(?:(?<=في\s)|(?<=منذ\s)|(?<=خلال\s)|(?<=حتي\s)|(?<=الي\s)|(?<=مطلع\s)|(?<=نهايه\s)|(?<=بدايه\s)|"
    r"(?<=اواخر\s)|(?<=موفي\s))(?P<whole>(?P<month><BARE>(?:\s?/\s?<BARE>)?))<E>(?!\s[\d(])",
    "part": r"<B>(?P<whole>(?P<part><PART>)\s(?P<nth><NTH>)\s(?:من\s|ل)(?:(?:عام\s|سنه\s|العام\s|السنه\s)?(?P<year><YEAR>)|"
    r"(?:العام|السنه)\s(?P<shift><SHIFT>)<E>|هذ[اه]\s(?:العام|السنه)<E>))",
    "decade": r"<B>(?P<whole>(?P<decade><DECADE>)<E>(?:\s(?:من\s)?القرن\s(?:(?P<shift><SHIFT>)|(?P<century>العشرين|الحادي والعشرين|التاسع عشر))<E>)?)",
    "season": r"<B>(?P<whole>(?:(?P<seasonof><SEASONOF>)\s(?:(?:عام\s|سنه\s)?(?P<year><YEAR>)|(?:العام|السنه)\s(?P<of><SHIFT>)<E>)|"
    r"هذا\s(?P<this><SEASON>)<E>|"
    r"(?P<season><SEASON>)\s(?P<shift><SHIFT>)<E>))",
    "years": r"(?<![\d.,/-])(?P<whole>(?:(?P<pair>عامي|سنتي|العامين|السنتين)\s)?(?P<year>(?:19|20)\d\d)"
    r"\s?(?P<sign>[-–/]|و|الي|حتي)\s?(?:عام\s|سنه\s)?(?P<until>(?:19|20)\d\d|\d\d))(?![\d/-]|\s?%|[.,٫]\d)",
    "since": r"<B>(?P<whole>منذ\s(?:عام\s|سنه\s|العام\s|السنه\s)?(?P<year>(?:1[5-9]|20)\d\d))(?![\d.,٫]\d|\d)",
    "year": r"<B>(?P<whole>(?:عام|سنه|العام|السنه|لسنه|لعام)\s(?P<year>(?:1[0-9]|20)\d\d))(?:\s?م(?!\w))?(?![\d.,٫]\d|\d)",
    "dayname": r"<B>(?P<whole>(?:<HOUR>\s)?(?:(?:يوم|(?P<rel><DAYREL>))\s)?(?P<name><DAYNAME>)<E>(?:\s(?P<shift><SHIFT>)<E>)?)",
    "ago": r"<B>(?P<whole>(?:منذ|قبل)\s(?:(?P<two>يومين)|(?P<count>\d\d?|ثلاثه|اربعه|خمسه|سته|سبعه)\sايام)(?!\w))",
    "dayrel": r"<B>(?P<whole>(?:<HOUR>\s)?(?:يوم\s)?(?P<rel><DAYREL>))<E>",
    "unit": r"<B>(?P<whole>(?:(?P<unit><UNIT>)\s(?P<shift><SHIFT>)<E>|هذ[اه]\s(?P<this><UNIT>)<E>))",
    "bare_year": r"(?<![\d.,٫/\-:])(?<!\w)(?P<proclitic>[ولب])?(?P<whole>(?P<year>(?:19[3-9]|20[0-4])\d))(?![\d.,٫/:]\d|\d|\s?[%٪])",
}

_YEARS = tuple(str(number) for number in (19, 20))
_TRIGGERS = {
    "hijri_year": ("13", "14"),
    "numeric": ("-", "/", "."),
    "same": ("منه", "الشهر"),
    "month_word": ("شهر",),
    "part": ("لربع", "لثلاثي", "لنصف", "لسداسي"),
    "decade": ("ينات", "ينيات"),
    "season": ("صيف", "شتاء", "ربيع", "خريف"),
    "years": _YEARS,
    "since": ("منذ",),
    "ago": ("ايام", "يومين"),
    "bare_year": _YEARS,
}
