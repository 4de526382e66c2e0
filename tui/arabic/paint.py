"""Lines of cells as the strings that a terminal gets, in the way this terminal needs them."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from tui.arabic.join import NOTHING
from tui.arabic.layout import Options, layout
from tui.arabic.terminal import Mode
from tui.arabic.ucd import BIDI, mirrors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tui.arabic.bidi import Base
    from tui.arabic.layout import Cell, Line
    from tui.arabic.paragraph import Digits

__all__ = ["Mode", "encode", "options", "render", "runs", "text"]

_LRM = "\u200e"
_COMMON = "،؛؟ـ"  # signs of Arabic that belong to no script (Scripts.txt), by which no word is turned
_JOINED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_BASES: dict[str, Base] = {"rtl": "R", "ltr": "L", "R": "R", "L": "L", "auto": "auto"}

K = TypeVar("K")


def options(
    mode: str,
    *,
    harakat: bool = True,
    digits: Digits = "written",
    justify: bool = False,
    lacking: frozenset[str] = NOTHING,
) -> Options:
    """How paragraphs must be laid out for a mode: `logical` leaves joining and mirroring to the terminal."""
    return Options(harakat, mode != Mode.LOGICAL, lacking, digits, justify)


def encode(cells: Iterable[Cell], mode: str = Mode.VISUAL) -> str:
    """Cells as a string.

    Args:
        cells: from left to right.
        mode: a `Mode` or its name. `visual` and `explicit` give them as they are; `lrm` puts LRM after every cell that
            a terminal would reorder; `runs` turns runs of right-to-left letters back and puts LRM around each; `words`
            turns words back that begin with such a letter on the left; `logical` gives letters in logical order: lay
            the line out with `options("logical")`, else brackets stay mirrored and lam-alef takes more cells than
            counted.
    """
    if mode == Mode.RUNS:
        return "".join(
            _isolated(list(group)) if strong else encode(group) for strong, group in groupby(cells, _is_strong)
        )
    if mode == Mode.WORDS:
        return "".join(_turned(list(cells)))
    if mode == Mode.LRM:
        return "".join([cell.text + _LRM if BIDI[cell.text[0]] in "RA9" else cell.text for cell in cells])
    if mode == Mode.LOGICAL:
        drawn = "".join([cell.text for cell in sorted(cells, key=_start)])
        return _JOINED.sub(_letters, drawn)
    return "".join([cell.text for cell in cells])


def text(line: Line, width: int | None = None, mode: str = Mode.VISUAL) -> str:
    """A line as a string.

    Args:
        line: from `layout`.
        width: cells to fill: a right-to-left line gets spaces on its left. None for no alignment.
        mode: see `encode`.

    Returns:
        The string, without trailing spaces.
    """
    drawn = encode(line.cells, mode)
    if width is not None and line.base == "R":
        drawn = " " * (width - line.width) + drawn
    return drawn.rstrip(" ")


def runs(line: Line, key: Callable[[Cell], K], mode: str = Mode.VISUAL) -> list[tuple[str, K, int, int]]:
    """Join neighbouring cells that are painted alike.

    Args:
        line: from `layout`.
        key: says how a cell is painted, most often by its `start`.
        mode: see `encode`; in `logical` the runs come in logical order.

    Returns:
        For each run its text, its key, the first code point of the paragraph in it, and the screen cells it takes.
    """
    if mode == Mode.WORDS:
        return _word_runs(line, key)
    cells = sorted(line.cells, key=_start) if mode == Mode.LOGICAL else line.cells
    grouped = [(value, list(group)) for value, group in groupby(cells, key)]
    return [
        (encode(group, mode), value, min(map(_start, group)), sum([cell.width for cell in group]))
        for value, group in grouped
    ]


def render(text_: str, width: int, mode: str = Mode.VISUAL, base: str = "auto", *, how: Options | None = None) -> str:
    """Lay plain text out, as `warraq render` prints it.

    Args:
        text_: each line is a paragraph; a blank one stays blank.
        width: screen cells; right-to-left paragraphs are aligned to the right of them.
        mode: see `encode`.
        base: `auto`, `rtl` or `ltr` (`R` and `L` too).
        how: what `options` gave for this mode; None for its defaults.

    Returns:
        Screen lines without trailing spaces, joined by line feeds.

    Raises:
        KeyError: `base` is none of these.
    """
    direction = _BASES[base]
    how = how or options(mode)
    paragraphs = text_.replace("\r\n", "\n").removesuffix("\n").split("\n")
    lines = [line for paragraph in paragraphs for line in layout(paragraph, width, base=direction, options=how)]
    return "\n".join([text(line, width, mode) for line in lines])


def _is_strong(cell: Cell) -> bool:
    return BIDI[cell.text[0]] in "RA"


def _isolated(cells: list[Cell]) -> str:
    return _LRM + encode(reversed(cells)) + _LRM


def _turned(cells: Sequence[Cell]) -> list[str]:
    """What to send for each cell so that a terminal that turns right-to-left words shows the cells as they are here."""
    sent: list[str] = []
    for blank, group in groupby(cells, lambda cell: cell.text == " "):
        word = [cell.text for cell in group]
        if not blank and _script(word) in "RA9":
            word = [mirrors().get(text[0], text[0]) + text[1:] for text in reversed(word)]
        sent += word
    return sent


def _script(word: Sequence[str]) -> str:
    """The direction by which HarfBuzz turns a word: that of the first letter or digit that belongs to a script."""
    return next((BIDI[text[0]] for text in word if text[0] not in _COMMON and BIDI[text[0]] in "LRA9"), "L")


def _word_runs(line: Line, key: Callable[[Cell], K]) -> list[tuple[str, K, int, int]]:
    """As `runs`: the terminal turns letters, but each cell keeps its colours, so those stay in visual order."""
    pairs = zip(_turned(line.cells), line.cells, strict=True)
    grouped = [(value, list(group)) for value, group in groupby(pairs, lambda pair: key(pair[1]))]
    return [
        (
            "".join([sent for sent, _ in group]),
            value,
            min([cell.start for _, cell in group]),
            sum([cell.width for _, cell in group]),
        )
        for value, group in grouped
    ]


def _start(cell: Cell) -> int:
    return cell.start


def _letters(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])
