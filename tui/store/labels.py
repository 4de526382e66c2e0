"""Numbers for the names of sets that nothing else numbers: kinds of facts, and the reader's tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic import sanitise
from tui.arabic.normalise import fold

if TYPE_CHECKING:
    import sqlite3

    from tui.store.primitives import Kind


def number(connection: sqlite3.Connection, kind: Kind, name: str) -> int:
    """The number of a name, which gets one where it has none yet; names are told apart as `fold` tells them.

    Returns:
        0 for a name of nothing but blanks and marks.
    """
    shown = sanitise.name(name)
    key = fold(shown)
    if not key:
        return 0
    connection.execute(
        "INSERT INTO label (kind, name, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (kind, shown, key)
    )
    return numbers(connection, kind, name)[0]


def numbers(connection: sqlite3.Connection, kind: Kind, name: str) -> tuple[int, ...]:
    """The number of a name as a tuple, empty where it has none."""
    key = fold(sanitise.name(name))
    found = connection.execute("SELECT id FROM label WHERE kind = ? AND key = ?", (kind, key)).fetchall()
    return tuple(row for (row,) in found)


def names(connection: sqlite3.Connection, kind: Kind) -> dict[int, str]:
    """All names of a kind by their numbers, in the order of the names."""
    return dict(connection.execute("SELECT id, name FROM label WHERE kind = ? ORDER BY key", (kind,)).fetchall())
