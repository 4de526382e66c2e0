"""An article laid out for a width: the lines of its blocks, and which of them shows a place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic.direction import reading_base
from tui.ui.blocks import Blocks
from tui.ui.painting import wrap

if TYPE_CHECKING:
    from tui.arabic.layout import Line, Options
    from tui.arabic.paint import Mode
    from tui.ui.text import Place, Text


class Row(NamedTuple):
    """A screen line: None for a blank one; the block it belongs to or follows, and its number among that block's."""

    line: Line | None
    block: int
    number: int


class Page(Blocks[Row]):
    """The blocks of a text, the blank lines behind each of them too.

    Args:
        text: what is laid out.
        width: cells of a line.
        mode: how the terminal wants its Arabic.
        options: how the text is laid out for that mode; the title is never justified.
        spacing: lines from one line of a paragraph to the next; the title's stay together.
    """

    def __init__(self, text: Text, width: int, mode: Mode, options: Options, spacing: int = 1) -> None:
        self.text = text
        self.width = width
        self._mode, self._options, self._spacing = mode, options, spacing
        # A line more for each block, since words leave lines unfilled, and the blank ones behind it.
        guesses = [(block.size // max(1, width) + 1) * spacing + 1 for block in text.blocks]
        super().__init__(guesses, self._rows)

    def _rows(self, block: int) -> tuple[Row, ...]:
        return tuple([Row(line, block, at) for at, line in enumerate(self._lay_out(block))])

    def _lay_out(self, block: int) -> list[Line | None]:
        role = self.text.blocks[block].role
        title = role == "title"
        # Source and date stand under the title, whatever letters they are in.
        base = reading_base(self.text.of(0)) if role == "meta" else None
        options = replace(self._options, justify=False) if title else self._options
        lines: list[Line | None] = []
        for line in wrap(self.text.of(block), self.width, self._mode, options, base=base):
            lines += [line] if title or not lines else [*[None] * (self._spacing - 1), line]
        return lines if title else [*lines, *[None] * self._spacing]

    def find(self, place: Place) -> Row:
        """The row that shows a place; the last one with text behind its block's text."""
        rows = [row for row in self.lines(place.block) if row.line is not None]
        return next((row for row in rows if row.line and row.line.end > place.offset), rows[-1])

    def row(self, place: Place) -> int:
        """The same, counted from the article's beginning."""
        found = self.find(place)
        return self.top(place.block) + found.number
