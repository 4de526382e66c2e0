"""A copy of the whole library as it is at one moment, made while others read and write it."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING

from tui.errors import FileError, LibraryError
from tui.files import placed
from tui.i18n import N_
from tui.store.connection import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.store.connection import Connections

_PAGES = 2000  # copied at a time, 8 MB: between two of them progress is told and an interrupt is heard
_BESIDE = ("-wal", "-shm", "-journal")


def backup(
    connections: Connections, target: Path, progress: Callable[[int, int], object], *, overwrite: bool = False
) -> int:
    """Copy the library and look whether the copy is whole.

    Args:
        connections: of the library.
        target: the file to make.
        progress: called with the pages done and the number of all.
        overwrite: whether a file that is there may be replaced.

    Returns:
        The size of the copy in bytes.

    Raises:
        FileError: it is there already, or cannot be written.
        LibraryError: the library cannot be read, or the copy is not whole.
    """
    with suppress(OSError):
        if target.samefile(connections.path):
            raise FileError(N_("{path}: is the library itself; name another file"), path=target)
        if target.with_name(f"{target.name}-wal").stat().st_size:  # it would be taken for the log of the copy
            raise FileError(N_("{path}: is in use, or was not closed; name another file"), path=target)
    with placed(target, overwrite=overwrite) as beside:
        try:
            with told(target):
                _copy(connections, beside, target, progress)
        finally:
            for suffix in _BESIDE:
                with suppress(OSError):
                    beside.with_name(beside.name + suffix).unlink(missing_ok=True)
    return target.stat().st_size


def _copy(connections: Connections, beside: Path, target: Path, progress: Callable[[int, int], object]) -> None:
    """Copy all pages from one read transaction.

    So what others write meanwhile neither shows in the copy nor makes SQLite begin anew; it only keeps their log from
    being written back until the copy is done.
    """
    import sqlite3

    with closing(sqlite3.connect(beside, isolation_level=None)) as copy:
        with connections.read(steady=True) as source:
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a read transaction begins with a read
            source.backup(copy, pages=_PAGES, progress=lambda _, left, total: progress(total - left, total))
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise LibraryError(N_("{path}: the copy is not whole ({found}); check the disk"), path=target, found=found)
