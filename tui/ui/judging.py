"""What workers do about facts: compare, judge, put in the order of time; see `work`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.arabic.direction import isolate
from tui.errors import UnknownItem
from tui.i18n import _
from tui.ui import fact_page
from tui.ui.entity_messages import PageLoaded
from tui.ui.messages import Acted

if TYPE_CHECKING:
    from tui.library import Library
    from tui.model import Fact
    from tui.ui.changes import Changes
    from tui.ui.state import View

_MOST = 300
"""Facts of a timeline: of the newest articles."""


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
        found = islice((stored for stored in library.facts(view.query) if stored.sure), _MOST)
        return PageLoaded(name, fact_page.timeline(view.words, found))
    try:
        of = library.entity(entity)
    except UnknownItem:
        return PageLoaded(name, ())
    heading = _("{name} over time").format(name=isolate(of.entity.name))
    return PageLoaded(name, fact_page.timeline(heading, [stored for stored in of.facts if stored.sure]))


def judge(library: Library, changes: Changes, article: int, fact: Fact, verdict: str) -> Acted:
    """Say that a fact is right or wrong, or nothing any more."""
    change = changes.do(lambda: library.judge(article, fact, verdict))
    said = {"right": _("Said to be right"), "wrong": _("Said to be wrong"), "": _("Nothing is said of it any more")}
    return Acted(change, "done", said[verdict])


def part(library: Library, changes: Changes, article: int, fact: Fact, other: str) -> Acted:
    """Say that two facts are not the same."""
    change = changes.do(lambda: library.judge(article, fact, "apart", other=other))
    return Acted(change, "done", _("Said not to be the same"))
