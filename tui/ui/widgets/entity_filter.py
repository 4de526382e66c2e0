"""The entity filter: the entities of the articles in view by type, counted, narrowed by typing, several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.strip import Strip

from tui.i18n import _
from tui.ui import words
from tui.ui.entity_messages import EntityOpened, EntityPinned
from tui.ui.filter_window import FilterWindow
from tui.ui.messages import EntitiesWanted, EntityToggled, FilterClosed, JoinToggled, NameTyped
from tui.ui.painting import one_line, plain, strip
from tui.ui.state import Chosen
from tui.ui.widgets.line_edit import LineEdit
from tui.ui.widgets.rows import LineRows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult

    from tui.arabic.paint import Mode
    from tui.model import Entity
    from tui.ui.narrowing import Counted, Narrowed

_KEYS = {"up": -1, "down": 1, "pageup": -1, "pagedown": 1} | dict.fromkeys(
    ("enter", "minus", "ctrl+x", "ctrl+o", "ctrl+t", "ctrl+e"), 0
)
"""Keys that are not text, with the direction of those that move."""


class FacetList(LineRows):
    """The rows under the filter's line. Virtual: any number of them. Posts `EntitiesWanted`."""

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
    window = FilterWindow()
    chosen = Chosen()
    _pinned: frozenset[int] = frozenset()

    @property
    def count(self) -> int:
        """Headings and entities."""
        return len(self.window)

    def selectable(self, row: int) -> bool:
        """Headings hold no cursor."""
        return not self.window.heading(row)

    def show(self, window: FilterWindow, chosen: Chosen, pinned: frozenset[int] = frozenset()) -> None:
        """Show other rows; the cursor stays on its entity if that is among them, else it goes to the first one."""
        self._pinned = pinned
        kept = window.row_of(self.window.number(self.cursor)) if self.count else -1
        self.window, self.chosen = window, chosen
        self.set_reactive(FacetList.cursor, kept if kept >= 0 else min(1, self.count))
        self.resized_to(self.count)
        self.show_cursor()
        if self.cursor <= 1:  # the heading above is seen too
            self.scroll_to(y=0, animate=False, immediate=True)
        self.want()

    def fill(self, entities: Mapping[int, Entity]) -> None:
        """Take entities that were asked for."""
        self.window.fill(entities)
        self.refresh()

    @property
    def current(self) -> Entity | None:
        """The entity under the cursor."""
        return self.window.entity(self.cursor) if self.count else None

    @property
    def pinned(self) -> bool:
        """Whether the entity under the cursor is."""
        return bool(self.count) and self.window.number(self.cursor) in self._pinned

    def choose(self) -> None:
        """Include the entity, or drop it."""
        if entity := self.current:
            self.post_message(EntityToggled(entity, "include"))

    def want(self) -> None:
        """Ask for the entities on the screen and a screen to each side."""
        height = max(1, self.size.height)
        first = self.scroll_offset.y - height
        if self.count and (missing := self.window.missing(first, first + 3 * height)):
            self.post_message(EntitiesWanted(missing))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolling shows other rows."""
        super().watch_scroll_y(old_value, new_value)
        self.want()

    def on_resize(self) -> None:
        """A taller pane shows more rows."""
        self.want()

    def paint(self, row: int, part: int, width: int, *, current: bool) -> Strip:  # noqa: ARG002 - a row is one line
        """Mark, name, count."""
        fill = self.cursor_style(current=current)
        if ranking := self.window.heading(row):
            style = fill + self.get_component_rich_style("facets--heading", partial=True)
            heading = _("{type} ({count})").format(type=words.heading(ranking.type), count=f"{len(ranking.numbers):,}")
            return plain(heading, width, style, mode=self.mode, margin=1)
        entity, mark = self.window.entity(row), " "
        if entity and entity.id in {other.id for other in (*self.chosen.included, *self.chosen.excluded)}:
            mark = "−" if entity.id in {other.id for other in self.chosen.excluded} else "✓"
        count = f"{self.window.count(row):,}"
        name = "facets--excluded" if mark == "−" else f"facets--{entity.type if entity else 'count'}"
        style = fill + self.get_component_rich_style(name, partial=True)
        numbers = fill + self.get_component_rich_style("facets--count", partial=True)
        line = one_line(f"{mark} {entity.name if entity else '…'}", width - len(count) - 3, self.mode)
        body = strip(line, max(1, width - len(count) - 1), lambda _: style, fill, mode=self.mode, margin=1)
        return Strip.join([plain(count, len(count) + 1, numbers, mode=self.mode), body])


class EntityFilter(Vertical):
    """Posts `EntityToggled`, `JoinToggled`, `NameTyped`, `FilterClosed`; is given entities with counts, what is chosen.

    Keys wait for the rows that they are meant for: those of what is typed.
    """

    def __init__(self, mode: Mode, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.mode = mode
        self._counted: Counted | None = None
        self._chosen = Chosen()
        self._waiting: list[str] | None = None

    def compose(self) -> ComposeResult:
        """A line to type in, and the entities."""
        hint = _("type a name in Arabic or Latin letters")
        yield LineEdit(self.mode, prompt=_("Entity"), hint=hint, id="narrow", commands="-", cuts=False)
        yield FacetList(self.mode, id="facets")

    def on_mount(self) -> None:
        """Know one's parts."""
        self.line, self.rows = self.query_one("#narrow", LineEdit), self.query_one(FacetList)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.value

    def open(self) -> None:
        """Take the keys; what the rows were counted in is not what is in view now."""
        self.line.set_value("")
        self.screen.set_focus(self.line)
        self._counted = None
        self._typed()
        self.rows.show(FilterWindow(), self._chosen)

    def show(self, narrowed: Narrowed, chosen: Chosen) -> None:
        """Show the entities of the articles in view."""
        self._counted, self._chosen = narrowed.counted, chosen
        self.narrow(narrowed)

    def narrow(self, narrowed: Narrowed) -> None:
        """Show those of them with names like what is typed, unless that has changed since."""
        if narrowed.counted is not self._counted:
            return
        if narrowed.text != self.text:
            self.post_message(NameTyped(narrowed.counted, self.text))
            return
        self.line.offer = narrowed.meant
        window = FilterWindow(narrowed.rankings, narrowed.entities)
        window.take_over(self.rows.window)
        self.rows.show(window, self._chosen, narrowed.counted.pinned)
        self._go_on()

    def fill(self, entities: Mapping[int, Entity]) -> None:
        """Take entities that were asked for."""
        self.rows.fill(entities)

    def on_line_edit_changed(self, event: LineEdit.Changed) -> None:
        """Narrow as the reader types."""
        event.stop()
        self._typed()

    def _typed(self) -> None:
        self.line.offer = ""
        self._waiting = []
        if self._counted is not None:
            self.post_message(NameTyped(self._counted, self.text))

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting or (), None
        for key in waiting:
            self._do(key)

    def on_key(self, event: events.Key) -> None:
        """Keys that are not text: moving, choosing, leaving."""
        if event.key in _KEYS:
            if self._waiting is None:
                self._do(event.key)
            else:
                self._waiting.append(event.key)
        elif event.key == "escape" and self.text:
            self.line.set_value("")
            self._typed()
        elif event.key == "escape":
            self.post_message(FilterClosed())
        else:
            return
        event.stop()
        event.prevent_default()

    def _do(self, key: str) -> None:
        if key in {"up", "down"}:
            self.rows.move(_KEYS[key])
        elif key in {"pageup", "pagedown"}:
            self.rows.page(_KEYS[key])
        elif key == "ctrl+o":
            self.post_message(JoinToggled())
        elif entity := self.rows.current:
            self._do_to(key, entity)

    def _do_to(self, key: str, entity: Entity) -> None:
        if key == "ctrl+t":
            self.post_message(EntityPinned(entity, on=not self.rows.pinned))
        elif key == "ctrl+e":
            self.post_message(EntityOpened(entity.id))
        else:
            # Posted from here: Textual ends a message's way up at the widget whose handler made it.
            self.post_message(EntityToggled(entity, "include" if key == "enter" else "exclude"))
