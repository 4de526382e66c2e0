"""Statements from FollowTheMoney entities (https://followthemoney.tech).

What they say of somebody or something, and with their days the links between two of them: who holds which office, is a
member, employs, owns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.knowledge import is_date
from tui.arabic.entity_id import entity_id
from tui.arabic.sanitise import name as clean
from tui.model import Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui.analysis.knowledge.lines import Json


class _Link(NamedTuple):
    """A schema that links two entities: the properties that hold them, and Wikidata's of the first."""

    of: str
    to: str
    property: str


class _Named(NamedTuple):
    """An entity as a pack calls it."""

    subject: str
    name: str


_TYPES = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "organisation",
    "Address": "place",
    "Asset": "product",
    "Vessel": "product",
    "Event": "event",
}
# What is told of them, as Wikidata calls it.
_PROPERTIES = {
    "position": "P39",
    "country": "P17",
    "jurisdiction": "P17",
    "nationality": "P27",
    "birthDate": "P569",
    "birthPlace": "P19",
    "deathDate": "P570",
    "incorporationDate": "P571",
    "dissolutionDate": "P576",
    "legalForm": "P1454",
    "website": "P856",
    "sector": "P452",
    "political": "P102",
}
_LINKS = {
    "Occupancy": _Link("holder", "post", "P39"),
    "Membership": _Link("member", "organization", "P463"),
    "Employment": _Link("employee", "employer", "P108"),
    "Ownership": _Link("asset", "owner", "P127"),
}
_ARABIC = re.compile("[\u0600-\u06ff]")
_WIKIDATA = re.compile(r"Q[1-9]\d*")


def read(entities: Callable[[], Iterable[Json]], pack: str) -> Iterator[Statement]:
    """What entities say.

    Looked at three times, so that of a large file only the names are kept that links need: which entities are linked,
    how these are called, and what is said.

    Args:
        entities: gives them, each time from the first one on.
        pack: the name of the pack.
    """
    linked = {id_ for entity in entities() if _link(entity) for id_ in _ends(entity)}
    names = {}
    for entity in entities() if linked else ():
        id_ = str(entity.get("id"))
        if id_ in linked and (named := _named(entity, "place" if entity.get("schema") == "Position" else "")):
            names[id_] = named
    for entity in entities():
        yield from _linked(entity, names, pack) if _link(entity) else statements(entity, pack)


def statements(entity: Json, pack: str) -> Iterator[Statement]:
    """What one entity says; nothing for a schema that is nobody and nothing, and for one without a name."""
    named = _named(entity)
    if named is None:
        return
    given = _given(entity)
    source = _source(given)
    for property_, values in given.items():
        for value in _texts(values) if property_ in _PROPERTIES else ():
            yield Statement(*named, _PROPERTIES[property_], value, source=source, pack=pack)


def _linked(entity: Json, names: dict[str, _Named], pack: str) -> Iterator[Statement]:
    """What a link says of each of those that it is of, from when to when."""
    link, given = _link(entity), _given(entity)
    if link is None:
        return
    start, end = (next(iter(_days(given.get(name))), "") for name in ("startDate", "endDate"))
    for one in _texts(given.get(link.of)):
        for other in _texts(given.get(link.to)):
            if one in names and other in names:
                yield Statement(*names[one], link.property, names[other].name, start, end, _source(given), pack)


def _link(entity: Json) -> _Link | None:
    return _LINKS.get(str(entity.get("schema")))


def _ends(entity: Json) -> list[str]:
    """The ids of what a link links."""
    link, given = _link(entity), _given(entity)
    return [*_texts(given.get(link.of)), *_texts(given.get(link.to))] if link else []


def _named(entity: Json, otherwise: str = "") -> _Named | None:
    """What an entity is called, in Arabic where it can; `otherwise` is the type of a schema that none here is like."""
    kind, given = _TYPES.get(str(entity.get("schema")), otherwise), _given(entity)
    names = _texts(given.get("name")) + _texts(given.get("alias"))
    name = next((one for one in names if _ARABIC.search(one)), names[0] if names else "")
    if not kind or not name:
        return None
    wikidata = next((one for one in _texts(given.get("wikidataId")) if _WIKIDATA.fullmatch(one)), "")
    return _Named(wikidata or entity_id(kind, name), name)


def _given(entity: Json) -> Json:
    given = entity.get("properties")
    return given if isinstance(given, dict) else {}


def _source(given: Json) -> str:
    return next(iter(_texts(given.get("publisher")) + _texts(given.get("sourceUrl"))), "")


def _days(values: object) -> list[str]:
    """Dates of ISO 8601; a time of day is left out."""
    return [day for text in _texts(values) if is_date(day := text[:10])]


def _texts(values: object) -> list[str]:
    listed = values if isinstance(values, list) else [values]
    return [text for value in listed if isinstance(value, str) and (text := clean(value))]
