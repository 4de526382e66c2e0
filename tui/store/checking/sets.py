"""Sets of articles against the articles: who asks for an entity, an outlet or a mark gets all that have it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from pyroaring import BitMap

from tui.i18n import N_
from tui.model import Finding
from tui.store import codec, postings
from tui.store.checking.scope import Scope, shown
from tui.store.primitives import CORRECTED, EVERY, GROUPED, IGNORED, REBUILT, UNANALYSED, Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

NAME = "sets"

_DERIVED = {
    Kind.LIBRARY: N_("sets of the whole library that differ from the articles: {count}"),
    Kind.OUTLET: N_("outlets whose set of articles differs from the articles: {count}"),
    Kind.ENTITY: N_("entities whose set of articles differs from the articles: {count}"),
}
_GIVEN = (Kind.MARK, Kind.TAG)  # by the reader: nothing tells of them but the sets


def look(scope: Scope) -> Iterator[Finding]:
    """Sets that lack an article or have one too many, entities that are counted wrongly, marks of no article."""
    expected = _expected(scope.connection)
    for kind, said in _DERIVED.items():
        if wrong := _differing(scope.connection, kind, expected[kind]):
            yield Finding(NAME, said, len(wrong), shown(wrong))
    if wrong := [row for row, *_ in _miscounted(scope.connection)]:
        said = N_("entities whose articles or mentions are counted wrongly: {count}")
        yield Finding(NAME, said, len(wrong), shown(wrong))
    if lost := _lost(scope.connection):
        yield Finding(NAME, N_("marks and tags on articles that do not exist: {count}"), len(lost), shown(lost))
    if broken := _broken(scope.connection):
        yield Finding(NAME, N_("marks and tags that cannot be read: {count}"), len(broken))


def _rows(connection: sqlite3.Connection) -> tuple[Any, Any, Any, Any]:
    """The articles' ids, outlets and lists of entities as arrays; and how long each list is."""
    import numpy as np

    found = connection.execute("SELECT id, outlet, entities FROM article ORDER BY id").fetchall()
    articles = np.fromiter((row[0] for row in found), np.uint64, len(found))
    outlets = np.fromiter((row[1] for row in found), np.uint64, len(found))
    lengths = np.fromiter((len(row[2]) // 4 for row in found), np.int64, len(found))
    named = np.frombuffer(b"".join(row[2][: len(row[2]) // 4 * 4] for row in found), "<u4").astype(np.uint64)
    return articles, outlets, named, lengths


def _expected(connection: sqlite3.Connection) -> dict[Kind, Any]:
    """For each kind what its sets should hold, as sorted numbers `set << 32 | article`."""
    import numpy as np

    articles, outlets, named, lengths = _rows(connection)
    shift = np.uint64(32)
    return {
        Kind.LIBRARY: np.sort(np.concatenate([_numbered(posting, have) for posting, have in _of_library(connection)])),
        Kind.OUTLET: np.sort((outlets << shift) | articles),
        Kind.ENTITY: np.unique((named << shift) | np.repeat(articles, lengths)),
    }


def _of_library(connection: sqlite3.Connection) -> list[tuple[Posting, list[int]]]:
    """The sets of the library as a whole that other tables tell of, with their articles."""
    asked = {
        EVERY: "SELECT id FROM article",
        UNANALYSED: "SELECT id FROM article WHERE id NOT IN (SELECT article FROM analysis)",
        GROUPED: "SELECT article FROM copy WHERE article != first",
    }
    return [(posting, [*chain.from_iterable(connection.execute(sql))]) for posting, sql in asked.items()]


def _numbered(posting: Posting, articles: Sequence[int]) -> Any:
    import numpy as np

    return np.array(articles, np.uint64) | np.uint64(posting.number << 32)


def _differing(connection: sqlite3.Connection, kind: Kind, expected: Any) -> list[int]:
    """The numbers of the sets of a kind that are not as expected."""
    import numpy as np

    broken: list[int] = []
    parts = [np.empty(0, np.uint64)]
    for _, number, articles in postings.pieces(connection, kind):
        # What is under way and what was ignored is told by nothing else.
        if kind is Kind.LIBRARY and (number >= IGNORED or (kind, number) in {REBUILT, CORRECTED}):
            continue
        if articles is None:
            broken.append(number)
        else:
            parts.append(np.frombuffer(articles.to_array(), np.uint32).astype(np.uint64) | np.uint64(number << 32))
    differing = np.setxor1d(np.sort(np.concatenate(parts)), expected, assume_unique=True)
    return sorted({*broken, *np.unique(differing >> np.uint64(32)).tolist()})


def _miscounted(connection: sqlite3.Connection) -> list[tuple[int, int, int]]:
    """Entities whose numbers are wrong, with the right ones."""
    counted: dict[int, list[int]] = {}
    for named, counts in connection.execute("SELECT entities, counts FROM article"):
        for row, count in zip(codec.unpack_ids(named), codec.unpack_counts(counts), strict=False):
            both = counted.setdefault(row, [0, 0])
            both[0] += 1
            both[1] += count
    found = connection.execute("SELECT id, articles, mentions FROM entity").fetchall()
    true = ((row, *counted.get(row, (0, 0))) for row, *_ in found)
    return [right for right, given in zip(true, found, strict=True) if right != given]


def _lost(connection: sqlite3.Connection) -> list[int]:
    """Articles in the reader's sets that do not exist."""
    there = BitMap(chain.from_iterable(connection.execute("SELECT id FROM article")))
    marked = BitMap()
    for kind in _GIVEN:
        for _, _, articles in postings.pieces(connection, kind):
            marked |= articles or BitMap()
    return list(marked - there)


def _broken(connection: sqlite3.Connection) -> list[int]:
    """Rows of the reader's sets that cannot be read: what they said is lost."""
    pieces = (piece for kind in _GIVEN for piece in postings.pieces(connection, kind))
    return [row for row, _, articles in pieces if articles is None]


def mend(scope: Scope) -> None:
    """Write the derived sets and the counts anew; take what does not exist out of the reader's own."""
    connection = scope.connection
    for kind in (Kind.OUTLET, Kind.ENTITY):
        postings.drop(connection, kind)
    connection.executemany("DELETE FROM posting WHERE id = ?", ((row,) for row in _broken(connection)))
    lost = _lost(connection)
    with postings.Batch(connection) as batch:
        for posting, articles in _of_library(connection):
            postings.drop(connection, *posting)
            batch.add(posting, articles)
        for article, outlet, named in connection.execute("SELECT id, outlet, entities FROM article").fetchall():
            batch.add(Posting(Kind.OUTLET, outlet), (article,))
            for row in codec.unpack_ids(named):
                batch.add(Posting(Kind.ENTITY, row), (article,))
        for kind in _GIVEN:
            for number in postings.numbers(connection, kind):
                batch.remove(Posting(kind, number), lost)
    true = [(articles, mentions, row) for row, articles, mentions in _miscounted(connection)]
    connection.executemany("UPDATE entity SET articles = ?, mentions = ? WHERE id = ?", true)
