"""The reader on the small library."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.ui.small_library import ANALYSER, ARTICLES, LINK, MIXED, SECOND
from tui.arabic.layout import Options
from tui.arabic.terminal import Mode
from tui.config import Config
from tui.library import Library
from tui.model import Draft, Span
from tui.ui import painting
from tui.ui.app import WarraqApp
from tui.ui.left import Left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Five articles."""
    with Library.open(tmp_path / "library.db", analyser=ANALYSER) as made:
        for published, title, body in ARTICLES:
            text = f"{title}\n\n{body}"
            spans = tuple(Span(p.start(), p.end()) for p in re.finditer(r"[^\n]+", text))
            made.add(Draft(text, title, spans[0], body=spans[1:], source="تجربة", published=published))
        yield made


@pytest.fixture
def mixed(library: Library) -> Library:
    """One article more, of both directions, the newest."""
    text = f"{MIXED}\n\n{SECOND}"
    body = (Span(0, len(MIXED)), Span(len(MIXED) + 2, len(text)))
    library.add(Draft(text, "عنوان", body=body, source="تجربة", published="2021-07-09", url=LINK))
    return library


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cursor need not rest before an article is shown, nor a click wait for another; looks are taken when told."""
    monkeypatch.setattr("tui.ui.screens.desk._GLANCE", 0.001)
    monkeypatch.setattr("tui.ui.screens.watching._LOOK", 1e6)
    monkeypatch.setattr("tui.ui.widgets.reader._SECOND_CLICK", 0.001)


@pytest.fixture(autouse=True)
def _own_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """That of the one who runs the tests is left alone."""
    monkeypatch.setattr("tui.ui.clipboard.commands", lambda: ())


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    """What one test's reader likes does not reach the next one's screen."""
    yield
    painting.use(Options())


@pytest.fixture
def reader(library: Library, tmp_path: Path) -> Callable[..., WarraqApp]:
    """Makes the application on the small library."""

    def make(query: str = "", *, on: Library = library, lacking: str = "", **settings: Any) -> WarraqApp:
        config = Config(library=tmp_path / "library.db", **settings)
        return WarraqApp(on, config, Mode.VISUAL, left=Left(text=query), lacking=frozenset(lacking))

    return make
