"""Entities: their names, the articles that name them, and finding them by name."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.arabic.normalise import fold, words
from tui.arabic.sanitise import neutralise
from tui.model import Entity, Facet
from tui.store import codec
from tui.store.articles import chunks, places
from tui.store.ids import possible
from tui.store.slips import slips

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from tui.model import EntityType

    Keys = Callable[[Entity], Iterable[str]]

COLUMNS = "e.key, e.type, e.name, e.names, e.latin, e.wikidata, e.mentions"
"""Selects what `to_entity` takes."""

_LAST = "\U0010ffff"


# ---------------------------------------------------------------- writing


def remove_unnamed(connection: sqlite3.Connection, generation: int) -> None:
    """Forget the entities of earlier generations that no article names any more, and merges into them."""
    gone = "SELECT id FROM entity WHERE articles = 0 AND generation < ?"
    for table in ("alias", "entity_word", "fact_entity"):
        connection.execute(f"DELETE FROM {table} WHERE entity IN ({gone})", (generation,))
    connection.execute("DELETE FROM entity WHERE articles = 0 AND generation < ?", (generation,))
    connection.execute("DELETE FROM merged WHERE new NOT IN (SELECT key FROM entity)")


def generation(connection: sqlite3.Connection) -> int:
    """The newest generation that any entity belongs to."""
    return int(connection.execute("SELECT coalesce(max(generation), 0) FROM entity").fetchone()[0])


# ---------------------------------------------------------------- reading


def to_entity(values: Sequence[str | int]) -> Entity:
    """An entity from the columns of `COLUMNS`."""
    key, kind, name, names, latin, wikidata, mentions = values
    return Entity(key, kind, name, tuple(json.loads(str(names))), latin, wikidata, mentions)  # type: ignore[arg-type]


def named_in(connection: sqlite3.Connection, article: int) -> dict[int, int]:
    """The row ids of the entities that an article names, by first mention, with the number of mentions of each."""
    if not possible(article):
        return {}
    found = connection.execute("SELECT entities, counts FROM article WHERE id = ?", (article,)).fetchone()
    return dict(zip(codec.unpack_ids(found[0]), codec.unpack_counts(found[1]), strict=True)) if found else {}


def everyone(connection: sqlite3.Connection) -> Iterator[tuple[int, Entity]]:
    """All entities with their row ids."""
    for row, *values in connection.execute(f"SELECT e.id, {COLUMNS} FROM entity e"):
        yield row, to_entity(values)


def by_rows(connection: sqlite3.Connection, rows: Collection[int]) -> dict[int, Facet]:
    """Entities by row id, each with the number of articles that name it."""
    found = {}
    for some in chunks(list(rows)):
        for row, articles, *values in connection.execute(
            f"SELECT e.id, e.articles, {COLUMNS} FROM entity e WHERE e.id IN {places(len(some))}", tuple(some)
        ):
            found[row] = Facet(to_entity(values), articles)
    return found


def of_articles(connection: sqlite3.Connection, articles: Sequence[int]) -> dict[int, tuple[Entity, ...]]:
    """The entities of articles by first mention, `mentions` counted in the article."""
    found: dict[int, tuple[Entity, ...]] = {}
    for article in articles:
        counts = named_in(connection, article)
        entities = by_rows(connection, counts)
        found[article] = tuple(
            replace(entities[row].entity, mentions=count) for row, count in counts.items() if row in entities
        )
    return found


def by_alias(connection: sqlite3.Connection, key: str, *, since: int = 0) -> tuple[Entity, ...]:
    """Entities with this folded whole name, most named first; only those of a generation not before `since`."""
    found = connection.execute(
        f"SELECT {COLUMNS} FROM alias a JOIN entity e ON e.id = a.entity WHERE a.key = ? AND e.generation >= ?"
        " ORDER BY e.articles DESC, e.id",
        (key, since),
    )
    return tuple(to_entity(values) for values in found)


def row_of(connection: sqlite3.Connection, key: str) -> int:
    """The row id of an entity's id, old ids of merged entities included; 0 for none."""
    key = neutralise(key)
    found = connection.execute("SELECT id FROM entity WHERE key = ?", (current(connection, (key,))[key],)).fetchone()
    return int(found[0]) if found else 0


