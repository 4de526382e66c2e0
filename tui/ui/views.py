"""The views of the library that one goes back to: everything, the unread, the starred, and the saved searches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.errors import QueryError
from tui.frozen import frozen
from tui.i18n import _, language
from tui.model import And, MarkTerm
from tui.query import parse, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.library import Library
    from tui.query.write import Language

UNREAD, STARRED = MarkTerm("unread"), MarkTerm("starred")


@frozen
class Listed:
    """A view in the list of views.

    Attributes:
        name: what it is called.
        text: its query.
        saved: whether the reader saved it.
        unread: how many of its articles are unread; -1 while that is not known, and where the query cannot be read.
        count: how many articles it has, likewise.
    """

    name: str
    text: str
    saved: bool = False
    unread: int = -1
    count: int = -1


def listed(library: Library) -> tuple[Listed, ...]:
    """All of them, without numbers."""
    spoken: Language = "ar" if language() == "ar" else "en"
    return (
        Listed(_("All articles"), ""),
        Listed(_("Unread"), write(UNREAD, spoken)),
        Listed(_("Starred"), write(STARRED, spoken)),
        *(Listed(search.name, search.text, saved=True) for search in library.searches()),
    )


def counted(library: Library, views: tuple[Listed, ...]) -> Iterator[Listed]:
    """Each with its numbers of articles."""
    for view in views:
        try:
            query = parse(view.text)
        except QueryError:  # saved by a version that knew more
            yield view
            continue
        yield replace(view, unread=library.count(And((query, UNREAD))), count=library.count(query))
