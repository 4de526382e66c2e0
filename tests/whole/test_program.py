"""The installed program in a pseudo-terminal, from the first key to the terminal as it was before."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.visual import said, shown
from tests.whole.terminal import Terminal
from tui.arabic.direction import isolate

if TYPE_CHECKING:
    from collections.abc import Callable

# Beside the interpreter, whatever PATH says.
WARRAQ = shutil.which("warraq", path=str(Path(sys.executable).parent)) or ""
VTE = {b"\x1b[8$p": b"\x1b[8;1$y"}

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on Windows"),
    pytest.mark.skipif(not WARRAQ, reason="warraq is not installed in this environment: pip install -e '.[dev]'"),
]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A home of its own."""
    return {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config"), "WARRAQ_LIBRARY": ""}


def backgrounds(terminal: Terminal, text: str) -> set[str]:
    """The background colours under a text on the screen."""
    found = set()
    for y, line in enumerate(terminal.screen.display):
        if (x := line.find(text)) >= 0:
            found |= {terminal.screen.buffer[y][x + i].bg for i in range(len(text))}
    return found


def test_from_the_first_key_to_the_last(env: dict[str, str]) -> None:
    with Terminal([WARRAQ], cols=150, rows=42, env=env) as terminal:
        before = terminal.attributes()
        # The sample library is imported and shown.
        terminal.reader()
        terminal.see(shown("أرقام القضية بين تقرير وآخر"))
        terminal.send("j")
        terminal.send("k")
        # Search: the list is filtered and the hit is marked.
        terminal.send("/", "صحفيا", "enter")
        terminal.until(
            lambda: said(f"Search: {isolate('صحفيا')}") in terminal.screen.display[1], "the query in the status line"
        )
        terminal.settle()  # facts beside the text may show the word, marked, before the search is answered
        terminal.send("n")
        terminal.until(lambda: len(backgrounds(terminal, shown("صحفيا"))) > 1, "a marked hit")
        terminal.send("x")
        terminal.see("All articles")
        # Two entities: both chosen, in words above the list.
        terminal.send("e")
        terminal.see("People")
        terminal.send("غانتس")
        terminal.until(lambda: f"{shown('غانتس')} Entity" in terminal.text, "what was typed")
        terminal.send("enter")
        terminal.see(shown("✓ بيني غانتس"))
        terminal.send("escape")
        terminal.until(lambda: f"{shown('غانتس')} Entity" not in terminal.text, "an empty filter line")
        terminal.send("macron")
        terminal.see("macron", shown("إيمانويل ماكرون"))
        terminal.send("enter")
        terminal.until(lambda: terminal.screen.display[1].count("✓") == 2, "two chosen entities")
        terminal.send("escape")
        terminal.until(lambda: "macron" not in terminal.text, "an empty filter line")
        terminal.send("escape")
        terminal.until(lambda: "Entity" not in terminal.text, "the list alone")
        # Open the article, go to a fact, see its evidence marked in the text.
        terminal.send("enter")
        terminal.settle()
        plain = {terminal.screen.buffer[y][70].bg for y in range(3, 40)}
        terminal.send("f")
        terminal.settle()
        terminal.send("enter")
        reader = range(48, 102)
        terminal.until(
            lambda: bool({terminal.screen.buffer[y][x].bg for y in range(3, 40) for x in reader} - plain),
            "marked evidence",
        )
        # Other sizes, and the way out.
        for cols, rows in ((60, 20), (40, 12), (250, 60), (100, 30)):
            terminal.resize(cols, rows)
            terminal.until(lambda: bool(terminal.screen.display[-1].strip()), "the keys on the last line")
        terminal.resize(39, 12)
        terminal.see("40x12")
        terminal.resize(150, 42)
        terminal.until(lambda: "differences" in terminal.screen.display[-1], "all keys again")
        terminal.send("q")
        assert terminal.wait() == 0
        assert terminal.attributes() == before
        assert terminal.output.rindex(b"\x1b[?1049l") > terminal.output.rindex(b"\x1b[?1049h")
        assert b"\x1b[8l" not in terminal.output


@pytest.mark.parametrize(
    ("leave", "code"),
    [
        pytest.param(lambda t: t.send("q"), 0, id="quit"),
        pytest.param(lambda t: os.kill(t.pid, signal.SIGTERM), 128 + signal.SIGTERM, id="SIGTERM"),
        pytest.param(lambda t: os.kill(t.pid, signal.SIGHUP), 128 + signal.SIGHUP, id="SIGHUP"),
    ],
)
def test_vte_gets_its_own_ordering_back(env: dict[str, str], leave: Callable[[Terminal], None], code: int) -> None:
    with Terminal([WARRAQ], env=env, answers=VTE) as terminal:
        before = terminal.attributes()
        terminal.reader()
        assert b"\x1b[8l" in terminal.output
        terminal.settle()
        leave(terminal)
        assert terminal.wait() == code
        assert terminal.output.rindex(b"\x1b[8h") > terminal.output.rindex(b"\x1b[8l")
        assert terminal.attributes() == before


@pytest.mark.parametrize(
    "suspend",
    [
        pytest.param(lambda t: t.send("\x1a"), id="the key"),
        pytest.param(lambda t: os.kill(t.pid, signal.SIGTSTP), id="SIGTSTP"),
    ],
)
def test_vte_has_its_own_ordering_while_suspended(env: dict[str, str], suspend: Callable[[Terminal], None]) -> None:
    with Terminal([WARRAQ], env=env, answers=VTE) as terminal:
        before = terminal.attributes()
        terminal.reader()
        terminal.settle()
        suspend(terminal)
        terminal.until(lambda: os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED | os.WNOHANG)[1]), "it to stop")
        terminal.settle()
        assert terminal.output.rindex(b"\x1b[8h") > terminal.output.rindex(b"\x1b[8l")
        assert terminal.attributes() == before
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.until(
            lambda: terminal.output.rindex(b"\x1b[8l") > terminal.output.rindex(b"\x1b[8h"), "our mode to be back"
        )
        terminal.reader()
        terminal.settle()
        terminal.send("q")
        assert terminal.wait() == 0
        assert terminal.output.rindex(b"\x1b[8h") > terminal.output.rindex(b"\x1b[8l")


