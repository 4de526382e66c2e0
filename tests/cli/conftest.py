"""A library, a configuration and two articles of the test's own, and the commands called in this process."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tui.cli import run

if TYPE_CHECKING:
    from pathlib import Path

Cli = Callable[..., tuple[int, str, str]]

ARTICLE = """+++
title = "الوزيرة تصل إلى باريس"
source = "جريدة التجربة"
published = 2021-07-28
+++

وصلت الوزيرة إلى باريس يوم الأربعاء، والتقت هناك 12 صحفيا من فرنسا.
"""
OTHER = """+++
title = "مؤتمر في عمّان"
source = "جريدة أخرى"
published = 2021-07-30
+++

افتتح الوزير في عمّان مؤتمرا حضره خبراء من الأردن ومن مصر.
"""


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library and a configuration of the test's own; none is there yet."""
    path = tmp_path / "home" / "library.db"
    monkeypatch.setenv("WARRAQ_LIBRARY", str(path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("NO_COLOR", "VTE_VERSION", "TERM_PROGRAM", "TMUX", "KONSOLE_VERSION", "KITTY_WINDOW_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return path


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    def call(*argv: object) -> tuple[int, str, str]:
        code = run([str(arg) for arg in argv])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return call


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.md").write_text(OTHER, encoding="utf-8")
    return folder
