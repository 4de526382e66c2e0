"""What is put together for one page of the reader."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.errors import UnknownItem
from tui.model import EntityTerm, EntityView
from tui.store import articles, corrections, entities, facets, facts, occurrences, statements
from tui.store.ids import END
from tui.store.index import asking
from tui.store.select import evaluate, newest

if TYPE_CHECKING:
    from tui.model import StoredFact
    from tui.store.connection import Connections

ROWS, FACTS, RELATED, SEEN = 50, 100, 20, 300
"""How much of an entity is shown: newest articles, newest facts, entities named along with it; and in how many of the
newest articles its names are looked at."""


def weighed(stored: StoredFact) -> StoredFact:
    """A fact with whether it is sure enough to be shown where not all are; what the reader calls right is."""
    from tui.analysis.facts import sure  # a table of a few lines

    return stored if stored.verdict == "right" or sure(stored.fact) else replace(stored, sure=False)


def entity_view(connections: Connections, name_or_id: str) -> EntityView:
    """See `Library.entity`.

    Raises:
        UnknownItem: there is none.
    """
    with asking(connections) as (connection, index):
        found = entities.row_of(connection, name_or_id) or next(iter(entities.named(connection, name_or_id)), 0)
        if not found:
            raise UnknownItem(f"{name_or_id}: no entity has this name; `warraq entities --name` finds by part of one")
        facet = entities.by_rows(connection, (found,))[found]
        term = EntityTerm("", id=facet.entity.id)
        every = evaluate(index, term)
        known = statements.about(connection, facet.entity)
        together = facets.facets(connection, index, term, (), RELATED + 1)
        return EntityView(
            entity=facet.entity,
            articles=len(every),
            rows=articles.rows(connection, newest(index, term, before=END, limit=ROWS)),
            facts=tuple(map(weighed, facts.about(connection, found, FACTS))),
            related=tuple(other for other in together if other.entity.id != facet.entity.id)[:RELATED],
            statements=known,
            seen=occurrences.names(connection, facet.entity.id, newest(index, term, before=END, limit=SEEN)),
            periods=occurrences.periods(every),
            corrections=corrections.about(connection, facet.entity.id),
            packs=statements.days(connection, (one.pack for one in known)),
        )