def test_keys_typed_while_it_starts_are_not_lost(env: dict[str, str]) -> None:
    with Terminal([WARRAQ], env=env) as terminal:
        terminal.send("?")
        terminal.see("Go to the beginning")
        terminal.send("escape")
        terminal.until(lambda: "Go to the beginning" not in terminal.text, "the help to close")
        terminal.send("q")
        assert terminal.wait() == 0


def test_what_a_terminal_answers_late_is_no_key(env: dict[str, str]) -> None:
    with Terminal([WARRAQ], env=env) as terminal:
        terminal.reader()
        terminal.settle()
        before = terminal.text
        terminal.send("\x1b[?62;22c", "\x1b[>41;379;0c", "\x1b[8;1$y", "\x1bP>|XTerm(379)\x1b\\")
        terminal.settle()
        assert terminal.text == before
        terminal.send("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("keys", ["?xx", "\x10\x1b[5~", "\x10the\r\r", "?\x1b[6~zz", ":\x1b\x1b"])
def test_keys_quicker_than_a_screen_that_closes(env: dict[str, str], keys: str) -> None:
    with Terminal([WARRAQ], env=env) as terminal:
        terminal.reader()
        terminal.send(keys)
        terminal.settle()
        terminal.send("escape")
        terminal.settle()
        terminal.send("escape")
        terminal.settle()
        terminal.send("q")
        assert terminal.wait() == 0


def test_a_mistake_in_the_program_is_one_line_and_gives_the_terminal_back(env: dict[str, str], tmp_path: Path) -> None:
    crash = (
        "import sys; from tui.ui.widgets.bars import KeyBar\n"
        "def broken(self, y): raise RuntimeError('made to fail')\n"
        "KeyBar.render_line = broken\n"
        "from tui.__main__ import main; sys.argv = ['warraq']; raise SystemExit(main())"
    )
    with Terminal([sys.executable, "-c", crash], env=env, answers=VTE) as terminal:
        before = terminal.attributes()
        code = terminal.wait()
        assert code == 1
        assert terminal.attributes() == before
        assert terminal.output.rindex(b"\x1b[8h") > terminal.output.rindex(b"\x1b[8l")
        last = terminal.output.decode().rpartition("\x1b[?1049l")[2]
        assert "stopped by an error of its own (RuntimeError)" in last
        assert "Traceback" not in last
    assert "made to fail" in (tmp_path / "data/warraq/library.crash.log").read_text(encoding="utf-8")


def test_without_a_terminal_it_says_so() -> None:
    done = subprocess.run([WARRAQ], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "needs a terminal" in done.stderr
