"""Names in quotation marks after a noun that says what they are (صحيفة "لوموند"), and spelled acronyms (إن إس أو)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.persons import piece
from tui.analysis.recognise.tokens import EDGE, joined, quotes, readings, start_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.recognise.tokens import Token
    from tui.model import EntityType

_PARTICLES = {"أن", "في", "أم", "أي", "ان"}  # words of the language that also name a letter
LONGEST = 5  # words of a quoted name
_BACK = 4  # words between the noun and the quotation (شركة التقنية الإسرائيلية "س")


class Quotation(NamedTuple):
    """Words `start` to `end` (half-open) that stand between two neighbouring quotation marks."""

    start: int
    end: int


def quotations(text: str, tokens: Sequence[Token]) -> list[Quotation]:
    """Short stretches between quotation marks, whichever marks they are.

    Outlets turn opening marks into closing ones and forget some, so a mark is read by what stands beside it: it opens
    when a space (or a proclitic) is before it and a letter after it.
    """
    found: list[Quotation] = []
    opened: int | None = None
    for index, token in enumerate(tokens):
        if token.gap and token.gap != EDGE:
            if opened is not None and _closes(text, tokens, index):
                if 0 < index - opened <= LONGEST:
                    found.append(Quotation(opened, index))
                opened = None
            elif opened is not None and set(token.gap) & set(".!؟?؛;:"):
                opened = None
            if _opens(text, token):
                opened = index
        elif token.gap == EDGE:
            if opened is not None and _closes(text, tokens, index) and 0 < index - opened <= LONGEST:
                found.append(Quotation(opened, index))
            opened = index if _opens(text, token) else None
    if opened is not None and 0 < len(tokens) - opened <= LONGEST and quotes(_tail(text, tokens[-1])):
        found.append(Quotation(opened, len(tokens)))
    return found


def _tail(text: str, token: Token) -> str:
    return text[token.end : token.end + 1]


def _closes(text: str, tokens: Sequence[Token], index: int) -> bool:
    return bool(quotes(_tail(text, tokens[index - 1])))


def _opens(text: str, token: Token) -> bool:
    return token.start > 0 and bool(quotes(text[token.start - 1]))


def find(text: str, tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Candidates for quoted names that a noun types, also along a list of them."""
    heads = lexicon.heads()
    last: tuple[int, EntityType] | None = None
    for quotation in quotations(text, tokens):
        found = _head(tokens, quotation.start)
        kind: EntityType | None = None
        if found:
            kind = heads[found].type
            reason = f"quoted name after {found}"
        elif last and _listed(tokens, last[0], quotation.start):
            kind, reason = last[1], "quoted name in a list of them"
        elif last is None and _title_before(tokens, quotation.start):
            kind, reason = "person", "quoted name after a title"
        if kind and _namelike(tokens, quotation, kind):
            yield _candidate(text, tokens, quotation, kind, 97, reason)
            last = (quotation.end, kind)


def _candidate(
    text: str, tokens: Sequence[Token], quotation: Quotation, kind: EntityType, score: float, reason: str
) -> Candidate:
    name = " ".join(token.fold for token in tokens[quotation.start : quotation.end])
    known = lexicon.known().get(name)
    listed = lexicon.word(name).latin if quotation.end - quotation.start > 1 else ""
    shown, latin = (known.name, known.latin) if known else ("", listed)
    start, end = tokens[quotation.start].start, tokens[quotation.end - 1].end
    return Candidate(start, end, kind, "name", score, reason, name, shown, latin)


def _head(tokens: Sequence[Token], index: int) -> str:
    """The noun that types the quotation at a word: right before it, or before adjectives."""
    for back in range(index - 1, max(-1, index - _BACK), -1):
        for _, rest in readings(tokens[back].fold):
            bare = rest.removeprefix("ال")
            for form in (rest, bare):
                head = lexicon.heads().get(form)
                nisba = form != rest and form.endswith("يه")  # الجائزة المسرحية is no play
                if head and "q" in head.how and not nisba:
                    return form
        before = tokens[back + 1].gap if back + 1 < index else ""
        if before or not _passes(tokens[back].fold):
            return ""
    return ""


def _title_before(tokens: Sequence[Token], index: int) -> bool:
    back = index - 1
    while back >= 0 and tokens[back].fold in lexicon.demonyms() and not tokens[back].gap:
        back -= 1
    named = piece(tokens[index].fold).kind in {"given", "surname", "foreign", "unknown"}
    return named and back >= 0 and any(lexicon.titles().get(rest) == "d" for _, rest in readings(tokens[back].fold))


def _passes(folded: str) -> bool:
    return folded in lexicon.demonyms() or (folded.startswith("ال") and folded not in lexicon.stops())


def _listed(tokens: Sequence[Token], end: int, start: int) -> bool:
    """Whether only an adjective, a comma and `و` stand between two quotations."""
    between = tokens[end:start]
    return (
        len(between) <= 3
        and all(token.fold == "و" or token.fold in lexicon.demonyms() for token in between)
        and (any(token.fold == "و" for token in between) or "،" in tokens[start].gap or "," in tokens[start].gap)
    )


def _namelike(tokens: Sequence[Token], quotation: Quotation, kind: EntityType) -> bool:
    words = tokens[quotation.start : quotation.end]
    if kind in {"product", "event"} and len(words) <= LONGEST:
        return not (len(words) == 1 and words[0].fold in lexicon.stops())
    return not any(token.fold in lexicon.stops() for token in words[:1]) or len(words) > 1


def acronyms(text: str, tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Candidates for three and more names of Latin letters in a row (two inside quotation marks)."""
    names = lexicon.letters()
    index = 0
    while index < len(tokens):
        for cut, rest in readings(tokens[index].fold):
            if rest not in names:
                continue
            end = index + 1
            while end < len(tokens) and tokens[end].fold in names and _spelled(text, tokens, end):
                end += 1
            letters = [rest, *(token.fold for token in tokens[index + 1 : end])]
            if len(letters) >= 3 and any(letter not in {"ان", "او", "في", "ام", "اي", "ال"} for letter in letters):
                latin = "".join(names[letter] for letter in letters)
                start = start_after(text, tokens[index], cut)
                key = " ".join(letters)
                known = lexicon.known().get(key)
                shown, latin = (known.name, known.latin) if known else ("", latin)
                yield Candidate(
                    start, tokens[end - 1].end, "organisation", "name", 91, "letter names", key, shown, latin
                )
                index = end - 1
            break
        index += 1


def _spelled(text: str, tokens: Sequence[Token], index: int) -> bool:
    word = text[tokens[index].start : tokens[index].end]
    if word in _PARTICLES and not (tokens[index].gap == "." or quotes(text[tokens[index].end : tokens[index].end + 1])):
        return False
    return joined(tokens, index - 1, index + 1) or tokens[index].gap == "."
