"""View models: what a pane shows, apart from how Textual shows it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tui.ui import words
from tui.ui.painting import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.arabic.layout import Line, Options
    from tui.arabic.paint import Mode
    from tui.model import ArticleRow, ArticleView, Draft, Span


class ListWindow:
    """The ids of all articles in the list, and the rows of the pages that were looked at.

    Attributes:
        ids: all ids in the list's order.
        token: changes with each new list, so that late answers can be told.
    """

    PAGE = 50

    def __init__(self, ids: Sequence[int] = (), token: int = 0) -> None:
        self.ids = ids
        self.token = token
        self._rows: dict[int, ArticleRow] = {}
        self._asked: set[int] = set()

    def row(self, index: int) -> ArticleRow | None:
        """The row at a place of the list, None while it is on its way."""
        return self._rows.get(self.ids[index])

    def missing(self, first: int, last: int) -> list[int]:
        """The beginnings of pages that hold places first to last and were never asked for; they count as asked now."""
        first, last = max(0, first), min(last, len(self.ids) - 1)
        pages = range(first // self.PAGE * self.PAGE, last + 1, self.PAGE)
        new = [page for page in pages if page not in self._asked]
        self._asked.update(new)
        return new

    def page(self, first: int) -> Sequence[int]:
        """The ids of the page that begins at a place."""
        return self.ids[first : first + self.PAGE]

    def fill(self, rows: Sequence[ArticleRow]) -> None:
        """Take rows that have come."""
        self._rows.update((row.id, row) for row in rows)


class Row(NamedTuple):
    """A line of the article as laid out.

    Attributes:
        line: None for a blank line.
        origin: where the paragraph begins in the article's text; -1 for what is not in the text.
        role: title, meta, body or blank.
        paragraph: index into `Page.paragraphs`; -1 for what is not in the text.
    """

    line: Line | None
    origin: int
    role: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Look:
    """How a character is shown: the type of the entity it names, whether it is a hit, whether it is evidence."""

    entity: str = ""
    hit: str = ""
    evidence: bool = False


PLAIN = Look()


def paragraphs(draft: Draft) -> list[Span]:
    """What is read of a draft's text: its title, where the text holds it, and its body."""
    return ([draft.title_span] if draft.title_span else []) + list(draft.body)


class Page:
    """An article laid out for a width, a stretch at a time, so that a long one opens as quickly as a short one."""

    def __init__(self, view: ArticleView, width: int, mode: Mode, options: Options, spacing: int = 1) -> None:
        """Begin with the title and what is known of the article.

        Args:
            view: the article.
            width: cells of a line.
            mode: how the terminal wants its Arabic.
            options: how the text is laid out for that mode; the title is never justified.
            spacing: lines from one line of a paragraph to the next; the title's stay together.
        """
        draft = view.article.draft
        self._draft = draft
        self.width = width
        self._mode, self._options, self._spacing = mode, options, spacing
        self.paragraphs = paragraphs(draft)
        self.rows: list[Row] = []
        self._first_rows: list[int] = []
        self._next = 0
        if not draft.title_span:
            self._add(draft.title, -1, "title", -1)
        else:
            self._take()
        section = draft.text[draft.section.start : draft.section.end] if draft.section else ""
        meta = " · ".join(part for part in (section, draft.source, draft.author, words.day(draft.published)) if part)
        self._add(meta, -1, "meta", -1)

    @property
    def done(self) -> bool:
        """Whether the whole article is laid out."""
        return self._next >= len(self.paragraphs)

    def advance(self, rows: int) -> None:
        """Lay out further paragraphs until there are so many rows, or no more text."""
        while not self.done and len(self.rows) < rows:
            self._take()

    def reach(self, offset: int) -> int:
        """The row that shows a character of the text, laying out as far as needed; -1 where none does."""
        self.advance_to(offset)
        at = bisect_right(self.paragraphs, offset, key=lambda span: span.start) - 1
        if at < 0 or offset >= self.paragraphs[at].end:
            return -1
        for index in range(self._first_rows[at], len(self.rows)):
            row = self.rows[index]
            if row.paragraph != at:
                break
            if row.line is not None and row.line.end > offset - row.origin:
                return index
        return -1

    def advance_to(self, offset: int) -> None:
        """Lay out as far as a character of the text."""
        while not self.done and self.paragraphs[self._next].start <= offset:
            self._take()

    def _take(self) -> None:
        index, span = self._next, self.paragraphs[self._next]
        self._next += 1
        self._first_rows.append(len(self.rows))
        title = index == 0 and not self.rows
        text = words.paragraph(self._draft, span.start, span.end)
        self._add(text, span.start, "title" if title else "body", index)

    def _add(self, text: str, origin: int, role: str, paragraph: int) -> None:
        title = role == "title"
        blanks = [Row(None, -1, "blank", paragraph)] * (self._spacing - 1)
        options = replace(self._options, justify=False) if title else self._options
        for index, line in enumerate(wrap(text, self.width, self._mode, options)):
            self.rows += [*(blanks if index and not title else ()), Row(line, origin, role, paragraph)]
        if not title:
            self.rows.append(Row(None, -1, "blank", paragraph))


class Marks:
    """What stands out in an article's text: names by type, search hits, evidence."""

    def __init__(
        self, page: Page, view: ArticleView, hits: Sequence[tuple[int, int]], evidence: tuple[int, int] | None, hit: int
    ) -> None:
        self._page = page
        self._layers: list[tuple[int, int, str]] = [(m.start, m.end, m.type) for m in view.mentions]
        self._hits = hits
        self._hit = hit
        self._evidence = evidence
        self._looks: dict[int, list[Look]] = {}

    def look(self, paragraph: int, offset: int) -> Look:
        """How to show the character at an offset of a paragraph."""
        if paragraph < 0:
            return PLAIN
        looks = self._looks.get(paragraph)
        if looks is None:
            looks = self._looks[paragraph] = self._paragraph(paragraph)
        return looks[min(offset, len(looks) - 1)] if looks else PLAIN

    def _paragraph(self, index: int) -> list[Look]:
        span = self._page.paragraphs[index]
        size = span.end - span.start
        names, hits, proof = [""] * size, [""] * size, [False] * size
        for start, end, name in self._layers:
            for at in range(max(start, span.start), min(end, span.end)):
                names[at - span.start] = name
        for number, (start, end) in enumerate(self._hits):
            for at in range(max(start, span.start), min(end, span.end)):
                hits[at - span.start] = "current" if number == self._hit else "hit"
        if self._evidence:
            start, end = self._evidence
            for at in range(max(start, span.start), min(end, span.end)):
                proof[at - span.start] = True
        return [Look(*parts) for parts in zip(names, hits, proof, strict=True)]
