"""Links between facts: each leads to a fact that is there, and is there from both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import LibraryError
from tui.i18n import N_
from tui.model import Finding
from tui.store import codec, facts
from tui.store.checking.scope import Scope, shown

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

NAME = "links"

_PLACES = 1 << 16
_ONE_WAY = (
    "FROM fact_link WHERE NOT EXISTS"
    " (SELECT 1 FROM fact_link back WHERE back.fact = fact_link.other AND back.other = fact_link.fact)"
)


def look(scope: Scope) -> Iterator[Finding]:
    """Links to facts that are not there, and links that are stored for one of their facts alone."""
    if lost := _lost(scope.connection):
        articles = sorted({number // _PLACES for number in lost})
        yield Finding(NAME, N_("links of facts that are not there: {count}"), len(lost), shown(articles))
    one_way = [fact // _PLACES for (fact,) in scope.connection.execute(f"SELECT fact {_ONE_WAY}")]
    if one_way:
        yield Finding(NAME, N_("links of facts that lead one way only: {count}"), len(one_way), shown(one_way))


def _lost(connection: sqlite3.Connection) -> list[int]:
    """Numbers at either end of a link that are of no fact."""
    ends = "SELECT fact FROM fact_link UNION SELECT other FROM fact_link ORDER BY 1"
    lost, article, facts_there = [], -1, 0
    for (number,) in connection.execute(ends).fetchall():
        if number // _PLACES != article:
            article = number // _PLACES
            facts_there = _count(connection, article)
        if number % _PLACES >= facts_there:
            lost.append(number)
    return lost


def _count(connection: sqlite3.Connection, article: int) -> int:
    """How many facts an article has; for one that cannot be read as many as it can have."""
    row = connection.execute("SELECT facts FROM analysis WHERE article = ?", (article,)).fetchone()
    try:
        return len(codec.unpack_keys(row[0])) if row else 0
    except LibraryError:
        return _PLACES


def mend(scope: Scope) -> None:
    """Take away what leads nowhere, and link anew what it led from; find out anew what the other end says."""
    connection, compare = scope.connection, scope.analyser.compare
    bereft: set[int] = set()
    for number in _lost(connection):
        for end, other in (("fact", "other"), ("other", "fact")):
            gone = connection.execute(f"DELETE FROM fact_link WHERE {end} = ? RETURNING {other}", (number,)).fetchall()
            bereft.update(there // _PLACES for (there,) in gone)
    for fact, other in connection.execute(f"SELECT fact, other {_ONE_WAY}").fetchall():
        here, there = (facts.read(connection, end // _PLACES) for end in (other, fact))
        if found := compare(here[other % _PLACES], there[fact % _PLACES], here, there):
            connection.execute(
                "INSERT OR REPLACE INTO fact_link VALUES (?, ?, ?, ?)", (other, fact, found.relation, found.why)
            )
        else:
            connection.execute("DELETE FROM fact_link WHERE fact = ? AND other = ?", (fact, other))
    for article in bereft:
        packed = connection.execute("SELECT facts FROM analysis WHERE article = ?", (article,)).fetchone()
        if packed:
            facts.link(connection, article, codec.unpack_keys(packed[0]), compare)
