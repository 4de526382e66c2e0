"""Which terminal this is and how it wants Arabic.

Most terminals show what they get from left to right, and need visual order. Those that order text themselves (ECMA-48's
implicit mode) are switched off where they can be (VTE), or kept from ordering by LRM; see `terminals.tsv`.
"""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE = Path(__file__).with_name("terminals.tsv")
_QUESTION = b"\x1b[8$p\x1b[c"
_ANSWERS = re.compile(rb"\x1b\[\??[0-9;]+\$y|\x1b\[\?[0-9;]*c")
_LAST_ANSWER = re.compile(rb"\x1b\[\?[0-9;]*c")
_MODE_8 = re.compile(r"\x1b\[8;([0-4])\$y")
_CONDITION = re.compile(r"(?P<name>\w+)(?:>=(?P<least>\d+)|=(?P<like>.+))?")


class Mode(StrEnum):
    """How lines are sent.

    Attributes:
        VISUAL: joined, in visual order, nothing else.
        EXPLICIT: the same, after the terminal's own ordering was switched off.
        LRM: the same with LRM after each letter that the terminal would reorder.
        LOGICAL: as stored, for the terminal to join and order.
    """

    VISUAL = "visual"
    EXPLICIT = "explicit"
    LRM = "lrm"
    LOGICAL = "logical"


@dataclass(frozen=True, slots=True)
class Terminal:
    """What is known of a terminal.

    Attributes:
        name: '' when unknown.
        mode: how lines are sent.
        harakat: whether it draws marks on their letters.
        how: what told us: `setting`, `answer`, `environment` or `default`.
        hint: what its user could change to read better.
    """

    name: str
    mode: Mode
    harakat: bool = True
    how: str = "default"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    when: tuple[str, ...]
    terminal: Terminal


def detect(env: Mapping[str, str], answers: str | None = None, *, setting: str = "auto") -> Terminal:
    """Tell how this terminal wants Arabic: by the user's setting, by its answers, by the environment.

    Args:
        env: the environment.
        answers: what `ask` got; None when it was not asked.
        setting: a `Mode`'s name, or `auto`.

    Raises:
        ValueError: `setting` is neither.
    """
    found = _by_environment(env, answers or "")
    if setting != "auto":
        return Terminal(found.name, Mode(setting), found.harakat, "setting", found.hint)
    if _mode_8(answers or "") in ("1", "2"):  # only VTE knows this mode, and answers through nothing that hides it
        return Terminal("VTE", Mode.EXPLICIT, how="answer")
    return found


def ask(fd_in: int, fd_out: int, timeout: float = 0.1) -> tuple[str, bytes]:
    """Ask the terminal whether it knows the mode that switches its own ordering off (DECRQM of mode 8).

    Every terminal answers the second question (DA1), so a silence on the first is known before the time is up.

    Args:
        fd_in: where the terminal's answers come from.
        fd_out: where it reads.
        timeout: seconds to wait at most; answers that come later are read as keys.

    Returns:
        The answers, and every byte that was none: what the user typed meanwhile. Both are empty where the two are not a
        terminal, or the platform has no termios.
    """
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return "", b""
    if not (os.isatty(fd_in) and os.isatty(fd_out)):
        return "", b""
    try:
        before = termios.tcgetattr(fd_in)
        tty.setraw(fd_in, termios.TCSANOW)
    except termios.error:
        return "", b""
    try:
        os.write(fd_out, _QUESTION)
        got = _read(fd_in, timeout)
    finally:
        termios.tcsetattr(fd_in, termios.TCSANOW, before)
    return b"".join(_ANSWERS.findall(got)).decode("ascii"), _ANSWERS.sub(b"", got)


def enter(mode: Mode) -> str:
    """What to send before the first line in a mode."""
    return "\x1b[8l" if mode is Mode.EXPLICIT else ""


def leave(mode: Mode) -> str:
    """What to send after the last line, so that the terminal is as it was."""
    return "\x1b[8h" if mode is Mode.EXPLICIT else ""


def _read(fd: int, timeout: float) -> bytes:
    import select

    got = b""
    until = time.monotonic() + timeout
    while not _LAST_ANSWER.search(got) and (left := until - time.monotonic()) > 0:
        if not select.select([fd], [], [], left)[0]:
            break
        piece = os.read(fd, 1024)
        if not piece:
            break
        got += piece
    return got


def _mode_8(answers: str) -> str:
    found = _MODE_8.search(answers)
    return found[1] if found else ""


def _by_environment(env: Mapping[str, str], answers: str) -> Terminal:
    denied = _mode_8(answers) == "0"  # variables are inherited: an xterm started in VTE has VTE's too
    for row in _rows():
        if denied and row.terminal.mode is Mode.EXPLICIT:
            continue
        if all(_holds(condition, env) for condition in row.when):
            return row.terminal
    return Terminal("", Mode.VISUAL)


def _holds(condition: str, env: Mapping[str, str]) -> bool:
    parts = _CONDITION.fullmatch(condition)
    assert parts, f"{_TABLE.name}: {condition}"
    value = env.get(parts["name"], "")
    if parts["least"]:
        return value.isdecimal() and int(value) >= int(parts["least"])
    return fnmatchcase(value, parts["like"]) if parts["like"] else bool(value)


@cache
def _rows() -> tuple[_Row, ...]:
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = []
    for line in lines[1:]:
        name, when, mode, harakat, hint = line.split("\t")
        rows.append(_Row(tuple(when.split()), Terminal(name, Mode(mode), harakat == "yes", "environment", hint)))
    return tuple(rows)
