"""An article laid out for a width: the lines of its blocks, and which of them shows a place."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic.direction import reading_base
from tui.ui.painting import wrap

if TYPE_CHECKING:
    from tui.arabic.layout import Line, Options
    from tui.arabic.paint import Mode
    from tui.ui.text import Place, Text


class Row(NamedTuple):
    """A screen line: None for a blank one, and the block that it belongs to or follows."""

    line: Line | None
    block: int


class Page:
    """Lines made a block at a time, so that a long article opens as quickly as a short one.

    Args:
        text: what is laid out.
        width: cells of a line.
        mode: how the terminal wants its Arabic.
        options: how the text is laid out for that mode; the title is never justified.
        spacing: lines from one line of a paragraph to the next; the title's stay together.

    Attributes:
        rows: the lines made so far.
    """

    def __init__(self, text: Text, width: int, mode: Mode, options: Options, spacing: int = 1) -> None:
        self.text = text
        self.width = width
        self._mode, self._options, self._spacing = mode, options, spacing
        self.rows: list[Row] = []
        # Where the rows of each block that is laid out begin.
        self._first_rows: list[int] = []
        # A line more for each block, since words leave lines unfilled, and the blank ones behind it.
        self._guessed = [0, *accumulate((block.size // max(1, width) + 1) * spacing + 1 for block in text.blocks)]
        self.advance(1)

    @property
    def done(self) -> bool:
        """Whether the whole article is laid out."""
        return len(self._first_rows) == len(self.text.blocks)

    @property
    def height(self) -> int:
        """Its rows; a guess for what is not laid out yet."""
        return len(self.rows) + self._guessed[-1] - self._guessed[len(self._first_rows)]

    def advance(self, rows: int) -> None:
        """Lay out further blocks until there are so many rows, or no more text."""
        while not self.done and len(self.rows) < rows:
            self.take()

    def take(self) -> None:
        """Lay out one more block."""
        block = len(self._first_rows)
        self._first_rows.append(len(self.rows))
        role = self.text.blocks[block].role
        title = role == "title"
        # Source and date stand under the title, whatever letters they are in.
        base = reading_base(self.text.of(0)) if role == "meta" else None
        blanks = () if title else (Row(None, block),) * (self._spacing - 1)
        options = replace(self._options, justify=False) if title else self._options
        for index, line in enumerate(wrap(self.text.of(block), self.width, self._mode, options, base=base)):
            self.rows += [*(blanks if index else ()), Row(line, block)]
        if not title:
            self.rows += [Row(None, block)] * self._spacing

    def shows(self, place: Place) -> bool:
        """Whether a place is laid out."""
        return place.block < len(self._first_rows)

    def row(self, place: Place) -> int:
        """The row that shows a place, laying out as far as needed; the last of its block behind its text."""
        while not self.shows(place):
            self.take()
        last = first = self._first_rows[place.block]
        for index in range(first, len(self.rows)):
            row = self.rows[index]
            if row.block != place.block:
                break
            if row.line is not None:
                last = index
                if row.line.end > place.offset:
                    break
        return last
