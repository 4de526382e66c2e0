"""Who is meant by a title without a name: whom the article gave it to, or who held the office on the article's day."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.tokens import EDGE
from tui.analysis.resolve import names, titles
from tui.analysis.resolve.titles import Office
from tui.arabic import normalise
from tui.arabic.entity_id import entity_id
from tui.arabic.normalise import fold
from tui.model import Entity, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.analysis.recognise.tokens import Passage
    from tui.analysis.resolve import Known
    from tui.analysis.resolve.titles import Title

_OWN_COUNTRY = {"بلاده": "m", "بلادها": "f"}
_HEAD, _OF_STATE = fold("رئيس"), fold("الجمهورية")  # الرئيس alone is a state's, not a company's or a government's
_HOLDER = "holder of the office on that day, by the table"


class Holder(NamedTuple):
    """Somebody with an office, by entity id."""

    office: Office
    entity: str


class Offices:
    """The titles of an article and their holders, read in the order of the text."""

    def __init__(
        self, passage: Passage, mentions: Sequence[Mention], entities: Iterable[Entity], known: Known, published: str
    ) -> None:
        """Begin with an article.

        Args:
            passage: its words.
            mentions: its resolved mentions, disjoint and in order.
            entities: what they name.
            known: the entities of the library.
            published: its day, whole or in part; '' when unknown.
        """
        self._passage = passage
        self._known = known
        self._published = published
        self._names = {one.id: one.name for one in entities}
        self._at = _by_word(passage, mentions)
        self._holders: list[Holder] = []
        self.mentions: list[Mention] = []
        self.new: dict[str, Entity] = {}

    def resolve(self) -> None:
        """Fill `mentions` with those of titles, and `new` with the entities that only they name."""
        found = [*titles.find(self._passage, self._at)]
        for title in found:  # names after titles first, so that a title before its name is resolved too
            if not title.counterpart:
                self._name(title, title.office)
        for title in found:
            if title.counterpart:
                self._name(title, self._copied(title))
        for title in found:
            if not title.office_only and self._beside(title) is None:
                self._alone(title)
        self._own_countries(found)

    def _name(self, title: Title, office: Office) -> None:
        beside = self._beside(title)
        if beside and office.role and not title.office_only:
            self._holders.append(Holder(office, beside.entity))

    def _beside(self, title: Title) -> Mention | None:
        """The person whose name stands right after a title, or before it and a comma."""
        tokens = self._passage.tokens
        after = self._at.get(title.end)
        if after and after.type == "person" and tokens[title.end].gap != EDGE and "." not in tokens[title.end].gap:
            return after
        before = self._at.get(title.at - 1) if title.at and tokens[title.at].gap in {"", "،", ","} else None
        return before if before and before.type == "person" and not title.cut and title.office.rules else None

    def _copied(self, title: Title) -> Office:
        """The office of a counterpart: that of the last title before, in another country."""
        before = [one.office for one in titles.find(self._passage, self._at) if one.end <= title.at and one.office.role]
        if not before:
            return title.office
        return before[-1]._replace(country=title.office.country, gender=title.office.gender)

    def _alone(self, title: Title) -> None:
        office = self._copied(title) if title.counterpart else title.office
        if title.counterpart and not title.office.country:
            return
        fitting = {one.entity for one in self._holders if _fits(office, one.office)}
        if len(fitting) == 1:
            (entity,) = fitting
            self._add(title, entity, f"title of {self._names[entity]} in this article")
        elif not fitting and office.country and not title.counterpart:
            self._by_table(title, office)

    def _by_table(self, title: Title, office: Office) -> None:
        name = holder(office, self._published)
        if name:
            self._add(title, self._person(name), _HOLDER)

    def _person(self, name: str) -> str:
        """The entity of somebody in the table: the article's, by full name or surname, the library's, or a new one."""
        full = normalise.key(name)
        surname = names.split(full)[1]
        here = [entity for entity, own in self._names.items() if normalise.key(own) in {full, surname}]
        known = [one for one in self._known.find(full) if one.type == "person"]
        if here:
            return here[0]
        one = (
            known[0] if known else Entity(entity_id("person", name), "person", name, (name,), names.latin(full), "", 0)
        )
        self.new[one.id] = one
        self._names[one.id] = one.name
        return one.id

    def _add(self, title: Title, entity: str, reason: str) -> None:
        """A mention of a title's words, up to the name or adjective of what it rules, which is a mention itself."""
        tokens = self._passage.tokens
        last = title.at + 1
        while last < title.end and last not in self._at and tokens[last].fold not in lexicon.demonyms():
            last += 1
        start, stop = tokens[title.at].start + title.cut, tokens[last - 1].end
        surface = self._passage.text[start:stop]
        self.mentions.append(Mention(start, stop, surface, "person", "title", entity, reason))

    def _own_countries(self, found: Sequence[Title]) -> None:
        """بلاده is the country of the one whom the sentence is about: the first with an office in it."""
        begin, subject = 0, ""
        by_word = {title.at: title for title in found}
        for index, token in enumerate(self._passage.tokens):
            if token.gap == EDGE or set(token.gap) & set(".!؟?"):
                begin, subject = index, ""
            title = by_word.get(index)
            if title and not subject and not title.office_only:
                subject = (self._copied(title) if title.counterpart else title.office).country
            mention = self._at.get(index)
            if mention and not subject and mention.type == "person":
                subject = next((one.office.country for one in self._holders if one.entity == mention.entity), "")
            if token.fold in _OWN_COUNTRY and subject and index > begin:
                self._country(index, subject)

    def _country(self, index: int, country: str) -> None:
        token = self._passage.tokens[index]
        entity = entity_id("place", country)
        if entity not in self._names:
            self.new[entity] = Entity(entity, "place", country, (country,), names.latin(normalise.key(country)), "", 0)
            self._names[entity] = country
        reason = "country of whom the sentence is about"
        surface = self._passage.text[token.start : token.end]
        self.mentions.append(Mention(token.start, token.end, surface, "place", "nominal", entity, reason))


def _by_word(passage: Passage, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """The mention that each word belongs to, adjectives of nationality left out."""
    found: dict[int, Mention] = {}
    ordered = iter([one for one in mentions if one.type != "nationality"])
    one = next(ordered, None)
    for index, token in enumerate(passage.tokens):
        while one and one.end <= token.start:
            one = next(ordered, None)
        if one and one.start < token.end:
            found[index] = one
    return found


def _fits(title: Office, held: Office) -> bool:
    """Whether somebody's office may be what a title says; الوزيرة may say less than the article knew."""
    rules = title.rules == held.rules or (not title.rules and (title.role != _HEAD or held.rules == _OF_STATE))
    country = not title.country or not held.country or title.country == held.country
    return title.role == held.role and title.gender == held.gender and rules and country


@cache
def _holders() -> list[tuple[str, str, str, str, str, str, str]]:
    return [
        (fold(role), fold(rules), country, gender, name, first, next_)
        for role, rules, country, gender, name, first, next_ in titles.table("holders")
    ]


def holder(office: Office, published: str) -> str:
    """Who held an office on a day, by `tables/holders.tsv`; '' where it says nothing or the day is not whole."""
    if len(published) < len("2021-07-28"):
        return ""
    for role, rules, country, gender, name, first, after in _holders():
        if Office(role, rules, country, gender) == office and first <= published[:10] < (after or "9999"):
            return name
    return ""
