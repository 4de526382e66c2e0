"""The index of words against the texts."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from tui.errors import LibraryError
from tui.i18n import N_
from tui.model import Finding
from tui.store import codec, search
from tui.store.checking.scope import Scope, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model import Draft
    from tui.store.connection import Connections

NAME = "words"

_MOST = 500  # articles of which words are looked up (1 ms each) unless the check is thorough
_FEW = 8  # words and phrases of one article that are looked up
_MASK = (1 << 64) - 1
_TOTALS = 1  # the row of an FTS5 table's `data` that begins with the number of its rows


def structure(connections: Connections) -> list[Finding]:
    """What FTS5 says of its tables; it wants to be asked by a writer."""
    found: list[Finding] = []
    if connections.readonly:
        return found
    with connections.write() as connection:
        for table in search.TABLES:
            try:
                connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
            except sqlite3.DatabaseError:
                found.append(Finding(NAME, N_("tables of words that are damaged: {count}"), where=table))
    return found


def look(scope: Scope) -> Iterator[Finding]:
    """Tables with more or fewer articles than there are, articles that are not found by their words."""
    connection = scope.connection
    articles = [article for (article,) in connection.execute("SELECT article FROM body ORDER BY article")]
    counts = {table: _rows(connection, table) for table in search.TABLES}
    if wrong := [table for table, count in counts.items() if count != len(articles)]:
        said = N_("tables of words that hold more or fewer articles than there are: {count}")
        yield Finding(NAME, said, len(wrong), shown(wrong))
    lost = _differing(scope, articles) if scope.thorough else _lost(scope, scope.some(articles, _MOST))
    if lost:
        yield Finding(NAME, N_("articles that are not found by all their words: {count}"), len(lost), shown(lost))


def _drafts(scope: Scope, articles: Sequence[int]) -> Iterator[tuple[int, Draft]]:
    """Articles with their drafts, without those that cannot be read: they are found elsewhere."""
    for article in articles:
        scope.step()
        (packed,) = scope.connection.execute("SELECT draft FROM body WHERE article = ?", (article,)).fetchone()
        with suppress(LibraryError):
            yield article, codec.unpack_draft(packed)


def _lost(scope: Scope, articles: Sequence[int]) -> list[int]:
    """Those of some articles that are not found by some of their words."""
    lost = []
    for article, draft in _drafts(scope, articles):
        try:
            if not _is_found(scope.connection, article, draft):
                lost.append(article)
        except sqlite3.DatabaseError:  # `structure` says so too
            lost.append(article)
    return lost


def _is_found(connection: sqlite3.Connection, article: int, draft: Draft) -> bool:
    entries = search.entries(search.rows(draft))
    for table in search.TABLES:
        sql = f"SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid = ?"
        words = sorted({word for word, _ in entries[table]})
        for word in words[:: -(-len(words) // _FEW) or 1]:
            if not connection.execute(sql, (f'"{word}"', article)).fetchone():
                return False
    return True


def _differing(scope: Scope, articles: Sequence[int]) -> list[int]:
    """Articles for which a table holds anything else than their words in their places; reads the tables whole."""
    wrong: set[int] = set()
    expected: dict[str, dict[int, int]] = {table: {} for table in search.TABLES}
    for article, draft in _drafts(scope, articles):
        for table, words in search.entries(search.rows(draft)).items():
            expected[table][article] = sum(map(hash, words)) & _MASK
    for table, sums in expected.items():
        found = dict.fromkeys(sums, 0)
        with closing(_instances(scope.connection, table)) as instances:
            try:
                for word, article, place in instances:
                    found[article] = found.get(article, 0) + hash((word, place or 0)) & _MASK
            except sqlite3.DatabaseError:
                wrong.update(sums)
        wrong.update(article for article, total in found.items() if total != sums.get(article, 0))
    return sorted(wrong)


def _instances(connection: sqlite3.Connection, table: str) -> sqlite3.Cursor:
    """Each word with its article and its place in it, None where a table keeps no places."""
    name = f"temp.{table}_words"
    connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5vocab(main, {table}, 'instance')")
    return connection.execute(f'SELECT term, doc, "offset" FROM {name}')


def _rows(connection: sqlite3.Connection, table: str) -> int:
    """How many articles a table of words holds: the first number, of seven bits a byte, of its record of totals."""
    found = connection.execute(f"SELECT block FROM {table}_data WHERE id = {_TOTALS}").fetchone()
    count = 0
    for byte in found[0] if found else b"":
        count = count << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return count


def mend(scope: Scope) -> None:
    """Index the words of all articles anew."""
    connection = scope.connection
    search.start_anew(connection)
    with closing(connection.execute("SELECT article, draft FROM body ORDER BY article")) as found:
        for article, packed in found:
            try:
                draft = codec.unpack_draft(packed)
            except LibraryError:
                continue
            search.index(connection, article, draft, suffix="_new")
    search.put_new_in_place(connection)
