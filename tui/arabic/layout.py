"""A paragraph to lines of cells in visual order: wrapped first, ordered line by line after.

Every cell knows which characters of the paragraph it stands for, so styles, hits and the caret are looked up after
ordering, by logical offset.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from tui.arabic import bidi, ucd, wrap
from tui.arabic.paragraph import Options, prepare
from tui.arabic.shape import Cell
from tui.frozen import frozen

if TYPE_CHECKING:
    from tui.arabic.bidi import Base
    from tui.arabic.paragraph import Paragraph

__all__ = ["Cell", "Line", "Options", "fit", "layout", "unbroken"]

_ELLIPSIS = "…"


_DEFAULT = Options()


@frozen
class Line:
    """A screen line.

    Attributes:
        cells: from left to right, without padding.
        start: first code point of the paragraph on this line.
        end: one past the last; the space at which the line was broken is on no line.
        base: the paragraph's direction, which says to which edge the line belongs.
    """

    cells: tuple[Cell, ...]
    start: int
    end: int
    base: Literal["R", "L"]

    @property
    def width(self) -> int:
        """Screen cells that the line takes."""
        return sum([cell.width for cell in self.cells])


def layout(paragraph: str, width: int, *, base: Base = "auto", options: Options = _DEFAULT) -> tuple[Line, ...]:
    """Lay a paragraph out.

    Args:
        paragraph: any string; line feeds count as spaces, control characters are shown as U+FFFD.
        width: screen cells of a line; 1 at least.
        base: the paragraph's direction; `auto` takes that of its first strong character.
        options: see `Options`.

    Returns:
        One line at least, none wider than `width`.
    """
    return _layout(paragraph, max(width, 1), base, options)


def fit(text: str, width: int, *, base: Base = "auto", options: Options = _DEFAULT) -> Line:
    """Lay a text out on one line, cut at its logical end with … where it is too long; arguments as of `layout`."""
    return _fit(text, max(width, 1), base, options)


def unbroken(text: str, *, base: Literal["R", "L"], options: Options = _DEFAULT) -> tuple[tuple[Cell, ...], bytes]:
    """Lay out a text that is being typed: in one line however long it is, with the spaces at its end.

    Returns:
        Its cells in logical order, mirrored as they are drawn, and the embedding level of each.
    """
    paragraph = prepare(text, max(len(text), 2), base, options)
    cells, levels = _drawn(paragraph, 0, len(paragraph.cells), options)
    return tuple(cells), bytes(levels)


@lru_cache(maxsize=256)
def _layout(text: str, width: int, base: Base, options: Options) -> tuple[Line, ...]:
    paragraph = prepare(text, width, base, options)
    spans = wrap.wrap(paragraph, width) or [(0, 0)]
    fill = width if options.justify and options.joined and paragraph.level & 1 else 0
    lines = [_line(paragraph, first, last, options, fill) for first, last in spans[:-1]]
    return (*lines, _line(paragraph, *spans[-1], options))


@lru_cache(maxsize=512)
def _fit(text: str, width: int, base: Base, options: Options) -> Line:
    paragraph = prepare(text, width, base, options)
    first, last, cut = wrap.cut(paragraph, width)
    line = _line(paragraph, first, last, options)
    if not cut:
        return line
    mark = (Cell(_ELLIPSIS, 1, line.end, line.end),)
    return Line(mark + line.cells if line.base == "R" else line.cells + mark, line.start, line.end, line.base)


def _line(paragraph: Paragraph, first: int, last: int, options: Options, fill: int = 0) -> Line:
    """The cells from `first` to `last` in visual order: rule L2; filled to so many cells where not 0."""
    base: Literal["R", "L"] = "R" if paragraph.level & 1 else "L"
    if first == last:
        return Line((), 0, 0, base)
    cells, levels = _drawn(paragraph, first, last, options)
    if fill:
        from tui.arabic import kashida  # most readers never need it

        cells, levels = kashida.fill(cells, levels, fill)
    start, end = cells[0].start, cells[-1].end
    return Line(tuple([cells[i] for i in bidi.visual_order(levels)]), start, end, base)


def _drawn(paragraph: Paragraph, first: int, last: int, options: Options) -> tuple[list[Cell], bytearray]:
    """The cells of a line in logical order and their levels: rules L1 and L4."""
    cells = paragraph.cells[first:last]
    levels = bytearray(paragraph.levels[first:last])
    for index in range(len(cells) - 1, -1, -1):  # L1: plain spaces are gone from a line's end, others are not
        if not cells[index].text.isspace():
            break
        levels[index] = paragraph.level
    if options.joined:
        _mirror(cells, levels)
    return cells, levels


def _mirror(cells: list[Cell], levels: bytearray) -> None:
    mirrors = ucd.mirrors()
    for index in [index for index, cell in enumerate(cells) if cell.text[0] in mirrors]:
        if levels[index] & 1:
            drawn = cells[index].text
            cells[index] = cells[index]._replace(text=mirrors[drawn[0]] + drawn[1:])
