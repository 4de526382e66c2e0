"""From a fact to its evidence, to another article and back; what is said of it outlives a rebuild, and leaves."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from os import environ
from typing import TYPE_CHECKING

from tests.visual import shown
from tests.whole.terminal import Terminal
from tests.whole.test_program import WARRAQ, env, pytestmark

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["env", "pytestmark"]

COLS, ROWS = 150, 42


def _run(env: dict[str, str], *command: str) -> str:
    done = subprocess.run([WARRAQ, *command], env={**environ, **env}, check=True, capture_output=True, text=True)
    return done.stdout


def test_a_fact_is_followed_judged_and_taken_along(env: dict[str, str], tmp_path: Path) -> None:
    env["LC_ALL"] = "C.UTF-8"
    with Terminal([WARRAQ], cols=COLS, rows=ROWS, env=env) as terminal:
        terminal.reader()
        terminal.settle()
        terminal.send("enter", "f")
        terminal.until(lambda: "compare" in terminal.screen.display[-1], "the facts' keys")
        # To the evidence, which is marked in the text.
        plain = {terminal.screen.buffer[y][70].bg for y in range(3, 40)}
        terminal.send("j", "j", "j", "enter")
        terminal.until(
            lambda: bool({terminal.screen.buffer[y][x].bg for y in range(3, 40) for x in range(48, 102)} - plain),
            "marked evidence",
        )
        # To the article that says the same, and back.
        terminal.send("v")
        terminal.until(lambda: "not the same" in terminal.screen.display[-1], "the comparison")
        terminal.send("j", "enter")
        terminal.until(lambda: shown("أسئلة بلا جواب") in _reader(terminal), "the other article")
        terminal.send("\x0f")
        terminal.until(lambda: shown("قضية بيغاسوس من أولها") in _reader(terminal), "the article before")
        terminal.send("escape")
        terminal.until(lambda: "compare" in terminal.screen.display[-1], "the facts again")
        # It is wrong.
        terminal.send("w")
        terminal.see("Said to be wrong", "✗")
        terminal.send("q")
        assert terminal.wait() == 0
    _run(env, "rebuild")
    with Terminal([WARRAQ], cols=COLS, rows=ROWS, env=env) as terminal:
        terminal.reader()
        terminal.see("✗")
        terminal.send("q")
        assert terminal.wait() == 0
    (wrong,) = [
        fact for fact in map(json.loads, _run(env, "facts", "--json").splitlines()) if fact["verdict"] == "wrong"
    ]
    rows = csv.DictReader(io.StringIO(_run(env, "facts", "--format", "csv")))
    assert [row["id"] for row in rows if row["verdict"] == "wrong"] == [wrong["id"]]
    _run(env, "export", "--out", str(tmp_path / "all.jsonl"))
    _run(env, "import", str(tmp_path / "all.jsonl"), "--library", str(tmp_path / "other.db"))
    copied = map(json.loads, _run(env, "facts", "--json", "--library", str(tmp_path / "other.db")).splitlines())
    assert [fact["id"] for fact in copied if fact["verdict"] == "wrong"] == [wrong["id"]]


def _reader(terminal: Terminal) -> str:
    """The first lines of the middle pane, where the article's title stands."""
    return "\n".join(line[46:104] for line in terminal.screen.display[2:5])
