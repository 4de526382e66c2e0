"""Speed of fact extraction and linking, and what was found, over a folder of articles.

    python tests/bench/facts.py [FOLDER]

FOLDER is read as `warraq add` reads it; without one the sample articles of `seeds/` are. Names are recognised first and
are not part of the time.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tui.analysis.analyse import analyse
from tui.analysis.facts import extract
from tui.analysis.facts.link import link_all
from tui.sources import read, walk

if TYPE_CHECKING:
    from tui.model import Draft, Entity, Mention

ROUNDS = 5
ARTICLE = 350  # words; the budget is given for an article of this length


def main() -> None:
    """Print the figures; the best of the rounds, since a shared machine only slows."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "seeds"
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


if __name__ == "__main__":
    main()
