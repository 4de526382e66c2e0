"""Rule N0 of UAX #9: a pair of brackets takes one direction, from what it holds or what stands before it."""

from __future__ import annotations

import re
from functools import cache

from tui.arabic import ucd

_DEPTH = 63
"""BD16: so many brackets may be open at once; one more ends the search."""


def resolve(kinds: str, original: str, text: str, own: str, before: str) -> str:
    """Give paired brackets their direction.

    Args:
        kinds: classes after the weak rules, a letter each.
        original: classes before them, in which marks (`m`) can still be told.
        text: the characters.
        own: the embedding direction, L or R.
        before: the direction at the start of the sequence, L or R.
    """
    pairs = _pairs(kinds, text)
    if not pairs:
        return kinds
    settled = bytearray(kinds, "ascii")
    for opening, closing in pairs:
        side = _side(settled, opening, closing, own, before)
        if side:
            for place in (opening, closing):
                settled[place] = ord(side)
                _marks_follow(settled, original, place, side)
    return settled.decode("ascii")


def _pairs(kinds: str, text: str) -> list[tuple[int, int]]:
    known = ucd.brackets()
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for match in _bracket().finditer(text):
        index = match.start()
        if kinds[index] != "o":
            continue
        close, opens = known[match[0]]
        if opens:
            if len(opened) == _DEPTH:
                break
            opened.append((close, index))
            continue
        for depth in range(len(opened) - 1, -1, -1):
            if opened[depth][0] == close:
                pairs.append((opened[depth][1], index))
                del opened[depth:]
                break
    return sorted(pairs)


def _side(settled: bytearray, opening: int, closing: int, own: str, before: str) -> str:
    inside = {"L" if kind == "L" else "R" for kind in "LR19" if settled.find(ord(kind), opening + 1, closing) >= 0}
    if own in inside or not inside:
        return own if inside else ""
    strong = max(range(4), key=[settled.rfind(ord(kind), 0, opening) for kind in "LR19"].__getitem__)
    last = settled.rfind(ord("LR19"[strong]), 0, opening)
    if last < 0:
        return before
    return "L" if strong == 0 else "R"


def _marks_follow(settled: bytearray, original: str, place: int, side: str) -> None:
    for index in range(place + 1, len(original)):
        if original[index] != "m":
            return
        settled[index] = ord(side)


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(ucd.brackets()))}]")
