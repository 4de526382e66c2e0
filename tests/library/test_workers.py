"""Processes give results in order, outlive the death of one, and end with the work."""

from __future__ import annotations

import os
import sys
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tui.library.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DEADLY = 13


def _doubling(factor: int) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == DEADLY:
            os._exit(1)
        return factor * number

    return work


def _process_ids() -> Callable[[int], int]:
    return lambda _: os.getpid()


def _workers(jobs: int) -> Workers[int, int]:
    return Workers(jobs, partial(_doubling, 2), lambda number: -number, chunk=4)


def test_results_come_in_the_order_of_the_things() -> None:
    with _workers(2) as workers:
        assert list(workers.map(range(20, 60))) == list(range(40, 120, 2))
        assert list(workers.map([])) == []


def test_only_what_kills_a_process_is_lost() -> None:
    with _workers(2) as workers:
        assert list(workers.map(range(30))) == [-n if n == DEADLY else 2 * n for n in range(30)]


def test_work_without_end_can_be_left() -> None:
    with _workers(1) as workers:
        assert next(workers.map(count(20))) == 40


def _noted(numbers: Iterable[int], taken: list[int]) -> Iterator[int]:
    for number in numbers:
        taken.append(number)
        yield number


def test_things_are_taken_no_faster_than_their_results() -> None:
    taken: list[int] = []
    with _workers(1) as workers:
        results = workers.map(_noted(count(20), taken))
        next(results)
        assert len(taken) <= 16


@pytest.mark.skipif(sys.platform == "win32", reason="no signal 0 on Windows")
def test_a_process_ends_with_the_work() -> None:
    with Workers[int, int](1, _process_ids, lambda _: 0, chunk=1) as workers:
        (process,) = workers.map([1])
        os.kill(process, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
