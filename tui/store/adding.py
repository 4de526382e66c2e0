"""Keeping an analysed draft: known copies, entities, facts and their links."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.arabic.sanitise import neutralise
from tui.model import Added
from tui.store import articles, entities, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from sqlite3 import Connection

    from tui.model import Analysis, Draft, Entity, Fact, FactLink
    from tui.store.connection import Connections
    from tui.store.postings import Batch


@dataclass(frozen=True, slots=True)
class Analyser:
    """The parts of analysis that the library joins with the store.

    Attributes:
        analyse: a draft and what is known (`find(key)` gives entities) to what is in the draft.
        keys: the folded whole names of an entity.
        block_keys: the numbers under which a fact meets those it may be linked with.
        compare: the link from one fact to another of a different article, if any.
    """

    analyse: Callable[[Draft, KnownEntities], Analysis]
    keys: Callable[[Entity], Iterable[str]]
    block_keys: Callable[[Fact], Sequence[int]]
    compare: Callable[[Fact, Fact], FactLink | None]


class KnownEntities:
    """What the library knows of names, as the resolver asks for it."""

    def __init__(self, connections: Connections, since: int = 0) -> None:
        """Look into a library; only at entities of a generation not before `since`."""
        self._connections = connections
        self._since = since

    def find(self, key: str) -> tuple[Entity, ...]:
        """Entities known under this folded name, most named first."""
        with self._connections.read(steady=True) as connection:
            return entities.by_alias(connection, key, since=self._since)


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


def copy_of(connection: Connection, draft: Draft, fingerprint: int, near: Callable[[int, int], bool]) -> Added | None:
    """The article that a draft repeats.

    The same title and text is always a copy; nearly the same text is one unless another outlet is known to have
    published it, since who repeats whom is news too.
    """
    found = articles.same(connection, draft)
    source = fold(draft.source)
    if not found:
        for article, other, outlet in articles.alike(connection, fingerprint):
            if near(fingerprint, other) and (not source or not outlet or source == outlet):
                found = article
                break
    if not found:
        return None
    return Added(found, "known", articles.title_of(connection, found))


def keep(
    connection: Connection, batch: Batch, article: int, analysis: Analysis, analyser: Analyser, *, generation: int = 0
) -> None:
    """Store what analysis found in an article, in place of what was there, and link its facts with those of others.

    Args:
        connection: in a transaction.
        batch: of the transaction.
        article: its id.
        analysis: what was found.
        analyser: what found it.
        generation: of the rebuild under way, 0 outside of one.
    """
    rows = entities.store(connection, analysis.entities, analyser.keys, generation)
    counts: dict[int, int] = {}
    for mention in analysis.mentions:
        row = rows.get(mention.entity) or (entities.row_of(connection, mention.entity) if mention.entity else 0)
        if row:
            counts[row] = counts.get(row, 0) + 1
    entities.set_mentions(connection, batch, article, counts)
    keys = [analyser.block_keys(fact) for fact in analysis.facts]
    facts.store(connection, batch, article, analysis, keys=keys, rows=rows)
    for old, new in analysis.merged:
        about = facts.articles_about(connection, entities.row_of(connection, old))
        entities.merge(connection, batch, old, new)
        for there in about:
            facts.rename(connection, there, analyser.block_keys)
    facts.link(connection, article, keys, analyser.compare)
