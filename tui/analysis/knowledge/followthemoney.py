"""Statements from FollowTheMoney entities (https://followthemoney.tech): what they say of somebody or something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.arabic.entity_id import entity_id
from tui.arabic.sanitise import name as clean
from tui.model import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.knowledge.lines import Json

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
_ARABIC = re.compile("[\u0600-\u06ff]")
_WIKIDATA = re.compile(r"Q[1-9]\d*")


def statements(entity: Json, pack: str) -> Iterator[Statement]:
    """What one entity says; nothing for a schema that is nobody and nothing, and for one without a name."""
    given = entity.get("properties")
    kind = _TYPES.get(str(entity.get("schema")))
    if kind is None or not isinstance(given, dict):
        return
    names = _texts(given.get("name")) + _texts(given.get("alias"))
    name = next((one for one in names if _ARABIC.search(one)), names[0] if names else "")
    if not name:
        return
    wikidata = next((one for one in _texts(given.get("wikidataId")) if _WIKIDATA.fullmatch(one)), "")
    subject = wikidata or entity_id(kind, name)
    source = next(iter(_texts(given.get("publisher")) + _texts(given.get("sourceUrl"))), "")
    for property_, values in given.items():
        for value in _texts(values) if property_ in _PROPERTIES else ():
            yield Statement(subject, name, _PROPERTIES[property_], value, source=source, pack=pack)


def _texts(values: object) -> list[str]:
    listed = values if isinstance(values, list) else [values]
    return [text for value in listed if isinstance(value, str) and (text := clean(value))]
