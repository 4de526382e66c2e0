"""Sets of articles as roaring bitmaps, each cut into pieces of 64 days, so that adding one article rewrites little.

A row's id is kind, number and piece in one, so the pieces of a set stand together in the table. Every write of a kind
raises that kind's revision, by which a cache knows what it may still give.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.store.primitives import Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Hashable, Iterable, Iterator
    from typing import Self

_PIECE_BITS = 22  # of an article's id: 64 days
_PIECES = 1 << 32 - _PIECE_BITS
_NUMBERS = 1 << 32


def _first_row(posting: Posting) -> int:
    return (posting.kind * _NUMBERS + posting.number) * _PIECES


def read(connection: sqlite3.Connection, posting: Posting) -> BitMap:
    """All articles of a set; empty for one that nobody made."""
    first = _first_row(posting)
    found = connection.execute("SELECT ids FROM posting WHERE id BETWEEN ? AND ?", (first, first + _PIECES - 1))
    whole = BitMap()
    for (packed,) in found:
        whole |= _unpacked(packed)
    return whole


def among(connection: sqlite3.Connection, posting: Posting, articles: BitMap) -> BitMap:
    """Which of a few articles are in a set: reads the pieces that these are in, and no other."""
    first, whole = _first_row(posting), BitMap()
    for piece in {article >> _PIECE_BITS for article in articles}:
        whole |= _piece(connection, first + piece)
    return whole & articles


def _piece(connection: sqlite3.Connection, row: int) -> BitMap:
    found = connection.execute("SELECT ids FROM posting WHERE id = ?", (row,)).fetchone()
    return _unpacked(found[0]) if found else BitMap()


def _unpacked(packed: bytes) -> BitMap:
    import sqlite3

    try:
        return BitMap.deserialize(packed)
    except (ValueError, IndexError) as error:
        damaged = sqlite3.DatabaseError("a set of articles is no roaring bitmap")
        damaged.sqlite_errorname = "SQLITE_CORRUPT"
        raise damaged from error


def numbers(connection: sqlite3.Connection, kind: Kind) -> list[int]:
    """The numbers of all sets of a kind that hold an article."""
    first = _first_row(Posting(kind, 0))
    found = connection.execute("SELECT id FROM posting WHERE id >= ? AND id < ?", (first, first + _NUMBERS * _PIECES))
    return list(dict.fromkeys(row // _PIECES % _NUMBERS for (row,) in found))


def pieces(connection: sqlite3.Connection, kind: Kind) -> Iterator[tuple[int, int, BitMap | None]]:
    """What is stored of all sets of a kind: the row, the set's number, articles, None where they cannot be right."""
    first = _first_row(Posting(kind, 0))
    sql = "SELECT id, ids FROM posting WHERE id >= ? AND id < ?"
    for row, packed in connection.execute(sql, (first, first + _NUMBERS * _PIECES)):
        try:
            articles = BitMap.deserialize(packed)
        except (ValueError, IndexError):
            articles = BitMap()
        right = articles and all(end >> _PIECE_BITS == row % _PIECES for end in (articles.min(), articles.max()))
        yield row, row // _PIECES % _NUMBERS, articles if right else None


def drop(connection: sqlite3.Connection, kind: Kind, number: int | None = None) -> None:
    """Take a set of a kind away, or all of them, to be written anew."""
    first = _first_row(Posting(kind, number or 0))
    last = first + _PIECES * (_NUMBERS if number is None else 1)
    connection.execute("DELETE FROM posting WHERE id >= ? AND id < ?", (first, last))
    touch(connection, kind)


def touch(connection: sqlite3.Connection, kind: Kind) -> None:
    """Say that what is made from sets of a kind is to be made anew."""
    connection.execute("UPDATE revision SET number = number + 1 WHERE kind = ?", (kind,))


