"""Making articles ready for the library: read, compared with what is there, analysed; here or in other processes."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import LibraryError, RecogniserError, SourceError, TaggingError
from tui.frozen import frozen
from tui.model import Added, Draft, Failed
from tui.recognisers import BUILTIN
from tui.store import articles, marks, ready
from tui.store.adding import KnownEntities, copies_of, harmless, known
from tui.store.analyser import Analyser
from tui.store.connection import Connections
from tui.store.ready import Ready

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.recognisers import Chosen

Given = Path | Draft
Prepared = Ready | Added | Failed


def own_analyser(chosen: Chosen) -> Analyser:
    """The program's own analysis; imports it.

    Args:
        chosen: what finds names; it is loaded at the first article.
    """
    from tui.analysis.analyse import analyse, resolved
    from tui.analysis.facts.link import block_keys, compare
    from tui.analysis.recognise.plugins import recogniser
    from tui.analysis.resolve import keys

    names = recogniser(chosen)
    return Analyser(partial(analyse, recognise=names), keys, block_keys, compare, names, resolved)


def own_analyser_of_many(chosen: Chosen) -> Analyser:
    """The same in one process of several: there are as many as cores, so none may use more than one of them."""
    if not chosen.own:
        for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
            os.environ.setdefault(name, "1")
    return own_analyser(chosen)


def _never(*_: object) -> Any:
    raise AssertionError("nothing is to be analysed")


NO_ANALYSIS = Analyser(_never, _never, _never, _never)
"""Where none is wanted, so that none is imported."""


@frozen
class Wishes:
    """What is to be done with all articles of one call.

    Attributes:
        analysed: False to keep the text alone.
        exact: keep near copies too.
        source: the outlet, instead of the one found.
        published: the date, instead of the one found.
    """

    analysed: bool = True
    exact: bool = False
    source: str = ""
    published: str = ""


class Preparer:
    """Prepares one article after another."""

    def __init__(self, connections: Connections, wishes: Wishes, analyser: Analyser | None) -> None:
        """Prepare for a library.

        Args:
            connections: the library's.
            wishes: of the call.
            analyser: None to leave analysis to the transaction.
        """
        self._connections = connections
        self._wishes = wishes
        self._analyser = analyser if wishes.analysed else None
        self._known = KnownEntities(connections)

    def __call__(self, given: Given) -> Prepared:
        """Prepare an article.

        Raises:
            LibraryError: the library cannot be read.
            RecogniserError: what is to find names cannot be used.
        """
        try:
            return self._prepared(self._draft(given))
        except SourceError as error:
            return Failed(str(error))
        except TaggingError as error:
            return Failed(f"{_named(given)}: {error}; add it with --no-analysis, or choose another recogniser")
        except (LibraryError, RecogniserError):
            raise
        except Exception as error:  # noqa: BLE001 - one article must not end the work on thousands
            return broken(given, f"{type(error).__name__}: {error}")

    def _draft(self, given: Given) -> Draft:
        if isinstance(given, Draft):
            draft = harmless(given)
        else:
            from tui.sources import read

            draft = read(given)
        wishes = self._wishes
        if not wishes.source and not wishes.published:
            return draft
        return replace(draft, source=wishes.source or draft.source, published=wishes.published or draft.published)

    def _prepared(self, draft: Draft) -> Ready | Added:
        digest = articles.digest(draft)
        with self._connections.read(steady=True) as connection:
            found = articles.same(connection, digest, lambda: draft)
            if found and not marks.of(connection, (found,)).deleted:
                return known(connection, found)
        one = ready.ready(draft, digest)
        if self._analyser is None:
            return one
        if not self._wishes.exact:
            with self._connections.read(steady=True) as connection:
                own = copies_of(connection, one).own
                if own and not marks.of(connection, own[:1]).deleted:
                    return known(connection, own[0])
        with self._known.steady() as names:
            return replace(one, found=ready.analysed(self._analyser, draft, names))


@frozen
class Preparing:
    """Gives another process its `Preparer`."""

    path: Path
    wishes: Wishes
    analysing: bool
    chosen: Chosen = BUILTIN

    def __call__(self) -> Callable[[Given], Prepared]:
        """Open the library and import what is needed."""
        analyser = own_analyser_of_many(self.chosen) if self.analysing else None
        return Preparer(Connections(self.path, create=False), self.wishes, analyser)


def broken(given: Given, reason: str) -> Failed:
    """An article with which the program cannot deal, though it should."""
    return Failed(f"{_named(given)}: cannot be analysed ({reason}); add it with --no-analysis and report it")


def _named(given: Given) -> str:
    return (given.origin if isinstance(given, Draft) else str(given)) or "standard input"


def lost(given: Given) -> Failed:
    """An article during which a process ended."""
    return broken(given, "the process that did it ended")
