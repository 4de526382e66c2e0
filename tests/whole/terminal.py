"""A terminal to run the program in: a pseudo-terminal with pyte's model of a screen behind it.

Waits are for something on the screen, never for time to pass; what does not come in `PATIENCE` fails, with the screen.
"""

from __future__ import annotations

import codecs
import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Self

PATIENCE = 60.0

# Forms that pyte would print: private CSI, kitty's keyboard protocol, string controls, modes with an intermediate.
UNKNOWN = re.compile(
    r"\x1b[P^_X][^\x1b\x07]*(?:\x1b\\|\x07)"
    r"|\x1b\[[<=>][0-9;:]*[A-Za-z]"
    r"|\x1b\[\??[0-9;]*\$p"
    r"|\x1b\[[0-9;]*[ !\"'$][A-Za-z@-~]"
)
_CUT = re.compile(r"\x1b(?:[P^_X\]][^\x07\x1b]*\x1b?|\[[0-9;:?<=>$ !\"']*)?$")

_MOUSE = b"\x1b[?1000h"  # what Textual sends when it takes the terminal over

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
}


def inherited() -> dict[str, str]:
    """This process's environment without what would say otherwise than the terminal how large it is."""
    return {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}


class Terminal:
    """A program in a pseudo-terminal of so many columns and rows."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        cols: int = 140,
        rows: int = 40,
        env: Mapping[str, str] | None = None,
        answers: Mapping[bytes, bytes] | None = None,
    ) -> None:
        self.screen = pyte.Screen(cols, rows)
        self._stream = pyte.Stream(self.screen)
        self._carry = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.output = b""
        # What terminals answer: device attributes always, mode 8 as told (VTE's is 8;1).
        self._answers = {b"\x1b[c": b"\x1b[?62;22c", **(answers or {})}
        self._questions = re.compile(b"|".join(map(re.escape, self._answers)))
        self._answered = 0
        environment = {**inherited(), "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
        self.pid, self.fd = pty.fork()
        if not self.pid:  # pragma: no cover - the program's side
            os.execvpe(command[0], list(command), environment)  # noqa: S606
        self._size(cols, rows)
        self.code: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.code is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    def _size(self, cols: int, rows: int) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def resize(self, cols: int, rows: int) -> None:
        """Give the program another size."""
        self.screen.resize(rows, cols)
        self._size(cols, rows)

    def attributes(self) -> list[object]:
        """The terminal's settings (echo, canonical mode, ...)."""
        return termios.tcgetattr(self.fd)

    def send(self, *keys: str) -> None:
        """Type: names of `KEYS`, or text as it is."""
        for key in keys:
            os.write(self.fd, KEYS.get(key, key).encode())

    @property
    def text(self) -> str:
        """The screen's lines."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def until(self, wanted: Callable[[], bool], what: str) -> None:
        """Read what the program writes until this holds."""
        end = time.monotonic() + PATIENCE
        while not wanted():
            if not self._read(0.2) and time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}; the screen:\n{self.text}")

    def see(self, *texts: str) -> None:
        """Wait until all of these are on the screen."""
        self.until(lambda: all(text in self.text for text in texts), f"{texts}")

    def reader(self) -> None:
        """Wait until the reader itself has the terminal, and shows the list and the keys, not a screen ahead of it."""
        self.see("●")
        self.until(lambda: _MOUSE in self.output and bool(self.screen.display[-1].strip()), "the reader")
        self.settle()

    def settle(self) -> None:
        """Read until the program has nothing more to write for a while."""
        while self._read(0.3):
            pass

    def wait(self) -> int:
        """Wait for the program to end; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.code is None:
            self._read(0.2)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                raise AssertionError(f"the program does not end; the screen:\n{self.text}")
        while self._read(0.2):
            pass
        return self.code

    def _read(self, patience: float) -> bool:
        if not select.select([self.fd], [], [], patience)[0]:
            return False
        try:
            chunk = os.read(self.fd, 65536)
        except OSError:  # Linux says EIO when the other side is closed
            return False
        self.output += chunk
        self._answer()
        self._show(chunk)
        return bool(chunk)

    def _show(self, chunk: bytes) -> None:
        """Put what the program wrote on the screen; a sequence that was cut in two waits for its other half."""
        text = self._carry + self._decoder.decode(chunk)
        cut = _CUT.search(text)
        self._carry = text[cut.start() :] if cut else ""
        self._stream.feed(UNKNOWN.sub("", text[: cut.start()] if cut else text))

    def _answer(self) -> None:
        for question in self._questions.finditer(self.output, self._answered):
            os.write(self.fd, self._answers[question[0]])
            self._answered = question.end()
        # A question may be cut in two by a read.
        self._answered = max(self._answered, len(self.output) - 8)
