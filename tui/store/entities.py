"""Entities: their names, the articles that name them, and finding them by name."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold, words
from tui.arabic.sanitise import neutralise
from tui.model import Entity, Facet
from tui.store import codec, forward, postings
from tui.store.articles import chunks, places
from tui.store.ids import possible
from tui.store.primitives import Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from tui.model import EntityType
    from tui.store.postings import Batch

    Keys = Callable[[Entity], Iterable[str]]

_COLUMNS = "e.key, e.type, e.name, e.names, e.latin, e.wikidata, e.mentions"
_LAST = "\U0010ffff"
_ARTICLE = "ال"
_TOO_SHORT = 4  # of a word with its article: the rest must still tell something


# ---------------------------------------------------------------- writing


def store(connection: sqlite3.Connection, entities: Iterable[Entity], keys: Keys, generation: int) -> dict[str, int]:
    """Make entities known or add to what is known of them.

    Args:
        connection: in a transaction.
        entities: an article's entities.
        keys: gives the folded whole names of one.
        generation: of the rebuild under way; an entity from an earlier one starts anew with the names given.

    Returns:
        The row id of each entity's id.
    """
    return {entity.id: _store_one(connection, entity, keys, generation) for entity in entities}


def _store_one(connection: sqlite3.Connection, entity: Entity, keys: Keys, generation: int) -> int:
    found = connection.execute(
        f"SELECT e.id, e.generation, {_COLUMNS} FROM entity e WHERE e.key = ?", (entity.id,)
    ).fetchone()
    if found is None:
        connection.execute("DELETE FROM merged WHERE old = ?", (entity.id,))
        names = _json(_names(entity))
        values = (entity.id, entity.type, entity.name, names, entity.latin, entity.wikidata, generation)
        row = connection.execute(
            "INSERT INTO entity (key, type, name, names, latin, wikidata, articles, mentions, generation)"
            " VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?)",
            values,
        ).lastrowid
        assert row is not None
        _add_names(connection, row, entity, keys)
        return row
    row, known_since, *values = found
    known = to_entity(values)
    if known_since < generation:
        connection.execute("DELETE FROM alias WHERE entity = ?", (row,))
        connection.execute("DELETE FROM entity_word WHERE entity = ?", (row,))
        known = replace(known, name="", names=(), latin="", wikidata="")
    whole = replace(
        entity,
        names=tuple(dict.fromkeys((*known.names, *_names(entity)))),
        latin=entity.latin or known.latin,
        wikidata=entity.wikidata or known.wikidata,
    )
    if (whole.type, whole.name, whole.names, whole.latin, whole.wikidata) != (
        known.type,
        known.name,
        known.names,
        known.latin,
        known.wikidata,
    ):
        connection.execute(
            "UPDATE entity SET type = ?, name = ?, names = ?, latin = ?, wikidata = ?, generation = ? WHERE id = ?",
            (
                whole.type,
                whole.name,
                _json(whole.names),
                whole.latin,
                whole.wikidata,
                max(generation, known_since),
                row,
            ),
        )
        _add_names(connection, row, whole, keys)
    return int(row)


def _names(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*entity.names, entity.name)))


def _json(names: Iterable[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


def _add_names(connection: sqlite3.Connection, row: int, entity: Entity, keys: Keys) -> None:
    aliases = {key for key in keys(entity) if key}
    connection.executemany("INSERT OR IGNORE INTO alias VALUES (?, ?)", ((key, row) for key in aliases))
    connection.executemany(
        "INSERT OR IGNORE INTO entity_word VALUES (?, ?)",
        ((word, row) for key in (*aliases, *entity.names, entity.latin) for word in _search_words(key)),
    )


def _search_words(name: str) -> Iterable[str]:
    for token in words(name):
        yield token.fold
        if token.fold.startswith(_ARTICLE) and len(token.fold) >= _TOO_SHORT:
            yield token.fold[len(_ARTICLE) :]


def set_mentions(connection: sqlite3.Connection, batch: Batch, article: int, counts: Mapping[int, int]) -> None:
    """Say which entities an article names (row id to number of mentions), in place of what was said before."""
    before = named_in(connection, article)
    for entity in before.keys() - counts.keys():
        batch.remove(Posting(Kind.ENTITY, entity), (article,))
    for entity in counts.keys() - before.keys():
        batch.add(Posting(Kind.ENTITY, entity), (article,))
    change = [
        ((entity in counts) - (entity in before), counts.get(entity, 0) - before.get(entity, 0), entity)
        for entity in {**before, **counts}
    ]
    connection.executemany("UPDATE entity SET articles = articles + ?, mentions = mentions + ? WHERE id = ?", change)
    packed = (codec.pack_ids(counts), codec.pack_counts(counts.values()), article)
    connection.execute("UPDATE article SET entities = ?, counts = ? WHERE id = ?", packed)
    forward.note(connection, (article,))


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
    """An entity from the columns of `_COLUMNS`."""
    key, kind, name, names, latin, wikidata, mentions = values
    return Entity(key, kind, name, tuple(json.loads(str(names))), latin, wikidata, mentions)  # type: ignore[arg-type]


def named_in(connection: sqlite3.Connection, article: int) -> dict[int, int]:
    """The row ids of the entities that an article names, by first mention, with the number of mentions of each."""
    if not possible(article):
        return {}
    found = connection.execute("SELECT entities, counts FROM article WHERE id = ?", (article,)).fetchone()
    return dict(zip(codec.unpack_ids(found[0]), codec.unpack_counts(found[1]), strict=True)) if found else {}


def by_rows(connection: sqlite3.Connection, rows: Collection[int]) -> dict[int, Facet]:
    """Entities by row id, each with the number of articles that name it."""
    found = {}
    for some in chunks(list(rows)):
        for row, articles, *values in connection.execute(
            f"SELECT e.id, e.articles, {_COLUMNS} FROM entity e WHERE e.id IN {places(len(some))}", tuple(some)
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
        f"SELECT {_COLUMNS} FROM alias a JOIN entity e ON e.id = a.entity WHERE a.key = ? AND e.generation >= ?"
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
    """Entities (by row id) with every word of `text` as the beginning of a word of their names, most named first."""
    rows = _by_words(connection, text, kind, limit)
    facets = by_rows(connection, rows)
    return {row: facets[row] for row in rows}


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


# ---------------------------------------------------------------- merging


def merge(connection: sqlite3.Connection, batch: Batch, old: str, new: str) -> None:
    """Let `new` take the place of `old` (entity ids): names, mentions and lists move; `old` stays valid as an id."""
    source, target = row_of(connection, old), row_of(connection, new)
    if not source or not target or source == target:
        return
    batch.write()  # what this transaction put into the set so far
    for article in postings.read(connection, Posting(Kind.ENTITY, source)):
        counts: dict[int, int] = {}
        for row, count in named_in(connection, article).items():
            kept_as = target if row == source else row
            counts[kept_as] = counts.get(kept_as, 0) + count
        set_mentions(connection, batch, article, counts)
    for table in ("alias", "entity_word", "fact_entity"):
        connection.execute(f"UPDATE OR IGNORE {table} SET entity = ? WHERE entity = ?", (target, source))
        connection.execute(f"DELETE FROM {table} WHERE entity = ?", (source,))  # what the target has already
    gone, kept = (by_rows(connection, (row,))[row].entity for row in (source, target))
    connection.execute(
        "UPDATE entity SET names = ?, latin = ?, wikidata = ? WHERE id = ?",
        (
            _json(dict.fromkeys((*kept.names, *gone.names))),
            kept.latin or gone.latin,
            kept.wikidata or gone.wikidata,
            target,
        ),
    )
    connection.execute("DELETE FROM entity WHERE id = ?", (source,))
    connection.execute("UPDATE merged SET new = ? WHERE new = ?", (kept.id, gone.id))
    connection.execute("INSERT OR REPLACE INTO merged VALUES (?, ?)", (gone.id, kept.id))


def current(connection: sqlite3.Connection, keys: Collection[str]) -> dict[str, str]:
    """For each entity id the one that is valid now: itself, or what it was merged into."""
    found = {key: key for key in keys}
    for some in chunks(list(keys)):
        found.update(
            connection.execute(f"SELECT old, new FROM merged WHERE old IN {places(len(some))}", tuple(some)).fetchall()
        )
    return found
