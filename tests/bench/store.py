"""How fast the library adds and answers: `python tests/bench/store.py [ARTICLES [FILE]]`, medians in milliseconds.

Generated articles of about 2 kB with 15 entities of 5,000, word and entity frequencies by Zipf, always the same ones.
With FILE the library stays there and is used again.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tui.library import Analyser, Library
from tui.model import ALL, Analysis, And, Draft, Entity, EntityTerm, MarkTerm, Mention, Not, Phrase, Span, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.model import QueryPart

CHANCE = random.Random(5)  # noqa: S311 - test data
VOCABULARY = ["".join(CHANCE.choices("ابتجحدرسعفقكلمنهوي", k=CHANCE.randint(3, 7))) for _ in range(20_000)]
ENTITIES = [Entity(f"person:{n}", "person", " ".join(CHANCE.choices(VOCABULARY, k=2))) for n in range(5_000)]
PLAIN = Analyser(lambda *_: Analysis(), lambda _: (), lambda _: (), lambda *_: None)


def zipf(values: Sequence[str | Entity]) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, len(values) + 1)))


WORD_WEIGHTS, ENTITY_WEIGHTS = zipf(VOCABULARY), zipf(ENTITIES)


def drafts(count: int) -> Iterator[Draft]:
    for number in range(count):
        parts = [" ".join(CHANCE.choices(VOCABULARY, cum_weights=WORD_WEIGHTS, k=k)) for k in (9, 33, 33, 33, 33, 33)]
        spans, at = [], 0
        for part in parts:
            spans.append(Span(at, at + len(part)))
            at += len(part) + 2
        published = (date(2015, 1, 1) + timedelta(number * 2500 // count)).isoformat()
        source = f"وكالة {number % 30}"
        yield Draft("\n\n".join(parts), parts[0], spans[0], body=tuple(spans[1:]), source=source, published=published)


def named(draft: Draft, _: object) -> Analysis:
    entities = dict.fromkeys(CHANCE.choices(ENTITIES, cum_weights=ENTITY_WEIGHTS, k=15))
    places = range(0, 10 * len(entities), 10)
    mentions = (
        Mention(at, at + 5, draft.text[at : at + 5], "person", "name", entity.id, "")
        for at, entity in zip(places, entities, strict=True)
    )
    return Analysis(tuple(mentions), tuple(entities))


def measure(name: str, ask: Callable[[], object]) -> None:
    times = []
    for _ in range(11):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    print(f"{name:28}{1000 * median(times):9.2f}")


def fill(path: Path, analyser: Analyser, count: int) -> None:
    with Library.open(path, analyser=analyser) as library:
        given = list(drafts(min(count, 2_000))) if analyser is PLAIN else drafts(count)
        start = time.perf_counter()
        for draft in given:
            library.add(draft)
        print(f"{library.count() / (time.perf_counter() - start):.0f} articles a second into {path.name}", flush=True)


def main(count: int, path: Path) -> None:
    fill(path.with_name("plain.db"), PLAIN, count)
    if not path.exists():
        fill(path, Analyser(named, lambda entity: [entity.name], lambda _: (), lambda *_: None), count)
    top, rare = EntityTerm("", id="person:0"), EntityTerm("", id="person:900")
    common, seldom = Word(VOCABULARY[0]), Word(VOCABULARY[3000])
    queries: dict[str, QueryPart] = {
        "all": ALL,
        "top entity": top,
        "rare entity": rare,
        "one, not the other": And((top, Not(EntityTerm("", id="person:1")))),
        "common word": common,
        "rare word": seldom,
        "common word, top entity": And((common, top)),
        "phrase": Phrase(f"{VOCABULARY[0]} {VOCABULARY[1]}"),
        "unread": MarkTerm("unread"),
    }
    with Library.open(path) as library:
        ids = library.ids()
        measure("page in the middle", lambda: library.page(before=ids[len(ids) // 2]))
        measure("article", lambda: library.article(ids[len(ids) // 2]))
        measure("entity by prefix", lambda: library.find_entities(VOCABULARY[5][:3]))
        for name, query in queries.items():
            print(f"{name}: {library.count(query)}")
            for ask in (library.ids, library.page, library.count, library.facets):
                measure(f"  {ask.__name__}", lambda ask=ask, query=query: ask(query))  # type: ignore[misc]
    print(f"{path.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        arguments = sys.argv[1:]
        main(int(arguments[0]) if arguments else 10_000, Path((arguments[1:] or [f"{folder}/library.db"])[0]))
