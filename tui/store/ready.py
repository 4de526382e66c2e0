"""What can be done for an article before the transaction that keeps it, in any process.

Analysis rests on what is known of names when it is made. So it comes with the answers it got, and who keeps it sees
whether they still hold; what is kept is then the same as if articles had been analysed one after another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from tui.arabic.fingerprint import fingerprint
from tui.frozen import frozen
from tui.store import codec, search

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.arabic.fingerprint import Fingerprint
    from tui.model import Analysis, Corrections, Draft, Entity
    from tui.store.analyser import Analyser, Known

_FEW_NAMES = 4
_CORRECTIONS = "\0"  # asked for in place of a name


class Asked:
    """Asks what is known, and remembers the answers, on which the analysis rests."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._answers: dict[str, tuple[Entity, ...]] = {}
        self._corrections = known.corrections()

    def find(self, key: str) -> tuple[Entity, ...]:
        """See `KnownEntities.find`; one key has one answer, however often it is asked."""
        if key not in self._answers:
            self._answers[key] = self._known.find(key)
        return self._answers[key]

    def corrections(self) -> Corrections:
        """See `Known.corrections`."""
        return self._corrections

    def answers(self) -> tuple[tuple[str, int], ...]:
        """What was asked, with a checksum of each answer."""
        found = tuple((key, _checksum(found)) for key, found in self._answers.items())
        return (*found, (_CORRECTIONS, self._corrections.number))


def still(known: Known, answers: Iterable[tuple[str, int]]) -> bool:
    """Whether what is known now gives the answers that it gave before."""
    return all(
        (known.corrections().number if key == _CORRECTIONS else _checksum(known.find(key))) == told
        for key, told in answers
    )


def _checksum(found: Sequence[Entity]) -> int:
    """Tells answers apart by all that analysis uses of them.

    How often an entity is named is not among it; nor are its names, which are only added to, while there are few: of
    many, an article's entity shows the first.
    """
    if not found:
        return 0
    used = [(one.id, one.name, one.latin, one.wikidata, one.names[_FEW_NAMES:] and one.names) for one in found]
    return crc32(repr(used).encode())


@frozen
class Analysed:
    """What analysis found in a draft, what it had been told of names, and the names that it was told of."""

    analysis: Analysis
    answers: tuple[tuple[str, int], ...] = ()
    names: object = None


def analysed(analyser: Analyser, draft: Draft, known: Known) -> Analysed:
    """Analyse a draft."""
    asked = Asked(known)
    names = analyser.recognise(draft) if analyser.recognise else None
    analysis = analyser.again(draft, asked, names)
    return Analysed(analysis, asked.answers(), names)


@frozen
class Ready:
    """A draft made ready to be kept, so that little is left to do in the transaction.

    Attributes:
        rows: what it is found by (`search.rows`).
        packed: the whole draft (`codec.pack_draft`).
        found: what analysis found, None where it is for the transaction to find, or is not wanted.
    """

    title: str
    source: str
    published: str
    tags: tuple[str, ...]
    digest: int
    fingerprint: Fingerprint
    rows: tuple[str, str]
    packed: bytes
    found: Analysed | None = None

    def draft(self) -> Draft:
        """The draft again."""
        return codec.unpack_draft(self.packed)


def ready(draft: Draft, digest: int) -> Ready:
    """Do all that needs no library."""
    rows = search.rows(draft)
    mark, packed = fingerprint(search.in_order(rows)), codec.pack_draft(draft)
    return Ready(draft.title, draft.source, draft.published, draft.tags, digest, mark, rows, packed)
