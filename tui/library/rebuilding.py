"""Analysing the library anew, in several processes and one writer; see `tui.store.rebuilding` for how it goes on."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Literal

from tui import __version__
from tui.errors import LibraryError, RecogniserError, TaggingError
from tui.frozen import frozen
from tui.library.batches import all_or_each, batches, made_ready
from tui.library.preparing import own_analyser_of_many
from tui.recognisers import BUILTIN
from tui.store import rebuilding, search
from tui.store.adding import KnownEntities
from tui.store.connection import Connections
from tui.store.rebuilding import Anew, Plan, Rebuilding

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tui.recognisers import Chosen
    from tui.store.analyser import Analyser

_BATCH, _SECONDS, _CHUNK = 400, 0.2, 4
_FEW = 40  # articles for which starting other processes takes longer than they save

Part = Literal["all", "missing", "corrected"]
"""Of the library: with `missing` what was never analysed, with `corrected` what corrections touched."""


@frozen
class Unable:
    """An article that could not be analysed anew, and why; it stays as it was."""

    article: int
    reason: str


def rebuild(
    connections: Connections,
    analyser: Analyser,
    *,
    progress: Callable[[int, int], object],
    failed: Callable[[int, str], object],
    jobs: int | None,
    chosen: Chosen | None,
    part: Part = "all",
) -> int:
    """See `Library.rebuild`; `chosen` as for `adding.add_many`."""
    with connections.write() as connection:
        if part == "all":
            plan = rebuilding.begin(connection, _maker(chosen))
        else:
            plan = (rebuilding.missing if part == "missing" else rebuilding.touched)(connection)
    done = plan.whole - len(plan.left)

    def keep(batch: Sequence[Anew | Unable | None]) -> list[Unable]:
        with connections.write() as connection:
            keeping = Rebuilding(connection, analyser, plan.generation)
            for one in batch:
                if isinstance(one, Anew):
                    keeping.keep(one)
            keeping.finish()
        if plan.generation:
            search.follow(connections, len(batch), suffix="_new")
        return [one for one in batch if isinstance(one, Unable)]

    ready, ahead = made_ready(
        plan.left,
        _Rereader(connections, plan, analyser),
        _Rereading(connections.path, plan, chosen or BUILTIN),
        lambda article: Unable(article, "the process that did it ended"),
        jobs=jobs if chosen and plan.whole > _FEW else 1,
        chunk=_CHUNK,
    )
    with closing(ready):
        for batch in batches(ready, _BATCH if ahead else 1, _SECONDS):
            for unable in all_or_each(batch, keep, lambda one, reason: Unable(one.article if one else 0, reason)):
                failed(unable.article, unable.reason)
            done += len(batch)
            progress(done, plan.whole)
    if part != "missing" and plan.whole:
        with connections.write() as connection:
            if part == "all":
                rebuilding.end(connection, plan.generation)
            else:
                rebuilding.settled(connection)
    return plan.whole


def _maker(chosen: Chosen | None) -> str:
    """What makes the analyses: a rebuild that another program or another recogniser has begun is begun anew."""
    return __version__ if chosen is None or chosen.own else f"{__version__} {chosen!r}"


class _Rereader:
    """Analyses one article after another."""

    def __init__(self, connections: Connections, plan: Plan, analyser: Analyser) -> None:
        self._connections = connections
        self._plan = plan
        self._analyser = analyser
        self._known = KnownEntities(connections, since=plan.generation)

    def __call__(self, article: int) -> Anew | Unable | None:
        try:
            with self._connections.read(steady=True) as connection, self._known.steady() as known:
                return rebuilding.prepared(connection, self._plan, article, self._analyser, known)
        except TaggingError as error:
            return Unable(article, str(error))
        except (LibraryError, RecogniserError):
            raise
        except Exception as error:  # noqa: BLE001 - one article must not end the work on thousands
            return Unable(article, f"{type(error).__name__}: {error}")


@frozen
class _Rereading:
    """Gives another process its `_Rereader`."""

    path: Path
    plan: Plan
    chosen: Chosen

    def __call__(self) -> _Rereader:
        return _Rereader(Connections(self.path, create=False), self.plan, own_analyser_of_many(self.chosen))
