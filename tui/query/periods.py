"""Dates of any precision as half-open periods."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tui.query.tables import MONTHS, RELATIVE

_ISO = re.compile(r"(?P<year>\d{4})(?:[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>\d{4})")
_NAMED = re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<name>\D+?)(?: (?P<year>\d{4}))?")
_APART = re.compile(r"[-_ ]+")
_SUNDAY = 6
"""`date.weekday` of the day with which a week begins, as in most Arab countries."""

Days = tuple[str, str]


def span(text: str, today: date) -> tuple[str, str, bool] | None:
    """First day and day after the last of a period, or from one period to another (`2021-07..2021-09`, `2021..`).

    Args:
        text: folded.
        today: what relative words count from.

    Returns:
        The days, ISO 8601, '' for open; and whether it was from one to another. None for what is no date.
    """
    first, dots, last = text.partition("..")
    if not dots:
        found = period(text, today)
        return found and (*found, False)
    if not first.strip() and not last.strip():
        return None
    start = period(first.strip(), today) if first.strip() else ("", "")
    end = period(last.strip(), today) if last.strip() else ("", "")
    return (start[0], end[1], True) if start and end else None


def period(text: str, today: date) -> Days | None:
    """First day and day after the last of a year, month, week or day, ISO 8601.

    Args:
        text: folded; `2021`, `2021-07`, `2021-07-28`, `28/7/2021`, `july 2021`, `28 يوليو 2021`, `يوليو` (the latest
            that has begun), `today`, `last week`; words are held together by blanks, dashes or low lines.
        today: what relative words count from.

    Returns:
        None for what is no date; '' in place of a day that the calendar does not reach.
    """
    if found := _ISO.fullmatch(text) or _DAY_FIRST.fullmatch(text):
        month, day = (int(found[name]) if found[name] else None for name in ("month", "day"))
        return _whole(int(found["year"]), month, day)
    text = _APART.sub(" ", text)
    if text in RELATIVE:
        return _relative(*RELATIVE[text], today)
    named = _NAMED.fullmatch(text)
    month = MONTHS.get(named["name"], 0) if named else 0
    if named is None or not month:
        return None
    year = int(named["year"] or today.year - (month > today.month))
    return _whole(year, month, int(named["day"]) if named["day"] else None)


def days(start: str, end: str) -> str:
    """A period as it is typed, the shortest way: `2021-07`, `2021-07-01..2021-07-03`.

    Args:
        start: its first day, ISO 8601.
        end: the day after its last one.
    """
    for text in (start[:4], start[:7], start):
        if period(text, date.min) == (start, end):
            return text
    return f"{_shortest(start, first=True)}..{ends(end)}"


def begins(day: str) -> str:
    """The longest period that begins on a day, as it is typed: `2021`, `2021-07`, `2021-07-28`."""
    return _shortest(day, first=True)


def ends(day: str) -> str:
    """The longest period that a day comes right after, likewise."""
    return _shortest(_before(day), first=False)


def _shortest(day: str, *, first: bool) -> str:
    """The longest period whose first or last day this is."""
    for text in (day[:4], day[:7]):
        found = period(text, date.min)
        if found and day == (found[0] if first else _before(found[1])):
            return text
    return day


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(1)).isoformat() if day else date.max.isoformat()


def _whole(year: int, month: int | None, day: int | None) -> Days | None:
    """A year, or a month of it, or a day of that; None for what the calendar has not."""
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return first.isoformat(), _after(first, whole_year=month is None, whole_month=day is None)


def _relative(unit: str, back: int, today: date) -> Days:
    if unit == "day":
        first = today - timedelta(back)
        return first.isoformat(), _after(first, whole_year=False, whole_month=False)
    if unit == "week":
        first = today - timedelta((today.weekday() - _SUNDAY) % 7 + 7 * back)
        return first.isoformat(), (first + timedelta(7)).isoformat()
    first = today.replace(month=1, day=1) if unit == "year" else today.replace(day=1)
    for _ in range(back):
        first = (first - timedelta(1)).replace(month=1, day=1) if unit == "year" else _month_before(first)
    return first.isoformat(), _after(first, whole_year=unit == "year", whole_month=True)


def _month_before(first: date) -> date:
    return (first - timedelta(1)).replace(day=1)


def _after(first: date, *, whole_year: bool, whole_month: bool) -> str:
    days = 366 if whole_year else 31 if whole_month else 1
    try:
        later = first + timedelta(days)
    except OverflowError:
        return ""
    if whole_year:
        later = later.replace(year=first.year + 1, month=1, day=1)
    elif whole_month:
        later = later.replace(day=1)
    return later.isoformat()
