"""View models: what a pane shows, apart from how Textual shows it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from pyroaring import BitMap

from tui.model import Listing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model import ArticleRow, Draft, Snippet, Span

NOTHING = Listing(array("I"), BitMap())


class Heading(NamedTuple):
    """What stands above the first article of a group: what they have in common, and how many there are."""

    label: str
    size: int


class ListWindow:
    """The ids of all articles in the list, and the rows of the pages that were looked at.

    Each article takes the same number of lines, and the first one of a group another, above it, for the heading.

    Attributes:
        ids: all ids in the list's order.
        every: the same as a set.
        order: of the ids.
        grouping: what those of a group have in common.
        token: changes with each new list, so that late answers can be told.
        height: lines of an article.
        complete: whether these are all that match; False while only the first are known.
    """

    PAGE = 50

    def __init__(self, listing: Listing = NOTHING, token: int = 0, *, height: int = 3, complete: bool = False) -> None:
        self.ids = listing.ids
        self.every = listing.every
        self.order = listing.order
        self.token = token
        self.height = height
        self.complete = complete
        self._groups, self.grouping = listing.groups, listing.grouping
        self._starts = [group.start for group in listing.groups]
        self._rows: dict[int, ArticleRow] = {}
        self._snippets: dict[int, Snippet] = {}
        self._asked: set[int] = set()

    # ---------------------------------------------------------------- lines

    def top(self, row: int) -> int:
        """The first line of a row, its group's heading where it is the first one of a group."""
        return row * self.height + bisect_left(self._starts, row)

    def row_at(self, line: int) -> int:
        """The row that holds a line."""
        group = bisect_right(range(len(self._starts)), line, key=lambda at: self._starts[at] * self.height + at) - 1
        if group < 0:
            return line // self.height
        start = self._starts[group]
        return start + max(0, line - start * self.height - group - 1) // self.height

    def heading(self, row: int) -> Heading | None:
        """The heading above a row."""
        at = bisect_left(self._starts, row)
        if at == len(self._starts) or self._starts[at] != row:
            return None
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.ids)
        return Heading(self._groups[at].label, end - row)

    def group(self, row: int, delta: int) -> int:
        """The first row of the next group; of this one or, from there, of the one before; or the last or first row."""
        at = bisect_right(self._starts, row) if delta > 0 else bisect_left(self._starts, row) - 1
        return self._starts[at] if 0 <= at < len(self._starts) else len(self.ids) - 1 if delta > 0 else 0

    # ---------------------------------------------------------------- articles

    def place(self, article: int) -> int:
        """The place of an article in the list, -1 where it is not in it."""
        if self.order in {"newest", "oldest"}:  # ids are in order of date
            sign = -1 if self.order == "newest" else 1
            at = bisect_left(self.ids, sign * article, key=lambda other: sign * other)
            return at if at < len(self.ids) and self.ids[at] == article else -1
        with suppress(ValueError):
            return self.ids.index(article)
        return -1

    def row(self, index: int) -> ArticleRow | None:
        """The row at a place of the list, None while it is on its way."""
        return self._rows.get(self.ids[index])

    def snippet(self, article: int) -> Snippet | None:
        """Why an article was found, None while it is on its way."""
        return self._snippets.get(article)

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

    def fill(self, rows: Sequence[ArticleRow], snippets: Mapping[int, Snippet]) -> None:
        """Take rows and snippets that have come."""
        self._rows.update((row.id, row) for row in rows)
        self._snippets.update(snippets)

    def outdate(self) -> None:
        """Have the rows asked for again; until they come they are shown as they were."""
        self._asked.clear()

    def follows(self, other: ListWindow) -> bool:
        """Whether this list is another, of which only the beginning was known, and goes on from there."""
        begun = not other.complete and other.token == self.token and bool(other.ids)
        return begun and self.height == other.height and self.ids[: len(other.ids)] == other.ids

    def take_over(self, other: ListWindow) -> None:
        """Keep what another list knew of its articles."""
        self._rows.update(other._rows)
        self._snippets.update(other._snippets)


def of_rows(rows: Sequence[ArticleRow]) -> Listing:
    """The newest articles as a list."""
    ids = array("I", [row.id for row in rows])
    return Listing(ids, BitMap(ids))


def paragraphs(draft: Draft) -> list[Span]:
    """What is read of a draft's text: its title, where the text holds it, and its body."""
    return ([draft.title_span] if draft.title_span else []) + list(draft.body)
