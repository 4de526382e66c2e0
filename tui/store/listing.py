"""Articles in an order, and where in it the groups of a day or of an outlet begin: told from one set of articles."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.model import Group, Listing
from tui.store import ids, relevance
from tui.store.select import evaluate, ordered, outlet_by_outlet

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from pyroaring import BitMap

    from tui.model import Grouping, Order, QueryPart
    from tui.store.primitives import Primitives


def listing(
    connection: sqlite3.Connection, index: Primitives, query: QueryPart, order: Order, grouping: Grouping = ""
) -> Listing:
    """The articles that match in an order, and their groups; see `tui.library.Library.listing`.

    Args:
        connection: in a transaction.
        index: of the same transaction.
        query: which articles.
        order: which comes first.
        grouping: what those of a group have in common.
    """
    found = evaluate(index, query)
    if order == "relevance":
        if len(found) <= relevance.MOST:
            return Listing(array("I", relevance.ranked(connection, query, found)), found, order)
        order = "newest"
    if order == "source" and grouping == "source":
        return _outlets(connection, index, found)
    shown = ordered(index, found, order)
    if grouping == "day" and order in {"newest", "oldest"}:
        return Listing(shown, found, order, grouping, tuple(_days(shown, order)))
    return Listing(shown, found, order)


def _outlets(connection: sqlite3.Connection, index: Primitives, found: BitMap) -> Listing:
    names = dict(connection.execute("SELECT id, name FROM outlet").fetchall())
    shown, groups = array("I"), []
    for outlet, own in outlet_by_outlet(index, found):
        groups.append(Group(len(shown), names.get(outlet, "")))
        shown.extend(own)
    return Listing(shown, found, "source", "source", tuple(groups))


def _days(shown: Sequence[int], order: Order) -> Iterator[Group]:
    """The days of articles in an order of dates; the end of each is searched for, so few articles are looked at."""
    key: Callable[[int], int] = ids.day_slot if order == "oldest" else lambda article: -ids.day_slot(article)
    start = 0
    while start < len(shown):
        yield Group(start, ids.day_of(shown[start]))
        start = bisect_right(shown, key(shown[start]), lo=start, key=key)
