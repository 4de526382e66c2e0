"""The reader's corrections, as they overrule what the rules found in an article."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.resolve import names
from tui.arabic import normalise
from tui.arabic.entity_id import name_in
from tui.arabic.fingerprint import digest_name
from tui.model import Corrections, Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.resolve import Known
    from tui.model import Correction, Draft, EntityType, Mention

_MADE = "put right by the reader"


class Rulings:
    """What the corrections that hold say together; of two that contradict one another, the later one is followed."""

    def __init__(self, made: Sequence[Correction]) -> None:
        self._apart = {frozenset((one.entity, one.other)) for one in made if one.kind == "apart"}
        self._ignored = {one.entity for one in made if one.kind == "ignore"}
        self._names = {one.entity: one.value for one in made if one.kind == "rename"}
        self._types = {one.entity: one.value for one in made if one.kind == "retype"}
        self._splits = {(one.article, one.entity, one.surface): one for one in made if one.kind == "split"}
        self._split_in = {article for article, _, _ in self._splits}
        self._split_off = {one.other for one in self._splits.values() if name_in(one.other) != one.surface}
        self._called = {one.other: one.value for one in made if one.kind in {"merge", "split"}}
        self._shadows: dict[str, list[Entity]] = {}
        for one in made:
            if one.kind == "ignore":
                self._shadow(one)
        self._merged: dict[str, str] = {}
        for one in made:
            if one.kind == "merge" and not self.apart(one.entity, one.other):
                self._merge(self.last(one.entity), self.last(one.other))

    def _shadow(self, ignored: Correction) -> None:
        called = ignored.was or (name_in(ignored.entity),)
        kind: EntityType = ignored.entity.partition(":")[0]  # type: ignore[assignment] # ids begin with their type
        entity = Entity(ignored.entity, kind, called[0], called)
        for key in names.entity_keys(entity):
            self._shadows.setdefault(key, []).append(entity)

    def _merge(self, old: str, new: str) -> None:
        if old != new:
            self._merged[old] = new

    def __bool__(self) -> bool:
        """Whether there is anything to follow."""
        return any((self._apart, self._ignored, self._names, self._types, self._splits, self._merged))

    def apart(self, one: str, other: str) -> bool:
        """Whether two entities (ids) must never be taken for one."""
        return frozenset((one, other)) in self._apart

    def last(self, entity: str) -> str:
        """What took an entity's place (ids), itself where nothing did."""
        while entity in self._merged:
            entity = self._merged[entity]
        return entity

    def found(self, own: str, key: str, known: Sequence[Entity]) -> tuple[Entity, ...]:
        """What the rules are to find in the library under a key.

        Args:
            own: the id of what is looked for.
            key: a folded name.
            known: what the library has under it.

        Returns:
            Without what must never be taken for `own`, and what was split off in single articles; each under the name
            by which rules know it, not the one that the reader gave it; and with those that the reader ignores, so
            that their names are theirs and go with them.
        """
        ids = {one.id for one in known}
        every = (*known, *(one for one in self._shadows.get(key, ()) if one.id not in ids))
        left = (one for one in every if one.id not in self._split_off and not self.apart(own, one.id))
        return tuple(map(self._original, left))

    def _original(self, entity: Entity) -> Entity:
        if entity.id not in self._names:
            return entity
        folded = name_in(entity.id)
        return replace(entity, name=next((one for one in entity.names if normalise.key(one) == folded), folded))

    def follow(
        self, draft: Draft, mentions: Sequence[Mention], entities: Sequence[Entity], library: Known
    ) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
        """Overrule what was resolved in an article.

        Args:
            draft: the article.
            mentions: in the order of the text.
            entities: what they name.
            library: knows the entities that the article names by nothing but a correction.

        Returns:
            The mentions that are left, and what they name now, by first mention.
        """
        article = digest_name(draft.title, draft.text) if self._split_in else ""
        ruled = [self._mention(one, article if article in self._split_in else "") for one in mentions]
        left = tuple(one for one in ruled if one is not None)
        known = {one.id: one for one in entities}
        gained: dict[str, list[str]] = {}
        for before, now in zip(mentions, ruled, strict=True):
            if now and now.entity != before.entity and before.kind == "name":
                gained.setdefault(now.entity, []).append(before.surface)
        counts = Counter(one.entity for one in left if one.entity)
        known |= {id_: self._outside(id_, library) for id_ in counts if id_ not in known}
        made = tuple(self._entity(known[id_], gained.get(id_, ()), count) for id_, count in counts.items())
        types = {one.id: one.type for one in made}
        return tuple(_typed(one, types.get(one.entity)) for one in left), made

    def merges(self, merged: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """The pairs of entities that the resolver found to be one, as far as they may be."""
        pairs = ((old, self.last(new)) for old, new in merged if not self.apart(old, new))
        return tuple((old, new) for old, new in pairs if old != new and old not in self._merged)

    def _mention(self, mention: Mention, article: str) -> Mention | None:
        entity = mention.entity
        if entity in self._ignored:
            return None
        now = self.last(entity)
        if article:
            now = self._split(article, (entity, now), normalise.key(mention.surface))
        if now in self._ignored:
            return None
        return mention if now == entity else replace(mention, entity=now, reason=f"{mention.reason}; {_MADE}")

    def _split(self, article: str, entity: tuple[str, str], surface: str) -> str:
        """What a name means in an article where names were split off, from what it means elsewhere: then and now."""
        now, seen = entity[1], set[str]()
        found = next(filter(None, (self._splits.get((article, one, surface)) for one in entity)), None)
        while found and found.other not in seen:
            seen.add(found.other)
            now = self.last(found.other)
            found = self._splits.get((article, now, surface))
        return now

    def _outside(self, id_: str, library: Known) -> Entity:
        """What only a correction says an article names: as the library knows it, else as it was called then."""
        called = self._called.get(id_) or name_in(id_)
        new = Entity(id_, id_.partition(":")[0], called)  # type: ignore[arg-type] # ids begin with their type
        return next((one for one in library.find(normalise.key(called)) if one.id == id_), new)

    def _entity(self, found: Entity, gained: Sequence[str], mentions: int) -> Entity:
        name = self._names.get(found.id, found.name)
        every = tuple(dict.fromkeys((name, *found.names, found.name, *(" ".join(one.split()) for one in gained))))
        kind: EntityType = self._types.get(found.id, found.type)  # type: ignore[assignment] # checked when it was made
        return replace(found, name=name, names=every, type=kind, mentions=mentions)


def _typed(mention: Mention, kind: EntityType | None) -> Mention:
    """A mention of the type of its entity, but for an adjective of nationality, which stays one."""
    if kind is None or mention.type in {kind, "nationality"}:
        return mention
    return replace(mention, type=kind)


_compiled: tuple[Corrections, Rulings] = (Corrections(), Rulings(()))


def rulings(corrections: Corrections) -> Rulings:
    """What corrections say together; those of the last call are remembered."""
    global _compiled  # noqa: PLW0603 - one pair is put in place of another, by whatever thread
    before = _compiled
    if before[0] is not corrections:
        before = (corrections, Rulings(corrections.made))
        _compiled = before
    return before[1]
