"""Comparing two figures of one thing: what their comparators leave room for."""

from __future__ import annotations

from math import inf, isclose
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.model import Quantity, Relation

_ABOUT = 0.2  # "about 100" leaves room for a fifth either way
_SIZE, _SHARE = 4, 2  # of counts, of percentages
_WORDS = {
    "=": "",
    ">": "more than ",
    ">=": "at least ",
    "<": "less than ",
    "<=": "at most ",
    "~": "about ",
    "between": "",
}


def relation(a: Quantity, b: Quantity) -> Relation:
    """How figure `b` stands to figure `a`.

    `same` for one figure, be it worded with more or less caution; `differs` where the two could both hold ("at least
    180" and 189); `conflicts` where they could not.
    """
    if _figure(a) == _figure(b) and _meet(a, b):
        return "same"
    return "differs" if _meet(a, b) else "conflicts"


def near(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are of one size: what differs more is a count of something else."""
    low, high = sorted(abs(one.value or one.low or one.high or 0) for one in (a, b))
    return high <= (_SHARE if a.unit == "%" else _SIZE) * low


def why(a: Quantity, b: Quantity, found: Relation) -> str:
    """The relation in words, with both figures."""
    one, two = spoken(a), spoken(b)
    noun = a.what or a.unit
    if found == "same":
        return f"{one} «{noun}» in both" if one == two else f"{one} «{noun}» here, {two} there: one figure"
    room = {"differs": "; both can hold", "updates": "; the count went on"}.get(found, "")
    return f"{one} «{noun}» here, {two} there{room}"


def spoken(quantity: Quantity) -> str:
    """A figure as words: `at least 180`, `3 to 5`."""
    if quantity.value is None:
        return " to ".join(_plain(bound) for bound in (quantity.low, quantity.high) if bound is not None)
    return _WORDS.get(quantity.comparator, "") + _plain(quantity.value)


def _plain(value: float) -> str:
    return f"{value:,.0f}" if isclose(value, round(value)) else f"{value:,g}"


def _figure(quantity: Quantity) -> tuple[float | None, float | None, float | None]:
    return quantity.value, quantity.low, quantity.high


def _meet(a: Quantity, b: Quantity) -> bool:
    """Whether one number can satisfy both."""
    low_a, high_a, open_a = _room(a)
    low_b, high_b, open_b = _room(b)
    low, high = max(low_a, low_b), min(high_a, high_b)
    return low < high or (low == high and not (open_a or open_b))


def _room(quantity: Quantity) -> tuple[float, float, bool]:
    """The bounds that a figure leaves, and whether its own value is outside of them."""
    value = quantity.value
    if value is None:
        return (
            quantity.low if quantity.low is not None else -inf,
            quantity.high if quantity.high is not None else inf,
            False,
        )
    rooms = {
        ">": (value, inf, True),
        ">=": (value, inf, False),
        "<": (-inf, value, True),
        "<=": (-inf, value, False),
        "~": (value * (1 - _ABOUT), value * (1 + _ABOUT), False),
    }
    return rooms.get(quantity.comparator, (value, value, False))
