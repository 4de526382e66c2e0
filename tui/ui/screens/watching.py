"""Looking out for what other programs do to the library: the list stays as it is, and a note offers what has come."""

from __future__ import annotations

from functools import partial

from textual import on

from tui.arabic.direction import isolate
from tui.i18n import _
from tui.ui import messages, words, work
from tui.ui.screens.listing import ListingScreen

# Seconds between two looks at the library's revision.
_LOOK = 3.0


class WatchingScreen(ListingScreen):
    """Says how many articles arrived; `refresh` shows them, and the cursor stays on its article."""

    # The library as it was when the list was last found to be all there is.
    _revision = 0
    _note = ""

    def on_mount(self) -> None:
        """Look now and then."""
        self.set_interval(_LOOK, self.look)

    def look(self) -> None:
        """Ask a worker whether anything was written."""
        if self.list.window.complete:
            shown = self.list.window.every
            job = partial(work.look, self.library, self.view.query, shown, self._token, self._revision)
            self.ask("look", job)

    @on(messages.Looked)
    def _looked(self, event: messages.Looked) -> None:
        if event.token != self._token:
            return
        if event.arrived:
            self._show_note(_("New: {articles} (F5)").format(articles=isolate(words.articles(event.arrived))))
        else:
            self._revision = event.revision

    def _show_note(self, text: str) -> None:
        """Where the number of articles stands, unless something else is said there now."""
        if self.status.work in {"", self._note}:
            self._note = self.status.work = text

    def action_refresh_list(self) -> None:
        """Show what has come."""
        self.reload()
