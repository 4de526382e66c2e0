"""Where an entity occurs: under which names and why, and when."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.model import Period, SeenName
from tui.store import facts, ids

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from pyroaring import BitMap

_DAYS, _MONTHS = 62, 48
"""So many days are told one by one, so many months likewise; of a longer time the years."""
_YEARS = 60


def names(connection: sqlite3.Connection, entity: str, articles: Iterable[int]) -> tuple[SeenName, ...]:
    """What an entity (its id) is called in some articles, by falling count."""
    reasons: dict[str, Counter[str]] = {}
    for article in articles:
        for mention in facts.mentions(connection, article):
            if mention.entity == entity:
                reasons.setdefault(" ".join(mention.surface.split()), Counter())[mention.reason] += 1
    for surface in [one for one in reasons if f"ا{one}" in reasons]:  # للرئيس, whose article lost its alef
        reasons[f"ا{surface}"] += reasons.pop(surface)
    seen = (SeenName(surface, why.total(), tuple(why.most_common())) for surface, why in reasons.items())
    return tuple(sorted(seen, key=lambda one: -one.count))


def periods(articles: BitMap) -> tuple[Period, ...]:
    """Days, months or years, whatever makes a short list, from the first dated article to the last."""
    first, last = ids.ends(articles)
    if not first:
        return ()
    starts = [*_starts(date.fromisoformat(first), date.fromisoformat(last))]
    found = []
    for start, end in pairwise(starts):
        low, high = ids.bounds(start, end)
        found.append(Period(start, articles.range_cardinality(low, high)))
    return tuple(found)


def _starts(first: date, last: date) -> Iterator[str]:
    """The ISO dates at which the periods begin, and the one at which the last of them ends."""
    if (last - first).days < _DAYS:
        for day in range(first.toordinal(), last.toordinal() + 2):
            yield date.fromordinal(day).isoformat()
        return
    month, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    if end - month < _MONTHS:
        for number in range(month, end + 2):
            yield f"{number // 12:04}-{number % 12 + 1:02}"
        return
    for year in range(max(first.year, last.year - _YEARS + 1), last.year + 2):
        yield f"{year:04}"
