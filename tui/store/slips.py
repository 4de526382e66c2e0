"""Words as they are mistyped: what a word may have been meant to be, one slip of the fingers away."""

from __future__ import annotations

from functools import lru_cache

FEWEST = 4
"""Letters of a word in which a slip is looked for: shorter ones are too near to each other."""

_ARABIC = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LATIN = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=64)
def slips(word: str) -> tuple[str, ...]:
    """A folded word, and all words in which one letter of it is missing, swapped with the next, another or too many."""
    if len(word) < FEWEST:
        return (word,)
    letters = _LATIN if word[0] in _LATIN else _ARABIC
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {before + after[1:] for before, after in cuts if after}
    found |= {before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1}
    found |= {before + letter + after[1:] for before, after in cuts if after for letter in letters}
    found |= {before + letter + after for before, after in cuts for letter in letters}
    return tuple(sorted(found | {word}))
