"""Dates of any precision as half-open periods."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")


def period(text: str) -> tuple[str, str] | None:
    """First day and day after the last of a year, month or day, ISO 8601.

    Args:
        text: folded; `2021`, `2021-07`, `2021-07-28`, or with slashes.

    Returns:
        None for what is no date; '' in place of a day that the calendar does not reach.
    """
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month if found[2] else 1, day if found[3] else 1)
    except ValueError:
        return None
    return first.isoformat(), _after(first, whole_year=not found[2], whole_month=not found[3])


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
