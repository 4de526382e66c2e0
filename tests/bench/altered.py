"""Whether altered copies of real articles are told from unaltered ones: `python tests/bench/altered.py --data ARCHIVE`.

ARCHIVE is the ANT corpus 1.1 (`ant_corpus_v1.1.tar.gz`). Its articles are drawn apart into halves; rules are made on
`--half dev`, and `--half test` is for the figures alone. Copies (`altering.py`) are of the next day, by another outlet,
and go with their articles through the library's own door. Found is a copy whose altered words stand in a fact that the
article's fact differs from, contradicts, denies or updates. False is such a link between an article and a copy that
says the same, and such a link between articles of the corpus as they are, unless it is right by eye (`--show`).
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.bench.altering import Altered, copy, negated, other_figure, parts, place
from tests.bench.ant import drafts
from tui.analysis.facts.link import block_keys
from tui.library import Library
from tui.model import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.model import Draft, Fact, FactLink, StoredFact

SEED = 8
OTHERWISE = ("differs", "conflicts", "denies", "updates")
DAYS = 30  # as far as the library looks back
Found = dict[int, list["StoredFact"]]


def halves(archive: Path) -> dict[str, list[Draft]]:
    """The dated articles of the corpus, drawn apart once and for all, each half in the order of days."""
    given = [replace(one, source="الإذاعة") for one in drafts(archive) if len(one.published) == len("2016-01-01")]
    Random(SEED).shuffle(given)  # noqa: S311 - to be the same in every run
    middle = len(given) // 2
    return {"dev": given[:middle], "test": given[middle:]}


def filled(given: Iterable[Draft], work: Callable[[Library, Found], None]) -> None:
    """Add articles to a library of their own and hand over its facts by article."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "altered.db") as library:
        for _ in library.add_many(list(given), exact=True):
            pass
        found: Found = {}
        for stored in library.facts(ALL):
            found.setdefault(stored.article.id, []).append(stored)
        work(library, found)


class Pairs:
    """Articles of a half with one copy each, and what of the copies' alterations is found."""

    def __init__(self, name: str, *, show: bool) -> None:
        self.name, self.show = name, show
        self.given: list[tuple[Draft, Altered, Fact]] = []  # article, copy, the fact that is altered

    def draw(self, half: list[Draft], facts: dict[str, list[StoredFact]], chance: Random, count: int) -> None:
        """Take articles until so many copies could be made, one an article."""
        for draft in half:
            own = [one.fact for one in facts.get(draft.text, ()) if place(draft, one.fact) is not None]
            chance.shuffle(own)
            for fact in own:
                made = self._alter(draft, fact, chance)
                if made is not None:
                    self.given.append((draft, made, fact))
                    break
            if len(self.given) == count:
                return

    def _alter(self, draft: Draft, fact: Fact, chance: Random) -> Altered | None:
        if self.name == "unaltered":
            return Altered(copy(draft, parts(draft), chance))
        if self.name == "figures":
            return other_figure(draft, fact, chance) if fact.quantity is not None else None
        return negated(draft, fact, chance)

    def measure(self) -> None:
        filled([one for draft, made, _ in self.given for one in (draft, made.draft)], self._measured)

    def _measured(self, _: Library, found: Found) -> None:
        by_text = {}
        for facts in found.values():
            by_text[(facts[0].article.title, facts[0].article.published)] = facts
        kinds: dict[str, Counter[str]] = {}
        pairs = 0
        false: list[tuple[Fact, FactLink, Fact]] = []
        for draft, made, altered in self.given:
            exact, kind = altered.evidence.exact, altered.kind
            facts = by_text.get((draft.title, draft.published), [])
            others = by_text.get((made.draft.title, made.draft.published), [])
            if not facts:
                continue
            copied = {one.fact.id: one.fact for one in others}
            mine, theirs = ([set(block_keys(one.fact)) for one in some] for some in (facts, others))
            pairs += sum(bool(one & two) for one in mine for two in theirs)
            told = [
                (one.fact, linked.link, copied[linked.fact.id])
                for one in facts
                for linked in one.links
                if linked.fact.id in copied and linked.link.relation in OTHERWISE
            ]
            if not made.words:
                false += told
                continue
            hits = [
                link
                for fact, link, other in told
                if made.words.split()[0] in other.evidence.exact and _meets(fact, exact)
            ]
            kinds.setdefault(kind, Counter())[hits[0].relation if hits else "missed"] += 1
            false += [one for one in told if made.words.split()[0] not in one[2].evidence.exact]
            if self.show and not hits:
                print(f"MISSED {kind}: {exact}\n    now: {made.words}")
                near = [one.fact for one in others if made.words[:12] in one.fact.evidence.exact]
                for fact in near:
                    print(f"    has {fact.kind}: {fact.evidence.exact[:150]}")
        self._tell(kinds, pairs, false)

    def _tell(self, kinds: dict[str, Counter[str]], pairs: int, false: list[tuple[Fact, FactLink, Fact]]) -> None:
        print(f"{self.name}: {len(self.given)} copies, {pairs} pairs of facts that meet")
        total: Counter[str] = sum(kinds.values(), Counter())
        for kind, counts in [*kinds.items(), *([("all", total)] if kinds else [])]:
            found = counts.total() - counts["missed"]
            print(f"  {kind:12} {found:4} of {counts.total():4} found = {found / counts.total():.3f}  {dict(counts)}")
        print(f"  other links that say otherwise: {len(false)}")
        if self.show:
            for one, link, other in false:
                print(f"FALSE {link.relation}: {link.why}\n   {one.evidence.exact}\n   {other.evidence.exact}")


