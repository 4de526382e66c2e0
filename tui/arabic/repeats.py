"""Whether two stretches of news are one text: what an agency wrote, or a paragraph that an outlet uses again."""

from __future__ import annotations

from itertools import pairwise

from tui.arabic.normalise import words

_SHARE = 0.7  # of the pairs of words of the shorter one
_LEAST = 6  # words; fewer are the same by chance


def repeats(one: str, two: str) -> bool:
    """Whether one of two stretches has most of the other's words in a row."""
    first, second = _pairs(one), _pairs(two)
    fewer = min(len(first), len(second))
    return fewer >= _LEAST - 1 and len(first & second) >= _SHARE * fewer


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(word.fold for word in words(text)))
