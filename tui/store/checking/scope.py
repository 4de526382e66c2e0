"""What a part of the check is given, and what all of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.frozen import frozen

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path

    from tui.model import Finding
    from tui.store.analyser import Analyser
    from tui.store.connection import Connections

_SHOWN = 5  # places named in a finding


@frozen
class Scope:
    """A library under examination.

    Attributes:
        connection: in one transaction; a writing one while something is mended.
        connections: of the library.
        analyser: what the derived parts are made with.
        thorough: look at every article also where a look takes long.
        step: to be called for each article that was looked at.
    """

    connection: sqlite3.Connection
    connections: Connections
    analyser: Analyser
    thorough: bool = False
    step: Callable[[], object] = bool

    @property
    def path(self) -> Path:
        """The library file."""
        return self.connections.path

    def some(self, articles: Sequence[int], most: int) -> Sequence[int]:
        """All articles, or where that would take too long about `most` of them from everywhere in the library."""
        every = 1 if self.thorough else -(-len(articles) // most) or 1
        return articles[::every]


class Part(Protocol):
    """A part of the library that can be looked at by itself, and made anew from what it is derived from."""

    NAME: str

    def look(self, scope: Scope) -> Iterable[Finding]:
        """What is not as it should be."""
        ...

    def mend(self, scope: Scope) -> None:
        """Make it anew; in a transaction."""
        ...


def shown(places: Collection[object]) -> str:
    """Some of many places, for a finding."""
    some = ", ".join(str(place) for place, _ in zip(places, range(_SHOWN), strict=False))
    return f"{some}, …" if len(places) > _SHOWN else some