def revision(connection: sqlite3.Connection, kind: Kind) -> int:
    """Another number after each write to sets of this kind."""
    return int(connection.execute("SELECT number FROM revision WHERE kind = ?", (kind,)).fetchone()[0])


class Batch:
    """What one transaction puts into sets and takes out: each piece is rewritten once for all its articles.

    A context manager around the writing of a transaction; leaving it without an error writes.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._changes: defaultdict[Posting, list[tuple[int, Iterable[int]]]] = defaultdict(list)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        if kind is None:
            self.write()

    def add(self, posting: Posting, articles: Iterable[int]) -> None:
        """Put articles into a set."""
        self._changes[posting].append((0, articles))

    def remove(self, posting: Posting, articles: Iterable[int]) -> None:
        """Take articles out of a set."""
        self._changes[posting].append((1, articles))

    def write(self) -> None:
        """Write what was gathered, and begin anew."""
        for posting, gathered in sorted(self._changes.items()):
            added, removed = _sides(gathered)
            first = _first_row(posting)
            for piece in sorted({*_pieces(added), *_pieces(removed)}):
                window = BitMap()
                window.add_range(piece << _PIECE_BITS, (piece + 1) << _PIECE_BITS)
                self._rewrite(first + piece, added & window, removed & window)
        kinds = {kind for kind, _ in self._changes}
        self._connection.executemany("UPDATE revision SET number = number + 1 WHERE kind = ?", ((k,) for k in kinds))
        self._changes.clear()

    def _rewrite(self, row: int, added: BitMap, removed: BitMap) -> None:
        whole = _piece(self._connection, row)
        whole |= added
        whole -= removed
        if whole:
            whole.run_optimize()
            self._connection.execute("INSERT OR REPLACE INTO posting VALUES (?, ?)", (row, whole.serialize()))
        else:
            self._connection.execute("DELETE FROM posting WHERE id = ?", (row,))


def _sides(gathered: Iterable[tuple[int, Iterable[int]]]) -> tuple[BitMap, BitMap]:
    """What is put in and what is taken out, the later word for each article."""
    sides = BitMap(), BitMap()
    for side, some in groupby(gathered, key=itemgetter(0)):
        articles = BitMap(chain.from_iterable(articles for _, articles in some))
        sides[side].update(articles)
        sides[1 - side].difference_update(articles)
    return sides


def _pieces(articles: BitMap) -> Iterator[int]:
    """The numbers of the pieces that articles are in, rising; goes from piece to piece, not from article to article."""
    at, last = (articles.min(), articles.max()) if articles else (1, 0)
    while at <= last:
        piece = at >> _PIECE_BITS
        yield piece
        after = (piece + 1) << _PIECE_BITS
        at = articles.next_set_bit(after) if after <= last else after


class Cache:
    """Sets as they were last read, for as long as they hold; any thread may use it.

    Attributes:
        room: how many articles all sets may hold together, two bytes each at most.
    """

    def __init__(self, room: int = 20_000_000) -> None:
        self.room = room
        self._sets: OrderedDict[Hashable, tuple[Hashable, BitMap]] = OrderedDict()
        self._held = 0
        self._guard = threading.Lock()

    def get(self, key: Hashable, revision: Hashable) -> BitMap | None:
        """A set kept at this revision, None where there is none."""
        with self._guard:
            found = self._sets.get(key)
            if found is None or found[0] != revision:
                return None
            self._sets.move_to_end(key)
            return found[1]

    def put(self, key: Hashable, revision: Hashable, articles: BitMap) -> None:
        """Keep a set, in place of those that were not asked for the longest."""
        with self._guard:
            self._forget(key)
            self._sets[key] = (revision, articles)
            self._held += len(articles)
            while self._held > self.room and len(self._sets) > 1:
                self._forget(next(iter(self._sets)))

    def _forget(self, key: Hashable) -> None:
        if found := self._sets.pop(key, None):
            self._held -= len(found[1])
