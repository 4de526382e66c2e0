"""Finds names with a small network that was trained on marked news, the rules' names among its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.recognise.tokens import Passage, Spot
    from tui.model import EntityType

REASON = "learnt from marked news"
_INSIDE = frozenset("-–ـ.'\"«»“”„‟″‹›&+\u200c\u200e\u200f ")  # what may stand between the words of one name
_SURE = 0.8  # from which an ordinary word may be a person by itself
SCORE = 80, 99
"""Scores of names that the network is least and most sure of."""


def find(passage: Passage, hints: Sequence[Candidate]) -> Iterator[Candidate]:
    """Candidates for names.

    Args:
        passage: title and body.
        hints: the names that the rules found, disjoint and in order.
    """
    if not passage.tokens:
        return
    from tui.analysis.recognise.tagger.features import features  # numpy, at the first article
    from tui.analysis.recognise.tagger.network import LABELS, tag

    labels, shares, cuts = tag(features(passage, hints))
    index = 0
    while index < len(labels):
        label = LABELS[labels[index]]
        if label == "O":
            index += 1
            continue
        end = index + 1
        while end < len(labels) and labels[end] == labels[index] + 1 and _INSIDE.issuperset(passage.tokens[end].gap):
            end += 1
        sure = min(float(shares[at, labels[at]]) for at in range(index, end))
        kind, spot = cast("EntityType", label[2:]), _spot(passage, index, int(cuts[index]))
        if kind == "person":
            yield from _people(passage, spot, end, sure)
        else:
            yield _candidate(passage, spot, _whole(passage, spot, end), kind, sure)
        index = end


def _people(passage: Passage, spot: Spot, end: int, sure: float) -> Iterator[Candidate]:
    """The persons of a stretch: two where a word in it is و and a name (حولاتا وبون), none for a mere word."""
    for at in range(spot.at + 1, end):
        and_other = next((one for one in passage.spots(at) if one.cut == 1 and passage.word(at)[0] == "و"), None)
        if and_other and _more_a_name(and_other.rest, passage.word(at)):
            yield from _people(passage, spot, at, sure)
            yield from _people(passage, and_other, end, sure)
            return
    if end - spot.at > 1 or sure >= _SURE or lexicon.word(spot.rest).evidence or not lexicon.ordinary(spot.rest):
        yield _candidate(passage, spot, end, "person", sure)


def _whole(passage: Passage, spot: Spot, end: int) -> int:
    """Where a name ends: before و and a noun that begins another one (منظمة العفو الدولية ومنظمة «...»)."""
    last = passage.spots(end - 1) if end - 1 > spot.at else ()
    begins = any(one.cut == 1 and one.rest in lexicon.heads() for one in last)
    return end - 1 if begins and passage.word(end - 1)[0] == "و" else end


def _more_a_name(rest: str, whole: str) -> bool:
    """Whether a word is a name without the و before it rather than with it (وائل)."""
    row, other = lexicon.word(rest), lexicon.word(whole)
    return max(row.evidence, row.foreign) > max(other.evidence, other.foreign)


def _spot(passage: Passage, index: int, cut: int) -> Spot:
    """The reading of a word with so many letters cut off, the one with its article restored before the other."""
    spots = passage.spots(index)
    return next((spot for spot in reversed(spots) if spot.cut == cut), spots[0])


def _candidate(passage: Passage, spot: Spot, end: int, kind: EntityType, sure: float) -> Candidate:
    low, high = SCORE
    key = passage.name(spot, end)
    return Candidate(*passage.span(spot, end), kind, "name", low + (high - low) * sure, REASON, key)
