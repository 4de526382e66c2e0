"""Speed, precision and recall of fact extraction.

    python tests/bench/facts.py [FOLDER]            speed and counts; without a folder, of the samples in `seeds/`
    python tests/bench/facts.py --data ARCHIVE      precision and recall by kind, on the ANT corpus

FOLDER is read as `warraq add` reads it. Names are recognised first and are not part of the time. ARCHIVE is the ANT
corpus 1.1 (`ant_corpus_v1.1.tar.gz`). Precision is of `data/ant_facts.tsv`: facts that were each read by hand, once,
before the rules were mended for what was found wrong; so what counts is the figure as read, and the second, of those
that are still found, is no test. Recall is of `data/ant_facts_gold.tsv`: facts marked by hand without sight of the
program's.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.ant import chosen
from tui.analysis.analyse import analyse
from tui.analysis.facts import extract, sure
from tui.analysis.facts.link import link_all
from tui.sources import read, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model import Argument, Draft, Entity, Fact, Mention

ROUNDS = 5
ARTICLE = 350  # words; the budget is given for an article of this length
HERE = Path(__file__).parent
OVERLAP = 0.5  # of the shorter of two stretches, from which they are one


def main() -> None:
    """Print the figures asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path, default=HERE.parents[1] / "seeds")
    parser.add_argument("--data", type=Path, help="the ANT corpus: measure precision and recall")
    given = parser.parse_args()
    if given.data is None:
        speed(given.folder)
    else:
        quality(given.data)


# ---------------------------------------------------------------- speed


def speed(folder: Path) -> None:
    """The best of the rounds, since a shared machine only slows."""
    drafts = [read(path) for path in walk(folder)]
    inputs = [(draft, found.mentions, found.entities) for draft in drafts for found in (analyse(draft),)]
    words = sum(len(draft.text.split()) for draft in drafts)
    best = min(_seconds(inputs) for _ in range(ROUNDS))
    print(f"{len(drafts)} articles, {words} words: {best / words * ARTICLE * 1000:.2f} ms for {ARTICLE} words")
    facts = [(number, extract(*one)) for number, one in enumerate(inputs)]
    start = time.perf_counter()
    links = link_all(facts)
    print(f"linking: {(time.perf_counter() - start) / max(1, len(drafts)) * 1000:.2f} ms an article")
    print("facts:", *Counter(fact.kind for _, found in facts for fact in found).most_common())
    print("links:", *Counter(link.relation for found in links.values() for link in found).most_common())


def _seconds(inputs: list[tuple[Draft, tuple[Mention, ...], tuple[Entity, ...]]]) -> float:
    start = time.perf_counter()
    for one in inputs:
        extract(*one)
    return time.perf_counter() - start


# ---------------------------------------------------------------- precision and recall


@dataclass(frozen=True)
class Judged:
    """A fact that was read by hand: its verdict is right, boundary or wrong."""

    file: str
    kind: str
    verdict: str
    start: int
    end: int
    id: str
    sample: str


@dataclass(frozen=True)
class Gold:
    """A fact marked by hand: offsets of its proof, subject and object; (0, 0) for a slot that is empty."""

    file: str
    part: str
    kind: str
    proof: tuple[int, int]
    subject: tuple[int, int]
    object: tuple[int, int]
    value: str


def quality(archive: Path) -> None:
    """Precision of the facts that were read, recall of those that were marked."""
    judged, gold = list(_judged()), list(_gold())
    files = {one.file for one in judged} | {one.file for one in gold}
    found = {name: analyse(draft).facts for name, draft in chosen(archive, files)}
    samples = {one.sample.split()[0] for one in judged}
    for sample in sorted(samples | {one.sample for one in judged}):
        print(f"\nprecision, {sample}:")
        _precision([one for one in judged if one.sample.startswith(sample)], found)
    for part in sorted({one.part for one in gold}):
        print(f"\nrecall, {part}:")
        _recall([one for one in gold if one.part == part], found)


