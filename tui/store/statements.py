"""Outside knowledge: the statements of packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.model import Statement
from tui.store import entities
from tui.store.articles import places

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from tui.model import Entity

_OF_WIKIDATA = "subject GLOB 'Q[1-9]*'"
_COLUMNS = 'subject, name, property, value, start, "end", source, pack'


def replace_packs(connection: sqlite3.Connection, statements: Iterable[Statement]) -> None:
    """Store statements; each pack among them loses what it said before."""
    packs: dict[str, list[Statement]] = {}
    for statement in statements:
        packs.setdefault(statement.pack, []).append(statement)
    for pack, said in packs.items():
        replace_pack(connection, pack, said)


def replace_pack(connection: sqlite3.Connection, pack: str, statements: Iterable[Statement]) -> int:
    """Store a pack as it is read, in place of what had its name; gives the number of its statements."""
    named = _named_in(connection, pack)
    connection.execute("DELETE FROM statement WHERE pack = ?", (pack,))
    sql = f"INSERT INTO statement ({_COLUMNS}, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    rows = ((s.subject, s.name, s.property, s.value, s.start, s.end, s.source, pack, fold(s.name)) for s in statements)
    count = connection.executemany(sql, rows).rowcount
    _link(connection, named | _named_in(connection, pack))
    return count


def packs(connection: sqlite3.Connection) -> dict[str, int]:
    """The packs by name, with the number of their statements."""
    return dict(connection.execute("SELECT pack, count(*) FROM statement GROUP BY pack ORDER BY pack"))


def remove_pack(connection: sqlite3.Connection, pack: str) -> int:
    """Forget a pack; gives the number of its statements."""
    named = _named_in(connection, pack)
    count = connection.execute("DELETE FROM statement WHERE pack = ?", (pack,)).rowcount
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
    """The folded names that a pack has Wikidata ids for."""
    found = connection.execute(f"SELECT DISTINCT key FROM statement WHERE pack = ? AND {_OF_WIKIDATA}", (pack,))
    return {key for (key,) in found}


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
    """What packs say of an entity: by its id, its Wikidata id, or one of its names; in the packs' order."""
    subjects = [value for value in (entity.id, entity.wikidata) if value]
    names = list(dict.fromkeys(fold(name) for name in (*entity.names, entity.name)))
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM statement"
        f" WHERE subject IN {places(len(subjects))} OR key IN {places(len(names))} ORDER BY id",
        (*subjects, *names),
    )
    return tuple(Statement(*values) for values in found)
