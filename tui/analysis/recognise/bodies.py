"""Organisations, events and places named by a noun: with a complement that grammar bounds, or with a proper name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.persons import piece
from tui.analysis.recognise.tokens import joined, readings, start_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.recognise.lexicon import Head
    from tui.analysis.recognise.tokens import Token

# وزيرة الدفاع الفرنسية is a person: the ministry is not meant.
_MINISTERS = frozenset({"وزير", "وزيره", "وكيل", "وزيرا", "وزيري", "الوزير", "الوزيره", "نايب"})


def find(text: str, tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Candidates for bodies, and for names right after a noun that says what they are."""
    heads = lexicon.heads()
    for index, token in enumerate(tokens):
        for cut, rest in readings(token.fold):
            state = _state(text, tokens, index, cut, rest)
            if state:
                yield state
            head = heads.get(rest)
            if head is None and not state:
                continue
            if head:
                found = _headed(text, tokens, index, cut, rest, head)
                if found:
                    yield found
            break


def _headed(text: str, tokens: Sequence[Token], index: int, cut: int, noun: str, head: Head) -> Candidate | None:
    if "n" in head.how or "N" in head.how:
        end = _proper(tokens, index + 1, persons="N" in head.how)
        if end and "N" in head.how:
            end = _adjectives(tokens, end, 2)
            return _candidate(text, tokens, index, end, cut, head.type, noun, 82)
        if end:
            return _candidate(text, tokens, index + 1, end, 0, head.type, noun, 81)
    if "c" in head.how:
        end = _complement(tokens, index + 1, head)
        if end and noun == "وزاره":
            end = _portfolios(tokens, end)
        if end and f"{noun} {tokens[index + 1].fold}" not in lexicon.not_names():
            return _candidate(text, tokens, index, end, cut, head.type, noun, 80)
    elif "l" in head.how and noun.startswith("ال"):
        end = _purpose(tokens, _adjectives(tokens, index + 1, 2))
        if end:
            return _candidate(text, tokens, index, end, cut, head.type, noun, 80)
    return None


def _candidate(
    text: str, tokens: Sequence[Token], first: int, end: int, cut: int, kind: str, noun: str, score: float
) -> Candidate:
    start = start_after(text, tokens[first], cut)
    folded = tokens[first].fold
    rest = next((reading.rest for reading in readings(folded) if reading.cut == cut), folded)
    key = " ".join([rest, *(token.fold for token in tokens[first + 1 : end])])
    known = lexicon.known().get(key)
    shown, latin = (known.name, known.latin) if known else ("", lexicon.word(key).latin)
    return Candidate(
        start,
        tokens[end - 1].end,
        kind,
        "name",
        score + min(end - first, 4),
        f"noun {noun} and its name",
        key,
        shown,
        latin,  # type: ignore[arg-type]
    )


def _proper(tokens: Sequence[Token], index: int, *, persons: bool = True) -> int:
    """One past a proper name that begins at a word, 0 where there is none."""
    if index >= len(tokens) or tokens[index].gap:
        return 0
    for end in range(min(len(tokens), index + 5), index, -1):
        name = " ".join(token.fold for token in tokens[index:end])
        row = lexicon.word(name)
        if joined(tokens, index, end) and (
            name in lexicon.known() or (set(row.types) & set("LOl") and not (row.common and end == index + 1))
        ):
            return _run(tokens, end, index + 3) if name not in lexicon.known() else end
    first = piece(tokens[index].fold)
    if not persons and first.kind == "given" and first.strength >= 3:
        return 0  # فريق رونالدو is his team
    end = _run(tokens, index, index + 3)
    return end if end > index else 0


def _run(tokens: Sequence[Token], start: int, most: int) -> int:
    """One past the foreign words that follow."""
    end = start
    while end < min(len(tokens), most) and not tokens[end].gap and _foreign(tokens[end].fold):
        end += 1
    return end


def _foreign(folded: str) -> bool:
    found = piece(folded)
    return (
        found.kind in {"foreign", "unknown", "given", "surname"}
        and not folded.startswith("ال")
        and not (found.kind == "unknown" and folded[0] in "يتنسولب")
    )


