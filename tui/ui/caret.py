"""Where a caret goes in a laid-out article: visually to the left and right, by lines, by what the mouse points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ui.painting import first_column
from tui.ui.selection import Reach, next_word
from tui.ui.text import Place

if TYPE_CHECKING:
    from tui.arabic.layout import Cell, Line
    from tui.ui.page import Page


def cluster(page: Page, place: Place) -> Reach:
    """The cluster at a place; behind the last of a line, that one."""
    _, line, index = _cell(page, place)
    return _reach(place.block, line.cells[index]) if line.cells else Reach(place, place)


def beside(page: Page, place: Place, direction: int) -> Place:
    """The cluster to the right (1) or the left (-1); past a line's edge, the line that is read before or after it."""
    row, line, index = _cell(page, place)
    here = line.cells[index].start if line.cells else 0
    # A letter that is drawn out to fill the line has several cells.
    while 0 <= index + direction < len(line.cells):
        index += direction
        if line.cells[index].start != here:
            return Place(place.block, line.cells[index].start)
    onward = 1 if (direction < 0) == (line.base == "R") else -1
    other = _row_with_text(page, row + onward, onward)
    if other < 0:
        return place
    return line_end(page, other, -onward)


def line_end(page: Page, row: int, direction: int) -> Place:
    """The first (-1) or the last (1) cluster of a row in the order of reading."""
    line = _line(page, row)
    pick = max if direction > 0 else min
    return Place(page.rows[row].block, pick(cell.start for cell in line.cells) if line.cells else line.start)


def _edge(page: Page, place: Place, direction: int) -> Place:
    return line_end(page, page.row(place), direction)


def _word(page: Page, place: Place, direction: int) -> Place:
    return next_word(page.text, place, direction)


def _word_end(page: Page, place: Place, direction: int) -> Place:
    return next_word(page.text, place, direction, last=True)


def _word_beside(page: Page, place: Place, direction: int) -> Place:
    _, line, _ = _cell(page, place)
    onward = (direction < 0) == (line.base == "R")
    return next_word(page.text, place, 1, last=True) if onward else next_word(page.text, place, -1)


def _paragraph(page: Page, place: Place, direction: int) -> Place:
    for block in (place.block, place.block + direction):
        if 0 <= block < len(page.text.blocks):
            edge = Place(block, page.text.blocks[block].size if direction > 0 else 0)
            if cluster(page, edge) != cluster(page, place):
                return edge
    return place


def _article(page: Page, place: Place, direction: int) -> Place:  # noqa: ARG001 - as the others
    last = len(page.text.blocks) - 1
    return Place(last, page.text.blocks[last].size) if direction > 0 else Place(0, 0)


def below(page: Page, place: Place, rows: int, col: int) -> Place:
    """The cluster at a column so many lines of text below (above, when negative)."""
    row, step = page.row(place), 1 if rows > 0 else -1
    for _ in range(abs(rows)):
        other = _row_with_text(page, row + step, step)
        if other < 0:
            break
        row = other
    return pointed(page, row, col).start


def column(page: Page, place: Place) -> int:
    """The column of a cluster, from the left edge of the text."""
    _, line, index = _cell(page, place)
    return first_column(line, page.width) + sum(cell.width for cell in line.cells[:index])


def pointed(page: Page, row: int, col: int) -> Reach:
    """The cluster nearest to a column of a row; beside a line, the place before its first cluster or behind its last.

    Args:
        page: the article.
        row: a row of it; one without text stands for the end of the block above it.
        col: from the left edge of the text; may lie outside.
    """
    if row >= len(page.rows):
        row = len(page.rows) - 1
    block, line = page.rows[row].block, page.rows[row].line
    if line is None or not line.cells:
        end = Place(block, page.text.blocks[block].size)
        return Reach(end, end)
    at = first_column(line, page.width)
    if col < at or col >= at + line.width:
        before = (col < at) == (line.base == "L")
        edge = Place(block, line.start if before else line.end)
        return Reach(edge, edge)
    for cell in line.cells:
        at += cell.width
        if col < at:
            break
    return _reach(block, cell)


def _cell(page: Page, place: Place) -> tuple[int, Line, int]:
    """The row of a place, its line, and which of its cells stands for it: the next where none does, else the last."""
    row = page.row(place)
    line = _line(page, row)
    behind = [i for i, cell in enumerate(line.cells) if cell.end > place.offset]
    if behind:
        return row, line, min(behind, key=lambda i: line.cells[i].start)
    return row, line, max(range(len(line.cells)), key=lambda i: line.cells[i].start, default=0)


def _row_with_text(page: Page, row: int, step: int) -> int:
    """The first row with text from a row on; -1 where there is none."""
    while row >= 0:
        page.advance(row + 1)
        if row >= len(page.rows):
            break
        line = page.rows[row].line
        if line is not None and line.cells:
            return row
        row += step
    return -1


def _line(page: Page, row: int) -> Line:
    line = page.rows[row].line
    assert line is not None
    return line


def _reach(block: int, cell: Cell) -> Reach:
    return Reach(Place(block, cell.start), Place(block, cell.end))


MOVES = {
    "cluster": beside,
    "word": _word,
    "word_end": _word_end,
    "word_beside": _word_beside,
    "edge": _edge,
    "paragraph": _paragraph,
    "article": _article,
}
"""Moves by name: of a page, a place and a direction, 1 or -1, which is right or left on the screen for `cluster` and
`word_beside`, onward or back in the text for the others."""
