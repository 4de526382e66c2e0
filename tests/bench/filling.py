"""Fills a library with generated articles as fast as the store can: `python tests/bench/filling.py FILE ARTICLES`.

The text goes the way of every import. Entities are given, not found: all are made known first, and an article's list
is stored as analysis would store it, without facts.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.generated import World
from tui.library import Library
from tui.library.batches import batches, made_ready
from tui.library.preparing import Preparer, Preparing, Wishes, lost
from tui.model import Mention
from tui.store import articles, codec, copies, search
from tui.store.naming import Naming
from tui.store.postings import Batch
from tui.store.primitives import Kind, Posting
from tui.store.ready import Ready

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from tui.model import Entity

_BATCH = 4_000


def fill(path: Path, count: int, *, told: Callable[[int], object] = lambda _: None) -> float:
    """Make a library of generated articles, and the forward file beside it.

    Args:
        path: of a file that is not there yet.
        count: of articles.
        told: called with the number of articles after each transaction.

    Returns:
        Articles a second.
    """
    world, wishes = World(), Wishes(analysed=False, exact=True)
    since, done = time.perf_counter(), 0
    with Library.open(path) as library:
        connections = library._connections
        with connections.write() as connection, Batch(connection) as sets:
            naming = Naming(connection, sets, _keys)
            rows = {entity.id: naming.row(entity) for entity in world.entities}
            naming.settle()
        known = [(rows[entity.id], entity) for entity in world.entities]
        ready, _ = made_ready(
            world.drafts(count),
            Preparer(connections, wishes, None),
            Preparing(path, wishes, analysing=False),
            lost,
            jobs=os.cpu_count(),
            chunk=64,
        )
        for batch in batches(ready, _BATCH, 3600):
            with connections.write() as connection:
                _keep(connection, world, known, [one for one in batch if isinstance(one, Ready)])
            done += len(batch)
            told(done)
        library.tend()
    return count / (time.perf_counter() - since)


def _keys(entity: Entity) -> tuple[str, ...]:
    return (entity.name,)


def _keep(
    connection: sqlite3.Connection, world: World, known: Sequence[tuple[int, Entity]], batch: Sequence[Ready]
) -> None:
    own: defaultdict[int, list[int]] = defaultdict(list)
    lists, analyses, index, totals = [], [], [], defaultdict[int, int](int)
    with Batch(connection) as sets:
        for one in batch:
            article = articles.insert(connection, sets, one)
            copies.remember(connection, article, one.fingerprint)
            index.append((article, *one.rows))
            named = {known[place]: count for place, count in world.named().items()}
            for (row, _), count in named.items():
                own[row].append(article)
                totals[row] += count
            lists.append((codec.pack_ids([row for row, _ in named]), codec.pack_counts(named.values()), article))
            mentions = [
                Mention(10 * place, 10 * place + 5, entity.name, "person", "name", entity.id, "generated")
                for place, (_, entity) in enumerate(named)
            ]
            analyses.append((article, codec.pack_mentions(mentions), codec.pack_facts((), ())))
        for row, some in own.items():
            sets.add(Posting(Kind.ENTITY, row), some)
    connection.executemany("UPDATE article SET entities = ?, counts = ? WHERE id = ?", lists)
    connection.executemany("INSERT INTO analysis VALUES (?, ?, ?)", analyses)
    search.index_rows(connection, sorted(index))
    counted = [(len(some), totals[row], row) for row, some in own.items()]
    connection.executemany("UPDATE entity SET articles = articles + ?, mentions = mentions + ? WHERE id = ?", counted)


if __name__ == "__main__":
    since = time.perf_counter()
    rate = fill(
        Path(sys.argv[1]),
        int(sys.argv[2]),
        told=lambda done: print(f"{done} {done / (time.perf_counter() - since):.0f} a second", flush=True),
    )
    print(f"{rate:.0f} articles a second")
