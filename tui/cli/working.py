"""Progress of long work, for those who can see it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.cli.output import Output

MANY = 20
"""Steps from which on a progress bar is worth its place."""


@contextmanager
def progress(out: Output, what: str, total: int) -> Iterator[Callable[[int, int], object]]:
    """A progress bar on stderr where that is a terminal and the work is long; gives what reports the progress."""
    if total <= MANY or not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from tui.cli.progress import bar

    with bar(what, total, out.screen) as advance:
        yield advance
