"""Which of overlapping candidates stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.analysis.recognise.candidate import Candidate


_KNOWN = 90  # score from which a candidate comes from the hand-made tables


def _grown(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Known persons with the longer forms of their names that other rules found (with بن and the family)."""
    people = [one for one in candidates if one.type == "person"]
    known = [one for one in people if one.name and one.score >= _KNOWN]
    grown = (
        inner._replace(end=outer.end, score=inner.score + 1)
        for inner in known
        for outer in people
        if outer.start == inner.start and outer.end > inner.end and not outer.name
    )
    return (*candidates, *grown)


def select(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The best disjoint candidates in order: by score, the longer one of equals."""
    candidates = _grown(tuple(candidates))
    taken: list[Candidate] = []
    covered: set[int] = set()
    for candidate in sorted(candidates, key=lambda one: (-one.score, one.start - one.end, one.start)):
        stretch = range(candidate.start, candidate.end)
        if covered.isdisjoint(stretch):
            covered.update(stretch)
            taken.append(candidate)
    return tuple(sorted(taken))
