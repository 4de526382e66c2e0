"""From laid-out lines to Textual's strips: the last step, where logical text becomes visual.

Text of the library is laid out in the direction in which it is read (`one_line`, `wrap`); the interface's own phrases
in that of its language, and at the right edge in either, since every pane begins there (`phrase`, `phrases`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui.arabic import paint
from tui.arabic.direction import phrase_base, reading_base
from tui.arabic.layout import Cell, Options, fit, layout
from tui.i18n import direction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.style import Style

    from tui.arabic.bidi import Base
    from tui.arabic.layout import Line


_given = Options()
# Cells; no key has as much on it.
_CAP = 40


def use(given: Options) -> None:
    """Lay everything out so from now on, in the whole process.

    As the interface's language, marks, digits and lacking forms belong to the reader and the terminal, of which a
    process has one.
    """
    global _given  # noqa: PLW0603 - a process has one terminal
    _given = given


def options(mode: paint.Mode, *, typed: bool = False) -> Options:
    """How everything is laid out, but for what an article's text has of its own; what is typed keeps its digits."""
    return replace(_given, joined=mode != paint.Mode.LOGICAL, digits="written" if typed else _given.digits)


def strip(
    line: Line, width: int, style: Callable[[Cell], Style], fill: Style, *, mode: paint.Mode, margin: int = 0
) -> Strip:
    """One screen line: right-aligned when its base is right to left, filled to `width` cells.

    Args:
        line: the laid-out line, at most `width - 2 * margin` cells wide.
        width: cells of the strip.
        style: the style of a cluster, asked after reordering.
        fill: the style of blank cells.
        mode: how the terminal wants its Arabic.
        margin: blank cells kept on both sides.
    """
    left = first_column(line, width, margin)
    runs = [(text, key) for text, key, _, _ in paint.runs(line, style, mode)]
    blanks = ((" " * left, fill), *runs, (" " * (width - left - line.width), fill))
    return Strip([Segment(text, key) for text, key in _joined(blanks) if text], width)


def _joined(runs: Iterable[tuple[str, Style]]) -> list[tuple[str, Style]]:
    """Blanks at the ends join what they look like: each run of a style costs the terminal 40 bytes."""
    (left, fill), *inside, (right, _) = runs
    if inside and _blank_as(inside[0][1], fill):
        inside[0], left = (left + inside[0][0], inside[0][1]), ""
    if inside and _blank_as(inside[-1][1], fill):
        inside[-1], right = (inside[-1][0] + right, inside[-1][1]), ""
    return [(left, fill), *inside, (right, fill)]


def _blank_as(style: Style, fill: Style) -> bool:
    """Whether blanks look the same in both styles, and nothing is hidden behind them."""
    seen = style.underline or style.reverse or style.strike or style.link or style.meta
    return style.bgcolor == fill.bgcolor and not seen


def first_column(line: Line, width: int, margin: int = 0) -> int:
    """The column at which the line's leftmost cell is painted by `strip`."""
    return max(0, width - margin - line.width) if line.base == "R" else min(margin, max(0, width - line.width))


def cell_at(line: Line, width: int, col: int, margin: int = 0) -> Cell | None:
    """The cluster painted at a column by `strip`, None on blank cells."""
    at = first_column(line, width, margin)
    for cell in line.cells:
        if at <= col < at + cell.width:
            return cell
        at += cell.width
    return None


def plain(text: str, width: int, style: Style, *, mode: paint.Mode, margin: int = 0) -> Strip:
    """A phrase of the interface on one line in one style, cut with … where it does not fit."""
    return strip(phrase(text, width - 2 * margin, mode), width, lambda _: style, style, mode=mode, margin=margin)


def one_line(text: str, width: int, mode: paint.Mode) -> Line:
    """A text on one line, cut with … where it does not fit, in the direction in which it is read."""
    return fit(text, width, base=reading_base(text), options=options(mode))


def wrap(
    text: str, width: int, mode: paint.Mode, how: Options | None = None, *, base: Base | None = None, most: int = 0
) -> tuple[Line, ...]:
    """A paragraph's lines; where `how` or `base` are None, as everything (`options`), and as the text is read.

    Args:
        text: the paragraph.
        width: cells of a line.
        mode: how the terminal wants its Arabic.
        how: how to lay it out.
        base: its direction.
        most: lines that there is room for, the last of which ends with … if there are more; 0 is all.
    """
    lines = layout(text, width, base=base or reading_base(text), options=how or options(mode))
    return _cut(lines, most, width) if 0 < most < len(lines) else lines


def phrase(text: str, width: int, mode: paint.Mode) -> Line:
    """A phrase of the interface on one line at the right edge, cut with … where it does not fit."""
    return replace(fit(text, width, base=phrase_base(text, direction()), options=options(mode)), base="R")


def cap(text: str, mode: paint.Mode) -> Line:
    """What is written on keys, in the order and with the brackets that are written there."""
    return fit(text, _CAP, base="L", options=options(mode, typed=True))


def drawn(text: str, width: int, mode: paint.Mode) -> str:
    """A phrase of the interface for what takes nothing but a string: lines as the terminal gets them, and line feeds.

    They fill the width from the edge at which the interface's language begins.
    """
    lines = [replace(line, base=direction()) for line in phrases(text, width, mode)]
    return "\n".join([paint.text(line, width, mode) for line in lines])


def phrases(text: str, width: int, mode: paint.Mode, most: int = 0) -> tuple[Line, ...]:
    """A phrase of the interface on as many lines as it takes, or on `most`, at the right edge."""
    lines = wrap(text, width, mode, base=phrase_base(text, direction()), most=most)
    return tuple([replace(line, base="R") for line in lines])


def _cut(lines: tuple[Line, ...], most: int, width: int) -> tuple[Line, ...]:
    """The first lines, … in place of what the last of them has no room for."""
    last = lines[most - 1]
    cells = list(last.cells)
    end = 0 if last.base == "R" else -1
    while cells and sum(cell.width for cell in cells) >= width:
        del cells[end]
    while cells and cells[end].text == " ":
        del cells[end]
    cells.insert(0 if last.base == "R" else len(cells), Cell("…", 1, last.end, last.end))
    return (*lines[: most - 1], replace(last, cells=tuple(cells)))
