"""The file and its connections: opening, refusing, transactions, and SQLite's errors in one clear line each.

Readers take a connection from a pool for the length of one transaction, so any number of threads can read; one writer
at a time holds the writing connection. The file is in WAL mode: readers never wait for the writer, and several
processes can use one library.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.errors import Interrupted, LibraryBusy, LibraryError
from tui.i18n import N_
from tui.store import schema
from tui.store.postings import Cache

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

BUSY_SECONDS = 5.0
"""How long a writer waits for another process before it gives up."""

_CACHE = "PRAGMA cache_size = -16000"  # 16 MB a connection: the inner pages of a million articles
_WAL_PAGES = 4000  # 16 MB before the log is written back: pages that each article touches are written back once
_UNWRITABLE = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")
_MESSAGES: tuple[tuple[str | tuple[str, ...], type[LibraryError], str], ...] = (
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED"),
        LibraryBusy,
        N_("{path}: another program is writing to the library; try again in a moment"),
    ),
    ("SQLITE_INTERRUPT", Interrupted, N_("{path}: the query was ended for a newer one")),
    ("SQLITE_NOTADB", LibraryError, N_("{path}: is not a Warraq library; choose another file with --library")),
    (
        "SQLITE_CORRUPT",
        LibraryError,
        N_("{path}: the library is damaged; restore a copy, or move it away and add the articles anew"),
    ),
    ("SQLITE_FULL", LibraryError, N_("{path}: the disk is full; make room and try again")),
    (
        _UNWRITABLE,
        LibraryError,
        N_("{path}: cannot be opened or changed; check that the file and its folder are writable"),
    ),
)


class Connections:
    """The connections of one open library.

    Attributes:
        path: the library file.
        readonly: why nothing can be written, '' where it can.
        sets: of articles as they were last read.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        """Open the library, making or migrating it where needed.

        Raises:
            LibraryError: missing (without `create`), foreign, damaged, newer than this program, or unreadable.
            LibraryBusy: another process keeps it locked.
        """
        self.path = path
        self.readonly = ""
        self.sets = Cache()
        self._uri = ""
        self._idle: list[sqlite3.Connection] = []
        self._reading: dict[sqlite3.Connection, int] = {}  # and the thread
        self._guard = threading.Lock()
        self._writer_lock = threading.RLock()
        self._writer: sqlite3.Connection | None = None
        self._watch: sqlite3.Connection | None = None
        self._closed = False
        _check_place(path, create=create)
        with self._errors():
            self._open()
        self._file = self._identity()

    def _identity(self) -> tuple[int, int]:
        """Which file the path names now; (0, 0) for none."""
        try:
            found = self.path.stat()
        except OSError:
            return 0, 0
        return found.st_dev, found.st_ino

    @contextmanager
    def read(self, *, steady: bool = False) -> Iterator[sqlite3.Connection]:
        """A connection inside one read transaction: all its statements see the same library.

        Args:
            steady: what is read is needed for writing, so `interrupt` passes it over.
        """
        with self._errors():
            connection = self._take(steady=steady)
            try:
                connection.execute("BEGIN")
                yield connection
            finally:
                self._give_back(connection)

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """The writing connection inside one transaction: all of it is kept, or nothing."""
        with self.alone() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """The writing connection outside of a transaction, for what SQLite does in none."""
        with self._writer_lock, self._errors():
            if self.readonly:
                line = N_("{path}: cannot be changed, being write-protected; make it and its folder writable")
                raise LibraryError(line, path=self.path)
            if self._closed:
                raise LibraryError(N_("{path}: the library is closed"), path=self.path)
            if self._identity() != self._file:
                # SQLite would write on into a file that no name leads to any more.
                line = N_("{path}: the library was moved or deleted while open; close Warraq and look")
                raise LibraryError(line, path=self.path)
            if self._writer is None:
                self._writer = self._connect(self._uri)
            yield self._writer

    def revision(self) -> int:
        """A number that is another one after each write, whoever did it; costs microseconds."""
        with self._errors(), self._guard:
            if self._closed:
                raise LibraryError(N_("{path}: the library is closed"), path=self.path)
            if self._watch is None:  # SQLite tells each connection of what the others wrote
                self._watch = self._connect(self._uri)
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def interrupt(self, thread: int | None = None) -> None:
        """End the reading statements of a thread, or of all others; they raise `Interrupted`. Writing goes on."""
        with self._guard:
            for connection, reader in self._reading.items():
                if reader == thread or (thread is None and reader != threading.get_ident()):
                    connection.interrupt()

    def close(self) -> None:
        """Close what is idle; a connection in use by another thread closes when it comes back."""
        with self._guard:
            self._closed = True
            idle, self._idle = self._idle, []
            watch, self._watch = self._watch, None
        for connection in (*idle, *((watch,) if watch else ())):
            connection.close()
        with self._writer_lock:
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    # ------------------------------------------------------------ inside

    def _open(self) -> None:
        import sqlite3

        base = self.path.absolute().as_uri()
        existed = self.path.exists()
        try:
            connection = self._connect(base + ("?mode=rw" if existed else "?mode=rwc"))
            try:
                schema.prepare(connection, self.path)
                connection.execute("SELECT count(*) FROM entity WHERE id < 0").fetchone()
            except BaseException:
                connection.close()
                raise
            self._uri = base + "?mode=rw"
            if not _writable(connection):
                self.readonly = "it is write-protected"
        except sqlite3.Error as error:
            if not existed or not _name(error).startswith(_UNWRITABLE):
                raise
            connection = self._open_protected(base)
            self.readonly = "it is write-protected"
        self._idle.append(connection)

    def _open_protected(self, base: str) -> sqlite3.Connection:
        """Open a file that cannot be written.

        WAL needs a file beside the library. Where the folder does not allow it, the library is read as it stands on
        disk, which is right as long as nobody else writes it, and nobody can here.
        """
        import sqlite3

        try:
            return self._open_checked(base + "?mode=ro")
        except sqlite3.Error:
            return self._open_checked(base + "?immutable=1")

    def _open_checked(self, uri: str) -> sqlite3.Connection:
        connection = self._connect(uri)
        try:
            schema.check_current(connection, self.path)
        except BaseException:
            connection.close()
            raise
        self._uri = uri
        return connection

    def _connect(self, uri: str) -> sqlite3.Connection:
        import sqlite3

        connection = sqlite3.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        try:
            connection.execute(_CACHE)
            connection.execute(f"PRAGMA wal_autocheckpoint = {_WAL_PAGES}")
            # In WAL mode a killed program loses nothing committed; only a power cut may take the last moments.
            connection.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _take(self, *, steady: bool) -> sqlite3.Connection:
        with self._guard:
            if self._closed:
                raise LibraryError(N_("{path}: the library is closed"), path=self.path)
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            connection = self._connect(self._uri)
        if not steady:
            with self._guard:
                self._reading[connection] = threading.get_ident()
        return connection

    def _give_back(self, connection: sqlite3.Connection) -> None:
        import sqlite3

        with self._guard:
            self._reading.pop(connection, None)
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except sqlite3.Error:  # interrupted between two rows: it may not be fit for use again
            connection.close()
            return
        with self._guard:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()

    def _errors(self) -> AbstractContextManager[None]:
        return told(self.path)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell SQLite's errors about a file in one line each."""
    import sqlite3

    try:
        yield
    except sqlite3.Error as error:
        raise _told(error, path) from error


