"""Ending what nobody waits for any more: a question of a group is ended when a newer one of the group is asked."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Running:
    """Which thread works for which group.

    Args:
        interrupt: ends what a thread (its ident) is asking the library just now.
    """

    def __init__(self, interrupt: Callable[[int], object]) -> None:
        self._interrupt = interrupt
        self._threads: dict[str, int] = {}
        self._guard = threading.Lock()

    @contextmanager
    def work(self, group: str) -> Iterator[None]:
        """Work for a group, in the thread that calls this."""
        own = threading.get_ident()
        with self._guard:
            self._threads[group] = own
        try:
            yield
        finally:
            with self._guard:
                if self._threads.get(group) == own:
                    del self._threads[group]

    def end(self, group: str) -> None:
        """End the group's work; the thread is not let go meanwhile, so no other work is ended in its place."""
        with self._guard:
            if thread := self._threads.get(group):
                self._interrupt(thread)
