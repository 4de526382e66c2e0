"""Adding articles and analysing them anew: sources, analysis and store joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import Added
from tui.store import articles, entities, marks, postings, search
from tui.store.adding import Analyser, KnownEntities, copy_of, harmless, keep
from tui.store.postings import Batch
from tui.store.primitives import EVERY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tui.model import Draft
    from tui.store.connection import Connections


def own_analyser() -> Analyser:
    """The program's own analysis; imports it."""
    from tui.analysis.analyse import analyse
    from tui.analysis.facts.link import block_keys, compare
    from tui.analysis.resolve import keys

    return Analyser(analyse, keys, block_keys, compare)


def add(connections: Connections, analyser: Analyser, draft: Draft, *, exact: bool = False) -> Added:
    """See `Library.add`."""
    from tui.sources.fingerprint import fingerprint, near

    draft = harmless(draft)
    mark = fingerprint(draft)
    alike = _never if exact else near
    with connections.read(steady=True) as connection:
        known = copy_of(connection, draft, mark, alike)
        deleted = known and marks.of(connection, (known.id,)).deleted
    if known and deleted:  # whoever adds it wants it back
        with connections.write() as connection:
            marks.mark(connection, (known.id,), {"deleted": False})
        return Added(known.id, "added", known.title)
    if known:
        return known
    analysis = analyser.analyse(draft, KnownEntities(connections))
    with connections.write() as connection:
        # Another process may have added it since.
        if known := copy_of(connection, draft, mark, alike):
            return known
        with Batch(connection) as batch:
            article = articles.insert(connection, batch, draft, mark)
            search.index(connection, article, draft)
            keep(connection, batch, article, analysis, analyser)
    return Added(article, "added", draft.title)


def _never(*_: int) -> bool:
    return False


def rebuild(connections: Connections, analyser: Analyser, progress: Callable[[int, int], object] | None) -> int:
    """See `Library.rebuild`."""
    with connections.write() as connection:
        generation = entities.generation(connection) + 1
        search.start_anew(connection)
        done = postings.read(connection, EVERY)
    known = KnownEntities(connections, since=generation)
    for number, article in enumerate(done, 1):
        with connections.read(steady=True) as connection:
            draft = articles.draft_of(connection, article)
        analysis = analyser.analyse(draft, known)
        with connections.write() as connection:
            search.index(connection, article, draft, suffix="_new")
            with Batch(connection) as batch:
                keep(connection, batch, article, analysis, analyser, generation=generation)
        if progress:
            progress(number, len(done))
    with connections.write() as connection:
        for article in postings.read(connection, EVERY) - done:
            search.index(connection, article, articles.draft_of(connection, article), suffix="_new")
        search.put_new_in_place(connection)
        entities.remove_unnamed(connection, generation)
    return len(done)


def are_of(titles: set[str], files: Iterable[Path]) -> bool:
    """Whether all of these titles are those of articles in the files."""
    from tui.sources import read

    return titles <= {read(file).title for file in files}


def seeds(folder: Path) -> list[Draft]:
    """The articles of a folder, oldest first.

    Raises:
        SourceError: the folder or an article cannot be read.
    """
    from tui.sources import read, walk

    return sorted(map(read, walk(folder)), key=lambda draft: draft.published)
