"""What workers do: one question to the library, one message with the answer. No widget is touched here."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from tui.errors import QueryError
from tui.query import parse
from tui.ui import keyboards
from tui.ui.messages import ArticleLoaded, FacetsLoaded, ListLoaded, Marked, MeantFound, RowsLoaded, Seeding
from tui.ui.state import View
from tui.ui.windows import ListWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tui.library import Library
    from tui.model import QueryPart

# Entities offered in the filter; the rest is reached by typing more of the name into a search.
_FACETS = 1000
# Of a line typed on the wrong keyboard.
_READINGS = 4


def load_list(library: Library, query: QueryPart, token: int) -> ListLoaded:
    """All ids that match and the first page of rows."""
    ids = library.ids(query)
    return ListLoaded(token, ids, library.rows(ids[: ListWindow.PAGE]))


def find_meant(library: Library, view: View, token: int) -> MeantFound:
    """What a query without articles was meant to say on another keyboard, if there are articles then."""
    for text in islice(keyboards.readings(view.text), _READINGS):
        with suppress(QueryError):
            if count := library.count(View(text, parse(text), view.chosen).query):
                return MeantFound(token, text, count)
    return MeantFound(token)


def load_rows(library: Library, ids: Sequence[int], token: int) -> RowsLoaded:
    """The rows of a page."""
    return RowsLoaded(token, library.rows(ids))


def load_article(library: Library, article: int) -> ArticleLoaded:
    """One article with all that is known of it."""
    return ArticleLoaded(library.article(article))


def load_facets(library: Library, query: QueryPart, token: int) -> FacetsLoaded:
    """The entities of the matching articles with their counts."""
    return FacetsLoaded(token, library.facets(query, limit=_FACETS))


def mark(library: Library, article: int, *, read: bool | None = None, starred: bool | None = None) -> Marked:
    """Write marks and read the row anew."""
    library.mark([article], read=read, starred=starred)
    return Marked(library.rows([article]))


def seed(library: Library, folder: Path, tell: Callable[[Seeding], object]) -> Seeding:
    """Import the sample library, telling of each article."""
    count = 0
    for count, _ in enumerate(library.seed(folder), start=1):
        tell(Seeding(count))
    return Seeding(count, done=True)
