"""Holds how the terminal is told: by setting, answer and environment, and that asking leaves it as it was."""

from __future__ import annotations

import os
import sys

import pytest

from tui.arabic import terminal
from tui.arabic.terminal import Mode, ask, detect, enter, leave

VTE = {"VTE_VERSION": "7006", "TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("env", "mode", "harakat", "name"),
    [
        ({}, Mode.VISUAL, True, ""),
        (VTE, Mode.EXPLICIT, True, "VTE"),
        ({"VTE_VERSION": "5202"}, Mode.VISUAL, True, ""),  # ordered nothing before 0.58
        ({"VTE_VERSION": "new"}, Mode.VISUAL, True, ""),
        (VTE | {"TMUX": "default,1,0"}, Mode.LRM, True, "tmux in VTE"),
        ({"TMUX": "x"}, Mode.VISUAL, True, "tmux"),
        ({"KONSOLE_VERSION": "221203"}, Mode.LRM, True, "Konsole"),
        ({"KITTY_WINDOW_ID": "1"}, Mode.VISUAL, True, "kitty"),
        ({"MLTERM": "3.9.0"}, Mode.LOGICAL, True, "mlterm"),
        ({"TERM": "alacritty"}, Mode.VISUAL, False, "alacritty"),
        ({"ALACRITTY_WINDOW_ID": "1", "TERM": "xterm-256color"}, Mode.VISUAL, False, "alacritty"),
        ({"TERM": "foot-extra"}, Mode.VISUAL, False, "foot"),
        ({"XTERM_VERSION": "XTerm(379)"}, Mode.VISUAL, True, "xterm"),
        ({"TERM_PROGRAM": "vscode"}, Mode.VISUAL, True, "VS Code"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, Mode.LRM, True, "Apple Terminal"),
    ],
)
def test_environment(env: dict[str, str], mode: Mode, harakat: bool, name: str) -> None:
    found = detect(env, None)
    assert (found.mode, found.harakat, found.name) == (mode, harakat, name)
    assert found.how == ("environment" if name else "default")


def test_the_terminals_answer_counts_more_than_the_environment() -> None:
    assert detect({"KONSOLE_VERSION": "1"}, "\x1b[8;1$y\x1b[?65;1;9c").mode is Mode.EXPLICIT
    assert detect({}, "\x1b[8;2$y").how == "answer"
    assert detect(VTE, "\x1b[8;0$y\x1b[?64c").mode is Mode.VISUAL, "an xterm that was started in VTE"
    assert detect(VTE, "\x1b[?65;1;9c").mode is Mode.EXPLICIT, "one that is silent may be an old VTE"


def test_the_setting_counts_most() -> None:
    found = detect({"TERM": "foot"}, "\x1b[8;1$y", setting="logical")
    assert (found.mode, found.how, found.harakat) == (Mode.LOGICAL, "setting", False)
    with pytest.raises(ValueError, match="sideways"):
        detect({}, None, setting="sideways")


def test_what_is_switched_off_is_switched_on_again() -> None:
    assert (enter(Mode.EXPLICIT), leave(Mode.EXPLICIT)) == ("\x1b[8l", "\x1b[8h")
    assert not any(enter(mode) or leave(mode) for mode in Mode if mode is not Mode.EXPLICIT)


def test_no_terminal_is_not_asked() -> None:
    first, second = os.pipe()
    try:
        assert ask(first, second) == ("", b"")
    finally:
        os.close(first)
        os.close(second)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
@pytest.mark.parametrize(
    ("sent", "answers", "typed"),
    [
        (b"\x1b[8;1$y\x1b[?65;1;9c", "\x1b[8;1$y\x1b[?65;1;9c", b""),
        (b"j\x1b[8;0$y/\xd9\x85\x1b[?62;c\x1b[A", "\x1b[8;0$y\x1b[?62;c", b"j/\xd9\x85\x1b[A"),
        (b"\x1b[?1;2c", "\x1b[?1;2c", b""),
        (b"\x03q", "", b"\x03q"),
        (b"", "", b""),
    ],
)
def test_asking(sent: bytes, answers: str, typed: bytes) -> None:
    import termios

    master, slave = os.openpty()
    try:
        before = termios.tcgetattr(slave)
        before[3] &= ~termios.ISIG  # what is sent before the question must not be taken for a signal
        before[3] &= ~(termios.ICANON | termios.ECHO)
        termios.tcsetattr(slave, termios.TCSANOW, before)
        before = termios.tcgetattr(slave)
        os.write(master, sent)
        assert ask(slave, slave, 0.05) == (answers, typed)
        assert termios.tcgetattr(slave) == before
        assert b"\x1b[8$p\x1b[c" in os.read(master, 1024)
    finally:
        os.close(master)
        os.close(slave)


def test_every_row_of_the_table_is_sound() -> None:
    rows = terminal._rows()
    assert len(rows) > 15
    assert all(row.when and row.terminal.name for row in rows)
