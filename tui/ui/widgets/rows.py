"""A list that paints only what is on the screen: rows of any height, one cursor, keys, wheel and click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from tui.ui.widgets.lazy_pane import LazyPane
from tui.ui.widgets.pane import Pane

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

    from tui.arabic.paint import Mode
    from tui.ui.blocks import Blocks


class Rows(Pane, can_focus=True):
    """Base of the panes that list things.

    A subclass says how many rows there are (`count`), where each begins (`top`, `row_at`, `height`), and paints one
    screen line of a row (`paint`). Rows that cannot hold the cursor are not `selectable`.
    """

    COMPONENT_CLASSES = {"rows--cursor"}  # noqa: RUF012 - Textual's name and type
    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    def __init__(self, mode: Mode, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.mode = mode

    # ---------------------------------------------------------------- for subclasses

    @property
    def count(self) -> int:
        """Rows in all."""
        raise NotImplementedError

    def top(self, row: int) -> int:
        """The first line of a row, in lines from the beginning of the list."""
        raise NotImplementedError

    def row_at(self, line: int) -> int:
        """The row that holds a line."""
        raise NotImplementedError

    def paint(self, row: int, part: int, width: int, *, current: bool) -> Strip:
        """Paint line `part` of a row."""
        raise NotImplementedError

    def selectable(self, row: int) -> bool:  # noqa: ARG002 - for subclasses
        """Whether the cursor may stand on a row."""
        return True

    def choose(self) -> None:
        """Enter, or a second click, on the cursor's row."""

    def moved(self) -> None:
        """The cursor stands on another row."""

    # ---------------------------------------------------------------- cursor

    def resized_to(self, lines: int) -> None:
        """Tell the scroll bar how many lines there are and paint anew."""
        self.virtual_size = Size(self.scrollable_content_region.width, lines)
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor inside."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Paint the two rows that changed, and bring the new one into view."""
        for row in (old, new):
            if 0 <= row < self.count:
                self.refresh_lines(self.top(row), self.top(row + 1) - self.top(row))
        self.show_cursor()
        self.moved()

    def show_cursor(self) -> None:
        """Scroll as little as needed for the cursor's row to be whole."""
        if not self.count:
            return
        top, bottom = self.top(self.cursor), self.top(self.cursor + 1)
        height = self.scrollable_content_region.height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=bottom - height, animate=False, immediate=True)

    def move(self, delta: int) -> None:
        """Move the cursor by rows, past those that cannot hold it."""
        step = 1 if delta > 0 else -1
        row = max(0, min(self.cursor + delta, self.count - 1))
        while 0 <= row < self.count and not self.selectable(row):
            row += step
        if 0 <= row < self.count:
            self.cursor = row

    def page(self, delta: int) -> None:
        """Move the cursor by what the screen holds."""
        if self.count:
            line = self.top(self.cursor) + delta * self.scrollable_content_region.height
            row = self.row_at(max(0, min(line, self.top(self.count) - 1)))
            self.move(row - self.cursor or delta)

    def ends(self, direction: int) -> None:
        """Move the cursor to the first (-1) or the last (1) row."""
        rows = range(self.count) if direction < 0 else range(self.count - 1, -1, -1)
        self.cursor = next((row for row in rows if self.selectable(row)), self.cursor)
        if direction < 0:
            self.scroll_to(y=0, animate=False, immediate=True)

    # ---------------------------------------------------------------- painting and mouse

    def paint_line(self, y: int) -> Strip:
        """One line of the screen; pure: what is not known yet is painted blank."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if width <= 0 or not self.count or line >= self.top(self.count):
            return Strip.blank(width, self.rich_style)
        row = self.row_at(line)
        return self.paint(row, line - self.top(row), width, current=row == self.cursor)

    def cursor_style(self, *, current: bool) -> Style:
        """The background of a row."""
        return self.get_component_rich_style("rows--cursor") if current else self.rich_style

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the cursor's row chooses it."""
        _, line = self.spot(event)
        if not self.count or line >= self.top(self.count):
            return
        row = self.row_at(line)
        if self.selectable(row):
            self.clicked(row, line, again=event.chain > 1)

    def clicked(self, row: int, line: int, *, again: bool) -> None:  # noqa: ARG002 - for subclasses
        """A click on a line of a row that can hold the cursor.

        Args:
            row: which.
            line: counted from the beginning of the list.
            again: whether it follows another click at once.
        """
        if row == self.cursor or again:
            self.choose()
        self.cursor = row

    def on_focus(self) -> None:
        """The cursor looks different in the pane that has the keys."""
        self.refresh()

    def on_blur(self) -> None:
        """See `on_focus`."""
        self.refresh()


class LineRows(Rows):
    """Rows of one line each."""

    def top(self, row: int) -> int:
        """A row is a line."""
        return row

    def row_at(self, line: int) -> int:
        """A row is a line."""
        return line


class BlockRows(Rows, LazyPane):
    """Rows of different heights, laid out as far as they are seen; a subclass shows `Blocks` and paints their lines."""

    _width = 0

    @property
    def room(self) -> int:
        """Columns for a row's text: a blank stands on both sides."""
        return self.scrollable_content_region.width - 2

    def rewrap(self) -> None:
        """Show the rows again, wrapped to the room there is, which `_width` keeps."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Another width wraps otherwise; more lines show more."""
        if self._width != self.room:
            self.rewrap()
        else:
            self.seen()

    def show_blocks(self, blocks: Blocks[Any], cursor: int) -> None:
        """Show other rows from the first one on, with the cursor on one of those that are seen."""
        self._page = blocks
        self.set_reactive(BlockRows.cursor, cursor)
        self.scroll_to(y=0, animate=False, immediate=True)
        self.seen()

    def seen(self) -> None:
        """Lay out what is on the screen."""
        if self._page:
            self.reach(self._page.block_at(self.scroll_offset.y))
        self.resized()
        self.refresh()

    @property
    def count(self) -> int:
        """Rows in all."""
        return len(self._page) if self._page else 0

    def top(self, row: int) -> int:
        """The first line of a row, as far as is known."""
        return self._page.top(min(row, self.count)) if self._page else 0

    def row_at(self, line: int) -> int:
        """The row that holds a line."""
        return self._page.block_at(line) if self._page else 0

    def watch_cursor(self, old: int, new: int) -> None:
        """Lay out what stands around the cursor."""
        self.reach(new)
        super().watch_cursor(old, new)

    def page(self, delta: int) -> None:
        """Move by what the screen holds, which is laid out for that."""
        self.reach(self.cursor)
        super().page(delta)
