"""Writes `bigrams.txt` from lists of names and words.

Run `python -m tui.arabic.keyboard.generate --data DIR --english FILE`; DIR holds names/ and text/ (see below for which
files), FILE one English word a line (Debian's wamerican). A fifth of the words is left out, to be measured on
(`tests/bench/keyboard.py`): leaving it in would change no letter's share by anything that matters.
"""

from __future__ import annotations

import argparse
import math
import re
import tarfile
import unicodedata
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arabic.keyboard.likelihood import ARABIC, BEGINNING, LATIN, PATH, STEP, encode

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD = """\
# How often one letter follows another, made by `python -m tui.arabic.keyboard.generate`; no word is kept.
# Latin and Arabic names: NETransliteration-COLING2018, from Wikidata (CC0). Arabic words: ANT corpus 1.1 (Apache-2.0).
# English words: SCOWL (Copyright 2000-2016 Kevin Atkinson and others, permission to use and distribute what is made of
# it is granted without fee).
"""
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]+")
_MARKS = re.compile("[\u064b-\u0652]")
_TAG = re.compile("<[^>]*>")
# Shares of a letter that was seen seldom lean on how often the next one is seen at all, as on so many occurrences.
_LEAN = 5.0


def held_out(word: str) -> bool:
    """Whether a word is one of the fifth that is measured on."""
    return zlib.crc32(word.encode()) % 5 == 0


def names(data: Path) -> tuple[Counter[str], Counter[str]]:
    """Latin and Arabic names with the times that they were seen."""
    latin, arabic = Counter[str](), Counter[str]()
    for line in (data / "names/translit_pairs_wd.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        first, second, count = line.split("\t")
        latin[_bare(first)] += int(count)
        arabic[second] += int(count)
    return latin, arabic


def news(data: Path) -> Counter[str]:
    """Words of Arabic news with the times that they were seen."""
    found = Counter[str]()
    with tarfile.open(data / "text/ant_corpus_v1.1.tar.gz") as archive:
        for member in archive:
            if file := archive.extractfile(member):
                text = _TAG.sub(" ", file.read().decode(errors="replace"))
                found.update(_WORD.findall(_MARKS.sub("", text)))
    return found


def english(file: Path) -> Counter[str]:
    """English words, each once."""
    return Counter({_bare(word) for word in file.read_text(encoding="utf-8").split()})


def _bare(word: str) -> str:
    return "".join([char for char in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(char)])


def table(name: str, letters: str, words: Mapping[str, float]) -> str:
    """A script's lines of `bigrams.txt`, from its words and their weights."""
    pairs: defaultdict[str, float] = defaultdict(float)
    before: defaultdict[str, float] = defaultdict(float)
    after: defaultdict[str, float] = defaultdict(float)
    for word, weight in words.items():
        if not held_out(word) and set(letters).issuperset(word):
            for first, second in zip(BEGINNING + word, word, strict=False):
                pairs[first + second] += weight
                before[first] += weight
                after[second] += weight
    total = sum(after.values())

    def steps(first: str, second: str) -> int:
        share = (after[second] + 0.5) / (total + 0.5 * len(letters))
        return round(-math.log((pairs[first + second] + _LEAN * share) / (before[first] + _LEAN)) / STEP)

    rows = ["".join([encode(steps(first, second)) for second in letters]) for first in BEGINNING + letters]
    return "\n".join([f"{name} {letters}", *rows, ""])


def main() -> None:
    """Read the lists and write the table."""
    parser = argparse.ArgumentParser(prog="python -m tui.arabic.keyboard.generate")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--english", type=Path, required=True)
    arguments = parser.parse_args()
    latin, arabic = names(arguments.data)
    words = news(arguments.data)
    latin_words = {word: math.sqrt(latin[word]) for word in latin} | dict(english(arguments.english))
    arabic_words = {word: math.sqrt(arabic[word]) + math.sqrt(words[word]) for word in arabic | words}
    tables = table("latin", LATIN, latin_words) + table("arabic", ARABIC, arabic_words)
    PATH.write_text(_HEAD + tables, encoding="utf-8")


if __name__ == "__main__":
    main()
