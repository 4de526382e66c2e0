"""The list of articles: title on two lines, in a search why it was found, then marks, source and date. Virtual."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.arabic.direction import reading_base
from tui.arabic.excerpt import excerpt
from tui.arabic.layout import fit
from tui.ui import words
from tui.ui.article_lines import HEIGHT, meta, title
from tui.ui.messages import ArticleChosen, ArticleHighlighted, ArticlePicked, PageWanted
from tui.ui.painting import options, plain, strip
from tui.ui.picked import Picked
from tui.ui.widgets.rows import Rows
from tui.ui.windows import ListWindow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.style import Style
    from textual import events

    from tui.arabic.layout import Cell, Line, Options
    from tui.arabic.paint import Mode
    from tui.model import ArticleRow, Snippet
    from tui.ui.windows import Heading

_NONE: Mapping[int, Snippet] = {}
_Spans = tuple[tuple[int, int], ...]


class ArticleList(Rows):
    """Posts `ArticleHighlighted`, `ArticleChosen` and `PageWanted`; is given ids, rows and snippets."""

    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual's name and type
        "article-list--read",
        "article-list--unread",
        "article-list--meta",
        "article-list--star",
        "article-list--snippet",
        "article-list--hit",
        "article-list--heading",
    }
    window: ListWindow = ListWindow()

    def __init__(self, mode: Mode, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(mode, id=id)
        self.picked = Picked()

    @property
    def count(self) -> int:
        """Articles in the list."""
        return len(self.window.ids)

    def top(self, row: int) -> int:
        """The first line of a row."""
        return self.window.top(row)

    def row_at(self, line: int) -> int:
        """The row that holds a line."""
        return self.window.row_at(line)

    @property
    def current(self) -> int:
        """The id under the cursor, 0 where there is none."""
        return self.window.ids[self.cursor] if self.count else 0

    def show(self, window: ListWindow, keep: int = 0) -> None:
        """Show another list, or the whole of the one whose beginning is shown.

        Args:
            window: its articles.
            keep: the article on which the cursor stays, if that is in it.
        """
        goes_on = window.follows(self.window)
        if goes_on:
            window.take_over(self.window)
        self.window = window
        if not goes_on:
            self.set_reactive(ArticleList.cursor, max(0, window.place(keep)))
        self.resized_to(self.top(self.count))
        if not goes_on:
            self.scroll_to(y=0, animate=False, immediate=True)
            self.show_cursor()
            if self.count:
                self.post_message(ArticleHighlighted(self.current))
        self.want()

    def fill(self, rows: Sequence[ArticleRow], token: int, snippets: Mapping[int, Snippet] = _NONE) -> None:
        """Take what was asked for, unless the list has changed since."""
        if token == self.window.token:
            self.window.fill(rows, snippets)
            self.refresh()

    @property
    def filled(self) -> bool:
        """Whether all that is on the screen is known."""
        first, last = self.scroll_offset.y, self.scroll_offset.y + self.scrollable_content_region.height - 1
        rows = range(self.row_at(first), min(self.row_at(max(first, last)) + 1, self.count))
        why = self.window.height == HEIGHT or all(self.window.snippet(self.window.ids[row]) for row in rows)
        return why and all(self.window.row(row) for row in rows)

    def want(self) -> None:
        """Ask for the pages on the screen and a screen to each side."""
        if not self.count:
            return
        height = max(1, self.size.height)
        first = self.row_at(max(0, self.scroll_offset.y - height))
        for page in self.window.missing(first, self.row_at(self.scroll_offset.y + 2 * height)):
            self.post_message(PageWanted(page, self.window.token))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolling shows other rows."""
        super().watch_scroll_y(old_value, new_value)
        self.want()

    def on_resize(self) -> None:
        """A taller pane shows more rows."""
        self.want()

    def moved(self) -> None:
        """Say which article the cursor stands on."""
        self.want()
        if self.count:
            self.post_message(ArticleHighlighted(self.current))

    def choose(self) -> None:
        """Read the article under the cursor."""
        if self.count:
            self.post_message(ArticleChosen(self.current))

    def on_click(self, event: events.Click) -> None:
        """A click with Ctrl picks an article, or lets it go."""
        _, line = self.spot(event)
        if event.ctrl and self.count and line < self.top(self.count):
            event.prevent_default()
            self.post_message(ArticlePicked(self.window.ids[self.row_at(line)]))

    def group(self, delta: int) -> None:
        """Go to the first article of the next group, or of the one before."""
        if self.count:
            self.cursor = self.window.group(self.cursor, delta)

    # ---------------------------------------------------------------- painting

    def paint(self, row: int, part: int, width: int, *, current: bool) -> Strip:
        """The group's heading, the title's lines, why it was found, then marks, source and date."""
        if heading := self.window.heading(row):
            if not part:
                style = self.rich_style + self.get_component_rich_style("article-list--heading", partial=True)
                return plain(self._heading(heading), width, style, mode=self.mode, margin=1)
            part -= 1
        fill = self.cursor_style(current=current)
        article = self.window.row(row)
        if article is None:
            return plain("…" if part == 0 else "", width, fill, mode=self.mode, margin=1)
        why = self.window.snippet(article.id)
        lines = title(article.title, width - 2, options(self.mode))
        if part < len(lines):
            name = "article-list--read" if article.read else "article-list--unread"
            return self._marked(lines[part], why.title if why else (), width, name, fill)
        part -= len(lines)
        if self.window.height > HEIGHT:
            if not part:
                line, hits = _excerpt(why.text if why else "", why.hits if why else (), width - 2, options(self.mode))
                return self._marked(line, hits, width, "article-list--snippet", fill)
            part -= 1
        return self._strip_of_meta(article, width, fill) if not part else Strip.blank(width, fill)

    def _heading(self, heading: Heading) -> str:
        return words.group(self.window.grouping, heading.label, heading.size)

    def _marked(self, line: Line, hits: _Spans, width: int, name: str, fill: Style) -> Strip:
        """A line with what was searched for marked in it."""
        usual = fill + self.get_component_rich_style(name, partial=True)
        hit = usual + self.get_component_rich_style("article-list--hit", partial=True)

        def style(cell: Cell) -> Style:
            return hit if any(start <= cell.start < end for start, end in hits) else usual

        return strip(line, width, style, fill, mode=self.mode, margin=1)

    def _strip_of_meta(self, article: ArticleRow, width: int, fill: Style) -> Strip:
        line, marks = meta(article, width - 2, options(self.mode), picked=article.id in self.picked)
        usual = fill + self.get_component_rich_style("article-list--meta", partial=True)
        star = fill + self.get_component_rich_style("article-list--star", partial=True)
        return strip(line, width, lambda cell: star if cell.start < marks else usual, fill, mode=self.mode, margin=1)


@lru_cache(512)
def _excerpt(text: str, hits: _Spans, width: int, how: Options) -> tuple[Line, _Spans]:
    """As much of a snippet as a line has room for, around what was found."""
    shorter, kept = excerpt(text, hits, max(1, width - 2))
    return fit(shorter, width, base=reading_base(text), options=how), kept
