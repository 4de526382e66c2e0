"""View model: what was done to articles, to be undone and done again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from tui.model import Change

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 100
"""Steps that are kept."""

MOST_ARTICLES = 3_000_000
"""Articles in all of them, 4 bytes each; the last step is kept however large."""

NOTHING = Change()


class Changes:
    """Two stacks of changes; any thread may call any method, one after the other."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._lock = threading.Lock()

    def do(self, act: Callable[[], Change]) -> Change:
        """Act, and keep what was changed by it; what was undone before cannot be done again then."""
        with self._lock:
            change = act()
            if change:
                self._done.append(change)
                self._undone.clear()
                self._forget()
            return change

    def undo(self, take_back: Callable[[Change], Change]) -> Change:
        """Take the last change back.

        Args:
            take_back: takes a change back and says what was changed by that; where it raises, nothing is lost.

        Returns:
            What was changed by taking it back; empty where there was nothing to take back.
        """
        with self._lock:
            return _move(self._done, self._undone, take_back)

    def redo(self, take_back: Callable[[Change], Change]) -> Change:
        """Do again what was undone last; see `undo`."""
        with self._lock:
            return _move(self._undone, self._done, take_back)

    def _forget(self) -> None:
        """Let the oldest steps go."""
        del self._done[:-MOST]
        sizes = [sum(len(part.ids) for part in change.parts) for change in self._done]
        while len(self._done) > 1 and sum(sizes) > MOST_ARTICLES:
            del self._done[0], sizes[0]


def _move(source: list[Change], target: list[Change], take_back: Callable[[Change], Change]) -> Change:
    if not source:
        return NOTHING
    made = take_back(source[-1])
    source.pop()
    if made:
        target.append(made)
    return made
