"""A library in a temporary folder, drafts made of plain paragraphs, and an analyser that knows a few names by heart."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Protocol

from tui.arabic.normalise import fold
from tui.library import Analyser
from tui.model import (
    Analysis,
    Argument,
    Draft,
    Entity,
    EntityType,
    Evidence,
    Fact,
    FactLink,
    Mention,
    Predicate,
    Quantity,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.store.analyser import Known

NAMES: dict[str, EntityType] = {
    "إيمانويل ماكرون": "person",
    "ماكرون": "person",
    "باريس": "place",
    "الرياض": "place",
    "رويترز": "organisation",
    "بيغاسوس": "product",
}
LATIN = {"إيمانويل ماكرون": "Emmanuel Macron", "ماكرون": "Macron", "باريس": "Paris"}
_COUNT = re.compile(r"(\d+) (\w+)")


class MakeDraft(Protocol):
    def __call__(self, title: str, *paragraphs: str, source: str = ..., published: str = ...) -> Draft: ...


def draft_of(title: str, *paragraphs: str, source: str = "", published: str = "") -> Draft:
    text, body = title, []
    for paragraph in paragraphs:
        text += "\n\n"
        body.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph
    return Draft(text, title, Span(0, len(title)), body=tuple(body), source=source, published=published)


def _analyse(draft: Draft, known: Known) -> Analysis:
    mentions, entities = [], {}
    pattern = "|".join(sorted(NAMES, key=len, reverse=True))
    for found in re.finditer(pattern, draft.text):
        name = found.group()
        before = known.find(fold(name))
        new = Entity(f"{NAMES[name]}:{fold(name).replace(' ', '-')}", NAMES[name], name, (name,), LATIN.get(name, ""))
        entity = before[0] if before else new
        entities[entity.id] = entity
        mentions.append(Mention(*found.span(), name, NAMES[name], "name", entity.id, "by heart"))
    facts = tuple(_fact(draft, found, mentions) for found in _COUNT.finditer(draft.text))
    return Analysis(tuple(mentions), tuple(entities.values()), facts)


def _fact(draft: Draft, found: re.Match[str], mentions: list[Mention]) -> Fact:
    subject = (
        Argument(mentions[0].surface, mentions[0].start, mentions[0].end, mentions[0].entity) if mentions else None
    )
    return Fact(
        id=f"{zlib.crc32(draft.text.encode()):08x}-{found.start()}",
        kind="quantity",
        subject=subject,
        predicate=Predicate("عدد"),
        object=None,
        quantity=Quantity(float(found[1]), None, None, "=", "", found[2]),
        time=None,
        place="",
        polarity="affirmed",
        modality="asserted",
        attribution=(),
        evidence=Evidence(*found.span(), found[0]),
        confidence=0.9,
        rule="number and noun",
    )


def _keys(entity: Entity) -> set[str]:
    return {fold(name) for name in (*entity.names, entity.latin)}


def _block_keys(fact: Fact) -> tuple[int, ...]:
    assert fact.quantity is not None
    return (zlib.crc32(fact.quantity.what.encode()) - (1 << 31),)


def _compare(fact: Fact, other: Fact, _: Sequence[Fact], __: Sequence[Fact]) -> FactLink | None:
    assert fact.quantity is not None
    assert other.quantity is not None
    if fact.quantity.what != other.quantity.what:
        return None
    same = fact.quantity.value == other.quantity.value
    return FactLink(other.id, "same" if same else "differs", f"{fact.quantity.value} and {other.quantity.value}")


def make_analyser() -> Analyser:
    return Analyser(_analyse, _keys, _block_keys, _compare)
