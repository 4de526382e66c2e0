"""Outside knowledge: the statements of packs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.model import ENTITY_TYPES, Pack, Statement
from tui.store import entities
from tui.store.articles import places

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from tui.model import Entity

_OF_WIKIDATA = "subject GLOB 'Q[1-9]*'"
_ITEM = re.compile(r"Q[1-9]\d*")
_COLUMNS = 'subject, name, property, value, start, "end", source, pack'


def replace_packs(connection: sqlite3.Connection, statements: Iterable[Statement]) -> None:
    """Store statements; each pack among them loses what it said before."""
    packs: dict[str, list[Statement]] = {}
    for statement in statements:
        packs.setdefault(statement.pack, []).append(statement)
    for name, said in packs.items():
        replace_pack(connection, Pack(name), said)


def replace_pack(connection: sqlite3.Connection, pack: Pack, statements: Iterable[Statement]) -> int:
    """Store a pack as it is read, in place of what had its name; gives the number of its statements."""
    name = pack.name
    named = _named_in(connection, name)
    connection.execute("DELETE FROM statement WHERE pack = ?", (name,))
    note(connection, pack)
    sql = f"INSERT INTO statement ({_COLUMNS}, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    rows = ((s.subject, s.name, s.property, s.value, s.start, s.end, s.source, name, fold(s.name)) for s in statements)
    count = max(0, connection.executemany(sql, rows).rowcount)
    _link(connection, named | _named_in(connection, name))
    return count


def note(connection: sqlite3.Connection, pack: Pack) -> None:
    """Remember which file a pack is from, as it was when it was looked at, and what is wrong with it."""
    connection.execute(
        "INSERT OR REPLACE INTO pack VALUES (?, ?, ?, ?, ?)", (pack.name, pack.day, pack.file, pack.stamp, pack.problem)
    )


def packs(connection: sqlite3.Connection) -> tuple[Pack, ...]:
    """The packs by name."""
    counts = dict(connection.execute("SELECT pack, count(*) FROM statement GROUP BY pack"))
    known = {pack.name: pack for pack in noted(connection)}
    return tuple(
        replace(known.get(name, Pack(name)), count=counts.get(name, 0)) for name in sorted(counts.keys() | known.keys())
    )


def noted(connection: sqlite3.Connection) -> tuple[Pack, ...]:
    """The packs of which it is known where they come from; their statements, which may be many, are not counted."""
    found = connection.execute("SELECT name, day, file, stamp, problem FROM pack")
    return tuple(Pack(name, 0, *rest) for name, *rest in found)


def days(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, str]:
    """The days of the files of packs, as far as they are known."""
    given = list(dict.fromkeys(names))
    found = connection.execute(f"SELECT name, day FROM pack WHERE day != '' AND name IN {places(len(given))}", given)
    return dict(found) if given else {}


def remove_pack(connection: sqlite3.Connection, pack: str) -> int:
    """Forget a pack; gives the number of its statements."""
    named = _named_in(connection, pack)
    count = connection.execute("DELETE FROM statement WHERE pack = ?", (pack,)).rowcount
    connection.execute("DELETE FROM pack WHERE name = ?", (pack,))
    _link(connection, named)
    return count


def merge(connection: sqlite3.Connection, given: Iterable[Statement]) -> None:
    """Store statements beside what their packs say already; none twice."""
    columns = ", ".join("?" * 9)
    same = " AND ".join(f"{name.strip()} = ?" for name in _COLUMNS.split(","))
    named = set()
    for s in given:
        named.add(fold(s.name))
        values = (s.subject, s.name, s.property, s.value, s.start, s.end, s.source, s.pack)
        connection.execute(
            f"INSERT INTO statement ({_COLUMNS}, key) SELECT {columns}"
            f" WHERE NOT EXISTS (SELECT 1 FROM statement WHERE {same})",
            (*values, fold(s.name), *values),
        )
    _link(connection, named)


def _named_in(connection: sqlite3.Connection, pack: str) -> set[str]:
    """The folded names of entities that a pack has Wikidata ids for; of the many others that it names none is kept."""
    of_entities = "EXISTS (SELECT 1 FROM alias a WHERE a.key = statement.key)"
    sql = f"SELECT DISTINCT key FROM statement WHERE pack = ? AND {_OF_WIKIDATA} AND {of_entities}"
    return {key for (key,) in connection.execute(sql, (pack,))}


def _link(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Give every entity of these folded names the Wikidata id that packs have for it, and no other."""
    named = f"SELECT e.id, {entities.COLUMNS} FROM alias a JOIN entity e ON e.id = a.entity WHERE a.key = ?"
    for name in names:
        for row, *values in connection.execute(named, (name,)).fetchall():
            entity = entities.to_entity(values)
            if (found := wikidata(connection, entity)) != entity.wikidata:
                connection.execute("UPDATE entity SET wikidata = ? WHERE id = ?", (found, row))


