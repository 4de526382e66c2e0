"""The primitives as SQLite keeps them: one transaction's view of a library."""

from __future__ import annotations

from contextlib import contextmanager
from heapq import merge
from itertools import chain, groupby
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.arabic.normalise import fold, words
from tui.arabic.sanitise import neutralise
from tui.model import EntityTerm, FactTerm, SourceTerm, TagTerm
from tui.store import entities, forward, ids, labels, postings, search
from tui.store.primitives import Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
    from pathlib import Path

    from tui.model import NamedPart, TextPart
    from tui.store.connection import Connections
    from tui.store.primitives import Tally


@contextmanager
def asking(connections: Connections) -> Iterator[tuple[sqlite3.Connection, Index]]:
    """A transaction for one question, and the primitives in it."""
    with connections.read() as connection:
        yield connection, Index(connection, connections.sets, connections.path)


FEW_TITLES = 20_000
"""Articles up to which sorting their titles is quicker than walking the index of all titles."""


class Index:
    """See `tui.store.primitives.Primitives`.

    Args:
        connection: in a transaction.
        cache: sets read before, of any transaction.
        path: the library file, beside which the forward file lies.
    """

    def __init__(self, connection: sqlite3.Connection, cache: postings.Cache, path: Path) -> None:
        self._connection = connection
        self._cache = cache
        self._path = path
        self._revisions: dict[Kind, int] = {}

    def posting(self, posting: Posting) -> BitMap:
        """All articles of a set."""
        return self.kept(posting, (posting.kind,), lambda: postings.read(self._connection, posting))

    def kept(self, key: Hashable, kinds: Collection[Kind], make: Callable[[], BitMap]) -> BitMap:
        """A set from the cache, or made and put there."""
        revision = tuple(self._revision(kind) for kind in sorted(kinds))
        found = self._cache.get(key, revision)
        if found is None:
            found = make()
            self._cache.put(key, revision, found)
        return found

    def _revision(self, kind: Kind) -> int:
        if kind not in self._revisions:
            self._revisions[kind] = postings.revision(self._connection, kind)
        return self._revisions[kind]

    def meant(self, term: NamedPart) -> tuple[Posting, ...]:
        """The sets that a term means."""
        match term:
            case EntityTerm(name, kind, id):
                if not id:
                    return _all(Kind.ENTITY, entities.named(self._connection, name, kind))
                row = entities.row_of(self._connection, id)
                return (Posting(Kind.ENTITY, row),) if row else ()
            case SourceTerm(name):
                return _all(Kind.OUTLET, self._sources(name))
            case FactTerm(kind_of_fact):
                return _all(Kind.FACT, labels.numbers(self._connection, Kind.FACT, kind_of_fact))
            case TagTerm(name):
                return _all(Kind.TAG, labels.numbers(self._connection, Kind.TAG, name))

    def _sources(self, name: str) -> Sequence[int]:
        """Outlets with exactly this name (folded), else those with all its words as beginnings of words in theirs."""
        key, wanted = fold(neutralise(name)), [token.fold for token in words(name)]
        outlets: list[tuple[int, str]] = self._connection.execute("SELECT id, key FROM outlet").fetchall()
        return [row for row, own in outlets if own == key] or [row for row, own in outlets if _begins(own, wanted)]

    def between(self, start: str, end: str) -> tuple[int, int]:
        """First id and last id + 1 of a time."""
        return ids.bounds(start, end)

    def matches(self, texts: Sequence[TextPart], *, before: int = ids.END) -> Iterator[int]:
        """Ids of articles that have all of these texts, newest first."""
        streams = search.streams(self._connection, texts, before)
        return streams[0] if len(streams) == 1 else _in_all(streams)

    def having(self, texts: Sequence[TextPart]) -> BitMap:
        """All articles that have all of these texts."""
        return self.kept(tuple(texts), (Kind.LIBRARY,), lambda: BitMap(self.matches(texts)))

    def among(self, text: TextPart, articles: BitMap) -> BitMap:
        """Those of a few articles whose text matches."""
        return BitMap(search.among(self._connection, text, articles))

    def tally(self, articles: BitMap, most: int | None = None) -> Tally:
        """In how many of these articles each entity is named."""
        return forward.tally(self._connection, self._path, articles, most)

    def outlets(self) -> Sequence[int]:
        """Outlets in the order of their names."""
        found = self._connection.execute("SELECT id FROM outlet ORDER BY key").fetchall()
        return [*chain.from_iterable(found), 0]

    def by_title(self, articles: BitMap) -> Iterator[int]:
        """Articles in the order of their titles."""
        if len(articles) > FEW_TITLES:
            walk = self._connection.execute("SELECT id FROM article ORDER BY sort, id DESC")
            return (article for (article,) in walk if article in articles)
        keys = "SELECT id, sort FROM article WHERE id = ?"
        found = [self._connection.execute(keys, (article,)).fetchone() for article in articles]
        return (article for article, _ in sorted(found, key=lambda row: (row[1], -row[0])))


def _all(kind: Kind, numbers: Sequence[int]) -> tuple[Posting, ...]:
    return tuple(Posting(kind, number) for number in numbers)


def _begins(name: str, wanted: Sequence[str]) -> bool:
    own = [form for token in words(name) for form in (token.fold, token.fold.removeprefix("ال"))]
    return bool(wanted) and all(any(form.startswith(word) for form in own) for word in wanted)


def _in_all(streams: Sequence[Iterator[int]]) -> Iterator[int]:
    """What all of these falling streams hold."""
    for article, found in groupby(merge(*streams, reverse=True)):
        if sum(1 for _ in found) == len(streams):
            yield article
