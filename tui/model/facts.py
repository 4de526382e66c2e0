"""What articles claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.frozen import frozen

if TYPE_CHECKING:
    from tui.model.entities import Entity, Mention

Polarity = Literal["affirmed", "negated", "negated_except"]
Modality = Literal["asserted", "established", "reported", "alleged", "believed", "considered", "planned"]
Relation = Literal["same", "weaker", "differs", "conflicts", "updates", "denies", "related"]


@frozen
class Argument:
    """What fills the subject or object of a fact; `start`/`end` are None for a filler that the text does not spell."""

    text: str
    start: int | None
    end: int | None
    entity: str = ""


@frozen
class Predicate:
    """The verb or relation as worded, or as a phrase that reads between subject and object.

    Attributes:
        property: its Wikidata property where one exists.
    """

    text: str
    property: str = ""


@frozen
class Quantity:
    """A number of things: `comparator` is one of = >= > <= < ~ between; `value` is None for a range."""

    value: float | None
    low: float | None
    high: float | None
    comparator: str
    unit: str
    what: str

    @property
    def size(self) -> float:
        """The figure, of a range the higher bound, or the lower where it has no other; 0 without any."""
        return next((bound for bound in (self.value, self.high, self.low) if bound is not None), 0)


@frozen
class FactTime:
    """When: ISO 8601 or EDTF bounds; `how` is text, article_date or unresolved."""

    start: str
    end: str
    precision: str
    text: str
    how: str


@frozen
class Attribution:
    """Who says so: one link of the chain from the article to the origin."""

    source: str
    entity: str
    cue: str
    quoted: bool


@frozen
class Evidence:
    """The stretch that proves a fact, with some text around it (W3C TextQuoteSelector and TextPositionSelector)."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def around(self) -> str:
        """The stretch with the whole words around it."""
        return " ".join((self.prefix.partition(" ")[2], self.exact, self.suffix.rpartition(" ")[0]))


@frozen
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


@frozen
class FactLink:
    """How another fact stands to one: `fact` is the other's id, `why` says so in words."""

    fact: str
    relation: Relation
    why: str


@frozen
class Verdict:
    """What the reader said of a fact.

    Attributes:
        fact: its id.
        other: the id of a fact that it is not the same as; '' where it is judged by itself.
        verdict: `right`, `wrong`, of two facts `apart`; '' where nothing is said (any more).
        article: the digest of its article, 16 hexadecimal digits.
        kind: the fact's.
        exact: its evidence.
        made: ISO 8601, UTC.
    """

    fact: str
    other: str = ""
    verdict: str = ""
    article: str = ""
    kind: str = ""
    exact: str = ""
    made: str = ""


@frozen
class Analysis:
    """What analysis finds in one draft.

    Attributes:
        merged: pairs (old, new) of entity ids: entities known before that this article shows to be one.
    """

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
