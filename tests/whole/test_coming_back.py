"""The second start: the screen that was left stands at once, the reader takes it over, and goes on where it was."""

from __future__ import annotations

import json
import os
import signal
from typing import TYPE_CHECKING

import pyte
import pytest

from tests.visual import said, shown
from tests.whole.terminal import UNKNOWN, Terminal
from tests.whole.test_program import WARRAQ, env, pytestmark
from tui.arabic.direction import isolate

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["env", "pytestmark"]

# What Textual sends when it takes the terminal over.
_MOUSE = b"\x1b[?1000h"
_FRAME_END = b"\x1b[?2026l"
_SYNCHRONISED = {b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
_BARS = " ▁▂▃▄▅▆▇█"


def _start(env: dict[str, str], cols: int = 140, rows: int = 36) -> Terminal:
    return Terminal([WARRAQ], cols=cols, rows=rows, env=env, answers=_SYNCHRONISED)


def _replayed(terminal: Terminal, output: bytes) -> list[list[tuple[object, ...]]]:
    """What is written after an output, with its colours; a scroll bar may grow as long texts are laid out."""
    screen = pyte.Screen(terminal.screen.columns, terminal.screen.lines)
    pyte.Stream(screen).feed(UNKNOWN.sub("", output.decode("utf-8", "replace")))
    rows = [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]
    return [
        [(char.data, char.fg, char.bg, char.bold) if char.data not in _BARS else () for char in row] for row in rows
    ]


def _leave_in_an_article(env: dict[str, str], cols: int, rows: int) -> None:
    with _start(env, cols, rows) as terminal:  # which imports the samples, and offers the calibration once
        terminal.reader()
        terminal.send("q")
        assert terminal.wait() == 0
    with _start(env, cols, rows) as terminal:
        terminal.reader()
        terminal.send("j")
        terminal.send("enter")
        terminal.settle()
        terminal.send("j", "j", "j")
        terminal.settle()
        terminal.send("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("language", ["C.UTF-8", "ar_EG.UTF-8"])
@pytest.mark.parametrize(("cols", "rows"), [(140, 36), (100, 30), (60, 20)])
def test_the_screen_that_was_left_stands_until_the_reader_shows_the_same(
    env: dict[str, str], language: str, cols: int, rows: int
) -> None:
    env["LC_ALL"] = language
    _leave_in_an_article(env, cols, rows)
    with _start(env, cols, rows) as terminal:
        before = terminal.attributes()
        terminal.until(lambda: _MOUSE in terminal.output, "the reader")
        terminal.settle()
        ahead, rest = terminal.output.split(_MOUSE, 1)
        first = _replayed(terminal, ahead)
        assert any(char for row in first for char in row)
        frames = rest.split(_FRAME_END)
        for number in range(1, len(frames) + 1):
            assert _replayed(terminal, ahead + _MOUSE + _FRAME_END.join(frames[:number])) == first
        assert terminal.output.count(b"\x1b[?1049h") == 1
        terminal.send("q")
        assert terminal.wait() == 0
        assert terminal.output.count(b"\x1b[?1049l") == 1
        assert terminal.attributes() == before


def test_keys_typed_at_the_first_screen_are_the_readers(env: dict[str, str]) -> None:
    _leave_in_an_article(env, 140, 36)
    with _start(env) as terminal:
        terminal.until(lambda: b"\x1b[?1049h" in terminal.output, "the first screen")
        assert _MOUSE not in terminal.output
        terminal.send("/", "صحفيا", "enter")
        terminal.until(lambda: said(f"Search: {isolate('صحفيا')}") in terminal.screen.display[1], "the search")
        terminal.send("q")
        assert terminal.wait() == 0


def test_a_search_its_place_and_the_history_come_back(env: dict[str, str]) -> None:
    _leave_in_an_article(env, 140, 36)
    with _start(env) as terminal:
        terminal.until(lambda: _MOUSE in terminal.output, "the reader")
        terminal.send("/", "صحفيا", "enter")
        terminal.until(lambda: said(f"Search: {isolate('صحفيا')}") in terminal.screen.display[1], "the search")
        terminal.send("j")
        terminal.settle()
        left = terminal.text
        terminal.send("q")
        assert terminal.wait() == 0
    with _start(env) as terminal:
        terminal.until(lambda: _MOUSE in terminal.output, "the reader")
        terminal.settle()
        assert terminal.text == left
        terminal.send("/", "\x15", "up")
        terminal.until(lambda: shown("صحفيا") in terminal.screen.display[0], "the search of before")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM


@pytest.mark.parametrize(
    "changed", ["the library", "the size", "the terminal", "its silence", "the language", "the file"]
)
def test_a_screen_that_would_be_wrong_is_not_shown(env: dict[str, str], tmp_path: Path, changed: str) -> None:
    _leave_in_an_article(env, 140, 36)
    (kept,) = (tmp_path / "state" / "warraq").glob("*.screen.json")
    cols, answers = 140, dict(_SYNCHRONISED)
    screen = json.loads(kept.read_text())["screen"].encode()
    match changed:
        case "the library":
            os.utime(tmp_path / "data" / "warraq" / "library.db", (1, 1))
        case "the size":
            cols = 120
        case "the terminal":
            answers[b"\x1b[c"] = b"\x1b[?1;2c"
        case "its silence":
            kept.write_text(json.dumps({**json.loads(kept.read_text()), "answers": ""}), encoding="utf-8")
        case "the language":
            env["LC_ALL"] = "ar_EG.UTF-8"
        case "the file":
            kept.write_text(json.dumps({**json.loads(kept.read_text()), "screen": 5}), encoding="utf-8")
    with Terminal([WARRAQ], cols=cols, rows=36, env=env, answers=answers) as terminal:
        before = terminal.attributes()
        terminal.until(lambda: _MOUSE in terminal.output, "the reader")
        assert screen not in terminal.output.split(_MOUSE, 1)[0]
        terminal.send("j", "q")
        assert terminal.wait() == 0
        assert terminal.attributes() == before


@pytest.mark.parametrize("pane", ["list", "article"])
@pytest.mark.parametrize("language", ["C.UTF-8", "ar_EG.UTF-8"])
@pytest.mark.parametrize(("cols", "rows"), [(140, 36), (119, 30), (100, 24), (60, 20), (40, 12)])
def test_where_no_screen_was_kept_the_list_stands_as_the_reader_then_shows_it(  # noqa: PLR0917
    env: dict[str, str], tmp_path: Path, cols: int, rows: int, language: str, pane: str
) -> None:
    env["LC_ALL"] = language
    _leave_in_an_article(env, cols, rows)
    if pane == "list":
        with _start(env, cols, rows) as terminal:
            terminal.until(lambda: _MOUSE in terminal.output, "the reader")
            terminal.send("escape")
            terminal.settle()
            terminal.send("j", "j", "j", "j")
            terminal.settle()
            terminal.send("q")
            assert terminal.wait() == 0
    for kept in (tmp_path / "state" / "warraq").glob("*.screen.json"):
        kept.unlink()
    with _start(env, cols, rows) as terminal:
        terminal.until(lambda: _MOUSE in terminal.output, "the reader")
        terminal.settle()
        ahead, rest = terminal.output.split(_MOUSE, 1)
        first, then = _replayed(terminal, ahead), _replayed(terminal, ahead + _MOUSE + rest)
        told = [
            (y, x) for y, row in enumerate(first) for x, cell in enumerate(row) if cell and cell[0] not in {"▏", "●"}
        ]
        assert bool(told) is (cols >= 80 or pane == "list")
        assert [(first[y][x], then[y][x]) for y, x in told if first[y][x] != then[y][x]] == []
        terminal.send("q")
        assert terminal.wait() == 0


def test_one_who_is_killed_at_the_first_screen_gives_the_terminal_back(env: dict[str, str]) -> None:
    _leave_in_an_article(env, 140, 36)
    with _start(env) as terminal:
        before = terminal.attributes()
        terminal.until(lambda: b"\x1b[?1049h" in terminal.output, "the first screen")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert terminal.attributes() == before
        assert terminal.output.count(b"\x1b[?1049l") == 1


def test_an_error_after_the_first_screen_is_one_line_on_the_terminal_as_it_was(
    env: dict[str, str], tmp_path: Path
) -> None:
    _leave_in_an_article(env, 140, 36)
    config = tmp_path / "config" / "warraq"
    (kept,) = (tmp_path / "state" / "warraq").glob("*.screen.json")
    config.mkdir(parents=True, exist_ok=True)
    values = json.loads(kept.read_text())
    (config / "config.toml").write_text("nonsense = 1\n", encoding="utf-8")
    state = (config / "config.toml").stat()
    values["signs"] = [
        [sign[0], state.st_size, state.st_mtime_ns]
        if isinstance(sign, list) and sign[0] == values["files"][2]
        else sign
        for sign in values["signs"]
    ]
    kept.write_text(json.dumps(values), encoding="utf-8")
    with _start(env) as terminal:
        before = terminal.attributes()
        assert terminal.wait() == 1
        assert terminal.output.index(b"\x1b[?1049l") < terminal.output.index(b"unknown key")
        assert terminal.attributes() == before
