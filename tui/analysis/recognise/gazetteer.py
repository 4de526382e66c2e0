"""Names that stand in the tables: countries and well-known names, then the large lists with their guards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.tokens import joined, readings, start_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.recognise.tokens import Token
    from tui.model import MentionType

_TYPES: dict[str, MentionType] = {"P": "person", "L": "place", "O": "organisation"}
# Names that are ordinary words too count only after one of these.
_PLACE_CUES = frozenset({"في", "الي", "من", "دوله", "جمهوريه", "شمال", "جنوب", "شرق", "غرب", "وسط"})
_AMBIGUOUS = frozenset({"مالي", "فتح", "ميتا", "المتوسط", "تشاد", "ابل", "امازون", "بيرو", "نيس", "الكاف", "العدل"})
_PLACE_HEADS = frozenset({"مدينه", "بلده", "قريه", "محافظه", "ولايه", "جزيره", "منطقه", "مقاطعه", "بمدينه", "بولايه"})


def find(text: str, tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Candidates for all names of the tables, longest first at each word."""
    for index, token in enumerate(tokens):
        if token.fold in lexicon.stops() and token.fold not in lexicon.longest():
            continue
        for reading in readings(token.fold):
            found = _curated(text, tokens, index, reading) or _listed(text, tokens, index, reading)
            if found:
                yield found
                break


def _names(tokens: Sequence[Token], index: int, first: str, longest: int) -> Iterator[tuple[int, str]]:
    """Names of the text that begin at a word, longest first: (one past the last word, folded name)."""
    for end in range(min(len(tokens), index + longest), index, -1):
        if end == index + 1 or joined(tokens, index, end):
            yield end, " ".join([first, *(token.fold for token in tokens[index + 1 : end])])


def _curated(text: str, tokens: Sequence[Token], index: int, reading: tuple[int, str]) -> Candidate | None:
    cut, first = reading
    longest = lexicon.longest().get(first)
    if longest is None:
        return None
    for end, name in _names(tokens, index, first, longest):
        known = lexicon.known().get(name)
        epithet = None if known else lexicon.epithets().get(name)
        found = known or epithet
        if found is None:
            continue
        if name in _AMBIGUOUS and not (tokens[index - 1].fold in _PLACE_CUES and index and not cut):
            continue
        start = start_after(text, tokens[index], cut)
        reason = "epithet in the table" if epithet else "name in the table"
        kind = "nominal" if epithet else "name"
        return Candidate(
            start,
            tokens[end - 1].end,
            found.type,
            kind,
            90 + end - index,
            reason,
            name,
            found.name,
            found.latin,  # type: ignore[arg-type]
        )
    return None


def _listed(text: str, tokens: Sequence[Token], index: int, reading: tuple[int, str]) -> Candidate | None:
    cut, first = reading
    row = lexicon.word(first)
    if row is lexicon.UNKNOWN:
        return None
    for end, name in _names(tokens, index, first, row.longest):
        found = lexicon.word(name)
        many = end - index
        kind = _kind(found, many)
        whole = lexicon.word(tokens[index].fold)
        if not kind or (cut and many == 1 and (whole.evidence or whole.common)):
            continue
        if many == 1 and not _alone(tokens, index, found, kind, cut):
            continue
        start = start_after(text, tokens[index], cut)
        score = 60 + 3 * many + (0 if kind == "L" else -5 if many == 1 else 2)
        return Candidate(start, tokens[end - 1].end, _TYPES[kind], "name", score, "listed name", name, "", found.latin)
    return None


def _kind(found: lexicon.Word, many: int) -> str:
    if not found.types:
        return ""
    if many > 1:
        return next((kind for kind in "LPO" if kind in found.types), "")
    return next((kind for kind in "LOP" if kind in found.types), "")


def _alone(tokens: Sequence[Token], index: int, found: lexicon.Word, kind: str, cut: int) -> bool:
    """Whether a single word stands for itself: it is no ordinary word, nor within a person's name."""
    if found.common or len(found.types) > 2:
        return bool(index) and kind == "L" and tokens[index - 1].fold in _PLACE_HEADS
    if kind == "P":
        return found.person >= 2 and not (cut and found.foreign)
    return not (kind == "L" and found.given >= 3)
