"""Which entities articles name, as one transaction learns it: an entity is read once, its counts are written once."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.arabic.normalise import words
from tui.store import codec, entities, forward, postings, statements
from tui.store.primitives import Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping

    from tui.model import Entity
    from tui.store.postings import Batch

    Keys = Callable[[Entity], Iterable[str]]

_ARTICLE = "ال"
_TOO_SHORT = 4  # of a word with its article: the rest must still tell something


class Naming:
    """The entities of one transaction; `settle` at its end, and before anybody asks for counts."""

    def __init__(self, connection: sqlite3.Connection, batch: Batch, keys: Keys, generation: int = 0) -> None:
        """Learn in a transaction.

        Args:
            connection: in it.
            batch: of it.
            keys: gives the folded whole names of an entity.
            generation: of the rebuild under way; an entity from an earlier one starts anew with the names given.
        """
        self.connection = connection
        self.batch = batch
        self._keys = keys
        self._generation = generation
        self._known: dict[str, tuple[int, Entity, frozenset[str]]] = {}
        self._counts: dict[int, list[int]] = {}  # articles and mentions to be added
        self._packed = statements.any_of_wikidata(connection)

    def row(self, entity: Entity) -> int:
        """Make an entity known or add to what is known of it; gives its row id."""
        found = self._known.get(entity.id)
        if found:
            row, known, names = found
            return row if _told(known, names, entity) else self._add(row, known, self._generation, entity)
        one = f"SELECT e.id, e.generation, {entities.COLUMNS} FROM entity e WHERE e.key = ?"
        stored = self.connection.execute(one, (entity.id,)).fetchone()
        if stored is None:
            return self._insert(entity)
        row, generation, *values = stored
        known = entities.to_entity(values)
        if generation < self._generation:
            self.connection.execute("DELETE FROM alias WHERE entity = ?", (row,))
            self.connection.execute("DELETE FROM entity_word WHERE entity = ?", (row,))
            known = replace(known, name="", names=(), latin="", wikidata="")
        names = frozenset(known.names)
        if _told(known, names, entity):
            self._known[entity.id] = (row, known, names)
            return int(row)
        return self._add(row, known, max(generation, self._generation), entity)

    def _insert(self, entity: Entity) -> int:
        self.connection.execute("DELETE FROM merged WHERE old = ?", (entity.id,))
        entity, names = self._linked(entity), _names(entity)
        values = (entity.id, entity.type, entity.name, _json(names), entity.latin, entity.wikidata, self._generation)
        row = self.connection.execute(
            "INSERT INTO entity (key, type, name, names, latin, wikidata, articles, mentions, generation)"
            " VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?)",
            values,
        ).lastrowid
        assert row is not None
        add_names(self.connection, row, entity, self._keys)
        self._known[entity.id] = (row, replace(entity, names=names), frozenset(names))
        return row

    def _add(self, row: int, known: Entity, generation: int, entity: Entity) -> int:
        whole = replace(
            entity,
            names=tuple(dict.fromkeys((*known.names, *_names(entity)))),
            latin=entity.latin or known.latin,
            wikidata=entity.wikidata or known.wikidata,
        )
        whole = self._linked(whole)
        self.connection.execute(
            "UPDATE entity SET type = ?, name = ?, names = ?, latin = ?, wikidata = ?, generation = ? WHERE id = ?",
            (whole.type, whole.name, _json(whole.names), whole.latin, whole.wikidata, generation, row),
        )
        add_names(self.connection, row, whole, self._keys)
        self._known[entity.id] = (row, whole, frozenset(whole.names))
        return row

    def _linked(self, entity: Entity) -> Entity:
        """With the Wikidata id that a pack has for it."""
        if entity.wikidata or not self._packed:
            return entity
        return replace(entity, wikidata=statements.wikidata(self.connection, entity))

    def mention(self, article: int, counts: Mapping[int, int], *, new: bool = False) -> None:
        """Say which entities an article names (row id to number of mentions), in place of what was said before.

        Args:
            article: its id.
            counts: in the order of the first mentions.
            new: nothing was said before.
        """
        before = {} if new else entities.named_in(self.connection, article)
        for row in before.keys() - counts.keys():
            self.batch.remove(Posting(Kind.ENTITY, row), (article,))
            self._count(row, -1, -before[row])
        for row, count in counts.items():
            if row not in before:
                self.batch.add(Posting(Kind.ENTITY, row), (article,))
            self._count(row, row not in before, count - before.get(row, 0))
        write_list(self.connection, article, counts)

    def _count(self, row: int, articles: int, mentions: int) -> None:
        own = self._counts.setdefault(row, [0, 0])
        own[0] += articles
        own[1] += mentions

    def settle(self) -> None:
        """Write the counts."""
        if self._counts:
            change = ((articles, mentions, row) for row, (articles, mentions) in sorted(self._counts.items()))
            sql = "UPDATE entity SET articles = articles + ?, mentions = mentions + ? WHERE id = ?"
            self.connection.executemany(sql, change)
            self._counts.clear()

    def merge(self, old: str, new: str) -> BitMap:
        """Let `new` take the place of `old` (entity ids): names, mentions, lists move; `old` stays valid as an id.

        Returns:
            The articles that named `old`.
        """
        connection = self.connection
        source, target = entities.row_of(connection, old), entities.row_of(connection, new)
        if not source or not target or source == target:
            return BitMap()
        self.batch.write()  # what this transaction put into the set so far
        moved = postings.read(connection, Posting(Kind.ENTITY, source))
        for article in moved:
            counts: dict[int, int] = {}
            for row, count in entities.named_in(connection, article).items():
                kept_as = target if row == source else row
                counts[kept_as] = counts.get(kept_as, 0) + count
            self.mention(article, counts)
        self.settle()
        self._known.clear()
        for table in ("alias", "entity_word", "fact_entity"):
            connection.execute(f"UPDATE OR IGNORE {table} SET entity = ? WHERE entity = ?", (target, source))
            connection.execute(f"DELETE FROM {table} WHERE entity = ?", (source,))  # what the target has already
        gone, kept = (entities.by_rows(connection, (row,))[row].entity for row in (source, target))
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
        return moved


def write_list(connection: sqlite3.Connection, article: int, counts: Mapping[int, int]) -> None:
    """Write an article's own list of entities, without the sets and numbers that follow from it."""
    packed = (codec.pack_ids(counts), codec.pack_counts(counts.values()), article)
    connection.execute("UPDATE article SET entities = ?, counts = ? WHERE id = ?", packed)
    forward.note(connection, (article,))


