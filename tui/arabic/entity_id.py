"""Ids of entities, which are made of a type and a folded name: `person:ايمانويل-ماكرون`."""

from __future__ import annotations

from tui.arabic.normalise import key


def entity_id(kind: str, name: str) -> str:
    """The stable id of an entity of a type and a name."""
    return f"{kind}:{key(name).replace(' ', '-')}"


def name_in(entity: str) -> str:
    """The folded name that an id is made of."""
    return entity.partition(":")[2].replace("-", " ")
