"""Rules X1 to X10 of UAX #9: what embeddings, overrides and isolates make of a paragraph's classes."""

from __future__ import annotations

from typing import NamedTuple

_DEEPEST = 125
_REMOVED = frozenset("eEvVdb")
_RTL = frozenset("EV>")
_ISOLATES = frozenset("<>?")
_FORCED = {"v": "L", "V": "R"}


class Sequence(NamedTuple):
    """An isolating run sequence.

    Attributes:
        indices: where its characters stand in the paragraph.
        kinds: their classes, overrides applied.
        level: their embedding level.
        before: sos, L or R.
        after: eos, L or R.
    """

    indices: list[int]
    kinds: str
    level: int
    before: str
    after: str


class _Status(NamedTuple):
    level: int
    forced: str
    isolate: bool


def sequences(kinds: str, level: int) -> list[Sequence]:
    """The isolating run sequences of a paragraph.

    Args:
        kinds: a letter of `ucd.CLASSES` for each character.
        level: the paragraph's level.

    Returns:
        Sequences that together hold every character which rule X9 does not remove.
    """
    partners = _partners(kinds)
    explicit = _Explicit(kinds, level, partners)
    levels, forced = explicit.levels, explicit.forced
    runs = _level_runs(levels)
    firsts = {run[0]: run for run in runs}
    found = []
    for run in runs:
        if kinds[run[0]] == "!" and run[0] in partners:
            continue  # goes on where its isolate began
        indices = list(run)
        while (follower := partners.get(indices[-1])) is not None and kinds[indices[-1]] in _ISOLATES:
            indices += firsts[follower]
        found.append(_sequence(indices, kinds, forced, levels, level))
    return found


def _sequence(indices: list[int], kinds: str, forced: dict[int, str], levels: list[int], base: int) -> Sequence:
    """X10: sos and eos come from the higher of the two levels at an edge."""
    own = levels[indices[0]]
    before = next((levels[i] for i in range(indices[0] - 1, -1, -1) if levels[i] >= 0), base)
    last = indices[-1]
    after = base
    if kinds[last] not in _ISOLATES:
        after = next((levels[i] for i in range(last + 1, len(levels)) if levels[i] >= 0), base)
    letters = "".join([forced.get(i) or kinds[i] for i in indices])
    return Sequence(indices, letters, own, "LR"[max(own, before) & 1], "LR"[max(own, after) & 1])


def _partners(kinds: str) -> dict[int, int]:
    """BD9: isolate initiators and their PDIs, each way; those without a partner are absent."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for index, kind in enumerate(kinds):
        if kind in _ISOLATES:
            opened.append(index)
        elif kind == "!" and opened:
            partners[index] = opened[-1]
            partners[opened.pop()] = index
        elif kind == "B":
            opened.clear()
    return partners


class _Explicit:
    """Rules X1 to X8, which read a paragraph once.

    Attributes:
        levels: the explicit level of each character, -1 where X9 removes it.
        forced: the classes that overrides force, by index.
    """

    def __init__(self, kinds: str, base: int, partners: dict[int, int]) -> None:
        self.levels = [-1] * len(kinds)
        self.forced: dict[int, str] = {}
        self._kinds = kinds
        self._partners = partners
        self._bottom = _Status(base, "", isolate=False)
        self._start()
        rules = {
            **dict.fromkeys("eEvV", self._embed),
            **dict.fromkeys("<>?", self._isolate),
            "d": self._end_embedding,
            "!": self._end_isolate,
            "B": self._separate,
            "b": self._skip,
        }
        for index, kind in enumerate(kinds):
            rules.get(kind, self._place)(index)

    def _start(self) -> None:
        self._stack = [self._bottom]
        self._lost_isolates = self._lost_embeddings = self._open_isolates = 0

    def _place(self, index: int) -> None:
        status = self._stack[-1]
        self.levels[index] = status.level
        if status.forced:
            self.forced[index] = status.forced

    def _skip(self, index: int) -> None:
        pass

    def _embed(self, index: int) -> None:
        kind = self._kinds[index]
        level = _next(self._stack[-1].level, kind in _RTL)
        if level <= _DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self._stack.append(_Status(level, _FORCED.get(kind, ""), isolate=False))
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def _end_embedding(self, index: int) -> None:
        del index  # all rules take one
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()

    def _isolate(self, index: int) -> None:
        kind = self._kinds[index]
        self._place(index)
        rtl = kind in _RTL or (kind == "?" and _first_strong(self._kinds, index, self._partners) == "R")
        level = _next(self._stack[-1].level, rtl)
        if level <= _DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self._open_isolates += 1
            self._stack.append(_Status(level, "", isolate=True))
        else:
            self._lost_isolates += 1

    def _end_isolate(self, index: int) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._open_isolates:
            self._lost_embeddings = 0
            while not self._stack[-1].isolate:
                self._stack.pop()
            self._stack.pop()
            self._open_isolates -= 1
        self._place(index)

    def _separate(self, index: int) -> None:
        self._start()
        self._place(index)


def _next(level: int, rtl: bool) -> int:
    """The least level above that is odd for right to left, else even."""
    return level + 1 + ((level + 1) & 1 ^ rtl)


def _first_strong(kinds: str, start: int, partners: dict[int, int]) -> str:
    """P2 and P3 inside an FSI at `start`: isolates within are skipped."""
    index = start + 1
    end = partners.get(start, len(kinds))
    while index < end:
        kind = kinds[index]
        if kind == "L":
            return "L"
        if kind in "RA":
            return "R"
        if kind == "B":
            break
        if kind in _ISOLATES:
            index = partners.get(index, end)
        index += 1
    return "L"


def _level_runs(levels: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    before = -1
    for index, level in enumerate(levels):
        if level < 0:
            continue
        if level != before:
            runs.append([])
        runs[-1].append(index)
        before = level
    return runs
