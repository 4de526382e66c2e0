"""A stretch of text made ready for rules: its folded form, its tokens, and the way back to the text.

All rules of this folder look at the folded form and answer in offsets of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import field
from typing import NamedTuple

from tui.arabic.normalise import fold_map
from tui.frozen import frozen

_TOKEN = re.compile(r"\d+ر\d+(?!\w)|\d+(?:[.,،٫٬]\d+)*|[^\W\d_]+|[^\w\s]|_")
_TRAILING = re.compile("[\u064b-\u0652\u0670\u0640]*")


class Piece(NamedTuple):
    """A token of the folded form: a number, a word or one sign; `start`/`end` are offsets into the folded form."""

    start: int
    end: int
    fold: str


@frozen
class Page:
    """A text with its folded form.

    Attributes:
        text: what was folded.
        base: where `text` begins in the article; 0 for a text of its own.
        fold: the folded form.
        origins: for each code point of `fold` its index in `text`.
    """

    text: str
    base: int
    fold: str
    origins: list[int]
    pieces: list[Piece]
    starts: list[int] = field(repr=False)

    def at(self, index: int) -> str:
        """The folded token at `index`; '' outside of the page."""
        return self.pieces[index].fold if 0 <= index < len(self.pieces) else ""

    def piece_from(self, position: int) -> int:
        """The index of the first token that starts at or after a position of the folded form."""
        return bisect_left(self.starts, position)

    def letter(self, position: int) -> str:
        """The letter as the text has it, before folding."""
        return self.text[self.origins[position]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the article that a stretch of the folded form comes from, trailing marks included."""
        last = self.origins[end - 1] + 1
        marks = _TRAILING.match(self.text, last)
        return self.base + self.origins[start], self.base + (marks.end() if marks else last)

    def folded(self, position: int) -> int:
        """The position in the folded form of an offset of the article (or of what follows it, where it was dropped)."""
        return bisect_left(self.origins, position - self.base)


def read(text: str, base: int = 0) -> Page:
    """Fold a text and cut it into tokens; `base` is where it begins in the article."""
    fold, origins = fold_map(text)
    pieces = [Piece(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(fold)]
    return Page(text, base, fold, origins, pieces, [piece.start for piece in pieces])
