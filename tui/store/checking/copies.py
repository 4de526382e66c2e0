"""What near copies are found by, and their groups, against the texts."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.arabic.fingerprint import fingerprint
from tui.errors import LibraryError
from tui.i18n import N_
from tui.model import Finding
from tui.store import articles, copies, ids, postings, search
from tui.store.checking.scope import Scope, shown
from tui.store.primitives import GROUPED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tui.arabic.fingerprint import Fingerprint

NAME = "copies"

_MOST = 1_000  # articles whose fingerprint is taken anew (1 ms each) unless the check is thorough
_LOST = (
    "SELECT DISTINCT article FROM near WHERE article NOT IN (SELECT article FROM body)"
    " UNION SELECT article FROM body WHERE sketch != x'' AND article NOT IN (SELECT article FROM near)"
)
_GROUPS = "SELECT first FROM copy GROUP BY first HAVING count(*) < 2 OR min(article) != first"
_GHOSTS = "SELECT article FROM copy WHERE article NOT IN (SELECT article FROM body)"


def look(scope: Scope) -> Iterator[Finding]:
    """Articles that are not found by their fingerprint, groups of nothing or of another first article."""
    connection = scope.connection
    there = [article for (article,) in connection.execute("SELECT article FROM body ORDER BY article")]
    wrong = {article for (article,) in connection.execute(_LOST)}
    wrong.update(article for article in scope.some(there, _MOST) if not _is_right(connection, article))
    if wrong:
        said = N_("articles whose near copies are not found: {count}")
        yield Finding(NAME, said, len(wrong), shown(sorted(wrong)))
    if groups := [article for sql in (_GROUPS, _GHOSTS) for (article,) in connection.execute(sql)]:
        yield Finding(NAME, N_("groups of near copies that are none: {count}"), len(groups), shown(groups))


def _fingerprint(connection: sqlite3.Connection, article: int) -> Fingerprint:
    return fingerprint(search.in_order(search.rows(articles.draft_of(connection, article))))


def _is_right(connection: sqlite3.Connection, article: int) -> bool:
    try:
        own = _fingerprint(connection, article)
    except LibraryError:  # found elsewhere
        return True
    (sketch,) = connection.execute("SELECT sketch FROM body WHERE article = ?", (article,)).fetchone()
    one = "SELECT 1 FROM near WHERE key = ? AND article = ?"
    return bool(sketch == own.sketch) and all(connection.execute(one, (key, article)).fetchone() for key in own.keys)


def mend(scope: Scope) -> None:
    """Take all fingerprints anew, and find the groups by them."""
    connection = scope.connection
    outlets = dict(connection.execute("SELECT a.id, o.key FROM article a JOIN outlet o ON o.id = a.outlet").fetchall())
    connection.execute("DELETE FROM near")
    connection.execute("DELETE FROM copy")
    postings.drop(connection, *GROUPED)
    with postings.Batch(connection) as batch:
        for (article,) in connection.execute("SELECT article FROM body ORDER BY article").fetchall():
            with suppress(LibraryError):
                own = _fingerprint(connection, article)
                found = copies.find(connection, own, outlets.get(article, ""), ids.day_number(article))
                connection.execute("UPDATE body SET sketch = ? WHERE article = ?", (own.sketch, article))
                copies.remember(connection, article, own)
                if found.others:
                    copies.join(connection, batch, article, found.others)
