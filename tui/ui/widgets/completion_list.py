"""The list below the search line: what is being typed may become one of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.arabic.direction import isolate
from tui.arabic.layout import fit
from tui.ui.painting import options, plain, strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events

    from tui.arabic.layout import Cell
    from tui.arabic.paint import Mode
    from tui.ui.completing import Completion


class CompletionList(Widget):
    """Is given completions and which of them is chosen; a click takes one."""

    COMPONENT_CLASSES = {"completions--chosen", "completions--note"}  # noqa: RUF012 - Textual's name and type

    @dataclass
    class Clicked(Message):
        """A completion was clicked."""

        number: int

    def __init__(self, mode: Mode, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.mode = mode
        self.completions: Sequence[Completion] = ()
        self.chosen = -1

    def show(self, completions: Sequence[Completion], chosen: int) -> None:
        """Show these, as high as they are many; none are not shown."""
        another = len(completions) != len(self.completions)
        self.completions, self.chosen = completions, chosen
        if another:
            self.styles.height = len(completions)
        self.display = bool(completions)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Take the one that is clicked."""
        event.stop()
        if event.y < len(self.completions):
            self.post_message(self.Clicked(event.y))

    def render_line(self, y: int) -> Strip:
        """Name, what it means, and at the other end the number of articles."""
        width, fill = self.size.width, self.rich_style
        if y >= len(self.completions):
            return Strip.blank(width, fill)
        shown = self.completions[y]
        if y == self.chosen:
            fill += self.get_component_rich_style("completions--chosen", partial=True)
        faded = fill + self.get_component_rich_style("completions--note", partial=True)
        count = f"{shown.count:,}" if shown.count >= 0 else ""
        name = isolate(shown.name)
        text = f"{name}  {isolate(shown.note)}" if shown.note else name
        # The names stand below one another at the right edge, in whatever language.
        line = fit(text, width - len(count) - 3, base="R", options=options(self.mode))

        def style(cell: Cell) -> Style:
            return fill if cell.start < len(name) else faded

        body = strip(line, width - len(count) - 1, style, fill, mode=self.mode, margin=1)
        return Strip.join([plain(count, len(count) + 1, faded, mode=self.mode), body])
