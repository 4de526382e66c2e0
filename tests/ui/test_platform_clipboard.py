"""The platform's own clipboard: which program is asked to fill it, and what comes of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ui import clipboard, work
from tui.ui.clipboard import commands

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("env", "platform", "programs", "found"),
    [
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", "wl-copy xclip", ["wl-copy"]),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", "xsel xclip", ["xclip"]),
        ({"DISPLAY": ":0"}, "linux", "xsel wl-copy", ["xsel"]),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "a b"}, "linux", "xclip", []),
        ({"DISPLAY": ":0", "TMUX": "s"}, "linux", "xclip tmux", ["tmux", "xclip"]),
        ({"SSH_TTY": "t", "DISPLAY": ":0", "TMUX": "s"}, "linux", "xclip tmux", ["tmux"]),
        ({}, "linux", "xclip wl-copy", []),
        ({}, "darwin", "pbcopy", ["pbcopy"]),
        ({}, "win32", "clip.exe", ["clip.exe"]),
        ({"WSL_DISTRO_NAME": "d"}, "linux", "clip.exe", ["clip.exe"]),
        ({"TERMUX_VERSION": "1"}, "linux", "termux-clipboard-set", ["termux-clipboard-set"]),
    ],
)
def test_the_platforms_own_program_is_chosen(
    env: dict[str, str], platform: str, programs: str, found: list[str]
) -> None:
    def which(name: str) -> str | None:
        return name if name in programs.split() else None

    assert [command[0] for command in commands(env, platform, which)] == found


def test_a_program_gets_the_whole_text(tmp_path: Path) -> None:
    text = "مُنْتَزَهٌ می\u200cخواهم" * 20_000
    assert clipboard.fill(text, ("dd", f"of={tmp_path / 'text'}", "status=none")) == ""
    assert (tmp_path / "text").read_text(encoding="utf-8") == text
    assert clipboard.fill(text, ("no-such-program",)) == "No such file or directory"


def test_a_program_that_hangs_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.1)
    assert clipboard.fill("text", ("sleep", "60")) == "timed out"


def test_one_program_that_fails_does_not_keep_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "commands", lambda: (("false",), ("true",)))
    assert work.copy("text").problem == "false: exit code 1"
