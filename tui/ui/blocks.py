"""Blocks of lines one below the other, each laid out when it is looked at: its height is guessed until then."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

LineT = TypeVar("LineT")


class Blocks(Generic[LineT]):
    """So what is long opens as quickly as what is short, wherever one goes in it.

    Where blocks begin changes as those above are laid out: who holds a line's number meanwhile must move with it.

    Args:
        guesses: the lines that each block may take.
        lay_out: gives the lines of a block, at least one.
    """

    def __init__(self, guesses: Iterable[int], lay_out: Callable[[int], Sequence[LineT]]) -> None:
        self._heights = list(guesses)
        self._make = lay_out
        self._lines: list[Sequence[LineT]] = [()] * len(self._heights)
        self._tops: list[int] = []
        # Blocks before this one are laid out.
        self._next = 0

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def done(self) -> bool:
        """Whether all is laid out."""
        while self._next < len(self._lines) and self._lines[self._next]:
            self._next += 1
        return self._next == len(self._lines)

    @property
    def height(self) -> int:
        """Lines in all, as far as is known."""
        return self.top(len(self))

    def top(self, block: int) -> int:
        """The line at which a block begins, as far as is known; behind the last block, the number of lines."""
        if not self._tops:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops[block]

    def block_at(self, line: int) -> int:
        """The block that has a line; the last one behind the end."""
        self.top(0)
        return max(0, min(bisect_right(self._tops, line) - 1, len(self) - 1))

    def at(self, line: int) -> LineT | None:
        """A line; None beyond the end and where nothing is laid out yet."""
        block = self.block_at(line)
        number = line - self.top(block)
        lines = self._lines[block] if self._lines else ()
        return lines[number] if 0 <= number < len(lines) else None

    def shows(self, block: int) -> bool:
        """Whether a block is laid out."""
        return bool(self._lines[block])

    def take(self) -> None:
        """Lay out the first block that is not."""
        if not self.done:
            self.lines(self._next)

    def around(self, block: int, lines: int) -> None:
        """Lay out so many lines before and behind the beginning of a block."""
        for blocks in (range(block, len(self)), range(block - 1, -1, -1)):
            needed = lines
            for other in blocks:
                if needed <= 0:
                    break
                needed -= len(self.lines(other))

    def lines(self, block: int) -> Sequence[LineT]:
        """The lines of a block."""
        if not self._lines[block]:
            self._lines[block] = made = self._make(block)
            if len(made) != self._heights[block]:
                self._heights[block] = len(made)
                self._tops = []
        return self._lines[block]
