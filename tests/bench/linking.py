"""How long it takes to link a new article in a large library: `python tests/bench/linking.py --data ARCHIVE`.

ARCHIVE is the ANT corpus 1.1 (`ant_corpus_v1.1.tar.gz`). The library is filled through the store's own door with facts
of the corpus, so that names and words are as frequent in it as in news; each article has those of some of the corpus,
drawn at random, on a day of some years. Since the same facts come again and again, more of them meet than in news.
What is timed is what the store does for articles of the corpus that were kept apart: to find the facts that a fact may
be linked with, and to link all facts of an article (to read, compare and write). The floor is to read one row.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from tests.bench.ant import drafts
from tui.analysis.analyse import analyse
from tui.analysis.facts.link import block_keys, compare
from tui.library import Library
from tui.model import Analysis
from tui.store import facts as stored
from tui.store import ids
from tui.store.postings import Batch

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from tui.model import Fact

Result = TypeVar("Result")

APART = 400  # articles of the corpus that are linked and not stored before
FIRST = date(2018, 1, 1)
BATCH = 5_000
ROOM = 30 << 30  # bytes that must be free


def told(archive: Path, count: int, chance: Random) -> list[tuple[Fact, ...]]:
    """The facts of some articles of the corpus that have any."""
    given = list(drafts(archive))
    chance.shuffle(given)
    return [found for draft in given[:count] if (found := analyse(draft).facts)]


def fill(library: Library, pool: Sequence[tuple[Fact, ...]], sizes: tuple[int, int, int], chance: Random) -> int:
    """Store so many facts in so many articles of so many days; how many keys they have."""
    facts, articles, days = sizes
    rows = done = 0
    on_day: dict[date, int] = {}
    since = time.perf_counter()
    for start in range(0, articles, BATCH):
        with library._connections.write() as connection, Batch(connection) as batch:
            connection.execute("PRAGMA cache_size = -1000000")
            for number in range(start, min(start + BATCH, articles)):
                day = FIRST + timedelta(days=number * days // articles)
                on_day[day] = on_day.get(day, 0) + 1
                article = (ids.slot(day.isoformat()) << 16) + on_day[day]
                own: list[Fact] = []
                while len(own) < round(facts * (number + 1) / articles) - done:
                    own += chance.choice(pool)
                own = own[: round(facts * (number + 1) / articles) - done]
                rows += keep(connection, batch, article, own, day)
                done += len(own)
    print(f"{done:,} facts with {rows:,} keys in {articles:,} articles of {days:,} days:", end=" ")
    print(f"{library.path.stat().st_size / 2**30:.1f} GB in {time.perf_counter() - since:.0f} s")
    return rows


def keep(connection: sqlite3.Connection, batch: Batch, article: int, own: Sequence[Fact], day: date) -> int:
    """Store an article with these facts, as of its day; the number of their keys."""
    dated = tuple(_dated(fact, f"{article:x}-{place:x}", day) for place, fact in enumerate(own))
    keys = [block_keys(fact) for fact in dated]
    connection.execute(
        "INSERT INTO article (id, title, outlet, published, digest, entities, sort) VALUES (?, '', 0, ?, ?, x'', '')",
        (article, day.isoformat(), article),
    )
    stored.store(connection, batch, article, Analysis((), (), dated), keys=keys, rows={})
    return sum(map(len, keys))


def _dated(fact: Fact, number: str, day: date) -> Fact:
    when = fact.time
    if when is not None and when.how == "article_date":
        when = replace(when, start=day.isoformat(), end=day.isoformat())
    return replace(fact, id=number, time=when)


def measure(library: Library, apart: Sequence[tuple[Fact, ...]], days: int) -> None:
    """Link articles of the last day."""
    day = FIRST + timedelta(days=days - 1)
    first = (ids.slot(day.isoformat()) << 16) + 60_000
    asked, met, whole = [], [], []
    with library._connections.write() as connection, Batch(connection) as batch:
        connection.execute("PRAGMA cache_size = -16000")
        for article, own in enumerate(apart, start=first):
            keep(connection, batch, article, own, day)
            keys = [block_keys(fact) for fact in stored.read(connection, article)]
            for some in keys:
                spent, found = _timed(lambda: stored._candidates(connection, article, some))  # noqa: B023
                asked.append(spent)
                met.append(len(found))
            whole.append(_timed(lambda: stored.link(connection, article, keys, compare))[0])  # noqa: B023
        links = connection.execute("SELECT count(*) FROM fact_link").fetchone()[0]
        rows = [row for (row,) in connection.execute("SELECT article FROM analysis ORDER BY random() LIMIT 2000")]
        floor = [_timed(lambda: _row(connection, row))[0] for row in rows]  # noqa: B023
    print(f"{len(apart)} articles with {len(asked):,} facts linked; {links:,} links")
    print(f"a fact meets {median(met):.0f} others, at most {max(met)}")
    for name, times in (("query of a fact", asked), ("linking an article", whole), ("floor: one row", floor)):
        ordered = sorted(times)
        many = ordered[len(ordered) * 95 // 100]
        print(f"  {name:20} median {median(times):7.3f} ms, 95 % within {many:7.3f}, worst {ordered[-1]:7.2f}")


def _row(connection: sqlite3.Connection, article: int) -> object:
    return connection.execute("SELECT facts FROM analysis WHERE article = ?", (article,)).fetchone()


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    start = time.perf_counter()
    found = work()
    return 1000 * (time.perf_counter() - start), found


def main() -> None:
    """Fill a library in a temporary folder, link, and print the times."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--facts", type=int, default=1_800_000)
    options.add_argument("--articles", type=int, default=220_000)
    options.add_argument("--days", type=int, default=2_000)
    options.add_argument("--sample", type=int, default=12_000, help="articles of the corpus whose facts are used")
    given = options.parse_args()
    chance = Random(11)  # noqa: S311 - to be the same in every run
    pool = told(given.data, given.sample, chance)
    with tempfile.TemporaryDirectory() as folder:
        if shutil.disk_usage(folder).free < ROOM:
            raise SystemExit(f"{folder}: has less than {ROOM >> 30} GB free")
        with Library.open(Path(folder) / "linking.db") as library:
            fill(library, pool[APART:], (given.facts, given.articles, given.days), chance)
            measure(library, pool[:APART], given.days)


if __name__ == "__main__":
    main()
