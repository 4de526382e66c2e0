"""Which entities the articles of a query name, and in how many of them; counted is the set that the list shows."""

from __future__ import annotations

from array import array
from dataclasses import replace
from functools import partial
from itertools import compress, islice
from typing import TYPE_CHECKING

from tui.model import ENTITY_TYPES, Outlet, Ranking
from tui.store import entities
from tui.store.articles import CHUNK
from tui.store.primitives import DELETED, Kind, Posting
from tui.store.select import evaluate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from pyroaring import BitMap

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


def rankings(connection: sqlite3.Connection, index: Primitives, query: QueryPart) -> tuple[Ranking, ...]:
    """All entities that the matching articles name, by type; types without one are left out."""
    tally = index.tally(evaluate(index, query))
    found = []
    for kind in ENTITY_TYPES:
        own = index.kept(kind, (Kind.ENTITY,), partial(entities.of_type, connection, kind))
        if ranking := _among(Ranking(kind, tally.entities, tally.counts), own):
            found.append(ranking)
    return tuple(found)


def named(
    connection: sqlite3.Connection, rankings: Iterable[Ranking], text: str, *, mistyped: bool = False
) -> tuple[Ranking, ...]:
    """Those of some entities that have every word of `text` as the beginning of a word of their names."""
    found = entities.with_words(connection, text, mistyped=mistyped)
    if found is None:
        return tuple(rankings)
    return tuple(ranking for whole in rankings if (ranking := _among(whole, found)))


def _among(ranking: Ranking, some: BitMap) -> Ranking | None:
    chosen = list(map(some.__contains__, ranking.numbers))
    parts = (array("I", compress(part, chosen)) for part in (ranking.numbers, ranking.counts))
    return Ranking(ranking.type, *parts) if any(chosen) else None


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
