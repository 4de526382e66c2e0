"""Compaction: what was deleted goes for good, indexes are merged, and the file gives its free pages back."""

from __future__ import annotations

import shutil
from itertools import islice
from typing import TYPE_CHECKING

from tui.errors import LibraryError
from tui.i18n import N_
from tui.store import articles, codec, entities, facts, figures, forward, postings, search
from tui.store.primitives import DELETED, EVERY, READ, STARRED, Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from tui.store.connection import Connections

_AT_ONCE = 200  # articles taken away in one transaction
_ROOM = 2.2  # of the library's size: SQLite writes a second file, and that once more into the log


def compact(connections: Connections, progress: Callable[[int, int], object]) -> tuple[int, int]:
    """Make a library as small as it can be.

    Args:
        connections: of the library.
        progress: called with the articles that were taken away and the number of all that will be.

    Returns:
        The bytes of the library before and after.

    Raises:
        LibraryError: there is not enough room on the disk.
        LibraryBusy: another process is writing.
    """
    path = connections.path
    before = figures.size(path)
    needed, free = int(_ROOM * before), shutil.disk_usage(path.absolute().parent).free
    if free < needed:
        line = N_(
            "{path}: compacting takes {needed:,} MB on the disk, and {free:,} MB are free; make room and try again"
        )
        raise LibraryError(line, path=path, needed=needed // 1_000_000 + 1, free=free // 1_000_000)
    purge(connections, progress)
    with connections.write() as connection:
        for table in search.TABLES:
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    with connections.alone() as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    forward.tend(connections)
    return before, figures.size(path)


def purge(connections: Connections, progress: Callable[[int, int], object]) -> None:
    """Take the deleted articles out of every table, some in each transaction, so that others can write between."""
    with connections.read(steady=True) as connection:
        total = len(postings.read(connection, DELETED))
    done = 0
    while done < total:
        with connections.write() as connection, postings.Batch(connection) as batch:
            some = list(islice(postings.read(connection, DELETED), _AT_ONCE))
            if not some:  # someone took them back
                break
            remove(connection, batch, some)
        done += len(some)
        progress(done, total)
    if total:
        with connections.write() as connection:
            entities.remove_unnamed(connection, entities.generation(connection) + 1)
            connection.execute("DELETE FROM band WHERE article NOT IN (SELECT id FROM article)")


def remove(connection: sqlite3.Connection, batch: postings.Batch, some: Iterable[int]) -> None:
    """Take articles out of every table for good."""
    tags = [Posting(Kind.TAG, number) for number in postings.numbers(connection, Kind.TAG)]
    for article in some:
        draft = codec.unpack_draft(
            connection.execute("SELECT draft FROM body WHERE article = ?", (article,)).fetchone()[0]
        )
        search.forget(connection, article, draft)
        facts.remove(connection, article, batch)
        entities.set_mentions(connection, batch, article, {})
        (outlet,) = connection.execute("SELECT outlet FROM article WHERE id = ?", (article,)).fetchone()
        for posting in (EVERY, READ, STARRED, DELETED, Posting(Kind.OUTLET, outlet), *tags):
            batch.remove(posting, (article,))
        articles.remove(connection, article)
