"""Which lines of a page a picture shows as the reference has them, cell by cell.

A cell is right when, of all shapes that occur on the page, the one the reference has at this place is most like what is
seen, or as good as that. So rasterisers may differ, and a letter that is reversed, unjoined or displaced cannot pass:
some other shape is then more like it. Harakat may sit a few pixels off, since terminals lay them over the letter and
HarfBuzz attaches them, but not on another letter, and not on its other side.
"""

from __future__ import annotations

import collections
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from tests.terminals.reference import ABOVE
from tests.terminals.stage import WIDTH

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tests.terminals.stage import Grid

CONTRAST = 0.4  # of a cell's strongest ink: what is ink
FAINT = 40  # levels of grey: what is less is no ink
LINK = 8  # cells: a line as long as that is one under a link, and not compared
EDGE = 2  # pixels at a cell's side into which a neighbour may hang over
ALIKE = 0.8  # a cell that is less like its shape than this is wrong
AS_GOOD = 0.03  # two shapes whose likeness differs by less cannot be told apart
SHIFTS = [(dx, dy) for dy in range(-4, 5) for dx in (0, -1, 1)]  # of a terminal's letters in their cells
LOOSE = [(dx, dy) for dy in range(-4, 5) for dx in range(-5, 6)]  # of a haraka on its letter
BEYOND = 4  # rows of pixels above and below a cell where harakat may be: the page's lines have blank ones between them

Cells = list[int]  # a cell's ink each: one bit a pixel, with a frame of blank pixels around, so that it can be widened
Shape = tuple[int, ...]  # the same glyph with its harakat in several places


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line of the reference: its pixels, and where its cells begin."""

    rows: tuple[int, ...]
    width: int
    cells: tuple[tuple[int, str], ...]

    def cut(self, grid: Grid, shift: tuple[int, int]) -> Cells:
        """Its cells in a terminal's size, its letters moved by so many pixels."""
        right = self.width - grid.cell_width - shift[0]
        rows = self.rows[ABOVE - BEYOND - shift[1] :][: grid.cell_height + 2 * BEYOND]
        return [_pack([row << EDGE >> right - x + EDGE for row in rows], grid) for x, _ in self.cells]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line that should be seen: as drawn with harakat, and without."""

    full: Drawn
    bare: Drawn

    def shapes(self, grid: Grid, shift: tuple[int, int], *, harakat: bool) -> list[Shape]:
        """A shape for each cell."""
        if not harakat:
            return [(letter,) for letter in self.bare.cut(grid, shift)]
        pairs = zip(self.full.cut(grid, shift), self.bare.cut(grid, shift), strict=True)
        return [_loose(full, bare, grid.cell_width + 2) for full, bare in pairs]


@dataclass(frozen=True, slots=True)
class Rivals:
    """All shapes of a page: with their harakat in several places, for cells that should have some; and as they are."""

    loose: Collection[Shape]
    exact: Collection[Shape]

    def of(self, shape: Shape) -> Collection[Shape]:
        """What may be seen in a shape's place."""
        return self.loose if len(shape) > 1 else self.exact


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a line came out: its text from left to right, and the places of cells that show something else."""

    text: str
    wrong: tuple[int, ...]


def without_harakat(line: str) -> str:
    """A line as a terminal gets it that cannot draw them."""
    return "".join(letter for letter in line if unicodedata.category(letter) != "Mn")


def judge(picture: bytes, grid: Grid, page: Sequence[Wanted], *, harakat: bool) -> list[Verdict]:
    """Compare a picture with the lines of a page, wherever they are in it."""
    screen = [_row(picture, grid, row) for row in range(1, grid.rows - 1)]
    seen = [_find(screen, wanted.bare.cut(grid, (0, 0))) for wanted in page]

    def total(shift: tuple[int, int]) -> float:
        wanted = [line.shapes(grid, shift, harakat=False) for line in page]
        return sum(sum(_likenesses(*pair, grid)) for pair in zip(seen, wanted, strict=True))

    best = max(SHIFTS, key=total)
    loose = {shape for line in page for shape in line.shapes(grid, best, harakat=True)}
    exact = {(bits,) for line in page for drawn in (line.full, line.bare) for bits in drawn.cut(grid, best)}
    shapes = [line.shapes(grid, best, harakat=harakat) for line in page]
    return [_verdict(*line, Rivals(loose, exact), grid) for line in zip(page, seen, shapes, strict=True)]


def shows(picture: bytes, grid: Grid, word: Drawn) -> bool:
    """Whether a word is anywhere in a picture."""
    screen = [_row(picture, grid, row) for row in range(1, grid.rows - 1)]
    count = len(word.cells)
    screen = [[_clip(cell, grid) for cell in row] for row in screen]
    places = [row[start : start + count] for row in screen for start in range(grid.cols - count + 1)]
    return any(
        all(_overlap(cell, letter, grid.cell_width + 2) >= ALIKE for cell, letter in zip(place, letters, strict=True))
        for letters in ([_clip(letter, grid) for letter in word.cut(grid, shift)] for shift in SHIFTS)
        for place in places
    )


def _verdict(line: Wanted, seen: Cells, wanted: list[Shape], rivals: Rivals, grid: Grid) -> Verdict:
    stride = grid.cell_width + 2
    alike = _likenesses(seen, wanted, grid)
    wrong = [
        place
        for place, (cell, shape, likeness) in enumerate(zip(seen, wanted, alike, strict=True))
        if likeness < 1 - AS_GOOD
        if likeness < ALIKE or any(_likeness(cell, rival, stride) > likeness + AS_GOOD for rival in rivals.of(shape))
    ]
    return Verdict("".join(first for _, first in line.full.cells), tuple(wrong))


def _find(screen: Sequence[Cells], wanted: Cells) -> Cells:
    """The cells of the screen whose blanks are most where a line's blanks are."""
    blanks = [not cell for cell in wanted]

    def differ(cells: Cells) -> int:
        return sum((not cell) != blank for cell, blank in zip(cells, blanks, strict=True))

    count = len(wanted)
    return min((row[start : start + count] for row in screen for start in range(len(row) - count + 1)), key=differ)


