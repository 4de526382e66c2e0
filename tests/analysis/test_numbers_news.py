"""Numbers as a news site wrote them: the half the rules were made on, and the half that was kept for testing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.analysis.facts.numbers import find_numbers

_FOLDER = Path(__file__).parent / "expressions"


def _rows(name: str) -> list[list[str]]:
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("row", _rows("numbers_development") + _rows("numbers_test"), ids=lambda row: str(row[0]))
def test_number(row: list[str]) -> None:
    text, span, value, comparator, kind = row
    found = [number for number in find_numbers(text) if text[number.start : number.end] == span]
    assert found, find_numbers(text)
    number = found[0]
    assert (number.comparator, number.kind) == (comparator, kind)
    if ".." in value:
        low, high = value.split("..")
        assert (number.low, number.high, number.value) == (float(low), float(high), None)
    else:
        assert number.value == (float(value) if value else None)
