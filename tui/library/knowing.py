"""Knowledge packs of a library: added by hand, or taken up from a folder of the reader's."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

from tui.arabic.sanitise import neutralise
from tui.errors import LibraryError, SourceError, UnknownItem
from tui.frozen import frozen
from tui.i18n import N_
from tui.model import Pack, Statement
from tui.store import statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tui.store.connection import Connections

_FORMS = frozenset({".csv", ".json", ".jsonl", ".ndjson"})
_IN_MEMORY = 16 << 20


@frozen
class Taken:
    """What became of a file in the reader's folder of packs, or of a pack whose file is gone.

    Attributes:
        name: the pack's.
        count: its statements; 0 where it is gone, or cannot be read.
        problem: why it cannot be read, in one line; what was read of it before stays.
    """

    name: str
    count: int = 0
    problem: str = ""


class Knowing:
    """The part of `Library` that keeps outside knowledge."""

    _connections: Connections

    def add_statements(self, given: Iterable[Statement], *, merge: bool = False) -> None:
        """Keep outside knowledge; a pack of the same name is replaced, or with `merge` gains what it does not say."""
        with self._connections.write() as connection:
            (statements.merge if merge else statements.replace_packs)(connection, given)

    def add_pack(self, path: Path) -> tuple[str, int]:
        """Keep a knowledge pack from a file, in place of the one of its name; nothing of it where a line is wrong.

        Returns:
            The pack's name and the number of its statements.

        Raises:
            SourceError: the file cannot be read, or a line of it is no statement.
            LibraryError: the pack of this name lies in the reader's folder.
        """
        name = neutralise(path.stem)
        self._refuse_of_folder(name)
        return name, self._keep(Pack(name, day=_day(path)), path)

    def packs(self) -> tuple[Pack, ...]:
        """The knowledge packs by name."""
        with self._connections.read() as connection:
            return statements.packs(connection)

    def remove_pack(self, name: str) -> int:
        """Forget a knowledge pack; gives the number of its statements.

        Raises:
            UnknownItem: there is none of this name.
            LibraryError: it lies in the reader's folder, from which it would be taken up again.
        """
        self._refuse_of_folder(name)
        with self._connections.write() as connection:
            count = statements.remove_pack(connection, name)
            if not count:
                line = N_("{name}: no knowledge pack has this name; `warraq knowledge list` names them")
                raise UnknownItem(line, name=name)
        return count

    def take_up(self, folder: Path | None) -> Iterator[Taken]:
        """Take up the packs that lie in a folder, as far as they changed, and forget those that lie there no more.

        A file that cannot be read is told of once, until it is another one; the rest goes on.

        Args:
            folder: of the reader's; it need not exist. None for none.
        """
        found = _files(folder)
        known = {pack.name: pack for pack in self._noted() if pack.file}
        for name, (path, *others) in found.items():
            seen = Pack(name, day=_day(path), file=str(path), stamp=_stamp(path))
            before = known.get(name)
            if before is not None and (before.file, before.stamp) == (seen.file, seen.stamp):
                continue
            problem = ""
            try:
                yield Taken(name, self._keep(seen, path))
            except SourceError as error:
                problem = str(error)
            if not problem and others:
                problem = f"{others[0]}: {path.name} is a pack of this name already; give it another one"
            if problem:
                with self._connections.write() as connection:
                    statements.note(connection, replace(seen, problem=problem))
                yield Taken(name, problem=problem)
        for name in known.keys() - found.keys():
            with self._connections.write() as connection:
                statements.remove_pack(connection, name)
            yield Taken(name)

    def _noted(self) -> tuple[Pack, ...]:
        with self._connections.read() as connection:
            return statements.noted(connection)

    def _keep(self, pack: Pack, path: Path) -> int:
        """Store a pack from a file; nobody who writes waits while it is read."""
        from tui.analysis.knowledge import read

        with _spooled(read(path)) as given, self._connections.write() as connection:
            return statements.replace_pack(connection, pack, given)

    def _refuse_of_folder(self, name: str) -> None:
        file = next((pack.file for pack in self._noted() if pack.name == name), "")
        if file:
            line = N_("{name}: lies in {file}; change that file, or take it away")
            raise LibraryError(line, name=name, file=file)


def _files(folder: Path | None) -> dict[str, list[Path]]:
    """The files of packs in a folder by the packs' names, those of one name in order."""
    found: dict[str, list[Path]] = {}
    try:
        for path in sorted(folder.iterdir() if folder else ()):
            if path.suffix.lower() in _FORMS and path.is_file():  # a pipe would never end
                found.setdefault(neutralise(path.stem), []).append(path)
    except OSError:  # none there, or none to be looked at
        return {}
    return found


def _stamp(path: Path) -> str:
    """What tells a file from what it was when it was looked at before."""
    try:
        seen = path.stat()
    except OSError:
        return ""
    return f"{seen.st_size} {seen.st_mtime_ns}"


def _day(path: Path) -> str:
    """The day of a file: that of its last change, ISO 8601."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    except (OSError, ValueError, OverflowError):
        return ""


@contextmanager
def _spooled(given: Iterable[Statement]) -> Iterator[Iterator[Statement]]:
    """Statements read to their end and kept aside, in a file of no name where they are many."""
    with SpooledTemporaryFile(_IN_MEMORY, mode="w+", encoding="utf-8", newline="\n") as file:
        for one in given:
            fields = (one.subject, one.name, one.property, one.value, one.start, one.end, one.source, one.pack)
            file.write(json.dumps(fields) + "\n")
        file.seek(0)
        yield _unspooled(file)


def _unspooled(file: IO[str]) -> Iterator[Statement]:
    return (Statement(*json.loads(line)) for line in file)
