"""What each shape of date means: from the groups of its match to EDTF bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts import calendars
from tui.analysis.facts.calendars import When
from tui.analysis.facts.lexicon import group_of, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

# What points ahead before a date: سوف, a verb in سـ (not سيارة, سنوات, ستين ...), and words of planning.
_AHEAD = re.compile(
    r"(?:^|\s)(?:سوف|[وف]?س(?:[يت](?!ار|اس|اح|د|ن\b|نما|ر\b|ره|ناريو|ون\b|ين\b|ماي)|ن(?!و|ه\b|د|ا|تين))\w{3,}|"
    r"(?:ال)?(?:مقرر|مزمع|منتظر|مرتقب|مبرمج)\w?|ينتظر|يرتقب|"
    r"[يت]تجاوز|اقصاه|موعد\w*|المقبل|القادم)(?!\w)"
)
_REACH = 70  # how far before a date such a word is looked for, in code points
_MEANT_AS_NAME = re.compile(r"(?:هذا|ذلك|ذاك|نفس|ذات|كامل|طوال|طيله|مدار|عيد|صلاه|جامع|مسجد|خطبه)\s$")
# A place named after a day: مدينة 15 مايو, المركب الشبابي 17 ديسمبر.
_PLACE = re.compile(
    r"(?:مدينه|شارع|نهج|ساحه|ميدان|حي|ملعب|مركب|مستشفي|جسر|كوبري|جامعه|قاعه|مدرسه|معهد|مطار|سد|حديقه|محور|حركه)\s"
    r"(?:ال\w+\s)?$"
)
_YEARLY = re.compile(r"(?:يورو|باكالوريا|البكالوريا|مونديال|افريقيا|العالم|ميزانيه|الماليه|صابه|موسم|دوره|بعنوان)\s$")
_COUNTED = re.compile(r"\s?(?!ال|س[يت]|و|ف[ي]?\s|من\s|الي\s|علي\s|عن\s|مع\s|بعد\s|قبل\s|ب|ل|الا)[^\W\d]{3,}")
_NUMBER = {"ثلاثه": 3, "اربعه": 4, "خمسه": 5, "سته": 6, "سبعه": 7}


def resolve(shape: str, match: re.Match[str], anchor: date | None, previous: When | None) -> When | None:
    """The time that a match of a shape gives, or None where it is no date after all."""
    return _RULES[shape](_Found(match, anchor, previous))


class _Found:
    """A match with what its groups say."""

    def __init__(self, match: re.Match[str], anchor: date | None, previous: When | None) -> None:
        self.anchor = anchor
        self.previous = previous
        self.groups = {key: value for key, value in match.groupdict().items() if value is not None}
        before = match.string[max(0, match.start("whole") - _REACH) : match.start("whole")]
        self.before = re.split(r"[.؟!؛]\s", before)[-1]
        self.after = match.string[match.end("whole") : match.end("whole") + 20]
        self.text = match.group("whole")

    def number(self, group: str) -> int:
        return int(self.groups.get(group, 0))

    def looked_up(self, group: str) -> int | None:
        word = self.groups.get(group)
        return None if word is None else _value(group, word)

    @property
    def month(self) -> int:
        return int(table("months")[self.groups["month"].split("/")[0].strip()][1])

    @property
    def day(self) -> int:
        return self.number("day") or self.looked_up("dayword") or 0

    @property
    def shift(self) -> int | None:
        shift = self.looked_up("shift")
        return 1 if shift is None and _AHEAD.search(self.before) else shift


_GROUPS = {"name": "weekday", "rel": "day", "this": "unit", "seasonof": "season"}


def _value(group: str, word: str) -> int:
    return int(group_of("times", _GROUPS.get(group, group))[word])


def _day(found: _Found) -> When | None:
    if "year" not in found.groups and found.text[0].isdigit() and _PLACE.search(found.before):
        return None
    return _of_month(found, found.day, found.day)


def _days(found: _Found) -> When | None:
    first, last = found.number("day"), found.number("last")
    return _of_month(found, first, last) if first < last else None


def _of_month(found: _Found, first: int, last: int) -> When | None:
    month = found.month
    if "year" in found.groups:
        year, how = found.number("year"), "text"
    elif found.anchor is None:
        ok = calendars.valid(2000, month, last)
        return When(f"XXXX-{month:02}-{first:02}", f"XXXX-{month:02}-{last:02}", "day", "unresolved") if ok else None
    else:
        name, how = found.looked_up("name"), "article_date"
        near = found.looked_up("rel")
        shift = near if near is not None and near > 0 else found.shift
        year = calendars.year_of(found.anchor, month, first, shift, name)
        today = calendars.valid(year, month, first)
        if near is not None and today is not None:  # أمس 8 نوفمبر, غدا 8 نوفمبر: the nearest such day
            years = (found.anchor.year - 1, found.anchor.year, found.anchor.year + 1)
            days = [one for one in (calendars.valid(one, month, first) for one in years) if one]
            year = min(days, key=lambda one: abs((one - found.anchor).days)).year  # type: ignore[operator]
    start, end = calendars.valid(year, month, first), calendars.valid(year, month, last)
    return None if start is None or end is None else When(start.isoformat(), end.isoformat(), "day", how)


def _month(found: _Found) -> When | None:
    return calendars.point(f"{found.number('year'):04}-{found.month:02}", "month", "text")


def _month_near(found: _Found) -> When | None:
    if found.anchor is None:
        return calendars.point(f"XXXX-{found.month:02}", "month", "unresolved")
    year = calendars.year_of(found.anchor, found.month, 0, found.shift, None)
    return calendars.point(f"{year:04}-{found.month:02}", "month", "article_date")


def _numeric(found: _Found) -> When | None:
    a, b, c = found.groups["a"], found.groups["b"], found.groups["c"]
    if len(a) == 4:
        value = calendars.valid(int(a), int(b), int(c))
    elif len(c) == 4 and len(a) < 3:
        value = calendars.valid(int(c), int(b), int(a)) or calendars.valid(int(c), int(a), int(b))
    else:
        return None
    return None if value is None or not 1000 < value.year < 2200 else calendars.day(value, "text")


def _same(found: _Found) -> When | None:
    day = found.number("day")
    shift = found.looked_up("shift")
    base = "" if found.previous is None else found.previous.end[:7]
    if shift is not None:
        base = "" if found.anchor is None else calendars.unit(found.anchor, "month", shift).start
    if not base or len(base) < 7 or not base[5:7].isdigit():
        return calendars.point("", "day", "unresolved") if not base else None
    if not base[:4].isdigit():
        return calendars.point(f"{base}-{day:02}", "day", "unresolved")
    value = calendars.valid(int(base[:4]), int(base[5:7]), day)
    return None if value is None else calendars.day(value, "article_date" if shift is not None else "text")


def _part(found: _Found) -> When | None:
    nth, parts = found.looked_up("nth"), found.looked_up("part")
    year, how = found.number("year"), "text"
    if not year:
        if found.anchor is None:
            return calendars.point("", "quarter" if parts == 4 else "half", "unresolved")
        year, how = found.anchor.year + (found.looked_up("shift") or 0), "article_date"
    last_half = parts == 2 and nth == 4  # النصف الأخير
    return calendars.part(year, parts or 4, 2 if last_half else nth or 1, how)


def _decade(found: _Found) -> When | None:
    tens = found.looked_up("decade") or 0
    century = 1900
    if found.groups.get("century") == "التاسع عشر":
        century = 1800
    elif found.groups.get("century") == "الحادي والعشرين" or found.looked_up("shift") == 0:
        century = 2000
    elif "century" not in found.groups and "shift" not in found.groups and tens < 40:
        return None  # في الثلاثينات: of a life rather than of a century
    if "القرن" not in found.text and re.search(r"(?:عمر|العمر|سن)\w*\s(?:\S+\s)?$", found.before):
        return None
    return calendars.decade(century + tens)


def _season(found: _Found) -> When | None:
    if "year" in found.groups:
        code = _value("seasonof", "ال" + found.groups["seasonof"])
        return calendars.point(f"{found.number('year'):04}-{code}", "season", "text")
    if "of" in found.groups:
        code, shift = _value("seasonof", "ال" + found.groups["seasonof"]), _value("shift", found.groups["of"])
        year = "XXXX" if found.anchor is None else f"{found.anchor.year + shift:04}"
        return calendars.point(f"{year}-{code}", "season", "unresolved" if found.anchor is None else "article_date")
    code = found.looked_up("season") or _value("season", found.groups["this"])
    if found.anchor is None:
        return calendars.point(f"XXXX-{code}", "season", "unresolved")
    return calendars.season(found.anchor, str(code), found.looked_up("shift") or 0)


def _years(found: _Found) -> When | None:
    first, last, sign = found.number("year"), found.groups["until"], found.groups["sign"]
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if len(last) == 2 and sign not in "-–/":
        return None
    if sign == "و" and "pair" not in found.groups and not re.search(r"بين\s$", found.before):
        return None
    return When(f"{first:04}", f"{until:04}", "year", "text") if first < until <= first + 100 else None


def _since(found: _Found) -> When | None:
    return When(f"{found.number('year'):04}", "..", "year", "text")


def _year(found: _Found) -> When | None:
    return calendars.point(f"{found.number('year'):04}", "year", "text")


def _bare_year(found: _Found) -> When | None:
    if re.search(r"(?:رقم|عدد|من|نحو|حوالي|قرابه|زهاء|عن|حجز|مبلغ|قيمه|قناه|فصل|الفصل)\s\(?$", found.before):
        word = found.before.split()[-1] if found.before.split() else ""
        if word != "من" or _COUNTED.match(found.after):
            return None
    return None if _COUNTED.match(found.after) and not _YEARLY.search(found.before) else _year(found)


def _dayname(found: _Found) -> When | None:
    if _MEANT_AS_NAME.search(found.before) and "rel" not in found.groups:
        return None
    if found.anchor is None:
        return calendars.point("", "day", "unresolved")
    near = found.looked_up("rel")
    shift = found.looked_up("shift")
    if shift is None and near is not None:
        shift = 1 if near > 0 else -1 if near < 0 else None
    if shift is None and near is None and _AHEAD.search(found.before):
        shift = 1
    return calendars.day(calendars.weekday(found.anchor, found.looked_up("name") or 0, shift), "article_date")


def _dayrel(found: _Found) -> When | None:
    rel = found.looked_up("rel") or 0
    today = found.groups["rel"] == "اليوم"
    named = re.match(r"\s(?:ال(?:اول|ثان|ثالث|رابع|خامس|عالمي|وطني|دراسي|موالي|تالي|نفس)|نفس)", found.after)
    if today and (named or _MEANT_AS_NAME.search(found.before) or re.search(r"(?:خلال|في|مره|علي)\s$", found.before)):
        return None
    if found.anchor is None:
        return calendars.point("", "day", "unresolved")
    from datetime import timedelta

    return calendars.day(found.anchor + timedelta(rel), "article_date")


def _ago(found: _Found) -> When | None:
    if found.anchor is None:
        return calendars.point("", "day", "unresolved")
    from datetime import timedelta

    count = found.groups.get("count", "2")
    return calendars.day(found.anchor - timedelta(_NUMBER.get(count) or int(count)), "article_date")


def _unit(found: _Found) -> When | None:
    word = found.groups.get("unit") or found.groups["this"]
    name = group_of("times", "unit")[word]
    if found.anchor is None:
        return calendars.point("", name, "unresolved")
    return calendars.unit(found.anchor, name, found.looked_up("shift") or 0)


def _hijri(found: _Found) -> When | None:
    if not (found.day or "year" in found.groups or "shift" in found.groups or "شهر" in found.text):
        return None
    year, how = found.number("year"), "text"
    if not year:
        if found.anchor is None:
            return calendars.point("", "day" if found.day else "month", "unresolved")
        year, how = calendars.hijri_year(found.anchor), "article_date"
        when = calendars.hijri(year, found.month, found.day, how)
        ahead = when is not None and when.start > found.anchor.isoformat()
        shift = found.shift
        if when is not None and shift != 0 and (ahead if shift != 1 else when.end < found.anchor.isoformat()):
            year += 1 if shift == 1 else -1
    return calendars.hijri(year, found.month, found.day, how)


def _hijri_year(found: _Found) -> When | None:
    return calendars.hijri(found.number("year"), 0, 0, "text")


_RULES: dict[str, Callable[[_Found], When | None]] = {
    "hijri": _hijri,
    "hijri_year": _hijri_year,
    "numeric": _numeric,
    "days": _days,
    "day": _day,
    "same": _same,
    "month": _month,
    "month_shift": _month_near,
    "month_word": _month_near,
    "month_bare": _month_near,
    "part": _part,
    "decade": _decade,
    "season": _season,
    "years": _years,
    "since": _since,
    "year": _year,
    "dayname": _dayname,
    "ago": _ago,
    "dayrel": _dayrel,
    "unit": _unit,
    "bare_year": _bare_year,
}
