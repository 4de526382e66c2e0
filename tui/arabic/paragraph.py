"""A paragraph made ready for lines: clusters with their cells, levels, and the places where a line may end."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from tui.arabic import bidi, join, sanitise, shape, tokens
from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.arabic.bidi import Base
    from tui.arabic.shape import Cell

Digits = Literal["written", "arabic", "european"]

_WORDS = re.compile("[^ \u200b]+")
_OPENING = frozenset("«‹([{“‘")
_CLOSING = frozenset("»›)]}”’،؛؟,;?.!:…%٪")
_TOO_WIDE = "\ufffd"
_RTL = re.compile("[RA9eEvVd<>?!B]")
# Inside a token all but letters of right-to-left scripts and marks counts as Latin: signs and digits keep their order.
_AS_LATIN = str.maketrans("19+%,oSBw", "L" * 9)


@frozen
class Options:
    """How paragraphs are laid out.

    Attributes:
        harakat: whether Arabic marks are shown; some terminals draw them wrong.
        joined: whether letters are joined and brackets mirrored here. A terminal that does both itself gets letters as
            they are, and lam-alef counts two cells.
        lacking: presentation forms that the terminal's font has not, which would be boxes; the letters are shown
            unjoined in their place.
        digits: as written, or all Arabic-Indic, or all European; see `tui.arabic.numerals`.
        justify: whether right-to-left lines but the last of a paragraph are filled to the width, letters stretched
            where that is good style; see `tui.arabic.kashida`. Not where the terminal joins letters itself.
    """

    harakat: bool = True
    joined: bool = True
    lacking: frozenset[str] = join.NOTHING
    digits: Digits = "written"
    justify: bool = False


@frozen
class Paragraph:
    """Clusters in logical order.

    Attributes:
        level: the paragraph's embedding level.
        cells: what is drawn, not mirrored, with offsets into the paragraph as given.
        levels: the embedding level of each cell.
        breaks: cells before which a line is best ended.
        weak: cells before which a line may be ended where it has no other place.
    """

    level: int
    cells: list[Cell]
    levels: bytes
    breaks: list[int]
    weak: list[int]


def prepare(text: str, width: int, base: Base, options: Options) -> Paragraph:
    """Prepare a paragraph, for lines of `width` cells: wider clusters are replaced by one of a cell."""
    clean, origins = sanitise.prepare(text)
    level = bidi.base_level(clean) if base == "auto" else int(base == "R")
    spans = tokens.ltr(clean)
    if options.digits != "written":
        clean = _in_digits(clean, options.digits, level)
    levels = levels_with(clean, level, spans)
    cells = shape.cells(clean, harakat=options.harakat, joined=options.joined, lacking=options.lacking)
    starts = [cell.start for cell in cells]
    good, glued = _at_spaces(clean)
    breaks = sorted({bisect_left(starts, place) for place in good})
    weak = sorted([bisect_left(starts, place) for place in (*glued, *_in_tokens(clean, spans))])
    of_cells = bytes(map(levels.__getitem__, starts))
    if origins is not None:
        cells = [cell._replace(start=origins[cell.start], end=origins[cell.end - 1] + 1) for cell in cells]
    if width < 2:
        cells = [cell if cell.width <= width else cell._replace(text=_TOO_WIDE, width=1) for cell in cells]
    return Paragraph(level, cells, of_cells, breaks, weak)


def levels_with(text: str, level: int, spans: Sequence[tuple[int, int]]) -> bytes:
    """Levels of a text in which each of `spans` is ordered as if it stood between LRI and PDI."""
    kinds = bidi.classes(text)
    if not level and _RTL.search(kinds) is None:
        return bytes(len(text))
    if not spans:
        return bidi.of_classes(kinds, text, level)
    parts: list[str] = []
    chars: list[str] = []
    done = 0
    for start, end in spans:
        parts += (kinds[done:start], "<", kinds[start:end].translate(_AS_LATIN), "!")
        chars += (text[done:start], "\u2066", text[start:end], "\u2069")
        done = end
    isolated = bidi.of_classes("".join([*parts, kinds[done:]]), "".join([*chars, text[done:]]), level)
    kept: list[bytes] = []
    done = 0
    for number, (start, end) in enumerate(spans):
        skipped = 2 * number
        kept += (isolated[done + skipped : start + skipped], isolated[start + skipped + 1 : end + skipped + 1])
        done = end
    return b"".join([*kept, isolated[done + 2 * len(spans) :]])


def _in_digits(text: str, digits: Digits, level: int) -> str:
    from tui.arabic import numerals  # most readers never need it

    if digits == "european":
        return numerals.european(text)
    return numerals.arabic(text) if level & 1 else text


def _at_spaces(text: str) -> tuple[list[int], list[int]]:
    """Where words begin: where a line may end before them, and where it rather should not.

    That is after `«` and before `،` on their own. ZWSP is a good place.
    """
    good: list[int] = []
    glued: list[int] = []
    before = ""
    for match in _WORDS.finditer(text):
        word, place = match[0], match.start()
        if place and text[place - 1] == " ":
            sticks = _CLOSING.issuperset(word) or (before and _OPENING.issuperset(before))
            (glued if sticks else good).append(place)
        elif place:
            good.append(place)
        before = word
    return good, glued


def _in_tokens(text: str, spans: Iterable[tuple[int, int]]) -> list[int]:
    return [place for start, end in spans for place in tokens.url_breaks(text, start, end)]
