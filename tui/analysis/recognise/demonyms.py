"""Adjectives of nationality, which stand for their country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.tokens import readings, start_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.recognise.tokens import Token

# Indefinite forms that are another word as well (مالي financial, مجرى course, هندي a name): never by themselves.
_GUARDED = frozenset(
    "مالي ماليه الماليه المالي مجري كوبي فيجي توغوي تركي غاني غانيه جورجي جورج كيني سوري كندي لاوي ماليين ماليون "
    "ماليات الماليين ماليتين روماني رومان بنمي غيني بروني الماليات قطريه قطري صرب هنود كوري روس ناوري".split()
)
_FREE = frozenset("تركي سوري كندي قطري قطريه هنود روس كوري صرب".split())  # ... but these are read as adjectives


def find(text: str, tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Candidates for nationality adjectives of one or two words."""
    forms = lexicon.demonyms()
    for index, token in enumerate(tokens):
        for cut, rest in readings(token.fold):
            pair = _pair(tokens, index, rest)
            found, end = (forms.get(pair), index + 2) if pair in forms else (forms.get(rest), index + 1)
            if found is None or (rest in _GUARDED - _FREE):
                continue
            start = start_after(text, token, cut)
            yield Candidate(
                start, tokens[end - 1].end, "nationality", "demonym", 66, "nationality adjective", rest, found.country
            )
            break


def _pair(tokens: Sequence[Token], index: int, first: str) -> str:
    if index + 1 < len(tokens) and not tokens[index + 1].gap:
        return f"{first} {tokens[index + 1].fold}"
    return ""
