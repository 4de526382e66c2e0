"""Groups of letters that the font of a terminal may lack (`letters.tsv`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TABLE = Path(__file__).with_name("letters.tsv")


def samples() -> dict[str, str]:
    """A few words for each group, by its name."""
    return {name: sample for name, (sample, _) in _groups().items()}


def forms(groups: Iterable[str]) -> frozenset[str]:
    """The presentation forms of groups; a name that is none adds nothing."""
    known = _groups()
    return frozenset().union(*(known[name][1] for name in groups if name in known))


@cache
def _groups() -> dict[str, tuple[str, frozenset[str]]]:
    found = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines()[2:]:
        name, sample, ranges = line.split("\t")
        ends = (part.split("-") for part in ranges.split())
        found[name] = sample, frozenset(chr(code) for a, b in ends for code in range(int(a, 16), int(b, 16) + 1))
    return found
