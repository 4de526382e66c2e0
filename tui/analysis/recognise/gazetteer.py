"""Names that stand in the tables: countries and well-known names, then the large lists with their guards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.bodies import adjective
from tui.analysis.recognise.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.recognise.tokens import Passage, Spot
    from tui.model import MentionType

_TYPES: dict[str, MentionType] = {"P": "person", "L": "place", "O": "organisation"}


def find(passage: Passage) -> Iterator[Candidate]:
    """Candidates for all names of the tables, longest first at each word."""
    for index, token in enumerate(passage.tokens):
        if token.fold in lexicon.stops() and token.fold not in lexicon.longest():
            continue
        for spot in passage.spots(index):
            found = _curated(passage, spot) or _listed(passage, spot)
            if found:
                yield found
                break


def _curated(passage: Passage, spot: Spot) -> Candidate | None:
    """A name of the hand-made tables, or an epithet."""
    longest = lexicon.longest().get(spot.rest)
    for end, name in passage.names(spot, longest) if longest else ():
        known, epithet = lexicon.known().get(name), lexicon.epithets().get(name)
        found = known or epithet
        if found is None or (name in lexicon.words("ambiguous names") and not _cued(passage, spot)):
            continue
        many = end - spot.at
        span = passage.span(spot, end)
        score = 79 if many == 1 or _goes_on(passage, spot, end) else 90 + many  # جامعة القاهرة is no place
        if known is None:
            return Candidate(*span, found.type, "nominal", score, "epithet in the table", name, found.name)
        return Candidate(*span, found.type, "name", score, "name in the table", name, found.name, found.latin)
    return None


def _goes_on(passage: Passage, spot: Spot, end: int) -> bool:
    """Whether an adjective makes a known body another one (مجلس الأمن القومي)."""
    head = lexicon.heads().get(spot.rest)
    following = passage.next(end)
    if head is None or "c" not in head.how or not adjective(following):
        return False
    return "s" in head.how or following not in lexicon.demonyms()


def _cued(passage: Passage, spot: Spot) -> bool:
    return not spot.cut and passage.word(spot.at - 1) in lexicon.words("place cues")


def _listed(passage: Passage, spot: Spot) -> Candidate | None:
    """A name of the large lists."""
    row = lexicon.word(spot.rest)
    for end, name in passage.names(spot, row.longest) if row is not lexicon.UNKNOWN else ():
        found = lexicon.word(name)
        many = end - spot.at
        order = "LPO" if many > 1 else "LOP"
        kind = next((kind for kind in order if kind in found.types), "")
        if not kind or (many == 1 and not _alone(passage, spot, found, kind)):
            continue
        score = 60 + 3 * many + (0 if kind == "L" else -5 if many == 1 else 2)
        return Candidate(*passage.span(spot, end), _TYPES[kind], "name", score, "listed name", name, "", found.latin)
    return None


def _alone(passage: Passage, spot: Spot, found: lexicon.Word, kind: str) -> bool:
    """Whether a single word stands for itself: it is no ordinary word, nor within a person's name."""
    whole = lexicon.word(passage.word(spot.at))
    if spot.cut and (whole.evidence or whole.common):
        return False
    if found.common or len(found.types) > 2:
        return kind == "L" and passage.word(spot.at - 1) in lexicon.words("place heads")
    if kind == "P":
        given = found.given > 3 and spot.rest not in lexicon.surnames()  # محمد alone is nobody
        return found.person >= 2 and not given and not (spot.cut and found.foreign)
    return not (kind == "L" and found.given >= 3)
