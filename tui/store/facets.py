"""Which entities the articles of a query name, and in how many of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.model import ALL
from tui.store import codec, entities
from tui.store.articles import CHUNK
from tui.store.select import select

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator

    from tui.model import EntityType, Facet, QueryPart


def facets(
    connection: sqlite3.Connection, query: QueryPart, types: Collection[EntityType], limit: int
) -> tuple[Facet, ...]:
    """The entities that most of the matching articles name.

    Args:
        connection: in a transaction.
        query: which articles.
        types: of entities; empty for all.
        limit: how many at most.

    Returns:
        Facets by falling count (equal ones: the entity known longer first).
    """
    found: list[Facet] = []
    for counts in _ranked(connection, query):
        known = entities.by_rows(connection, list(counts))
        for row, count in counts.items():
            entity = known[row].entity
            if not types or entity.type in types:
                found.append(type(known[row])(entity, count))
                if len(found) == limit:
                    return tuple(found)
    return tuple(found)


def _ranked(connection: sqlite3.Connection, query: QueryPart) -> Iterator[dict[int, int]]:
    """Row ids of entities with their counts, in pieces, by falling count."""
    if query == ALL:
        # Each entity's own count is kept up to date by every write.
        cursor = connection.execute("SELECT id, articles FROM entity WHERE articles > 0 ORDER BY articles DESC, id")
        while some := cursor.fetchmany(CHUNK):
            yield dict(some)
        return
    selection = select(connection, query)
    packed = connection.execute(selection.sql("{entities}", ordered=False), selection.condition.values)
    counted = Counter(codec.unpack_ids(b"".join(row for (row,) in packed)))
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    for start in range(0, len(ranked), CHUNK):
        yield dict(ranked[start : start + CHUNK])
