"""Calendar arithmetic for dates that texts give in part or relative to the article's day.

Answers are EDTF: days `2021-07-28`, months `2021-07`, years `2021`, weeks `2021-W30`, seasons `2021-22`; where the year
cannot be told `XXXX` stands for it. Decades, quarters, halves and Hijri months and years give their first and last day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_WEEK = 7
_SOON = 100  # days ahead within which a day without its year is the next one rather than last year's
HIJRI = (1343, 1500)
"""The Hijri years that the Umm al-Qura calendar has."""


class When(NamedTuple):
    """A resolved time: EDTF bounds, `precision` (day, week, month, season, quarter, half, year, decade), and `how`."""

    start: str
    end: str
    precision: str
    how: str


def point(value: str, precision: str, how: str) -> When:
    """A time whose two bounds are one EDTF value."""
    return When(value, value, precision, how)


def day(value: date, how: str) -> When:
    """One day."""
    return point(value.isoformat(), "day", how)


def valid(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none such."""
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return date(year, month, number)


def weekday(anchor: date, number: int, shift: int | None) -> date:
    """A weekday near the anchor: on or before it, strictly before for shift -1, strictly after for 1."""
    back = (anchor.weekday() - number) % _WEEK
    if shift is not None and shift > 0:
        return anchor + timedelta(_WEEK - back)
    return anchor - timedelta(back or (_WEEK if shift is not None and shift < 0 else 0))


def year_of(anchor: date, month: int, number: int, shift: int | None, name: int | None) -> int:
    """The year of a day and month (a number of 0 is the month alone) that a text gives without one.

    A weekday beside it (`name`) decides where it can; else the last such day, the next one for shift 1, this year's
    for 0.
    """
    if name is not None and number:
        near = (anchor.year, anchor.year - 1, anchor.year + 1)
        match = (year for year in near if (found := valid(year, month, number)) and found.weekday() == name)
        year = next(match, None)
        if year is not None:
            return year
    if shift == 0:
        return anchor.year
    here = (month, number) if number else (month, 0)
    now = (anchor.month, anchor.day) if number else (anchor.month, 0)
    if shift is not None and shift > 0:
        return anchor.year + (here < now or (here == now and not number))
    if shift is not None and shift < 0:
        return anchor.year - (here >= now)
    return anchor.year - (here > now)


def soon(anchor: date, month: int, number: int, name: int | None) -> int | None:
    """The year of the next such day where it is near; of 1,500 such days in news nearly all were meant so."""
    for year in (anchor.year, anchor.year + 1):
        found = valid(year, month, number)
        if found is not None and 0 <= (found - anchor).days <= _SOON and name in (None, found.weekday()):
            return year
    return None


def nears(anchor: date, day: str) -> bool:
    """Whether a day lies ahead of the anchor, but near."""
    return 0 <= (date.fromisoformat(day) - anchor).days <= _SOON // 2


def later(first: When, last: When) -> When:
    """A stretch from a weekday to one that is the next after it."""
    end = date.fromisoformat(last.end) + timedelta(_WEEK)
    return first._replace(end=end.isoformat())


def unit(anchor: date, name: str, shift: int) -> When:
    """The week, month or year `shift` steps from the anchor's."""
    if name == "week":
        iso = (anchor + timedelta(_WEEK * shift)).isocalendar()
        return point(f"{iso.year:04}-W{iso.week:02}", "week", "article_date")
    if name == "month":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
        return point(f"{year:04}-{month + 1:02}", "month", "article_date")
    return point(f"{anchor.year + shift:04}", "year", "article_date")


def season(anchor: date, code: str, shift: int) -> When:
    """This, the last or the next season of a kind; a winter is named by the year of its December."""
    first = {"21": 3, "22": 6, "23": 9, "24": 12}[code]
    year = anchor.year
    if code == "24" and anchor.month < 3 and shift <= 0:
        year -= 1
    if shift < 0 and anchor.month < first + 3:
        year -= 1
    if shift > 0 and anchor.month >= first:
        year += 1
    return point(f"{year:04}-{code}", "season", "article_date")


def part(year: int, parts: int, nth: int, how: str) -> When | None:
    """The nth quarter (of 4 parts) or half (of 2) of a year, as its first and last day."""
    if nth > parts:
        return None
    months = 12 // parts
    last = nth * months
    start, end = date(year, last - months + 1, 1), date(year, last, monthrange(year, last)[1])
    return When(start.isoformat(), end.isoformat(), "quarter" if parts == 4 else "half", how)


def decade(first: int) -> When:
    """The ten years from `first` on."""
    return When(f"{first:04}-01-01", f"{first + 9:04}-12-31", "decade", "text")


def bounds(start: str, end: str) -> tuple[date, date] | None:
    """The first and last day of an EDTF time; None for one without a year."""
    first, last = _days(start), _days(end) if end not in ("", "..") else (date.max, date.max)
    return None if first is None or last is None else (first[0], last[1])


def _days(value: str) -> tuple[date, date] | None:
    try:
        if len(value) == 10:
            return date.fromisoformat(value), date.fromisoformat(value)
        year = int(value[:4])
        if value[5:6] == "W":
            return date.fromisocalendar(year, int(value[6:]), 1), date.fromisocalendar(year, int(value[6:]), 7)
        number = int(value[5:7] or 0)
        if number > 20:
            first = {21: 3, 22: 6, 23: 9, 24: 12}[number]
            return date(year, first, 1), date(year + (first == 12), (first + 2) % 12 or 12, 28)
        return date(year, number or 1, 1), date(year, number or 12, monthrange(year, number or 12)[1])
    except (ValueError, KeyError):  # XXXX, or not a time
        return None


def hijri(year: int, month: int, number: int, how: str) -> When | None:
    """A Hijri day, month (`number` 0) or year (`month` 0) as Gregorian days, by the Umm al-Qura calendar."""
    from hijridate import Hijri

    try:
        first = Hijri(year, month or 1, number or 1)
        last = Hijri(year, month or 12, 1)
        last_day = number or last.month_length()
        until = Hijri(year, month or 12, last_day)
    except (ValueError, OverflowError):  # outside of the tables (1343-1500) or of the month
        return None
    precision = "day" if number else "month" if month else "year"
    return When(first.to_gregorian().isoformat(), until.to_gregorian().isoformat(), precision, how)


def hijri_year(anchor: date) -> int:
    """The Hijri year of a day."""
    from hijridate import Gregorian

    return int(Gregorian(anchor.year, anchor.month, anchor.day).to_hijri().year)
