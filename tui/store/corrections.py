"""The log of what the reader put right: lines are added, and never changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui.model import Correction, Corrections
from tui.store import entities

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_COLUMNS = "kind, entity, other, value, article, surface, was, made, id"


def log(connection: sqlite3.Connection) -> tuple[Correction, ...]:
    """All lines, the oldest first."""
    return tuple(map(_line, connection.execute(f"SELECT {_COLUMNS} FROM correction ORDER BY number")))


def _line(row: tuple[str, ...]) -> Correction:
    kind, entity, other, value, article, surface, was, made, id_ = row
    names = tuple(json.loads(was))
    return Correction(kind, entity, other, value, article, surface, names, made, id_)  # type: ignore[arg-type]


def line(connection: sqlite3.Connection, id_: str) -> Correction | None:
    """The line of an id."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM correction WHERE id = ?", (id_,)).fetchone()
    return _line(found) if found else None


def meant(connection: sqlite3.Connection, id_: str) -> tuple[Correction | None, bool]:
    """What a line is about in the end, itself or what it takes back (None if that is lost), and whether it holds."""
    holds, found = True, line(connection, id_)
    while found is not None and found.kind == "undo":
        holds, found = not holds, line(connection, found.value)
    return found, holds


def number(connection: sqlite3.Connection) -> int:
    """Of the last line, 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM correction").fetchone()[0])


def holding(connection: sqlite3.Connection) -> Corrections:
    """What of the log holds now."""
    return Corrections(number(connection), standing(log(connection)))


def renewed(connection: sqlite3.Connection, before: Corrections) -> Corrections:
    """What holds now: the very same value where nothing was added to the log."""
    return before if number(connection) == before.number else holding(connection)


def standing(lines: Sequence[Correction]) -> tuple[Correction, ...]:
    """The lines that were not taken back; what takes one back may itself be taken back by a later one."""
    left, gone = [], set()
    for line in reversed(lines):
        if line.id in gone:
            continue
        if line.kind == "undo":
            gone.add(line.value)
        else:
            left.append(line)
    return tuple(reversed(left))


def about(connection: sqlite3.Connection, entity: str) -> tuple[Correction, ...]:
    """The corrections that hold and are about an entity, or about one that it took the place of."""
    lines = standing(log(connection))
    now = entities.current(connection, {end for line in lines for end in (line.entity, line.other)})
    return tuple(line for line in lines if entity in {now[line.entity], now[line.other]})


def append(connection: sqlite3.Connection, added: Correction) -> bool:
    """Write a line; False where one of its id is there already."""
    values = (
        added.kind,
        added.entity,
        added.other,
        added.value,
        added.article,
        added.surface,
        json.dumps(added.was, ensure_ascii=False),
        added.made,
        added.id,
    )
    sql = f"INSERT OR IGNORE INTO correction ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    return connection.execute(sql, values).rowcount > 0
