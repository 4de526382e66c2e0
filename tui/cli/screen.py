"""`warraq read`: the reader itself."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.cli.output import Call


def read(call: Call) -> int:
    """Open the reader, after the sample library has been imported where there was none."""
    from tui import query
    from tui.cli.shelf import missing, reading
    from tui.ui import start

    query.parse(call.options.query)  # a mistake in it is told before the screen takes the terminal
    if sys.stdin is not None and sys.stdin.isatty() and missing(call.config):
        with reading(call.config):
            pass
    return start(call.config, call.options.query)
