"""What the reader puts right about entities: the log of it, and the library that follows."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.arabic.normalise import key
from tui.arabic.sanitise import name as clean
from tui.errors import LibraryError
from tui.i18n import N_
from tui.library.clock import now
from tui.model import ENTITY_TYPES, Change, Correction
from tui.store import corrections, entities

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable, Iterator

    from tui.recognisers import Chosen
    from tui.store.analyser import Analyser
    from tui.store.connection import Connections
    from tui.store.correcting import Correcting as Transaction


_NONE = N_("{id}: no correction has this id; `warraq corrections` lists them")


class Correcting:
    """The part of `Library` that corrects. What follows from a correction in the articles is made by `renew`."""

    _connections: Connections
    _adding: threading.RLock
    _recogniser: Chosen | None
    _analysis: Callable[[], Analyser]

    def corrections(self) -> tuple[Correction, ...]:
        """The log, the oldest line first."""
        with self._connections.read() as connection:
            return corrections.log(connection)

    def standing(self) -> tuple[Correction, ...]:
        """The corrections that were not taken back."""
        return corrections.standing(self.corrections())

    def meant(self, correction: str) -> tuple[Correction, bool]:
        """What a line of the log, by its id, is about in the end: itself or what it takes back; and whether that holds.

        Raises:
            LibraryError: there is no such line.
        """
        with self._connections.read() as connection:
            line, holds = corrections.meant(connection, correction)
        if line is None:
            raise LibraryError(_NONE, id=correction)
        return line, holds

    def correct(self, line: Correction) -> Change:
        """Put something right and write it to the log.

        Args:
            line: what; `id`, `made`, `was`, and `other` of a `split` where it is a new entity, are filled in here.

        Returns:
            What was changed by it, for `undo`.

        Raises:
            LibraryError: there is no such entity, or it is corrected into itself, or a name or a type is none.
        """
        with self._transaction() as transaction:
            line = transaction.completed(replace(line, value=clean(line.value)))
            _check(line)
            line = _stamped(line)
            transaction.add(line)
        return Change(corrections=(line.id,))

    def take_back(self, ids: Iterable[str]) -> Change:
        """Take lines of the log back, by further lines; taking back what took something back makes it hold again.

        Raises:
            LibraryError: there is no line of such an id.
        """
        made = []
        with self._transaction() as transaction:
            for one in ids:
                known = transaction.line(one)
                if known is None:
                    raise LibraryError(_NONE, id=one)
                line = _stamped(Correction("undo", known.entity, value=one))
                transaction.add(line)
                made.append(line.id)
        return Change(corrections=tuple(made))

    def add_corrections(self, lines: Iterable[Correction]) -> int:
        """Add lines of another library's log, in their order; those that are here already are left out.

        Returns:
            How many were added.
        """
        with self._transaction() as transaction:
            return sum([transaction.add(line) for line in lines])

    def renew(self, progress: Callable[[int, int], object] = lambda _done, _whole: None) -> int:
        """Analyse again the articles that corrections touched; what was cut short is gone on with.

        Args:
            progress: called with the number done and the number of all.

        Returns:
            How many articles that makes.
        """
        from tui.library import rebuilding

        with self._adding:
            return rebuilding.rebuild(
                self._connections,
                self._analysis(),
                progress=progress,
                failed=lambda _article, _reason: None,
                jobs=None,
                chosen=self._recogniser,
                part="corrected",
            )

    def known_as(self, id: str) -> str:  # noqa: A002 - the word of the model
        """The id that is valid now of an entity, by its id of any time; '' for none."""
        with self._connections.read() as connection:
            row = entities.row_of(connection, id)
            return entities.by_rows(connection, (row,))[row].entity.id if row else ""

    @contextmanager
    def _transaction(self) -> Iterator[Transaction]:
        from tui.store.correcting import Correcting as Transaction

        with self._adding, self._connections.write() as connection:
            transaction = Transaction(connection, self._analysis())
            yield transaction
            transaction.finish()


def _stamped(line: Correction) -> Correction:
    import secrets

    return replace(line, id=secrets.token_hex(8), made=now())


def _check(line: Correction) -> None:
    if not line.entity or (line.kind in {"merge", "apart", "split"} and not line.other):
        raise LibraryError(N_("there is no such entity (any more); look for it by its name"))
    if line.entity == line.other:
        raise LibraryError(N_("that is the same entity"))
    if line.kind in {"rename", "split"} and not key(line.value):
        raise LibraryError(N_("an entity needs a name"))
    if line.kind == "retype" and line.value not in ENTITY_TYPES:
        types = ", ".join(ENTITY_TYPES)
        raise LibraryError(N_("{type}: no type of entity; one of {types}"), type=line.value, types=types)
