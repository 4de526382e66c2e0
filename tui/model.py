"""What all parts of Warraq speak of. Frozen values without behaviour; nothing of ours is imported here.

Offsets are code points of the article's stored text, half-open, named `start` and `end`. Dates are ISO 8601 strings
of whatever precision is known (`2021`, `2021-07`, `2021-07-28`, `2021-07-28T14:30Z`), which sort as text; '' is
unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

EntityType = Literal["person", "organisation", "place", "product", "event"]
MentionType = Literal["person", "organisation", "place", "product", "event", "nationality"]
MentionKind = Literal["name", "title", "nominal", "demonym"]
Polarity = Literal["affirmed", "negated", "negated_except"]
Modality = Literal["asserted", "established", "reported", "alleged", "believed", "considered", "planned"]
Relation = Literal["same", "weaker", "differs", "conflicts", "updates", "denies", "related"]

ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organisation", "place", "product", "event")


# ---------------------------------------------------------------- articles


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch that is not part of the article, and which rule said so (`comment form`, `related links`, ...)."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a source gives it: the text as it came, and where its parts are.

    Attributes:
        text: the decoded text; every offset points into it. Control characters were replaced one for one.
        title: what to show; equal to the text of `title_span` where that is given.
        title_span: None when the title came from elsewhere (an option, a feed, a file's name).
        dropped: in order; what lies inside a paragraph (signs of Markdown) is skipped when it is read.
        body: the paragraphs; title, section, dateline, caption and credits are not among them.
        credits: stretches that name where the text came from (`المصدر: وكالات`).
        origin: the file or URL it was read from, for messages; '' for standard input.
    """

    text: str
    title: str = ""
    title_span: Span | None = None
    section: Span | None = None
    dateline: Span | None = None
    caption: Span | None = None
    credits: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    source: str = ""
    published: str = ""
    author: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    language: str = "ar"
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the library: a draft with its id and the reader's marks."""

    id: int
    draft: Draft
    read: bool = False
    starred: bool = False


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What the list shows of an article."""

    id: int
    title: str
    source: str
    published: str
    read: bool
    starred: bool


# ---------------------------------------------------------------- entities


@dataclass(frozen=True, slots=True)
class Mention:
    """A name (or title, noun, adjective) that stands for an entity, without its proclitics.

    Attributes:
        entity: the entity's id, '' when it could not be told.
        reason: the rule that made the link, for the reader to judge.
    """

    start: int
    end: int
    surface: str
    type: MentionType
    kind: MentionKind
    entity: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place, product or event.

    Attributes:
        id: stable text made of type and folded name (`person:ايمانويل-ماكرون`).
        name: the name to show.
        names: all names seen, `name` among them.
        mentions: how many there are where the entity was asked for (in the article, in the library).
    """

    id: str
    type: EntityType
    name: str
    names: tuple[str, ...] = ()
    latin: str = ""
    wikidata: str = ""
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """Outside knowledge from a pack: `subject` is an entity's id or a Wikidata id, `name` its name in Arabic."""

    subject: str
    name: str
    property: str
    value: str
    start: str = ""
    end: str = ""
    source: str = ""
    pack: str = ""


# ---------------------------------------------------------------- facts


@dataclass(frozen=True, slots=True)
class Argument:
    """What fills the subject or object of a fact; `start`/`end` are None for a filler that the text does not spell."""

    text: str
    start: int | None
    end: int | None
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verb or relation as worded, and its Wikidata property where one exists."""

    text: str
    property: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of things: `comparator` is one of = >= > <= < ~ between; `value` is None for a range."""

    value: float | None
    low: float | None
    high: float | None
    comparator: str
    unit: str
    what: str


@dataclass(frozen=True, slots=True)
class FactTime:
    """When: ISO 8601 or EDTF bounds; `how` is text, article_date or unresolved."""

    start: str
    end: str
    precision: str
    text: str
    how: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: one link of the chain from the article to the origin."""

    source: str
    entity: str
    cue: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """The stretch that proves a fact, with some text around it (W3C TextQuoteSelector and TextPositionSelector)."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim that an article makes.

    Attributes:
        id: stable across re-runs.
        kind: quantity, statement, denial, org_fact, ... (see `tui.analysis.facts`).
        place: an entity's id or text.
        confidence: 0 to 1, set per rule.
        rule: the rule that made it.
    """

    id: str
    kind: str
    subject: Argument | None
    predicate: Predicate
    object: Argument | None
    quantity: Quantity | None
    time: FactTime | None
    place: str
    polarity: Polarity
    modality: Modality
    attribution: tuple[Attribution, ...]
    evidence: Evidence
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class FactLink:
    """How another fact stands to one: `fact` is the other's id, `why` says so in words."""

    fact: str
    relation: Relation
    why: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What analysis finds in one draft.

    Attributes:
        merged: pairs (old, new) of entity ids: entities known before that this article shows to be one.
    """

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()


# ---------------------------------------------------------------- what the library answers


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a draft: `known` when the library has it, or a near-identical copy, already."""

    id: int
    status: Literal["added", "known"]
    title: str


@dataclass(frozen=True, slots=True)
class LinkedFact:
    """A fact of another article that says the same, differs or goes on."""

    link: FactLink
    fact: Fact
    article: ArticleRow


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the reader shows of one article; `links` maps a fact's id to its links into other articles."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    links: dict[str, tuple[LinkedFact, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facet:
    """An entity and how many of the articles in question name it."""

    entity: Entity
    count: int


@dataclass(frozen=True, slots=True)
class StoredFact:
    """A fact with the article it stands in and its links."""

    fact: Fact
    article: ArticleRow
    links: tuple[LinkedFact, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityView:
    """All that is known of one entity: in the library (facts, articles) and outside of it (statements)."""

    entity: Entity
    articles: int
    rows: tuple[ArticleRow, ...] = ()
    facts: tuple[StoredFact, ...] = ()
    related: tuple[Facet, ...] = ()
    statements: tuple[Statement, ...] = ()


# ---------------------------------------------------------------- queries


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text, folded, clitics and suffixes allowed for."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exact words in order (folded)."""

    text: str


@dataclass(frozen=True, slots=True)
class EntityTerm:
    """Articles that name an entity: by name (any of its names), or by `id` where the interface knows it."""

    name: str
    type: EntityType | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class SourceTerm:
    """Articles of an outlet."""

    name: str


@dataclass(frozen=True, slots=True)
class DateTerm:
    """Articles published in `start` <= day < `end`; ISO days, '' for open."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class MarkTerm:
    """Articles with this mark."""

    mark: Literal["read", "unread", "starred"]


@dataclass(frozen=True, slots=True)
class FactTerm:
    """Articles with a fact of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that do not match."""

    part: QueryPart


@dataclass(frozen=True, slots=True)
class And:
    """Articles that match all parts; without parts: all articles."""

    parts: tuple[QueryPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that match one part at least."""

    parts: tuple[QueryPart, ...]


QueryPart = Word | Phrase | EntityTerm | SourceTerm | DateTerm | MarkTerm | FactTerm | Not | And | Or

ALL = And()
