"""Resolution within one article, with what the library knows: persons by surname, everything else by key."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.spelling import skeleton
from tui.analysis.resolve import names
from tui.arabic import normalise
from tui.arabic.entity_id import entity_id
from tui.arabic.normalise import fold
from tui.model import Entity, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.analysis.recognise.candidate import Candidate
    from tui.analysis.resolve import Known
    from tui.analysis.resolve.corrections import Rulings
    from tui.model import Draft, EntityType, MentionType

_STATE = "body of a state"
EPITHETS = True  # whether the epithets of `recognise/tables/epithets.tsv` are followed
_SHOWN = 12  # names kept with an entity


@dataclass
class Group:
    """The mentions of one entity so far; `full` is the folded full name of a person."""

    type: EntityType
    id: str
    name: str
    full: str = ""
    latin: str = ""
    wikidata: str = ""
    names: Counter[str] = field(default_factory=Counter)
    known: tuple[str, ...] = ()


class Resolver:
    """Resolves the candidates of one article."""

    def __init__(self, draft: Draft, known: Known, ruled: Rulings) -> None:
        self._text = draft.text
        self._known = known
        self._ruled = ruled
        self._groups: dict[str, Group] = {}
        self._by_key: dict[tuple[str, str], Group] = {}
        self._surnames: dict[str, list[Group]] = {}
        self._merged: dict[str, str] = {}

    def resolve(
        self, candidates: Sequence[Candidate]
    ) -> tuple[tuple[Mention, ...], tuple[Entity, ...], tuple[tuple[str, str], ...]]:
        """See `tui.analysis.resolve.resolve`."""
        links: dict[int, tuple[Group, str]] = {}
        persons = [(index, one) for index, one in enumerate(candidates) if one.type == "person"]
        for index, one in sorted(persons, key=lambda pair: -_length(pair[1])):
            links[index] = self._person(one)
        for index, one in enumerate(candidates):
            if one.type != "person" and (EPITHETS or one.reason != "epithet in the table"):
                links[index] = self._other(one)
        return self._result(candidates, links)

    def _person(self, one: Candidate) -> tuple[Group, str]:
        full = normalise.key(one.name) if one.name else one.key
        given, surname = names.split(full)
        if not given:
            return self._surname(one, full)
        own = entity_id("person", full)
        for group in self._apart_from(own, self._surnames.get(skeleton(surname), ())):
            if names.same_given(names.split(group.full)[0], given) and group.full:
                group.names[self._surface(one)] += 1
                same = group.full == full
                return group, f"{one.reason}; " + ("full name" if same else "spelled like a full name in this article")
        groups = self._apart_from(own, self._groups.values())
        longer = [group for group in groups if group.full.startswith(full + " ")]
        longer += [group for group in groups if group.full.endswith(" " + full)]
        if len(longer) == 1:
            longer[0].names[self._surface(one)] += 1
            return longer[0], f"{one.reason}; part of the one full name in this article"
        group = self._remember(full, surname) or self._new("person", self._surface(one), full)
        group.full = group.full or full
        group.latin = group.latin or names.latin(full)
        self._index(group)
        group.names[self._surface(one)] += 1
        return group, f"{one.reason}; full name"

    def _remember(self, full: str, surname: str) -> Group | None:
        """The person of the library with this full name or a variant of it; a lone surname known before joins it."""
        given = names.split(full)[0]
        alone: list[Entity] = []
        same: list[Entity] = []
        own = entity_id("person", full)
        for entity in self._find(own, full) + self._find(own, surname):
            if entity.type != "person" or entity in same or entity in alone:
                continue
            known = normalise.key(entity.name)
            known_given, known_surname = names.split(known)
            if not known_given:
                alone.append(entity)
            elif skeleton(known_surname) == skeleton(surname) and names.same_given(known_given, given):
                same.append(entity)
        group = self._adopt(same[0]) if same else None
        if len(alone) == 1 and not self._others(surname, full):
            new = group.id if group else entity_id("person", full)
            if alone[0].id != new:
                self._merged[alone[0].id] = new
        return group

    def _others(self, surname: str, full: str) -> bool:
        given = names.split(full)[0]
        return any(
            entity.type == "person" and not names.same_given(names.split(normalise.key(entity.name))[0], given)
            for entity in self._find("", surname)
        )

    def _surname(self, one: Candidate, surname: str) -> tuple[Group, str]:
        own = entity_id("person", surname)
        groups = [group for group in self._apart_from(own, self._surnames.get(skeleton(surname), ())) if group.full]
        surface = self._surface(one)
        if len(groups) == 1:
            groups[0].names[surface] += 1
            return groups[0], "surname of the one candidate in this article"
        if not groups:
            people = [entity for entity in self._find(own, surname) if entity.type == "person"]
            if len(people) == 1:
                group = self._adopt(people[0])
                group.names[surface] += 1
                known = group.full and "surname of the one candidate in the library"
                return group, known or f"{one.reason}; surname alone"
        alike = skeleton(surname)  # ترامب, ترمب
        found = self._by_key.get(("person", alike)) or self._new("person", surface, "", surname)
        self._by_key["person", alike] = found
        found.latin = found.latin or names.latin(surname)
        found.names[surface] += 1
        return found, f"{one.reason}; surname alone"

    def _other(self, one: Candidate) -> tuple[Group, str]:
        kind: EntityType = "place" if one.type == "nationality" else one.type
        name = one.name or self._surface(one)
        key = normalise.key(one.name) if one.name else one.key
        known_name = lexicon.known().get(key) or lexicon.by_latin().get(key)
        if known_name and known_name.type == kind:
            name = known_name.name
            key = normalise.key(name)
        spelled = fold(lexicon.spelled(one.key))
        latin = normalise.key(known_name.latin if known_name else one.latin)
        keys = [found for found in (key, spelled, latin) if found]
        own = entity_id(kind, key)
        here = [self._by_key[kind, found] for found in keys if (kind, found) in self._by_key]
        group = next(iter(self._apart_from(own, here)), None)
        if group is None:
            before = (entity for found in keys for entity in self._find(own, found) if entity.type == kind)
            entity = next(before, None)
            group = self._adopt(entity) if entity else self._new(kind, name, "", key)
            group.latin = group.latin or (known_name.latin if known_name else one.latin)
        self._by_key.update({(kind, found): group for found in keys})
        if spelled:
            group.latin = group.latin or one.latin
        if one.reason == _STATE and len(self._surface(one)) > len(group.name):
            group.name = self._surface(one)
        if one.kind == "name":
            group.names[self._surface(one)] += 1
        return group, one.reason

    def _find(self, own: str, key: str) -> tuple[Entity, ...]:
        """The entities of the library under a key, but for those that one (id) must never be taken for."""
        found = self._known.find(key)
        return self._ruled.found(own, key, found) if self._ruled else found

    def _apart_from(self, own: str, groups: Iterable[Group]) -> list[Group]:
        """Groups without those that one (id) must never be taken for."""
        return [group for group in groups if not self._ruled.apart(own, group.id)]

    def _new(self, kind: EntityType, name: str, full: str, key: str = "") -> Group:
        identity = entity_id(kind, full or key or name)
        if identity not in self._groups:
            self._groups[identity] = Group(kind, identity, name, full)
        return self._groups[identity]

    def _adopt(self, entity: Entity) -> Group:
        group = self._groups.get(entity.id)
        if group is None:
            full = normalise.key(entity.name) if entity.type == "person" else ""
            full = full if names.split(full)[0] else ""
            group = Group(entity.type, entity.id, entity.name, full, entity.latin, entity.wikidata, known=entity.names)
            self._groups[entity.id] = group
            self._index(group)
        return group

    def _index(self, group: Group) -> None:
        for surname in names.surname_keys(group.full):
            groups = self._surnames.setdefault(skeleton(surname), [])
            if group not in groups:
                groups.append(group)

    def _surface(self, one: Candidate) -> str:
        surface = " ".join(self._text[one.start : one.end].split())
        article = one.key.startswith("ال") or one.reason == _STATE  # whose key is not its words
        restored = article and surface.startswith("ل") and not surface.startswith("ال")
        return "ا" + surface if restored else surface

    def _result(
        self, candidates: Sequence[Candidate], links: dict[int, tuple[Group, str]]
    ) -> tuple[tuple[Mention, ...], tuple[Entity, ...], tuple[tuple[str, str], ...]]:
        mentions: list[Mention] = []
        counts: Counter[str] = Counter()
        for index, (group, reason) in sorted(links.items()):
            one = candidates[index]
            kind: MentionType = one.type
            surface = self._text[one.start : one.end]
            mentions.append(Mention(one.start, one.end, surface, kind, one.kind, group.id, reason))
            counts[group.id] += 1
        entities = tuple(_entity(self._groups[identity], count) for identity, count in counts.items())
        return tuple(mentions), entities, tuple(self._merged.items())


def _length(one: Candidate) -> int:
    return one.key.count(" ") + 1


def _entity(group: Group, mentions: int) -> Entity:
    found = [group.name, *group.known, *(name for name, _ in group.names.most_common())]
    shown = tuple(dict.fromkeys(found))[:_SHOWN]
    return Entity(group.id, group.type, group.name, shown, group.latin, group.wikidata, mentions)
