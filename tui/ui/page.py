"""An article laid out for a width: the lines of its blocks, and which of them shows a place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic.direction import reading_base
from tui.ui.painting import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.arabic.layout import Line, Options
    from tui.arabic.paint import Mode
    from tui.ui.text import Place, Text


class Row(NamedTuple):
    """A screen line: None for a blank one; the block it belongs to or follows, and its number among that block's."""

    line: Line | None
    block: int
    number: int


class Page:
    """Any block is laid out when it is looked at, and until then its height is guessed.

    So a long article opens as quickly as a short one, wherever one goes in it. Where blocks begin changes as those
    above are laid out: who holds a row meanwhile must move with it.

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
        self._rows: list[tuple[Row, ...]] = [()] * len(text.blocks)
        # A line more for each block, since words leave lines unfilled, and the blank ones behind it.
        self._heights = [(block.size // max(1, width) + 1) * spacing + 1 for block in text.blocks]
        self._tops: list[int] = []
        # Blocks before this one are laid out.
        self._next = 0

    @property
    def done(self) -> bool:
        """Whether the whole article is laid out."""
        while self._next < len(self._rows) and self._rows[self._next]:
            self._next += 1
        return self._next == len(self._rows)

    @property
    def height(self) -> int:
        """Its rows, as far as is known."""
        return self.top(len(self._rows))

    def top(self, block: int) -> int:
        """The row at which a block begins, as far as is known; behind the last block, the number of rows."""
        if not self._tops:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops[block]

    def block_at(self, row: int) -> int:
        """The block that has a row; the last one behind the end."""
        self.top(0)
        return max(0, min(bisect_right(self._tops, row) - 1, len(self._rows) - 1))

    def at(self, row: int) -> Row | None:
        """A row; None beyond the end and where nothing is laid out yet."""
        block = self.block_at(row)
        rows, number = self._rows[block], row - self.top(block)
        return rows[number] if 0 <= number < len(rows) else None

    def shows(self, block: int) -> bool:
        """Whether a block is laid out."""
        return bool(self._rows[block])

    def take(self) -> None:
        """Lay out the first block that is not."""
        if not self.done:
            self.lines(self._next)

    def around(self, block: int, rows: int) -> None:
        """Lay out so many rows before and behind the beginning of a block."""
        for blocks in (range(block, len(self._rows)), range(block - 1, -1, -1)):
            needed = rows
            for other in blocks:
                if needed <= 0:
                    break
                needed -= len(self.lines(other))

    def lines(self, block: int) -> Sequence[Row]:
        """The rows of a block, the blank ones behind it too."""
        if not self._rows[block]:
            self._rows[block] = tuple([Row(line, block, at) for at, line in enumerate(self._lay_out(block))])
            self._heights[block] = len(self._rows[block])
            self._tops = []
        return self._rows[block]

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
