"""Processes that work on many things side by side and give the results in order.

A process that dies (killed for want of memory, a fault in a library) takes nothing with it: another takes its place,
and only the thing that kills that one too is given up.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from contextlib import contextmanager, suppress
from itertools import islice
from queue import SimpleQueue
from typing import TYPE_CHECKING, Generic, TypeVar

from tui.errors import WarraqError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from types import TracebackType
    from typing import Self

    Work = Callable[[object], object]

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 2
"""Chunks a process may be ahead of those who take the results: it never waits, and memory stays bounded."""

_SECONDS = 5.0
"""How long a process may take to end when its work is done."""


class Workers(Generic[Item, Result]):
    """Processes at work; a context manager that ends them."""

    def __init__(
        self, count: int, begin: Callable[[], Callable[[Item], Result]], lost: Callable[[Item], Result], *, chunk: int
    ) -> None:
        """Start the processes.

        Args:
            count: how many.
            begin: called once in each, gives what does the work; can be pickled. A `WarraqError` that it or the work
                raises ends the whole work; the work raises nothing else.
            lost: the result for a thing that ends the process which works on it.
            chunk: things that are sent at once.
        """
        self._begin, self._lost, self._chunk = begin, lost, chunk
        self._room = count * _AHEAD
        self._tasks: SimpleQueue[tuple[int, list[Item]] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[int, list[Result] | BaseException]] = SimpleQueue()
        self._closed = False
        self._guard = threading.Lock()
        self._running: set[_Process] = set()
        with _uninterrupted():
            first = [self._start() for _ in range(count)]
        for process in first:
            threading.Thread(target=self._tend, args=(process,), daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes, at once where their work is not done."""
        with self._guard:
            self._closed = True
            running = tuple(self._running)
        for process in running:
            process.end()

    def map(self, items: Iterable[Item]) -> Iterator[Result]:
        """The results of things, in their order.

        Raises:
            WarraqError: see `__init__`.
        """
        source = iter(items)
        ready: dict[int, list[Result]] = {}
        sent = taken = 0
        while True:
            while sent - taken < self._room and (some := list(islice(source, self._chunk))):
                self._tasks.put((sent, some))
                sent += 1
            if taken == sent:
                return
            while taken not in ready:
                number, results = self._done.get()
                if isinstance(results, BaseException):
                    raise results
                ready[number] = results
            yield from ready.pop(taken)
            taken += 1

    # ------------------------------------------------------------ in a thread for each process

    def _tend(self, process: _Process) -> None:
        number = -1
        try:
            while task := self._tasks.get():
                number, items = task
                try:
                    results: list[Result] = process.ask(items)
                except (EOFError, OSError):
                    self._forget(process)
                    process, results = self._one_by_one(items)
                self._done.put((number, results))
        except BaseException as error:  # noqa: BLE001 - it is raised where the results are waited for
            self._done.put((number, error))

    def _one_by_one(self, items: list[Item]) -> tuple[_Process, list[Result]]:
        """Do the work during which a process died once more, and find what it died of."""
        process = self._start()
        results: list[Result] = []
        for item in items:
            try:
                results += process.ask([item])
            except (EOFError, OSError):
                results.append(self._lost(item))
                self._forget(process)
                process = self._start()
        return process, results

    def _start(self) -> _Process:
        with self._guard:
            if self._closed:
                raise EOFError
            process = _Process(self._begin)
            self._running.add(process)
        return process

    def _forget(self, process: _Process) -> None:
        with self._guard:
            self._running.discard(process)
        process.end()


class _Process:
    """One process and the pipe to it."""

    def __init__(self, begin: Callable[[], Callable[[Item], Result]]) -> None:
        context = multiprocessing.get_context("spawn")  # the one that all platforms have and threads do not hurt
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, begin), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, items: list[Item]) -> list[Result]:
        """Have things worked on.

        Raises:
            EOFError, OSError: the process is gone.
            WarraqError: raised in it.
        """
        self._pipe.send(items)
        results: list[Result] | WarraqError = self._pipe.recv()
        if isinstance(results, WarraqError):
            raise results
        return results

    def end(self) -> None:
        """End the process, whatever it is doing."""
        with suppress(OSError, ValueError):
            self._process.kill()
            self._process.join(_SECONDS)
            self._pipe.close()


def _serve(pipe: Connection, begin: Callable[[], Work]) -> None:
    """Work until the other end of the pipe is closed, also by a death without farewell."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the business of the program that was started
    with suppress(Exception):  # whatever it is, this process is of no more use, and the other end notices
        try:
            work = begin()
            while True:
                pipe.send([work(item) for item in pipe.recv()])
        except WarraqError as error:
            pipe.send(error)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let processes start with Ctrl-C switched off, since they have no way to catch it before they run."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
