"""Programs in a pseudo-terminal of 120x40, timed from the key to the paint that answers it.

What a program writes is read the moment it is there, and stamped; only when it has been quiet for a while is it put on
a model of the screen, piece by piece, to find the first after which the screen shows what was waited for. So the cost
of the model is in no figure.
"""

from __future__ import annotations

import os
import select
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.whole.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

QUIET = 0.12
_AT_ONCE = 0.002
PATIENCE = 30.0
COLS, ROWS = 120, 40
_FRAME_END = b"\x1b[?2026l"
# Of terminals that can hold a frame back until it is whole (mode 2026).
_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y"}


class Paint(NamedTuple):
    """What answered a key: after how many seconds, and the bytes of the first frame."""

    seconds: float
    size: int


class Painted(Terminal):
    """A program that is timed.

    Attributes:
        ready: seconds from the fork until the screen showed what it was started for.
    """

    def __init__(
        self, command: Sequence[str], ready: Callable[[Painted], bool], env: Mapping[str, str], *, typed: str = ""
    ) -> None:
        """Start.

        Args:
            command: the program and its arguments.
            ready: whether it shows what it was started for.
            env: what of the environment is another.
            typed: keys that are typed as soon as it is ready.
        """
        self._pieces: list[tuple[float, bytes]] = []
        self._since = time.perf_counter()
        super().__init__(command, cols=COLS, rows=ROWS, env=env, answers=_ANSWERS)
        self.ready = self._wait(lambda: ready(self), QUIET if not typed else _AT_ONCE)
        if typed:
            os.write(self.fd, typed.encode())

    def key(self, keys: str, shows: Callable[[Painted], bool] | None = None) -> Paint:
        """Type, and wait for a paint.

        Args:
            keys: written at once.
            shows: whether the screen shows the answer; None for any change of it.
        """
        self._wait(lambda: True, QUIET)
        before = self._cells()
        start = len(self.output)
        self._since = time.perf_counter()
        os.write(self.fd, keys.encode())
        seconds = self._wait(lambda: shows(self) if shows else self._cells() != before, QUIET)
        frame = self.output[start:]
        return Paint(seconds, frame.find(_FRAME_END) + len(_FRAME_END) if _FRAME_END in frame else len(frame))

    def seconds_until(self, shows: Callable[[Painted], bool]) -> float:
        """Seconds from the fork until the screen shows something."""
        return self._wait(lambda: shows(self), QUIET)

    def memory(self) -> float:
        """Its proportional share of memory in MB."""
        for line in Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
        return 0.0

    def leave(self, *keys: str) -> None:
        """Type the keys that end it, and wait until it has: it keeps something for its next start."""
        for key in keys:
            os.write(self.fd, key.encode())
            self._wait(lambda: True, QUIET)
        self.wait()
        self.__exit__()

    # ------------------------------------------------------------ inside

    def _wait(self, wanted: Callable[[], bool], quiet: float) -> float:
        """Seconds after which the screen showed it; all is read until the program is quiet."""
        end, found = time.perf_counter() + PATIENCE, 0.0
        while True:
            came = self._read(quiet)
            if came:
                continue
            for at, piece in self._pieces:
                self._show(piece)
                if not found and wanted():
                    found = at - self._since
            self._pieces.clear()
            if found or wanted():
                return found
            if time.perf_counter() > end:
                raise SystemExit(f"waited in vain; the screen:\n{self.text}")

    def _read(self, patience: float) -> bool:
        if not select.select([self.fd], [], [], patience)[0]:
            return False
        try:
            piece = os.read(self.fd, 65536)
        except OSError:
            return False
        self._pieces.append((time.perf_counter(), piece))
        self.output += piece
        self._answer()
        return bool(piece)

    def _cells(self) -> list[list[tuple[object, ...]]]:
        rows = self.screen.buffer
        return [[rows[y][x] for x in range(COLS)] for y in range(ROWS)]
