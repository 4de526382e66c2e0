"""What a query asks for, as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.frozen import frozen

if TYPE_CHECKING:
    from tui.model.entities import EntityType


@frozen
class Word:
    """A word of the text, folded, clitics and suffixes allowed for."""

    text: str


@frozen
class Phrase:
    """Exact words in order (folded)."""

    text: str


@frozen
class Prefix:
    """The beginning of a word of the text, folded."""

    text: str


@frozen
class EntityTerm:
    """Articles that name an entity: by name (any of its names), or by `id` where the interface knows it."""

    name: str
    type: EntityType | None = None
    id: str = ""


@frozen
class SourceTerm:
    """Articles of an outlet."""

    name: str


@frozen
class DateTerm:
    """Articles published in `start` <= day < `end`; ISO days, '' for open."""

    start: str
    end: str


@frozen
class MarkTerm:
    """Articles with this mark."""

    mark: Literal["read", "unread", "starred"]


@frozen
class FactTerm:
    """Articles with a fact of this kind."""

    kind: str


@frozen
class TagTerm:
    """Articles that the reader tagged so."""

    name: str


@frozen
class Not:
    """Articles that do not match."""

    part: QueryPart


@frozen
class And:
    """Articles that match all parts; without parts: all articles."""

    parts: tuple[QueryPart, ...] = ()


@frozen
class Or:
    """Articles that match one part at least."""

    parts: tuple[QueryPart, ...]


TextPart = Word | Phrase | Prefix
NamedPart = EntityTerm | SourceTerm | FactTerm | TagTerm
QueryPart = TextPart | NamedPart | DateTerm | MarkTerm | Not | And | Or

Order = Literal["newest", "oldest", "source", "title", "relevance"]
Grouping = Literal["", "day", "source"]
"""Of a list; `relevance` is for words, and falls back to `newest` where too many articles match."""

ALL = And()
