"""View models: what a pane shows, apart from how Textual shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import ArticleRow, Draft, Span


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


def paragraphs(draft: Draft) -> list[Span]:
    """What is read of a draft's text: its title, where the text holds it, and its body."""
    return ([draft.title_span] if draft.title_span else []) + list(draft.body)
