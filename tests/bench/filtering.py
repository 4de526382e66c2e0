"""The entity filter at 100,000 articles with 50,000 entities: `python tests/bench/filtering.py [--library FILE]`.

List and counted entities together when three entities are asked for and one is left out, and each keystroke of a name
that is typed into the filter, also mistyped. The floor is reading as many rows of the same table by their ids.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.filling import fill
from tests.bench.generated import World
from tui.library import Library
from tui.model import ALL, And, EntityTerm, Not

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.model import Entity, QueryPart, Ranking

ARTICLES = 100_000
PAGE = 40  # rows of a screen
TIMES = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, help="one that `filling.py` made; without it one is made")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.library or Path(folder, "library.db")
        if not path.exists():
            fill(path, ARTICLES)
        with Library.open(path) as library:
            measure(library)


def measure(library: Library) -> None:
    entities = World().entities
    chance = random.Random(9)  # noqa: S311 - no secret
    floor = [timed(partial(page, library, ALL)) for _ in range(TIMES)]
    show("the floor, a page of all articles", floor, median(floor))
    asked = [chance.choices(entities[:300], k=4) for _ in range(TIMES)]
    show("three entities, one excluded", [timed(partial(filtered, library, some)) for some in asked], median(floor))
    ranked = library.rankings()
    names = [entity.name for entity in chance.choices(entities, k=TIMES)]
    keys = [timed(partial(library.named, ranked, name[:many])) for name in names for many in range(1, len(name) + 1)]
    show("a keystroke", keys, median(floor))
    slips = [timed(partial(mistyped, library, ranked, name)) for name in names]
    show("a keystroke with a slip before it", slips, median(floor))


def filtered(library: Library, some: list[Entity]) -> None:
    one, two, three, without = (EntityTerm(entity.name, id=entity.id) for entity in some)
    query = And((one, two, three, Not(without)))
    page(library, query)
    library.rankings(query)


def page(library: Library, query: QueryPart) -> None:
    library.rows(library.ids(query)[:PAGE])


def mistyped(library: Library, ranked: tuple[Ranking, ...], name: str) -> None:
    typed = name[1] + name[0] + name[2:7]
    _ = library.named(ranked, typed) or library.named(ranked, typed, mistyped=True)


def timed(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return 1_000 * (time.perf_counter() - began)


def show(name: str, found: list[float], floor: float) -> None:
    print(f"{name}: median {median(found):.1f} ms, worst {max(found):.1f} ms, {median(found) / floor:.1f} x the floor")


if __name__ == "__main__":
    main()
