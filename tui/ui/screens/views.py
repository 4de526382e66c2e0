"""The screen of views: opens one, saves the search in view under a name, renames and deletes saved ones."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.arabic.direction import isolate
from tui.arabic.paint import encode
from tui.i18n import _, direction
from tui.library import Library
from tui.ui.keys import VIEW_KEYS
from tui.ui.painting import phrase
from tui.ui.screens.once import Once
from tui.ui.widgets.bars import KeyBar, StatusBar
from tui.ui.widgets.line_edit import LineEdit
from tui.ui.widgets.view_list import ViewList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from tui.arabic import paint
    from tui.ui.messages import ActionWanted, ViewChosen
    from tui.ui.views import Listed

    Change = Callable[[Library], object]


class ViewsScreen(Once, ModalScreen[str]):
    """Its answer is the query of the view that was chosen; none if it was left.

    Args:
        mode: how the terminal wants its Arabic.
        text: the search in view, which may be saved; '' where all articles are.
        change: has something done to the library; the views come anew when it is done.
        saving: whether to ask for a name at once.
    """

    AUTO_FOCUS = "#shelf"

    def __init__(self, mode: paint.Mode, text: str, change: Callable[[Change], object], *, saving: bool) -> None:
        super().__init__()
        self._text, self._change, self._saving = text, change, saving
        self._renamed: Listed | None = None
        self._deleted: Listed | None = None
        self.list = ViewList(mode, id="shelf")
        self.line = LineEdit(mode, prompt="", hint="", id="name", edge=direction())
        self.said = StatusBar(mode, id="said")
        self._title = Content(encode(phrase(_("Views"), 40, mode).cells, mode))
        self._keys = KeyBar(mode, id="viewkeys")

    def compose(self) -> ComposeResult:
        """The views, a line for a name, what was done, and the keys."""
        with Vertical(id="views") as frame:
            frame.border_title = self._title
            yield self.list
            yield self.line
            yield self.said
            yield self._keys

    def on_mount(self) -> None:
        """Ask for the name of what is to be saved."""
        self._keys.keys = VIEW_KEYS
        self.said.words = _("Search: {query}").format(query=isolate(self._text)) if self._text else ""
        if self._saving:
            self.save()

    def show(self, views: tuple[Listed, ...]) -> None:
        """Show these views."""
        self.list.show(views)

    def on_view_chosen(self, event: ViewChosen) -> None:
        """Leave with it."""
        event.stop()
        self.dismiss(event.text)

    async def on_action_wanted(self, event: ActionWanted) -> None:
        """A click on the key bar."""
        event.stop()
        await self.run_action(event.action)

    def on_key(self, event: events.Key) -> None:
        """The line's keys that are not text, else those of the list."""
        if self.line.has_focus:
            if event.key not in {"enter", "escape"}:
                return
            if event.key == "enter":
                self._named(self.line.value.strip())
            self._close_line()
        else:
            actions = {name: key.id for key in VIEW_KEYS for name in (*key.keys.split(","), *key.arabic.split(","))}
            if event.key not in actions:
                return
            getattr(self, actions[event.key].removeprefix("view_"))()
        event.stop()
        event.prevent_default()

    # ---------------------------------------------------------------- the keys

    def open(self) -> None:
        """Open the view under the cursor."""
        self.list.choose()

    def down(self) -> None:
        """The next view."""
        self.list.move(1)

    def up(self) -> None:
        """The view before."""
        self.list.move(-1)

    def leave(self) -> None:
        """Leave without another view."""
        self.dismiss()

    def save(self) -> None:
        """Ask for a name to save the search in view under."""
        if self._text:
            self._ask(_("Save the search as"), "")
        else:
            self._say(_("All articles are in view: search first, then save"))

    def rename(self) -> None:
        """Ask for another name of a saved search."""
        if self.list.current and self.list.current.saved:
            self._renamed = self.list.current
            self._ask(_("New name"), self.list.current.name)

    def delete(self) -> None:
        """Delete a saved search."""
        view = self.list.current
        if view and view.saved:
            self._deleted = view
            self._change(partial(Library.forget_search, name=view.name))
            self._say(_("Deleted {name}; u brings it back").format(name=isolate(view.name)))

    def undo(self) -> None:
        """Save again what was deleted."""
        if self._deleted:
            self._change(partial(Library.save_search, name=self._deleted.name, text=self._deleted.text))
            self._deleted = None
            self._say("")

    # ---------------------------------------------------------------- the line

    def _ask(self, prompt: str, name: str) -> None:
        self.line.prompt = prompt
        self.line.set_value(name)
        self.line.display = True
        self.set_focus(self.line)

    def _close_line(self) -> None:
        self._renamed = None
        self.line.display = False
        self.set_focus(self.list)

    def _named(self, name: str) -> None:
        if not name:
            self._say(_("a saved search needs a name"))
        elif self._renamed:
            self._change(partial(Library.rename_search, old=self._renamed.name, new=name))
        else:
            self._change(partial(Library.save_search, name=name, text=self._text))
            self._say(_("Saved {name}").format(name=isolate(name)))

    def _say(self, text: str) -> None:
        self.said.words = text
