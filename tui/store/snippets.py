"""What rows of a list show of why an article was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.excerpt import excerpt
from tui.arabic.normalise import words
from tui.arabic.search import beginning_tests, hits, phrase_tests, word_tests
from tui.model import Phrase, Prefix, Snippet, Word
from tui.store import codec, ids, search
from tui.store.articles import chunks, places

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from tui.model import Draft, QueryPart, Span, TextPart


def snippets(connection: sqlite3.Connection, wanted: Sequence[int], query: QueryPart) -> dict[int, Snippet]:
    """The stretches of these articles that best show what a query asks for.

    Ids of no article are left out, and so are all where the query asks for no text.
    """
    sought = search.sought(query)
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
    """Looks for texts; which stretches between white space may begin one is kept for the articles that follow."""

    def __init__(self, sought: Sequence[TextPart]) -> None:
        self._words = [part.text for part in sought if isinstance(part, Word)]
        self._phrases = [part.text for part in sought if isinstance(part, Phrase)]
        self._beginnings = [part.text for part in sought if isinstance(part, Prefix)]
        tests = [*map(word_tests, self._words), *map(phrase_tests, self._phrases)]
        tests += map(beginning_tests, self._beginnings)
        self._first: list[Callable[[str], bool]] = [test[0] for test in tests]
        self._known: dict[str, int] = {}

    def snippet(self, draft: Draft) -> Snippet:
        """The snippet of an article."""
        paragraphs = [_read(draft, span) for span in (*draft.body, *filter(None, (draft.caption, draft.dateline)))]
        title = self._hits(draft.title)
        for paragraph in sorted(paragraphs, key=self._worth, reverse=True):
            spans = self._hits(paragraph)
            if spans or not self._worth(paragraph):
                return Snippet(*excerpt(paragraph, spans), title)
        return Snippet(*excerpt(paragraphs[0], ()), title) if paragraphs else Snippet("", (), title)

    def _hits(self, text: str) -> tuple[tuple[int, int], ...]:
        return hits(text, self._words, self._phrases, self._beginnings)

    def _worth(self, paragraph: str) -> tuple[int, int] | tuple[()]:
        """How many of the texts may be in a paragraph, and how often; () for none."""
        found = [which for stretch in search.stretches(paragraph) if (which := self._of(stretch))]
        different = 0
        for which in found:
            different |= which
        return (different.bit_count(), len(found)) if found else ()

    def _of(self, stretch: str) -> int:
        """A bit for each text that a word of a stretch may be the first word of."""
        which = self._known.get(stretch)
        if which is None:
            folded = [token.fold for token in words(stretch)]
            which = sum(1 << place for place, test in enumerate(self._first) if any(map(test, folded)))
            self._known[stretch] = which
        return which


def _read(draft: Draft, span: Span) -> str:
    """A stretch of the text as it is read, without what was dropped in it (signs of Markdown)."""
    pieces, at = [], span.start
    for drop in draft.dropped:
        if span.start <= drop.start and drop.end <= span.end:
            pieces.append(draft.text[at : drop.start])
            at = drop.end
    return "".join([*pieces, draft.text[at : span.end]])
