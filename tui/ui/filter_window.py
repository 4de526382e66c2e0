"""What the entity filter shows: numbers of entities with their counts, and the entities that were looked at."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.model import Entity, Ranking


class FilterWindow:
    """The filter's rows: for each type a heading, and a row for each entity of it."""

    PAGE = 50

    def __init__(self, rankings: tuple[Ranking, ...] = (), known: Mapping[int, Entity] | None = None) -> None:
        self._rankings = rankings
        self._known = dict(known or {})
        self._asked: set[int] = set(self._known)
        self._starts = [0, *accumulate(len(ranking.numbers) + 1 for ranking in rankings)]

    def __len__(self) -> int:
        """Rows in all."""
        return self._starts[-1]

    def _place(self, row: int) -> tuple[Ranking, int]:
        """The ranking that a row is of, and the place in it; -1 for its heading."""
        group = bisect_right(self._starts, row) - 1
        return self._rankings[group], row - self._starts[group] - 1

    def heading(self, row: int) -> Ranking | None:
        """What a row stands above, None for the row of an entity."""
        ranking, at = self._place(row)
        return ranking if at < 0 else None

    def number(self, row: int) -> int:
        """The number of the entity of a row, -1 for a heading."""
        ranking, at = self._place(row)
        return -1 if at < 0 else ranking.numbers[at]

    def count(self, row: int) -> int:
        """How many articles name the entity of a row."""
        ranking, at = self._place(row)
        return ranking.counts[at]

    def entity(self, row: int) -> Entity | None:
        """The entity of a row, None for a heading and while it is on its way."""
        return self._known.get(self.number(row))

    def row_of(self, number: int) -> int:
        """The row of an entity, -1 where it has none."""
        for start, ranking in zip(self._starts, self._rankings, strict=False):
            with suppress(ValueError):
                return start + 1 + ranking.numbers.index(number)
        return -1

    def missing(self, first: int, last: int) -> tuple[int, ...]:
        """The numbers of entities of the pages with these rows that were never asked for; they count as asked now."""
        rows = range(max(0, first) // self.PAGE * self.PAGE, min(len(self), (last // self.PAGE + 1) * self.PAGE))
        numbers = dict.fromkeys(map(self.number, rows))
        new = tuple(number for number in numbers if number >= 0 and number not in self._asked)
        self._asked.update(new)
        return new

    def fill(self, entities: Mapping[int, Entity]) -> None:
        """Take entities that have come."""
        self._known.update(entities)

    def take_over(self, other: FilterWindow) -> None:
        """Keep what another window knew."""
        self._known = {**other._known, **self._known}
        self._asked.update(self._known)
