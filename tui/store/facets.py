"""Which entities the articles of a query name, and in how many of them; counted is the set that the list shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from tui.model import Outlet
from tui.store import entities
from tui.store.articles import CHUNK
from tui.store.primitives import DELETED, Kind, Posting
from tui.store.select import evaluate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from tui.model import EntityType, Facet, QueryPart
    from tui.store.primitives import Primitives


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
    tally = index.tally(evaluate(index, query), None if types else limit)
    ranked = zip(tally.entities, tally.counts, strict=True)
    found: list[Facet] = []
    while counts := dict(islice(ranked, min(CHUNK, max(limit, 1)))):
        known = entities.by_rows(connection, list(counts))
        for row, count in counts.items():
            if not types or known[row].entity.type in types:
                found.append(replace(known[row], count=count))
                if len(found) == limit:
                    return tuple(found)
    return tuple(found)


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
