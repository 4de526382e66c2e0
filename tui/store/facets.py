"""Which entities the articles of a query name, and in how many of them.

Of many articles, the entities are walked by falling frequency until none that follows can be among the first; of fewer,
they are counted in the articles' own lists. What is counted is the set that the list shows, so they agree.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from heapq import heapify, heappop, heappush
from itertools import islice
from typing import TYPE_CHECKING

from tui.model import Outlet
from tui.store import entities
from tui.store.articles import CHUNK
from tui.store.primitives import DELETED, EVERY, Kind, Posting
from tui.store.select import evaluate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from pyroaring import BitMap

    from tui.model import EntityType, Facet, QueryPart
    from tui.store.primitives import Primitives

MANY = 300_000
"""Matching articles above which walking (40 to 90 ms for the first 50 at a million) is quicker than counting."""

FIRST = 100
"""Facets up to which walking may be quicker at all."""


def facets(
    connection: sqlite3.Connection, index: Primitives, query: QueryPart, types: Collection[EntityType], limit: int
) -> tuple[Facet, ...]:
    """The entities that most of the matching articles name.

    Args:
        connection: in a transaction.
        index: of the same transaction.
        query: which articles.
        types: of entities; empty for all.
        limit: how many at most.

    Returns:
        Facets by falling count (equal ones: the entity known longer first).
    """
    found: list[Facet] = []
    ranked = _ranked(index, evaluate(index, query), limit)
    while counts := dict(islice(ranked, min(CHUNK, max(limit, 1)))):
        known = entities.by_rows(connection, list(counts))
        for row, count in counts.items():
            if not types or known[row].entity.type in types:
                found.append(replace(known[row], count=count))
                if len(found) == limit:
                    return tuple(found)
    return tuple(found)


def _ranked(index: Primitives, articles: BitMap, limit: int) -> Iterator[tuple[int, int]]:
    """Entities (their numbers) with their counts among these articles, by falling count."""
    every = index.posting(EVERY)
    if len(articles) > MANY and limit <= FIRST:
        return _walk(index, articles)
    if 2 * len(articles) <= len(every):
        return _by_count(index.tally(articles))
    # What the others name, taken away from what all name, is less to count.
    counts = Counter(dict(index.frequent()))
    counts.subtract(index.tally(every - articles))
    return _by_count(counts)


def _by_count(counts: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    heap = [(-count, entity) for entity, count in counts.items() if count > 0]
    heapify(heap)
    while heap:
        count, entity = heappop(heap)
        yield entity, -count


def _walk(index: Primitives, articles: BitMap) -> Iterator[tuple[int, int]]:
    heap: list[tuple[int, int]] = []
    for entity, most in index.frequent():
        while heap and -heap[0][0] > most:
            count, first = heappop(heap)
            yield first, -count
        count = articles.intersection_cardinality(index.posting(Posting(Kind.ENTITY, entity)))
        if count:
            heappush(heap, (-count, entity))
    while heap:
        count, first = heappop(heap)
        yield first, -count


def without_deleted(index: Primitives, rows: Iterable[int], facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """Facets counted over all articles, counted again without the deleted ones; those of none are left out."""
    deleted = index.posting(DELETED)
    if not deleted:
        return tuple(facets)
    counted = [
        replace(facet, count=facet.count - deleted.intersection_cardinality(index.posting(Posting(Kind.ENTITY, row))))
        for row, facet in zip(rows, facets, strict=True)
    ]
    return tuple(facet for facet in counted if facet.count > 0)


def outlets(connection: sqlite3.Connection, index: Primitives) -> tuple[Outlet, ...]:
    """The outlets that articles are of, by falling count."""
    deleted = index.posting(DELETED)
    counted = [
        Outlet(name, index.posting(Posting(Kind.OUTLET, number)).difference_cardinality(deleted))
        for number, name in connection.execute("SELECT id, name FROM outlet ORDER BY key")
    ]
    return tuple(sorted((outlet for outlet in counted if outlet.count), key=lambda outlet: -outlet.count))
