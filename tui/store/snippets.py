"""What rows of a list show of why an article was found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.arabic.excerpt import excerpt
from tui.arabic.normalise import fold, words
from tui.arabic.search import hits_of
from tui.arabic.stem import letters, stem
from tui.model import Snippet, Word
from tui.query import needles
from tui.store import codec, ids
from tui.store.articles import chunks, places

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from tui.model import Draft, QueryPart, Span, TextPart


_Piece = tuple[str, int, int]
"""A paragraph, and where in it the piece begins and ends."""

_PIECE = 400
_SENTENCE_END = re.compile(r"[.؟!؛](?=\s)")


def snippets(connection: sqlite3.Connection, wanted: Sequence[int], query: QueryPart) -> dict[int, Snippet]:
    """The stretches of these articles that best show what a query asks for.

    Ids of no article are left out, and so are all where the query asks for no text.
    """
    sought = needles(query)
    if not sought:
        return {}
    finder = _Finder(sought)
    found: dict[int, Snippet] = {}
    for some in chunks([article for article in wanted if ids.possible(article)]):
        rows = connection.execute(f"SELECT article, draft FROM body WHERE article IN {places(len(some))}", tuple(some))
        for article, packed in rows:
            found[article] = finder.snippet(codec.unpack_draft(packed))
    return found


class _Finder:
    """Looks for texts, in pieces of paragraphs that surely have some of their letters."""

    def __init__(self, sought: Sequence[TextPart]) -> None:
        self._sought = sought
        self._letters = list(map(_letters, sought))

    def snippet(self, draft: Draft) -> Snippet:
        """The snippet of an article."""
        spans = (*draft.body, *filter(None, (draft.caption, draft.dateline)))
        paragraphs = [_read(draft, span) for span in spans]
        title = self._hits(draft.title)
        pieces = [(paragraph, *piece) for paragraph in paragraphs for piece in _pieces(paragraph)]
        worth = [self._worth(paragraph[start:end]) for paragraph, start, end in pieces]
        # What runs from one piece into the next is found in whole paragraphs.
        whole = [(paragraph, 0, len(paragraph)) for paragraph in paragraphs if len(paragraph) > _PIECE]
        for paragraph, start, end in [*_best(pieces, worth), *whole]:
            if found := self._hits(paragraph[start:end]):
                shifted = [(start + left, start + right) for left, right in found]
                return Snippet(*excerpt(paragraph, shifted), title)
        return Snippet(*excerpt(paragraphs[0], ()), title) if paragraphs else Snippet("", (), title)

    def _hits(self, text: str) -> tuple[tuple[int, int], ...]:
        return hits_of(text, self._sought)

    def _worth(self, piece: str) -> tuple[int, int]:
        """How many of the texts may be in a piece, and how often."""
        folded = fold(piece)
        found = [sum(map(folded.count, some)) for some in self._letters]
        return sum(count > 0 for count in found), sum(found)


def _letters(part: TextPart) -> tuple[str, ...]:
    """Letters in a row, one of which any place has where a text is found."""
    first, *rest = [token.fold for token in words(part.text)]
    return letters(stem(first)) if isinstance(part, Word) and not rest else (first,)


def _best(pieces: list[_Piece], worth: list[tuple[int, int]]) -> list[_Piece]:
    """The pieces that may have something, the best first."""
    order = sorted(range(len(pieces)), key=worth.__getitem__, reverse=True)
    return [pieces[place] for place in order if worth[place][0]]


def _pieces(paragraph: str) -> Iterator[tuple[int, int]]:
    """A paragraph cut behind sentences, about so long that a snippet fits."""
    start = 0
    if len(paragraph) > _PIECE:
        for sentence in _SENTENCE_END.finditer(paragraph):
            if sentence.end() - start >= _PIECE // 2:
                yield start, sentence.end()
                start = sentence.end()
    if start < len(paragraph):
        yield start, len(paragraph)


def _read(draft: Draft, span: Span) -> str:
    """A stretch of the text as it is read, without what was dropped in it (signs of Markdown)."""
    pieces, at = [], span.start
    for drop in draft.dropped:
        if span.start <= drop.start and drop.end <= span.end:
            pieces.append(draft.text[at : drop.start])
            at = drop.end
    return "".join([*pieces, draft.text[at : span.end]])
