"""From a terminal as we find it to the running reader, and back to the terminal as it was."""

from __future__ import annotations

import atexit
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.arabic import terminal
from tui.errors import UsageError
from tui.library import Library

if TYPE_CHECKING:
    from tui.config import Config

# Textual waits this long (ms) for the rest of an escape sequence before it takes Escape for a key. Its own 100 is felt.
_ESCAPE_DELAY = "25"


def _hint(found: terminal.Terminal) -> str:
    if not found.hint:
        return ""
    return f"If Arabic looks wrong in {found.name}: {found.hint}. A `text` in config.toml ends this note."


def run(config: Config, query: str) -> int:
    """See `tui.ui.start`."""
    screen = sys.__stderr__
    if screen is None or not screen.isatty() or sys.__stdin__ is None or not sys.__stdin__.isatty():
        raise UsageError("warraq read: needs a terminal; `warraq list` and `warraq show` print without one")
    os.environ.setdefault("ESCDELAY", _ESCAPE_DELAY)
    answers, typed = terminal.ask(sys.__stdin__.fileno(), screen.fileno())
    found = terminal.detect(os.environ, answers, setting=config.text)
    mode = found.mode
    config = replace(config, harakat=config.harakat and found.harakat)

    def send(sequence: str) -> None:
        if sequence:
            screen.write(sequence)
            screen.flush()

    with Library.open(config.library) as library:
        from tui.ui.answers import pass_over
        from tui.ui.app import WarraqApp

        atexit.register(send, terminal.leave(mode))
        app = WarraqApp(
            library,
            config,
            mode,
            query,
            typed=typed.decode("utf-8", "replace"),
            hint=_hint(found) if config.text == "auto" else "",
            leave=lambda: send(terminal.leave(mode)),
            enter=lambda: send(terminal.enter(mode)),
        )
        pass_over()
        send(terminal.enter(mode))
        try:
            app.run()
        finally:
            send(terminal.leave(mode))
            atexit.unregister(send)
    return app.return_code or 0
