"""Statements from entities of Wikidata, as its dumps and its interface give them (JSON, an entity a line)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyroaring import BitMap

from tui.arabic.sanitise import name as clean
from tui.model import Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui.analysis.knowledge.lines import Json

PROPERTIES = frozenset(
    {
        *("P6", "P17", "P19", "P20", "P27", "P31", "P35", "P36", "P37", "P38", "P39", "P102", "P106", "P108", "P112"),
        *("P127", "P159", "P169", "P178", "P452", "P463", "P569", "P570", "P571", "P576", "P749", "P1056", "P1313"),
    }
)
"""What a reader of news asks: offices, seats, owners, members, dates; the rest of an entity is left out."""

_ID = re.compile(r"Q[1-9]\d*")
_TIME = re.compile(r"\+?(-?\d{4})-(\d\d)-(\d\d)T")
_START, _END = "P580", "P582"
# Numbers that a bitmap holds, and how long an id with one of them can be: Q and ten digits, less one to be sure.
_MOST, _DIGITS = 10**9, 11


def read(entities: Callable[[], Iterable[Json]], pack: str) -> Iterator[Statement]:
    """What entities say.

    Looked at three times, so that a file of many millions takes little memory: which items are meant, how these are
    called, and what is said.

    Args:
        entities: gives them, each time from the first one on.
        pack: the name of the pack.
    """
    meant = BitMap()

    def mean(id_: str) -> str:
        number = int(id_[1:12])
        if number < _MOST:
            meant.add(number)
        return ""

    for entity in entities():
        for _statement in statements(entity, pack, mean):
            pass
    found = (label(entity) for entity in entities())
    names = {id_: name for id_, name in found if id_ and len(id_) < _DIGITS and int(id_[1:]) in meant}
    for entity in entities():
        yield from statements(entity, pack, lambda id_: names.get(id_, ""))


def label(entity: Json) -> tuple[str, str]:
    """An entity's id and its Arabic name, the English one where there is none; ('', '') for what is no item."""
    found = str(entity.get("id", ""))
    labels = entity.get("labels")
    if not _ID.fullmatch(found) or not isinstance(labels, dict):
        return "", ""
    values = [_dict(labels.get(language)).get("value") for language in ("ar", "arz", "en")]
    return found, next((clean(value) for value in values if isinstance(value, str) and value.strip()), "")


def statements(entity: Json, pack: str, called: Callable[[str], str]) -> Iterator[Statement]:
    """What one entity says, without what is deprecated.

    Args:
        entity: of Wikidata.
        pack: the name of the pack.
        called: gives the name of an item by its id, '' where the file does not say.
    """
    found, name = label(entity)
    claims = entity.get("claims")
    if not name or not isinstance(claims, dict):
        return
    for property_ in PROPERTIES.intersection(claims):
        for claim in _list(claims[property_]):
            value = _value(_dict(claim).get("mainsnak"), called)
            if value and claim.get("rank") != "deprecated":
                start, end = (_qualifier(claim, qualifier) for qualifier in (_START, _END))
                yield Statement(found, name, property_, value, start, end, "Wikidata", pack)


def _qualifier(claim: Json, property_: str) -> str:
    given = _list(_dict(claim.get("qualifiers")).get(property_))
    return _value(given[0], lambda _id: "") if given else ""


def _value(snak: object, called: Callable[[str], str]) -> str:
    value = _dict(_dict(snak).get("datavalue")).get("value")
    if isinstance(value, str):
        return clean(value)
    parts = _dict(value)
    if isinstance(time := parts.get("time"), str):
        return _day(time, parts.get("precision"))
    if isinstance(text := parts.get("text"), str):
        return clean(text)
    if isinstance(amount := parts.get("amount"), str):
        return clean(amount.lstrip("+"))
    id_ = parts.get("id")
    return (called(id_) or id_) if isinstance(id_, str) and _ID.fullmatch(id_) else ""


def _day(time: str, precision: object) -> str:
    """A date as precise as it is known: 9 is a year, 10 a month, 11 a day; what is vaguer is left out."""
    found = _TIME.match(time)
    if not found or not isinstance(precision, int) or precision < 9:
        return ""
    return "-".join(found.groups()[: min(precision, 11) - 8])


def _dict(value: object) -> Any:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Any:
    return value if isinstance(value, list) else []
