"""An entity's page: names and why, when, with whom, what is said of it; and what to choose where that is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.arabic.layout import fit
from tui.i18n import direction
from tui.ui.blocks import Blocks
from tui.ui.entity_messages import EntryChosen
from tui.ui.entity_page import CHART, chart
from tui.ui.keys import ENTITY_KEYS, Key
from tui.ui.painting import options, phrases, strip, wrap
from tui.ui.widgets.rows import BlockRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from tui.arabic.layout import Cell, Line
    from tui.arabic.paint import Mode
    from tui.ui.entries import Entry

_GUESS = 2

_Line = tuple["Line", str]
"""A line, and the name of its style."""


class EntityPane(BlockRows):
    """Posts `EntryChosen`; is given entries."""

    BINDINGS = [*map(Key.binding, ENTITY_KEYS)]  # noqa: RUF012 - Textual's name and type
    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual's name and type
        "entity--name",
        "entity--heading",
        "entity--plain",
        "entity--faint",
        "entity--box",
        "entity--chart",
        "entity--quote",
        "entity--agrees",
        "entity--differs",
        "entity--mark",
        "entity--person",
        "entity--organisation",
        "entity--place",
        "entity--product",
        "entity--event",
    }

    def __init__(self, mode: Mode, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(mode, id=id)
        self._entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry], cursor: int = 0) -> None:
        """Show a page, or what is to be chosen from, with the cursor at an entry or behind it."""
        self._entries = entries
        self._arrange(cursor)

    def rewrap(self) -> None:
        """See `BlockRows.rewrap`; the cursor stays."""
        self._arrange(self.cursor)

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        entry = self._entries[self.cursor] if self._entries and self.cursor < len(self._entries) else None
        return entry if entry and entry.kind else None

    def selectable(self, row: int) -> bool:
        """What leads nowhere holds no cursor."""
        return bool(self._entries[row].kind)

    def choose(self) -> None:
        """Say which entry is wanted."""
        if entry := self.current:
            self.post_message(EntryChosen(entry))

    def _arrange(self, cursor: int) -> None:
        self._width = width = self.room
        if width < 1:
            return
        guesses = [CHART if entry.periods else _GUESS if entry.kind else 1 for entry in self._entries]
        places = [place for place, entry in enumerate(self._entries) if entry.kind]
        at = next((place for place in places if place >= cursor), places[-1] if places else 0)
        self.show_blocks(Blocks(guesses, self._lines), at)
        if cursor:
            self.show_cursor()

    def _lines(self, row: int) -> Sequence[_Line]:
        entry = self._entries[row]
        if entry.periods:
            rows = chart(entry.periods, self._width)
            return [(self._bar(bars if direction() == "L" else bars[::-1]), entry.look) for bars in rows]
        laid_out = wrap if entry.look == "quote" else phrases  # an article's words are read as they are
        lines: list[_Line] = [(line, entry.look) for line in laid_out(entry.text or " ", self._width, self.mode)]
        for note in entry.notes:
            lines += [(line, "faint") for line in phrases(note, self._width, self.mode)]
        return lines

    def _bar(self, text: str) -> Line:
        """A line of the chart, time running as the interface's language is read."""
        return replace(fit(text, self._width, base="L", options=options(self.mode)), base="R")

    def paint(self, row: int, part: int, width: int, *, current: bool) -> Strip:
        """One line of an entry."""
        entry = self._entries[row]
        fill = self.cursor_style(current=current and self.has_focus and bool(entry.kind))
        if entry.look == "box":
            fill += self.get_component_rich_style("entity--box", partial=True)
        found = self._page.at(self.top(row) + part) if self._page else None
        if found is None:
            return Strip.blank(width, self.rich_style)
        line, look = found
        style = fill + self.get_component_rich_style(f"entity--{look}", partial=True)
        marked = style + self.get_component_rich_style("entity--mark", partial=True)

        def look_of(cell: Cell) -> Style:
            quoted = look == "quote" and any(start < cell.end and cell.start < end for start, end in entry.marks)
            return marked if quoted else style

        return strip(line, width, look_of, fill, mode=self.mode, margin=1)
