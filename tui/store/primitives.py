"""What every answer of the library is made of, whatever engine keeps it.

Lists, counts, facets and searches are sets of article ids put together by `select` and `facets`; these ask the engine
for nothing but what stands here. The docstrings are the contract; tests/store/test_primitives.py holds any
implementation to it.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Collection, Hashable, Iterator, Sequence

    from pyroaring import BitMap

    from tui.model import NamedPart, TextPart


class Kind(IntEnum):
    """What a set of articles has in common. The numbers are stored and never change."""

    ENTITY = 0
    OUTLET = 1
    FACT = 2
    MARK = 3
    TAG = 4
    LIBRARY = 5


class Posting(NamedTuple):
    """The name of a set of articles: of an entity, an outlet, a kind of fact or a tag, by its number in the store."""

    kind: Kind
    number: int


EVERY = Posting(Kind.LIBRARY, 1)
"""All articles, the deleted ones too."""
UNANALYSED = Posting(Kind.LIBRARY, 2)
"""Articles that were added without analysis."""
REBUILT = Posting(Kind.LIBRARY, 3)
"""Articles that the rebuild under way has done."""
GROUPED = Posting(Kind.LIBRARY, 4)
"""Near copies of an article of another outlet that is the first of their group."""
CORRECTED = Posting(Kind.LIBRARY, 5)
"""Articles to be analysed again since a correction touched what they name."""
IGNORED = 1000
"""Sets of the library from this number on: articles that named what a correction, by its number, ignores."""
READ = Posting(Kind.MARK, 1)
STARRED = Posting(Kind.MARK, 2)
DELETED = Posting(Kind.MARK, 3)


class Tally(NamedTuple):
    """Entities (their numbers) and how often each was counted, by falling count, then by rising entity."""

    entities: array[int]
    counts: array[int]


class Primitives(Protocol):
    """One unchanging state of a library; article ids fit 32 unsigned bits and fall from the newest article on.

    Deleted articles (`DELETED`) may be in every set and list given here; who asks takes them away.
    """

    def posting(self, posting: Posting) -> BitMap:
        """All articles of a set, empty for a set nobody made. The caller does not change it."""
        ...

    def kept(self, key: Hashable, kinds: Collection[Kind], make: Callable[[], BitMap]) -> BitMap:
        """What `make` gives, from an earlier time if no set of these kinds has changed since. Nobody changes it."""
        ...

    def meant(self, term: NamedPart) -> tuple[Posting, ...]:
        """The sets that a term of a query means together; () for a name that nothing has."""
        ...

    def between(self, start: str, end: str) -> tuple[int, int]:
        """First id and last id + 1 of what was published in `start` <= day < `end` (ISO days, '' is open)."""
        ...

    def matches(self, texts: Sequence[TextPart], *, before: int) -> Iterator[int]:
        """The ids below `before` of the articles whose text has all of these, newest first, found as they are taken."""
        ...

    def having(self, texts: Sequence[TextPart]) -> BitMap:
        """All articles whose text has all of these. The caller does not change it."""
        ...

    def among(self, text: TextPart, articles: BitMap) -> BitMap:
        """Those of a few articles whose text matches: each is looked up."""
        ...

    def tally(self, articles: BitMap, most: int | None = None) -> Tally:
        """In how many of these articles each entity is named; entities without one are left out.

        Args:
            articles: where to count.
            most: so many entities are enough, those that are named most; more may come.
        """
        ...

    def outlets(self) -> Sequence[int]:
        """The numbers of all outlets in the order of their names; 0, which is no outlet, is the last."""
        ...

    def by_title(self, articles: BitMap) -> Iterator[int]:
        """These articles in the order of their titles."""
        ...
