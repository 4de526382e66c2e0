"""What commands print: laid-out lines on a terminal, logical text in a pipe, JSON where it was asked for."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from tui.arabic.direction import unisolated
from tui.cli.complaint import one_line
from tui.files import json_line
from tui.frozen import frozen

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence
    from typing import Self

    from tui.arabic.bidi import Base
    from tui.arabic.layout import Options
    from tui.config import Config, Digits

Style = Literal["plain", "strong", "faint"]

_STYLES = {"plain": "{}", "strong": "\x1b[1m{}\x1b[22m", "faint": "\x1b[2m{}\x1b[22m"}


@frozen
class Screen:
    """How to lay text out: cells of a line, the mode of the terminal, and as `tui.arabic.layout.Options` says."""

    width: int
    mode: str
    harakat: bool = True
    digits: Digits = "written"
    justify: bool = False
    lacking: frozenset[str] = frozenset()

    @property
    def options(self) -> Options:
        """How paragraphs are laid out on this screen."""
        from tui.arabic import paint

        return paint.options(
            self.mode, harakat=self.harakat, digits=self.digits, justify=self.justify, lacking=self.lacking
        )

    def lines(self, text: str, width: int = 0) -> tuple[str, ...]:
        """A paragraph as screen lines in the direction in which its reader reads it, aligned in the screen's width.

        Args:
            text: the paragraph, logical.
            width: cells at most, where that is less than the screen's width.
        """
        from tui.arabic.direction import reading_base

        return self._lines(text, reading_base(text), width)

    def phrase(self, text: str, edge: Literal["R", "L"], width: int = 0) -> tuple[str, ...]:
        """The same for a phrase of the interface: ordered as its language is read, at the edge of what is around it."""
        from tui.arabic.direction import phrase_base
        from tui.i18n import direction

        return self._lines(text, phrase_base(text, direction()), width, edge)

    def _lines(self, text: str, base: Base, width: int, edge: Literal["R", "L"] | None = None) -> tuple[str, ...]:
        from tui.arabic import paint
        from tui.arabic.layout import layout

        measure = min(width or self.width, self.width)
        found = layout(text, measure, base=base, options=self.options)
        return tuple(paint.text(replace(line, base=edge or line.base), self.width, self.mode) for line in found)

    def row(self, fields: Sequence[str], edge: Literal["R", "L"], least: Sequence[int] = ()) -> str:
        """Fields on one screen line from an edge on, cut where they do not fit.

        Args:
            fields: each is ordered for itself.
            edge: where the first one begins.
            least: cells that the first fields take at least, which makes columns of them.
        """
        from tui.arabic import paint
        from tui.arabic.direction import isolate
        from tui.arabic.layout import fit

        parts = []
        for index, field in enumerate(fields):
            cells = least[index] if index < len(least) else 0
            wide = fit(field, self.width, options=self.options).width if cells else 0
            if field or cells:
                parts.append(isolate(field) + " " * (cells - wide))
        line = fit("  ".join(parts).rstrip(), self.width, base=edge, options=self.options)
        return paint.text(line, self.width, self.mode)


class Output:
    """Where a command's answer goes; a context manager that leaves the terminal as it was.

    Attributes:
        edge: where rows and the interface's phrases begin: at the right as articles do, or as a command says.
    """

    def __init__(self, config: Config, *, json: bool, env: Mapping[str, str] = os.environ) -> None:
        """Look at what stdout is.

        Args:
            config: for the reader's choice of mode.
            json: whether JSON was asked for.
            env: the environment, which names the terminal.
        """
        self.json = json
        self.edge: Literal["R", "L"] = "R"
        self._leave = ""
        self._screen: Screen | None = None
        self._styled = False
        if sys.stdout.isatty() and not json and env.get("TERM") != "dumb":
            self._screen = self._enter(config, env)
            self._styled = not env.get("NO_COLOR")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.give_back()

    def give_back(self) -> None:
        """Leave the terminal as it was, before the end."""
        if self._leave:
            print(end=self._leave)
            self._leave = ""

    @property
    def screen(self) -> Screen | None:
        """How to lay text out; None where it goes elsewhere than to a terminal, as logical text."""
        return self._screen

    def use(self, width: int | None, mode: str | None) -> None:
        """Lay out as the options say, on a terminal or not; None leaves it as it is."""
        if width is None and mode is None:
            return
        if mode and mode != "visual":  # what asks for the terminal's own ordering needs it back
            self.give_back()
        old = self._screen or Screen(columns(), "visual")
        self._screen = replace(old, width=width or old.width, mode=mode or old.mode)

    def record(self, value: Mapping[str, object]) -> None:
        """One JSON object on a line of its own."""
        print(json_line(value))

    def line(self, text: str) -> None:
        """A line for other programs, as it is."""
        print(text)

    def row(self, *fields: str | int, least: Sequence[int] = ()) -> None:
        """One line: cut to the screen's width on a terminal (see `Screen.row`), fields between tabs elsewhere."""
        shown = [one_line(str(field)) for field in fields]
        if self._screen:
            print(self._screen.row(shown, self.edge, least))
        else:
            print("\t".join(shown))

    def paragraph(self, text: str, style: Style = "plain", width: int = 0) -> None:
        """A paragraph: wrapped on a terminal, one line elsewhere."""
        flat = " ".join(one_line(line) for line in text.splitlines())
        for line in self._screen.lines(flat, width) if self._screen else (flat,):
            self._line(line, style)

    def phrase(self, text: str, style: Style = "plain", width: int = 0) -> None:
        """A phrase of the interface, with words of others in isolates: wrapped on a terminal, one line elsewhere."""
        flat = " ".join(text.split())
        for line in self._screen.phrase(flat, self.edge, width) if self._screen else (one_line(unisolated(flat)),):
            self._line(line, style)

    def heading(self, text: str) -> None:
        """A blank line and a heading in the interface's words."""
        print()
        self.phrase(text, "strong")

    def blank(self) -> None:
        """A blank line."""
        print()

    def _line(self, line: str, style: Style) -> None:
        if not self._styled or style == "plain":
            print(line)
            return
        bare = line.lstrip(" ")
        print(" " * (len(line) - len(bare)) + _STYLES[style].format(bare))

    def _enter(self, config: Config, env: Mapping[str, str]) -> Screen:
        from tui.arabic import terminal
        from tui.arabic.terminal import letters

        # The environment alone: asking the terminal would take a command's answer 100 ms and its reader's typed keys.
        found = terminal.detect(
            terminal.surroundings(env), setting=config.text, harakat=config.harakat, calibrated=config.terminals
        )
        print(end=terminal.enter(found.mode, through=found.through))
        self._leave = terminal.leave(found.mode, through=found.through)
        lacking = letters.forms(found.lacking)
        return Screen(columns(), found.mode.value, found.harakat, config.digits, config.justify, lacking)


@frozen
class Call:
    """What a command is given."""

    options: Namespace
    config: Config
    out: Output


def columns() -> int:
    """Cells of a screen line; 80 where there is no telling."""
    return max(1, shutil.get_terminal_size((80, 24)).columns)
