"""Holds Unicode's own tests of UAX #9, complete: BidiTest.txt and BidiCharacterTest.txt."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.arabic import bidi

_FOLDER = Path(os.environ.get("UNICODE_DATA", "/usr/share/unicode"))
_CHUNKS = 6
_CASES = 770_241
_CHARACTER_CASES = 91_707

# A character of each class.
_SAMPLES = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "AN": "\u0661", "ES": "+", "ET": "%", "CS": ",",
    "NSM": "\u0300", "BN": "\u00ad", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!", "PDF": "\u202c",
    "LRE": "\u202a", "RLE": "\u202b", "LRO": "\u202d", "RLO": "\u202e",
    "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip
_BASES: tuple[bidi.Base, ...] = ("auto", "L", "R")


def _lines(name: str) -> list[str]:
    path = _FOLDER / name
    if not path.exists():
        message = f"{path} is absent: install unicode-data or set UNICODE_DATA"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return path.read_text(encoding="utf-8").splitlines()


def _levels(text: str) -> bytes:
    return bytes(bidi.REMOVED if level == "x" else int(level) for level in text.split())


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split()]


def _class_cases(lines: list[str]) -> list[tuple[str, str, str, int]]:
    """Each data line with the level and reorder lines that hold for it: levels, order, classes, bits of the bases."""
    levels = order = ""
    cases = []
    for line in lines:
        if line.startswith("@Levels:"):
            levels = line.removeprefix("@Levels:")
        elif line.startswith("@Reorder:"):
            order = line.removeprefix("@Reorder:")
        elif line and line[0] not in "#@":
            names, bits = line.split(";")
            cases.append((levels, order, names, int(bits)))
    return cases


@pytest.mark.parametrize("chunk", range(_CHUNKS))
def test_classes(chunk: int) -> None:
    cases = _class_cases(_lines("BidiTest.txt"))
    assert sum(bits.bit_count() for *_, bits in cases) == _CASES
    for levels, order, names, bits in cases[chunk::_CHUNKS]:
        text = "".join([_SAMPLES[name] for name in names.split()])
        for number, base in enumerate(_BASES):
            if bits & 1 << number:
                found = bidi.levels(text, base)[1]
                assert found == _levels(levels), (names, base)
                assert bidi.visual_order(found) == _numbers(order), (names, base)


def test_characters() -> None:
    cases = [line for line in _lines("BidiCharacterTest.txt") if line and line[0] != "#"]
    assert len(cases) == _CHARACTER_CASES
    bases: tuple[bidi.Base, ...] = ("L", "R", "auto")
    for case in cases:
        codes, base, level, levels, order = case.split(";")
        text = "".join([chr(int(code, 16)) for code in codes.split()])
        found = bidi.levels(text, bases[int(base)])
        assert found == (int(level), _levels(levels)), case
        assert bidi.visual_order(found[1]) == _numbers(order), case
