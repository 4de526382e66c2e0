"""A table of keys and one of queries, its columns from the edge at which the interface's language begins."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.geometry import Size
from textual.strip import Strip

from tui.arabic.layout import fit
from tui.i18n import _, direction
from tui.ui.painting import cap, options, phrases, strip
from tui.ui.widgets.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.style import Style

    from tui.arabic.layout import Cell, Line
    from tui.arabic.paint import Mode
    from tui.ui.keys import Key

_GAP = 2
# A meaning in fewer cells than this is better read below its form.
_ROOM = 24


class _Piece(NamedTuple):
    """A line of a column: how far from the edge it begins, and how it looks."""

    at: int
    line: Line
    look: str


_Row = tuple[_Piece, ...]


class HelpText(Pane):
    """Lines are laid out for the width that there is."""

    COMPONENT_CLASSES = {"help--heading", "help--key", "help--letters", "help--text", "help--note"}  # noqa: RUF012 - Textual's name and type

    def __init__(
        self,
        mode: Mode,
        keys: Sequence[Key],
        queries: Sequence[tuple[str, str]],
        *,
        id: str,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self.mode = mode
        self._keys, self._queries = keys, queries
        self._rows: tuple[_Row, ...] = ()
        self._width = 0

    @property
    def edge(self) -> Literal["R", "L"]:
        """That of the interface's language."""
        return direction()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """As many lines as the table takes; beyond what there is room for it scrolls."""
        self._lay_out(width - self.styles.scrollbar_size_vertical)
        return len(self._rows)

    def on_resize(self) -> None:
        """Another width wraps otherwise."""
        self._lay_out(self.scrollable_content_region.width)
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))

    def paint_line(self, y: int) -> Strip:
        """The pieces of a row, each at its column."""
        width, fill = self.scrollable_content_region.width, self.rich_style
        index = y + self.scroll_offset.y
        if not 0 <= index < len(self._rows):
            return Strip.blank(width, fill)
        strips: list[Strip] = []
        done = 0
        for piece in sorted(self._rows[index], key=lambda piece: self._column(piece, width)):
            column = self._column(piece, width)
            style = fill + self.get_component_rich_style(f"help--{piece.look}", partial=True)
            strips += [Strip.blank(column - done, fill), _painted(piece.line, style, fill, self.mode)]
            done = column + piece.line.width
        return Strip.join([*strips, Strip.blank(max(0, width - done), fill)])

    def _column(self, piece: _Piece, width: int) -> int:
        return width - piece.at - piece.line.width if self.edge == "R" else piece.at

    # ---------------------------------------------------------------- layout

    def _lay_out(self, width: int) -> None:
        if width != self._width:
            self._width = width
            note = _("The second column is the same key on an Arabic keyboard. Escape closes this.")
            self._rows = (
                *tuple(self._of_keys(width))[1:],
                *self._heading(_("Queries"), width),
                *self._of_queries(width),
                (),
                *self._text(note, 0, width, "note"),
            )

    def _of_keys(self, width: int) -> Iterator[_Row]:
        caps = [cap(_(key.shown), self.mode) for key in self._keys]
        letters = [cap(key.letters, self.mode) for key in self._keys]
        second = max(line.width for line in caps) + _GAP
        third = second + max(line.width for line in letters) + _GAP
        for group, members in groupby(zip(self._keys, caps, letters, strict=True), key=lambda row: row[0].group):
            yield from self._heading(_(group), width)
            for key, shown, letter in members:
                pieces = (_Piece(0, shown, "key"), _Piece(second, letter, "letters"))
                yield from _beside(pieces, self._text(_(key.help), third, width))

    def _of_queries(self, width: int) -> Iterator[_Row]:
        how = options(self.mode)
        forms = [fit(_(form), width, base=self.edge, options=how) for form, _meaning in self._queries]
        second = max(line.width for line in forms) + _GAP
        for form, (_form, meaning) in zip(forms, self._queries, strict=True):
            piece = _Piece(0, form, "key")
            if width - second < _ROOM:
                yield (piece,)
                yield from self._text(_(meaning), _GAP, width)
            else:
                yield from _beside((piece,), self._text(_(meaning), second, width))

    def _heading(self, text: str, width: int) -> tuple[_Row, ...]:
        """A blank line and a heading."""
        return ((), *self._text(text, 0, width, "heading"))

    def _text(self, text: str, at: int, width: int, look: str = "text") -> tuple[_Row, ...]:
        return tuple([(_Piece(at, line, look),) for line in phrases(text, width - at, self.mode)])


def _beside(pieces: _Row, lines: Iterable[_Row]) -> Iterator[_Row]:
    """Put pieces before the first of some lines."""
    for before, line in zip_longest((pieces,), lines, fillvalue=()):
        yield (*before, *line)


def _painted(line: Line, style: Style, fill: Style, mode: Mode) -> Strip:
    def same(_cell: Cell) -> Style:
        return style

    return strip(line, line.width, same, fill, mode=mode)
