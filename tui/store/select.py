"""Which articles match a query, and in which order: sets put together from the primitives, whatever engine keeps them.

Every answer about a query, ids, pages, counts and facets, comes from `evaluate` or agrees with it by the tests.
"""

from __future__ import annotations

from array import array
from itertools import islice
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.arabic.normalise import words
from tui.model import And, DateTerm, MarkTerm, Not, Or, Phrase, Prefix, Word
from tui.store.primitives import DELETED, EVERY, READ, STARRED, Kind, Posting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.model import NamedPart, Order, QueryPart, TextPart
    from tui.store.primitives import Primitives

FEW = 300
"""Articles up to which a text is looked up in each (about 10 us) rather than in all (up to 300 ms for a million)."""


def alive(index: Primitives) -> BitMap:
    """All articles that are not deleted."""
    return index.posting(EVERY) - index.posting(DELETED)


def evaluate(index: Primitives, query: QueryPart) -> BitMap:
    """The articles that match."""
    return _within(index, query, alive(index))


def newest(index: Primitives, query: QueryPart, *, before: int, limit: int) -> list[int]:
    """The newest matching articles with ids below `before`, newest first.

    Words are looked up no further than needed for so many.
    """
    parts = _flat(query)
    texts = _texts(parts)
    rest = [part for part in parts if not isinstance(part, Word | Phrase | Prefix)]
    others = _within(index, And(tuple(rest)), alive(index))
    if not texts or len(others) <= FEW:
        return _last(_having(index, texts, others), before, limit)
    return list(islice((article for article in index.matches(texts, before=before) if article in others), limit))


def _last(articles: BitMap, before: int, limit: int) -> list[int]:
    end = articles.rank(before - 1) if before > 0 else 0
    return list(articles[max(0, end - limit) : end])[::-1]


def ordered(index: Primitives, articles: BitMap, order: Order) -> array[int]:
    """Ids in an order; `relevance` is told by `tui.store.relevance` and counts as `newest` here.

    By source and by title, articles of the same one follow one another from the newest on.
    """
    if order == "title":
        return array("I", index.by_title(articles))
    if order == "source":
        return _by_source(index, articles)
    found: array[int] = articles.to_array()
    if order != "oldest":
        found.reverse()
    return found


def _by_source(index: Primitives, articles: BitMap) -> array[int]:
    found = array("I")
    for outlet in index.outlets():
        own = (articles & index.posting(Posting(Kind.OUTLET, outlet))).to_array()
        own.reverse()
        found.extend(own)
    return found


# ---------------------------------------------------------------- inside


def _flat(query: QueryPart) -> list[QueryPart]:
    """The parts of an And, and of the Ands in it."""
    return [inner for part in query.parts for inner in _flat(part)] if isinstance(query, And) else [query]


def _texts(parts: Iterable[QueryPart]) -> list[TextPart]:
    """The texts among parts; one without a word, such as a dash, asks for nothing."""
    return [part for part in parts if isinstance(part, Word | Phrase | Prefix) and words(part.text)]


def _having(index: Primitives, texts: Sequence[TextPart], articles: BitMap) -> BitMap:
    if len(articles) <= FEW:
        for text in texts:
            articles = index.among(text, articles)
        return articles
    return articles & index.having(texts) if texts else articles


def _within(index: Primitives, part: QueryPart, articles: BitMap) -> BitMap:
    """Those of some articles that match."""
    match part:
        case And():
            parts = _flat(part)
            for inner in sorted(parts, key=_cost):
                if not isinstance(inner, Word | Phrase | Prefix):
                    articles = _within(index, inner, articles)
            return _having(index, _texts(parts), articles)
        case Or(parts):
            return BitMap.union(BitMap(), *(_within(index, inner, articles) for inner in parts))
        case Not(inner):
            return articles - _within(index, inner, articles)
    return _term(index, part, articles)


def _term(index: Primitives, part: TextPart | NamedPart | DateTerm | MarkTerm, articles: BitMap) -> BitMap:
    match part:
        case Word() | Phrase() | Prefix():
            return _having(index, _texts((part,)), articles)
        case DateTerm(start, end):
            return _cut(articles, *index.between(start, end))
        case MarkTerm("unread"):
            return articles - index.posting(READ)
        case MarkTerm(mark):
            return articles & index.posting(STARRED if mark == "starred" else READ)
    return articles & BitMap.union(BitMap(), *map(index.posting, index.meant(part)))


def _cost(part: QueryPart) -> int:
    """What narrows for little comes first: sets, then what may hold text."""
    return 1 if isinstance(part, And | Or | Not) else 0


def _cut(articles: BitMap, low: int, high: int) -> BitMap:
    if not articles or low >= high:
        return BitMap()
    window = BitMap()
    window.add_range(max(low, articles.min()), max(low, min(high, articles.max() + 1)))
    return articles & window
