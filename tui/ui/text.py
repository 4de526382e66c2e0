"""An article as it is shown, apart from how wide: its blocks, and where in them a character of its text is."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic.normalise import fold
from tui.ui import words
from tui.ui.windows import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import ArticleRow, Draft


class Place(NamedTuple):
    """A place in an article as it is shown: a block, and a code point of the block's text."""

    block: int
    offset: int


class Block(NamedTuple):
    """The title, a line about the article (source and date, who else has it), or a paragraph.

    Attributes:
        start: where it begins in the article's text.
        end: one past its last code point there; `start` where the text does not hold it.
        role: title, meta or body.
        text: what is shown, where the text does not hold it.
    """

    start: int
    end: int
    role: str
    text: str = ""

    @property
    def size(self) -> int:
        """Code points."""
        return len(self.text) + self.end - self.start


class Text:
    """What is read of a draft.

    Attributes:
        draft: the article.
        blocks: title, source and date, which other outlets have it, paragraphs.
    """

    def __init__(self, draft: Draft, copies: Sequence[ArticleRow] = ()) -> None:
        self.draft = draft
        self.blocks = _blocks(draft, words.also_in(copies))
        self._starts = [block.start for block in self.blocks]
        self._folded: dict[int, str] = {}

    @property
    def first_paragraph(self) -> int:
        """The block at which the body begins; one past the last without a body."""
        return next((number for number, block in enumerate(self.blocks) if block.role == "body"), len(self.blocks))

    def of(self, block: int) -> str:
        """A block as it is read; an offset into it is one into the article's text, less where the block begins."""
        start, end, _, text = self.blocks[block]
        return text or words.paragraph(self.draft, start, end)

    def folded(self, block: int) -> str:
        """A block as it is compared."""
        if block not in self._folded:
            self._folded[block] = fold(self.of(block))
        return self._folded[block]

    def place(self, offset: int) -> Place | None:
        """Where a character of the article's text is shown; None where it is not."""
        block = bisect_right(self._starts, offset) - 1
        if block < 0 or offset >= self.blocks[block].end:
            return None
        return Place(block, offset - self.blocks[block].start)


def _blocks(draft: Draft, also: str) -> list[Block]:
    """The blocks in the order of the screen; what is not in the text stands where the title ends there."""
    spans = paragraphs(draft)
    body = [Block(span.start, span.end, "body") for span in spans]
    if draft.title_span:
        title, *body = body
        title = title._replace(role="title")
    else:
        title = Block(-1, -1, "title", draft.title)
    about = [Block(title.end, title.end, "meta", line) for line in (_meta(draft), also) if line]
    return [title, *about, *body]


def _meta(draft: Draft) -> str:
    section = draft.text[draft.section.start : draft.section.end] if draft.section else ""
    return words.joined((section, draft.source, draft.author, words.day(draft.published)))
