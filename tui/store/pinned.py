"""Entities that stand first in the filter, by their ids, in the order in which the reader pinned them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tui.store import entities

if TYPE_CHECKING:
    import sqlite3


def rows(connection: sqlite3.Connection) -> list[int]:
    """The row ids of the pinned entities, each once; those that are not known now are left out."""
    found = connection.execute("SELECT entity FROM pinned ORDER BY place")
    pinned = (entities.row_of(connection, key) for key in chain.from_iterable(found.fetchall()))
    return [row for row in dict.fromkeys(pinned) if row]


def pin(connection: sqlite3.Connection, entity: str, *, on: bool) -> None:
    """Pin an entity behind the others, or let it go, with all that it took the place of."""
    if on:
        connection.execute("INSERT OR IGNORE INTO pinned (entity) VALUES (?)", (entity,))
        return
    keys = [*chain.from_iterable(connection.execute("SELECT entity FROM pinned").fetchall())]
    now = entities.current(connection, {*keys, entity})
    gone = [(key,) for key in keys if now[key] == now[entity]]
    connection.executemany("DELETE FROM pinned WHERE entity = ?", gone)
