"""Where the reader was left, as it is kept for the next start; whatever of it cannot be read is as if never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, get_args

from tui.arabic.sanitise import neutralise
from tui.frozen import frozen
from tui.model import ENTITY_TYPES, Entity, Grouping, Order
from tui.ui.text import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HISTORY = 100
"""Searches that are kept."""

_CHOSEN = 50

_Known = TypeVar("_Known")


@frozen
class Left:
    """A view of the library and a place in it.

    Attributes:
        text: the query as typed.
        included: the entities of the filter, and those left out by it; `any`: one of the first is enough.
        order: of the list.
        grouping: what the articles of a group of it have in common.
        article: under the cursor, 0 for none.
        place: the first one of the article that was in view.
        wide: whether there was room for three panes; what is shown follows the room where that is another now, and
            where it is not known.
        shown: the classes of the screen that show and hide panes.
        pane: the id of the pane that had the keys.
        history: of the search line, oldest first.
    """

    text: str = ""
    included: tuple[Entity, ...] = ()
    excluded: tuple[Entity, ...] = ()
    any: bool = False
    order: Order = "newest"
    grouping: Grouping = ""
    article: int = 0
    place: Place | None = None
    wide: bool | None = None
    shown: tuple[str, ...] = ()
    pane: str = ""
    history: tuple[str, ...] = ()

    def values(self) -> dict[str, object]:
        """As JSON has it."""
        return {
            "text": self.text,
            "included": [[entity.id, entity.type, entity.name] for entity in self.included],
            "excluded": [[entity.id, entity.type, entity.name] for entity in self.excluded],
            "any": self.any,
            "order": self.order,
            "grouping": self.grouping,
            "article": self.article,
            "place": self.place and list(self.place),
            "wide": self.wide,
            "shown": list(self.shown),
            "pane": self.pane,
            "history": list(self.history[-_HISTORY:]),
        }


def read(values: Mapping[str, Any]) -> Left:
    """From what `Left.values` gave, or from anything else."""
    place, wide = values.get("place"), values.get("wide")
    return Left(
        text=_text(values.get("text")),
        included=_entities(values.get("included")),
        excluded=_entities(values.get("excluded")),
        any=values.get("any") is True,
        order=_one_of(get_args(Order), values.get("order")),
        grouping=_one_of(get_args(Grouping), values.get("grouping")),
        article=_number(values.get("article")),
        place=Place(_number(place[0]), _number(place[1])) if isinstance(place, list) and len(place) == 2 else None,
        wide=wide if isinstance(wide, bool) else None,
        shown=_texts(values.get("shown")),
        pane=_text(values.get("pane")),
        history=_texts(values.get("history"))[-_HISTORY:],
    )


def _text(value: object) -> str:
    return neutralise(value) if isinstance(value, str) else ""


def _one_of(known: Sequence[_Known], value: object) -> _Known:
    """One of several values, the first of which stands for what is none of them."""
    return next((one for one in known if one == value), known[0])


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(_text, value)) if isinstance(value, list) else ()


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 63 else 0


def _entities(value: object) -> tuple[Entity, ...]:
    rows: Sequence[object] = value[:_CHOSEN] if isinstance(value, list) else ()
    found = [_texts(row) for row in rows]
    return tuple(Entity(row[0], row[1], row[2]) for row in found if len(row) == 3 and row[0] and row[1] in ENTITY_TYPES)
