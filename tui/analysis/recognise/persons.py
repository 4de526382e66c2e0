"""Names of persons: a given name with what follows it, or a title with a name behind it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.tokens import joined, readings, start_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.recognise.tokens import Token

LONGEST = 9  # words of a name, بن and the like among them
_LINKS = frozenset(
    "بن ابن بنت ابو ابي ابا ام ال عبد دي دو دا فان فون ديل دل بو ولد لو لا سان دير بير مولاي سيدي اوف".split()
)
_OPENING = frozenset({"ابو", "ابي", "ابا", "ابن", "بن", "ام", "عبد", "ال"})  # link words that a name may begin with
_VERBAL = re.compile("[يتن].*(ون|وا|ها|هم|نا)|.*(ها|هم|هما)")
_ORDINALS = frozenset("الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split())
_RANKS = frozenset({"السيد", "الشيخ", "الحاج", "الدكتور", "الامير", "الامام", "الاستاذ", "الفنان", "العالم", "الملك", "الحاكم"})
_REACH = 7  # words from an office to its holder (رئيس لجنة ... فلان)


class Piece(NamedTuple):
    """One word of a possible name; `kind`: given, surname, ambiguous, foreign, unknown, rare, link, ordinal, ''.

    Unknown words are in no table; rare ones neither, but would be ordinary words without their affixes; '' never is in a
    name.
    """

    kind: str
    strength: int


NONE = Piece("", 0)


@lru_cache(maxsize=16384)
def piece(folded: str) -> Piece:
    """How a folded word may take part in a person's name."""
    if folded in _LINKS:
        return Piece("link", 0)
    if folded in _ORDINALS:
        return Piece("ordinal", 0)
    if folded in lexicon.stops() or folded in lexicon.demonyms() or not "ء" <= folded[0] <= "ي":
        return NONE
    row = lexicon.word(folded)
    if folded in lexicon.titles():
        return NONE if row.evidence < 4 or folded in _RANKS else Piece("ambiguous", 0)
    if row.common:
        attested = max(row.given, row.surname)
        weak = attested < 3 or row.common > attested + 1
        return NONE if weak else Piece("ambiguous", attested - row.common)
    if set("LO") & set(row.types) and row.evidence < 3:
        return Piece("foreign", 0) if row.foreign and folded not in lexicon.known() else NONE
    if row.evidence >= 2:
        return Piece("given" if row.given >= 2 or (row.given and row.person) else "surname", row.evidence)
    if row.evidence or row.foreign:
        return Piece("given" if row.given else "foreign", row.evidence)
    if len(folded) < 3 or folded in lexicon.heads() or _VERBAL.fullmatch(folded):
        return NONE
    if folded.startswith("ال") and folded.endswith(("يه", "ات", "ون", "ين")):
        return NONE
    if not lexicon.ordinary(folded):
        return Piece("unknown", 0)
    return NONE if folded[0] in "وفبلكسيتن" else Piece("rare", 0)


