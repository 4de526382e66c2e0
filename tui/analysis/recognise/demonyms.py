"""Adjectives of nationality, which stand for their country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.recognise.tokens import Passage, Spot


def find(passage: Passage) -> Iterator[Candidate]:
    """Candidates for nationality adjectives of one or two words."""
    for index in range(len(passage.tokens)):
        for spot in passage.spots(index):
            found = _at(passage, spot)
            if found:
                yield found
                break


def _at(passage: Passage, spot: Spot) -> Candidate | None:
    forms = lexicon.demonyms()
    following = passage.next(spot.at + 1)
    pair = forms.get(f"{spot.rest} {following}") if following else None
    demonym = pair or forms.get(spot.rest)
    if demonym is None or spot.rest in lexicon.words("guarded demonyms"):
        return None
    country = spot.rest in lexicon.words("country adjectives")
    if country and not _agrees(passage, spot):
        return None
    span = passage.span(spot, spot.at + (2 if pair else 1))
    score = 79.5 if country else 66
    return Candidate(*span, "nationality", "demonym", score, "nationality adjective", spot.rest, demonym.country)


def _agrees(passage: Passage, spot: Spot) -> bool:
    """Whether a word that also names the country agrees with a feminine noun before it (الصحف السعودية)."""
    if spot.cut or not passage.next(spot.at):
        return False
    before = passage.word(spot.at - 1)
    if before in lexicon.stops() or before in lexicon.known() or before in {"المتحده", "العربيه"}:
        return False
    definite = before.startswith(("ال", "لل", "بال", "وال"))
    return definite if spot.rest.startswith("ال") else before.endswith(("ه", "ات"))
