"""What is selected in an article, and how the caret moves through it: over places of the text, not over the screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic import tokens
from tui.arabic.normalise import words
from tui.arabic.sanitise import UNSEEN
from tui.frozen import frozen
from tui.ui.text import Place

if TYPE_CHECKING:
    from tui.ui.text import Text

# What neutralising put for a control character, and characters that only order text: of no use in another program.
_NOT_COPIED = str.maketrans("", "", f"{UNSEEN}\ufffd")
_LINE_END = re.compile(r"[ \t]*[\r\n]+[ \t]*")


class Reach(NamedTuple):
    """From a place up to another: a cluster, a word, a paragraph. Both are of one block."""

    start: Place
    end: Place


@frozen
class Selection:
    """From the cluster (word, paragraph) where it was begun to the one that it has come to, both of them whole."""

    anchor: Reach
    head: Reach

    @property
    def start(self) -> Place:
        """Its first place."""
        return min(self.anchor.start, self.head.start)

    @property
    def end(self) -> Place:
        """The place behind its last."""
        return max(self.anchor.end, self.head.end)

    def within(self, block: int, start: int, end: int) -> tuple[int, int]:
        """The part of a stretch of a block's text that is selected, half-open; (0, 0) for nothing."""
        first, last = self.start, self.end
        if not first.block <= block <= last.block:
            return (0, 0)
        start = max(start, first.offset) if block == first.block else start
        end = min(end, last.offset) if block == last.block else end
        return (start, end) if start < end else (0, 0)


_ALL = 1 << 60


def whole(text: Text, block: int) -> Reach:
    """A whole block."""
    return Reach(Place(block, 0), Place(block, text.blocks[block].size))


def word(text: Text, place: Place) -> Reach:
    """The word, address or space around a place; a sign is one by itself."""
    shown = text.of(place.block)
    spans = [*tokens.ltr(shown), *((token.start, token.end) for token in words(shown))]
    spans += [match.span() for match in re.finditer(r"\s+", shown)]
    start, end = next(
        ((start, end) for start, end in spans if start <= place.offset < end), (place.offset, place.offset + 1)
    )
    return Reach(Place(place.block, start), Place(place.block, min(end, len(shown))))


def next_word(text: Text, place: Place, direction: int, *, last: bool = False) -> Place:
    """Where the next word begins (or, with `last`, ends), or where the one before does, across paragraphs."""
    block, offset = place
    while 0 <= block < len(text.blocks):
        tokens_ = words(text.of(block))
        found = [token.end - 1 if last else token.start for token in tokens_]
        beyond = [at for at in found if (at > offset if direction > 0 else at < offset)]
        if beyond:
            return Place(block, beyond[0] if direction > 0 else beyond[-1])
        block += direction
        offset = -1 if direction > 0 else _ALL
    return place


def copied(text: Text, start: Place, end: Place) -> str:
    """What stands between two places, for another program: logical, a paragraph on one line, a blank one between two.

    Marks, ZWNJ and ZWJ are kept. Left out is what is not seen: signs of Markdown, bidi controls, and what stands for
    control characters.
    """
    pieces = []
    for block in range(start.block, end.block + 1):
        shown = text.of(block)
        piece = shown[start.offset if block == start.block else 0 : end.offset if block == end.block else None]
        pieces.append(_LINE_END.sub(" ", piece.translate(_NOT_COPIED)))
    return "\n\n".join(piece for piece in pieces if piece.strip())
