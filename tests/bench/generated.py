"""Generated articles for measuring large libraries: always the same ones, made by a seed.

1.9 kB of Arabic letters in a headline and five paragraphs; words by Zipf's law, the most frequent ones real function
words, and proclitics before a fifth of the others, so that stems do what they do in news. Fifteen entities an article
of 50,000, by Zipf's law too: the first is in 74 % of all articles. 200 outlets, ten years.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.model import Draft, Entity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

FUNCTION_WORDS = [
    "في",
    "من",
    "على",
    "أن",
    "إلى",
    "التي",
    "عن",
    "مع",
    "ما",
    "هذا",
    "الذي",
    "كان",
    "بعد",
    "قبل",
    "بين",
    "كما",
    "لم",
    "قد",
    "هو",
    "هي",
]
_LETTERS = "ابتجحدرسشصطعفقكلمنهوي"
_FIRST, _DAYS = date(2015, 1, 1), 3650
_PARTS = (9, 35, 35, 35, 35, 35)  # words: headline and paragraphs
_OUTLETS = 200
PER_ARTICLE = 15


def _words(chance: random.Random, count: int) -> list[str]:
    stems = ["".join(chance.choices(_LETTERS, k=chance.randint(3, 6))) for _ in range(count)]
    return FUNCTION_WORDS + [chance.choice(("", "", "", "ال", "وال", "ب")) + stem for stem in stems]


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


class World:
    """The words, entities and articles of one seed.

    Args:
        seed: of everything.
        words: of the vocabulary.
        entities: of all articles.
    """

    def __init__(self, seed: int = 5, words: int = 30_000, entities: int = 50_000) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - test data
        self.words = _words(self._chance, words)
        content = self.words[len(FUNCTION_WORDS) :]
        names = [" ".join(self._chance.choices(content, k=2)) for _ in range(entities)]
        self.entities = [Entity(f"person:{n}", "person", name, (name,)) for n, name in enumerate(names)]
        self._word_weights, self._entity_weights = _zipf(len(self.words)), _zipf(entities)

    def drafts(self, count: int) -> Iterator[Draft]:
        """Articles from the oldest on."""
        for number in range(count):
            words = self._chance.choices(self.words, cum_weights=self._word_weights, k=sum(_PARTS))
            parts, spans, used, at = [], [], 0, 0
            for size in _PARTS:
                part = " ".join(words[used : used + size])
                parts.append(part)
                spans.append(Span(at, at + len(part)))
                used, at = used + size, at + len(part) + 2
            day = _FIRST + timedelta(number * _DAYS // count)
            source = f"وكالة {self._chance.randrange(_OUTLETS) + 1}"
            yield Draft(
                "\n\n".join(parts), parts[0], spans[0], body=tuple(spans[1:]), source=source, published=day.isoformat()
            )

    def named(self) -> dict[int, int]:
        """The places of the entities that one article names, each with the number of its mentions."""
        places = range(len(self.entities))
        return Counter(self._chance.choices(places, cum_weights=self._entity_weights, k=PER_ARTICLE))
