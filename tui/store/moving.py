"""What the steps of the schema move that SQL alone cannot: each function belongs to one step and is never changed."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from tui.arabic.fingerprint import fingerprint
from tui.store import articles, codec, copies, ids, labels, postings, search
from tui.store.primitives import EVERY, READ, STARRED, Kind, Posting

if TYPE_CHECKING:
    import sqlite3

_AT_ONCE = 2000  # articles whose text is held in memory


def sets_from_tables(connection: sqlite3.Connection) -> None:
    """Version 1 kept a row for each mention, mark and kind of fact; version 2 keeps sets."""
    with postings.Batch(connection) as batch:
        for article, outlet in connection.execute("SELECT id, outlet FROM article"):
            batch.add(EVERY, (article,))
            batch.add(Posting(Kind.OUTLET, outlet), (article,))
        for entity, article in connection.execute("SELECT entity, article FROM mention"):
            batch.add(Posting(Kind.ENTITY, entity), (article,))
        for kind, article in connection.execute("SELECT kind, article FROM fact_kind").fetchall():
            batch.add(Posting(Kind.FACT, labels.number(connection, Kind.FACT, kind)), (article,))
        for article, read, starred in connection.execute("SELECT article, read, starred FROM state"):
            batch.add(READ, (article,) * read)
            batch.add(STARRED, (article,) * starred)
    for article, title, packed in connection.execute("SELECT id, title, entities FROM article").fetchall():
        rows, counts = array("I"), array("H")
        rows.frombytes(packed)
        for row in rows:
            one = "SELECT count FROM mention WHERE entity = ? AND article = ?"
            counts.append(min(connection.execute(one, (row, article)).fetchone()[0], 0xFFFF))
        values = (counts.tobytes(), articles.sort_key(title), article)
        connection.execute("UPDATE article SET counts = ?, sort = ? WHERE id = ?", values)


def search_anew(connection: sqlite3.Connection) -> None:
    """Version 1 had other stems, and no beginnings of words."""
    search.start_anew(connection)
    bodies = connection.execute("SELECT article, draft FROM body")
    while some := bodies.fetchmany(_AT_ONCE):
        search.index_many(
            connection, [(article, codec.unpack_draft(packed)) for article, packed in some], suffix="_new"
        )
    search.put_new_in_place(connection)


def fingerprints_from_texts(connection: sqlite3.Connection) -> None:
    """Version 1 kept a simhash in rows of its own; version 2 keeps other fingerprints, and groups near copies."""
    outlets = dict(connection.execute("SELECT a.id, o.key FROM article a JOIN outlet o ON o.id = a.outlet").fetchall())
    with postings.Batch(connection) as batch:
        for (article,) in connection.execute("SELECT article FROM body ORDER BY article").fetchall():
            (packed,) = connection.execute("SELECT draft FROM body WHERE article = ?", (article,)).fetchone()
            own = fingerprint(search.in_order(search.rows(codec.unpack_draft(packed))))
            found = copies.find(connection, own, outlets.get(article, ""), ids.day_number(article))
            connection.execute("UPDATE body SET sketch = ? WHERE article = ?", (own.sketch, article))
            copies.remember(connection, article, own)
            if found.others:
                copies.join(connection, batch, article, found.others)
