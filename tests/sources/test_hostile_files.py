"""Files made to break a reader: numbers and nesting beyond Python's limits, and tens of thousands of lines."""

from __future__ import annotations

import pytest

from tui.errors import SourceError
from tui.sources import head, read_bytes


@pytest.mark.parametrize("value", ["9" * 10_000, "[" * 5_000], ids=["number", "nesting"])
def test_front_matter_beyond_pythons_limits_is_broken_front_matter(value: str) -> None:
    with pytest.raises(SourceError, match=r"^a\.md:1: broken front matter"):
        read_bytes(f"+++\nn = {value}\n+++\n\nخبر.\n".encode(), "a.md", markdown=True)


def test_the_lines_that_stand_twice_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    look = head._doubled

    def count(*given: object) -> set[int]:
        asked.append(1)
        return look(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(head, "_doubled", count)
    read_bytes(("سطر قصير جدا\n" * 50).encode(), "a.txt")
    assert len(asked) <= 2
