"""Where the words of a search, or what is sought in the article alone, stand in an article: counted before found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic import search

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.model import ArticleView
    from tui.ui.state import Needles
    from tui.ui.text import Place, Text

Spans = tuple[tuple[int, int], ...]


class Hit(NamedTuple):
    """A stretch of a block's text, half-open."""

    block: int
    start: int
    end: int


class Hits:
    """The hits of an article, a block at a time: those on the screen are there at once, their number when asked for.

    Args:
        blocks: how many blocks there are.
        spans: the hits in one, in order.
        count: how many there are in one, where that is known for less.
    """

    def __init__(
        self, blocks: int = 0, spans: Callable[[int], Spans] = lambda _: (), count: Callable[[int], int] | None = None
    ) -> None:
        self._blocks = blocks
        self._spans = spans
        self._count = count or (lambda block: len(self.of(block)))
        self._found: dict[int, Spans] = {}
        # How many there are before each block that was counted, and behind the last.
        self._before = [0]

    def of(self, block: int) -> Spans:
        """The hits of a block as half-open spans of its text."""
        if block not in self._found:
            self._found[block] = self._spans(block)
        return self._found[block]

    @property
    def counted(self) -> bool:
        """Whether their number is known."""
        return len(self._before) > self._blocks

    def advance(self) -> None:
        """Count one more block."""
        self._before.append(self._before[-1] + self._count(len(self._before) - 1))

    def __len__(self) -> int:
        """Their number."""
        while not self.counted:
            self.advance()
        return self._before[-1]

    def __getitem__(self, number: int) -> Hit:
        """A hit by its place among all."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        block = bisect_right(self._before, number) - 1
        return Hit(block, *self.of(block)[number - self._before[block]])

    def after(self, place: Place) -> int:
        """The number of the first hit that begins at a place or behind it; their number where there is none."""
        if not len(self) or place.block >= self._blocks:
            return len(self)
        return self._before[place.block] + bisect_left(self.of(place.block), (place.offset, -1))


NONE = Hits()


def of_search(text: Text, view: ArticleView, needles: Needles) -> Hits:
    """Where the words, phrases and entities of a search stand."""
    sought = {entity.id for entity in view.entities if needles.names(entity)}
    named = [mention for mention in view.mentions if mention.entity in sought] if sought else []
    starts = [mention.start for mention in named]

    def spans(number: int) -> Spans:
        block = text.blocks[number]
        here = named[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        found = {(mention.start - block.start, mention.end - block.start) for mention in here}
        if block.role != "meta":
            found.update(search.hits_of(text.of(number), needles.texts))
        return tuple(sorted(found))

    return Hits(len(text.blocks), spans)


def of_typed(text: Text, typed: str) -> Hits:
    """Where what is typed stands, inside words too; see `tui.arabic.search.find`."""
    pattern = search.pattern(typed)
    if pattern is None:
        return NONE

    def spans(number: int) -> Spans:
        return search.find(text.of(number), typed) if count(number) else ()

    def count(number: int) -> int:
        return len(pattern.findall(text.folded(number)))

    return Hits(len(text.blocks), spans, count)
