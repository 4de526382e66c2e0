"""One sense in a document: a name found once by strong evidence is found wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon, states
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.pieces import STRONG, piece
from tui.analysis.recognise.spelling import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.recognise.tokens import Passage, Spot

_STRONG = 75  # score from which a name is believed elsewhere in the document


def find(passage: Passage, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Candidates for further mentions of names found: persons by surname, the others by the same words."""
    names = _names(found)
    longest: dict[str, int] = {}
    for name in names:
        first, count = name.split(" ")[0], name.count(" ") + 1
        longest[first] = max(longest.get(first, 0), count)
    for index, token in enumerate(passage.tokens if names else ()):
        for spot in passage.spots(index):
            if spot.rest not in longest or (spot.cut and token.fold in longest):
                continue
            candidate = _match(passage, spot, longest[spot.rest], names)
            if candidate and not (lexicon.word(candidate.key).common and not passage.quoted_before(index)):
                model = names[candidate.key]
                yield (None if spot.cut else _widened(passage, index, candidate, model)) or candidate
                break


def _match(passage: Passage, spot: Spot, longest: int, names: dict[str, Candidate]) -> Candidate | None:
    for end, name in passage.names(spot, longest):
        model = names.get(name)
        if model is None:
            continue
        span, score = passage.span(spot, end), 68 + end - spot.at
        if name != model.key:
            return Candidate(*span, model.type, "name", score, "surname of a person in this article", name)
        reason = "name found elsewhere in this article"
        return Candidate(*span, model.type, "name", score, reason, name, model.name, model.latin)
    return None


def _widened(passage: Passage, index: int, found: Candidate, model: Candidate) -> Candidate | None:
    """A surname known from this article with a given name before it that the lists do not make sure of."""
    if found.type != "person" or " " in found.key or not passage.next(index):
        return None
    for spot in passage.spots(index - 1):
        kind = piece(spot.rest).kind
        alike = model.key != found.key and skeleton(spot.rest) == skeleton(model.key.split(" ")[0])
        if kind in STRONG or (kind == "foreign" and len(spot.rest) > 3) or alike:
            start, _ = passage.span(spot, index)
            reason = "name before a surname in this article"
            return found._replace(start=start, score=76, key=f"{spot.rest} {found.key}", reason=reason)
    return None


def _names(found: Sequence[Candidate]) -> dict[str, Candidate]:
    names: dict[str, Candidate] = {}
    for candidate in found:
        if candidate.kind != "name" or candidate.score < _STRONG or candidate.reason == states.REASON:
            continue
        names.setdefault(candidate.key, candidate)
        for surname in surnames(candidate.key) if candidate.type == "person" else ():
            names.setdefault(surname, candidate)
    return names


def surnames(key: str) -> tuple[str, ...]:
    """The forms by which a person of this folded full name is named alone: the last word, with its link words."""
    words = key.split(" ")
    if len(words) < 2:
        return ()
    before, last = words[-2:]
    if last in {"الله", "الدين"}:
        return (f"{before} {last}",) if len(words) > 2 else ()
    linked = len(words) > 2 and piece(before).kind == "link"
    forms = [f"{before} {last}"] if linked else []
    row = lexicon.word(last)
    elsewhere = row.common or last in lexicon.known()
    alone = not linked or before in {"دي", "ال"}
    if alone and not elsewhere and len(last) > 2 and piece(last).kind not in {"", "ordinal", "ambiguous"}:
        forms.append(last)
    return tuple(forms)
