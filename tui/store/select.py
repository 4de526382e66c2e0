"""Which articles match a query, and in which order: sets put together from the primitives, whatever engine keeps them.

Every answer about a query, ids, pages, counts and facets, comes from `evaluate` or agrees with it by the tests.
"""

from __future__ import annotations

from array import array
from itertools import chain, islice
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.arabic.normalise import words
from tui.model import And, DateTerm, EntityTerm, FactTerm, MarkTerm, Not, Or, Phrase, Prefix, SourceTerm, TagTerm, Word
from tui.store.primitives import DELETED, EVERY, READ, STARRED, Kind, Posting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeGuard

    from tui.model import NamedPart, Order, QueryPart, TextPart
    from tui.store.primitives import Primitives

_Step = tuple[bool, tuple[Posting, ...]]
"""Some sets, and whether what is asked for lies inside of one of them, or outside of all."""

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
    """Ids in an order; `relevance` is told by `tui.store.listing` and counts as `newest` here.

    By source and by title, articles of the same one follow one another from the newest on.
    """
    if order == "title":
        return array("I", index.by_title(articles))
    if order == "source":
        return array("I", chain.from_iterable(own for _, own in outlet_by_outlet(index, articles)))
    found: array[int] = articles.to_array()
    if order != "oldest":
        found.reverse()
    return found


def outlet_by_outlet(index: Primitives, articles: BitMap) -> Iterator[tuple[int, array[int]]]:
    """The outlets that any of these articles is of, by name, each with its articles from the newest on."""
    for outlet in index.outlets():
        own: array[int] = (articles & index.posting(Posting(Kind.OUTLET, outlet))).to_array()
        if own:
            own.reverse()
            yield outlet, own


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
            steps = _steps(index, parts)
            articles = articles & _narrowed(index, steps) if steps else articles
            for inner in sorted(parts, key=_cost):
                if not isinstance(inner, Word | Phrase | Prefix) and not _named(inner):
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
    return articles & _narrowed(index, _steps(index, (part,)))


def _named(part: QueryPart) -> TypeGuard[NamedPart | Not]:
    """Whether a part asks for the sets of a name, or for what is outside of them."""
    return isinstance(part.part if isinstance(part, Not) else part, EntityTerm | SourceTerm | FactTerm | TagTerm)


def _steps(index: Primitives, parts: Iterable[QueryPart]) -> tuple[_Step, ...]:
    """What the named ones among parts ask for; what lies inside of sets comes first."""
    steps = [
        (not isinstance(part, Not), index.meant(part.part if isinstance(part, Not) else part))  # type: ignore[arg-type]
        for part in parts
        if _named(part)
    ]
    return tuple(sorted(steps, key=lambda step: not step[0]))


def _narrowed(index: Primitives, steps: tuple[_Step, ...]) -> BitMap:
    """The articles that all steps leave; kept, since the next question often goes a step further, or asks again."""
    *before, (inside, sets) = steps
    if len(steps) == len(sets) == inside:
        return index.posting(sets[0])

    def narrow() -> BitMap:
        own = index.posting(sets[0]) if len(sets) == 1 else BitMap.union(BitMap(), *map(index.posting, sets))
        if not before and inside:
            return own
        whole = _narrowed(index, tuple(before)) if before else index.posting(EVERY)
        return whole & own if inside else whole - own

    return index.kept(steps, {Kind.LIBRARY, *(posting.kind for _, sets in steps for posting in sets)}, narrow)


def _cost(part: QueryPart) -> int:
    """What narrows for little comes first: sets, then what may hold text."""
    return 1 if isinstance(part, And | Or | Not) else 0


def _cut(articles: BitMap, low: int, high: int) -> BitMap:
    if not articles or low >= high:
        return BitMap()
    window = BitMap()
    window.add_range(max(low, articles.min()), max(low, min(high, articles.max() + 1)))
    return articles & window
