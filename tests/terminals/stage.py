"""An X server without a screen, a terminal on it, keys for it, and pictures of it."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Self

WIDTH, HEIGHT = 1400, 1000
PATIENCE = 30.0


class Broken(Exception):  # noqa: N818 - it says what a terminal is
    """A terminal that does not start, or does not say anything."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the terminal's cells are in a picture, in pixels."""

    left: int
    top: int
    cell_width: int
    cell_height: int
    cols: int
    rows: int


class Stage:
    """One X server with one terminal, in a folder of its own."""

    def __init__(self, folder: Path, fonts: Path) -> None:
        self.folder = folder
        for name in ("said", "told"):
            os.mkfifo(folder / name)
        self._said = os.open(folder / "said", os.O_RDWR)
        self._told = os.open(folder / "told", os.O_RDWR)
        self._log = (folder / "log").open("wb")
        self._started: list[subprocess.Popen[bytes]] = []
        self._program = 0
        reading, writing = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        self._start(["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-dpi", "96"], {}, (writing,))
        os.close(writing)
        with os.fdopen(reading) as number:
            display = number.readline().strip()
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "XDG_DATA_HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "DISPLAY": f":{display}",
            "LC_ALL": "C.UTF-8",
            "SHELL": "/bin/sh",
            "FONTCONFIG_FILE": str(fonts),
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "NO_AT_BRIDGE": "1",
            "SCREENDIR": str(folder),
            "TMUX_TMPDIR": str(folder),
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._program:  # with which a multiplexer's server, which left its terminal's group, ends
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._program, signal.SIGTERM)
            self.wait(lambda: not Path("/proc", str(self._program)).exists())
        for process in reversed(self._started):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait()
        self._log.close()
        os.close(self._said)
        os.close(self._told)

    def open(self, command: Sequence[str]) -> tuple[Grid, bytes]:
        """Start a terminal with `inside` in it; where its cells are, and the blank screen."""
        self._start(command, self.env)
        cols, rows, self._program = map(int, self._hear().split())
        corners = self.steady()
        self._tell()
        self._hear()
        blank = self.steady()
        self._tell()
        return _grid(blank, corners, cols, rows), blank

    def key(self, *names: str) -> None:
        """Press keys: the pointer says who gets it, since there is no window manager."""
        self._run("xdotool", "mousemove", "20", "60", "key", *names)

    def click(self, grid: Grid) -> None:
        """Click near the lower right corner of the terminal."""
        x, y = grid.left + (grid.cols - 10) * grid.cell_width, grid.top + (grid.rows - 3) * grid.cell_height
        self._run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def picture(self) -> bytes:
        """The screen now: a byte a pixel, row after row: its colour's mean, in which blue on black is seen too."""
        return self._run("convert", "x:root", "-grayscale", "Average", "-depth", "8", "gray:-")

    def steady(self, other: bytes = b"", rest: float = 0.2) -> bytes:
        """The screen when it has been the same for so many seconds, and another than this one."""
        end = time.monotonic() + PATIENCE
        before, since = self.picture(), time.monotonic()
        while time.monotonic() < end:
            now = self.picture()
            if now != before:
                before, since = now, time.monotonic()
            elif now != other and time.monotonic() - since >= rest:
                return now
        raise Broken("the screen does not come to rest, or nothing happens on it")

    def keep(self, grid: Grid, path: Path) -> None:
        """Write the terminal's cells as a PNG."""
        size = f"{grid.cols * grid.cell_width}x{grid.rows * grid.cell_height}+{grid.left}+{grid.top}"
        self._run("convert", "x:root", "-crop", size, "+repage", str(path))

    def wait(self, wanted: Callable[[], bool]) -> bool:
        """Whether this came to hold in time."""
        end = time.monotonic() + PATIENCE
        while not (found := wanted()) and time.monotonic() < end:
            pass
        return found

    def _start(self, command: Sequence[str], env: dict[str, str], fds: tuple[int, ...] = ()) -> None:
        process = subprocess.Popen(
            command, env={"PATH": os.environ["PATH"], **env}, stdout=self._log, stderr=self._log, pass_fds=fds,
            start_new_session=True, cwd=self.folder,
        )  # fmt: skip
        self._started.append(process)

    def _hear(self) -> str:
        if not select.select([self._said], [], [], PATIENCE)[0]:
            raise Broken(f"says nothing; see {self._log.name}")
        return os.read(self._said, 100).decode()

    def _tell(self) -> None:
        os.write(self._told, b".")

    def _run(self, *command: str) -> bytes:
        return subprocess.run(command, env=self.env, capture_output=True, check=True).stdout


def _grid(blank: bytes, corners: bytes, cols: int, rows: int) -> Grid:
    differ = [place for place, (one, other) in enumerate(zip(blank, corners, strict=True)) if one != other]
    if not differ:
        raise Broken("shows no cells")
    xs = [place % WIDTH for place in differ]
    left, top = min(xs), differ[0] // WIDTH
    width, height = max(xs) + 1 - left, differ[-1] // WIDTH + 1 - top
    if width % cols or height % rows:
        raise Broken(f"its cells are no whole pixels: {width}x{height} for {cols}x{rows}")
    return Grid(left, top, width // cols, height // rows, cols, rows)
