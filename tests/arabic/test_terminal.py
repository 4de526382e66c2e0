"""Holds how the terminal is told: by setting, calibration, answer and environment; that asking leaves it as it was."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tui.arabic.layout import layout
from tui.arabic.terminal import NO_ANSWERS, Answers, Mode, ask, detect, enter, leave, letters, outer, table, through
from tui.arabic.terminal.asking import QUESTIONS, widths
from tui.arabic.terminal.hints import HINTS
from tui.calibration import Calibration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VTE = {"VTE_VERSION": "7006", "TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("env", "mode", "harakat", "name"),
    [
        ({}, Mode.VISUAL, True, ""),
        (VTE, Mode.EXPLICIT, True, "VTE"),
        ({"VTE_VERSION": "5202"}, Mode.VISUAL, True, ""),  # ordered nothing before 0.58
        ({"VTE_VERSION": "new"}, Mode.VISUAL, True, ""),
        (VTE | {"TMUX": "default,1,0"}, Mode.RUNS, True, "tmux in VTE"),
        (VTE | {"TMUX": "default,1,0", "OUTER": "XTerm(379)"}, Mode.VISUAL, True, "tmux in xterm"),
        (VTE | {"TMUX": "default,1,0", "OUTER": "mlterm"}, Mode.RUNS, False, "tmux in mlterm"),
        ({"TMUX": "x"}, Mode.VISUAL, True, "tmux"),
        ({"STY": "1.pts-0", "KONSOLE_VERSION": "221203"}, Mode.RUNS, True, "screen in Konsole"),
        ({"KONSOLE_VERSION": "221203"}, Mode.RUNS, True, "Konsole"),
        ({"KONSOLE_VERSION": "221203", "ORDERING": "off"}, Mode.VISUAL, True, "Konsole"),
        ({"KITTY_WINDOW_ID": "1"}, Mode.WORDS, False, "kitty"),
        ({"KITTY_WINDOW_ID": "1", "ORDERING": "off"}, Mode.VISUAL, True, "kitty"),
        ({"MLTERM": "3.9.0"}, Mode.MLTERM, True, "mlterm"),
        ({"TERM": "alacritty"}, Mode.VISUAL, False, "alacritty"),
        ({"ALACRITTY_WINDOW_ID": "1", "TERM": "xterm-256color"}, Mode.VISUAL, False, "alacritty"),
        ({"TERM": "foot-extra"}, Mode.VISUAL, False, "foot"),
        ({"XTERM_VERSION": "XTerm(379)"}, Mode.VISUAL, True, "xterm"),
        ({"TERM_PROGRAM": "vscode"}, Mode.VISUAL, True, "VS Code"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, Mode.LRM, True, "Apple Terminal"),
    ],
)
def test_environment(env: dict[str, str], mode: Mode, harakat: bool, name: str) -> None:
    found = detect(env)
    assert (found.mode, found.harakat, found.name) == (mode, harakat, name)
    assert found.how == ("environment" if name else "default")


# What Debian 12's terminals answered, measured.
@pytest.mark.parametrize(
    ("answers", "mode", "name"),
    [
        (Answers(mode_8="0", version="XTerm(379)", secondary="41;379;0"), Mode.VISUAL, "xterm"),
        (Answers(secondary="85;95;0", primary="1;2"), Mode.VISUAL, "urxvt"),
        (Answers(secondary="0;1700;1", primary="6"), Mode.VISUAL, "alacritty"),
        (Answers(mode_8="0", version="kitty(0.26.5)", secondary="1;4000;26"), Mode.WORDS, "kitty"),
        (Answers(mode_8="1", secondary="65;7006;1", primary="65;1;9"), Mode.EXPLICIT, "VTE"),
        (Answers(version="Konsole 22.12.3", secondary="1;115;0"), Mode.RUNS, "Konsole"),
        (Answers(mode_8="0", secondary="24;279;0"), Mode.MLTERM, "mlterm"),
        (Answers(secondary="0;115;0", primary="1;2"), Mode.LOGICAL, "QTerminal"),
        (Answers(version="foot(1.13.1)", secondary="1;011301;0"), Mode.VISUAL, "foot"),
    ],
)
def test_answers_count_more_than_the_environment(answers: Answers, mode: Mode, name: str) -> None:
    for env in ({}, {"KITTY_WINDOW_ID": "1", "TERM": "xterm-kitty"}, VTE, {"TMUX": "x", "OUTER": "mlterm"}):
        found = detect(env, answers)
        assert (found.mode, found.name, found.how) == (mode, name, "answer")


def test_a_terminal_that_denies_the_mode_is_not_switched() -> None:
    assert detect(VTE, Answers(mode_8="0")).mode is Mode.VISUAL, "one that was started in VTE"
    assert detect(VTE, Answers(primary="65;1;9")).mode is Mode.EXPLICIT, "one that is silent may be an old VTE"
    assert detect(VTE | {"TMUX": "x"}, Answers(version="tmux 3.3a", secondary="84;0;0")).mode is Mode.RUNS


def test_the_calibration_counts_more_than_the_answers_and_the_setting_most() -> None:
    seen = (Calibration("VTE", "lrm", harakat=False, lacking=("urdu",)), Calibration("xterm", "logical"))
    vte = Answers(mode_8="1")
    found = detect({}, vte, calibrated=seen)
    assert (found.mode, found.how, found.harakat, found.lacking) == (Mode.LRM, "calibration", False, ("urdu",))
    found = detect({}, vte, calibrated=seen, harakat=True, setting="logical")
    assert (found.mode, found.how, found.harakat) == (Mode.LOGICAL, "setting", True)
    assert detect({"TERM": "foot"}, setting="visual").harakat is False
    with pytest.raises(ValueError, match="sideways"):
        detect({}, setting="sideways")


def test_a_calibration_that_was_only_offered_changes_nothing_but_the_offer() -> None:
    env = {"TERM": "odd-256color"}
    offered = detect(env, calibrated=[Calibration(detect(env).key)])
    assert offered == replace(detect(env), seen=True)
    assert detect({"KITTY_WINDOW_ID": "1"}).hint
    assert not detect({"KITTY_WINDOW_ID": "1"}, calibrated=[Calibration("kitty", "words")]).hint


def test_what_is_switched_off_is_switched_on_again() -> None:
    assert (enter(Mode.EXPLICIT), leave(Mode.EXPLICIT)) == ("\x1b[8l", "\x1b[8h")
    assert (enter(Mode.MLTERM), leave(Mode.MLTERM)) == ("\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07")
    switched = {mode for mode in Mode if enter(mode) or leave(mode)}
    assert switched == {Mode.EXPLICIT, Mode.MLTERM}


def test_no_terminal_is_not_asked() -> None:
    first, second = os.pipe()
    try:
        assert ask(first, second) == (NO_ANSWERS, b"")
        assert widths(["a"], first, second) == [-1]
    finally:
        os.close(first)
        os.close(second)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
class TestAsking:
    """On a pseudo-terminal, whose other side says what a terminal would."""

    @pytest.fixture
    def pair(self) -> Iterator[tuple[int, int]]:
        import termios

        master, slave = os.openpty()
        settings = termios.tcgetattr(slave)
        # What is sent before the question must not be taken for a signal or for a line.
        settings[3] &= ~(termios.ISIG | termios.ICANON | termios.ECHO)
        termios.tcsetattr(slave, termios.TCSANOW, settings)
        yield master, slave
        os.close(master)
        os.close(slave)

    @pytest.mark.parametrize(
        ("sent", "answers", "typed"),
        [
            (b"\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c", ("1", "", "65;7006;1", "65;1;9"), b""),
            (
                b"\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?64;1c",
                ("0", "XTerm(379)", "41;379;0", "64;1"),
                b"",
            ),
            (b"j\x1b[8;0$y/\xd9\x85\x1b[?62;c\x1b[A", ("0", "", "", "62;"), b"j/\xd9\x85\x1b[A"),
            (b"\x1bP>|ev\x01il\xff\x07\x1b[?6c", ("", "evil", "", "6"), b""),
            (b"\x1b[?1;2c", ("", "", "", "1;2"), b""),
            (b"\x03q", ("", "", "", ""), b"\x03q"),
            (b"", ("", "", "", ""), b""),
        ],
    )
    def test_keys_are_told_from_answers(
        self, pair: tuple[int, int], sent: bytes, answers: tuple[str, ...], typed: bytes
    ) -> None:
        import termios

        master, slave = pair
        before = termios.tcgetattr(slave)
        os.write(master, sent)
        found, keys = ask(slave, slave, 0.05)
        assert (found.mode_8, found.version, found.secondary, found.primary) == answers
        assert found.asked
        assert keys == typed
        assert termios.tcgetattr(slave) == before
        assert os.read(master, 1024).decode() == "".join(QUESTIONS)

    def test_widths_are_the_cursors_places(self, pair: tuple[int, int]) -> None:
        master, slave = pair
        os.write(master, b"\x1b[5;2R")
        assert widths(["\ufe8d", "\U0001f4f0", "x"], slave, slave, 0.01) == [1, -1, -1]


def test_screen_passes_questions_and_switches_on() -> None:
    env = {"STY": "1.pts-0.host", "TERM": "screen.xterm-256color", "KITTY_WINDOW_ID": "1"}
    found = detect(env, Answers(asked=True, mode_8="1", secondary="65;7006;1", primary="65;1;9"))
    assert (found.name, found.mode, through(env)) == ("screen in VTE", Mode.EXPLICIT, "screen")
    assert enter(found.mode, through=found.through) == "\x1bP\x1b[8l\x1b\\"
    assert leave(found.mode, through=found.through) == "\x1bP\x1b[8h\x1b\\"
    assert enter(Mode.VISUAL, through="screen") == ""
    assert through({"STY": "1", "TERM": "xterm"}) == "", "an xterm that was started in screen"
    assert detect(env, Answers(asked=True)).name == "screen"


def test_the_terminal_around_tmux_is_known_by_its_client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "77").mkdir()
    (tmp_path / "77" / "environ").write_bytes(b"VTE_VERSION=7006\0TERM=xterm-256color\0")
    env = {"TMUX": "default,5,0", "TERM": "tmux-256color", "KONSOLE_VERSION": "221203"}
    monkeypatch.setattr(outer, "_client", lambda: "77 0 xterm-256color ")
    found = outer.surroundings(env, tmp_path)
    assert detect(found).name == "tmux in VTE", "the variables of the shell are those of a terminal that is gone"
    assert found["TERM"] == "tmux-256color"
    monkeypatch.setattr(outer, "_client", lambda: "78 0 xterm-kitty kitty(0.26.5)")
    assert detect(outer.surroundings(env, tmp_path)).name == "tmux in kitty"
    monkeypatch.setattr(outer, "_client", lambda: "78 1 mlterm ")
    passing = detect(outer.surroundings(env, tmp_path))
    assert enter(passing.mode, through=passing.through) == "\x1bPtmux;\x1b\x1b]5379;use_ctl=false\x07\x1b\\"
    monkeypatch.setattr(outer, "_client", lambda: "78 0 mlterm ")
    assert detect(outer.surroundings(env, tmp_path)).hint == "mlterm"
    monkeypatch.setattr(outer, "_client", lambda: "")
    assert detect(outer.surroundings(env, tmp_path)).name == "tmux in Konsole", "no more is known"


@pytest.mark.parametrize(
    ("command", "config", "off"),
    [
        (b"kitty\0-o\0force_ltr=yes\0warraq\0", "", True),
        (b"kitty\0--override=force_ltr=yes\0", "", True),
        (b"kitty\0", "font_size 12\nforce_ltr yes\n", True),
        (b"kitty\0", "# force_ltr yes\n", False),
        (b"kitty\0-o\0force_ltr=no\0", "", False),
    ],
)
def test_kittys_setting_is_read_where_kitty_is(tmp_path: Path, command: bytes, config: str, off: bool) -> None:
    _process(tmp_path, "self", "bash (1)", "9")
    _process(tmp_path, "9", "kitty", "1", command)
    (tmp_path / "kitty").mkdir()
    (tmp_path / "kitty" / "kitty.conf").write_text(config)
    env = {"KITTY_WINDOW_ID": "1", "XDG_CONFIG_HOME": str(tmp_path)}
    assert detect(outer.surroundings(env, tmp_path)).mode is (Mode.VISUAL if off else Mode.WORDS)
    remote = env | {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}
    assert detect(outer.surroundings(remote, tmp_path)).mode is Mode.WORDS, "this machine's files are not kitty's"


@pytest.mark.parametrize(
    ("command", "off"),
    [
        (b"konsole\0-p\0BidiRenderingEnabled=false\0", True),
        (b"konsole\0--profile\0Arabic\0", True),
        (b"konsole\0", False),
    ],
)
def test_konsoles_setting_is_read_where_konsole_is(tmp_path: Path, command: bytes, off: bool) -> None:
    _process(tmp_path, "self", "konsole", "1", command)
    (tmp_path / "konsole").mkdir()
    (tmp_path / "konsole" / "Arabic.profile").write_text("[Terminal Features]\nBidiRenderingEnabled=false\n")
    (tmp_path / "konsole" / "Other.profile").write_text("[General]\nName=Other\n")
    (tmp_path / "konsolerc").write_text("[Desktop Entry]\nDefaultProfile=Other.profile\n")
    env = {"KONSOLE_VERSION": "221203", "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    assert detect(outer.surroundings(env, tmp_path)).mode is (Mode.VISUAL if off else Mode.RUNS)


def _process(proc: Path, pid: str, name: str, parent: str, command: bytes = b"") -> None:
    (proc / pid).mkdir()
    (proc / pid / "stat").write_text(f"5 ({name}) S {parent} 1 1")
    (proc / pid / "cmdline").write_bytes(command)


def test_every_row_of_the_table_is_sound() -> None:
    rows = table.rows()
    assert len(rows) > 15
    assert all(row.when and row.terminal.name for row in rows)
    assert {row.terminal.hint for row in rows} - {""} == set(HINTS)


def test_the_samples_of_letters_are_written_with_their_forms() -> None:
    for name, sample in letters.samples().items():
        drawn = {char for cell in layout(sample, 80)[0].cells for char in cell.text}
        assert drawn & letters.forms([name]), name
    assert letters.forms(["no such group"]) == frozenset()
