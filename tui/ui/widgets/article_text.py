"""An article's lines on the screen: laid out as far as they are seen, painted once, repainted where they change."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.i18n import N_, _
from tui.ui import hits
from tui.ui.marks import Look, Marks
from tui.ui.messages import ParagraphShown
from tui.ui.page import Page
from tui.ui.painting import plain, strip
from tui.ui.text import Place, Text
from tui.ui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.arabic.layout import Cell, Options
    from tui.arabic.paint import Mode
    from tui.model import ArticleView
    from tui.ui.page import Row

# What is not on the screen is laid out so long at once, and so much later again, in seconds: keys typed meanwhile are
# answered and what they change is painted in between.
_SLICE = 0.005
_PAUSE = 0.025
_STRIPS = 512

Overlay = tuple[int, int, int]
"""What is selected of a row, half-open, and where the caret is (-1: elsewhere); offsets into the row's block."""
NO_OVERLAY: Overlay = (0, 0, -1)


class ArticleText(Pane, can_focus=True):
    """Shows an article with what is to be marked in it, and says which paragraph is at the top."""

    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual's name and type
        "reader--title",
        "reader--meta",
        "reader--person",
        "reader--organisation",
        "reader--place",
        "reader--product",
        "reader--event",
        "reader--nationality",
        "reader--hit",
        "reader--current",
        "reader--evidence",
        "reader--link",
        "reader--selected",
        "reader--caret",
        "reader--empty",
    }
    EMPTY: ClassVar[str] = N_("No article here")

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
        self.view: ArticleView | None = None
        self.text: Text | None = None
        self.hits = hits.NONE
        self.evidence: tuple[int, int] | None = None
        self._page: Page | None = None
        self._marks: Marks | None = None
        self._styles: dict[tuple[str, Look, bool, bool], Style] = {}
        self._links: dict[str, Style] = {}
        self._strips: LRUCache[tuple[int, Overlay], Strip] = LRUCache(_STRIPS)

    # ---------------------------------------------------------------- moving

    def move(self, delta: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + delta, animate=False, immediate=True)

    def page(self, delta: int) -> None:
        """Scroll by what the screen holds, less two lines to find one's place again."""
        self.move(delta * max(1, self.size.height - 2))

    def ends(self, direction: int) -> None:
        """Scroll to the beginning (-1) or the end (1)."""
        if direction > 0 and self._page:
            self._page.advance(10**9)
            self.resized()
        self.scroll_to(y=self.virtual_size.height if direction > 0 else 0, animate=False, immediate=True)

    def go_to(self, place: Place) -> None:
        """Bring a place into view, with some lines above it, unless it is there already."""
        if self._page is None:
            return
        row = self._page.row(place)
        self.resized()
        if not self.scroll_offset.y <= row < self.scroll_offset.y + self.size.height - 1:
            self.scroll_to(y=max(0, row - self.size.height // 3), animate=False, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint the lines that are others now, and say which paragraph is at the top."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = new_value
        old, new = round(old_value), round(new_value)
        if old == new:
            return
        if self._page is not None:
            self._page.advance(new + self.size.height)
        changed = [y for y in range(self.size.height) if self._line(y + old) or self._line(y + new)]
        if changed:
            self.refresh(*[Region(0, y, self.size.width, 1) for y in changed])
        self.tell()

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

    def notify_style_update(self) -> None:
        """A theme changes the colours."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def lay_out_again(self) -> None:
        """Lay out anew at the same place of the text."""
        place = self.first_place()
        self.lay_out()
        if self._page and place is not None:
            row = self._page.row(place)
            self.resized()
            self.scroll_to(y=row, animate=False, immediate=True)

    def first_place(self) -> Place | None:
        """Where the first visible line of text begins; None at the very top."""
        for row in self._page.rows[self.scroll_offset.y :] if self._page and self.scroll_offset.y else ():
            if row.line is not None:
                return Place(row.block, row.line.start)
        return None

    def lay_out(self) -> None:
        """Lay the article out from its beginning: what is visible now, the rest when nothing else is to be done."""
        width = self.scrollable_content_region.width - 2 * self.margin
        self._page = Page(self.text, width, self.mode, self.options, self.spacing) if self.text else None
        self.mark_again()
        if self._page is not None:
            self._page.advance(self.scroll_offset.y + self.size.height)
            self.set_timer(_PAUSE, partial(self._continue, self._page))
        self.resized()

    def _continue(self, page: Page) -> None:
        until = time.monotonic() + _SLICE
        while page is self._page and time.monotonic() < until:
            if not page.done:
                page.take()
            elif not self.hits.counted:
                self.hits.advance()
            else:
                self.resized()
                return
        if page is self._page:
            self.set_timer(_PAUSE, partial(self._continue, page))

    def resized(self) -> None:
        """Tell the scroll bar how many lines there are."""
        self.virtual_size = Size(self.scrollable_content_region.width, self._page.height if self._page else 0)

    def mark_again(self) -> None:
        """Paint anew, with other hits or other evidence."""
        self._marks = Marks(self.text, self.view, self.hits, self.evidence) if self.text and self.view else None
        self._strips.clear()
        self.refresh()

    def mark_current(self, hit: hits.Hit | None) -> None:
        """Make a hit the current one."""
        if self._marks and self._page:
            changed = [old_or_new for old_or_new in (self._marks.current, hit) if old_or_new]
            self._marks.go(hit)
            self._strips.clear()
            for block, start, end in changed:
                self.refresh_places(Place(block, start), Place(block, max(start, end - 1)))

    def refresh_places(self, first: Place, last: Place) -> None:
        """Paint anew the lines from one place to another, as far as they are laid out."""
        if self._page is not None and self._page.shows(first):
            top = self._page.row(first)
            bottom = self._page.row(last) if self._page.shows(last) else len(self._page.rows)
            self.refresh_lines(top, bottom - top + 1)

    def block_in_view(self) -> int:
        """The first paragraph that begins on the screen, else the one that fills it; -1 for none."""
        if self._page is None or self.text is None:
            return -1
        top = self.scroll_offset.y
        rows = [row for row in self._page.rows[top : top + max(1, self.size.height)] if row.line]
        body = [row for row in rows if self.text.blocks[row.block].role == "body"]
        whole = [row for row in body if row.line and row.line.start == 0]
        return (whole or body)[0].block if body else -1

    def tell(self) -> None:
        """Say which paragraph is the first on the screen."""
        if self._page is None or self.text is None:
            return
        top = self.scroll_offset.y
        for row in self._page.rows[top : top + max(1, self.size.height)]:
            block = self.text.blocks[row.block]
            if block.role == "body":
                self.post_message(ParagraphShown(block.start, block.end))
                return

    # ---------------------------------------------------------------- painting

    def overlay(self, row: Row) -> Overlay:  # noqa: ARG002 - for subclasses
        """What is selected of a row of text."""
        return NO_OVERLAY

    def _line(self, index: int) -> bool:
        """Whether there is anything on a line of the page."""
        rows = self._page.rows if self._page else []
        return 0 <= index < len(rows) and rows[index].line is not None

    def paint_line(self, y: int) -> Strip:
        """One line of the article."""
        width = self.scrollable_content_region.width
        fill = self.rich_style
        if self._page is None:
            faded = fill + self.get_component_rich_style("reader--empty", partial=True)
            return plain(_(self.EMPTY) if y == self.size.height // 3 else "", width, faded, mode=self.mode, margin=2)
        index = y + self.scroll_offset.y
        if not self._line(index):
            return Strip.blank(width, fill)
        row = self._page.rows[index]
        key = (index, self.overlay(row))
        painted = self._strips.get(key)
        if painted is None or painted.cell_length != width:
            painted = self._strips[key] = self._paint(row, key[1], width, fill)
        return painted

    def _paint(self, row: Row, overlay: Overlay, width: int, fill: Style) -> Strip:
        assert row.line is not None
        assert self.text is not None
        marks, block, role = self._marks, row.block, self.text.blocks[row.block].role
        first, last, caret = overlay

        def style(cell: Cell) -> Style:
            look = marks.look(block, cell.start, cell.end) if marks else Look()
            return self._style(
                role, look, selected=cell.start < last and cell.end > first, caret=cell.start <= caret < cell.end
            )

        # Blank cells that look like the text beside them go with it: each segment costs forty bytes of colours.
        return strip(row.line, width, style, fill, mode=self.mode, margin=self.margin).simplify()

    def _style(self, role: str, look: Look, *, selected: bool, caret: bool) -> Style:
        key = (role, look, selected, caret)
        style = self._styles.get(key)
        if style is None:
            style = self.rich_style
            names = [
                role if role in {"title", "meta"} else "",
                look.entity,
                look.hit,
                "evidence" if look.evidence else "",
                "link" if look.link else "",
                "selected" if selected else "",
                "caret" if caret else "",
            ]
            for name in filter(None, names):
                style += self.get_component_rich_style(f"reader--{name}", partial=True)
            self._styles[key] = style + self._leading_to(look.link)
            return self._styles[key]
        return style

    def _leading_to(self, target: str) -> Style:
        """One style for each link, since its pieces on several lines are one link to the terminal by the style's id."""
        if target not in self._links:
            self._links[target] = Style(link=target or None)
        return self._links[target]
