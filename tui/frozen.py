"""Frozen values: what `dataclass(frozen=True, slots=True)` gives, made in a quarter of the time.

A process of the reader makes a hundred of these types before its first key is answered, and `dataclass` writes and
compiles six functions for each (0.4 ms), of which only `__init__` needs to be written. That nobody changes a value is
the type checker's to see to.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Type = TypeVar("Type", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: Type) -> Type:
    """Make a class a data type: slotted, equal and hashed by its fields, and not to be changed."""
    made: Any = dataclass(slots=True, eq=False, repr=False)(kind)
    compared = [one.name for one in fields(made) if one.compare]
    made.__compared__ = attrgetter(*(compared or ["__class__"]))
    made.__eq__, made.__hash__, made.__repr__ = _equal, _hash, _repr
    return made  # type: ignore[no-any-return]


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__compared__(self) == other.__compared__(other)


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


def _repr(self: Any) -> str:
    shown = ", ".join([f"{one.name}={getattr(self, one.name)!r}" for one in fields(self)])
    return f"{type(self).__qualname__}({shown})"
