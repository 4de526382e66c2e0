"""What a line was meant to say that was typed while the keyboard was set to the other script.

`lh;v,k` is ماكرون on the keys of an Arabic keyboard, اثممخ is hello on those of a Latin one. A reading is offered where
its letters follow each other far more as they do in its script than those that were typed do in theirs.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic.keyboard import likelihood
from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["LATIN_LAYOUTS", "Reading", "arabic", "expected", "latin", "meant", "readings"]

PATH = Path(__file__).with_name("layouts.txt")
LATIN_LAYOUTS = ("us", "fr")
"""The Latin keyboards that are known, the commoner first."""

# Where a Latin keyboard is an AZERTY one, as far as a locale tells: by language, or by country.
_AZERTY = re.compile("fr|[a-z]+_(?:MA|DZ|TN|MR)")
_ARABIC_LETTER = re.compile("[\u0621-\u0652]")
_LATIN_LETTER = re.compile("[A-Za-zÀ-ɏ]")
# A run of three letters or more whose reading is so many nats likelier speaks for itself, more of them in an Arabic
# library where Arabic was typed. Measured on words that the tables do not know: see tests/bench/keyboard.py.
_LEAST = 3
_SURELY_ARABIC = 2.0
_SURELY_LATIN = 3.0
# Beside such a run others are read otherwise too, unless they are so much less likely then.
_ALONG = -2.5
# How much likelier (nats) the keyboard is that the locale lets expect than another one.
_EXPECTED = 4.0
# How much less likely (nats) a mark makes it that a run was meant to be Arabic: few who search type any.
_MARKED = 4.0
_MARK = re.compile("[\u064b-\u0652ـ]")
_LAM_ALEF = "لا"
_MOST_LAM_ALEFS = 4
_MOST_WAYS = 3
# What a letter more may cost (nats) for GH to be taken before B: so that 95 % of names and words with B come out right
# and half of those with GH, of which there are one in fourteen.
_LONGER = 1.5


class Reading(NamedTuple):
    """What a line may have been meant to say.

    Attributes:
        text: the line as it would be on the other keyboard.
        gain: how much likelier (nats) the runs are that were read otherwise.
        sure: whether one of them at least speaks for itself.
    """

    text: str
    gain: float
    sure: bool


def expected(locale: str) -> tuple[str, ...]:
    """The Latin keyboards in the order in which a locale (`fr_FR.UTF-8`) lets expect them."""
    return LATIN_LAYOUTS[::-1] if _AZERTY.match(locale) else LATIN_LAYOUTS


def meant(text: str, layouts: tuple[str, ...] = LATIN_LAYOUTS) -> str:
    """What a line was meant to say by what its letters tell, '' where that is the line as it is."""
    return next((reading.text for reading in readings(text, layouts) if reading.sure), "")


def readings(text: str, layouts: tuple[str, ...] = LATIN_LAYOUTS) -> tuple[Reading, ...]:
    """What a line may have been meant to say on other keyboards, the likeliest first, however unlikely.

    Where a reading is sure, runs that are likelier as they are stay; else all of the line is read otherwise.
    """
    found = [
        (not reading.sure, rank, -reading.gain, reading)
        for place, layout in enumerate(layouts)
        for keys in (_to_arabic(layout), _to_latin(layout))
        for rank, reading in enumerate(_readings(text, keys, place * _EXPECTED))
    ]
    best = {reading.text: reading for *_, reading in sorted(found, reverse=True)}
    return tuple(best.values())[::-1]


def arabic(text: str, layout: str = "us") -> str:
    """A text typed on a Latin keyboard as the same keys of an Arabic one give it."""
    return _to_arabic(layout).ways(text)[0]


def latin(text: str, layout: str = "us") -> str:
    """A text typed on an Arabic keyboard as the same keys of a Latin one give it; لا is B or GH, as is likelier."""
    return _to_latin(layout).ways(text)[0]


@frozen
class _Keys:
    """From one keyboard to another.

    Attributes:
        runs: finds runs of characters that are letters here or there.
        ways: what such a run may be on the other keyboard, the likeliest first.
        typed_in: whether a character is a letter of the script that was typed in.
        typed, read_as: how likely a run is as it is, and as read.
        surely: how much likelier (nats) makes it sure.
    """

    runs: re.Pattern[str]
    ways: Callable[[str], tuple[str, ...]]
    typed_in: re.Pattern[str]
    typed: Callable[[str], float]
    read_as: Callable[[str], float]
    surely: float


def _readings(text: str, keys: _Keys, unexpected: float) -> Iterator[Reading]:
    """A line read on another keyboard, if that makes it another: first each run in its likeliest way, then in the next.

    A keyboard that is not expected needs so much more evidence.
    """
    runs = list(keys.runs.finditer(text))
    ways = [keys.ways(run[0]) if keys.typed_in.search(run[0]) else (run[0],) for run in runs]
    typed = [keys.typed(run[0]) for run in runs]
    for rank in range(min(_MOST_WAYS, max(map(len, ways), default=0))):
        read = [among[min(rank, len(among) - 1)] for among in ways]
        gains = [keys.read_as(way) - before for way, before in zip(read, typed, strict=True)]
        sure = any(
            gain > keys.surely + unexpected and len(run[0]) >= _LEAST and way != run[0]
            for run, way, gain in zip(runs, read, gains, strict=True)
        )
        pieces, at, total = [], 0, -unexpected
        for run, way, gain in zip(runs, read, gains, strict=True):
            if way != run[0] and (gain > _ALONG or not sure):
                pieces += [text[at : run.start()], way]
                at = run.end()
                total += gain
        if pieces:
            yield Reading("".join([*pieces, text[at:]]), total, sure)


@cache
def _layouts() -> Mapping[str, list[str]]:
    lines = [line.split() for line in PATH.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {name: keys for name, *keys in lines}


def _pairs(layout: str) -> Iterator[tuple[str, str]]:
    """Characters of a Latin keyboard and of the Arabic one on the same keys."""
    known = _layouts()
    for level in ("", "+"):
        yield from zip(known[layout + level], known[f"ara{level}"], strict=True)


@cache
def _to_arabic(layout: str) -> _Keys:
    table = {ord(here): there for here, there in reversed(list(_pairs(layout)))}
    letters = "".join([chr(here) for here, there in table.items() if _ARABIC_LETTER.match(there)])
    return _Keys(
        re.compile(f"[A-Za-zÀ-ɏ{re.escape(letters)}]+"),
        lambda run: (run.translate(table),),
        _LATIN_LETTER,
        likelihood.latin,
        lambda run: likelihood.arabic(run) - _MARKED * len(_MARK.findall(run)),
        _SURELY_ARABIC,
    )


@cache
def _to_latin(layout: str) -> _Keys:
    pairs = [(there, here) for here, there in _pairs(layout)]
    table = dict(reversed(pairs))
    keys = re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    letters = "".join([there for there, here in pairs if len(there) == 1 and _LATIN_LETTER.match(here)])

    def spelt(run: str) -> tuple[str, ...]:
        pieces = run.split(_LAM_ALEF, _MOST_LAM_ALEFS)
        ways = product((table[_LAM_ALEF], table["ل"] + table["ا"]), repeat=len(pieces) - 1)
        plain = [keys.sub(lambda key: table[key[0]], piece) for piece in pieces]
        all_ways = ("".join([plain[0], *(a + b for a, b in zip(way, plain[1:], strict=True))]) for way in ways)
        return tuple(sorted(all_ways, key=lambda way: -likelihood.latin(way) - _LONGER * len(way)))

    return _Keys(
        re.compile(f"[\u0621-\u0652{re.escape(letters)}]+"),
        spelt,
        _ARABIC_LETTER,
        likelihood.arabic,
        likelihood.latin,
        _SURELY_LATIN,
    )
