"""A progress bar on stderr, in the direction of the interface's language."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, TaskProgressColumn, TimeRemainingColumn
from rich.segment import Segment
from rich.text import Text

from tui.i18n import _, direction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import ConsoleOptions, RenderResult
    from rich.progress import Task
    from rich.progress_bar import ProgressBar

    from tui.cli.output import Screen

_SLOW = 10  # steps a second below which a tenth counts
_MIRRORED = str.maketrans("╸╺", "╺╸")


class _Mirrored:
    """A bar that fills from the right."""

    def __init__(self, bar: ProgressBar) -> None:
        self._bar = bar

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        segments = [segment for segment in self._bar.__rich_console__(console, options) if isinstance(segment, Segment)]
        room = (self._bar.width or options.max_width) - sum(segment.cell_length for segment in segments)
        yield Segment(" " * max(0, room))
        for segment in reversed(segments):
            yield segment._replace(text=segment.text[::-1].translate(_MIRRORED))


class _BarFromTheRight(BarColumn):
    """See `_Mirrored`."""

    def render(self, task: Task) -> _Mirrored:  # type: ignore[override]
        """The bar of a task."""
        return _Mirrored(super().render(task))


@contextmanager
def bar(what: str, total: int, screen: Screen | None) -> Iterator[Callable[[int, int], object]]:
    """Show a bar while work is done.

    Args:
        what: the work, in the interface's words.
        total: its steps.
        screen: how stdout is laid out, where that is the same terminal; else nobody knows how letters come.

    Yields:
        What reports the steps that are done, and all of them.
    """
    # Lines for a terminal go above the bar; those for a pipe must not be caught by it.
    above = sys.stdout.isatty()
    columns = _columns(what, screen)
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=above, expand=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda done, all: shown.update(task, completed=done, total=all)  # noqa: A006 - as the library calls it


def _columns(what: str, screen: Screen | None) -> list[ProgressColumn]:
    said = " ".join(screen.phrase(what, "L")) if screen else what if direction() == "L" else ""
    columns: list[ProgressColumn] = [_Said(said), BarColumn(None), TaskProgressColumn()]
    columns += [_Rate(screen), TimeRemainingColumn(elapsed_when_finished=True)]
    if screen and direction() == "R":
        columns[1] = _BarFromTheRight(None)
        columns.reverse()
    return columns


class _Rate(ProgressColumn):
    """Steps a second, over the last half minute."""

    max_refresh = 0.5  # seconds: what changes faster cannot be read

    def __init__(self, screen: Screen | None) -> None:
        super().__init__()
        self._screen = screen

    def render(self, task: Task) -> Text:
        """The rate of a task; nothing until it is known."""
        if not task.speed:
            return Text("")
        rate = f"{task.speed:,.0f}" if task.speed >= _SLOW else f"{task.speed:.1f}"
        if self._screen is None and direction() == "R":  # nobody knows how letters come
            return Text(rate)
        said = _("{rate}/s").format(rate=rate)
        return Text(" ".join(self._screen.phrase(said, "L")) if self._screen else said, no_wrap=True)


class _Said(ProgressColumn):
    """Words as the terminal gets them."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self._text = Text(said, no_wrap=True)

    def render(self, task: Task) -> Text:  # noqa: ARG002 - the same for each
        """The words."""
        return self._text
