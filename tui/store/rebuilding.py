"""Analysing a library anew, so that a rebuild that is cut short goes on where it was.

What is under way stands in the table `rebuild`, and which articles it has done in the set `REBUILT`; the words of these
are in tables beside those that are searched, which take their place at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import UnknownItem
from tui.frozen import frozen
from tui.store import articles, entities, postings, search
from tui.store.adding import KnownHere, keep
from tui.store.naming import Naming
from tui.store.primitives import CORRECTED, EVERY, REBUILT, UNANALYSED
from tui.store.ready import Analysed, analysed, still

if TYPE_CHECKING:
    import sqlite3

    from pyroaring import BitMap

    from tui.store.analyser import Analyser, Known


@frozen
class Plan:
    """What a rebuild has to do.

    Attributes:
        generation: of the entities it finds; 0 where only what was never analysed is.
        left: the articles to do.
        whole: how many there are with those that are done.
    """

    generation: int
    left: BitMap
    whole: int


@frozen
class Anew:
    """An article analysed anew; `rows` is None where its words stay as they are."""

    article: int
    rows: tuple[str, str] | None
    found: Analysed


def begin(connection: sqlite3.Connection, version: str) -> Plan:
    """Begin a rebuild, or go on with one that was cut short.

    Args:
        connection: in a transaction.
        version: of the program; what another one has begun is begun anew.
    """
    every = postings.read(connection, EVERY)
    under_way = connection.execute("SELECT generation FROM rebuild WHERE version = ?", (version,)).fetchone()
    if under_way:
        left = every - postings.read(connection, REBUILT)
        return Plan(under_way[0], left, len(every))
    generation = entities.generation(connection) + 1
    search.start_anew(connection)
    with postings.Batch(connection) as batch:
        batch.remove(REBUILT, postings.read(connection, REBUILT))
    connection.execute("DELETE FROM rebuild")
    connection.execute("INSERT INTO rebuild VALUES (?, ?)", (generation, version))
    return Plan(generation, every, len(every))


def missing(connection: sqlite3.Connection) -> Plan:
    """Only what was added without analysis."""
    left = postings.read(connection, UNANALYSED)
    return Plan(0, left, len(left))


def touched(connection: sqlite3.Connection) -> Plan:
    """Only what corrections touched, and what they make of it is not yet known."""
    left = postings.read(connection, CORRECTED)
    return Plan(0, left, len(left))


def settled(connection: sqlite3.Connection) -> None:
    """Forget the entities that no article names any more since what corrections touched was analysed again."""
    entities.remove_unnamed(connection, entities.generation(connection) + 1)


def prepared(connection: sqlite3.Connection, plan: Plan, article: int, analyser: Analyser, known: Known) -> Anew | None:
    """Analyse an article before the transaction that keeps it; None where it is gone for good."""
    try:
        draft = articles.draft_of(connection, article)
    except UnknownItem:
        return None
    rows = search.rows(draft) if plan.generation else None
    return Anew(article, rows, analysed(analyser, draft, known))


class Rebuilding:
    """One transaction of a rebuild; what many articles share is written once at its end."""

    def __init__(self, connection: sqlite3.Connection, analyser: Analyser, generation: int) -> None:
        self._connection = connection
        self._analyser = analyser
        self._batch = postings.Batch(connection)
        self._naming = Naming(connection, self._batch, analyser.keys, generation)
        self._known = KnownHere(self._naming, generation)
        self._rows: list[tuple[int, str, str]] = []

    def keep(self, one: Anew) -> None:
        """Keep what was found in an article, or find it again where that no longer holds."""
        if not articles.there(self._connection, one.article):
            self._batch.remove(CORRECTED, (one.article,))
            return
        analysis = one.found.analysis
        if not still(self._known, one.found.answers):
            draft = articles.draft_of(self._connection, one.article)
            analysis = self._analyser.again(draft, self._known, one.found.names, analysis)
        keep(self._naming, one.article, analysis, self._analyser, new=False)
        self._batch.remove(UNANALYSED, (one.article,))
        self._batch.remove(CORRECTED, (one.article,))
        if one.rows is not None:
            self._rows.append((one.article, *one.rows))
            self._batch.add(REBUILT, (one.article,))

    def finish(self) -> None:
        """Write what many share."""
        if self._rows:
            search.index_rows(self._connection, sorted(self._rows), suffix="_new")
        self._naming.settle()
        self._batch.write()


def end(connection: sqlite3.Connection, generation: int) -> None:
    """Let what was made anew take its place, with the words of articles that were added meanwhile."""
    done = postings.read(connection, REBUILT)
    late = [(article, articles.draft_of(connection, article)) for article in postings.read(connection, EVERY) - done]
    search.index_many(connection, late, suffix="_new")
    search.put_new_in_place(connection)
    entities.remove_unnamed(connection, generation)
    with postings.Batch(connection) as batch:
        batch.remove(REBUILT, done)
    connection.execute("DELETE FROM rebuild")
