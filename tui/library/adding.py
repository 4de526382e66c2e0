"""Adding articles: sources, analysis and store joined.

Articles are made ready by several processes and kept by this one, many in one transaction, in the order in which they
were given. What is said of an article is said when its transaction has ended, so a program that is killed has said
nothing that is not so, and the same call once more adds what is left.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from tui.library.batches import all_or_each, batches, made_ready
from tui.library.preparing import Preparer, Preparing, broken, lost
from tui.recognisers import BUILTIN
from tui.store import search
from tui.store.adding import Keeping
from tui.store.ready import Ready

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence
    from pathlib import Path

    from tui.library.preparing import Given, Wishes
    from tui.model import Added, Draft, Failed
    from tui.recognisers import Chosen
    from tui.store.analyser import Analyser
    from tui.store.connection import Connections

_BATCH = 400
_SECONDS, _SECONDS_ANALYSED = 0.5, 0.2
"""How long an article may wait for its transaction: what is analysed meanwhile does not know it yet, and is analysed
once more where it would matter."""

_CHUNK, _CHUNK_ANALYSED = 32, 4


def add_many(
    connections: Connections,
    analyser: Analyser,
    given: Iterable[Given],
    wishes: Wishes,
    *,
    jobs: int | None,
    chosen: Chosen | None,
) -> Generator[Added | Failed]:
    """See `Library.add_many`.

    Args:
        connections: the library's.
        analyser: what to analyse with.
        given: the articles.
        wishes: what is to be done with them.
        jobs: see `made_ready`.
        chosen: what finds names in the program's own analysis, which every process has; None where the analyser is
            another one, which is used here.
    """

    def keep(batch: Sequence[Ready | Added | Failed]) -> list[Added | Failed]:
        if not any(isinstance(one, Ready) for one in batch):
            return [one for one in batch if not isinstance(one, Ready)]
        with connections.write() as connection:
            keeping = Keeping(connection, analyser, analysed=wishes.analysed, exact=wishes.exact)
            results = [keeping.add(one) if isinstance(one, Ready) else one for one in batch]
            keeping.finish()
        search.follow(connections, len(batch))
        return results

    ready, ahead = made_ready(
        given,
        Preparer(connections, wishes, analyser),
        Preparing(connections.path, wishes, wishes.analysed and chosen is not None, chosen or BUILTIN),
        lost,
        jobs=jobs,
        chunk=_CHUNK_ANALYSED if chosen and wishes.analysed else _CHUNK,
    )
    # Where nothing is done ahead, each article is to know of the one before.
    most = _BATCH if ahead or not wishes.analysed else 1
    with closing(ready):
        for batch in batches(ready, most, _SECONDS_ANALYSED if wishes.analysed else _SECONDS):
            yield from all_or_each(batch, keep, _broken)


def _broken(one: Ready | Added | Failed, reason: str) -> Added | Failed:
    return broken(one.draft(), reason) if isinstance(one, Ready) else one


def seeds(folder: Path) -> list[Draft]:
    """The articles of a folder, oldest first.

    Raises:
        SourceError: the folder or an article cannot be read.
    """
    from tui.sources import read, walk

    return sorted(map(read, walk(folder)), key=lambda draft: draft.published)
