"""The library as commands open it: with the sample articles where there was none yet."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.cli.complaint import complain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.config import Config
    from tui.library import Library


def missing(config: Config) -> bool:
    """Whether there is no library yet; what cannot be looked at is left for `Library.open` to complain of."""
    try:
        return not config.library.exists()
    except OSError:
        return False


@contextmanager
def reading(config: Config) -> Iterator[Library]:
    """Open the library for a command that reads; on first start import the sample library, and take up packs.

    Raises:
        LibraryError: the library cannot be used.
    """
    from tui.config import seeds
    from tui.library import Library

    with Library.open(config.library, recogniser=config.chosen) as library:
        if not library.readonly:
            for _ in library.seed(seeds()):
                pass
            for taken in library.take_up(config.knowledge):
                if taken.problem:
                    complain(taken.problem)
        yield library
