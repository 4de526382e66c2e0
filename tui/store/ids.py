"""Article ids: `day slot << 16 | number in the day`, so that ids in order are articles in date order.

An id fits 32 unsigned bits, for roaring bitmaps and flat files of ids. No id is 0. Slot 1 holds what came before 1900,
the last 63 hold articles without a date, and the one below them what comes after 2078. So an undated page that was just
saved and added stands on top of the list, where its reader looks for it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyroaring import BitMap

PER_SLOT = 1 << 16
"""Articles that one day can hold."""

_EARLIEST, _UNDATED = 1, 0xFFFF - 62
_FIRST = date(1900, 1, 1).toordinal() - _EARLIEST - 1
_LATEST = _UNDATED - 1
END = 1 << 32
"""All ids are below it."""


def slot(published: str) -> int:
    """The day slot of an ISO date of any precision (a month or year counts as its first day)."""
    day = parse_day(published)
    return _UNDATED if day is None else min(max(day.toordinal() - _FIRST, _EARLIEST), _LATEST)


def parse_day(published: str) -> date | None:
    """The first day of an ISO date of any precision; None for '' and for what is no date."""
    parts = published[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        return date(*([*numbers, 1, 1])[:3])
    except (ValueError, TypeError):
        return None


def slots_of(published: str) -> tuple[int, ...]:
    """The slots to try for an article, in order: one day's, or all of those without a date."""
    found = slot(published)
    return tuple(range(_UNDATED, END >> 16)) if found == _UNDATED else (found,)


def day_number(article: int) -> int:
    """The day slot of an id: the difference of two is the days between them."""
    return article >> 16


def around(slot: int, days: int) -> tuple[tuple[int, int], int]:
    """The ids, first and last, within some days of a day slot (all, for one without a date); the first undated id."""
    undated = _UNDATED << 16
    if slot >= _UNDATED:
        return (0, END), undated
    return (max(slot - days, 0) << 16, (min(slot + days + 1, _UNDATED) << 16) - 1), undated


def days_between(slot: int, other: int) -> int:
    """How many days lie between two day slots; 0 where one has no date."""
    return 0 if max(slot, other) >= _UNDATED else abs(slot - other)


def bounds(start: str, end: str) -> tuple[int, int]:
    """First id and last id + 1 of the articles published in `start` <= day < `end` ('' is open; undated never are)."""
    low = slot(start) if start else _EARLIEST
    return low << 16, (slot(end) if end else _UNDATED) << 16


def ends(articles: BitMap) -> tuple[str, str]:
    """The days of the first and the last article that has a date, ISO 8601; '' where none has."""
    low, high = bounds("", "")
    first, last = articles.rank(low - 1), articles.rank(high - 1)
    return ("", "") if first == last else (_iso(articles[first]), _iso(articles[last - 1]))


def _iso(article: int) -> str:
    return date.fromordinal(day_number(article) + _FIRST).isoformat()


def day_slot(article: int) -> int:
    """The slot of an article's day; one for all that have no date."""
    return min(article >> 16, _UNDATED)


def day_of(article: int) -> str:
    """The day of an article, ISO 8601; '' without a date, `…1899` and `2079…` for what lies beyond the slots."""
    slot = day_slot(article)
    beyond = {_EARLIEST: "…1899", _LATEST: "2079…", _UNDATED: ""}
    return beyond[slot] if slot in beyond else _iso(article)


def windows(article: int, days: int) -> tuple[tuple[int, int], ...]:
    """The day slots, first and last, of what may be told of the same days: within `days`, or without a date."""
    day = article >> 16
    if day >= _UNDATED:
        return ((0, END >> 16),)
    return ((day - days, day), (day + 1, min(day + days, _LATEST)), (_UNDATED, END >> 16))


def possible(article: int) -> bool:
    """Whether a number can be an article's id; SQLite has no room for all that Python calls a number."""
    return 0 < article < END
