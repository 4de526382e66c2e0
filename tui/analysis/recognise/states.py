"""Bodies of states: الحكومة المغربية, حكومة المغرب, الدفاع الفرنسية for the ministry; all forms have one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.bodies import adjective
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.tokens import Spot, readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.recognise.tokens import Passage

REASON = "body of a state"


class Body(NamedTuple):
    """A body as the text has it: its key, its country as shown, one past its last word."""

    key: str
    country: str
    end: int


def find(passage: Passage) -> Iterator[Candidate]:
    """Candidates for bodies of states."""
    for index in range(len(passage.tokens)):
        for spot in passage.spots(index):
            state = lexicon.states().get(spot.rest)
            if state is None:
                continue
            body = _definite(passage, spot, *state) if spot.rest.startswith("ال") else _construct(passage, spot, *state)
            found = _candidate(passage, spot, body) if body else None
            if found:
                yield found
            break


def _definite(passage: Passage, spot: Spot, key: str, feminine: bool) -> Body | None:
    """The word with its adjective of nationality, one other adjective between them at most."""
    if spot.rest == "الرياسه" and passage.word(spot.at - 1).endswith("انتخابات"):
        return None
    following = passage.next(spot.at + 1)
    demonym, end = lexicon.demonyms().get(following), spot.at + 2
    if demonym is None and adjective(following):
        demonym, end = lexicon.demonyms().get(passage.next(end)), end + 1
        key = f"{key} {following}"
    feminine = feminine or spot.rest.endswith(("ه", "ات"))
    if demonym is None or not demonym.definite or feminine != demonym.feminine:
        return None  # مدير المخابرات العامة السوداني: the adjective belongs to the director
    return Body(key, demonym.country, end)


def _construct(passage: Passage, spot: Spot, key: str, _feminine: bool) -> Body | None:
    """The word before the name of a country."""
    first = Spot(spot.at + 1, 0, passage.next(spot.at + 1))
    for end, name in passage.names(first, 3) if first.rest else ():
        known = lexicon.known().get(name)
        if known and known.name in lexicon.countries():
            return Body(key, known.name, end)
    return None


def _candidate(passage: Passage, spot: Spot, body: Body) -> Candidate | None:
    first = spot
    if body.key.startswith("وزارة") and passage.next(spot.at):
        before = readings(passage.word(spot.at - 1))
        if any(rest in lexicon.words("ministers") for _, rest in before):
            return None  # وزيرة الدفاع الفرنسية is a person: the ministry is not meant
        if any(rest.startswith("ال") for _, rest in before):
            return None  # السياسة الخارجية الفرنسية, مجلس العلاقات الخارجية
        first = next((Spot(spot.at - 1, cut, rest) for cut, rest in before if rest == "وزاره"), spot)
    key = lexicon.key(lexicon.state_body(body.key, body.country))
    score = 93 + body.end - spot.at
    return Candidate(*passage.span(first, body.end), "organisation", "name", score, REASON, key)
