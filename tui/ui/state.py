"""What is in view: the query as typed, as read, and the entities chosen in the filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.direction import isolate
from tui.arabic.normalise import fold
from tui.frozen import frozen
from tui.i18n import N_, _, direction
from tui.model import ALL, And, Entity, EntityTerm, Not, Or
from tui.query import needles, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model import Grouping, Order, QueryPart, TextPart
    from tui.query.write import Language


@frozen
class Chosen:
    """The entities that an article must name, and those that it must not; with `any` one of the first is enough."""

    included: tuple[Entity, ...] = ()
    excluded: tuple[Entity, ...] = ()
    any: bool = False

    def toggled(self, entity: Entity, how: str) -> Chosen:
        """Choose an entity this way, or drop it when it is chosen so already."""
        included = tuple(e for e in self.included if e.id != entity.id)
        excluded = tuple(e for e in self.excluded if e.id != entity.id)
        if how == "include" and len(included) == len(self.included):
            included = (*included, entity)
        elif how == "exclude" and len(excluded) == len(self.excluded):
            excluded = (*excluded, entity)
        return Chosen(included, excluded, self.any)

    def without(self, id_: str) -> Chosen:
        """The same without an entity, by its id."""
        included, excluded = (tuple(one for one in some if one.id != id_) for some in (self.included, self.excluded))
        return Chosen(included, excluded, self.any)

    def shorter(self) -> Chosen:
        """The same without its last part, in the order in which it is told in words."""
        if self.excluded:
            return Chosen(self.included, self.excluded[:-1], self.any)
        return Chosen(self.included[:-1], (), self.any)

    def joined(self) -> Chosen:
        """The same, any of those included in place of all of them, or the other way round."""
        return Chosen(self.included, self.excluded, not self.any)

    def terms(self, *, by_id: bool) -> tuple[QueryPart, ...]:
        """What an article must satisfy; by their types and names where a query is to be typed."""
        included, excluded = (
            tuple(EntityTerm(one.name, id=one.id) if by_id else EntityTerm(one.name, one.type) for one in some)
            for some in (self.included, self.excluded)
        )
        one_of = (Or(included),) if self.any and len(included) > 1 else included
        return (*one_of, *map(Not, excluded))

    def __bool__(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.included or self.excluded)


# A list in one of these orders may be grouped so.
_GROUPED: dict[Order, Grouping] = {"newest": "day", "oldest": "day", "source": "source"}
_ORDERS: dict[Order, str] = {
    "newest": N_("newest first"),
    "oldest": N_("oldest first"),
    "source": N_("by source"),
    "title": N_("by title"),
    "relevance": N_("by relevance"),
}


@frozen
class Arrangement:
    """The order of the list, and by what it is grouped: by day in an order of dates, by source in that of sources."""

    order: Order = "newest"
    grouping: Grouping = ""

    def ordered(self, *, searching: bool) -> Arrangement:
        """In the next order; that by relevance is one of those in which texts are searched for."""
        orders = [order for order in _ORDERS if searching or order != "relevance"]
        at = orders.index(self.order) if self.order in orders else -1
        order = orders[(at + 1) % len(orders)]
        return Arrangement(order, self.grouping if _GROUPED.get(order) == self.grouping else "")

    def grouped(self) -> Arrangement:
        """Grouped otherwise: not at all, by day, by source; the order follows."""
        if self.grouping == "source":
            return Arrangement()
        if self.grouping == "day" or self.order == "source":
            return Arrangement("source", "source")
        return Arrangement(self.order if self.order in {"newest", "oldest"} else "newest", "day")

    def of(self, needles: Needles) -> Arrangement:
        """What can be had of it in a search."""
        return Arrangement() if self.order == "relevance" and not needles.texts else self

    def words(self, order: Order) -> str:
        """It in words, '' for the usual one.

        Args:
            order: that of the list, which is by date where there is too much for an order by relevance.
        """
        if order != self.order:
            return _("newest first: too many for an order by relevance")
        if not self.grouping:
            return _(_ORDERS[order]) if order != "newest" else ""
        grouped = _("grouped by day") if self.grouping == "day" else _("grouped by source")
        return _(", ").join([_(_ORDERS[order]), grouped]) if order == "oldest" else grouped


@frozen
class Needles:
    """What to mark in a text: words, phrases and beginnings of words, and the mentions of entities."""

    texts: tuple[TextPart, ...] = ()
    entities: tuple[EntityTerm, ...] = ()

    def names(self, entity: Entity) -> bool:
        """Whether an entity is one of those sought: by its id, or by the words of one of its names."""
        if any(term.id == entity.id for term in self.entities):
            return True
        names = [f" {fold(name)}" for name in (entity.name, *entity.names, entity.latin)]
        sought = [fold(term.name).split() for term in self.entities if not term.id]
        return any(all(f" {word}" in name for word in words) for words in sought for name in names)


@frozen
class Part:
    """A part of the filter in words, or what stands between two of them.

    Attributes:
        text: a phrase.
        drops: what is dropped with it: the id of an entity, '' for the search, None where it is no part.
    """

    text: str
    drops: str | None = None


_GAP = "  "


def _between(groups: Sequence[Sequence[Part]], gap: str) -> list[Part]:
    """The parts of all groups, with a gap between any two groups."""
    found: list[Part] = []
    for group in groups:
        found += [Part(gap), *group] if found else group
    return found


@frozen
class View:
    """One view of the library.

    Attributes:
        text: the query as typed.
        parsed: the query as read.
        chosen: the entity filter.
    """

    text: str = ""
    parsed: QueryPart = ALL
    chosen: Chosen = Chosen()

    @property
    def query(self) -> QueryPart:
        """Query and filter in one."""
        return And((self.parsed, *self.chosen.terms(by_id=True)))

    @property
    def written(self) -> str:
        """Query and filter as one query to type, the entities by type and name."""
        spoken: Language = "ar" if direction() == "R" else "en"
        terms = self.chosen.terms(by_id=False)
        text = f"({self.text})" if isinstance(self.parsed, Or) and self.chosen else self.text
        alone = len(terms) == 1 and not text.strip()
        written = (write(term, spoken) for term in terms)
        names = (
            f"({name})" if isinstance(term, Or) and not alone else name
            for term, name in zip(terms, written, strict=True)
        )
        return " ".join(filter(None, (text.strip(), *names)))

    @property
    def needles(self) -> Needles:
        """What to mark in the text of an article in view."""
        return Needles(needles(self.parsed), tuple(_names(self.query)))

    @property
    def parts(self) -> tuple[Part, ...]:
        """Query and filter in words, part by part, with what stands between them."""
        search = [Part(_("Search: {query}").format(query=isolate(self.text)), "")] if self.text else []
        included = [Part(isolate(f"✓ {entity.name}"), entity.id) for entity in self.chosen.included]
        excluded = [Part(isolate(f"− {entity.name}"), entity.id) for entity in self.chosen.excluded]
        joined = _between([[part] for part in included], _(" or ") if self.chosen.any else _GAP)
        groups = [search, joined, *([part] for part in excluded)]
        return tuple(_between([group for group in groups if group], _GAP))

    @property
    def words(self) -> str:
        """Query and filter in words."""
        return "".join(part.text for part in self.parts) or _("All articles")


def _names(part: QueryPart) -> Iterator[EntityTerm]:
    """The entities that a query asks for, not those that it excludes."""
    if isinstance(part, EntityTerm):
        yield part
    elif isinstance(part, And | Or):
        for inner in part.parts:
            yield from _names(inner)
