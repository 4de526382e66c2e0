"""The list of articles: title on two lines, then marks, source and date. Virtual: any number of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.arabic.direction import reading_base
from tui.arabic.layout import fit, layout
from tui.ui import words
from tui.ui.messages import ArticleChosen, ArticleHighlighted, PageWanted
from tui.ui.painting import options, plain, strip
from tui.ui.widgets.rows import Rows
from tui.ui.windows import ListWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from tui.arabic.layout import Line, Options
    from tui.model import ArticleRow

_HEIGHT = 3
_TITLE_LINES = 2


class ArticleList(Rows):
    """Posts `ArticleHighlighted`, `ArticleChosen` and `PageWanted`; is given ids and rows."""

    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual's name and type
        "article-list--read",
        "article-list--unread",
        "article-list--meta",
        "article-list--star",
    }
    window: ListWindow = ListWindow()

    @property
    def count(self) -> int:
        """Articles in the list."""
        return len(self.window.ids)

    def top(self, row: int) -> int:
        """The first line of a row."""
        return row * _HEIGHT

    def row_at(self, line: int) -> int:
        """The row that holds a line."""
        return line // _HEIGHT

    @property
    def current(self) -> int:
        """The id under the cursor, 0 where there is none."""
        return self.window.ids[self.cursor] if self.count else 0

    def show(self, ids: Sequence[int], token: int, keep: int = 0) -> None:
        """Show another list; the cursor stays on the article `keep` if that is in it."""
        self.window = ListWindow(ids, token)
        place = self.place(keep)
        self.set_reactive(ArticleList.cursor, max(0, place))
        self.resized_to(len(ids) * _HEIGHT)
        self.scroll_to(y=0, animate=False, immediate=True)
        self.show_cursor()
        self.want()
        if ids:
            self.post_message(ArticleHighlighted(self.current))

    def place(self, article: int) -> int:
        """The place of an article in the list, -1 where it is not in it. Ids fall, being in order of date."""
        low, high = 0, self.count
        while low < high:
            middle = (low + high) // 2
            if self.window.ids[middle] > article:
                low = middle + 1
            else:
                high = middle
        return low if low < self.count and self.window.ids[low] == article else -1

    def fill(self, rows: Sequence[ArticleRow], token: int) -> None:
        """Take rows that were asked for, unless the list has changed since."""
        if token == self.window.token:
            self.window.fill(rows)
            self.refresh()

    @property
    def filled(self) -> bool:
        """Whether all rows on the screen are known."""
        first, last = self.scroll_offset.y, self.scroll_offset.y + self.scrollable_content_region.height - 1
        rows = range(self.row_at(first), min(self.row_at(max(first, last)) + 1, self.count))
        return all(self.window.row(row) for row in rows)

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

    def paint(self, row: int, part: int, width: int, *, current: bool) -> Strip:
        """The title's lines, then marks, source and date."""
        fill = self.cursor_style(current=current)
        article = self.window.row(row)
        if article is None:
            return plain("…" if part == 0 else "", width, fill, mode=self.mode, margin=1)
        lines = _title(article.title, width - 2, options(self.mode))
        if part < len(lines):
            name = "article-list--read" if article.read else "article-list--unread"
            style = fill + self.get_component_rich_style(name, partial=True)
            return strip(lines[part], width, lambda _: style, fill, mode=self.mode, margin=1)
        return self._meta(article, width, fill) if part == len(lines) else Strip.blank(width, fill)

    def _meta(self, article: ArticleRow, width: int, fill: Style) -> Strip:
        text = words.joined((article.source, words.day(article.published)))
        marks = ("★ " if article.starred else "") + ("" if article.read else "● ")
        meta = fill + self.get_component_rich_style("article-list--meta", partial=True)
        star = fill + self.get_component_rich_style("article-list--star", partial=True)
        line = fit(marks + text, width - 2, base="R", options=options(self.mode))
        return strip(
            line, width, lambda cell: star if cell.start < len(marks) else meta, fill, mode=self.mode, margin=1
        )


@lru_cache(2048)
def _title(title: str, width: int, how: Options) -> tuple[Line, ...]:
    """A title on two lines at most, cut with … where it is longer."""
    base = reading_base(title)
    lines = layout(title, width, base=base, options=how)
    if len(lines) <= _TITLE_LINES:
        return lines
    rest = title[lines[_TITLE_LINES - 1].start :]
    return (*lines[: _TITLE_LINES - 1], fit(rest, width, base=base, options=how))
