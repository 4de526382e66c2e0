"""The article: title, source, date and text at a comfortable measure, names coloured, hits and evidence marked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.arabic.search import hits
from tui.ui.messages import EndReached, EntityClicked, HitsExhausted, ParagraphShown
from tui.ui.painting import cell_at, plain, strip
from tui.ui.state import Needles
from tui.ui.windows import Look, Marks, Page, paragraphs

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

    from tui.arabic.layout import Cell, Options
    from tui.arabic.paint import Mode
    from tui.model import ArticleView, Evidence

NOTHING = Needles()

# Lines laid out at once behind the visible ones, so that keys typed meanwhile are answered.
_STRETCH = 200


class Reader(ScrollView, can_focus=True):
    """Is given an `ArticleView` and what to mark; posts where it is."""

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
        "reader--empty",
    }
    EMPTY: ClassVar[str] = "لا مقال هنا بعد"

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
        self._page: Page | None = None
        self._marks: Marks | None = None
        self._hits: tuple[tuple[int, int], ...] = ()
        self._hit = -1
        self._needles: Needles = NOTHING
        self._evidence: tuple[int, int] | None = None
        self._styles: dict[tuple[str, Look], Style] = {}

    # ---------------------------------------------------------------- values from the screen

    def show(self, view: ArticleView | None, needles: Needles = NOTHING) -> None:
        """Show an article from its beginning, with the search's words and phrases marked."""
        self.view = view
        self._needles = needles
        self._evidence = None
        self._find()
        self.scroll_to(y=0, animate=False, immediate=True)
        self._lay_out()
        self._tell()

    def mark(self, needles: Needles) -> None:
        """Mark the words and phrases of another search in the same article."""
        if needles != self._needles:
            self._needles = needles
            self._find()
            self._remark()

    def show_harakat(self, shown: bool) -> None:
        """Lay out anew with or without vowel marks, at the same place of the text."""
        self.options = replace(self.options, harakat=shown)
        self._again()

    def show_evidence(self, evidence: Evidence) -> None:
        """Mark the stretch that proves a fact and bring it into view."""
        self._evidence = (evidence.start, evidence.end)
        self._remark()
        self._go_to(evidence.start)

    def hit(self, direction: int) -> None:
        """Go to the next or the previous place where the search matches."""
        at = self._hit + direction if self._hit >= 0 or direction > 0 else len(self._hits) - 1
        if not 0 <= at < len(self._hits):
            self.post_message(HitsExhausted(direction))
            return
        self._hit = at
        self._remark()
        self._go_to(self._hits[at][0])

    @property
    def hit_count(self) -> tuple[int, int]:
        """The current hit from 1 (0: none yet), and how many there are."""
        return self._hit + 1, len(self._hits)

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
            self._resized()
        self.scroll_to(y=self.virtual_size.height if direction > 0 else 0, animate=False, immediate=True)

    def read_on(self) -> None:
        """A page on; at the end say so."""
        if self.scroll_offset.y + self.size.height >= self.virtual_size.height:
            self.post_message(EndReached())
        else:
            self.page(1)

    def choose(self) -> None:
        """Enter does nothing in the text yet."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say which paragraph is at the top."""
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    # ---------------------------------------------------------------- layout

    @property
    def _margin(self) -> int:
        width = self.scrollable_content_region.width
        return max(2, (width - self.measure) // 2)

    def on_resize(self) -> None:
        """Another width is another layout; the place in the text stays."""
        width = self.scrollable_content_region.width - 2 * self._margin
        if self._page is None or self._page.width != width:
            self._again()

    def notify_style_update(self) -> None:
        """A theme changes the colours."""
        super().notify_style_update()
        self._styles.clear()

    def _again(self) -> None:
        offset = self._offset()
        self._lay_out()
        if self._page and offset > 0 and (row := self._page.reach(offset)) >= 0:
            self._resized()
            self.scroll_to(y=row, animate=False, immediate=True)

    def _offset(self) -> int:
        """Where in the text the first visible line begins; 0 at the very top."""
        if not self._page or not self.scroll_offset.y:
            return 0
        for row in self._page.rows[self.scroll_offset.y :]:
            if row.paragraph >= 0 and row.line is not None:
                return row.origin + row.line.start
        return 0

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - 2 * self._margin
        self._page = Page(self.view, width, self.mode, self.options, self.spacing) if self.view else None
        self._remark()
        self._advance()

    def _advance(self) -> None:
        """Lay out what is visible now, and the rest a stretch at a time when nothing else is to be done."""
        if self._page is None:
            return
        page = self._page
        page.advance(max(self.scroll_offset.y + 2 * self.size.height, len(page.rows) + _STRETCH))
        self._resized()
        if not page.done:
            self.call_later(self._continue, page)

    def _continue(self, page: Page) -> None:
        if page is self._page:
            self._advance()

    def _resized(self) -> None:
        rows = len(self._page.rows) if self._page else 0
        self.virtual_size = Size(self.scrollable_content_region.width, rows)
        self.refresh()

    def _find(self) -> None:
        self._hits, self._hit = (), -1
        if self.view and self._needles != NOTHING:
            draft, found = self.view.article.draft, set[tuple[int, int]]()
            sought = {entity.id for entity in self.view.entities if self._needles.names(entity)}
            found.update((mention.start, mention.end) for mention in self.view.mentions if mention.entity in sought)
            for span in paragraphs(draft):
                text = draft.text[span.start : span.end]
                for start, end in hits(text, self._needles.words, self._needles.phrases):
                    found.add((span.start + start, span.start + end))
            self._hits = tuple(sorted(found))

    def _remark(self) -> None:
        self._marks = (
            Marks(self._page, self.view, self._hits, self._evidence, self._hit) if self._page and self.view else None
        )
        self.refresh()

    def _go_to(self, offset: int) -> None:
        if self._page is None:
            return
        row = self._page.reach(offset)
        self._resized()
        if row >= 0 and not self.scroll_offset.y <= row < self.scroll_offset.y + self.size.height - 1:
            self.scroll_to(y=max(0, row - self.size.height // 3), animate=False, immediate=True)

    def _tell(self) -> None:
        if self._page is None:
            return
        top = self.scroll_offset.y
        for row in self._page.rows[top : top + max(1, self.size.height)]:
            if row.role == "body":
                span = self._page.paragraphs[row.paragraph]
                self.post_message(ParagraphShown(span.start, span.end))
                return

    # ---------------------------------------------------------------- painting and mouse

    def render_line(self, y: int) -> Strip:
        """One line of the article."""
        width = self.scrollable_content_region.width
        fill = self.rich_style
        if self._page is None:
            faded = fill + self.get_component_rich_style("reader--empty", partial=True)
            return plain(self.EMPTY if y == self.size.height // 3 else "", width, faded, mode=self.mode, margin=2)
        index = y + self.scroll_offset.y
        if index >= len(self._page.rows) or (row := self._page.rows[index]).line is None:
            return Strip.blank(width, fill)
        marks, paragraph, role = self._marks, row.paragraph, row.role

        def style(cell: Cell) -> Style:
            return self._style(role, marks.look(paragraph, cell.start) if marks else Look())

        return strip(row.line, width, style, fill, mode=self.mode, margin=self._margin)

    def _style(self, role: str, look: Look) -> Style:
        style = self._styles.get((role, look))
        if style is None:
            style = self.rich_style
            names = [
                role if role in {"title", "meta"} else "",
                look.entity,
                look.hit,
                "evidence" if look.evidence else "",
            ]
            for name in filter(None, names):
                style += self.get_component_rich_style(f"reader--{name}", partial=True)
            self._styles[role, look] = style
        return style

    def on_click(self, event: events.Click) -> None:
        """A click on a coloured name names its entity."""
        index = event.y + self.scroll_offset.y
        if self.view is None or self._page is None or not 0 <= index < len(self._page.rows):
            return
        row = self._page.rows[index]
        if row.line is None or row.paragraph < 0:
            return
        cell = cell_at(row.line, self.scrollable_content_region.width, event.x, self._margin)
        if cell is None:
            return
        mentions = self.view.mentions
        at = bisect_right(mentions, row.origin + cell.start, key=lambda mention: mention.start) - 1
        if at >= 0 and mentions[at].end > row.origin + cell.start and mentions[at].entity:
            self.post_message(EntityClicked(mentions[at].entity))
