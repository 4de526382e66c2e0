"""What `frozen` makes is what `dataclass(frozen=True, slots=True)` makes, but for who looks after its being frozen."""

from __future__ import annotations

import pickle
from dataclasses import field, replace

import pytest

from tui.frozen import frozen


@frozen
class Place:
    """A place."""

    name: str
    number: int = 0
    note: str = field(default="", compare=False)


@frozen
class Nothing:
    """No fields."""


def test_values_are_equal_and_hashed_by_what_is_compared() -> None:
    assert Place("a", 1, "x") == Place("a", 1, "y") != Place("a", 2, "x")
    assert hash(Place("a", 1, "x")) == hash(Place("a", 1, "y"))
    assert Nothing() == Nothing()
    assert Place("a").__eq__(("a", 0)) is NotImplemented  # it is no tuple


def test_values_are_shown_replaced_and_sent_to_other_processes() -> None:
    assert repr(Place("a", 1)) == "Place(name='a', number=1, note='')"
    assert replace(Place("a", 1), number=2) == Place("a", 2)
    assert pickle.loads(pickle.dumps(Place("a", 1))) == Place("a", 1)  # noqa: S301 - our own


def test_values_have_no_room_for_more() -> None:
    with pytest.raises(AttributeError):
        Place("a").other = 1  # type: ignore[attr-defined]
