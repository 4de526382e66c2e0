"""What is said about entities' pages and corrections; see `messages`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.model import Entity, EntityView, Facet
    from tui.ui.entries import Entry


@dataclass(eq=False, repr=False)
class EntityOpened(Message):
    """Show this entity's page: Enter or a click on a name."""

    id: str


@dataclass(eq=False, repr=False)
class EntityPinned(Message):
    """Let this entity stand first in the filter, or no longer."""

    entity: Entity
    on: bool


@dataclass(eq=False, repr=False)
class PartDropped(Message):
    """The filter shall be without this part: the id of an entity, '' for the search."""

    id: str


@dataclass(eq=False, repr=False)
class EntryChosen(Message):
    """Go where this entry leads, or take what it offers."""

    entry: Entry


@dataclass(eq=False, repr=False)
class PageLoaded(Message):
    """The page that was asked for, without entries where what it is about is no more; its entity, if it is of one."""

    asked: str
    entries: tuple[Entry, ...]
    entity: EntityView | None = None


@dataclass(eq=False, repr=False)
class ChoicesFound(Message):
    """The entities with names like what was typed."""

    facets: tuple[Facet, ...]


@dataclass(eq=False, repr=False)
class Renewing(Message):
    """So many of the articles that a correction touched were analysed again."""

    done: int
    count: int
