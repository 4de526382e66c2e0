"""Organisations, events and places named by a noun: with a complement that grammar bounds, or with a proper name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.pieces import piece
from tui.analysis.recognise.tokens import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.recognise.lexicon import Head
    from tui.analysis.recognise.tokens import Passage


_COUNTED = re.compile(r"\sو\d")  # 188 مركزا و6500 قاعة


def find(passage: Passage) -> Iterator[Candidate]:
    """Candidates for bodies, and for names right after a noun that says what they are."""
    heads = lexicon.heads()
    for index in range(len(passage.tokens)):
        for spot in passage.spots(index):
            head = heads.get(spot.rest)
            if head:
                found = _proper_after(passage, spot, head) or _named(passage, spot, head)
                if found and not _COUNTED.search(found.key):
                    yield found
                break


def _proper_after(passage: Passage, spot: Spot, head: Head) -> Candidate | None:
    """مدينة طنطا, قناة العربية: the proper name, with the noun where it belongs to the name (جامعة بيرزيت)."""
    whole = "N" in head.how
    if not whole and "n" not in head.how:
        return None
    end = _proper(passage, spot.at + 1, persons=whole)
    known = lexicon.known().get(passage.name(Spot(spot.at + 1, 0, passage.word(spot.at + 1)), end))
    if known and known.type == "place" and head.type == "organisation" and "c" in head.how and not whole:
        return None  # وكالة السودان للأنباء
    if known and known.type == head.type == "organisation":
        whole = False  # تنظيم حزب الله
    if end and head.type == "product" and not _coined(passage, spot.at + 1, end):
        return None
    if not end:
        return None
    if whole:
        last = adjectives(passage, end, 2)
        end = (_purpose(passage, last) or last) if "l" in head.how else last
        return _candidate(passage, spot, end, head, spot.rest)
    first = Spot(spot.at + 1, 0, passage.word(spot.at + 1))
    return _candidate(passage, first, end, head, spot.rest)


def _named(passage: Passage, spot: Spot, head: Head) -> Candidate | None:
    """وزارة الشؤون الاجتماعية, الوكالة الدولية للطاقة: the noun with its complement."""
    end = 0
    if spot.rest == "بطوله" and piece(passage.next(spot.at + 1)).kind == "given":
        return None  # من بطولة فلانة: the part she plays
    if "c" in head.how:
        end = _complement(passage, spot.at + 1, head)
        if end and spot.rest == "وزاره":
            end = _portfolios(passage, end)
        if spot.rest == "شركه" and passage.next(end) == "التي":
            end = 0  # a description, not a name
        if f"{spot.rest} {passage.word(spot.at + 1)}" in lexicon.not_names():
            end = 0
    elif "l" in head.how and spot.rest.startswith("ال"):
        end = _purpose(passage, adjectives(passage, spot.at + 1, 2))
    return _candidate(passage, spot, end, head, spot.rest) if end else None


def _candidate(passage: Passage, spot: Spot, end: int, head: Head, noun: str) -> Candidate:
    key = passage.name(spot, end)
    known = lexicon.known().get(key)
    shown, latin = (known.name, known.latin) if known else ("", lexicon.word(key).latin)
    score = 80 + min(end - spot.at, 4)
    reason = f"noun {noun} and its name"
    kind = known.type if known else head.type
    return Candidate(*passage.span(spot, end), kind, "name", score, reason, key, shown, latin)


def _proper(passage: Passage, index: int, *, persons: bool = True) -> int:
    """One past a proper name that begins at a word, 0 where there is none."""
    word = passage.next(index)
    if not word:
        return 0
    for end, name in passage.names(Spot(index, 0, word), 5):
        if name in lexicon.known():
            return end
        row = lexicon.word(name)
        if set(row.types) & set("LOl") and not (row.common and end == index + 1):
            return _foreign_run(passage, end, index + 3)
    if persons and lexicon.titles().get(word) == "d":
        end = _foreign_run(passage, index + 1, index + 4)  # مطار الملك خالد
        return end if end > index + 1 else 0
    first = piece(word)
    if not persons and first.kind == "given" and first.strength >= 3:
        return 0  # فريق رونالدو is his team
    end = _foreign_run(passage, index, index + 3)
    return end if end > index else 0


def _coined(passage: Passage, start: int, end: int) -> bool:
    """Whether an unquoted name of a product is known or foreign: programmes and vaccines mostly have adjectives."""
    name = passage.name(Spot(start, 0, passage.word(start)), end)
    known = name in lexicon.known() or "O" in lexicon.word(name).types
    return known or (lexicon.word(passage.word(start)).foreign and not lexicon.ordinary(passage.word(start)))


def _foreign_run(passage: Passage, start: int, most: int) -> int:
    """One past the foreign words that follow."""
    end = start
    while end < most and passage.next(end) and _foreign(passage.next(end)):
        end += 1
    return end


def _foreign(folded: str) -> bool:
    kind = piece(folded).kind
    verb = (kind == "unknown" and folded[0] in "يت") or folded.endswith("يه")
    return kind in {"foreign", "unknown", "given", "surname"} and not folded.startswith("ال") and not verb


def _complement(passage: Passage, index: int, head: Head) -> int:
    """One past the complement of a noun: (indefinite nouns) a definite noun or name, then adjectives, 0 if none."""
    for end in range(index, index + 3):
        folded = passage.next(end)
        if not folded or folded in lexicon.stops() or folded in lexicon.titles():
            return 0
        if _definite(folded):
            last = adjectives(passage, _paired(passage, end + 1), 3)
            return (_purpose(passage, last) or last) if "l" in head.how else last
        named = _proper(passage, end)
        if named:
            last = adjectives(passage, named, 2)
            return (_purpose(passage, last) or last) if "l" in head.how else last
        like_verb = folded[0] in "يتبلو" and folded not in lexicon.words("plain nouns")
        if not lexicon.word(folded).common or len(folded) < 3 or like_verb:
            return 0
    return 0


def _paired(passage: Passage, index: int) -> int:
    """One past a second noun with وال (حزب الحرية والعدالة); heads, bodies and titles begin something else."""
    word = passage.next(index)
    starts = word.startswith("وال") and len(word) > 5 and not lexicon.word(word[1:]).types
    ruled_out = (
        lexicon.heads(),
        lexicon.states(),
        lexicon.titles(),
        lexicon.stops(),
        lexicon.demonyms(),
        lexicon.known(),
    )
    other = any(word[1:] in table or word[3:] in table for table in ruled_out)
    return index + 1 if starts and not other else index


def _definite(folded: str) -> bool:
    ruled_out = folded in lexicon.stops() or folded in lexicon.titles()
    return folded.startswith("ال") and len(folded) > 3 and not ruled_out


def adjective(folded: str) -> bool:
    """Whether a folded word looks like an adjective with the article."""
    ending = folded[-1:] in {"ي", "ه"} or folded in lexicon.words("plain adjectives")
    return _definite(folded) and (ending or folded in lexicon.demonyms())


def adjectives(passage: Passage, index: int, most: int) -> int:
    """One past the adjectives (with ال) that follow."""
    end = index
    while end - index < most and adjective(passage.next(end)):
        end += 1
    return end


def _portfolios(passage: Passage, index: int) -> int:
    """One past further portfolios of a ministry (وزارة المرأة والأسرة والطفولة)."""
    end = index
    while passage.next(end) in lexicon.portfolios():
        end = adjectives(passage, end + 1, 2)
    return end


def _purpose(passage: Passage, index: int) -> int:
    """One past a complement with ل (للطاقة الذرية, لكرة القدم), 0 where there is none."""
    first = passage.next(index)
    if first not in lexicon.complements():
        return 0
    second = not first.startswith("لل") and _definite(passage.next(index + 1))
    return adjectives(passage, _paired(passage, index + (2 if second else 1)), 2)
