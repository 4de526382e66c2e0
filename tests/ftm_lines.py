"""Lines of FollowTheMoney, held to its model: schemata, properties, values, and what may stand for what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from followthemoney import model

if TYPE_CHECKING:
    from collections.abc import Iterable


def checked(lines: Iterable[str]) -> list[dict[str, Any]]:
    """The entities of the lines, each of which the model takes."""
    found: list[dict[str, Any]] = [json.loads(line) for line in lines]
    schemata = {one["id"]: one["schema"] for one in found}
    assert len(schemata) == len(found)
    for one in found:
        schema = model.get(one["schema"])
        assert schema is not None
        schema.validate(one)  # type: ignore[arg-type] # its own name for such a dictionary
        for name in schema.required:
            assert one["properties"].get(name), (one["schema"], name)
        for name, values in one["properties"].items():
            prop = schema.get(name)
            assert prop is not None, (one["schema"], name)
            assert all(prop.type.validate(value) for value in values), (name, values)
            if prop.type.name == "entity":
                ranges = [model.get(schemata[value]) for value in values]
                assert all(of is not None and prop.range is not None and of.is_a(prop.range) for of in ranges), name
    return found
