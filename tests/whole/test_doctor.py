"""`warraq doctor` and the calibration in a pseudo-terminal: what was answered is told, what was chosen is kept."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.visual import shown
from tests.whole.terminal import Terminal, inherited

WARRAQ = shutil.which("warraq", path=str(Path(sys.executable).parent)) or ""

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(not WARRAQ, reason="warraq is not installed in this environment: pip install -e '.[dev]'"),
]

KITTY = {b"\x1b[8$p": b"\x1b[8;0$y", b"\x1b[>q": b"\x1bP>|kitty(0.26.5)\x1b\\", b"\x1b[>c": b"\x1b[>1;4000;26c"}


def folders(folder: Path) -> dict[str, str]:
    return {"XDG_DATA_HOME": str(folder / "data"), "XDG_CONFIG_HOME": str(folder / "config"), "WARRAQ_LIBRARY": ""}


def test_the_report_tells_what_the_terminal_answered(tmp_path: Path) -> None:
    with Terminal([WARRAQ, "doctor"], cols=100, rows=70, env=folders(tmp_path), answers=KITTY) as terminal:
        terminal.see("Terminal: kitty", "XTVERSION  kitty(0.26.5)", "words", "Enter shows the calibration screen")
        before = terminal.attributes()
        terminal.send("no", "enter")
        assert terminal.wait() == 0
        assert terminal.attributes() == before
    assert not (tmp_path / "config").exists()


def test_json_needs_no_terminal() -> None:
    done = subprocess.run(
        [WARRAQ, "doctor", "--json"],
        env=inherited() | {"TERM": "xterm-256color", "VTE_VERSION": "7006", "TMUX": "", "STY": ""},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        start_new_session=True,  # without a terminal of its own
    )
    report = json.loads(done.stdout)
    assert report["terminal"]["name"] == "VTE"
    assert report["terminal"]["evidence"] == {"TERM": "xterm-256color", "VTE_VERSION": "7006"} | {
        name: value for name, value in report["terminal"]["evidence"].items() if name == "COLORTERM"
    }
    assert report["text"] == {"mode": "explicit", "why": "environment"}
    assert report["terminal"]["answers"] is None
    assert set(report["configuration"]) >= {"text", "harakat", "measure", "theme", "language", "library"}


def test_what_is_chosen_is_kept_and_used(tmp_path: Path) -> None:
    env = folders(tmp_path) | {"TERM": "odd-256color"}
    with Terminal([WARRAQ], env=env) as terminal:
        terminal.reader()
        terminal.see("press F2")
        terminal.settle()
        terminal.send("\x1bOQ")  # F2
        terminal.see("Which of these lines reads right")
        terminal.send("2", "enter")
        terminal.see("1 if they do not")
        terminal.send("1", "enter")
        terminal.see("Their numbers, apart by spaces")
        terminal.send("enter")
        terminal.reader()
        terminal.see(shown("أرقام القضية بين تقرير وآخر"))
        assert terminal.output.rindex(b"\x1b[8l") > terminal.output.rindex(b"\x1b[8h"), "the chosen mode is on"
        terminal.settle()
        assert "press F2" not in terminal.text
        terminal.send("q")
        assert terminal.wait() == 0
        assert terminal.output.rindex(b"\x1b[8h") > terminal.output.rindex(b"\x1b[8l")
    kept = (tmp_path / "config" / "warraq" / "config.toml").read_text(encoding="utf-8")
    assert kept.split() == ["[terminals.odd-256color]", "text", "=", '"explicit"', "harakat", "=", "false"]
    with Terminal([WARRAQ], env=env) as terminal:
        terminal.reader()
        assert b"\x1b[8l" in terminal.output
        terminal.settle()
        assert "press F2" not in terminal.text
        terminal.send("q")
        assert terminal.wait() == 0


def test_the_offer_is_made_once(tmp_path: Path) -> None:
    for times in range(2):
        with Terminal([WARRAQ], env=folders(tmp_path)) as terminal:
            terminal.reader()
            terminal.settle()
            assert ("press F2" in terminal.text) == (times == 0)
            terminal.send("q")
            assert terminal.wait() == 0
