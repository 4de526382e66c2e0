"""A real multiplexer between the program and the eye: tmux draws it, takes keys and shows what came."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.visual import said, shown
from tests.whole.terminal import PATIENCE, inherited
from tui.arabic.direction import isolate

if TYPE_CHECKING:
    from collections.abc import Iterator

WARRAQ = shutil.which("warraq", path=str(Path(sys.executable).parent)) or ""
TMUX = shutil.which("tmux") or ""

pytestmark = [
    pytest.mark.skipif(not TMUX, reason="tmux is not installed (Debian: apt-get install tmux)"),
    pytest.mark.skipif(not WARRAQ, reason="warraq is not installed in this environment: pip install -e '.[dev]'"),
]


class Tmux:
    """A server of its own with one window of 140x40."""

    def __init__(self, folder: Path) -> None:
        self.env = {
            **inherited(),
            "TMUX": "",
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "WARRAQ_LIBRARY": "",
        }
        self.socket = str(folder / "tmux")
        self.run("-f", "/dev/null", "new-session", "-d", "-x", "140", "-y", "40", WARRAQ)

    def run(self, *words: str) -> str:
        done = subprocess.run(
            [TMUX, "-S", self.socket, *words], env=self.env, capture_output=True, text=True, check=False
        )
        return done.stdout

    def see(self, text: str) -> str:
        """Wait until a text is in the window."""
        end = time.monotonic() + PATIENCE
        while text not in (screen := self.run("capture-pane", "-p")):
            assert time.monotonic() < end, screen
        return screen


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    server = Tmux(tmp_path)
    yield server
    server.run("kill-server")


def test_arabic_comes_joined_and_in_order_through_tmux(tmux: Tmux) -> None:
    tmux.see(shown("أرقام القضية بين تقرير وآخر"))
    tmux.run("send-keys", "-l", "ظ")
    tmux.run("send-keys", "-l", "غانتس")
    tmux.see(f"{shown('غانتس')} Search")
    tmux.run("send-keys", "Enter")
    tmux.see(f"{shown('غانتس')} Search")  # as typed, and in words above the list
    tmux.see(said(f"Search: {isolate('غانتس')}"))
    screen = tmux.see(shown("غانتس من باريس: إسرائيل تأخذ الاتهامات"))
    assert "غانتس" not in screen
    tmux.run("send-keys", "q")
    end = time.monotonic() + PATIENCE
    while tmux.run("list-sessions"):
        assert time.monotonic() < end
