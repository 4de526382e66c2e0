"""What dates mean that only the article's day resolves: weekdays, أمس, الأسبوع المقبل, هذا الصيف."""

from __future__ import annotations

import re
from datetime import timedelta

from tui.analysis.facts import calendars, date_cues
from tui.analysis.facts.calendars import When
from tui.analysis.facts.date_found import Found, value
from tui.analysis.facts.lexicon import group_of

_NUMBER = {"ثلاثه": 3, "اربعه": 4, "خمسه": 5, "سته": 6, "سبعه": 7, "ثمانيه": 8, "تسعه": 9, "عشره": 10}


def season(found: Found) -> When | None:
    """صيف 2021, هذا الصيف, الخريف القادم: with its year, or the one near the article."""
    if "year" in found.groups:
        code = value("seasonof", "ال" + found.groups["seasonof"])
        return calendars.point(f"{found.number('year'):04}-{code}", "season", "text")
    if "of" in found.groups:
        code, shift = value("seasonof", "ال" + found.groups["seasonof"]), value("shift", found.groups["of"])
        year = "XXXX" if found.anchor is None else f"{found.anchor.year + shift:04}"
        return calendars.point(f"{year}-{code}", "season", "unresolved" if found.anchor is None else "article_date")
    code = found.looked_up("season") or value("season", found.groups["this"])
    if found.anchor is None:
        return calendars.point(f"XXXX-{code}", "season", "unresolved")
    return calendars.season(found.anchor, str(code), found.looked_up("shift") or 0)


def dayname(found: Found) -> When | None:
    """A weekday, alone or with أمس and غدا: the nearest on or before the article, or after it."""
    if date_cues.NAMED.search(found.before) and "rel" not in found.groups:
        return None
    if found.anchor is None:
        return calendars.point("", "day", "unresolved")
    near = found.looked_up("rel")
    shift = found.looked_up("shift")
    if shift is None and near is not None:
        shift = 1 if near > 0 else -1 if near < 0 else None
    number = found.looked_up("name") or 0
    if re.search("[،,]", found.text) and near is not None:  # اليوم، الجمعة: only if it is one day
        day = found.anchor + timedelta(near)
        return calendars.day(day, "article_date") if shift in (None, -1, 1) and day.weekday() == number else None
    if shift is None and near is None and date_cues.AHEAD.search(found.before) and found.anchor.weekday() != number:
        shift = 1
    return calendars.day(calendars.weekday(found.anchor, number, shift), "article_date")


def daynames(found: Found) -> When | None:
    """يومي السبت والأحد القادمين: two weekdays that are one stretch."""
    plural = found.groups.get("shift", "").endswith("ين")
    if "pair" not in found.groups and not plural:
        return None
    if found.anchor is None:
        return calendars.point("", "day", "unresolved")
    first, last = found.looked_up("name") or 0, found.looked_up("name2") or 0
    gap = timedelta((last - first) % 7)
    shift = found.shift
    if shift is not None and shift > 0:
        start = calendars.weekday(found.anchor, first, 1)
        return When(start.isoformat(), (start + gap).isoformat(), "day", "article_date")
    end = calendars.weekday(found.anchor, last, shift)
    return When((end - gap).isoformat(), end.isoformat(), "day", "article_date")


def dayrel(found: Found) -> When | None:
    """أمس, غدا, اليوم and what else counts from the article's day."""
    rel = found.looked_up("rel") or 0
    today = found.groups["rel"] in ("اليوم", "الليله")
    meant = date_cues.ADJECTIVE.match(found.after) or date_cues.NAMED.search(found.before)
    if today and (meant or date_cues.AMONG.search(found.before)):
        return None
    if found.text == "هذا اليوم":
        return None
    if found.anchor is None:
        return calendars.point("", "day", "unresolved")
    return calendars.day(found.anchor + timedelta(rel), "article_date")


def ago(found: Found) -> When | None:
    """قبل ثلاثة أيام: a day counted back from the article."""
    if found.anchor is None:
        return calendars.point("", "day", "unresolved")
    count = found.groups.get("count", "2")
    return calendars.day(found.anchor - timedelta(_NUMBER.get(count) or int(count)), "article_date")


def unit(found: Found) -> When | None:
    """الأسبوع الماضي, هذا الشهر: a week, month or year near the article."""
    word = found.groups.get("unit") or found.groups["this"]
    name = group_of("times", "unit")[word]
    if found.anchor is None:
        return calendars.point("", name, "unresolved")
    return calendars.unit(found.anchor, name, found.looked_up("shift") or 0)
