"""Names in quotation marks after a noun that says what they are (صحيفة "لوموند")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.pieces import STRONG, piece
from tui.analysis.recognise.tokens import EDGE, Spot, readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.recognise.tokens import Passage
    from tui.model import EntityType

LONGEST = 5  # words of a quoted name
_BACK = 3  # words between the noun and the quotation (الشركة الإسرائيلية "س")
_OWNED = re.compile("ت(ه|ها|هم)$")  # منصته
_END = frozenset(".!؟?؛;:")

REASON = "quoted name"


class Quotation(NamedTuple):
    """Words `start` to `end` (half-open) that stand between two neighbouring quotation marks."""

    start: int
    end: int


def quotations(passage: Passage) -> list[Quotation]:
    """Short stretches between quotation marks, whichever marks they are.

    Outlets turn opening marks into closing ones and forget some, so marks are read by what touches them: one that
    touches the word after it may open, the next that touches the word before it closes, unless a sentence ends between.
    """
    found: list[Quotation] = []
    opened = -1
    for index, token in enumerate(passage.tokens):
        if not token.gap:
            continue
        if opened >= 0 and passage.quoted_after(index - 1):
            found.append(Quotation(opened, index))
            opened = -1
        if token.gap == EDGE or _END & set(token.gap):
            opened = -1
        if passage.quoted_before(index):
            opened = index
    if opened >= 0 and passage.quoted_after(len(passage.tokens) - 1):
        found.append(Quotation(opened, len(passage.tokens)))
    return [one for one in found if one.end - one.start <= LONGEST]


def find(passage: Passage) -> Iterator[Candidate]:
    """Candidates for quoted names that a noun types, also along a list of them."""
    last: tuple[int, EntityType] | None = None
    for quotation in quotations(passage):
        noun = _noun(passage, quotation.start)
        kind: EntityType
        if noun:
            kind, reason = lexicon.heads()[noun].type, f"{REASON} after {noun}"
        elif last and _listed(passage, last[0], quotation.start):
            kind, reason = last[1], f"{REASON} in a list of them"
        elif _titled(passage, quotation):
            kind, reason = "person", f"{REASON} after a title"
        else:
            continue
        word = passage.word(quotation.start)
        if word in lexicon.stops() or (quotation.end - quotation.start == 1 and word in lexicon.demonyms()):
            continue
        yield _candidate(passage, quotation, kind, reason)
        last = (quotation.end, kind)


def _candidate(passage: Passage, quotation: Quotation, kind: EntityType, reason: str) -> Candidate:
    spot = Spot(quotation.start, 0, passage.word(quotation.start))
    name = passage.name(spot, quotation.end)
    known = lexicon.known().get(name)
    listed = lexicon.spelled(name) or (lexicon.word(name).latin if " " in name else "")
    shown, latin = (known.name, known.latin) if known else ("", listed)
    kind = known.type if known else kind
    return Candidate(*passage.span(spot, quotation.end), kind, "name", 97, reason, name, shown, latin)


def _noun(passage: Passage, index: int) -> str:
    """The noun that types the quotation at a word: right before it, or before adjectives; '' when there is none."""
    bracket = passage.text[passage.tokens[index].start - 1] == "("  # قناة (الحرة); other brackets hold remarks
    for back in range(index - 1, max(-1, index - 1 - _BACK), -1):
        if back < index - 1 and not passage.next(back + 1):
            return ""
        for _, rest in readings(passage.word(back)):
            for form in (rest,) if bracket else (rest, rest.removeprefix("ال"), _OWNED.sub("ه", rest)):
                head = lexicon.heads().get(form)
                nisba = form != rest and rest.startswith("ال") and form.endswith("يه")  # الجائزة المسرحية is no play
                if head and "q" in head.how and not nisba:
                    return form
        folded = passage.word(back)
        if bracket:
            return ""
        if folded in lexicon.stops() or not (folded in lexicon.demonyms() or folded.startswith("ال")):
            return ""
    return ""


def _titled(passage: Passage, quotation: Quotation) -> bool:
    """Whether a title, with adjectives of nationality after it, stands before a quoted name."""
    back = quotation.start - 1
    while passage.next(back) in lexicon.demonyms():
        back -= 1
    kind = piece(passage.word(quotation.start)).kind
    named = kind in STRONG or (kind in {"foreign", "unknown"} and quotation.end - quotation.start > 1)
    word = passage.word(back)
    return named and bool(word) and any(lexicon.titles().get(rest) == "d" for _, rest in readings(word))


def _listed(passage: Passage, end: int, start: int) -> bool:
    """Whether only an adjective, a comma and `و` stand between two quotations."""
    between = [token.fold for token in passage.tokens[end:start]]
    if len(between) > 3 or not all(word == "و" or word in lexicon.demonyms() for word in between):
        return False
    return "و" in between or bool({"،", ","} & set(passage.tokens[start].gap))
