"""Asking for articles: the search line and what it offers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui.i18n import _
from tui.ui import messages, work
from tui.ui.screens.reading import ReadingScreen
from tui.ui.widgets.completion_list import CompletionList
from tui.ui.widgets.line_edit import LineEdit
from tui.ui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from textual import events


class SearchingScreen(ReadingScreen):
    """What is typed into the search line."""

    def on_key(self, event: events.Key) -> None:
        """Enter and Escape in the search line."""
        if self.search.has_focus and event.key in {"enter", "escape"}:
            event.stop()
            if event.key == "escape":
                self.search.set_value(self.view.text)
                self.set_focus(self.list)
            else:
                self.search_for(self.search.value)

    def search_for(self, text: str) -> None:
        """Show the articles of a query, if it can be read."""
        if self.read_query(text):
            self.search.remember()
            self.set_focus(self.list)
            self.reload()
        self.search.close()

    def action_search(self) -> None:
        """Go to the search line."""
        self.remove_class("-quiet")
        self.set_focus(self.search)

    @on(LineEdit.Shortened)
    def _shortened(self, event: LineEdit.Shortened) -> None:
        self.status.error = _("Too long: a line holds {count:,} characters").format(count=event.most)

    # ---------------------------------------------------------------- completions

    @on(SearchLine.Wanted)
    def _completions_wanted(self, event: SearchLine.Wanted) -> None:
        self.ask("complete", partial(work.complete, self.library, event.typed))

    @on(messages.CompletionsFound)
    def _completions_found(self, event: messages.CompletionsFound) -> None:
        self.search.complete(event.typed, event.completions)

    @on(SearchLine.Offered)
    def _offered(self, event: SearchLine.Offered) -> None:
        self.query_one(CompletionList).show(event.completions, event.chosen)

    @on(CompletionList.Clicked)
    def _clicked(self, event: CompletionList.Clicked) -> None:
        self.search.take(event.number)
