"""Things that several processes make ready and one writer keeps, many in a transaction."""

from __future__ import annotations

import os
import time
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from tui.errors import LibraryError, RecogniserError
from tui.library.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

Item = TypeVar("Item")
Ready = TypeVar("Ready")
Result = TypeVar("Result")

FEW = 40
"""Things up to which no processes are started: they take a second to be ready."""

ENOUGH = 16
"""Processes unless more are asked for: so many keep one writer busy."""


def made_ready(
    items: Iterable[Item],
    here: Callable[[Item], Ready],
    begin: Callable[[], Callable[[Item], Ready]],
    lost: Callable[[Item], Ready],
    *,
    jobs: int | None,
    chunk: int,
) -> tuple[Generator[Ready], bool]:
    """Make things ready, here where they are few.

    Args:
        items: the things.
        here: does it in this process.
        begin: gives another process what does it; see `Workers`.
        lost: see `Workers`.
        jobs: processes, None for as many as there are cores; with 1 all is done in this one.
        chunk: things that are sent at once.

    Returns:
        The things in order, and whether they are made ready elsewhere, ahead of being taken.
    """
    source = iter(items)
    first = list(islice(source, FEW + 1))
    whole = chain(first, source)
    count = jobs or min(os.cpu_count() or 1, ENOUGH)
    if count < 2 or len(first) <= FEW:
        return (here(item) for item in whole), False
    return _elsewhere(Workers(count, begin, lost, chunk=chunk), whole), True


def _elsewhere(workers: Workers[Item, Ready], items: Iterable[Item]) -> Generator[Ready]:
    with workers:
        yield from workers.map(items)


def batches(ready: Iterator[Ready], most: int, seconds: float) -> Iterator[list[Ready]]:
    """What one transaction takes: so many, or what comes within a time."""
    batch: list[Ready] = []
    since = time.monotonic()
    for one in ready:
        batch.append(one)
        if len(batch) >= most or time.monotonic() - since > seconds:
            yield batch
            batch, since = [], time.monotonic()
    if batch:
        yield batch


def all_or_each(
    batch: Sequence[Ready], keep: Callable[[Sequence[Ready]], list[Result]], broken: Callable[[Ready, str], Result]
) -> list[Result]:
    """Keep things in one transaction; where one of them cannot be dealt with, each in a transaction of its own.

    Raises:
        LibraryError: the library cannot be written.
        RecogniserError: what is to find names cannot be used.
    """
    try:
        return keep(batch)
    except (LibraryError, RecogniserError):
        raise
    except Exception as error:  # noqa: BLE001 - one article must not end the work on thousands
        if len(batch) == 1:
            return [broken(batch[0], f"{type(error).__name__}: {error}")]
        return [result for one in batch for result in all_or_each((one,), keep, broken)]
