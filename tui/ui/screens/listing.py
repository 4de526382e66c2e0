"""The list of the articles in view: asked for, shown, filled, arranged."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui import config as places
from tui.arabic.direction import isolate
from tui.errors import QueryError
from tui.i18n import _
from tui.query import parse
from tui.ui import messages, words, work
from tui.ui.article_lines import HEIGHT
from tui.ui.screens.desk import Desk
from tui.ui.state import Arrangement, View
from tui.ui.windows import ListWindow, of_rows

if TYPE_CHECKING:
    from tui.model import ArticleRow, Listing


class ListingScreen(Desk):
    """Shows the articles of the view in an order, in groups where that is wanted."""

    arrangement = Arrangement()
    # The article on which the cursor is to stand in the next list; 0 for the one on which it stands.
    keep = 0
    # What is to be said when it is there.
    news = ""

    def begin(self) -> None:
        """Show the first articles."""
        if not self.library.readonly and self.library.unseeded(places.seeds()):
            self.ask("seed", partial(work.seed, self.library, places.seeds(), self.post_message))
            return
        self._take_up()
        if self.read_query(self.view.text):
            if self._arranged == Arrangement():
                # There is nothing on the screen yet that could be blocked, and a page takes a millisecond.
                rows = self.library.page(self.view.query, limit=ListWindow.PAGE)
                self._show_list(of_rows(rows), rows, complete=False)
            self.reload()

    @on(messages.Seeding)
    def _seeding(self, event: messages.Seeding) -> None:
        self.status.work = "" if event.done else _("Importing the sample articles… {count}").format(count=event.count)
        if event.done:
            self._take_up()
            if self.read_query(self.view.text):
                self.reload()

    def _take_up(self) -> None:
        """Look whether the reader's knowledge packs changed."""
        if self.config.knowledge and not self.library.readonly:
            self.ask("knowledge", partial(work.take_up, self.library, self.config.knowledge))

    @on(messages.TakenUp)
    def _taken_up(self, event: messages.TakenUp) -> None:
        if event.said:
            self.say(event.said)

    def read_query(self, text: str) -> bool:
        """Take a query as typed; a mistake is shown with its place, and the old view stays."""
        try:
            parsed = parse(text)
        except QueryError as error:
            self.search.caret = error.start
            self.status.error = words.error(error)
            return False
        self.view = View(text, parsed, self.view.chosen)
        self.status.error = ""
        return True

    # ---------------------------------------------------------------- the articles

    @property
    def _arranged(self) -> Arrangement:
        return self.arrangement.of(self.view.needles)

    def reload(self) -> None:
        """Ask for the list and the facets of the current view."""
        self._token += 1
        self.ask(
            "list", partial(work.load_list, self.library, self.view, self._arranged, self._token, self.post_message)
        )
        if self.has_class("-filtering"):
            self.ask_facets()

    @on(messages.ListLoaded)
    def _list_loaded(self, event: messages.ListLoaded) -> None:
        if event.token != self._token:
            return
        self._show_list(event.listing, event.rows, complete=event.complete)
        arranged = self._arranged.words(event.listing.order)
        self.status.parts = self.view.parts
        self.status.words = " · ".join(filter(None, (self.view.words, arranged)))
        if event.complete:
            self.list.picked.keep(event.listing.every)
        self.show_picked()
        self.status.work = ""
        if self.news:
            self.say(self.news)
            self.news = ""
        if not event.listing.ids:
            self.reader.show(None)
            self.facts.show(None)
            self.ask("meant", partial(work.find_meant, self.library, self.view, event.token))
        self.show_keys()

    @on(messages.MeantFound)
    def _meant_found(self, event: messages.MeantFound) -> None:
        """Offer what there are articles of; Tab takes it, in the search line and while the list is empty."""
        if event.token == self._token and event.text:
            self.search.offer = event.text
            found = isolate(words.articles(event.count))
            self.status.work = _("None. {meant}? {articles}: Tab").format(meant=isolate(event.text), articles=found)

    def show_picked(self) -> None:
        """Say how many articles there are, and how many of them are picked."""
        count = words.articles(self.list.count) if self.list.window.complete else "…"
        self.status.count = words.joined((words.picked(len(self.list.picked)), count))
        self.list.refresh()
        self.show_keys()

    def _show_list(self, listing: Listing, rows: tuple[ArticleRow, ...], *, complete: bool) -> None:
        height = HEIGHT + bool(self.view.needles.texts)
        window = ListWindow(listing, self._token, height=height, complete=complete)
        self.list.show(window, keep=self.keep or self.list.current)
        self.keep = 0
        self.list.fill(rows, self._token)

    @on(messages.PageWanted)
    def _page_wanted(self, event: messages.PageWanted) -> None:
        if event.token == self.list.window.token:
            ids = self.list.window.page(event.first)
            job = partial(work.load_rows, self.library, ids, self.view, event.token, self.post_message)
            self.ask("rows", job, exclusive=False)

    @on(messages.RowsLoaded)
    def _rows_loaded(self, event: messages.RowsLoaded) -> None:
        self.list.fill(event.rows, event.token, event.snippets)

    @on(messages.Marked)
    def _marked(self, event: messages.Marked) -> None:
        self.list.fill(event.rows, self.list.window.token)

    # ---------------------------------------------------------------- arranging

    def action_order(self) -> None:
        """The next order."""
        self._arrange(self._arranged.ordered(searching=bool(self.view.needles.texts)))

    def action_grouping(self) -> None:
        """Grouped by day, by source, not at all."""
        self._arrange(self._arranged.grouped())

    def _arrange(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self.reload()

    def action_group(self, delta: int) -> None:
        """To the next group, or the one before."""
        self.list.group(delta)
