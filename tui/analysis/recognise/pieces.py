"""How a word may take part in a person's name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.analysis.recognise import lexicon

_VERBAL = re.compile("[يتن].*(ون|وا|ها|هم|نا)|.*(ها|هم|هما)|ال.*(يه|ات|ون|ين)|(وا|ل)ل.*")
_PREFIXED = frozenset("وفبلكسيتن")


class Piece(NamedTuple):
    """One word of a possible name and how strong the evidence is.

    `kind` is given, surname, ambiguous (an ordinary word too), foreign (of the transliteration lists), unknown (in no
    table), rare (in none, but ordinary without its affixes), link (بن), ordinal (السادس) or '' (never in a name).
    """

    kind: str
    strength: int


NONE = Piece("", 0)
STRONG = frozenset({"given", "surname"})


@lru_cache(maxsize=16384)
def piece(folded: str) -> Piece:
    """The piece that a folded word may be."""
    if folded in lexicon.words("links"):
        return Piece("link", 0)
    if folded in lexicon.words("ordinals"):
        return Piece("ordinal", 0)
    if len(folded) < 2 or folded in lexicon.stops() or folded in lexicon.demonyms() or not "ء" <= folded[0] <= "ي":
        return NONE
    row = lexicon.word(folded)
    if folded in lexicon.titles():
        return Piece("ambiguous", 0) if folded in lexicon.words("given titles") else NONE
    return _listed(folded, row) if row.common or row.evidence or row.foreign or row.types else _unlisted(folded)


def _listed(folded: str, row: lexicon.Word) -> Piece:
    if row.common:
        attested = max(row.given, row.surname)
        weak = attested < 3 or row.common > attested + 1
        return NONE if weak else Piece("ambiguous", attested - row.common)
    if set("LO") & set(row.types) and row.evidence < 3:
        return Piece("foreign", 0) if row.foreign and folded not in lexicon.known() else NONE
    if row.evidence >= 2:
        return Piece("given" if row.given >= 2 or (row.given and row.person) else "surname", row.evidence)
    if row.evidence or (row.foreign and not folded.endswith("يه")):
        return Piece("given" if row.given else "foreign", row.evidence)
    return _unlisted(folded)


def _unlisted(folded: str) -> Piece:
    if len(folded) < 3 or folded in lexicon.heads() or _VERBAL.fullmatch(folded):
        return NONE
    if not lexicon.ordinary(folded):
        return Piece("unknown", 0)
    usual = folded[0] in _PREFIXED or (folded.startswith("ال") and folded[-1] != "ي")
    return NONE if usual else Piece("rare", 0)
