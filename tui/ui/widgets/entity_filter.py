"""The entity filter: the entities of the articles in view by type, counted, narrowed by typing, several at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.strip import Strip

from tui.arabic.normalise import fold
from tui.i18n import _
from tui.model import ENTITY_TYPES, Facet
from tui.ui import keyboards, words
from tui.ui.messages import EntityToggled, FilterClosed
from tui.ui.painting import one_line, plain, strip
from tui.ui.state import Chosen
from tui.ui.widgets.line_edit import LineEdit
from tui.ui.widgets.rows import LineRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from tui.arabic.paint import Mode
    from tui.model import Entity, EntityType


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading (no facet) or an entity."""

    heading: str = ""
    facet: Facet | None = None
    mark: str = field(default=" ")


class FacetList(LineRows):
    """The rows under the filter's line."""

    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual's name and type
        "facets--heading",
        "facets--person",
        "facets--organisation",
        "facets--place",
        "facets--product",
        "facets--event",
        "facets--count",
        "facets--excluded",
    }
    rows_shown: tuple[_Row, ...] = ()

    @property
    def count(self) -> int:
        """Headings and entities."""
        return len(self.rows_shown)

    def selectable(self, row: int) -> bool:
        """Headings hold no cursor."""
        return self.rows_shown[row].facet is not None

    def show(self, rows: tuple[_Row, ...], keep: str) -> None:
        """Show other rows, with the cursor on the entity `keep` if it is among them, else on the first one."""
        self.rows_shown = rows
        places = [i for i, row in enumerate(rows) if row.facet]
        kept = [i for i in places if (facet := rows[i].facet) and facet.entity.id == keep]
        self.set_reactive(FacetList.cursor, (kept or places or [0])[0])
        self.resized_to(len(rows))
        self.show_cursor()

    @property
    def current(self) -> Entity | None:
        """The entity under the cursor."""
        facet = self.rows_shown[self.cursor].facet if self.rows_shown else None
        return facet.entity if facet else None

    def choose(self) -> None:
        """Include the entity, or drop it."""
        if entity := self.current:
            self.post_message(EntityToggled(entity, "include"))

    def paint(self, row: int, part: int, width: int, *, current: bool) -> Strip:  # noqa: ARG002 - a row is one line
        """Mark, name, count."""
        shown = self.rows_shown[row]
        fill = self.cursor_style(current=current)
        if shown.facet is None:
            style = fill + self.get_component_rich_style("facets--heading", partial=True)
            return plain(shown.heading, width, style, mode=self.mode, margin=1)
        entity = shown.facet.entity
        count = f"{shown.facet.count:,}"
        name = "facets--excluded" if shown.mark == "−" else f"facets--{entity.type}"
        style = fill + self.get_component_rich_style(name, partial=True)
        numbers = fill + self.get_component_rich_style("facets--count", partial=True)
        line = one_line(f"{shown.mark} {entity.name}", width - len(count) - 3, self.mode)
        body = strip(line, max(1, width - len(count) - 1), lambda _: style, fill, mode=self.mode, margin=1)
        return Strip.join([plain(count, len(count) + 1, numbers, mode=self.mode), body])


class EntityFilter(Vertical):
    """Posts `EntityToggled` and `FilterClosed`; is given facets and what is chosen."""

    def __init__(self, mode: Mode, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.mode = mode
        self._facets: Sequence[Facet] = ()
        self._chosen = Chosen()

    def compose(self) -> ComposeResult:
        """A line to type in, and the entities."""
        hint = _("type a name in Arabic or Latin letters")
        yield LineEdit(self.mode, prompt=_("Entity"), hint=hint, id="narrow", commands="-", cuts=False)
        yield FacetList(self.mode, id="facets")

    def show(self, facets: Sequence[Facet], chosen: Chosen) -> None:
        """Show these entities with their counts."""
        self._facets, self._chosen = facets, chosen
        self._arrange()

    def open(self) -> None:
        """Take the keys."""
        line = self.query_one("#narrow", LineEdit)
        line.set_value("")
        self.screen.set_focus(line)
        self._arrange()

    def on_line_edit_changed(self, event: LineEdit.Changed) -> None:
        """Narrow as the reader types."""
        event.stop()
        self._arrange()

    def on_key(self, event: events.Key) -> None:
        """Keys that are not text: moving, choosing, leaving."""
        rows = self.query_one(FacetList)
        narrow = self.query_one("#narrow", LineEdit)
        if event.key in {"up", "down"}:
            rows.move(1 if event.key == "down" else -1)
        elif event.key in {"pageup", "pagedown"}:
            rows.page(1 if event.key == "pagedown" else -1)
        elif event.key in {"enter", "minus", "ctrl+x"}:
            # Posted from here: Textual ends a message's way up at the widget whose handler made it.
            if rows.current:
                self.post_message(EntityToggled(rows.current, "include" if event.key == "enter" else "exclude"))
        elif event.key == "escape" and narrow.value:
            narrow.set_value("")
            self._arrange()
        elif event.key == "escape":
            self.post_message(FilterClosed())
        else:
            return
        event.stop()
        event.prevent_default()

    def _arrange(self) -> None:
        line = self.query_one("#narrow", LineEdit)
        rows = self._rows(line.value)
        line.offer = ""
        # Where nothing has such a name, the keys may have been meant for the other script.
        for meant in () if rows else keyboards.readings(line.value):
            if rows := self._rows(meant):
                line.offer = meant
                break
        facets = self.query_one(FacetList)
        facets.show(tuple(rows), facets.current.id if facets.current else "")

    def _rows(self, text: str) -> list[_Row]:
        """The entities with a name like this under the headings of their types."""
        typed = fold(text)
        rows: list[_Row] = []
        for kind in ENTITY_TYPES:
            group = [facet for facet in self._of(kind) if not typed or _matches(facet.entity, typed)]
            if group:
                rows.append(_Row(heading=_("{type} ({count})").format(type=words.heading(kind), count=len(group))))
                rows += [_Row(facet=facet, mark=self._mark(facet.entity)) for facet in group]
        return rows

    def _of(self, kind: EntityType) -> list[Facet]:
        """The entities of a type, the chosen ones first, so that they can be taken back."""
        counted = {facet.entity.id for facet in self._facets}
        # No article that is left names an excluded entity.
        missing = [Facet(e, 0) for e in (*self._chosen.included, *self._chosen.excluded) if e.id not in counted]
        group = [facet for facet in (*missing, *self._facets) if facet.entity.type == kind]
        return sorted(group, key=lambda facet: self._mark(facet.entity) == " ")

    def _mark(self, entity: Entity) -> str:
        if any(entity.id == other.id for other in self._chosen.included):
            return "✓"
        return "−" if any(entity.id == other.id for other in self._chosen.excluded) else " "


def _matches(entity: Entity, typed: str) -> bool:
    """Whether a word of a name, Arabic or Latin, begins with what was typed (folded), or a name holds it."""
    names = [fold(name) for name in (entity.name, *entity.names, entity.latin) if name]
    return any(name.startswith(typed) or f" {typed}" in name or f" ال{typed}" in name for name in names)
