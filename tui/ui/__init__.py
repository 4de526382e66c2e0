"""The screen. Nothing of Textual is imported before `start` is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.config import Config


def start(config: Config, query: str = "") -> int:
    """Open the reader on the configured library, with a query as its filter.

    Returns:
        The exit code.

    Raises:
        WarraqError: the library cannot be opened, or there is no terminal to draw on.
    """
    import gc

    # Nothing of what is imported goes away: to look through it for what might takes a tenth of a start. See `App.lift`.
    gc.disable()
    from tui.ui.launch import run

    return run(config, query)
