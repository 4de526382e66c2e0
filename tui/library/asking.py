"""What is asked of a library; see `tui.library.Library`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.library.choosing import Choosing
from tui.library.views import entity_view, weighed
from tui.model import ALL, And, ArticleView, EntityView, FactTerm, StoredFact
from tui.store import articles, copies, entities, facets, facts, marks, statements
from tui.store.ids import END
from tui.store.index import asking
from tui.store.listing import listing
from tui.store.primitives import READ
from tui.store.select import evaluate, newest
from tui.store.snippets import snippets

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from tui.errors import LibraryError
    from tui.model import ArticleRow, Entity, EntityType, Facet, Grouping, Listing, Order, QueryPart, Ranking, Tag
    from tui.model.answers import Snippet

_PAGE = 200


class Asking(Choosing):
    """The questions: each is one transaction, and its answer needs the library no more."""

    def ids(self, query: QueryPart = ALL, order: Order = "newest") -> array[int]:
        """The ids of all matching articles in an order."""
        with asking(self._connections) as (connection, index):
            return listing(connection, index, query, order).ids

    def listing(self, query: QueryPart = ALL, order: Order = "newest", grouping: Grouping = "") -> Listing:
        """The matching articles in an order, and where their groups begin.

        Args:
            query: which articles.
            order: by relevance only where there are not too many (`tui.store.relevance.MOST`), else from the newest
                on; the answer says which it is.
            grouping: by day in an order of dates, by source in that of sources; in another order there are no groups.
        """
        with asking(self._connections) as (connection, index):
            return listing(connection, index, query, order, grouping)

    def first_unread(self, ids: Iterable[int]) -> int:
        """The first of some articles that is not read, 0 where all are."""
        with asking(self._connections) as (_, index):
            read = index.posting(READ)
            return next((article for article in ids if article not in read), 0)

    def rows(self, ids: Sequence[int]) -> tuple[ArticleRow, ...]:
        """The rows of these articles in this order; unknown ids are left out."""
        with self._connections.read() as connection:
            return articles.rows(connection, ids)

    def snippets(self, ids: Sequence[int], query: QueryPart) -> dict[int, Snippet]:
        """What shows best why a query found these articles; nothing where it asks for no text."""
        with self._connections.read() as connection:
            return snippets(connection, ids, query)

    def page(self, query: QueryPart = ALL, *, before: int | None = None, limit: int = 50) -> tuple[ArticleRow, ...]:
        """The newest matching articles, or those that follow the article `before`."""
        with asking(self._connections) as (connection, index):
            last = END if before is None else min(before, END)
            return articles.rows(connection, newest(index, query, before=last, limit=limit))

    def count(self, query: QueryPart = ALL) -> int:
        """How many articles match."""
        with asking(self._connections) as (_, index):
            return len(evaluate(index, query))

    def arrived(self, query: QueryPart, known: Iterable[int]) -> int:
        """How many articles match that are not among the known ids."""
        with asking(self._connections) as (_, index):
            return len(evaluate(index, query) - BitMap(known))

    def article(self, id: int) -> ArticleView:  # noqa: A002 - the word of the model
        """All that is to be shown of an article.

        Raises:
            UnknownItem: there is none with this id.
        """
        return self.with_facts(self.text(id))

    def text(self, id: int) -> ArticleView:  # noqa: A002 - the word of the model
        """An article with the names in it, as its text is shown; its facts take as long again to read.

        Raises:
            UnknownItem: there is none with this id.
        """
        with self._connections.read() as connection:
            return ArticleView(
                article=articles.read(connection, id),
                mentions=facts.mentions(connection, id),
                entities=entities.of_articles(connection, (id,))[id],
                copies=copies.others(connection, id),
                analysed=facts.analysed(connection, id),
            )

    def with_facts(self, view: ArticleView) -> ArticleView:
        """The same article with its facts and their links."""
        found = self._facts_of(view.article.id)
        with self._connections.read() as connection:
            said = {entity.id: statements.about(connection, entity) for entity in view.entities}
            packs = statements.days(connection, (one.pack for known in said.values() for one in known))
        return replace(
            view,
            known={entity: known for entity, known in said.items() if known},
            packs=packs,
            facts=tuple(stored.fact for stored in found),
            links={stored.fact.id: stored.links for stored in found if stored.links},
            verdicts={stored.fact.id: stored.verdict for stored in found if stored.verdict},
            unsure=frozenset(stored.fact.id for stored in found if not stored.sure),
        )

    def facets(
        self, query: QueryPart = ALL, *, types: Collection[EntityType] = (), limit: int = 200
    ) -> tuple[Facet, ...]:
        """The entities that most of the matching articles name, by falling count; all types unless some are named."""
        with asking(self._connections) as (connection, index):
            return facets.facets(connection, index, query, types, limit)

    def rankings(self, query: QueryPart = ALL) -> tuple[Ranking, ...]:
        """All entities that the matching articles name with their counts, by type: numbers, for there may be many."""
        with asking(self._connections) as (connection, index):
            return facets.rankings(connection, index, query)

    def named(self, rankings: Sequence[Ranking], text: str, *, mistyped: bool = False) -> tuple[Ranking, ...]:
        """Those entities that have every word of `text` as the beginning of a word of their names; for '' all.

        With `mistyped` a word of four letters and more may have a letter missing, swapped, wrong or too many.
        """
        with self._connections.read() as connection:
            return facets.named(connection, rankings, text, mistyped=mistyped)

    def numbered(self, numbers: Collection[int]) -> dict[int, Entity]:
        """Entities by their numbers in the library; those that are no more are left out."""
        with self._connections.read() as connection:
            return {row: facet.entity for row, facet in entities.by_rows(connection, numbers).items()}

    def number_of(self, id: str) -> int:  # noqa: A002 - the word of the model
        """The number of an entity in the library, by its id; 0 for none."""
        with self._connections.read() as connection:
            return entities.row_of(connection, id)

    def tags(self) -> tuple[Tag, ...]:
        """The tags that articles have, by name."""
        with asking(self._connections) as (connection, index):
            return marks.tags(connection, index)

    def find_entities(self, text: str, *, type: EntityType | None = None, limit: int = 20) -> tuple[Facet, ...]:  # noqa: A002
        """Entities with every word of `text` as the beginning of a word of their names; '' is in all."""
        with asking(self._connections) as (connection, index):
            found = entities.find(connection, text, type, limit)
            return facets.without_deleted(index, found, found.values())

    def copies(self, id: int) -> tuple[ArticleRow, ...]:  # noqa: A002 - the word of the model
        """The same report in other outlets, in the order of their dates; empty for an article of its own."""
        with self._connections.read() as connection:
            return copies.others(connection, id)

    def entities_of(self, ids: Sequence[int]) -> dict[int, tuple[Entity, ...]]:
        """The entities of articles by first mention; `mentions` is their number in the article."""
        with self._connections.read() as connection:
            return entities.of_articles(connection, ids)

    def entity(self, name_or_id: str) -> EntityView:
        """All that is known of an entity.

        Args:
            name_or_id: its id, also one from before it was merged, or a name; of several entities with this name the
                one that most articles name.

        Raises:
            UnknownItem: there is none.
        """
        return entity_view(self._connections, name_or_id)

    def facts(self, query: QueryPart = ALL, *, limit: int | None = None) -> Iterator[StoredFact]:
        """The facts of the matching articles with their links, newest article first.

        A query that asks for a kind of fact (`fact:quantity`) gets facts of that kind alone.
        """
        kinds = {
            part.kind for part in (query.parts if isinstance(query, And) else (query,)) if isinstance(part, FactTerm)
        }
        left = limit
        found = self.ids(query)
        for start in range(0, len(found), _PAGE):
            for article in found[start : start + _PAGE]:
                for stored in self._facts_of(article):
                    if kinds and stored.fact.kind not in kinds:
                        continue
                    if left is not None:
                        if not left:
                            return
                        left -= 1
                    yield stored

    def export(
        self, ids: Iterable[int] | None = None, *, failed: Callable[[int, LibraryError], object] | None = None
    ) -> Iterator[dict[str, object]]:
        """The records of an export, one by one: a header, then these articles in this order (`tui.sources.exported`).

        Args:
            ids: of articles; what is of no article any more is left out. None for all that the library holds: its
                articles, oldest first, and statements.
            failed: told of articles that cannot be read; None to raise.

        Raises:
            LibraryError: an article cannot be read, and `failed` is None.
        """
        from tui.library.exchange import records

        return records(self._connections, ids, failed)

    # ------------------------------------------------------------ inside

    def _facts_of(self, article: int) -> tuple[StoredFact, ...]:
        with self._connections.read() as connection:
            return tuple(map(weighed, facts.of_article(connection, article)))
