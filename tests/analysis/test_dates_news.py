"""Dates as a news site wrote them: the half the rules were made on, and the half that was kept for testing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tui.analysis.facts.dates import find_dates

_FOLDER = Path(__file__).parent / "expressions"


def _rows(name: str) -> list[list[str]]:
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("row", _rows("dates_development") + _rows("dates_test"), ids=lambda row: str(row[1]))
def test_date(row: list[str]) -> None:
    published, text, span, start, end, precision = row
    found = [one for one in find_dates(text, date.fromisoformat(published)) if text[one.start : one.end] == span]
    assert found, find_dates(text, date.fromisoformat(published))
    assert (found[0].iso_start, found[0].iso_end, found[0].precision) == (start, end, precision)
