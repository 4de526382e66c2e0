"""What a correction changes at once; the articles that it touches besides are noted, to be analysed again.

What is told here of an entity as a whole and what analysis finds in an article, with the correction in view, agree:
a rebuild makes the same library.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.arabic.entity_id import entity_id, name_in
from tui.arabic.fingerprint import digest_number
from tui.arabic.normalise import fold, key
from tui.model import Correction, Word
from tui.store import corrections, entities, facts, postings, search
from tui.store.ids import END
from tui.store.naming import Naming, rewrite
from tui.store.primitives import CORRECTED, IGNORED, Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from tui.model import Entity, EntityType
    from tui.store.analyser import Analyser


class Correcting:
    """One transaction that adds to the log of corrections."""

    def __init__(self, connection: sqlite3.Connection, analyser: Analyser) -> None:
        """Correct in a transaction.

        Args:
            connection: in it.
            analyser: gives the names under which entities are found, and the keys of facts.
        """
        self._connection = connection
        self._analyser = analyser
        self._batch = postings.Batch(connection)
        self._naming = Naming(connection, self._batch, analyser.keys)

    def completed(self, line: Correction) -> Correction:
        """A line with what was before, and of a split with an id for what the name means now.

        Returns:
            The line; without an entity, or another one, where the library knows none of its id.
        """
        _, entity = self._entity(line.entity)
        if entity is None:
            return replace(line, entity="")
        line = replace(line, entity=entity.id, was=(entity.type,) if line.kind == "retype" else _named(entity))
        if line.kind == "merge":
            _, other = self._entity(line.other)
            return replace(line, other=other.id if other else "", value=other.name if other else "")
        if line.kind == "split":
            _, other = self._entity(line.other) if line.other else (0, None)
            other_id = other.id if other else _free_id(self._connection, entity, line.value)
            return replace(line, surface=key(line.value), other=other_id, value=other.name if other else line.value)
        return line

    def line(self, id_: str) -> Correction | None:
        """A line of the log by its id."""
        return corrections.line(self._connection, id_)

    def add(self, line: Correction) -> bool:
        """Add a line to the log and follow it; False where one of its id is there already."""
        if not corrections.append(self._connection, line):
            return False
        meant, holds = corrections.meant(self._connection, line.id)
        if meant is not None:
            (self._follow if holds else self._take_back)(meant)
        return True

    def finish(self) -> None:
        """Write what many share."""
        self._naming.settle()
        self._batch.write()

    # ---------------------------------------------------------------- following

    def _follow(self, line: Correction) -> None:
        match line.kind:
            case "merge":
                self._again(self._naming_it(line.entity))
                self._merge(line)
            case "apart":
                self._again(self._naming_it(line.entity) | self._naming_it(line.other))
                self._forget_names(line.entity, (line.other,))
                self._forget_names(line.other, (line.entity,))
            case "split":
                self._again(self._article(line.article))
            case "rename":
                self._rename(line.entity, line.value)
            case "retype":
                self._again(self._naming_it(line.entity))
                self._change(line.entity, kind=line.value)
            case _:  # ignore
                self._again(self._naming_it(line.entity))
                self._batch.add(self._ignored(line), self._naming_it(line.entity))

    def _merge(self, line: Correction) -> None:
        connection = self._connection
        about = facts.articles_about(connection, entities.row_of(connection, line.entity))
        for there in self._naming.merge(line.entity, line.other):
            facts.rename_mentions(connection, there)
        for there in about:
            facts.rename(connection, there, self._analyser.block_keys)

    # ---------------------------------------------------------------- taking back

    def _take_back(self, line: Correction) -> None:
        match line.kind:
            case "merge":
                self._again(self._naming_it(line.other))
                self._connection.execute("DELETE FROM merged WHERE old = ?", (line.entity,))
                self._forget_names(line.other, line.was)
            case "apart":
                self._again(self._naming_it(line.entity) | self._naming_it(line.other))
            case "split":
                self._again(self._article(line.article))
            case "rename":
                self._rename(line.entity, self._before(line), drop=line.value, kept=line.was)
            case "retype":
                self._again(self._naming_it(line.entity))
                self._change(line.entity, kind=self._before(line))
            case _:  # ignore: in articles that were added since it is looked for by its names
                self._again(postings.read(self._connection, self._ignored(line)))
                for name in {key(name) for name in (*line.was, name_in(line.entity))} - {""}:
                    of_name = tuple(Word(word) for word in name.split(" "))
                    for found in search.streams(self._connection, of_name, END):
                        self._again(BitMap(found))

    def _before(self, line: Correction) -> str:
        """What a name or a type is without a correction: by the last other one that holds, else as it was found."""
        log = corrections.log(self._connection)
        alike = [one for one in log if (one.kind, one.entity) == (line.kind, line.entity)]
        holding = [one.value for one in corrections.standing(log) if one in alike]
        return holding[-1] if holding else next((name for one in alike[:1] for name in one.was[:1]), "")

    # ---------------------------------------------------------------- entities and articles

    def _entity(self, id_: str) -> tuple[int, Entity | None]:
        row = entities.row_of(self._connection, id_)
        return row, entities.by_rows(self._connection, (row,))[row].entity if row else None

    def _rename(self, id_: str, name: str, *, drop: str = "", kept: Iterable[str] = ()) -> None:
        row, entity = self._entity(id_)
        if entity and name:
            left = (one for one in entity.names if one != drop or one in set(kept))
            self._write(row, replace(entity, name=name, names=tuple(dict.fromkeys((name, *left)))))

    def _change(self, id_: str, *, kind: str) -> None:
        row, entity = self._entity(id_)
        if entity and kind:
            type_: EntityType = kind  # type: ignore[assignment] # checked when it was asked for
            self._write(row, replace(entity, type=type_))

    def _forget_names(self, id_: str, names: Iterable[str]) -> None:
        """Take names, or those that ids are made of, from an entity; its own stays."""
        row, entity = self._entity(id_)
        if entity:
            gone = {fold(name_in(name) if ":" in name else name) for name in names} - {fold(entity.name)}
            left = tuple(one for one in entity.names if fold(one) not in gone)
            self._write(row, replace(entity, names=left))

    def _write(self, row: int, entity: Entity) -> None:
        self._naming.settle()
        rewrite(self._connection, row, entity, self._analyser.keys)

    def _naming_it(self, id_: str) -> BitMap:
        row = entities.row_of(self._connection, id_)
        return postings.read(self._connection, Posting(Kind.ENTITY, row)) if row else BitMap()

    def _ignored(self, line: Correction) -> Posting:
        found = self._connection.execute("SELECT number FROM correction WHERE id = ?", (line.id,)).fetchone()
        return Posting(Kind.LIBRARY, IGNORED + found[0])

    def _article(self, digest: str) -> BitMap:
        same = (digest_number(digest),)
        return BitMap(row for (row,) in self._connection.execute("SELECT id FROM article WHERE digest = ?", same))

    def _again(self, articles: BitMap) -> None:
        self._batch.add(CORRECTED, articles)


def _named(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys((entity.name, *entity.names)))


def _free_id(connection: sqlite3.Connection, entity: Entity, name: str) -> str:
    """The id of the other entity that has just this name, else one that nothing has: rules take no name for it."""
    own = entity_id(entity.type, name)
    if entities.row_of(connection, own) not in {0, entities.row_of(connection, entity.id)}:
        return own
    number = 2
    while entities.row_of(connection, f"{own}-{number}"):
        number += 1
    return f"{own}-{number}"
