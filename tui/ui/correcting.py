"""What workers do about an entity's page and its corrections; see `work`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import UnknownItem
from tui.i18n import _
from tui.ui import entity_words
from tui.ui.entity_messages import ChoicesFound, PageLoaded, Renewing
from tui.ui.entity_page import page
from tui.ui.messages import Acted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Literal

    from textual.message import Message

    from tui.library import Library
    from tui.model import Change, Correction, Entity, EntityView
    from tui.ui.changes import Changes

    Tell = Callable[[Message], object]
    How = Literal["done", "undone", "redone"]

_OFFERED = 30


def load_entity(library: Library, entity: str, day: str) -> PageLoaded:
    """The page of an entity, by its id of any time; what is known from outside is that of a day."""
    try:
        view = library.entity(library.known_as(entity) or entity)
    except UnknownItem:
        return PageLoaded(entity, ())
    return PageLoaded(entity, page(view, day), view)


def save_dossier(view: EntityView, path: Path, *, overwrite: bool) -> Message:
    """Write what is known of an entity to a file, as Markdown."""
    from tui.ui.formats.markdown import dossier
    from tui.ui.work import save

    return save("\n".join(dossier(view.without_unsure())), path, overwrite=overwrite)


def find_choices(library: Library, text: str, entity: Entity) -> ChoicesFound:
    """Entities to choose from, those that most articles name first.

    Args:
        library: of all of them.
        text: what was typed; where that is nothing, those are likely that share a word with the entity.
        entity: is to be the same as what is chosen, or not to be: it is no choice.
    """
    tried = [text] if text else [*reversed(entity.name.split(" ")), ""]
    for like in tried:
        found = library.find_entities(like, limit=_OFFERED)
        if others := tuple(facet for facet in found if facet.entity.id != entity.id):
            return ChoicesFound(others)
    return ChoicesFound(())


def correct(library: Library, changes: Changes, line: Correction, tell: Tell) -> Acted:
    """Put something right, and analyse again the articles that it touches."""
    return settled(library, changes.do(lambda: library.correct(line)), "done", tell)


def take_back(library: Library, changes: Changes, correction: str, tell: Tell) -> Acted:
    """Take a correction back, by its id."""
    return settled(library, changes.do(lambda: library.take_back((correction,))), "done", tell)


def settled(library: Library, change: Change, how: How, tell: Tell) -> Acted:
    """Analyse again what a change of the corrections touched, telling how far that is."""
    library.renew(lambda done, count: tell(Renewing(done, count)))
    return Acted(change, how, _said(library, change))


def _said(library: Library, change: Change) -> str:
    """What was put right, or is so no longer."""
    line, holds = library.meant(change.corrections[0])
    said = entity_words.correction(line)
    return said if holds else _("Taken back: {what}").format(what=said)
