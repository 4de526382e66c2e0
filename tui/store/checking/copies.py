"""What near copies are found by, against the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import LibraryError
from tui.i18n import N_
from tui.model import Finding
from tui.store import articles, codec
from tui.store.checking.scope import Scope, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "copies"

_MOST = 1_000  # articles whose fingerprint is taken anew (1 ms each) unless the check is thorough
_QUARTERS = 4
_UNEVEN = (
    f"SELECT article FROM band GROUP BY article HAVING count(*) != {_QUARTERS} OR min(fingerprint) != max(fingerprint)"
)
_LOST = "SELECT DISTINCT article FROM band WHERE article NOT IN (SELECT article FROM body)"
_BARE = "SELECT article FROM body WHERE article NOT IN (SELECT article FROM band)"


def look(scope: Scope) -> Iterator[Finding]:
    """Articles that are not found by their fingerprint."""
    connection = scope.connection
    wrong = {row for sql in (_UNEVEN, _LOST, _BARE) for (row,) in connection.execute(sql)}
    there = [article for (article,) in connection.execute("SELECT article FROM body ORDER BY article")]
    wrong.update(article for article in scope.some(there, _MOST) if not _is_right(scope, article))
    if wrong:
        said = N_("articles whose near copies are not found: {count}")
        yield Finding(NAME, said, len(wrong), shown(sorted(wrong)))


def _is_right(scope: Scope, article: int) -> bool:
    (packed,) = scope.connection.execute("SELECT draft FROM body WHERE article = ?", (article,)).fetchone()
    try:
        rows = articles.bands(scope.tools.fingerprint(codec.unpack_draft(packed)))
    except LibraryError:
        return True
    sql = "SELECT 1 FROM band WHERE quarter = ? AND article = ? AND fingerprint = ?"
    return all(scope.connection.execute(sql, (quarter, article, mark)).fetchone() for quarter, mark in rows)


def mend(scope: Scope) -> None:
    """Take all fingerprints anew."""
    connection = scope.connection
    connection.execute("DELETE FROM band")
    for (article,) in connection.execute("SELECT article FROM body").fetchall():
        (packed,) = connection.execute("SELECT draft FROM body WHERE article = ?", (article,)).fetchone()
        try:
            rows = articles.bands(scope.tools.fingerprint(codec.unpack_draft(packed)))
        except LibraryError:
            continue
        bands = ((quarter, article, mark) for quarter, mark in rows)
        connection.executemany("INSERT INTO band VALUES (?, ?, ?)", bands)
