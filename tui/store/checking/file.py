"""The file itself: SQLite's own look at its pages and indexes, and whether all tables are there."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tui.errors import LibraryError
from tui.i18n import N_
from tui.model import Finding
from tui.store import codec, schema
from tui.store.checking.scope import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME, INDEXES = "file", "indexes"

_MOST = 100  # messages of SQLite that are looked at
_OF_INDEXES = ("row ", "wrong # of entries in index", "non-unique entry in index")


def look(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Pages that are damaged, which nothing mends, and indexes that are, which can be made anew."""
    try:
        said = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST})") if row[0] != "ok"]
    except sqlite3.DatabaseError as error:
        said = [str(error)]
    indexes = [line for line in said if line.startswith(_OF_INDEXES)]
    damaged = [line for line in said if line not in indexes]
    if damaged:
        what = N_("damaged places: {count}; `warraq export --out FILE` saves what can be read, for a new library")
        yield Finding(NAME, what, len(damaged), _first_line(damaged[0]), mendable=False)
        yield from _readable(connection)
    elif indexes:
        said_of = N_("indexes that differ from their tables: {count}")
        yield Finding(INDEXES, said_of, len(indexes), _first_line(indexes[0]))
    if not damaged and (missing := _missing(connection)):
        yield Finding(INDEXES, N_("indexes that are missing: {count}"), len(missing), shown(missing))


def _first_line(text: str) -> str:
    return text.splitlines()[-1] if text else text


def _readable(connection: sqlite3.Connection) -> Iterator[Finding]:
    """How many articles can still be read from a damaged file."""
    lost = readable = 0
    for article in texts(connection):
        try:
            (packed,) = connection.execute("SELECT draft FROM body WHERE article = ?", (article,)).fetchone()
            codec.unpack_draft(packed)
            readable += 1
        except (sqlite3.DatabaseError, LibraryError, TypeError):
            lost += 1
    yield Finding(NAME, N_("articles that can be read: {count}"), readable, mendable=False)
    if lost:
        yield Finding(NAME, N_("articles that cannot be read: {count}"), lost, mendable=False)


def texts(connection: sqlite3.Connection) -> list[int]:
    """The ids of all articles, from whichever table of a damaged file still gives most of them."""
    found: set[int] = set()
    for sql in ("SELECT article FROM body", "SELECT id FROM article", "SELECT article FROM analysis"):
        try:
            for (article,) in connection.execute(sql):
                found.add(article)
        except sqlite3.DatabaseError:
            continue
    return sorted(found)


def _missing(connection: sqlite3.Connection) -> list[str]:
    """Indexes that a library of this version has and this file has not."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    return [name for name in schema.indexes() if name not in there]


def mend(connection: sqlite3.Connection) -> None:
    """Make the indexes anew."""
    for name, sql in schema.indexes().items():
        connection.execute(f"DROP INDEX IF EXISTS {name}")
        connection.execute(sql)
    connection.execute("REINDEX")
