"""Libraries of any size against the budgets: `python tests/bench/library.py [--sizes ...] [--folder DIR]`.

Libraries that are not in DIR yet are made first (`filling.py`; a million takes half an hour on two cores). Then the
data work (medians in ms, in this process), and the whole program in one interleaved run with an empty Textual app and,
where it is installed, newsboat with 1,000 and 100,000 articles (`budgets.py`): byte-compile first (`python -m
compileall -q tui`).
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.budgets import Row, programs, show
from tests.bench.filling import fill
from tests.bench.generated import FUNCTION_WORDS, World
from tui.library import Library
from tui.model import ALL, And, EntityTerm, MarkTerm, Not, Phrase, Prefix, Word

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.model import QueryPart

_TIMES = 7


def measured(ask: Callable[[], object]) -> tuple[float, float]:
    """The first time and the median of the others, in ms."""
    times = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    return times[0], median(times[1:])


def queries(world: World) -> dict[str, QueryPart]:
    """What the rows of `tests/bench/README.md` ask."""
    top, second, third, rare = (EntityTerm("", id=f"person:{n}") for n in (0, 1, 2, 20_000))
    words = world.words[len(FUNCTION_WORDS) :]
    return {
        "all": ALL,
        "1 entity (in 74 %)": top,
        "2 entities": And((top, second)),
        "3 entities": And((top, second, third)),
        "one, not the other": And((top, Not(second))),
        "rare entity": rare,
        "common word (in 96 %)": Word(FUNCTION_WORDS[0]),
        "word": Word(words[300]),
        "two words": And((Word(words[5]), Word(words[9]))),
        "phrase": Phrase(f"{FUNCTION_WORDS[0]} {FUNCTION_WORDS[1]}"),
        "beginning of 3 letters": Prefix(words[50][:3]),
        "common word, rare entity": And((Word(FUNCTION_WORDS[0]), rare)),
        "unread": MarkTerm("unread"),
    }


def data_work(path: Path) -> list[Row]:
    """Print what each question takes, first time / again; what of it has a budget."""
    world = World()
    cold: list[float] = []
    warm: list[float] = []
    filtered: list[float] = []
    with Library.open(path) as library:
        print(f"\n{path.name}: {library.count():,} articles, {path.stat().st_size / 1e6:,.0f} MB")
        print(f"{'':28}{'matches':>10}{'page of 50':>18}{'count':>18}{'ids':>18}{'50 facets':>18}")
        for name, query in queries(world).items():
            asked: tuple[Callable[[], object], ...] = (
                lambda query=query: library.page(query),  # type: ignore[misc]
                lambda query=query: library.count(query),  # type: ignore[misc]
                lambda query=query: library.ids(query),  # type: ignore[misc]
                lambda query=query: library.facets(query, limit=50),  # type: ignore[misc]
            )
            found = [measured(ask) for ask in asked]
            figures = "".join(f"{first:9.1f} /{again:7.1f}" for first, again in found)
            print(f"{name:28}{library.count(query):10,}{figures}")
            if "entit" in name:
                filtered.append(found[0][1] + found[1][1])
                cold.append(found[3][0])
                warm.append(found[3][1])
        ids, ranked = library.ids(), library.rankings()
        others: dict[str, Callable[[], object]] = {
            "page in the middle": lambda: library.page(before=ids[len(ids) // 2]),
            "an article": lambda: library.article(ids[len(ids) // 2]),
            "entity by 3 letters": lambda: library.find_entities(world.entities[7].name[:3]),
            "all by title": lambda: library.ids(order="title"),
            "all by source": lambda: library.ids(order="source"),
            "all entities of a word": lambda: library.rankings(Word(FUNCTION_WORDS[3])),
            "those with a letter": lambda: library.named(ranked, world.entities[7].name[:1]),
            "all read, and undone": lambda: library.undo(library.mark(ids, read=True)),
        }
        for name, ask in others.items():
            print(f"{name:28}{'':10}{'{:9.1f} /{:7.1f}'.format(*measured(ask))}")
    return [
        Row("entity filter, page and exact count: data work, again", median(filtered), "2 ms", median(filtered) <= 2),
        Row("50 facets of entities, cold (worst)", max(cold), "60 ms", max(cold) <= 60),
        Row("50 facets of entities, warm (worst)", max(warm), "25 ms", max(warm) <= 25),
    ]


def main() -> None:
    """Make what is missing, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000, 1_000_000])
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "warraq-bench")
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--screen-only", action="store_true", help="leave out the data work")
    given = options.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    paths = {size: given.folder / f"{size}.db" for size in sorted(given.sizes)}
    rows: list[Row] = []
    for size, path in paths.items():
        if not path.exists():
            print(f"{path}: {fill(path, size):.0f} articles a second", flush=True)
        if not given.screen_only:
            rows = data_work(path)
    show([*programs(paths, given.runs), *rows], max(paths))


if __name__ == "__main__":
    main()
