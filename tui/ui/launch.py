"""From a terminal as we find it to the running reader, and back to the terminal as it was."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TextIO

from tui import firstpaint, kept
from tui.arabic import paint, terminal
from tui.arabic.terminal import letters
from tui.arabic.terminal.hints import HINTS
from tui.calibration import Calibration, keep
from tui.errors import ConfigError, UsageError
from tui.i18n import _
from tui.library import Library
from tui.ui.left import Left
from tui.ui.left import read as left_at

if TYPE_CHECKING:
    from tui.config import Config
    from tui.firstpaint import Shown
    from tui.ui.app import WarraqApp

# Textual waits this long (ms) for the rest of an escape sequence before it takes Escape for a key. Its own 100 is felt.
_ESCAPE_DELAY = "25"

CALIBRATE = -1
"""What the application returns when the reader wants to calibrate the terminal."""


def run(config: Config, query: str) -> int:
    """See `tui.ui.start`."""
    screen, keyboard = sys.__stderr__, sys.__stdin__
    if screen is None or not screen.isatty() or keyboard is None or not keyboard.isatty():
        raise UsageError("warraq read: needs a terminal; `warraq list` and `warraq show` print without one")
    os.environ.setdefault("ESCDELAY", _ESCAPE_DELAY)
    shown, through = firstpaint.shown, terminal.through(os.environ)
    answers, typed = terminal.understood(shown.got if shown else b"")
    if shown is None or not shown.up:
        answers, more = terminal.ask(keyboard.fileno(), screen.fileno(), through=through)
        typed += more
    place = kept.path("state", str(config.library.absolute()))
    left = Left(text=query) if query else left_at(kept.read(place))
    with Library.open(config.library, recogniser=config.chosen) as library:
        found = _detect(config, answers)
        if not (shown and shown.up):
            shown = _ahead(library, config, left, found)

        from tui.ui.app import WarraqApp  # Textual takes long: what may fail comes before it

        while True:
            found = _detect(config, answers)
            enter, leave = _around(found)
            app = WarraqApp(
                library,
                replace(config, harakat=found.harakat),
                found.mode,
                typed=typed.decode("utf-8", "replace"),
                lacking=letters.forms(found.lacking),
                hint=_hint(config, found),
                leave=partial(_send, screen, leave),
                enter=partial(_send, screen, enter),
                left=left,
                shown=shown if shown and shown.up else None,
            )
            code = _run(app, screen, enter, leave)
            left = app.left
            kept.write(place, left.values())
            if code != CALIBRATE:
                break
            config, typed = _calibrate(config, found, screen, keyboard), b""
    library_files = [str(config.library.absolute()) + suffix for suffix in ("", "-wal")]
    firstpaint.keep(
        sys.argv[1:],
        [*library_files, str(config.path.absolute()), place],
        {
            "screen": app.last_screen,
            "questions": terminal.questions(through),
            "answers": answers.raw.decode("latin-1"),
            "enter": enter,
            "leave": leave,
        },
    )
    return code


def _ahead(library: Library, config: Config, left: Left, found: terminal.Terminal) -> Shown | None:
    """Show the list before the reader is imported, where it is known how it will look."""
    from tui.ui import ahead

    harakat, lacking = found.harakat is not False, letters.forms(found.lacking)
    how = paint.options(found.mode, harakat=harakat, digits=config.digits, lacking=lacking)
    screen = ahead.screen(library, config, left, found.mode, how)
    return firstpaint.stand(screen, *_around(found)) if screen else None


def _around(found: terminal.Terminal) -> tuple[str, str]:
    """What the terminal is sent before and after what is shown."""
    return terminal.enter(found.mode, through=found.through), terminal.leave(found.mode, through=found.through)


def _detect(config: Config, answers: terminal.Answers) -> terminal.Terminal:
    return terminal.detect(
        terminal.surroundings(os.environ),
        answers,
        setting=config.text,
        harakat=config.harakat,
        calibrated=config.terminals,
    )


def _send(screen: TextIO, sequence: str) -> None:
    """Past all buffers, which a signal may have caught in the middle of their work."""
    if sequence:
        os.write(screen.fileno(), sequence.encode("ascii"))


def _run(app: WarraqApp, screen: TextIO, enter: str, leave: str) -> int:
    """One run of the reader on a terminal that is as it was afterwards."""
    from tui.ui.answers import pass_over

    end = partial(_send, screen, leave)
    atexit.register(end)
    pass_over()
    _send(screen, enter)
    try:
        wanted = app.run()
    finally:
        end()
        atexit.unregister(end)
    return CALIBRATE if wanted == CALIBRATE else app.return_code or 0


def _hint(config: Config, found: terminal.Terminal) -> str:
    """What would make Arabic read better here; the calibration is offered once where the terminal is not known."""
    if found.hint:
        advice = _("If Arabic looks wrong, press F2; your answer ends this note.")
        return f"{_(HINTS[found.hint])} {advice}"
    if found.how == "default" and not found.seen:
        with suppress(ConfigError):  # a folder that cannot be written to is no reason not to read
            keep(Calibration(found.key), config.path)
        return _("Warraq does not know this terminal. If Arabic looks wrong, press F2.")
    return ""


def _calibrate(config: Config, found: terminal.Terminal, screen: TextIO, keyboard: TextIO) -> Config:
    """Ask what reads right, and keep the answer."""
    from tui.ui.calibrate import calibrate

    seen = calibrate(found, screen, keyboard.readline, os.get_terminal_size(screen.fileno()).columns)
    if seen is None:
        return config
    with suppress(ConfigError):  # the answer holds for this run all the same
        keep(seen, config.path)
    others = [other for other in config.terminals if other.terminal != seen.terminal]
    return replace(config, terminals=(*others, seen), text="auto")
