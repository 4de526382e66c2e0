"""Whether a library is whole: the file, and everything that was derived from the articles against what it is made of.

Articles' texts and the reader's marks are given; all else can be made anew, each part by itself, and `repair` does so
with the parts in which something was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.store.checking import analyses, copies, file, flat, links, names, rows, sets, words
from tui.store.checking.scope import Part, Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.model import Finding
    from tui.store.analyser import Analyser
    from tui.store.connection import Connections

__all__ = ["check", "repair"]

# In the order in which one is made of the other.
_PARTS: tuple[Part, ...] = (rows, analyses, sets, names, links, words, copies, flat)
_ROUNDS = 3  # one part's repair may show what was hidden in another
_PASSES = 3  # rows, analyses and words go through the articles one by one


def check(
    connections: Connections, analyser: Analyser, progress: Callable[[int, int], object], *, thorough: bool = False
) -> tuple[Finding, ...]:
    """Look at everything, as it is at one moment.

    Args:
        connections: of the library.
        analyser: what the derived parts are made with.
        progress: called with the articles looked at and the number of all, in every pass.
        thorough: look at the words and the analysis of each article, not of some thousands.
    """
    broken = words.structure(connections)
    with connections.read(steady=True) as connection:
        found = list(file.look(connection))
        if any(not finding.mendable for finding in found):
            return tuple(found)
        total = _PASSES * connection.execute("SELECT count(*) FROM body").fetchone()[0]
        scope = Scope(connection, connections, analyser, thorough, _Steps(progress, total))
        for part in _PARTS:
            found += part.look(scope)
    return (*found, *broken)


class _Steps:
    """Counts steps and tells of some of them."""

    def __init__(self, progress: Callable[[int, int], object], total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def __call__(self) -> None:
        self._done += 1
        if not self._done % 100:
            self._progress(min(self._done, self._total), self._total)


def repair(
    connections: Connections, analyser: Analyser, found: tuple[Finding, ...], progress: Callable[[int, int], object]
) -> tuple[Finding, ...]:
    """Make anew the parts in which something was found, each in one transaction, and check again.

    Returns:
        What is still wrong.
    """
    for _ in range(_ROUNDS):
        wrong = {finding.part for finding in found if finding.mendable}
        if not wrong:
            break
        if file.INDEXES in wrong:
            with connections.write() as connection:
                file.mend(connection)
        for part in _PARTS:
            if part.NAME in wrong:
                with connections.write() as connection:
                    part.mend(Scope(connection, connections, analyser))
        found = check(connections, analyser, progress)
    return found