def _likenesses(seen: Cells, wanted: list[Shape], grid: Grid) -> list[float]:
    return [_likeness(cell, shape, grid.cell_width + 2) for cell, shape in zip(seen, wanted, strict=True)]


@cache
def _likeness(cell: int, shape: Shape, stride: int) -> float:
    """From 0 to 1: how much of each one's ink is on or beside the other's."""
    return max(_overlap(cell, bits, stride) for bits in shape)


def _overlap(one: int, other: int, stride: int) -> float:
    if not one or not other:
        return float(one == other)
    there = (one & _wide(other, stride)).bit_count() / one.bit_count()
    return min(there, (other & _wide(one, stride)).bit_count() / other.bit_count())


@cache
def _wide(bits: int, stride: int) -> int:
    level = bits | bits << 1 | bits >> 1
    return level | level << stride | level >> stride


@cache
def _loose(full: int, bare: int, stride: int) -> Shape:
    marks = full & ~bare
    places = [dx + dy * stride for dx, dy in LOOSE] if marks else []
    return tuple({bare | (marks << place if place > 0 else marks >> -place) for place in places}) or (bare,)


def _clip(bits: int, grid: Grid) -> int:
    """A cell without the rows above and below it."""
    stride = grid.cell_width + 2
    return bits >> BEYOND * stride & (1 << stride * (grid.cell_height + 1)) - 1


def _row(picture: bytes, grid: Grid, row: int) -> Cells:
    """The ink of a row of cells: what stands out from each one's ground."""
    top = grid.top + row * grid.cell_height
    starts = [(top + y) * WIDTH + grid.left for y in range(-BEYOND, grid.cell_height + BEYOND)]
    lines = [picture[start : start + grid.cols * grid.cell_width] for start in starts]
    sides = range(0, grid.cols * grid.cell_width, grid.cell_width)
    cells = [[line[left : left + grid.cell_width] for line in lines] for left in sides]
    grounds = [collections.Counter(b"".join(cell)).most_common(1)[0][0] for cell in cells]
    ink = [_ink(cell, ground) for cell, ground in zip(cells, grounds, strict=True)]
    unlined = [_unlined(pixels, grid.cell_width) for pixels in zip(*ink, strict=True)]
    return [_pack(cell, grid) for cell in zip(*unlined, strict=True)]


def _unlined(pixels: Sequence[int], width: int) -> list[int]:
    """A row of pixels, a figure a cell, without lines under links, which are longer than strokes between letters."""
    sides, found = 1 << width - 1 | 1, list[int]()
    for lined, group in groupby(pixels, lambda bits: bits | sides == (1 << width) - 1):
        link = list(group)
        found += [0] * len(link) if lined and len(link) >= LINK else link
    return found


def _ink(lines: Sequence[bytes], ground: int) -> list[int]:
    depths = [[abs(value - ground) for value in line] for line in lines]
    least = max(CONTRAST * max(map(max, depths)), FAINT)
    return [int("".join("01"[depth > least] for depth in line), 2) for line in depths]


def _pack(lines: Sequence[int], grid: Grid) -> int:
    """A cell's ink from rows of pixels, without what hangs over from a neighbour."""
    stride = grid.cell_width + 2
    inside = (1 << grid.cell_width) - 1
    inner = inside >> EDGE & inside << EDGE
    bits = core = 0
    for line in lines:
        bits = bits << stride | (line & inside) << 1
        core = core << stride | (line & inner) << 1
    bits, core = bits << stride, core << stride
    while (grown := _wide(core, stride) & bits) != core:
        core = grown
    return core