def _complement(tokens: Sequence[Token], index: int, head: Head) -> int:
    """One past the complement of a noun: (indefinite nouns) a definite noun or name, then adjectives, 0 if none."""
    end = index
    while end < len(tokens) and end - index < 4 and not tokens[end].gap:
        folded = tokens[end].fold
        if folded in lexicon.stops() or folded in lexicon.titles():
            return 0
        if _definite(folded):
            end = _adjectives(tokens, end + 1, 3)
            return (_purpose(tokens, end) or end) if "l" in head.how else end
        named = _proper(tokens, end)
        if named:
            return _adjectives(tokens, named, 2)
        if not lexicon.word(folded).common or end - index == 2 or len(folded) < 3 or folded[0] in "يتبلو":
            return 0
        end += 1
    return 0


def _definite(folded: str) -> bool:
    return (
        folded.startswith("ال") and len(folded) > 4 and folded not in lexicon.stops() and folded not in lexicon.titles()
    )


def _adjectives(tokens: Sequence[Token], index: int, most: int) -> int:
    """One past the adjectives (with ال) that follow; a nationality ends them, وال joins a second noun only after one."""
    end = index
    while end < len(tokens) and end - index < most and not tokens[end].gap and _adjective(tokens[end].fold):
        end += 1
    return end


def _adjective(folded: str) -> bool:
    if not _definite(folded):
        return False
    return (
        folded in lexicon.demonyms()
        or folded[-1] in "يه"
        or folded in {"العام", "المتحد", "الاعلي", "الاحمر", "الوطني", "الحر"}
    )


def _portfolios(tokens: Sequence[Token], index: int) -> int:
    """One past further portfolios of a ministry (وزارة المرأة والأسرة والطفولة)."""
    end = index
    while end < len(tokens) and not tokens[end].gap and tokens[end].fold in lexicon.portfolios():
        end = _adjectives(tokens, end + 1, 2)
    return end


def _purpose(tokens: Sequence[Token], index: int) -> int:
    """One past a complement with ل (للطاقة الذرية), 0 where there is none."""
    if index >= len(tokens) or tokens[index].gap or tokens[index].fold not in lexicon.complements():
        return 0
    end = index + 1
    if not tokens[index].fold.startswith("لل") and end < len(tokens) and _definite(tokens[end].fold):
        end += 1
    elif tokens[index].fold == "لكره" and end < len(tokens):
        end += 1
    return _adjectives(tokens, end, 2)


def _state(text: str, tokens: Sequence[Token], index: int, cut: int, rest: str) -> Candidate | None:
    """الحكومة المغربية, حكومة المغرب, الدفاع الفرنسية: a body of a country."""
    state = lexicon.states().get(rest)
    if state is None or index + 1 >= len(tokens) or tokens[index + 1].gap:
        return None
    body, feminine = state
    following = tokens[index + 1].fold
    country, end = "", index + 2
    if rest.startswith("ال"):
        end = index + 2
        demonym = lexicon.demonyms().get(following)
        if demonym is None and index + 2 < len(tokens) and not tokens[index + 2].gap and _adjective(following):
            demonym, end = lexicon.demonyms().get(tokens[index + 2].fold), index + 3
            body = f"{body} {following}"
        if demonym and demonym.definite and (demonym.feminine or not feminine):
            country = demonym.country
    else:
        for end in range(min(len(tokens), index + 4), index + 1, -1):
            known = lexicon.known().get(" ".join(token.fold for token in tokens[index + 1 : end]))
            if known and known.name in lexicon.countries() and joined(tokens, index, end):
                country = known.name
                break
    if not country:
        return None
    first = index
    if body.startswith("وزارة") and index and not tokens[index].gap:
        before = readings(tokens[index - 1].fold)
        if any(rest in _MINISTERS for _, rest in before):
            return None
        for reading in before:
            if reading.rest == "وزاره":
                first, cut = index - 1, reading.cut
    start = start_after(text, tokens[first], cut)
    key = lexicon.key(f"{body} {country}")
    return Candidate(start, tokens[end - 1].end, "organisation", "name", 85 + end - index, "body of a state", key)
