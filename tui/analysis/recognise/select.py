"""Which of overlapping candidates stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.analysis.recognise.candidate import Candidate


def select(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The best disjoint candidates in order: by score, the longer one of equals."""
    taken: list[Candidate] = []
    covered: set[int] = set()
    for candidate in sorted(candidates, key=lambda one: (-one.score, one.start - one.end, one.start)):
        stretch = range(candidate.start, candidate.end)
        if covered.isdisjoint(stretch):
            covered.update(stretch)
            taken.append(candidate)
    return tuple(sorted(taken))