def _told(known: Entity, names: frozenset[str], entity: Entity) -> bool:
    """Whether what is known of an entity already says what an article says of it."""
    return (
        (entity.type, entity.name) == (known.type, known.name)
        and entity.name in names
        and names.issuperset(entity.names)
        and entity.latin in {"", known.latin}
        and entity.wikidata in {"", known.wikidata}
    )


def _names(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*entity.names, entity.name)))


def _json(names: Iterable[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


def rewrite(connection: sqlite3.Connection, row: int, entity: Entity, keys: Keys) -> None:
    """Put what is said of an entity in place of what was said before: its type, name and names."""
    names = _names(entity)
    connection.execute(
        "UPDATE entity SET type = ?, name = ?, names = ? WHERE id = ?", (entity.type, entity.name, _json(names), row)
    )
    for table in ("alias", "entity_word"):
        connection.execute(f"DELETE FROM {table} WHERE entity = ?", (row,))
    add_names(connection, row, replace(entity, names=names), keys)
    postings.touch(connection, Kind.ENTITY)  # which entities are of which type is told from the table


def add_names(connection: sqlite3.Connection, row: int, entity: Entity, keys: Keys) -> None:
    """Let an entity be found by its names."""
    aliases, found_by = names_of(entity, keys)
    connection.executemany("INSERT OR IGNORE INTO alias VALUES (?, ?)", ((key, row) for key in aliases))
    connection.executemany("INSERT OR IGNORE INTO entity_word VALUES (?, ?)", ((word, row) for word in found_by))


def names_of(entity: Entity, keys: Keys) -> tuple[set[str], set[str]]:
    """The folded whole names and the single words under which an entity is found."""
    aliases = {key for key in keys(entity) if key}
    return aliases, {word for key in (*aliases, *entity.names, entity.latin) for word in _search_words(key)}


def _search_words(name: str) -> Iterable[str]:
    for token in words(name):
        yield token.fold
        if token.fold.startswith(_ARTICLE) and len(token.fold) >= _TOO_SHORT:
            yield token.fold[len(_ARTICLE) :]
