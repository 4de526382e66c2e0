"""The care of a library's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.store import copying

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.store.connection import Connections

    Progress = Callable[[int, int], object]


def _untold(_done: int, _all: int) -> None:
    pass


class Care:
    """What can be done for a library as a whole; see `Library.care`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def backup(self, target: Path, progress: Progress = _untold, *, overwrite: bool = False) -> int:
        """Copy the library as it is now into a file, while others go on reading and writing.

        Args:
            target: the file; it stands there only when all of it does, and was found to be whole.
            progress: called with the pieces done and the number of all.
            overwrite: whether a file that is there may be replaced.

        Returns:
            The size of the copy in bytes.

        Raises:
            FileError: it is there already, or cannot be written.
            LibraryError: the library cannot be read.
        """
        return copying.backup(self._connections, target, progress, overwrite=overwrite)
