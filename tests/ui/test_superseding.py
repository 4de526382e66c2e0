"""A newer question ends the older one of its group, and no other."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from tui.errors import Interrupted
from tui.library import Library
from tui.ui.superseding import Running

if TYPE_CHECKING:
    from pathlib import Path

_ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


class _Question(threading.Thread):
    """Asks what has no end, for a group."""

    def __init__(self, library: Library, running: Running, group: str) -> None:
        super().__init__()
        self._library, self._running, self._group = library, running, group
        self.started = threading.Event()

    def run(self) -> None:
        try:
            with self._running.work(self._group), self._library._connections.read() as connection:
                self.started.set()
                connection.execute(_ENDLESS).fetchall()
        except Interrupted:
            pass


def _end(running: Running, question: _Question) -> None:
    while question.is_alive():  # the first call may come before the statement begins
        running.end(question._group)
        question.join(0.01)


def test_a_question_is_ended_and_those_of_other_groups_go_on(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        running = Running(library.interrupt)
        questions = [_Question(library, running, group) for group in ("list", "facets")]
        for question in questions:
            question.start()
            question.started.wait()
        _end(running, questions[0])
        assert questions[1].is_alive()
        _end(running, questions[1])
        running.end("list")
        assert library.count() == 0


def test_the_older_of_two_leaves_the_newer_its_place(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        ended: list[int] = []
        running = Running(ended.append)
        with running.work("list"):
            newer = _Question(library, running, "list")
            newer.start()
            newer.started.wait()
        running.end("list")
        assert ended == [newer.ident]
        while newer.is_alive():
            library.interrupt(newer.ident)
            newer.join(0.01)
