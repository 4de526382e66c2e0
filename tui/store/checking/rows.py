"""Articles' rows against the texts: what lists show is what the drafts say."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.errors import LibraryError
from tui.i18n import N_
from tui.model import Finding
from tui.store import articles, codec
from tui.store.checking.scope import Scope, shown

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tui.model import Draft

NAME = "articles"

_GHOSTS = "SELECT id FROM article WHERE id NOT IN (SELECT article FROM body) ORDER BY id"
_TEXTS = (
    "SELECT b.article, b.draft, a.title, a.published, a.digest, a.sort, a.outlet"
    " FROM body b LEFT JOIN article a ON a.id = b.article"
)


def look(scope: Scope) -> Iterator[Finding]:
    """Texts that cannot be read, rows without text, rows that say something else than the text."""
    damaged: list[int] = []
    wrong = [article for article, _ in _wrong(scope, damaged)]
    if damaged:
        said = N_("articles whose text cannot be read: {count}; `warraq export` saves all others")
        yield Finding(NAME, said, len(damaged), shown(damaged), mendable=False)
    if wrong:
        yield Finding(NAME, N_("articles whose row does not say what the text says: {count}"), len(wrong), shown(wrong))
    if ghosts := [article for (article,) in scope.connection.execute(_GHOSTS)]:
        yield Finding(NAME, N_("rows of articles without a text: {count}"), len(ghosts), shown(ghosts))


def _wrong(scope: Scope, damaged: list[int]) -> Iterator[tuple[int, Draft]]:
    """Articles whose row is missing or wrong, with their drafts; those that cannot be read are added to `damaged`."""
    outlets = dict(scope.connection.execute("SELECT id, key FROM outlet"))
    outlets.update((row, "") for row in (0, *_misnamed(scope.connection)))
    with closing(scope.connection.execute(_TEXTS)) as found:
        for article, packed, *said, outlet in found:
            scope.step()
            try:
                draft = codec.unpack_draft(packed)
            except LibraryError:
                damaged.append(article)
                continue
            true = [draft.title, draft.published, articles.digest(draft), articles.sort_key(draft.title)]
            if said != true or outlets.get(outlet) != fold(draft.source):
                yield article, draft


def _misnamed(connection: sqlite3.Connection) -> Iterator[int]:
    """Outlets whose key is not that of their name."""
    for row, name, key in connection.execute("SELECT id, name, key FROM outlet").fetchall():
        if fold(name) != key:
            yield row


def mend(scope: Scope) -> None:
    """Write the rows anew from the texts; a row without a text has nothing to show and goes."""
    connection = scope.connection
    for row in list(_misnamed(connection)):
        connection.execute("DELETE FROM outlet WHERE id = ?", (row,))
    for article, draft in list(_wrong(scope, [])):
        articles.write_row(connection, article, draft)
    connection.execute(f"DELETE FROM article WHERE id IN ({_GHOSTS})")
