"""A line cut out of a paragraph around what was found in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Spans = tuple[tuple[int, int], ...]

CUT = "…"
"""Stands where the paragraph goes on."""

_SENTENCE_END = re.compile(r"[.؟!?؛…]\s+|[:،]\s+")
_LEAD = 3  # a third of the room that is left goes before the first hit, where no sentence begins


def excerpt(paragraph: str, spans: Sequence[tuple[int, int]], room: int = 160) -> tuple[str, Spans]:
    """Cut out the stretch with most hits, from the beginning of a sentence or clause where one is near.

    Args:
        paragraph: any text; white space becomes single spaces.
        spans: the hits in it, sorted and disjoint; without any its beginning is taken.
        room: so many code points at most, the signs of cutting not counted.

    Returns:
        The stretch, cut at words, and the hits in it.
    """
    text, moved = _one_line(paragraph, spans)
    start, end = _window(text, moved, room)
    before, after = CUT * (start > 0), CUT * (end < len(text))
    shift = len(before) - start
    kept = tuple((left + shift, right + shift) for left, right in moved if start <= left and right <= end)
    return before + text[start:end] + after, kept


def _one_line(paragraph: str, spans: Sequence[tuple[int, int]]) -> tuple[str, Spans]:
    """The text with single spaces, and the spans in it."""
    text = " ".join(paragraph.split())
    if len(text) == len(paragraph):  # white space was single already
        return text, tuple(spans)
    words = [(match.start(), match.group()) for match in re.finditer(r"\S+", paragraph)]
    starts, places, at = [], [], 0
    for start, word in words:
        starts.append(start)
        places.append(at)
        at += len(word) + 1

    def moved(offset: int) -> int:
        word = max(0, bisect_left(starts, offset + 1) - 1)
        return places[word] + offset - starts[word]

    return text, tuple((moved(start), moved(end - 1) + 1) for start, end in spans)


def _window(text: str, spans: Spans, room: int) -> tuple[int, int]:
    if len(text) <= room:
        return 0, len(text)
    first, last = _cluster(spans, room)
    slack = room - (last - first)
    if slack <= 0:  # one hit longer than the room
        return first, last
    begin = _begin(text, first, slack)
    if begin > len(text) - room:  # what follows does not fill the room, so more of what comes before has place
        space = text.find(" ", len(text) - room - 1, begin)
        begin = space + 1 if space >= 0 else begin
    end = min(len(text), begin + room)
    if end < len(text):
        space = text.rfind(" ", last, end + 1)
        end = space if space >= 0 else last if last > begin else end
    return begin, end


def _cluster(spans: Spans, room: int) -> tuple[int, int]:
    """From where to where the most hits stand that fit, the first of several such places."""
    best, found = 0, (0, 0)
    for at, (start, end) in enumerate(spans):
        inside = [right for _, right in spans[at:] if right - start <= room]
        if len(inside) > best:
            best, found = len(inside), (start, inside[-1])
        elif not best:
            found = (start, end) if found == (0, 0) else found
    return found


def _begin(text: str, first: int, slack: int) -> int:
    """Where to begin so that a hit at `first` is in it: at a sentence, else a word."""
    earliest = first - slack
    if earliest <= 0:
        return 0
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, first - slack * 2 // _LEAD), first)]
    if ends:
        return ends[0]
    space = text.find(" ", first - slack // _LEAD, first)
    return space + 1 if space >= 0 else first