def _precision(judged: list[Judged], found: dict[str, tuple[Fact, ...]]) -> None:
    shown = {fact.id for file in {one.file for one in judged} for fact in found[file] if sure(fact)}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    still: dict[str, Counter[str]] = defaultdict(Counter)
    for one in judged:
        for kind in (one.kind, "all"):
            counts[kind][one.verdict] += 1
            still[kind][one.verdict] += one.id in shown
    for kind, verdicts in sorted(counts.items(), key=lambda row: -row[1].total()):
        right, total, now = verdicts["right"], verdicts.total(), still[kind]
        left = f"{now['right']} of {now.total()} of those still shown"
        loose = (right + verdicts["boundary"]) / total
        share = f"{right / total:.3f} (boundaries let through {loose:.3f})"
        print(f"  {kind:12} {right:4} of {total:4} right = {share}; {left}")


def _recall(gold: list[Gold], found: dict[str, tuple[Fact, ...]]) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in gold:
        hits = [fact for fact in found[one.file] if _same(one, fact)]
        how = "missed" if not hits else "shown" if any(map(sure, hits)) else "unsure"
        for kind in (one.kind, "all"):
            counts[kind][how] += 1
    for kind, hows in sorted(counts.items(), key=lambda row: -row[1].total()):
        total, found_of = hows.total(), hows["shown"] + hows["unsure"]
        print(f"  {kind:12} {found_of:4} of {total:4} found = {found_of / total:.3f}, {hows['shown']} of them shown")


def _same(gold: Gold, fact: Fact) -> bool:
    """Whether a fact that the program found is one that was marked: one kind, slots that overlap, one value."""
    if fact.kind != gold.kind or not _meet(gold.proof, (fact.evidence.start, fact.evidence.end)):
        return False
    if gold.kind == "quantity":
        quantity = fact.quantity
        return quantity is not None and gold.value in _values(quantity.value, quantity.low, quantity.high)
    return all(
        span == (0, 0) or _fills(span, argument)
        for span, argument in ((gold.subject, fact.subject), (gold.object, fact.object))
    )


def _values(value: float | None, low: float | None, high: float | None) -> set[str]:
    return {
        f"{value:g}" if value is not None else "",
        f"{low:g}-{high:g}" if low is not None and high is not None else "",
    }


def _fills(span: tuple[int, int], argument: Argument | None) -> bool:
    """Whether a slot overlaps; one that only an earlier sentence spells counts as filled."""
    if argument is None:
        return False
    return argument.start is None or argument.end is None or _meet(span, (argument.start, argument.end))


def _meet(one: tuple[int, int], two: tuple[int, int]) -> bool:
    shared = min(one[1], two[1]) - max(one[0], two[0])
    return shared >= OVERLAP * min(one[1] - one[0], two[1] - two[0])


# ---------------------------------------------------------------- files


def _rows(name: str) -> Iterator[list[str]]:
    for line in (HERE / "data" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _judged() -> Iterator[Judged]:
    for file, kind, verdict, start, end, identity, sample in _rows("ant_facts.tsv"):
        yield Judged(file, kind, verdict, int(start), int(end), identity, sample)


def _gold() -> Iterator[Gold]:
    for part, file, kind, *places, value, _, _, _ in _rows("ant_facts_gold.tsv"):
        first, second, third = (_span(places[at : at + 2]) for at in (0, 2, 4))
        yield Gold(file, part, kind, first, second, third, _figure(value))


def _figure(value: str) -> str:
    low, dash, high = value.partition("-")
    return f"{float(low):g}-{float(high):g}" if dash else f"{float(low):g}" if low else ""


def _span(places: list[str]) -> tuple[int, int]:
    return (int(places[0]), int(places[1])) if all(places) else (0, 0)


if __name__ == "__main__":
    main()
