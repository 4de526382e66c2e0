"""Where a caret goes in a laid-out article: visually to the left and right, by lines, by what the mouse points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ui.painting import first_column
from tui.ui.selection import Reach, next_word
from tui.ui.text import Place

if TYPE_CHECKING:
    from tui.arabic.layout import Cell, Line
    from tui.ui.page import Page, Row


def cluster(page: Page, place: Place) -> Reach:
    """The cluster at a place; behind the last of a line, that one."""
    line, index = _cell(page, place)
    return _reach(place.block, line.cells[index]) if line.cells else Reach(place, place)


def beside(page: Page, place: Place, direction: int) -> Place:
    """The cluster to the right (1) or the left (-1); past a line's edge, the line that is read before or after it."""
    line, index = _cell(page, place)
    here = line.cells[index].start if line.cells else 0
    # A letter that is drawn out to fill the line has several cells.
    while 0 <= index + direction < len(line.cells):
        index += direction
        if line.cells[index].start != here:
            return Place(place.block, line.cells[index].start)
    onward = 1 if (direction < 0) == (line.base == "R") else -1
    other = _text_from(page, page.find(place), onward)
    return _end(other, -onward) if other else place


def _end(row: Row, direction: int) -> Place:
    """The first (-1) or the last (1) cluster of a row in the order of reading."""
    assert row.line is not None
    pick = max if direction > 0 else min
    return Place(row.block, pick(cell.start for cell in row.line.cells) if row.line.cells else row.line.start)


def _edge(page: Page, place: Place, direction: int) -> Place:
    return _end(page.find(place), direction)


def _word(page: Page, place: Place, direction: int) -> Place:
    return next_word(page.text, place, direction)


def _word_end(page: Page, place: Place, direction: int) -> Place:
    return next_word(page.text, place, direction, last=True)


def _word_beside(page: Page, place: Place, direction: int) -> Place:
    line, _ = _cell(page, place)
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
    row = page.find(place)
    for _ in range(abs(rows)):
        row = _text_from(page, row, 1 if rows > 0 else -1) or row
    return pointed(page, row, col).start


def column(page: Page, place: Place) -> int:
    """The column of a cluster, from the left edge of the text."""
    line, index = _cell(page, place)
    return first_column(line, page.width) + sum(cell.width for cell in line.cells[:index])


def pointed(page: Page, row: Row, col: int) -> Reach:
    """The cluster nearest to a column of a row; beside a line, the place before its first cluster or behind its last.

    Args:
        page: the article.
        row: a row of it; one without text stands for the end of the block above it.
        col: from the left edge of the text; may lie outside.
    """
    line, block = row.line, row.block
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


def _cell(page: Page, place: Place) -> tuple[Line, int]:
    """The line of a place, and which of its cells stands for it: the next where none does, else the last."""
    line = page.find(place).line
    assert line is not None
    behind = [i for i, cell in enumerate(line.cells) if cell.end > place.offset]
    if behind:
        return line, min(behind, key=lambda i: line.cells[i].start)
    return line, max(range(len(line.cells)), key=lambda i: line.cells[i].start, default=0)


def _text_from(page: Page, row: Row, step: int) -> Row | None:
    """The first row with text behind (1) or before (-1) a row; None where there is none."""
    block, number = row.block, row.number + step
    while 0 <= block < len(page.text.blocks):
        rows = page.lines(block)
        while 0 <= number < len(rows):
            line = rows[number].line
            if line is not None and line.cells:
                return rows[number]
            number += step
        block += step
        if 0 <= block < len(page.text.blocks):
            number = 0 if step > 0 else len(page.lines(block)) - 1
    return None


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
