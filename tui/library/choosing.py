"""What a reader chooses from when asking: outlets, the time that the articles are from, saved searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import LibraryError
from tui.i18n import N_
from tui.store import facets, ids, pinned, saved
from tui.store.index import asking
from tui.store.select import alive

if TYPE_CHECKING:
    from tui.model import Outlet, SavedSearch
    from tui.store.connection import Connections


class Choosing:
    """The part of `Library` that says what there is to ask for."""

    _connections: Connections

    def sources(self) -> tuple[Outlet, ...]:
        """The outlets, those with most articles first."""
        with asking(self._connections) as (connection, index):
            return facets.outlets(connection, index)

    def period(self) -> tuple[str, str]:
        """The days of the oldest and the newest article that has a date, ISO 8601; '' where none has."""
        with asking(self._connections) as (_connection, index):
            return ids.ends(alive(index))

    # ------------------------------------------------------------ pinned entities

    def pinned(self) -> tuple[int, ...]:
        """The numbers of the entities that stand first in the filter, in the order of pinning."""
        with self._connections.read() as connection:
            return tuple(pinned.rows(connection))

    def pin(self, id: str, *, on: bool) -> None:  # noqa: A002 - the word of the model
        """Pin an entity, by its id, or let it go."""
        with self._connections.write() as connection:
            pinned.pin(connection, id, on=on)

    # ------------------------------------------------------------ saved searches

    def searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches, in the order in which they were first saved."""
        with self._connections.read() as connection:
            return saved.all_of_them(connection)

    def save_search(self, name: str, text: str) -> None:
        """Keep a query as typed under a name; what had this name is replaced.

        Raises:
            LibraryError: the name is blank, or nothing can be written.
        """
        with self._connections.write() as connection:
            _named(saved.save(connection, name, text))

    def rename_search(self, old: str, new: str) -> None:
        """Give a saved search another name; what had that name is forgotten.

        Raises:
            LibraryError: the name is blank, or nothing can be written.
        """
        with self._connections.write() as connection:
            _named(saved.rename(connection, old, new))

    def forget_search(self, name: str) -> None:
        """Keep a saved search no longer; one that is not there is none."""
        with self._connections.write() as connection:
            saved.forget(connection, name)


def _named(named: bool) -> None:
    if not named:
        raise LibraryError(N_("a saved search needs a name"))
