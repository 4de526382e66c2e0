"""Pages beside the text, an entity's first of all: opened, left for what they lead to, and come back to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from tui.i18n import _
from tui.ui import copying, correcting, entity_messages
from tui.ui.screens.acting import ActingScreen
from tui.ui.state import Chosen, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message import Message
    from textual.widget import Widget

    from tui.model import EntityView
    from tui.ui.entries import Entry

# What keys do in every pane; in a page beside the text, and in that of the facts, they do besides only what is theirs.
EVERYWHERE = {
    *("move", "page", "ends", "choose", "back", "pane", "name", "help", "palette", "suspend", "calibrate", "quit"),
    *("search", "undo", "redo", "facts", "quiet", "views", "came_from", "timeline"),
}
_HERE = EVERYWHERE | {"filter_by", "correct", "dossier"}


@dataclass
class Opened:
    """A page: what it is of, what loads it, and where the cursor is in it."""

    name: str
    load: Callable[[], Message]
    cursor: int = 0


class AboutScreen(ActingScreen):
    """Shows pages, one from another."""

    # The pages that were opened; the last one is shown.
    _opened: list[Opened]
    _entries: tuple[Entry, ...] = ()
    # Who had the keys before, and the page that is shown.
    _before: Widget | None = None
    entity: EntityView | None = None
    # Takes what is chosen, while something is to be.
    choosing: Callable[[Entry], object] | None = None

    def on_mount(self) -> None:
        """Nothing is open yet."""
        self._opened = []
        super().on_mount()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In an entity's page its own keys work, with those that move and leave."""
        if self.ready and self.focused is self.about and action not in _HERE:
            return False
        return super().check_action(action, parameters)

    @on(entity_messages.EntityOpened)
    def _entity_opened(self, event: entity_messages.EntityOpened) -> None:
        self.open_entity(event.id)

    def open_entity(self, entity: str) -> None:
        """Open the page of an entity by its id, with what was known on the day of the article that is read."""
        day = self.reader.view.article.draft.published[:10] if self.reader.view else ""
        self.open_page(entity, partial(correcting.load_entity, self.library, entity, day))

    def open_page(self, name: str, load: Callable[[], Message]) -> None:
        """Open a page over the one that is open.

        Args:
            name: tells it from others.
            load: gives its `PageLoaded`.
        """
        if self._opened:
            self._opened[-1].cursor = self.about.cursor
        else:
            self._before = self.focused
        self._opened.append(Opened(name, load))
        self._load_page()

    def _load_page(self) -> None:
        self.ask("page", self._opened[-1].load)

    @on(entity_messages.PageLoaded)
    def _page_loaded(self, event: entity_messages.PageLoaded) -> None:
        if not self._opened or event.asked != self._opened[-1].name:
            return
        if not event.entries:
            self.leave_page()
            return
        self.entity, self.choosing, self._entries = event.entity, None, event.entries
        shown = self.has_class("-entity")
        self.remove_class("-quiet")
        self.add_class("-entity")
        self.about.show(event.entries, self._opened[-1].cursor)
        if not shown or self.focused is None:
            self.set_focus(self.about)
        self.show_keys()

    def show_page(self) -> None:
        """Show the page again, in place of what was to be chosen from."""
        self.choosing = None
        if self._opened:
            self.about.show(self._entries, self._opened[-1].cursor)

    def leave_page(self) -> bool:
        """Back to the page before, or to the text; whether a page was open."""
        if not self._opened:
            return False
        self._opened.pop()
        if self._opened:
            self._load_page()
            return True
        self.entity, self.choosing = None, None
        self.remove_class("-entity")
        # The facts give way to a page, and are there again when the screen is laid out.
        there = self._before is self.facts or (self._before is not None and self._before.region.area)
        self.set_focus(self._before if there else self.reader)
        return True

    def corrected(self) -> None:
        """Show the article's names and the page as they are now."""
        self.load_again()
        if self._opened:
            self._opened[-1].cursor = self.about.cursor
            self._load_page()

    # ---------------------------------------------------------------- where entries lead

    @on(entity_messages.EntryChosen)
    def _entry_chosen(self, event: entity_messages.EntryChosen) -> None:
        entry = event.entry
        match entry.kind:
            case "choice" if self.choosing is not None:
                self.choosing(entry)
            case "entity":
                self.open_entity(entry.id)
            case "name":
                self._opened[-1].cursor = self.about.cursor
                self._go_to_name(1, entry.id)
            case "article":
                self._go_to_article(entry.article)
            case "fact":
                self._go_to_article(entry.article, entry.span)
            case "times":  # of outside knowledge
                self._opened[-1].load = partial(correcting.load_entity, self.library, entry.id, "")
                self._opened[-1].cursor = self.about.cursor
                self._load_page()
            case "timeline":
                self.open_timeline(entry.id)
            case "correction":
                question = _("Take the correction back? enter: yes, esc: no")
                job = partial(correcting.take_back, self.library, self.changes, entry.id, self.post_message)
                self.ask_whether(question, partial(self._act, job), self.about)
            case _:
                pass

    def action_name(self, direction: int) -> None:
        """The next name in the text, or the one before; with an entity's page open, of that entity."""
        self._go_to_name(direction)

    def _go_to_name(self, direction: int, surface: str = "") -> None:
        entity = self.entity.entity if self.entity else None
        if not self.reader.go_to_name(direction, entity.id if entity else "", surface) and entity:
            self.say(_("This article does not name it"))

    def _go_to_article(self, article: int, span: tuple[int, int] = (0, 0)) -> None:
        """Show an article, of the list or of the articles that name the entity, and a stretch of its text."""
        self._opened[-1].cursor = self.about.cursor
        if self.reader.view is not None and self.reader.view.article.id == article:
            self._show_span(span)
            return
        self.left_article()
        self.after_load = partial(self.call_after_refresh, self._show_span, span)
        place = self.list.window.place(article)
        if place >= 0:
            self.list.cursor = place
            self.load(article)
        else:
            self.keep = article
            self.view = View("", chosen=Chosen((self.entity.entity,) if self.entity is not None else ()))
            self.search.set_value("")
            self.reload()

    def left_article(self) -> None:
        """An article is left for another one."""

    def open_timeline(self, entity: str) -> None:
        """Show what is said of an entity, by its id, or with '' in the articles in view, in the order of time."""

    def _show_span(self, span: tuple[int, int]) -> None:
        entity = self.entity.entity.id if self.entity else ""
        if span[1]:
            self.reader.show_stretch(*span)
        else:
            self.reader.go_to_name(1, entity)

    def action_dossier(self) -> None:
        """Ask where to save the entity's dossier."""
        if self.entity is not None:
            path = Path.cwd() / copying.dossier_name(self.entity.entity)
            job = partial(correcting.save_dossier, self.entity)
            self.ask_where(_("Save to"), path, job, self.about)

    def action_filter_by(self, how: str) -> None:
        """Show only the articles with the entity, or those without it."""
        if self.entity is not None:
            self.view = View(self.view.text, self.view.parsed, self.view.chosen.toggled(self.entity.entity, how))
            self.reload()
