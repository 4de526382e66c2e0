"""A library in a temporary folder, and drafts made of plain paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.simple_library import MakeDraft, draft_of, make_analyser
from tui.library import Analyser, Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def make_draft() -> MakeDraft:
    return draft_of


@pytest.fixture
def analyser() -> Analyser:
    return make_analyser()


@pytest.fixture
def library(tmp_path: Path, analyser: Analyser) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", analyser=analyser) as opened:
        yield opened
