"""The reader's saved searches: a name and a query as it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic import sanitise
from tui.arabic.normalise import fold
from tui.model import SavedSearch

if TYPE_CHECKING:
    import sqlite3


def all_of_them(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """The saved searches in the order in which they were first saved."""
    found = connection.execute("SELECT name, query FROM saved_search ORDER BY id")
    return tuple(SavedSearch(name, query) for name, query in found)


def save(connection: sqlite3.Connection, name: str, query: str) -> bool:
    """Keep a query under a name, in place of what had this name, however it was written (`fold`).

    Returns:
        False for a name of nothing but blanks and marks, under which nothing is kept.
    """
    shown, key = sanitise.name(name), fold(sanitise.name(name))
    if key:
        connection.execute(
            "INSERT INTO saved_search (name, key, query) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET name = excluded.name, query = excluded.query",
            (shown, key, sanitise.name(query)),
        )
    return bool(key)


def forget(connection: sqlite3.Connection, name: str) -> None:
    """Keep what has this name no longer."""
    connection.execute("DELETE FROM saved_search WHERE key = ?", (fold(sanitise.name(name)),))


def rename(connection: sqlite3.Connection, old: str, new: str) -> bool:
    """Give a saved search another name, in its place; what had the new name is forgotten.

    Returns:
        False for a name of nothing but blanks and marks.
    """
    before, key = fold(sanitise.name(old)), fold(sanitise.name(new))
    if key and key != before:
        forget(connection, new)
    if key:
        connection.execute("UPDATE saved_search SET name = ?, key = ? WHERE key = ?", (sanitise.name(new), key, before))
    return bool(key)
