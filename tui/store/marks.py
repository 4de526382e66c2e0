"""The reader's marks on articles: set, taken away, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.frozen import frozen
from tui.model import Change, MarkChange, Tag
from tui.store import ids, labels, postings
from tui.store.primitives import DELETED, EVERY, READ, STARRED, Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from tui.store.primitives import Primitives


@frozen
class Marks:
    """Which of some articles have which mark."""

    read: BitMap
    starred: BitMap
    deleted: BitMap
    tagged: dict[str, BitMap]

    def tags(self, article: int) -> tuple[str, ...]:
        """The tags of one, by name."""
        return tuple(name for name, tagged in self.tagged.items() if article in tagged)


_MARKS = {"read": READ, "starred": STARRED, "deleted": DELETED}
_TAG = "tag:"


def mark(connection: sqlite3.Connection, articles: Iterable[int], wanted: Mapping[str, bool]) -> Change:
    """Set marks (True) and take them away (False).

    Ids of no article are passed over, and so are deleted articles, unless it is the deletion that is taken away.

    Args:
        connection: in a transaction.
        articles: ids.
        wanted: `read`, `starred`, `deleted`, `tag:NAME`.

    Returns:
        What was changed by it.
    """
    given = BitMap(article for article in articles if ids.possible(article))
    given &= postings.read(connection, EVERY)
    if wanted.get("deleted") is not False:
        given -= postings.read(connection, DELETED)
    return _apply(connection, ((name, on, given) for name, on in wanted.items()))


def undo(connection: sqlite3.Connection, change: Change) -> Change:
    """Take back a change; what was changed again since stays as it is now.

    Returns:
        The change that this was, which undoes it.
    """
    every = postings.read(connection, EVERY)  # some may be no more, since the library was compacted
    return _apply(connection, ((part.mark, not part.on, BitMap(part.ids) & every) for part in reversed(change.parts)))


def _apply(connection: sqlite3.Connection, parts: Iterable[tuple[str, bool, BitMap]]) -> Change:
    done = []
    with postings.Batch(connection) as batch:
        for name, on, given in parts:
            posting = _posting(connection, name)
            if posting is None:
                continue
            there = postings.read(connection, posting)
            changed = given - there if on else given & there
            if changed:
                (batch.add if on else batch.remove)(posting, changed)
                newest_first = changed.to_array()
                newest_first.reverse()
                done.append(MarkChange(name, on, newest_first))
    return Change(tuple(done))


def _posting(connection: sqlite3.Connection, name: str) -> Posting | None:
    if name.startswith(_TAG):
        number = labels.number(connection, Kind.TAG, name.removeprefix(_TAG))
        return Posting(Kind.TAG, number) if number else None
    return _MARKS[name]


def tags(connection: sqlite3.Connection, index: Primitives) -> tuple[Tag, ...]:
    """The tags that articles have, by name, with their numbers."""
    deleted = index.posting(DELETED)
    counted = (
        Tag(name, index.posting(Posting(Kind.TAG, number)).difference_cardinality(deleted))
        for number, name in labels.names(connection, Kind.TAG).items()
    )
    return tuple(tag for tag in counted if tag.count)


def of(connection: sqlite3.Connection, articles: Iterable[int]) -> Marks:
    """The marks of a few articles."""
    some = BitMap(articles)
    used = postings.numbers(connection, Kind.TAG)
    names = labels.names(connection, Kind.TAG) if used else {}
    tagged = {
        name: postings.among(connection, Posting(Kind.TAG, number), some)
        for number, name in names.items()
        if number in used
    }
    read, starred, deleted = (postings.among(connection, posting, some) for posting in (READ, STARRED, DELETED))
    return Marks(read, starred, deleted, tagged)
