"""A library's contents on their way out and in: rows of the store as records of an export, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import LibraryError, UnknownItem
from tui.sources import exported
from tui.store import articles, postings, statements
from tui.store.primitives import EVERY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui.model import Statement
    from tui.store.connection import Connections

_PAGE = 200  # statements read at a time


def records(
    connections: Connections, ids: Iterable[int] | None, failed: Callable[[int, LibraryError], object] | None
) -> Iterator[dict[str, object]]:
    """See `Library.export`. Nothing is held between two records: no lock, and no more than one article."""
    yield exported.header()
    if ids is None:
        yield from map(exported.statement, _statements(connections))
        with connections.read() as connection:
            ids = postings.read(connection, EVERY)
    for article in ids:
        try:
            with connections.read() as connection:
                found = articles.read(connection, article)
            yield exported.article(found, articles.digest_name(found.draft))
        except UnknownItem:
            continue
        except LibraryError as error:
            if failed is None:
                raise
            failed(article, error)


def _statements(connections: Connections) -> Iterator[Statement]:
    last = 0
    while True:
        with connections.read() as connection:
            page = statements.page(connection, last, _PAGE)
        if not page:
            return
        last = page[-1][0]
        yield from (statement for _, statement in page)
