"""What each shape of date means: from the groups of its match to EDTF bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts import calendars, date_cues, date_relative
from tui.analysis.facts.calendars import When
from tui.analysis.facts.date_found import Found

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_TURNED = 10


def resolve(shape: str, match: re.Match[str], anchor: date | None, previous: When | None) -> When | None:
    """The time that a match of a shape gives, or None where it is no date after all."""
    return _RULES[shape](Found(match, anchor, previous))


_DATED = ("year", "name", "rel", "shift", "ofyear", "sameyear")


def _day(found: Found) -> When | None:
    if "dayword" in found.groups and date_cues.PARTED.search(found.before):
        return None
    bare = not any(group in found.groups for group in _DATED)
    if bare and found.text.startswith((found.groups.get("day", "-"), "ال")) and date_cues.PLACE.search(found.before):
        return None
    if bare and found.groups["month"] == "اب" and not found.text[0].isdigit() and not found.text.startswith("ال"):
        return None  # أول أب is a father
    return _of_month(found, found.day, found.day)


def _days(found: Found) -> When | None:
    listed = [int(number) for number in re.findall(r"\d+", found.groups.get("list", ""))]
    first, last = found.day, found.number("last") or found.looked_up("lastword") or 0
    if found.groups.get("sep", "و") in ("و", "او"):
        first, last = min(first, last, *listed), max(first, last, *listed)
    return _of_month(found, first, last) if first < last else None


def _of_month(found: Found, first: int, last: int) -> When | None:
    month = found.month
    if not month:
        return None
    if "year" in found.groups:
        year, how = found.number("year"), "text"
    elif "sameyear" in found.groups:
        year, how = found.same_year, "text"
        if not year:
            return None
    elif "ofyear" in found.groups and found.anchor is not None:
        year, how = found.anchor.year + (found.looked_up("ofyear") or 0), "article_date"
    elif found.anchor is None:
        ok = calendars.valid(2000, month, last)
        return When(f"XXXX-{month:02}-{first:02}", f"XXXX-{month:02}-{last:02}", "day", "unresolved") if ok else None
    else:
        name, how = found.looked_up("name"), "article_date"
        near = found.looked_up("rel")
        shift = near if near is not None and near > 0 else found.shift
        year = calendars.year_of(found.anchor, month, first, shift, name)
        if shift is None and near is None and not date_cues.BEHIND.search(found.before):
            year = calendars.soon(found.anchor, month, last, name) or year
        today = calendars.valid(year, month, first)
        if near is not None and today is not None:  # أمس 8 نوفمبر, غدا 8 نوفمبر: the nearest such day
            years = (found.anchor.year - 1, found.anchor.year, found.anchor.year + 1)
            days = [one for one in (calendars.valid(one, month, first) for one in years) if one]
            year = min(days, key=lambda one: abs((one - found.anchor).days)).year  # type: ignore[operator]
    start, end = calendars.valid(year, month, first), calendars.valid(year, month, last)
    return None if start is None or end is None else When(start.isoformat(), end.isoformat(), "day", how)


def _month(found: Found) -> When | None:
    month = found.month
    return calendars.point(f"{found.number('year'):04}-{month:02}", "month", "text") if month else None


def _months(found: Found) -> When | None:
    """جانفي إلى مارس 2017, شهري مارس وأفريل الماضيين: the last month's year, or the one before, is the first's."""
    first, last = found.month, found.month_in("until")
    between = "pair" in found.groups or re.search(r"بين\s$", found.before)
    if not first or not last or first == last or not (between or found.groups["sign"] != "و"):
        return None
    if (
        "year" not in found.groups
        and "shift" not in found.groups
        and not (between or re.search(r"من\s$", found.before))
    ):
        return None
    if "year" in found.groups:
        year, how = found.number("year"), "text"
    elif found.anchor is None:
        return When(f"XXXX-{first:02}", f"XXXX-{last:02}", "month", "unresolved")
    else:
        year, how = calendars.year_of(found.anchor, last, 0, found.shift, None), "article_date"
    return When(f"{year - (first > last):04}-{first:02}", f"{year:04}-{last:02}", "month", how)


def _month_near(found: Found) -> When | None:
    if not found.month:
        return None
    if "sameyear" in found.groups:
        return calendars.point(f"{found.same_year:04}-{found.month:02}", "month", "text") if found.same_year else None
    if "ofyear" in found.groups and found.anchor is not None:
        year = found.anchor.year + (found.looked_up("ofyear") or 0)
        return calendars.point(f"{year:04}-{found.month:02}", "month", "article_date")
    if found.anchor is None:
        return calendars.point(f"XXXX-{found.month:02}", "month", "unresolved")
    year = calendars.year_of(found.anchor, found.month, 0, found.shift, None)
    return calendars.point(f"{year:04}-{found.month:02}", "month", "article_date")


def _numeric(found: Found) -> When | None:
    a, b, c = found.groups["a"], found.groups["b"], found.groups["c"]
    if len(a) == 4:
        value = calendars.valid(int(a), int(b), int(c))
    elif len(c) == 4 and len(a) < 3:
        value = calendars.valid(int(c), int(b), int(a)) or calendars.valid(int(c), int(a), int(b))
    else:
        return None
    return None if value is None or not 1000 < value.year < 2200 else calendars.day(value, "text")


def _same(found: Found) -> When | None:
    day = found.day
    shift = found.looked_up("shift")
    base = "" if found.previous is None else found.previous.end[:7]
    if shift is not None:
        base = "" if found.anchor is None else calendars.unit(found.anchor, "month", shift).start
    if not base or len(base) < 7 or not base[5:7].isdigit():
        return calendars.point("", "day", "unresolved") if not base else None
    if not base[:4].isdigit():
        return calendars.point(f"{base}-{day:02}", "day", "unresolved")
    value = calendars.valid(int(base[:4]), int(base[5:7]), day)
    last = calendars.valid(int(base[:4]), int(base[5:7]), max(day, found.number("last")))
    if value is None or last is None:
        return None
    return When(value.isoformat(), last.isoformat(), "day", "article_date" if shift is not None else "text")


def _part(found: Found) -> When | None:
    nth, parts = found.looked_up("nth"), found.looked_up("part")
    year, how = found.number("year"), "text"
    if not year:
        if found.anchor is None:
            return calendars.point("", "quarter" if parts == 4 else "half", "unresolved")
        year, how = found.anchor.year + (found.looked_up("shift") or 0), "article_date"
    last_half = parts == 2 and nth == 4  # النصف الأخير
    return calendars.part(year, parts or 4, 2 if last_half else nth or 1, how)


def _decade(found: Found) -> When | None:
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


def _years(found: Found) -> When | None:
    first, last, sign = found.number("year"), found.groups["until"], found.groups["sign"]
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if len(last) == 2 and sign not in "-–/":
        return None
    if sign == "و" and "pair" not in found.groups and not re.search(r"بين\s?$", found.before):
        return None
    if sign in "-–/" and until < first <= until + _TURNED:  # 2018/2017, as it is seen from the right
        first, until = until, first
    return When(f"{first:04}", f"{until:04}", "year", "text") if first < until <= first + 100 else None


def _reign(found: Found) -> When | None:
    """(1625-1649 م): the years of a life, a reign, a dynasty."""
    first, until = found.number("year"), found.number("until")
    return When(f"{first:04}", f"{until:04}", "year", "text") if first < until else None


def _since(found: Found) -> When | None:
    return When(f"{found.number('year'):04}", "..", "year", "text")


def _year(found: Found) -> When | None:
    return calendars.point(f"{found.number('year'):04}", "year", "text")


def _bare_year(found: Found) -> When | None:
    if re.search(r"(?:رقم|عدد|من|نحو|حوالي|قرابه|زهاء|عن|حجز|مبلغ|قيمه|قناه|فصل|الفصل)\s\(?$", found.before):
        word = found.before.split()[-1] if found.before.split() else ""
        if word != "من" or date_cues.COUNTED.match(found.after):
            return None
    return None if date_cues.COUNTED.match(found.after) and not date_cues.YEARLY.search(found.before) else _year(found)


def _hijri(found: Found) -> When | None:
    if "dayword" in found.groups and date_cues.PARTED.search(found.before):
        return None
    if "year" in found.groups and not calendars.HIJRI[0] <= found.number("year") <= calendars.HIJRI[1]:
        return calendars.point("", "day" if found.day else "month", "unresolved")
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
        following = calendars.hijri(year + 1, found.month, found.day, how)
        for one in (when, following) if shift is None else ():
            if one is not None and calendars.nears(found.anchor, one.start):
                return one
        if when is not None and shift != 0 and (ahead if shift != 1 else when.end < found.anchor.isoformat()):
            year += 1 if shift == 1 else -1
    return calendars.hijri(year, found.month, found.day, how)


def _hijri_year(found: Found) -> When | None:
    if not calendars.HIJRI[0] <= found.number("year") <= calendars.HIJRI[1]:
        return calendars.point("", "year", "unresolved")
    return calendars.hijri(found.number("year"), 0, 0, "text")


_RULES: dict[str, Callable[[Found], When | None]] = {
    "hijri": _hijri,
    "hijri_year": _hijri_year,
    "numeric": _numeric,
    "days": _days,
    "day_pair": _days,
    "name_pair": _days,
    "daywords": _days,
    "day": _day,
    "months": _months,
    "same": _same,
    "month": _month,
    "month_shift": _month_near,
    "month_word": _month_near,
    "month_bare": _month_near,
    "part": _part,
    "decade": _decade,
    "season": date_relative.season,
    "pair_years": _reign,
    "years": _years,
    "reign": _reign,
    "reign_era": _reign,
    "since": _since,
    "year": _year,
    "daynames": date_relative.daynames,
    "dayname": date_relative.dayname,
    "ago": date_relative.ago,
    "dayrel": date_relative.dayrel,
    "unit": date_relative.unit,
    "stop_year": _year,
    "era_year": _year,
    "bare_year": _bare_year,
}
