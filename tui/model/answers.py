"""What the library answers."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.frozen import frozen

if TYPE_CHECKING:
    from array import array

    from pyroaring import BitMap

    from tui.model.articles import Article, ArticleRow
    from tui.model.corrections import Correction
    from tui.model.entities import Entity, EntityType, Mention, Statement
    from tui.model.facts import Fact, FactLink
    from tui.model.queries import Grouping, Order


@frozen
class Added:
    """What became of a draft: `known` when the library has it, or a near-identical copy, already."""

    id: int
    status: Literal["added", "known"]
    title: str


@frozen
class Snippet:
    """The stretch of an article that best shows why it was found; spans are half-open code points.

    Attributes:
        text: one line, with `…` where the paragraph goes on; '' for an article without text.
        hits: what was searched for in `text`; none where only the title has it.
        title: the same in the title.
    """

    text: str
    hits: tuple[tuple[int, int], ...] = ()
    title: tuple[tuple[int, int], ...] = ()


@frozen
class Failed:
    """An article that could not be added, and why, in one line that names it."""

    reason: str


class Group(NamedTuple):
    """Articles of a list that follow one another and have a day or an outlet in common.

    Attributes:
        start: the place of the first.
        label: an ISO day, or the name of an outlet; '' where there is none.
    """

    start: int
    label: str


@frozen
class Listing:
    """All articles that match, in an order.

    Attributes:
        ids: of the articles.
        every: the same as a set, not to be changed.
        order: which it is.
        grouping: what those of a group have in common.
        groups: they begin with the first article and leave none out; empty where nothing is grouped.
    """

    ids: array[int]
    every: BitMap
    order: Order = "newest"
    grouping: Grouping = ""
    groups: tuple[Group, ...] = ()


@frozen
class LinkedFact:
    """A fact of another article that says the same, differs or goes on.

    Attributes:
        copied: whether it says the same in the same words: one of the two texts comes from the other, or both from one.
        source: facts that say the same and come from one text or one outlet have one number; 0 is the fact's own.
    """

    link: FactLink
    fact: Fact
    article: ArticleRow
    copied: bool = False
    source: int = 0


@frozen
class ArticleView:
    """All that the reader shows of one article.

    Attributes:
        links: a fact's id to its links into other articles.
        verdicts: a fact's id to what the reader said of it, `right` or `wrong`.
        unsure: the ids of facts that are shown only where all are.
        known: what packs say of the article's entities, by their ids; `packs` as of an entity.
        copies: the same report in other outlets, by date.
        analysed: False where it was added without analysis.
    """

    article: Article
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    links: dict[str, tuple[LinkedFact, ...]] = field(default_factory=dict)
    copies: tuple[ArticleRow, ...] = ()
    analysed: bool = True
    verdicts: dict[str, str] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    known: dict[str, tuple[Statement, ...]] = field(default_factory=dict)
    packs: dict[str, str] = field(default_factory=dict)


@frozen
class Facet:
    """An entity and how many of the articles in question name it."""

    entity: Entity
    count: int


@frozen
class Ranking:
    """The entities of one type that articles name, by falling count; or those that the reader pinned, in their order.

    Attributes:
        type: of all of them; None for those that are pinned.
        numbers: theirs in the library, for `Library.numbered`.
        counts: in how many of the articles in question each is named.
    """

    type: EntityType | None
    numbers: array[int]
    counts: array[int]


@frozen
class StoredFact:
    """A fact with the article it stands in and its links.

    Attributes:
        verdict: what the reader said of it, `right` or `wrong`; '' for nothing.
        sure: whether it is shown where not all are.
    """

    fact: Fact
    article: ArticleRow
    links: tuple[LinkedFact, ...] = ()
    verdict: str = ""
    sure: bool = True


@frozen
class SeenName:
    """How an entity is called in articles.

    Attributes:
        surface: as written, white space made blanks.
        count: mentions.
        reasons: why they were taken for it, and how many each, by falling count.
    """

    surface: str
    count: int
    reasons: tuple[tuple[str, int], ...]


@frozen
class Period:
    """A day, month or year, and how many articles there are of it."""

    start: str
    count: int


@frozen
class EntityView:
    """All that is known of one entity: in the library (facts, articles) and outside of it (statements).

    Attributes:
        rows: the newest articles that name it.
        related: what these name along with it.
        seen: its names in articles, by falling count.
        periods: the days, months or years from the first article that names it to the last, without a gap.
        corrections: those about it that hold.
        packs: the days of the files that its statements are from, by the packs' names.
    """

    entity: Entity
    articles: int
    rows: tuple[ArticleRow, ...] = ()
    facts: tuple[StoredFact, ...] = ()
    related: tuple[Facet, ...] = ()
    statements: tuple[Statement, ...] = ()
    seen: tuple[SeenName, ...] = ()
    periods: tuple[Period, ...] = ()
    corrections: tuple[Correction, ...] = ()
    packs: dict[str, str] = field(default_factory=dict)

    def without_unsure(self) -> EntityView:
        """The same with those facts alone that are shown where not all are."""
        return replace(self, facts=tuple(stored for stored in self.facts if stored.sure))


@frozen
class Outlet:
    """Who publishes, and how many articles there are of theirs."""

    name: str
    count: int


@frozen
class SavedSearch:
    """A query that the reader keeps, as it was typed."""

    name: str
    text: str
