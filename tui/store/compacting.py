"""Compaction: what was deleted goes for good, indexes are merged, and the file gives its free pages back."""

from __future__ import annotations

import shutil
from itertools import islice
from typing import TYPE_CHECKING

from tui.arabic.fingerprint import fingerprint
from tui.errors import LibraryError
from tui.i18n import N_
from tui.store import articles, copies, entities, facts, figures, forward, postings, search
from tui.store.naming import Naming
from tui.store.primitives import CORRECTED, DELETED, EVERY, READ, REBUILT, STARRED, UNANALYSED, Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from tui.store.connection import Connections

_AT_ONCE = 200  # articles taken away in one transaction
_SETS = (EVERY, UNANALYSED, REBUILT, CORRECTED, READ, STARRED, DELETED)
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


def remove(connection: sqlite3.Connection, batch: postings.Batch, some: Sequence[int]) -> None:
    """Take articles out of every table for good."""
    tags = [Posting(Kind.TAG, number) for number in postings.numbers(connection, Kind.TAG)]
    drafts = {article: articles.draft_of(connection, article) for article in some}
    search.forget_many(connection, drafts.items())
    naming = Naming(connection, batch, lambda _: ())
    for article, draft in drafts.items():
        copies.forget(connection, article, fingerprint(search.in_order(search.rows(draft))))
        copies.leave(connection, batch, article)
        facts.remove(connection, article, batch)
        naming.mention(article, {})
        (outlet,) = connection.execute("SELECT outlet FROM article WHERE id = ?", (article,)).fetchone()
        for posting in (*_SETS, Posting(Kind.OUTLET, outlet), *tags):
            batch.remove(posting, (article,))
        connection.execute("DELETE FROM article WHERE id = ?", (article,))
        connection.execute("DELETE FROM body WHERE article = ?", (article,))
    naming.settle()
