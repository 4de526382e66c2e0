"""What workers do about facts: compare, judge, put in the order of time; see `work`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.arabic.direction import isolate
from tui.errors import FileError, UnknownItem
from tui.i18n import N_, _
from tui.model import StoredFact
from tui.ui import fact_page
from tui.ui.entity_messages import PageLoaded
from tui.ui.messages import Acted
from tui.ui.work import save

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from tui.library import Library
    from tui.model import ArticleView, Fact
    from tui.ui.changes import Changes
    from tui.ui.messages import FileThere, FileWritten
    from tui.ui.state import View

_MOST = 300
"""Facts of a timeline: of the newest articles."""

_ENDINGS = {".md": "markdown", ".csv": "csv", ".jsonl": "jsonl", ".ftm": "ftm", ".jsonld": "webannotation"}


def load_comparison(library: Library, article: int, fact: str) -> PageLoaded:
    """A fact of an article beside those of others that it is linked with."""
    name = f"compare {fact}"
    view = library.article(article)
    found = next((one for one in view.facts if one.id == fact), None)
    return PageLoaded(name, fact_page.comparison(view, found) if found else ())


def load_timeline(library: Library, entity: str, view: View) -> PageLoaded:
    """The sure facts of an entity, by its id, in the order of time; with '' those of the articles in view."""
    name = f"timeline {entity}"
    if not entity:
        return PageLoaded(name, fact_page.timeline(view.words, of_timeline(library, entity, view)))
    try:
        of = library.entity(entity)
    except UnknownItem:
        return PageLoaded(name, ())
    heading = _("{name} over time").format(name=isolate(of.entity.name))
    return PageLoaded(name, fact_page.timeline(heading, of.without_unsure().facts))


def of_timeline(library: Library, entity: str, view: View) -> Sequence[StoredFact]:
    """The facts of a timeline; see `load_timeline`."""
    if entity:
        return library.entity(entity).without_unsure().facts
    return list(islice((stored for stored in library.facts(view.query) if stored.sure), _MOST))


def of_article(library: Library, view: ArticleView, shown: Collection[Fact]) -> Sequence[StoredFact]:
    """Those facts of an article that are shown."""
    return [
        StoredFact(fact, row, view.links.get(fact.id, ()), view.verdicts.get(fact.id, ""), fact.id not in view.unsure)
        for row in library.rows([view.article.id])
        for fact in shown
    ]


def prompt() -> str:
    """Asks for the file that facts are exported to."""
    return _("Export facts to ({endings})").format(endings=" ".join(_ENDINGS))


def save_facts(found: Callable[[], Sequence[StoredFact]], path: Path, *, overwrite: bool) -> FileWritten | FileThere:
    """Write facts to a file in the form that its ending says.

    Raises:
        FileError: it has another ending, or cannot be written.
    """
    from tui.ui.formats import lines

    if path.suffix.lower() not in _ENDINGS:
        line = N_("{path}: the name must end in one of {endings}")
        raise FileError(line, path=path, endings=" ".join(_ENDINGS))
    return save("\n".join(lines(_ENDINGS[path.suffix.lower()], found())), path, overwrite=overwrite)


def judge(library: Library, changes: Changes, article: int, fact: Fact, verdict: str) -> Acted:
    """Say that a fact is right or wrong, or nothing any more."""
    change = changes.do(lambda: library.judge(article, fact, verdict))
    said = {"right": _("Said to be right"), "wrong": _("Said to be wrong"), "": _("Nothing is said of it any more")}
    return Acted(change, "done", said[verdict])


def part(library: Library, changes: Changes, article: int, fact: Fact, other: str) -> Acted:
    """Say that two facts are not the same."""
    change = changes.do(lambda: library.judge(article, fact, "apart", other=other))
    return Acted(change, "done", _("Said not to be the same"))
