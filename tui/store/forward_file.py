"""The flat file that says which entities articles name: those of a million are counted in hundredths of a second.

Articles have places in it by rising id: where their day begins, and their number in the day. For each of the entities
that most articles name the places are one roaring bitmap, counted at once; of the others each article has a list.

The file: `_HEADER` (magic, `Sizes`), then as unsigned 32-bit little-endian numbers the entries of all lists, their ends
(0 first), the first place of each day (and the number of places), in how many articles each entity is named, the
numbers of the frequent entities, and the ends of their bitmaps (0 first); then these bitmaps, serialized.
"""

from __future__ import annotations

import os
import struct
from array import array
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from pyroaring import BitMap

from tui.store.ids import END, PER_SLOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_HEADER = struct.Struct("<8s6Q")
_MAGIC = b"WRQFWD02"
FREQUENT = 256
"""Entities with a bitmap: each costs 25 us of counting, and saves 8 ns for each of its articles that is counted."""
OFTEN = 200
"""Such entities are in at least one of so many articles."""
CHUNK = 1 << 15
"""Lists taken at once, so that what is made of them fits the processor's cache."""
_BITS = PER_SLOT.bit_length() - 1
_DAYS = END >> _BITS


class Sizes(NamedTuple):
    """What the header says."""

    epoch: int
    places: int
    entries: int
    entities: int
    frequent: int
    bitmaps: int

    @property
    def parts(self) -> tuple[int, ...]:
        """How many numbers each part has."""
        return self.entries, self.places + 1, _DAYS + 1, self.entities, self.frequent, self.frequent + 1

    @property
    def file(self) -> int:
        """How many bytes the file has."""
        return _HEADER.size + 4 * sum(self.parts) + self.bitmaps


def sizes(path: Path) -> Sizes | None:
    """What the header of a file says; None where there is none, or it is not whole."""
    try:
        with path.open("rb") as file:
            magic, *numbers = _HEADER.unpack(file.read(_HEADER.size))
            found = Sizes(*numbers)
            return found if magic == _MAGIC and found.file == path.stat().st_size else None
    except (OSError, struct.error):
        return None


class ForwardFile:
    """A file, mapped for as long as it is used, so that its pages are not the program's for good."""

    def __init__(self, path: Path, size: Sizes) -> None:
        import numpy as np

        whole = np.memmap(path, np.uint8, "r", _HEADER.size, (size.file - _HEADER.size,))
        numbers = whole[: 4 * sum(size.parts)].view("<u4")
        parts = np.split(numbers, np.cumsum(size.parts)[:-1])
        self._entries, self._ends, self._starts, self._totals, self._frequent, self._bounds = parts
        self._bitmaps = whole[4 * sum(size.parts) :]

    @classmethod
    def of(cls, path: Path, epoch: int) -> Self | None:
        """The file of an epoch; None where it is another one or not whole."""
        found = sizes(path)
        return cls(path, found) if found and epoch and found.epoch == epoch else None

    def count(self, articles: BitMap, also: Any, most: int | None) -> Any:
        """In how many of these articles each entity is named.

        Args:
            articles: those that came after the file count for nothing.
            also: what to add, by number of entity.
            most: so many of the most named entities are enough; the counts of the others may be 0 then.

        Returns:
            An array by number of entity.
        """
        import numpy as np

        places, others = self._fewer(articles)
        counts = np.zeros(max(len(self._totals), len(also)), np.int64)
        counts[: len(also)] += also
        own = counts[: len(self._totals)]
        own += self._totals if others else 0
        sign = -1 if others else 1
        own[self._frequent] += sign * np.array(self._intersections(places), np.int64)
        rest = np.ones(len(counts), bool)
        rest[self._frequent] = False
        if most and most <= len(self._frequent):
            highest = counts.copy()
            highest[: len(own)] += 0 if others else self._totals
            if np.partition(own[self._frequent], -most)[-most] > highest[rest].max(initial=0):
                counts[rest] = 0
                return counts
        for some in self._lists(places):
            own += sign * np.bincount(some, minlength=len(own))
        return counts

    def _fewer(self, articles: BitMap) -> tuple[Any, bool]:
        """The places of these articles; if they are more than half of all, those of the others, and True."""
        import numpy as np

        ids = np.frombuffer(articles.to_array(), np.uint32)
        chosen = np.zeros(len(self._ends) - 1, bool)
        for at in range(0, len(ids), CHUNK):
            some = ids[at : at + CHUNK]
            day = some >> _BITS
            places = self._starts[day] + (some & (PER_SLOT - 1))
            chosen[places[places < self._starts[day + 1]]] = True
        # What the others name, taken away from what all name, is less to count.
        others = 2 * len(ids) > len(chosen)
        return np.flatnonzero(~chosen if others else chosen).astype(np.uint32), others

    def _intersections(self, places: Any) -> list[int]:
        if not len(places):
            return [0] * len(self._frequent)
        chosen = BitMap(array("I", places.tobytes()))
        return [chosen.intersection_cardinality(own) for own in self._sets()]

    def _sets(self) -> Iterator[BitMap]:
        """The places of each frequent entity."""
        for start, end in pairwise(self._bounds.tolist()):
            yield BitMap.deserialize(self._bitmaps[start:end].tobytes())

    def _lists(self, places: Any) -> Iterator[Any]:
        """The entries of the lists at these places, rising, some at a time."""
        import numpy as np

        for at in range(0, len(places), CHUNK):
            some = places[at : at + CHUNK]
            if some[-1] - some[0] == len(some) - 1:  # one after another
                yield self._entries[self._ends[some[0]] : self._ends[some[-1] + 1]]
                continue
            first = self._ends[some].astype(np.int64)
            lengths = self._ends[some + 1] - first
            before = np.cumsum(lengths) - lengths
            yield self._entries[np.repeat(first - before, lengths) + np.arange(lengths.sum())]

    def named(self) -> Any:
        """Which article names which entity, as numbers `article << 32 | entity` in any order.

        Raises:
            ValueError: the file does not agree with itself.
        """
        import numpy as np

        high = np.uint64(32)
        lengths: Any = np.diff(self._ends.astype(np.int64))
        places = np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths)
        parts = [(places << high) | self._entries]
        for entity, own in zip(self._frequent.tolist(), self._sets(), strict=True):
            parts.append((np.frombuffer(own.to_array(), np.uint32).astype(np.uint64) << high) | np.uint64(entity))
        found = np.concatenate(parts)
        places = found >> high
        day = np.searchsorted(self._starts, places, "right").astype(np.uint64) - np.uint64(1)
        return (((day << np.uint64(_BITS)) + places - self._starts[day]) << high) | (found & np.uint64(END - 1))

    def adds_up(self, named: Any) -> bool:
        """Whether the numbers of articles are those of `named`."""
        import numpy as np

        counts = np.bincount((named & np.uint64(END - 1)).astype(np.int64), minlength=len(self._totals))
        return np.array_equal(counts, self._totals)


