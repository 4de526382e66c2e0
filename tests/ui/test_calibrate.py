"""The calibration asks what reads right, keeps it for this terminal alone, and changes nothing else in the file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from tui.arabic.terminal import Mode, Terminal
from tui.calibration import Calibration, keep
from tui.config import load
from tui.errors import ConfigError
from tui.ui.calibrate import calibrate

if TYPE_CHECKING:
    from pathlib import Path

ODD = Terminal("", Mode.VISUAL, term="odd-256color")


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("3\n\n\n", Calibration("odd-256color", "runs", harakat=True)),
        ("1 2\n1\n4, 5\n", Calibration("odd-256color", "visual", harakat=False, lacking=("urdu", "kurdish"))),
        ("none\n9\n6\n\n\n", Calibration("odd-256color", "logical", harakat=True)),
        ("\n", None),
        ("", None),
    ],
)
def test_answers(typed: str, seen: Calibration | None) -> None:
    screen = io.StringIO()
    assert calibrate(ODD, screen, io.StringIO(typed).readline, 80) == seen
    assert screen.getvalue().startswith("\x1b[?1049h")
    assert screen.getvalue().endswith("\x1b[?1049l")
    assert screen.getvalue().count("\x1b[8l") == screen.getvalue().count("\x1b[8h") > 0


def test_each_line_is_sent_in_its_own_mode() -> None:
    screen = io.StringIO()
    calibrate(ODD, screen, io.StringIO("\n").readline, 80)
    lines = [line for line in screen.getvalue().splitlines() if "BBC" in line]
    assert len(lines) == len(set(lines)) == 6


def test_what_is_kept_is_read_again_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    keep(Calibration("xterm", "visual"), path)
    path.write_text('# mine\nmeasure = 60  # narrow\n\n[terminals."xterm"]\ntext = "visual"\n', encoding="utf-8")
    keep(Calibration("tmux in VTE", "runs", harakat=False, lacking=("urdu",)), path)
    keep(Calibration("xterm", "logical"), path)
    config = load(path, env={"HOME": str(tmp_path)})
    assert config.measure == 60
    assert set(config.terminals) == {
        Calibration("xterm", "logical"),
        Calibration("tmux in VTE", "runs", harakat=False, lacking=("urdu",)),
    }
    assert "# mine\nmeasure = 60  # narrow\n" in path.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_kept_is_one_line_and_stays(tmp_path: Path) -> None:
    broken = tmp_path / "config.toml"
    broken.write_text("measure = \n", encoding="utf-8")
    with pytest.raises(ConfigError, match="cannot be written"):
        keep(Calibration("xterm"), broken)
    assert broken.read_text(encoding="utf-8") == "measure = \n"
    with pytest.raises(ConfigError, match="cannot be written"):
        keep(Calibration("xterm"), broken / "config.toml")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('terminals = "xterm"', "must be tables"),
        ("[terminals]\nxterm = 1", "must be tables"),
        ('[terminals."xterm"]\ncolour = "red"', "unknown key 'colour'"),
        ('[terminals."xterm"]\ntext = "sideways"', "text must be one of auto, visual"),
        ("[terminals.xterm]\nharakat = 3", "harakat must be one of"),
        ("[terminals.xterm]\nlacking = [1]", "lacking must be a list"),
        ("[terminals.xterm]\ntext = []", "text must be one of"),
    ],
)
def test_mistakes_are_told_in_one_line(tmp_path: Path, text: str, wrong: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=wrong) as caught:
        load(path, env={"HOME": str(tmp_path)})
    assert "\n" not in str(caught.value)
