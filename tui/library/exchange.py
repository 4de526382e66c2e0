"""A library's contents on their way out: rows of the store as records of an export.

Nothing is held between two records: no lock, and no more than one article. Of a damaged file all goes out that can
still be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.fingerprint import digest_name
from tui.errors import LibraryError, UnknownItem
from tui.files import json_line, whole
from tui.i18n import N_
from tui.model import Article
from tui.sources import exported
from tui.store import articles, corrections, postings, saved, statements, verdicts
from tui.store.checking.file import texts
from tui.store.primitives import DELETED, EVERY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from tui.model import Statement
    from tui.store.connection import Connections

    Failed = Callable[[int, LibraryError], object]

_PAGE = 200  # statements read at a time


def records(connections: Connections, ids: Iterable[int] | None, failed: Failed | None) -> Iterator[dict[str, object]]:
    """See `Library.export`."""
    tell = failed or _refuse
    yield exported.header()
    if ids is None:
        try:
            yield from map(exported.statement, _statements(connections))
            with connections.read(steady=True) as connection:
                searches = saved.all_of_them(connection)
            yield from map(exported.search, searches)
            with connections.read(steady=True) as connection:
                log = corrections.log(connection)
                said = verdicts.everyone(connection)
            yield from map(exported.correction, log)
            yield from map(exported.verdict, said)
        except LibraryError as error:
            tell(0, error)
        ids = _all(connections)
    marked = True
    for article in ids:
        try:
            found = _read(connections, article, marked=marked)
        except UnknownItem:
            continue
        except LibraryError as error:
            try:
                found = _read(connections, article, marked=False)
            except LibraryError:
                tell(article, error)
                continue
            if marked:
                tell(0, LibraryError(N_("marks and tags cannot be read; what follows goes out without them")))
                marked = False
        yield exported.article(found, digest_name(found.draft.title, found.draft.text), found.tags)


def write(
    records: Iterable[dict[str, object]],
    path: Path,
    *,
    overwrite: bool,
    advance: Callable[[int], object] = lambda _done: None,
) -> int:
    """Write the records of an export to a file, a line each; it stands under its name when it is whole.

    Args:
        records: see `records`.
        path: the file.
        overwrite: whether it may take the place of a file that is there.
        advance: called with the number of articles written so far; what it raises ends the writing.

    Returns:
        How many articles there are in it.

    Raises:
        FileError: it is there already, or cannot be written.
    """
    done = 0
    with whole(path, overwrite=overwrite) as file:
        for record in records:
            file.write(json_line(record) + "\n")
            if record["record"] == "article":
                done += 1
                advance(done)
    return done


def _refuse(_article: int, error: LibraryError) -> None:
    raise error


def _read(connections: Connections, article: int, *, marked: bool) -> Article:
    with connections.read(steady=True) as connection:
        return (
            articles.read(connection, article) if marked else Article(article, articles.draft_of(connection, article))
        )


def _all(connections: Connections) -> Iterable[int]:
    """All articles, oldest first; of a damaged file those that it still names, deleted ones too."""
    try:
        with connections.read(steady=True) as connection:
            return postings.read(connection, EVERY) - postings.read(connection, DELETED)
    except LibraryError:
        with connections.read(steady=True) as connection:
            return texts(connection)


def _statements(connections: Connections) -> Iterator[Statement]:
    last = 0
    while True:
        with connections.read(steady=True) as connection:
            page = statements.page(connection, last, _PAGE)
        if not page:
            return
        last = page[-1][0]
        yield from (statement for _, statement in page)