def write(path: Path, epoch: int, frequent: Sequence[int], rows: Iterator[tuple[int, bytes]]) -> None:
    """Write a file.

    Args:
        path: where to.
        epoch: by which it is told from others.
        frequent: entities that get a bitmap.
        rows: articles, by rising id, with their lists, packed.

    Raises:
        OSError: it cannot be written.
    """
    making = _Making(sorted(frequent))
    with path.open("wb") as file:
        file.write(bytes(_HEADER.size))
        while some := list(islice(rows, CHUNK)):
            file.write(making.take(some))
        size, rest = making.finish(epoch)
        file.write(rest)
        file.seek(0)
        file.write(_HEADER.pack(_MAGIC, *size))
        file.flush()
        os.fsync(file.fileno())


class _Making:
    """What is known of the articles that were written so far."""

    def __init__(self, frequent: Sequence[int]) -> None:
        import numpy as np

        self._frequent = np.array(frequent, "<u4")
        self._sets = [BitMap() for _ in frequent]
        self._days = np.zeros(_DAYS, np.int64)  # places that each takes
        self._totals = np.zeros(max(frequent, default=-1) + 1, np.int64)
        self._lengths = [np.zeros(0, np.int64)]

    def take(self, rows: Sequence[tuple[int, bytes]]) -> bytes:
        """Take some articles, and give their lists as they are to be written."""
        import numpy as np

        articles = np.fromiter((article for article, _ in rows), np.int64, len(rows))
        lengths = np.fromiter((len(own) // 4 for _, own in rows), np.int64, len(rows))
        named = np.frombuffer(b"".join(own for _, own in rows), "<u4")
        places = self._places(articles)
        counts = np.bincount(named, minlength=len(self._totals))
        counts[: len(self._totals)] += self._totals
        self._totals = counts
        rank = np.searchsorted(self._frequent, named)
        often = rank < len(self._frequent)
        often[often] = self._frequent[rank[often]] == named[often]
        of = np.repeat(np.arange(len(rows)), lengths)
        self._note(rank[often], places[of[often]])
        # Between these articles are places of articles that are no more.
        own = np.zeros(places[-1] + 1 - sum(map(len, self._lengths)), np.int64)
        own[places - places[-1] - 1] = np.bincount(of[~often], minlength=len(rows))
        self._lengths.append(own)
        return named[~often].tobytes()

    def _places(self, articles: Any) -> Any:
        import numpy as np

        day, number = articles >> _BITS, articles & (PER_SLOT - 1)
        self._days[day] = number + 1  # of several of a day the last one stays
        return (np.cumsum(self._days) - self._days)[day] + number

    def _note(self, rank: Any, places: Any) -> None:
        import numpy as np

        order = np.argsort(rank, kind="stable")
        bounds = np.searchsorted(rank[order], np.arange(len(self._sets) + 1))
        some = places[order].astype(np.uint32)
        for own, (start, end) in zip(self._sets, pairwise(bounds.tolist()), strict=True):
            own.update(array("I", some[start:end].tobytes()))

    def finish(self, epoch: int) -> tuple[Sizes, bytes]:
        """What the header is to say, and what follows the lists."""
        import numpy as np

        bitmaps = [own.serialize() for own in self._sets]
        ends = np.cumsum(np.concatenate([[0], *self._lengths]))
        bounds = np.cumsum([0, *map(len, bitmaps)])
        starts = np.concatenate([[0], np.cumsum(self._days)])
        parts = (ends, starts, self._totals, self._frequent, bounds)
        numbers = b"".join(part.astype("<u4").tobytes() for part in parts)
        size = Sizes(epoch, len(ends) - 1, int(ends[-1]), len(self._totals), len(self._sets), int(bounds[-1]))
        return size, numbers + b"".join(bitmaps)