def find(text: str, tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Candidates for persons."""
    index = 0
    while index < len(tokens):
        found = _at(text, tokens, index)
        if found is None:
            index += 1
            continue
        candidate, index = found
        yield candidate


def _at(text: str, tokens: Sequence[Token], index: int) -> tuple[Candidate, int] | None:
    titled = _title(tokens, index)
    for cut, rest in readings(tokens[index].fold):
        first = piece(rest)
        if first.kind in {"", "ordinal", "rare"} or (cut and not _attested(first, rest)):
            continue
        if (first.kind == "link" and rest not in _OPENING) or (cut and lexicon.word(tokens[index].fold).common):
            break
        end = _end(tokens, index, first, rest)
        reason = _reason(tokens, index, end, first, titled)
        if reason:
            start = start_after(text, tokens[index], cut)
            name = " ".join([rest, *(token.fold for token in tokens[index + 1 : end])])
            score = 75 + end - index + (8 if titled == "direct" else 0)
            return Candidate(start, tokens[end - 1].end, "person", "name", score, reason, name), end
        if not cut and first.kind in {"given", "surname"}:
            break  # a known name is not cut (باراك, وائل)
    return None


def _attested(first: Piece, rest: str) -> bool:
    if first.kind == "link":
        return rest in _OPENING
    return first.kind in {"given", "surname"} or (first.kind in {"foreign", "ambiguous"} and len(rest) > 3)


def _title(tokens: Sequence[Token], index: int) -> str:
    """What title stands before a word: direct (الرئيس, الرئيس الفرنسي), office (some words before) or ''."""
    if not index or tokens[index].gap:
        return ""
    for back in range(index - 1, max(-1, index - _REACH), -1):
        for _, rest in readings(tokens[back].fold):
            how = lexicon.titles().get(rest)
            if how == "d" and all(_adjective(token.fold) for token in tokens[back + 1 : index]):
                return "direct"
            if how:
                return "office"
        if tokens[back].gap:
            break
    return ""


def _adjective(folded: str) -> bool:
    return folded.startswith("ال") and not piece(folded).kind


def _end(tokens: Sequence[Token], index: int, first: Piece, rest: str) -> int:
    """One past the last word of the name that begins at `index`."""
    longest = lexicon.word(rest).longest
    for end in range(min(len(tokens), index + longest), index + 1, -1):
        unit = " ".join([rest, *(token.fold for token in tokens[index + 1 : end])])
        if lexicon.word(unit).given and joined(tokens, index, end):
            break
    else:
        end = index + 1
    names, unknown, last = 1, first.kind in {"unknown", "foreign"}, end
    sure = first.kind == "given" and first.strength >= 4
    while end < len(tokens) and end - index < LONGEST and joined(tokens, end - 1, end + 1):
        folded = tokens[end].fold
        following = piece(folded)
        if tokens[end - 1].fold == "عبد" and folded.startswith("ال"):
            following = Piece("surname", 1)  # عبد is only half of a name
        if _conjoined(folded, following):
            break
        if following.kind == "link":
            end += 1
            continue
        if not _continues(folded, following, names, unknown=unknown, linked=end > last, sure=sure):
            break
        unknown = unknown or following.kind in {"unknown", "rare"}
        end += 1
        names, last = names + 1, end
    return last


def _conjoined(folded: str, following: Piece) -> bool:
    """Whether a word rather is a proclitic and the beginning of another name (محمد وعلي)."""
    if folded[0] not in "وفبل" or following.kind in {"link", "ordinal"} or len(folded) < 4:
        return False
    rest = piece(folded[1:])
    if folded[0] == "و" and folded[1:] in _OPENING:
        return True
    return rest.kind in {"given", "surname"} and rest.strength > following.strength + 1


def _continues(folded: str, following: Piece, names: int, *, unknown: bool, linked: bool, sure: bool) -> bool:
    if following.kind in {"given", "surname"}:
        return True
    if following.kind == "ordinal":
        return names == 1
    if following.kind == "ambiguous":
        return linked or following.strength >= 0 or names == 1
    if following.kind in {"foreign", "unknown"}:
        clitic = folded[0] in "وفبل" and len(folded) > 4 and following.kind == "unknown"
        return linked or not ((unknown and names > 1) or clitic)
    if following.kind == "rare":
        return sure and names == 1
    if folded in lexicon.demonyms():
        return names == 1 and folded.startswith("ال") and lexicon.word(folded).surname > 0
    return False


def _reason(tokens: Sequence[Token], index: int, end: int, first: Piece, titled: str) -> str:
    pieces = [found for found in (first, *(piece(token.fold) for token in tokens[index + 1 : end])) if found.kind != "link"]
    names = len(pieces)
    strong = [found.strength for found in pieces if found.kind in {"given", "surname"}]
    article = tokens[index].fold.startswith("ال")
    if titled == "direct" and first.kind != "link" and (names > 1 or first.kind != "ambiguous"):
        return "name after a title"
    if names < 2:
        return ""
    if titled == "office" and first.kind in {"given", "surname", "foreign"} and not article:
        return "name after an office"
    if first.kind == "given" and (first.strength > 2 or sum(strong) > 5) and (not article or len(strong) > 1):
        return "given name and surname"
    if first.kind == "ambiguous" and first.strength > -1 and lexicon.word(tokens[index].fold).given > 4 and pieces[1].kind == "unknown":
        return "given name and an unknown word"
    if first.kind in {"surname", "ambiguous", "foreign"} and sum(strong) > 5 and len(strong) >= names - 1 and not article:
        return "words of known names"
    if first.kind == "link" and strong:
        return "kunya or family name"
    return ""
