"""What is said of a library as a whole."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from tui.frozen import frozen

if TYPE_CHECKING:
    from tui.model.changes import Tag
    from tui.model.entities import EntityType


@frozen
class Stats:
    """A library in figures; deleted articles count as `deleted` alone.

    Attributes:
        articles: how many there are.
        deleted: kept until the library is compacted.
        unanalysed: added without analysis.
        copies: near copies of another article that came before.
        outlets: how many have published any of them.
        first: the earliest date of publication, '' where none is known.
        last: the latest.
        entities: how many of each type are named.
        facts: articles that have a fact of each kind.
        links: pairs of facts that are linked.
        statements: of knowledge packs.
        size: of the library file and its log, in bytes.
        tables: bytes of each table with its indexes, largest first; empty where SQLite cannot tell.
    """

    articles: int
    deleted: int
    unanalysed: int
    copies: int
    unread: int
    starred: int
    tags: tuple[Tag, ...]
    outlets: int
    first: str
    last: str
    entities: dict[EntityType, int]
    facts: dict[str, int]
    links: int
    statements: int
    size: int
    tables: dict[str, int] = field(default_factory=dict)


@frozen
class Finding:
    """Something in a library that is not as it should be.

    Attributes:
        part: of the library: what is made anew to mend it.
        what: the line that says so, with `{count}`; see `tui.i18n`.
        count: how many places it holds for.
        where: some of them.
        mendable: whether it can be made anew from what is left.
    """

    part: str
    what: str
    count: int = 1
    where: str = ""
    mendable: bool = True
