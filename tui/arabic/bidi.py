"""The Unicode Bidirectional Algorithm (UAX #9, revision 46): levels of a paragraph, and the visual order of a line.

A text's classes are a string with one letter a character (`tui.arabic.ucd.CLASSES`), so that most rules are one regular
expression each, run at C's speed. Rules X are in `explicit`, N0 is in `brackets`, L3 and L4 are the layout's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from tui.arabic import brackets, explicit
from tui.arabic.ucd import BIDI

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.arabic.explicit import Sequence

Base = Literal["L", "R", "auto"]

REMOVED = 255
"""The level of what rule X9 removes."""

_CONTROLS = re.compile("[eEvVdb<>?!B]")
_MARKS = re.compile("(^|.)(m+)", re.DOTALL)
_AFTER_AL = re.compile("A[^LRA]*")
_BETWEEN_NUMBERS = re.compile("(?<=1)[+,](?=1)")
_BETWEEN_ARABIC_NUMBERS = re.compile("(?<=9),(?=9)")
_TERMINATORS = re.compile("(?<=1)%+|%+(?=1)")
_AFTER_L = re.compile("L[^LR]*")
_NEUTRALS = re.compile("[oBSw<>?!]+")
# What makes a direction other than the embedding's possible, and all neutrals in the embedding's.
_AGAINST = {"L": "R19", "R": "L"}
_SETTLED = {own: str.maketrans("oBSw<>?!", own * 8) for own in "LR"}
_LOOSE = str.maketrans("+,%", "ooo")
_AT_LINE_END = re.compile("[w<>?!eEvVdb]*(?:[SB]|$)")
_SURROGATES = re.compile("[\ud800-\udfff]")


def levels(text: str, base: Base = "auto") -> tuple[int, bytes]:
    """The embedding levels of one paragraph.

    Args:
        text: any string; paragraph separators in it take the paragraph's level.
        base: the paragraph's direction; `auto` takes that of the first strong character (rules P2, P3), else L.

    Returns:
        The paragraph's level and the level of each code point after rule L1, `REMOVED` where rule X9 removes it.
    """
    level = base_level(text) if base == "auto" else int(base == "R")
    return level, of_classes(classes(text), text, level)


def base_level(text: str) -> int:
    """The paragraph level by rules P2 and P3: 1 for right to left."""
    if not text:
        return 0
    from bidi import get_base_level  # type: ignore[import-untyped]  # python-bidi ships no types

    return int(get_base_level(_SURROGATES.sub("\ufffd", text)))


def classes(text: str) -> str:
    """The bidi class of each character, a letter each."""
    return "".join(map(BIDI.__getitem__, text))


def of_classes(kinds: str, text: str, level: int) -> bytes:
    """Levels from classes, which may differ from those of the text's characters.

    Args:
        kinds: a letter of `ucd.CLASSES` for each character.
        text: the characters, whose brackets are looked at.
        level: the paragraph's level.
    """
    if _CONTROLS.search(kinds) is None:
        found = bytearray(_resolve(kinds, text, level, "LR"[level & 1], "LR"[level & 1]))
    else:
        found = bytearray([REMOVED]) * len(kinds)
        for sequence in explicit.sequences(kinds, level):
            _place(found, sequence, text)
    for match in _AT_LINE_END.finditer(kinds):  # L1
        for index in range(match.start(), match.end()):
            if found[index] != REMOVED:
                found[index] = level
    return bytes(found)


def visual_order(levels: Iterable[int]) -> list[int]:
    """Rule L2: the logical indices from left to right, without those of level `REMOVED`."""
    levels = bytes(levels)
    if levels and levels.count(levels[0]) == len(levels) and levels[0] != REMOVED:  # most lines of Arabic
        places = list(range(len(levels)))
        return places[::-1] if levels[0] & 1 else places
    runs: list[tuple[int, list[int]]] = []
    for index, level in enumerate(levels):
        if level == REMOVED:
            continue
        if runs and runs[-1][0] == level:
            runs[-1][1].append(index)
        else:
            runs.append((level, [index]))
    for level, run in runs:
        if level & 1:
            run.reverse()
    for level in range(max((level for level, _ in runs), default=0), 0, -1):
        _reverse(runs, level)
    return [index for _, run in runs for index in run]


def _reverse(runs: list[tuple[int, list[int]]], level: int) -> None:
    """Reverse the order of neighbouring runs of this level and above; their insides are reversed already.

    A run of level n is turned n times in all, which for its inside is once when n is odd, else not at all.
    """
    start = 0
    for index in range(len(runs) + 1):
        if index == len(runs) or runs[index][0] < level:
            if index - start > 1:
                runs[start:index] = runs[start:index][::-1]
            start = index + 1


def _place(found: bytearray, sequence: Sequence, text: str) -> None:
    chars = "".join([text[index] for index in sequence.indices])
    resolved = _resolve(sequence.kinds, chars, sequence.level, sequence.before, sequence.after)
    for index, level in zip(sequence.indices, resolved, strict=True):
        found[index] = level


def _resolve(kinds: str, text: str, level: int, before: str, after: str) -> bytes:
    """Rules W, N and I for one isolating run sequence; `before` and `after` are its sos and eos, L or R."""
    weak = _weak(kinds, before)
    own = "LR"[level & 1]
    if "o" in weak:
        weak = brackets.resolve(weak, kinds, text, own, before)
    if _NEUTRALS.search(weak) is not None:
        weak = _neutral(weak, own, before, after)
    return weak.encode("ascii").translate(_implicit(level))


def _weak(kinds: str, before: str) -> str:
    """Rules W1 to W7."""
    if "m" in kinds:
        kinds = _MARKS.sub(lambda match: _mark(match, before), kinds)
    if "A" in kinds:
        if "1" in kinds:
            kinds = _AFTER_AL.sub(lambda match: match[0].replace("1", "9"), kinds)
        kinds = kinds.replace("A", "R")
    if "9" in kinds:
        kinds = _BETWEEN_ARABIC_NUMBERS.sub("9", kinds)
    if "1" in kinds:
        kinds = _BETWEEN_NUMBERS.sub("1", kinds)
        kinds = _TERMINATORS.sub(lambda match: "1" * len(match[0]), kinds)
    kinds = kinds.translate(_LOOSE)
    if "1" in kinds:
        kinds = _AFTER_L.sub(lambda match: match[0].replace("1", "L"), before + kinds)[1:]
    return kinds


def _mark(match: re.Match[str], before: str) -> str:
    """W1: a mark takes the class of what it stands on, which for an isolate's edges is neutral."""
    on = match[1] or before
    return match[1] + ("o" if on in "<>?!" else on) * len(match[2])


def _neutral(kinds: str, own: str, before: str, after: str) -> str:
    """Rules N1 and N2; numbers count as R."""
    if before == after == own and not any(kind in kinds for kind in _AGAINST[own]):
        return kinds.translate(_SETTLED[own])

    def side(kind: str) -> str:
        return "L" if kind == "L" else "R"

    def settle(match: re.Match[str]) -> str:
        start, end = match.span()
        left = side(kinds[start - 1]) if start else before
        right = side(kinds[end]) if end < len(kinds) else after
        return (left if left == right else own) * (end - start)

    return _NEUTRALS.sub(settle, kinds)


@cache
def _implicit(level: int) -> bytes:
    """Rules I1 and I2, as a table from resolved classes to levels."""
    rises = {"L": 1, "R": 0, "1": 1, "9": 1} if level & 1 else {"L": 0, "R": 1, "1": 2, "9": 2}
    table = bytearray(256)
    for kind, rise in rises.items():
        table[ord(kind)] = level + rise
    return bytes(table)
