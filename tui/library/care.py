"""The care of a library's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.store import copying

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.model import Finding, Stats
    from tui.store.analyser import Analyser
    from tui.store.connection import Connections

    Progress = Callable[[int, int], object]


def _untold(_done: int, _all: int) -> None:
    pass


class Care:
    """What can be done for a library as a whole; see `Library.care`."""

    def __init__(self, connections: Connections, analyser: Callable[[], Analyser]) -> None:
        self._connections = connections
        self._analyser = analyser

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

    def stats(self) -> Stats:
        """The library in figures."""
        from tui.store import figures

        with self._connections.read() as connection:
            return figures.stats(connection, self._connections.path)

    def compact(self, progress: Progress = _untold) -> tuple[int, int]:
        """Take deleted articles away for good and make the file as small as it can be.

        Args:
            progress: called with the articles taken away and the number of all that will be.

        Returns:
            Bytes before and after.

        Raises:
            LibraryError: there is not enough room on the disk.
            LibraryBusy: another process is writing.
        """
        from tui.store import compacting

        return compacting.compact(self._connections, progress)

    def check(self, progress: Progress = _untold, *, thorough: bool = False) -> tuple[Finding, ...]:
        """Look whether the file is whole and everything derived from the articles is as it should be.

        Args:
            progress: called with the steps done and the number of all.
            thorough: look at the words and the analysis of each article, not of some thousands.
        """
        from tui.store import checking

        return checking.check(self._connections, self._analyser(), progress, thorough=thorough)

    def repair(self, found: tuple[Finding, ...], progress: Progress = _untold) -> tuple[Finding, ...]:
        """Make anew the parts in which something was found, and check again.

        Returns:
            What is still wrong.
        """
        from tui.store import checking

        return checking.repair(self._connections, self._analyser(), found, progress)
