"""Asking the terminal what it is, without taking the reader's keys."""

from __future__ import annotations

import os
import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.arabic.terminal.modes import passed
from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# DECRQM of mode 8, XTVERSION, secondary and primary device attributes. Every terminal answers the last one, so that
# silence on the others is known before the time is up.
QUESTIONS = ("\x1b[8$p", "\x1b[>q", "\x1b[>c", "\x1b[c")
_KINDS = {
    "mode_8": rb"\x1b\[8;(?P<mode_8>[0-4])\$y",
    "version": rb"\x1bP>\|(?P<version>[^\x1b\x07]*)(?:\x1b\\|\x07)",
    "secondary": rb"\x1b\[>(?P<secondary>[0-9;]*)c",
    "primary": rb"\x1b\[\?(?P<primary>[0-9;]*)c",
}
_ANSWER = re.compile(b"|".join(_KINDS.values()))
_COLUMN = re.compile(rb"\x1b\[\d+;(\d+)R")
_UNPRINTABLE = re.compile(r"[^ -~]")


@frozen
class Answers:
    """What a terminal answered; '' where it was silent.

    Attributes:
        asked: whether it was asked at all.
        mode_8: DECRQM's value for ECMA-48's BDSM: 0 not known, 1 set, 2 reset.
        version: XTVERSION, such as `XTerm(379)`.
        secondary: secondary device attributes, such as `41;379;0`.
        primary: primary device attributes.
        seconds: until the last answer came.
        raw: the answers as they came.
    """

    asked: bool = False
    mode_8: str = ""
    version: str = ""
    secondary: str = ""
    primary: str = ""
    seconds: float = 0.0
    raw: bytes = b""

    @property
    def variables(self) -> dict[str, str]:
        """The answers as if they were variables of the environment, as the table of terminals names them."""
        return {"XTVERSION": self.version, "DA2": self.secondary}


NO_ANSWERS = Answers()


def ask(fd_in: int, fd_out: int, timeout: float = 0.1, *, through: str = "") -> tuple[Answers, bytes]:
    """Ask the terminal what it is and whether it knows the mode that switches its own ordering off.

    Args:
        fd_in: where the terminal's answers come from.
        fd_out: where it reads.
        timeout: seconds to wait at most; answers that come later are read as keys.
        through: `screen` to ask the terminal around GNU screen, which passes questions on and answers back.

    Returns:
        The answers, and every byte that was none: what the user typed meanwhile. Both are empty where the two are not a
        terminal, or the platform has no termios.
    """
    with _raw(fd_in, fd_out) as ready:
        if not ready:
            return NO_ANSWERS, b""
        begun = time.monotonic()
        os.write(fd_out, questions(through).encode("ascii"))
        got = _read(fd_in, re.compile(_KINDS["primary"]), begun + timeout)
        seconds = time.monotonic() - begun
    return understood(got, seconds)


def questions(through: str) -> str:
    """What `ask` sends."""
    return "".join([passed(question, through) for question in QUESTIONS])


def understood(got: bytes, seconds: float = 0.0) -> tuple[Answers, bytes]:
    """The answers among what a terminal sent, and the rest of it."""
    found = dict.fromkeys(_KINDS, "")
    for match in _ANSWER.finditer(got):
        name = str(match.lastgroup)
        found[name] = _UNPRINTABLE.sub("", match[name].decode("ascii", "replace"))[:80]
    raw = b"".join(match[0] for match in _ANSWER.finditer(got))
    return Answers(asked=True, seconds=round(seconds, 4), raw=raw, **found), _ANSWER.sub(b"", got)


def widths(texts: Sequence[str], fd_in: int, fd_out: int, timeout: float = 0.1) -> list[int]:
    """How many cells the terminal gives to each text, by the cursor's place behind it (CPR); -1 where it is silent.

    The texts are written on the cursor's line, which is empty afterwards; keys typed meanwhile are lost.
    """
    found: list[int] = []
    with _raw(fd_in, fd_out) as ready:
        for text in texts if ready else ():
            os.write(fd_out, f"\r\x1b[K{text}\x1b[6n\r\x1b[K".encode())
            answer = _COLUMN.search(_read(fd_in, _COLUMN, time.monotonic() + timeout))
            found.append(int(answer[1]) - 1 if answer else -1)
            if not answer:  # one that is silent once is silent
                break
    return found + [-1] * (len(texts) - len(found))


@contextmanager
def _raw(fd_in: int, fd_out: int) -> Iterator[bool]:
    """The terminal in raw mode, as it was afterwards; False where there is none."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        yield False
        return
    if min(fd_in, fd_out) < 0 or not (os.isatty(fd_in) and os.isatty(fd_out)):
        yield False
        return
    try:
        before = termios.tcgetattr(fd_in)
        tty.setraw(fd_in, termios.TCSANOW)
    except termios.error:
        yield False
        return
    try:
        yield True
    finally:
        termios.tcsetattr(fd_in, termios.TCSANOW, before)


def _read(fd: int, last: re.Pattern[bytes], until: float) -> bytes:
    """What comes until the last answer is there or the time is up."""
    import select

    got = b""
    while not last.search(got) and (left := until - time.monotonic()) > 0:
        if not select.select([fd], [], [], left)[0]:
            break
        piece = os.read(fd, 1024)
        if not piece:
            break
        got += piece
    return got
