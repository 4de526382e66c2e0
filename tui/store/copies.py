"""Near copies: finding what a new article repeats, and the groups of one report in several outlets.

An article is one of a group when its text is nearly that of one of the group in another outlet, at about the same time.
Groups that turn out to be one become one, so that they do not depend on the order in which articles came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.fingerprint import ALIKE, SAME, likeness
from tui.frozen import frozen
from tui.store import articles, ids
from tui.store.primitives import GROUPED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from tui.arabic.fingerprint import Fingerprint
    from tui.model import ArticleRow
    from tui.store.postings import Batch

_DAYS = 7
"""How far apart the days of copies in several outlets may be."""

_PER_KEY = 64
"""Articles looked at under one key, newest first: what more share is a form letter."""


@frozen
class Copies:
    """The articles that a text is nearly the same as, oldest first.

    Attributes:
        own: in the outlet that publishes it, of the same days, or where either outlet is unknown: it is known already.
        others: in other outlets: they are one group.
    """

    own: tuple[int, ...] = ()
    others: tuple[int, ...] = ()


def find(connection: sqlite3.Connection, fingerprint: Fingerprint, source: str, slot: int) -> Copies:
    """Find the near copies of a text.

    Args:
        connection: in a transaction.
        fingerprint: of the text.
        source: the folded name of its outlet, '' when unknown.
        slot: its day (`ids.slot`).
    """
    own, others = [], []
    for article, sketch, outlet in _candidates(connection, fingerprint, slot):
        near = likeness(fingerprint.sketch, sketch)
        between = ids.days_between(slot, ids.day_number(article))
        one = not source or not outlet or source == outlet
        if one and near >= SAME and between <= 1:
            own.append(article)
        elif near >= ALIKE and between <= _DAYS and (source != outlet or not source):
            others.append(article)
    return Copies(tuple(own), tuple(others))


def _candidates(
    connection: sqlite3.Connection, fingerprint: Fingerprint, slot: int
) -> Iterator[tuple[int, bytes, str]]:
    """Articles of about the same days that share a key, with sketch and folded outlet, oldest first."""
    found: set[int] = set()
    (first, last), undated = ids.around(slot, _DAYS)
    for key in fingerprint.keys:
        sql = "SELECT article FROM near WHERE key = ? AND article BETWEEN ? AND ? ORDER BY article DESC LIMIT ?"
        found.update(article for (article,) in connection.execute(sql, (key, first, last, _PER_KEY)))
        if last < undated:
            found.update(article for (article,) in connection.execute(sql, (key, undated, ids.END, _PER_KEY)))
    sql = (
        "SELECT a.id, b.sketch, coalesce(o.key, '') FROM article a JOIN body b ON b.article = a.id"
        " LEFT JOIN outlet o ON o.id = a.outlet WHERE a.id = ?"
    )
    for article in sorted(found):
        yield from connection.execute(sql, (article,))


def remember(connection: sqlite3.Connection, article: int, fingerprint: Fingerprint) -> None:
    """Keep the keys of an article, so that its copies are found."""
    rows = ((key, article) for key in fingerprint.keys)
    connection.executemany("INSERT OR IGNORE INTO near VALUES (?, ?)", rows)


def forget(connection: sqlite3.Connection, article: int, fingerprint: Fingerprint) -> None:
    """Let an article be nobody's copy any more."""
    rows = ((key, article) for key in fingerprint.keys)
    connection.executemany("DELETE FROM near WHERE key = ? AND article = ?", rows)


# ---------------------------------------------------------------- groups


def join(connection: sqlite3.Connection, batch: Batch, article: int, others: Sequence[int]) -> None:
    """Make an article and others one group, with all that are of a group with any of them."""
    whole = {article, *others}
    for other in (article, *others):
        whole.update(group(connection, other))
    first = min(whole)
    connection.executemany("INSERT OR REPLACE INTO copy VALUES (?, ?)", ((one, first) for one in sorted(whole)))
    batch.add(GROUPED, whole - {first})
    batch.remove(GROUPED, (first,))


def leave(connection: sqlite3.Connection, batch: Batch, article: int) -> None:
    """Take an article out of its group, which is one no more with a single article left."""
    rest = [one for one in group(connection, article) if one != article]
    connection.executemany("DELETE FROM copy WHERE article = ?", ((one,) for one in (article, *rest)))
    batch.remove(GROUPED, (article, *rest[:1]))
    if len(rest) > 1:
        connection.executemany("INSERT INTO copy VALUES (?, ?)", ((one, rest[0]) for one in rest))


def group(connection: sqlite3.Connection, article: int) -> list[int]:
    """All articles of the group that an article is of, in the order of their dates; empty without one."""
    found = connection.execute(
        "SELECT c.article FROM copy c JOIN copy own ON own.first = c.first WHERE own.article = ? ORDER BY c.article",
        (article,),
    )
    return [one for (one,) in found]


def others(connection: sqlite3.Connection, article: int) -> tuple[ArticleRow, ...]:
    """The other articles of the group that an article is of, in the order of their dates."""
    return articles.rows(connection, [one for one in group(connection, article) if one != article])
