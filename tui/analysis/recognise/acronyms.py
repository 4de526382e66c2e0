"""Acronyms as Arabic news spells them: names of Latin letters in a row (إن إس أو)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.recognise.tokens import Passage, Spot

REASON = "letter names"
FEWEST = 3  # letters of an acronym: two are too often ordinary words
_PARTICLES = {"أن", "في", "أم", "أي", "ان"}  # words of the language that also name a letter


def find(passage: Passage) -> Iterator[Candidate]:
    """Candidates for acronyms; they are taken for organisations."""
    index = 0
    while index < len(passage.tokens):
        spot = next((spot for spot in passage.spots(index) if spot.rest in lexicon.letters()), None)
        found = _at(passage, spot) if spot else None
        if found:
            yield found[0]
        index = found[1] if found else index + 1


def _at(passage: Passage, spot: Spot) -> tuple[Candidate, int] | None:
    letters = lexicon.letters()
    end = spot.at + 1
    while end < len(passage.tokens) and passage.word(end) in letters and _spelled(passage, end):
        end += 1
    key = passage.name(spot, end)
    if end - spot.at < FEWEST:
        return None
    known = lexicon.known().get(key)
    shown, latin = (known.name, known.latin) if known else ("", lexicon.spelled(key))
    return Candidate(*passage.span(spot, end), "organisation", "name", 91, REASON, key, shown, latin), end


def _spelled(passage: Passage, index: int) -> bool:
    """Whether a word goes on spelling: a particle does only inside dots or before a closing quotation mark."""
    token = passage.tokens[index]
    if passage.text[token.start : token.end] in _PARTICLES:
        return token.gap == "." or passage.quoted_after(index)
    return token.gap == "." or passage.joined(index - 1, index + 1)
