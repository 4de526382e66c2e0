"""The one number of a text, for tests."""

from __future__ import annotations

from tui.analysis.facts.numbers import Number, find_numbers


def one_number(text: str) -> Number:
    """The number that a text has; fails where it has none or more."""
    found = find_numbers(text)
    assert len(found) == 1, found
    return found[0]