def named(connection: sqlite3.Connection, name: str, kind: EntityType | None = None) -> tuple[int, ...]:
    """Row ids of the entities meant by a name, most named first.

    Those with exactly this name (folded), else those whose names hold every word of it as the beginning of a word.
    """
    exact = connection.execute(
        "SELECT e.id FROM alias a JOIN entity e ON e.id = a.entity WHERE a.key = ? AND e.type = coalesce(?, e.type)"
        " ORDER BY e.articles DESC, e.id",
        (fold(neutralise(name)), kind),
    ).fetchall()
    return tuple(row for (row,) in exact) or tuple(_by_words(connection, name, kind, limit=-1))


def find(connection: sqlite3.Connection, text: str, kind: EntityType | None, limit: int) -> dict[int, Facet]:
    """Entities (by row id) with every word of `text` as the beginning of a word of their names, most named first.

    For '' those of all.
    """
    rows = _by_words(connection, text, kind, limit) if text else _most_named(connection, kind, limit)
    facets = by_rows(connection, rows)
    return {row: facets[row] for row in rows}


def _most_named(connection: sqlite3.Connection, kind: EntityType | None, limit: int) -> list[int]:
    order = "ORDER BY articles DESC, id LIMIT ?"
    found = connection.execute(
        f"SELECT id FROM entity WHERE articles > 0 AND type = coalesce(?, type) {order}", (kind, limit)
    )
    return [row for (row,) in found]


def _by_words(connection: sqlite3.Connection, text: str, kind: EntityType | None, limit: int) -> list[int]:
    wanted = list(dict.fromkeys(token.fold for token in words(text)))
    if not wanted:
        return []
    parts = ["e.id IN (SELECT entity FROM entity_word WHERE word >= ? AND word < ?)" for _ in wanted]
    values: list[str | int] = [bound for word in wanted for bound in (word, word + _LAST)]
    if kind:
        parts.append("e.type = ?")
        values.append(kind)
    order = " ORDER BY e.articles DESC, e.id LIMIT ?"
    found = connection.execute(f"SELECT e.id FROM entity e WHERE {' AND '.join(parts)}{order}", (*values, limit))
    return [row for (row,) in found]


def of_type(connection: sqlite3.Connection, kind: EntityType) -> BitMap:
    """The row ids of all entities of a type."""
    return BitMap(chain.from_iterable(connection.execute("SELECT id FROM entity WHERE type = ?", (kind,))))


def with_words(connection: sqlite3.Connection, text: str, *, mistyped: bool = False) -> BitMap | None:
    """The row ids of all entities with every word of `text` as the beginning of a word of their names.

    Args:
        connection: in a transaction.
        text: as typed.
        mistyped: whether a word may have one slip of the fingers in it.

    Returns:
        None where there is no word in the text.
    """
    found: BitMap | None = None
    sql = "SELECT entity FROM entity_word WHERE word >= ? AND word < ?"
    for word in {token.fold for token in words(text)}:
        forms = slips(word) if mistyped else (word,)
        some = BitMap(row for form in forms for (row,) in connection.execute(sql, (form, form + _LAST)))
        found = some if found is None else found & some
    return found


def current(connection: sqlite3.Connection, keys: Collection[str]) -> dict[str, str]:
    """For each entity id the one that is valid now: itself, or what it was merged into."""
    found = {key: key for key in keys}
    for some in chunks(list(keys)):
        found.update(
            connection.execute(f"SELECT old, new FROM merged WHERE old IN {places(len(some))}", tuple(some)).fetchall()
        )
    return found
