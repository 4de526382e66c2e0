"""A page that scrolls: laid out as far as it is seen, repainted where it changes, and kept where it is read."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from textual.geometry import Region

from tui.ui.page import Page
from tui.ui.text import Place
from tui.ui.widgets.lazy_pane import LazyPane

if TYPE_CHECKING:
    from tui.arabic.layout import Options
    from tui.arabic.paint import Mode
    from tui.ui.page import Row
    from tui.ui.text import Text

# What is not on the screen is laid out so long at once, and so much later again, in seconds: keys typed meanwhile are
# answered and what they change is painted in between.
_SLICE = 0.005
_PAUSE = 0.025


class ScrolledPage(LazyPane):
    """A subclass paints."""

    def __init__(
        self,
        mode: Mode,
        measure: int,
        options: Options,
        *,
        spacing: int = 1,
        id: str,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self.mode = mode
        self.measure = measure
        self.options = options
        self.spacing = spacing
        self.text: Text | None = None
        self._page: Page | None = None

    # ---------------------------------------------------------------- for subclasses

    def laid_out(self) -> None:
        """There is another page."""

    def scrolled(self) -> None:
        """Other lines are on the screen."""

    def work_on(self) -> bool:
        """Do some more work in the background, when all is laid out; whether there was any."""
        return False

    # ---------------------------------------------------------------- moving

    @property
    def allow_vertical_scroll(self) -> bool:
        """As soon as there is something to scroll; Textual's waits for the bar, which comes with the next layout."""
        return self.is_scrollable

    def move(self, delta: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + delta, animate=False, immediate=True)

    def page(self, delta: int) -> None:
        """Scroll by what the screen holds, less two lines to find one's place again."""
        self.move(delta * max(1, self.size.height - 2))

    def ends(self, direction: int) -> None:
        """Scroll to the beginning (-1) or the end (1)."""
        if direction > 0 and self._page:
            self.reach(len(self._page) - 1)
        self.scroll_to(y=self.virtual_size.height if direction > 0 else 0, animate=False, immediate=True)

    def go_to(self, place: Place) -> None:
        """Bring a place into view, with some lines above it, unless it is there already."""
        row, height = self._reach(place), self.size.height
        if not self.scroll_offset.y <= row < self.scroll_offset.y + height - 1:
            self.scroll_to(y=max(0, row - height // 3), animate=False, immediate=True)

    def return_to(self, place: Place) -> None:
        """Scroll to where `first_place` was this one."""
        self.scroll_to(y=self._reach(place), animate=False, immediate=True)

    def show_place(self, place: Place) -> None:
        """Scroll as little as needed for a place to be seen."""
        row, top, height = self._reach(place), self.scroll_offset.y, self.size.height
        if row < top or row >= top + height:
            self.scroll_to(y=row if row < top else row - height + 1, animate=False, immediate=True)

    def _reach(self, place: Place) -> int:
        """The row of a place, with what stands around it laid out."""
        self.reach(place.block)
        return self._page.row(place) if self._page else 0

    def repaint(self, old: int, new: int) -> None:
        """Paint the lines that are others now."""
        changed = [y for y in range(self.size.height) if self._written(y + old) or self._written(y + new)]
        if changed:
            self.refresh(*[Region(0, y, self.size.width, 1) for y in changed])
        self.scrolled()

    # ---------------------------------------------------------------- layout

    @property
    def margin(self) -> int:
        """Blank cells on both sides."""
        width = self.scrollable_content_region.width
        return max(2, (width - self.measure) // 2)

    def on_resize(self) -> None:
        """Another width is another layout; the place in the text stays."""
        width = self.scrollable_content_region.width - 2 * self.margin
        if self._page is None or self._page.width != width:
            self.lay_out_again()

    def lay_out_again(self) -> None:
        """Lay out anew at the same place of the text."""
        place = self.first_place()
        self.lay_out()
        if place is not None:
            self.scroll_to(y=self._reach(place), animate=False, immediate=True)

    def lay_out(self) -> None:
        """Lay the article out: what is visible now, the rest when nothing else is to be done."""
        width = self.scrollable_content_region.width - 2 * self.margin
        self._page = Page(self.text, width, self.mode, self.options, self.spacing) if self.text else None
        self.laid_out()
        if self._page is not None:
            self._page.around(self._page.block_at(self.scroll_offset.y), self.size.height)
            self.set_timer(_PAUSE, partial(self._continue, self._page))
        self.resized()

    def _continue(self, page: Page) -> None:
        if page is not self._page:
            return
        until = time.monotonic() + _SLICE
        with self.pinned():
            while time.monotonic() < until:
                if not page.done:
                    page.take()
                elif not self.work_on():
                    self.resized()
                    return
        self.set_timer(_PAUSE, partial(self._continue, page))

    @property
    def complete(self) -> bool:
        """Whether all of the text is laid out, so that the scroll bar says how long it is."""
        return self._page is None or self._page.done

    # ---------------------------------------------------------------- what is on the screen

    def rows_in_view(self) -> list[Row]:
        """The rows with text on the screen."""
        if self._page is None:
            return []
        top = self.scroll_offset.y
        rows = [self._page.at(row) for row in range(top, top + max(1, self.size.height))]
        return [row for row in rows if row and row.line]

    def body_in_view(self) -> list[Row]:
        """Those of paragraphs."""
        return [row for row in self.rows_in_view() if self.text and self.text.blocks[row.block].role == "body"]

    def first_place(self) -> Place | None:
        """Where the first visible line of text begins; None at the very top."""
        rows = self.rows_in_view() if self.scroll_offset.y else []
        return Place(rows[0].block, rows[0].line.start) if rows and rows[0].line else None

    def block_in_view(self) -> int:
        """The first paragraph that begins on the screen, else the one that fills it; -1 for none."""
        body = self.body_in_view()
        return next((row.block for row in body if not row.number), body[0].block if body else -1)

    def paragraph_in_view(self) -> tuple[int, int]:
        """The stretch of the article's text that the first visible paragraph covers; (0, 0) for none."""
        if (body := self.body_in_view()) and self.text:
            return self.text.blocks[body[0].block][:2]
        return (0, 0)

    def refresh_places(self, first: Place, last: Place) -> None:
        """Paint anew the lines from one place to another, as far as they are laid out."""
        page = self._page
        if page is not None:
            top = page.row(first) if page.shows(first.block) else page.top(first.block)
            bottom = page.row(last) if page.shows(last.block) else page.top(last.block)
            self.refresh_lines(top, bottom - top + 1)

    def _written(self, row: int) -> bool:
        """Whether there is anything on a row."""
        found = self._page.at(row) if self._page else None
        return found is not None and found.line is not None