def any_of_wikidata(connection: sqlite3.Connection) -> bool:
    """Whether a pack tells of anything by its Wikidata id."""
    return connection.execute(f"SELECT 1 FROM statement WHERE {_OF_WIKIDATA} LIMIT 1").fetchone() is not None


def wikidata(connection: sqlite3.Connection, entity: Entity) -> str:
    """The Wikidata id under which packs tell of an entity's name; '' where there is none, or more than one.

    A person's surname alone is nobody's name here; nor is a name that an entity of another type has too.
    """
    whole = {fold(name) for name in (entity.name, *entity.names)}
    keys = sorted(key for key in whole if entity.type != "person" or " " in key)
    if not keys:
        return ""
    sql = f"SELECT DISTINCT subject FROM statement WHERE {_OF_WIKIDATA} AND key IN {places(len(keys))}"
    found = connection.execute(sql, tuple(keys)).fetchall()
    if len(found) != 1:
        return ""
    others = (
        f"SELECT 1 FROM alias a JOIN entity e ON e.id = a.entity WHERE a.key IN {places(len(keys))} AND e.type != ?"
    )
    shared = connection.execute(f"{others} LIMIT 1", (*keys, entity.type)).fetchone()
    return "" if shared else str(found[0][0])


def page(connection: sqlite3.Connection, after: int, limit: int) -> list[tuple[int, Statement]]:
    """The statements that follow the row `after`, with their rows."""
    found = connection.execute(f"SELECT id, {_COLUMNS} FROM statement WHERE id > ? ORDER BY id LIMIT ?", (after, limit))
    return [(row, Statement(*values)) for row, *values in found]


def about(connection: sqlite3.Connection, entity: Entity) -> tuple[Statement, ...]:
    """What packs say of an entity: by its id, its Wikidata id, or one of its names; in the packs' order.

    What they say of another type by the same name is left out, and so it is where a name may mean several: a person's
    surname alone, and items of Wikidata of which none is known to be the one.
    """
    subjects = [value for value in (entity.id, entity.wikidata) if value]
    whole = (name for name in entity.names if entity.type != "person" or " " in name)
    names = list(dict.fromkeys(fold(name) for name in (*whole, entity.name)))
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM statement"
        f" WHERE subject IN {places(len(subjects))} OR key IN {places(len(names))} ORDER BY id",
        (*subjects, *names),
    )
    said = [Statement(*values) for values in found]
    items = {one.subject for one in said if _ITEM.fullmatch(one.subject)}
    known = {entity.wikidata} if entity.wikidata else items if len(items) == 1 else set()
    return tuple(one for one in said if one.subject in known or (one.subject not in items and _typed(one, entity)))


def _typed(statement: Statement, entity: Entity) -> bool:
    """Whether a statement may be of an entity's type, as far as its subject says of which it is."""
    kind = statement.subject.partition(":")[0]
    return kind == entity.type or kind not in ENTITY_TYPES
