"""How many numbers and dates of news are read right: `python tests/bench/expressions.py --data ARCHIVE`.

ARCHIVE is the ANT corpus 1.1 (`ant_corpus_v1.1.tar.gz`). `data/ant_expressions.tsv` has figures and words drawn from
its articles with what stands there, marked without sight of the program's answer (see `data/ant_expressions.md`). A
place is right when the one expression that the program finds over it has its span, value, comparator and kind, or its
span, bounds and precision; a place where nothing stands, when the program finds nothing. What counts is the figure of
the first run, in README.md.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from datetime import date
from math import isclose
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.ant import chosen
from tui.analysis.facts.dates import hits, spanned
from tui.analysis.facts.numbers import Number, numbers
from tui.analysis.facts.page import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model import Draft

PLACES = Path(__file__).parent / "data" / "ant_expressions.tsv"


@dataclass(frozen=True, slots=True)
class Place:
    """A figure or word drawn from an article, and the expression over it: (0, 0) and no answer where there is none."""

    sample: str
    kind: str
    file: str
    drawn: tuple[int, int]
    span: tuple[int, int]
    answer: tuple[str, str, str]


def places() -> Iterator[Place]:
    """The places of the file."""
    for line in PLACES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sample, kind, file, start, end, first, last, *answer = line.split("\t")
            one, two, three = answer
            yield Place(sample, kind, file, (int(start), int(end)), (int(first), int(last)), (one, two, three))


def right(place: Place, draft: Draft) -> bool:
    """Whether the program reads a place as it was marked, a paragraph at a time as it reads an article."""
    parts = (draft.title_span, *draft.body)
    part = next(part for part in parts if part is not None and part.start <= place.drawn[0] < part.end)
    page = read(draft.text[part.start : part.end], part.start)
    dated = hits(page, date.fromisoformat(draft.published))
    if place.kind == "date":
        times = [spanned(page, hit) for hit in dated]
        found = [(time.start, time.end, (time.iso_start, time.iso_end, time.precision)) for time in times]
        found = [one for one in found if one[2][0] or place.span != (0, 0)]  # an unresolved one claims nothing
    else:
        figures = numbers(page, [(hit.start, hit.end) for hit in dated])
        found = [(number.start, number.end, (_value(number), number.comparator, number.kind)) for number in figures]
    over = [one for one in found if one[0] < place.drawn[1] and place.drawn[0] < one[1]]
    if place.span == (0, 0) or len(over) != 1:
        return place.span == (0, 0) and not over
    start, end, answer = over[0]
    return (start, end) == place.span and answer[1:] == place.answer[1:] and _equal(answer[0], place.answer[0])


def _value(number: Number) -> str:
    if number.low is not None and number.high is not None:
        return f"{number.low:.12g}..{number.high:.12g}"
    return "" if number.value is None else f"{number.value:.12g}"


def _equal(one: str, other: str) -> bool:
    try:
        return isclose(float(one), float(other), rel_tol=1e-6)
    except ValueError:
        return one == other


def main() -> None:
    """Print the share that is right, by list and kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="the ANT corpus")
    archive = parser.parse_args().data
    marked = list(places())
    files = {place.file for place in marked}
    drafts = dict(chosen(archive, files))
    counts = Counter((place.sample, place.kind, right(place, drafts[place.file])) for place in marked)
    for sample, kind in sorted({(place.sample, place.kind) for place in marked}):
        good = counts[sample, kind, True]
        total = good + counts[sample, kind, False]
        print(f"{sample:14} {kind}s: {good:3} of {total:3} right = {good / total:.3f}")


if __name__ == "__main__":
    main()
