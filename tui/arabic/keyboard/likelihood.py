"""How likely a run of letters is in Latin and in Arabic script, from how often one letter follows another.

The tables lie in `bigrams.txt`: for each script its letters, then a line for the beginning of a word and one for each
letter, with a character a letter: minus the natural logarithm of the share with which it follows, in quarters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from tui.frozen import frozen

PATH = Path(__file__).with_name("bigrams.txt")
STEP = 0.25
"""Nats a step of the tables."""
LATIN = "abcdefghijklmnopqrstuvwxyz'-"
ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
BEGINNING = "^"

_ZERO = "!"
# What is no letter of the script hardly stands in a word of it; behind such a sign any letter may follow.
_FOREIGN = 52
_ANY = 14
_UNSPELT = re.compile("[\u064b-\u0652ـ]")


@frozen
class Letters:
    """What follows what in one script; steps by the two letters."""

    steps: dict[str, int]
    known: frozenset[str]

    def score(self, run: str) -> float:
        """The logarithm (nats) of the likelihood of a run of letters, which may go on."""
        total = 0
        before = BEGINNING
        for char in run:
            if char not in self.known:
                total += _FOREIGN
                before = ""
                continue
            total += self.steps[before + char] if before else _ANY
            before = char
        return -STEP * total


def latin(run: str) -> float:
    """See `Letters.score`; case and accents make no difference."""
    bare = unicodedata.normalize("NFD", run.lower())
    return _tables()["latin"].score("".join([char for char in bare if not unicodedata.combining(char)]))


def arabic(run: str) -> float:
    """See `Letters.score`; marks and tatweel make no difference."""
    return _tables()["arabic"].score(_UNSPELT.sub("", run))


def encode(steps: int) -> str:
    """A step count as a character of the table."""
    return chr(ord(_ZERO) + min(steps, ord("~") - ord(_ZERO)))


@cache
def _tables() -> dict[str, Letters]:
    lines = [line for line in PATH.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found: dict[str, Letters] = {}
    while lines:
        name, letters = lines.pop(0).split(" ")
        steps: dict[str, int] = {}
        for before in BEGINNING + letters:
            row = lines.pop(0)
            steps |= {before + char: ord(sign) - ord(_ZERO) for char, sign in zip(letters, row, strict=True)}
        found[name] = Letters(steps, frozenset(letters))
    return found
