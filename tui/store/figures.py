"""A library in figures."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.model import Stats, Tag
from tui.store import labels, postings
from tui.store.primitives import DELETED, EVERY, GROUPED, READ, STARRED, UNANALYSED, Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def stats(connection: sqlite3.Connection, path: Path) -> Stats:
    """Count everything; a second or two for a million articles, most of it for the size of tables."""

    def one(sql: str) -> int:
        return int(connection.execute(sql).fetchone()[0])

    deleted = postings.read(connection, DELETED)
    articles = postings.read(connection, EVERY) - deleted

    def having(posting: Posting) -> int:
        return articles.intersection_cardinality(postings.read(connection, posting))

    first, last = connection.execute(
        "SELECT coalesce(min(published), ''), coalesce(max(published), '') FROM article WHERE published != ''"
    ).fetchone()
    named = connection.execute("SELECT type, count(*) FROM entity WHERE articles > 0 GROUP BY type ORDER BY 2 DESC")
    kinds = {name: having(Posting(Kind.FACT, number)) for number, name in labels.names(connection, Kind.FACT).items()}
    tags = (Tag(name, having(Posting(Kind.TAG, row))) for row, name in labels.names(connection, Kind.TAG).items())
    return Stats(
        articles=len(articles),
        deleted=len(deleted),
        unanalysed=having(UNANALYSED),
        copies=having(GROUPED),
        unread=len(articles) - having(READ),
        starred=having(STARRED),
        tags=tuple(tag for tag in tags if tag.count),
        outlets=sum(1 for number in postings.numbers(connection, Kind.OUTLET) if number),
        first=first,
        last=last,
        entities=dict(named.fetchall()),
        facts=dict(sorted(((name, count) for name, count in kinds.items() if count), key=lambda kind: -kind[1])),
        links=one("SELECT count(*) FROM fact_link") // 2,
        statements=one("SELECT count(*) FROM statement"),
        size=size(path),
        tables=_tables(connection),
    )


def size(path: Path) -> int:
    """Bytes of a library file and of its log."""
    whole = 0
    for part in (path, path.with_name(f"{path.name}-wal")):
        with suppress(OSError):
            whole += part.stat().st_size
    return whole


def _tables(connection: sqlite3.Connection) -> dict[str, int]:
    """Bytes of each table with its indexes; of a table of text search with all tables that it is made of."""
    import sqlite3

    try:
        pages = dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat WHERE aggregate = TRUE GROUP BY name"))
    except sqlite3.OperationalError:  # not every SQLite was built to tell
        return {}
    owner = dict(connection.execute("SELECT name, tbl_name FROM sqlite_master"))
    virtual = [
        name for name, sql in connection.execute("SELECT name, sql FROM sqlite_master") if "VIRTUAL" in (sql or "")
    ]
    sizes: dict[str, int] = {}
    for name, bytes_ in pages.items():
        table = owner.get(name, name)
        table = next((whole for whole in virtual if table.startswith(f"{whole}_")), table)
        sizes[table] = sizes.get(table, 0) + bytes_
    return dict(sorted(sizes.items(), key=lambda item: -item[1]))
