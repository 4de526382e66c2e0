"""Counting entities in any number of articles: by the flat file beside the library (`forward_file`) and its own lists.

The file is made anew now and then, never changed. It carries the number of its making (`epoch`), which the library
holds too: a file of another epoch counts for nothing. Articles whose lists changed since are noted in the table
`stale` and read from the library. So the answers are right with any file, and without one.
"""

from __future__ import annotations

import os
from array import array
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from pyroaring import BitMap

from tui.errors import LibraryError
from tui.store import codec, forward_file
from tui.store.forward_file import ForwardFile
from tui.store.primitives import Tally

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from tui.store.connection import Connections

WORTH = 3_000
"""Articles from which on the file pays: so many lists are read from the library in about 5 ms."""
_WORN = 0.02
"""Share of stale articles from which on the file is made anew."""


def place(library: Path) -> Path:
    """The file that belongs to a library."""
    return library.with_name(library.name + ".forward")


def note(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Say that the lists of these articles changed; to be called in the transaction that changes them."""
    if _epoch(connection):
        connection.executemany("INSERT INTO stale (article) VALUES (?)", ((article,) for article in articles))


def _epoch(connection: sqlite3.Connection) -> int:
    """The epoch of the file that counts, 0 for none."""
    return int(connection.execute("SELECT epoch FROM forward").fetchone()[0])


# ---------------------------------------------------------------- counting


def tally(connection: sqlite3.Connection, library: Path, articles: BitMap, most: int | None = None) -> Tally:
    """See `tui.store.primitives.Primitives.tally`."""
    if len(articles) <= WORTH:
        counts = Counter(codec.unpack_ids(_read(connection, articles)))
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return Tally(array("I", [entity for entity, _ in ranked]), array("I", [count for _, count in ranked]))
    return _ranked(_count(connection, library, articles, most), most)


def _read(connection: sqlite3.Connection, articles: BitMap) -> bytes:
    """The library's own lists of these articles, one after another."""
    if len(articles) <= WORTH:
        one = "SELECT entities FROM article WHERE id = ?"
        found = (connection.execute(one, (article,)).fetchone() for article in articles)
        return b"".join(row[0] for row in found if row)
    bounds = (articles.min(), articles.max())
    rows = connection.execute("SELECT id, entities FROM article WHERE id BETWEEN ? AND ?", bounds)
    return b"".join(own for article, own in rows if article in articles)


def _count(connection: sqlite3.Connection, library: Path, articles: BitMap, most: int | None) -> Any:
    """In how many articles each entity is named, by its number: by the file, where one counts, and the library."""
    import numpy as np

    found = ForwardFile.of(place(library), _epoch(connection))
    stale = _stale(connection) & articles if found else articles
    counts = np.bincount(np.frombuffer(_read(connection, stale), "<u4"))
    return found.count(articles - stale, counts, most) if found else counts


def _stale(connection: sqlite3.Connection) -> BitMap:
    return BitMap(chain.from_iterable(connection.execute("SELECT article FROM stale")))


def _ranked(counts: Any, most: int | None) -> Tally:
    import numpy as np

    entities = np.flatnonzero(counts)
    if most and most < len(entities):
        entities = entities[counts[entities] >= np.partition(counts[entities], -most)[-most]]
    entities = entities[np.argsort(-counts[entities], kind="stable")]
    parts = (entities, counts[entities])
    return Tally(*(array("I", part.astype(np.uint32).tobytes()) for part in parts))


def wrong(connection: sqlite3.Connection, library: Path) -> list[int]:
    """Articles whose list in the file that counts is neither theirs nor stale; none where no file counts."""
    import numpy as np

    found = ForwardFile.of(place(library), _epoch(connection))
    if found is None:
        return []
    rows = connection.execute("SELECT id, entities FROM article ORDER BY id").fetchall()
    articles = np.fromiter((row[0] for row in rows), np.uint64, len(rows))
    lengths = [len(own) // 4 for _, own in rows]
    named = np.frombuffer(b"".join(own for _, own in rows), "<u4")
    own = (np.repeat(articles, lengths) << np.uint64(32)) | named
    try:
        there = found.named()
        differing = np.setxor1d(own, there, assume_unique=True) >> np.uint64(32)
        if not len(differing) and not found.adds_up(there):
            differing = articles
    except (ValueError, IndexError):
        differing = articles
    return list(BitMap(np.unique(differing).tolist()) - _stale(connection))


def forget(connection: sqlite3.Connection) -> None:
    """Let no file count any more."""
    connection.execute("UPDATE forward SET epoch = 0")
    connection.execute("DELETE FROM stale")


# ---------------------------------------------------------------- making


def tend(connections: Connections) -> None:
    """Make the file anew where it is missing, of another epoch, or worn, and the library is large enough for one."""
    with connections.read() as connection:
        articles = connection.execute("SELECT count(*) FROM article").fetchone()[0]
        stale = connection.execute("SELECT count(*) FROM stale").fetchone()[0]
        epoch = _epoch(connection)
    made = forward_file.sizes(place(connections.path))
    if articles > WORTH and (stale > _WORN * articles or made is None or made.epoch != epoch or not epoch):
        make(connections)


def make(connections: Connections) -> None:
    """Write the file, then say in the library that it counts; until then its lists are read from the library."""
    target = place(connections.path)
    fresh = target.with_name(f"{target.name}.{os.getpid()}")
    with connections.write() as connection:
        if not _epoch(connection):  # changes are noted from now on
            _set_epoch(connection)
    try:
        with connections.read(steady=True) as connection:
            seen = connection.execute("SELECT coalesce(max(place), 0) FROM stale").fetchone()[0]
            epoch = _new_epoch()
            rows = connection.execute("SELECT id, entities FROM article ORDER BY id")
            forward_file.write(fresh, epoch, _frequent(connection), rows)
        fresh.replace(target)
    except OSError as error:
        raise LibraryError(f"{target}: cannot be written ({error.strerror}); make room and try again") from error
    finally:
        fresh.unlink(missing_ok=True)
    with connections.write() as connection:
        _set_epoch(connection, epoch)
        connection.execute("DELETE FROM stale WHERE place <= ?", (seen,))


def _frequent(connection: sqlite3.Connection) -> list[int]:
    """The entities that most articles name."""
    found = connection.execute(
        "SELECT id FROM entity WHERE articles * ? >= (SELECT count(*) FROM article) ORDER BY articles DESC, id LIMIT ?",
        (forward_file.OFTEN, forward_file.FREQUENT),
    )
    return [*chain.from_iterable(found)]


def _new_epoch() -> int:
    return (int.from_bytes(os.urandom(8)) >> 2) + 1


def _set_epoch(connection: sqlite3.Connection, epoch: int = 0) -> None:
    connection.execute("UPDATE forward SET epoch = ?", (epoch or _new_epoch(),))
