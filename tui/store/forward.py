"""The forward lists of all articles in one flat file beside the library, for counting entities in many of them.

The file is made anew now and then, never changed. It carries the number of its making (`epoch`), which the library
holds too: a file of another epoch counts for nothing. Articles whose lists changed since are noted in the table
`stale` and read from the library. So the answers are right with any file, and without one.

The file: `_HEADER` (magic, epoch, articles n, entries m), then as unsigned 32-bit little-endian numbers the m entries,
which are numbers of entities, the n articles' ids, rising, and the n ends of their lists among the entries.
"""

from __future__ import annotations

import os
import secrets
import struct
from array import array
from collections import Counter
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, Any

from pyroaring import BitMap

from tui.errors import LibraryError
from tui.store import codec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tui.store.connection import Connections

_HEADER = struct.Struct("<8sQQQ")
_MAGIC = b"WRQFWD01"
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


def tally(connection: sqlite3.Connection, library: Path, articles: BitMap) -> Mapping[int, int]:
    """In how many of these articles each entity is named."""
    if len(articles) <= WORTH:
        return _read(connection, articles)
    counts = None
    if epoch := _epoch(connection):
        stale = BitMap(chain.from_iterable(connection.execute("SELECT article FROM stale")))
        counts = _count(place(library), epoch, articles - stale)
    if counts is None:
        return _read(connection, articles)
    counts.update(_read(connection, articles & stale))
    return counts


def _read(connection: sqlite3.Connection, articles: BitMap) -> Counter[int]:
    """Count in the library's own lists."""
    packed: list[bytes] = []
    if len(articles) <= WORTH:
        one = "SELECT entities FROM article WHERE id = ?"
        packed += (row[0] for article in articles if (row := connection.execute(one, (article,)).fetchone()))
    else:
        bounds = (articles.min(), articles.max())
        rows = connection.execute("SELECT id, entities FROM article WHERE id BETWEEN ? AND ?", bounds)
        packed += (own for article, own in rows if article in articles)
    return Counter(codec.unpack_ids(b"".join(packed)))


def _opened(path: Path, epoch: int) -> tuple[Any, Any, Any] | None:
    """The entries, articles and ends in the file, mapped; None if it is not the one of this epoch or not whole."""
    import numpy as np

    try:
        whole = np.memmap(path, np.uint8, "r")
        magic, made, many, entries = _HEADER.unpack(whole[: _HEADER.size].tobytes())
    except (OSError, ValueError, struct.error):
        return None
    if (magic, made) != (_MAGIC, epoch) or len(whole) != _size(many, entries):
        return None
    numbers = whole[_HEADER.size :].view("<u4")
    return numbers[:entries], numbers[entries : entries + many], numbers[entries + many :]


def _count(path: Path, epoch: int, articles: BitMap) -> Counter[int] | None:
    """Count in the file; None where none counts.

    It is mapped no longer than this takes, so that its pages are not the program's for good.
    """
    import numpy as np

    opened = _opened(path, epoch)
    if opened is None:
        return None
    named, ids, ends = opened
    many = len(ids)
    asked = np.frombuffer(articles.to_array(), np.uint32)
    wanted = np.searchsorted(ids, asked)
    wanted = wanted[(wanted < many) & (ids[np.minimum(wanted, many - 1)] == asked)]
    last = ends[wanted].astype(np.int64)
    first = np.where(wanted > 0, ends[wanted - 1], 0).astype(np.int64)
    counts = np.bincount(_gathered(np, named, first, last))
    found = np.nonzero(counts)[0]
    return Counter(dict(zip(found.tolist(), counts[found].tolist(), strict=True)))


def _size(articles: int, entries: int) -> int:
    return _HEADER.size + 4 * (2 * articles + entries)


def _gathered(np: Any, named: Any, first: Any, last: Any) -> Any:
    """The entries of lists that lie anywhere: lists that follow one another are copied as one."""
    if not len(first):
        return named[:0]
    begins = np.nonzero(np.concatenate(([True], first[1:] != last[:-1])))[0]
    ends = np.concatenate((begins[1:], [len(first)])) - 1
    if 4 * len(begins) < len(first):
        stretches = zip(first[begins].tolist(), last[ends].tolist(), strict=True)
        return np.concatenate([named[start:end] for start, end in stretches])
    lengths = last - first
    before = np.cumsum(lengths) - lengths
    return named[np.repeat(first - before, lengths) + np.arange(lengths.sum())]


def wrong(connection: sqlite3.Connection, library: Path) -> list[int]:
    """Articles whose list in the file that counts is neither theirs nor stale; none where no file counts."""
    epoch = _epoch(connection)
    if not epoch or (found := _opened(place(library), epoch)) is None:
        return []
    named, ids, ends = (part.astype("<u4") for part in found)
    bounds = zip([0, *ends.tolist()], ends.tolist(), strict=False)
    there = dict(zip(ids.tolist(), bounds, strict=True))
    stale = BitMap(chain.from_iterable(connection.execute("SELECT article FROM stale")))
    packed, differing = named.tobytes(), []
    for article, own in connection.execute("SELECT id, entities FROM article"):
        start, end = there.pop(article, (0, 0))
        if article not in stale and packed[4 * start : 4 * end] != own:
            differing.append(article)
    return differing + [article for article in there if article not in stale]


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
    if articles > WORTH and (stale > _WORN * articles or not _is_of(place(connections.path), epoch)):
        make(connections)


def _is_of(path: Path, epoch: int) -> bool:
    with suppress(OSError, struct.error), path.open("rb") as file:
        magic, made, many, entries = _HEADER.unpack(file.read(_HEADER.size))
        return epoch > 0 and (magic, made, path.stat().st_size) == (_MAGIC, epoch, _size(many, entries))
    return False


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
            _write(fresh, epoch, connection.execute("SELECT id, entities FROM article ORDER BY id"))
        fresh.replace(target)
    except OSError as error:
        raise LibraryError(f"{target}: cannot be written ({error.strerror}); make room and try again") from error
    finally:
        fresh.unlink(missing_ok=True)
    with connections.write() as connection:
        _set_epoch(connection, epoch)
        connection.execute("DELETE FROM stale WHERE place <= ?", (seen,))


def _new_epoch() -> int:
    return secrets.randbits(62) + 1


def _set_epoch(connection: sqlite3.Connection, epoch: int = 0) -> None:
    connection.execute("UPDATE forward SET epoch = ?", (epoch or _new_epoch(),))


def _write(path: Path, epoch: int, rows: Iterable[tuple[int, bytes]]) -> None:
    ids, ends, end = array("I"), array("I"), 0
    with path.open("wb") as file:
        file.write(bytes(_HEADER.size))
        for article, own in rows:
            file.write(own)
            end += len(own) // 4
            ids.append(article)
            ends.append(end)
        file.write(ids.tobytes() + ends.tobytes())
        file.seek(0)
        file.write(_HEADER.pack(_MAGIC, epoch, len(ids), end))
        file.flush()
        os.fsync(file.fileno())