def _meets(fact: Fact, exact: str) -> bool:
    return fact.evidence.exact in exact or exact in fact.evidence.exact


def stretch(half: list[Draft], *, show: bool) -> None:
    """Links that say otherwise between different articles, as they are."""
    filled(sorted(half, key=lambda one: one.published), lambda _, found: _stretch(found, show=show))


def _stretch(found: Found, *, show: bool) -> None:
    blocks: dict[int, list[tuple[int, int]]] = {}
    pairs: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for article, facts in sorted(found.items()):
        for place_, one in enumerate(facts):
            for key in block_keys(one.fact):
                near = [old for old in blocks.get(key, ()) if old[0] != article and (article - old[0]) >> 16 <= DAYS]
                pairs.update((old, (article, place_)) for old in near[-50:])
                blocks.setdefault(key, []).append((article, place_))
    told = Counter(linked.link.relation for facts in found.values() for one in facts for linked in one.links)
    print(f"as they are: {len(found)} articles with facts, {len(pairs)} pairs of facts that meet")
    print("  links, each way:", dict(told))
    if show:
        for one in (one for facts in found.values() for one in facts):
            for linked in one.links:
                if one.article.id < linked.article.id:
                    print(f"{linked.link.relation}: {linked.link.why}")
                    print(f"   {one.article.published} {one.fact.evidence.exact}")
                    print(f"   {linked.article.published} {linked.fact.evidence.exact}")


def main() -> None:
    """Print the figures of a half."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--half", choices=("dev", "test"), default="test")
    options.add_argument("--count", type=int, default=300, help="of copies of each kind")
    options.add_argument(
        "--show", action="store_true", help="what was missed and what was linked; not for the test half"
    )
    options.add_argument("--no-stretch", dest="stretch", action="store_false", help="copies alone")
    given = options.parse_args()
    half = halves(given.data)[given.half]
    sample = half[: 4 * given.count]
    facts: dict[str, list[StoredFact]] = {}

    def keep(library: Library, found: Found) -> None:
        for article, stored in found.items():
            facts[library.text(article).article.draft.text] = stored

    filled(sample, keep)
    for name in ("figures", "negations", "unaltered"):
        pairs = Pairs(name, show=given.show)
        pairs.draw(sample, facts, Random(SEED), given.count)  # noqa: S311
        pairs.measure()
    if given.stretch:
        stretch(half, show=given.show)


if __name__ == "__main__":
    main()
