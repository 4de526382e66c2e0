"""Where the reader was left comes back as it was, whatever else a file holds."""

from __future__ import annotations

import json

import pytest

from tui.model import Entity
from tui.ui.left import Left, read
from tui.ui.text import Place

_ALL = Left(
    text="جسر",
    included=(Entity("place:أسوان", "place", "أسوان"),),
    excluded=(Entity("person:سعد", "person", "سعد"),),
    article=2916089856,
    place=Place(3, 17),
    wide=False,
    shown=("-reading",),
    pane="reader",
    history=("جسر", "@أسوان"),
)


@pytest.mark.parametrize("left", [Left(), _ALL])
def test_what_is_kept_is_read_again(left: Left) -> None:
    assert read(json.loads(json.dumps(left.values()))) == left


@pytest.mark.parametrize("value", [None, True, -1, 1e300, "\ud800\x1b", [], [[]], {}, [1, "x", None]])
@pytest.mark.parametrize("name", Left().values())
def test_anything_else_is_as_if_never_kept(name: str, value: object) -> None:
    found = read({**_ALL.values(), name: value})
    assert "\x1b" not in found.text + found.pane + "".join(found.history)
    assert read(json.loads(json.dumps(found.values()))) == found
