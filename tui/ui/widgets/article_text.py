"""An article's lines as they are painted: names, hits, evidence and links marked, each line painted once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from tui.i18n import N_, _
from tui.ui import hits
from tui.ui.marks import Look, Marks
from tui.ui.messages import ParagraphShown
from tui.ui.painting import plain, strip
from tui.ui.text import Place
from tui.ui.widgets.scrolled_page import ScrolledPage

if TYPE_CHECKING:
    from tui.arabic.layout import Cell, Options
    from tui.arabic.paint import Mode
    from tui.model import ArticleView
    from tui.ui.page import Row

_STRIPS = 512

Overlay = tuple[int, int, int]
"""What is selected of a row, half-open, and where the caret is (-1: elsewhere); offsets into the row's block."""
NO_OVERLAY: Overlay = (0, 0, -1)


class ArticleText(ScrolledPage, can_focus=True):
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
        "reader--here",
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
        super().__init__(mode, measure, options, spacing=spacing, id=id)
        self.view: ArticleView | None = None
        self.hits = hits.NONE
        self.evidence: tuple[int, int] | None = None
        self.here: tuple[int, int] | None = None
        self._marks: Marks | None = None
        self._styles: dict[tuple[str, Look, bool, bool], Style] = {}
        self._links: dict[str, Style] = {}
        self._strips: LRUCache[tuple[int, int, Overlay], Strip] = LRUCache(_STRIPS)

    # ---------------------------------------------------------------- marks

    def laid_out(self) -> None:
        """Another page is painted anew."""
        self.mark_again()

    def scrolled(self) -> None:
        """Say which paragraph is the first on the screen."""
        if self.view and (body := self.paragraph_in_view()) != (0, 0):
            self.post_message(ParagraphShown(self.view.article.id, *body))

    def work_on(self) -> bool:
        """Count hits."""
        if self.hits.counted:
            return False
        self.hits.advance()
        return True

    def notify_style_update(self) -> None:
        """A theme changes the colours."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def mark_again(self) -> None:
        """Paint anew, with other hits or other evidence."""
        self._marks = None
        if self.text and self.view:
            self._marks = Marks(self.text, self.view, self.hits, self.evidence, self.here)
        self._strips.clear()
        self.refresh()

    def mark_current(self, hit: hits.Hit | None) -> None:
        """Make a hit the current one."""
        if self._marks:
            changed = [old_or_new for old_or_new in (self._marks.current, hit) if old_or_new]
            self._marks.go(hit)
            self._strips.clear()
            for block, start, end in changed:
                self.refresh_places(Place(block, start), Place(block, max(start, end - 1)))

    # ---------------------------------------------------------------- painting

    def overlay(self, row: Row) -> Overlay:  # noqa: ARG002 - for subclasses
        """What is selected of a row of text."""
        return NO_OVERLAY

    def paint_line(self, y: int) -> Strip:
        """One line of the article."""
        width = self.scrollable_content_region.width
        fill = self.rich_style
        if self._page is None:
            faded = fill + self.get_component_rich_style("reader--empty", partial=True)
            return plain(_(self.EMPTY) if y == self.size.height // 3 else "", width, faded, mode=self.mode, margin=2)
        row = self._page.at(y + self.scroll_offset.y)
        if row is None or row.line is None:
            return Strip.blank(width, fill)
        key = (row.block, row.number, self.overlay(row))
        painted = self._strips.get(key)
        if painted is None or painted.cell_length != width:
            painted = self._strips[key] = self._paint(row, key[2], width, fill)
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
                "here" if look.here else "",
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
