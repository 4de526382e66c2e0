"""The first screen of a start: what the reader left last time, shown before the reader itself is imported.

It is kept with all that it depends on: how the program was started, the terminal and its size, the configuration, the
library's file. Where any of it has changed, nothing is shown ahead, and the reader starts as if nothing were kept.

From here on the terminal is ours: in raw mode, so that what is typed waits for the reader, and on its alternate screen.
The reader takes it over without leaving it (`hand_over`); whoever ends before that gives it back (`take_down`).
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import FrameType

# The terminal is asked what it is (see tui.arabic.terminal.asking); what it answered last time must come again.
_PATIENCE = 0.1
_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"
_VARIABLES = (
    *("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "COLORTERM", "TERM", "TERM_PROGRAM", "TMUX", "STY"),
    *("VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "WT_SESSION", "XTERM_VERSION", "TEXTUAL_COLOR_SYSTEM"),
)
"""What of the environment a screen depends on."""


class Shown:
    """A screen that is shown.

    Attributes:
        up: whether it is on the terminal, and the terminal ours.
        got: all that the terminal sent: its answers, and what was typed.
        before: the terminal's settings as we found them.
    """

    def __init__(self, got: bytes, before: list[Any], end: str) -> None:
        self.got = got
        self.before = before
        self._end = end
        self._signals = {number: _handle(number) for number in _signals()}
        self.up = True

    def hand_over(self) -> None:
        """The reader has the terminal now, signals too."""
        import signal

        self.up = False
        for number, handler in self._signals.items():
            signal.signal(number, handler)

    def take_down(self) -> None:
        """Give the terminal back as it was."""
        if self.up:
            import termios

            self.hand_over()
            os.write(1, f"{self._end}{_LEAVE}".encode("ascii"))
            termios.tcsetattr(0, termios.TCSADRAIN, self.before)


shown: Shown | None = None
"""The screen that this process shows, if it does."""


def take_down() -> None:
    """Give the terminal back if a first screen is shown: before anything else is printed."""
    if shown:
        shown.take_down()


# ---------------------------------------------------------------- showing


def show(arguments: Sequence[str]) -> None:
    """Show the last screen of this way of starting, where it is still what the reader would show."""
    if not plain(arguments) or not (os.isatty(0) and os.isatty(1)):
        return
    from tui import kept  # not for commands that show no screen

    found = kept.read(file(arguments))
    try:
        if found and found["signs"] == signs(found["files"]):
            _paint(found)
    except (OSError, ImportError, TypeError, KeyError, AttributeError, UnicodeError):  # Windows; a file of other hands
        take_down()


def plain(arguments: Sequence[str]) -> bool:
    """Whether these arguments of the command open the reader where it was left."""
    rest = iter(arguments)
    for argument in rest:
        if argument in {"--library", "--config"}:
            next(rest, "")
        elif argument != "read":
            return False
    return True


def _paint(found: dict[str, Any]) -> None:
    """Ask the terminal, and show the screen if it is the same one."""
    global shown  # noqa: PLW0603 - there is one terminal
    import termios
    import tty

    whole = "".join((_ENTER, found["enter"], found["screen"])).encode()
    questions, answers, end = (
        found["questions"].encode("ascii"),
        found["answers"].encode("latin-1"),
        str(found["leave"]),
    )
    before = termios.tcgetattr(0)
    tty.setraw(0, termios.TCSANOW)
    try:
        os.write(1, questions)
        got = _answer(answers)
    except BaseException:
        termios.tcsetattr(0, termios.TCSANOW, before)
        raise
    shown = Shown(got, before, end)
    if answers in got if answers else b"\x1b[" not in got:  # a silent one must be silent again
        _write(whole)
    else:  # another terminal: the reader will ask it again, and handle what was typed
        shown.hand_over()
        termios.tcsetattr(0, termios.TCSANOW, before)


def stand(screen: str, enter: str, leave: str) -> Shown:
    """Show a screen that was put together now; the terminal has been asked already.

    Args:
        screen: as it is written to the terminal.
        enter: the sequence before what is shown.
        leave: the one after it.
    """
    global shown  # noqa: PLW0603 - there is one terminal
    import termios
    import tty

    before = termios.tcgetattr(0)
    tty.setraw(0, termios.TCSANOW)
    shown = Shown(b"", before, leave)
    _write(f"{_ENTER}{enter}{screen}".encode())
    return shown


def _write(whole: bytes) -> None:
    while whole:  # a terminal takes some kilobytes at a time
        whole = whole[os.write(1, whole) :]


def _answer(wanted: bytes) -> bytes:
    import select

    got = b""
    while not (wanted and wanted in got) and select.select([0], [], [], _PATIENCE)[0]:
        piece = os.read(0, 1024)
        if not piece:
            break
        got += piece
    return got


def _signals() -> list[int]:
    import signal

    return [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, 0))]


def _handle(number: int) -> Any:
    import signal

    return signal.signal(number, _end)


def _end(number: int, _frame: FrameType | None) -> None:
    take_down()
    os._exit(128 + number)


# ---------------------------------------------------------------- keeping


def file(arguments: Sequence[str]) -> str:
    """Where the screen for this way of starting is kept."""
    from tui import kept

    ways = [os.environ.get(name, "") for name in ("WARRAQ_LIBRARY", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "PWD")]
    return kept.path("screen", "\0".join([*arguments, *ways]))


def keep(arguments: Sequence[str], files: Sequence[str], values: Mapping[str, str]) -> None:
    """Keep a screen for the next start.

    Args:
        arguments: of the command; nothing is kept where they are no `plain` ones, or the screen is ''.
        files: what it was made from.
        values: `screen`, `questions` and `answers` of the terminal (bytes as Latin-1), the sequences `enter` and
            `leave` around what is shown.
    """
    from tui import kept

    if plain(arguments) and values["screen"]:
        kept.write(file(arguments), {"signs": signs(files), "files": list(files), **values})


def kept_for(arguments: Sequence[str]) -> tuple[str, bool | None]:
    """Where the screen for this way of starting is kept, and whether it would be shown; None where there is none."""
    from tui import kept

    place = file(arguments)
    found = kept.read(place)
    try:
        return place, found["signs"] == signs(found["files"]) if found else None
    except (OSError, TypeError, KeyError):  # no terminal; a file of other hands
        return place, False


def signs(files: Sequence[str]) -> list[object]:
    """What must be as it was for a screen to be right: the terminal, and files by their size and time of change."""
    size = os.get_terminal_size(1)
    found: list[object] = [list(size), [os.environ.get(name) for name in _VARIABLES], list(sys.version_info)]
    for name in files:
        try:
            state = os.stat(name)  # noqa: PTH116 - pathlib takes 5 ms to import
            found.append([name, state.st_size, state.st_mtime_ns])
        except OSError:
            found.append([name])
    return found
