"""What all parts of Warraq speak of. Frozen values without behaviour; nothing of ours is imported here.

Offsets are code points of the article's stored text, half-open, named `start` and `end`. Dates are ISO 8601 strings
of whatever precision is known (`2021`, `2021-07`, `2021-07-28`, `2021-07-28T14:30Z`), which sort as text; '' is
unknown.
"""

from tui.model.answers import Added, ArticleView, EntityView, Facet, LinkedFact, StoredFact
from tui.model.articles import Article, ArticleRow, Draft, Dropped, Span
from tui.model.entities import ENTITY_TYPES, Entity, EntityType, Mention, MentionKind, MentionType, Statement
from tui.model.facts import (
    Analysis,
    Argument,
    Attribution,
    Evidence,
    Fact,
    FactLink,
    FactTime,
    Modality,
    Polarity,
    Predicate,
    Quantity,
    Relation,
)
from tui.model.queries import (
    ALL,
    And,
    DateTerm,
    EntityTerm,
    FactTerm,
    MarkTerm,
    Not,
    Or,
    Phrase,
    QueryPart,
    SourceTerm,
    Word,
)

__all__ = [
    "ALL",
    "ENTITY_TYPES",
    "Added",
    "Analysis",
    "And",
    "Argument",
    "Article",
    "ArticleRow",
    "ArticleView",
    "Attribution",
    "DateTerm",
    "Draft",
    "Dropped",
    "Entity",
    "EntityTerm",
    "EntityType",
    "EntityView",
    "Evidence",
    "Facet",
    "Fact",
    "FactLink",
    "FactTerm",
    "FactTime",
    "LinkedFact",
    "MarkTerm",
    "Mention",
    "MentionKind",
    "MentionType",
    "Modality",
    "Not",
    "Or",
    "Phrase",
    "Polarity",
    "Predicate",
    "Quantity",
    "QueryPart",
    "Relation",
    "SourceTerm",
    "Span",
    "Statement",
    "StoredFact",
    "Word",
]