def _check_place(path: Path, *, create: bool) -> None:
    if "\0" in str(path):  # SQLite would take what stands before it
        raise LibraryError(f"{path}: cannot be a file's name; choose another place with --library")
    try:
        if path.is_dir():
            raise LibraryError(f"{path}: is a folder; name a file")
        if path.exists() and not path.is_file():  # SQLite would wait for a pipe for ever
            raise LibraryError(f"{path}: is no regular file; choose another place with --library")
        if not path.exists():
            if not create:
                raise LibraryError(f"{path}: no library is here; add articles to make one")
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"{path}: cannot be reached ({error.strerror}); choose another place with --library"
        ) from error


def _writable(connection: sqlite3.Connection) -> bool:
    """Whether a write would be let in, found without waiting for other writers."""
    import sqlite3

    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("BEGIN IMMEDIATE")  # passes in a protected file, where it means BEGIN
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
        connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return not _name(error).startswith("SQLITE_READONLY")
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    return True


def _name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", None) or ""


def _told(error: sqlite3.Error, path: Path) -> LibraryError:
    """The error as one line: where, what, what to do."""
    name = _name(error)
    for beginnings, kind, message in _MESSAGES:
        if name.startswith(beginnings):
            return kind(message, path=path)
    return LibraryError(N_("{path}: the library cannot be used ({error})"), path=path, error=error)
