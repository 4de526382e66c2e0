"""Keeping an analysed draft: known copies, entities, facts and their links."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.arabic.sanitise import neutralise
from tui.errors import DayFull
from tui.model import Added, Corrections, Failed
from tui.store import articles, copies, corrections, entities, facts, ids, marks, search
from tui.store.naming import Naming
from tui.store.postings import Batch
from tui.store.primitives import UNANALYSED
from tui.store.ready import Ready, still

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection
    from typing import Self

    from tui.model import Analysis, Draft, Entity
    from tui.store.analyser import Analyser
    from tui.store.connection import Connections
    from tui.store.copies import Copies


class KnownEntities:
    """What the library knows of names, as the resolver asks for it within `steady`."""

    _connection: Connection

    def __init__(self, connections: Connections, since: int = 0) -> None:
        """Look into a library; only at entities of a generation not before `since`."""
        self._connections = connections
        self._since = since
        self._corrections = Corrections()

    @contextmanager
    def steady(self) -> Iterator[Self]:
        """Answer from one transaction, of which an article asks for dozens of names."""
        with self._connections.read(steady=True) as self._connection:
            yield self

    def find(self, key: str) -> tuple[Entity, ...]:
        """Entities known under this folded name, most named first."""
        return entities.by_alias(self._connection, key, since=self._since)

    def corrections(self) -> Corrections:
        """What the reader put right, as far as it holds."""
        self._corrections = corrections.renewed(self._connection, self._corrections)
        return self._corrections


class KnownHere:
    """The same, as a transaction under way sees it."""

    def __init__(self, naming: Naming, since: int = 0) -> None:
        """Look at what `naming` has learned too."""
        self._naming = naming
        self._since = since
        self._corrections = Corrections()

    def find(self, key: str) -> tuple[Entity, ...]:
        """Entities known under this folded name, most named first."""
        self._naming.settle()
        return entities.by_alias(self._naming.connection, key, since=self._since)

    def corrections(self) -> Corrections:
        """What the reader put right, as far as it holds."""
        self._corrections = corrections.renewed(self._naming.connection, self._corrections)
        return self._corrections


def harmless(draft: Draft) -> Draft:
    """The draft without characters that hurt; offsets stay. Sources see to it, drafts made by hand may not."""
    return replace(
        draft,
        text=neutralise(draft.text),
        title=neutralise(draft.title),
        source=neutralise(draft.source),
        published=neutralise(draft.published),
        author=neutralise(draft.author),
        url=neutralise(draft.url),
        tags=tuple(map(neutralise, draft.tags)),
        language=neutralise(draft.language),
        origin=neutralise(draft.origin),
    )


def copies_of(connection: Connection, one: Ready) -> Copies:
    """The articles that a draft nearly repeats. One of another outlet is not known: who repeats whom is news."""
    return copies.find(connection, one.fingerprint, fold(one.source), ids.slot(one.published))


def known(connection: Connection, article: int) -> Added:
    """What is said of a draft that is there already, as this article."""
    return Added(article, "known", articles.title_of(connection, article))


class Keeping:
    """One transaction that adds articles; what many share is written once at its end."""

    def __init__(
        self, connection: Connection, analyser: Analyser, *, analysed: bool = True, exact: bool = False
    ) -> None:
        """Add in a transaction.

        Args:
            connection: in it.
            analyser: finds what is not found before, or no longer holds.
            analysed: whether articles are to be analysed.
            exact: whether near copies of the same outlet are added too.
        """
        self._connection = connection
        self._analyser = analyser
        self._analysed, self._exact = analysed, exact
        self._batch = Batch(connection)
        self._naming = Naming(connection, self._batch, analyser.keys)
        self._known = KnownHere(self._naming)
        self._rows: list[tuple[int, str, str]] = []

    def add(self, one: Ready) -> Added | Failed:
        """Keep an article unless it, or a near copy of its outlet, is there, of this transaction or before."""
        found = copies_of(self._connection, one)
        there = articles.same(self._connection, one.digest, one.draft)
        if not there and found.own and not self._exact:
            there = found.own[0]
        if there:
            return self._there(there)
        analysis = self._analysis(one) if self._analysed else None
        try:
            article = articles.insert(self._connection, self._batch, one)
        except DayFull as error:
            return Failed(f"{one.title}: {error}")
        copies.remember(self._connection, article, one.fingerprint)
        if found.others:
            copies.join(self._connection, self._batch, article, found.others)
        self._rows.append((article, *one.rows))
        if analysis is None:
            self._batch.add(UNANALYSED, (article,))
        else:
            keep(self._naming, article, analysis, self._analyser, new=True)
        return Added(article, "added", one.title)

    def _there(self, article: int) -> Added:
        """What becomes of a draft that is there: whoever adds a deleted article wants it back."""
        found = known(self._connection, article)
        if not marks.of(self._connection, (article,)).deleted:
            return found
        marks.mark(self._connection, (article,), {"deleted": False})
        return replace(found, status="added")

    def _analysis(self, one: Ready) -> Analysis:
        if one.found and still(self._known, one.found.answers):
            return one.found.analysis
        if one.found is None:
            return self._analyser.analyse(one.draft(), self._known)
        return self._analyser.again(one.draft(), self._known, one.found.names, one.found.analysis)

    def finish(self) -> None:
        """Write what many share."""
        search.index_rows(self._connection, sorted(self._rows))
        self._naming.settle()
        self._batch.write()


def keep(naming: Naming, article: int, analysis: Analysis, analyser: Analyser, *, new: bool) -> None:
    """Store what analysis found in an article, in place of what was there, and link its facts with those of others.

    Args:
        naming: of the transaction.
        article: its id.
        analysis: what was found.
        analyser: what found it.
        new: nothing was found in it before.
    """
    connection = naming.connection
    rows = {entity.id: naming.row(entity) for entity in analysis.entities}
    counts: dict[int, int] = {}
    for mention in analysis.mentions:
        row = rows.get(mention.entity) or (entities.row_of(connection, mention.entity) if mention.entity else 0)
        if row:
            counts[row] = counts.get(row, 0) + 1
    naming.mention(article, counts, new=new)
    keys = [analyser.block_keys(fact) for fact in analysis.facts]
    facts.store(connection, naming.batch, article, analysis, keys=keys, rows=rows)
    for old, merged_into in analysis.merged:
        about = facts.articles_about(connection, entities.row_of(connection, old))
        # An old id may become another entity's; those who meant this one by it must not be taken to mean that.
        for there in naming.merge(old, merged_into):
            facts.rename_mentions(connection, there)
        for there in about:
            facts.rename(connection, there, analyser.block_keys)
    facts.link(connection, article, keys, analyser.compare)
