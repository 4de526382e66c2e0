"""What a query asks for, as a tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.model.entities import EntityType


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text, folded, clitics and suffixes allowed for."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exact words in order (folded)."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word of the text, folded."""

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
class TagTerm:
    """Articles that the reader tagged so."""

    name: str


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


TextPart = Word | Phrase | Prefix
NamedPart = EntityTerm | SourceTerm | FactTerm | TagTerm
QueryPart = TextPart | NamedPart | DateTerm | MarkTerm | Not | And | Or

Order = Literal["newest", "oldest", "source", "title", "relevance"]
Grouping = Literal["", "day", "source"]
"""Of a list; `relevance` is for words, and falls back to `newest` where too many articles match."""

ALL = And()
