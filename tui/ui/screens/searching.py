"""Asking for articles: the search line and what it offers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui.i18n import _
from tui.ui import messages, work
from tui.ui.screens.reading import ReadingScreen
from tui.ui.state import View
from tui.ui.widgets.completion_list import CompletionList
from tui.ui.widgets.line_edit import LineEdit
from tui.ui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from tui.library import Library
    from tui.query.complete import Typed

# Keys of the search line and the actions that they are of.
_IN_LINE = {"ctrl+s": "save_search", "ctrl+f": "form"}


class SearchingScreen(ReadingScreen):
    """What is typed into the search line."""

    def on_key(self, event: events.Key) -> None:
        """Enter and Escape in the search line, and keys that do there what they do elsewhere."""
        if self.search.has_focus and event.key in _IN_LINE:
            event.stop()
            getattr(self, f"action_{_IN_LINE[event.key]}")()
        elif self.search.has_focus and event.key in {"enter", "escape"}:
            event.stop()
            if event.key == "escape":
                self.search.set_value(self.view.text)
                self.set_focus(self.list)
            else:
                self.search_for(self.search.value)

    def search_for(self, text: str) -> bool:
        """Show the articles of a query, if it can be read."""
        self.search.close()
        if not self.read_query(text):
            return False
        self.search.remember()
        self.set_focus(self.list)
        self.reload()
        return True

    def action_search(self) -> None:
        """Go to the search line."""
        self.remove_class("-quiet")
        self.set_focus(self.search)

    @on(LineEdit.Shortened)
    def _shortened(self, event: LineEdit.Shortened) -> None:
        self.status.error = _("Too long: a line holds {count:,} characters").format(count=event.most)

    # ---------------------------------------------------------------- views

    def action_views(self) -> None:
        """Choose a view of the library."""
        self._open_views(saving=False)

    def action_save_search(self) -> None:
        """Save what is in view under a name; what is typed and not searched for yet, too."""
        if self.search.value == self.view.text or self.search_for(self.search.value):
            self._open_views(saving=True)

    def _open_views(self, *, saving: bool) -> None:
        from tui.ui.screens.views import ViewsScreen  # not needed before

        def show(text: str | None) -> None:
            if text is not None:
                self.open_view(text)

        self.app.push_screen(ViewsScreen(self.mode, self.view.written, self._list_views, saving=saving), show)
        self._list_views()

    def open_view(self, text: str) -> None:
        """Show the articles of a query and of nothing else."""
        self.search.set_value(text)
        self.view = View()
        self.search_for(text)

    def _list_views(self, change: Callable[[Library], object] | None = None) -> None:
        self.ask("views", partial(work.list_views, self.library, change, self.post_message))

    @on(messages.ViewsFound)
    def _views_found(self, event: messages.ViewsFound) -> None:
        from tui.ui.screens.views import ViewsScreen

        if isinstance(self.app.screen, ViewsScreen):
            self.app.screen.show(event.views)

    # ---------------------------------------------------------------- the form

    def action_form(self) -> None:
        """Fill in a form that writes the query; it begins with what is typed, else with what is in view."""
        from tui.ui.screens.query_form import QueryForm  # not needed before

        def search(text: str | None) -> None:
            if text is not None:
                self.open_view(text)

        text = self.search.value if self.search.has_focus else self.view.written
        self.search.close()
        self.app.push_screen(QueryForm(self.mode, text, self._complete, self._count), search)

    def _count(self, text: str) -> None:
        self.ask("form", partial(work.count_form, self.library, text))

    @on(messages.FormCounted)
    def _form_counted(self, event: messages.FormCounted) -> None:
        from tui.ui.screens.query_form import QueryForm

        if isinstance(self.app.screen, QueryForm):
            self.app.screen.show_count(event.text, event.count)

    # ---------------------------------------------------------------- completions

    @on(SearchLine.Wanted)
    def _completions_wanted(self, event: SearchLine.Wanted) -> None:
        self._complete(event.typed)

    def _complete(self, typed: Typed) -> None:
        self.ask("complete", partial(work.complete, self.library, typed))

    @on(messages.CompletionsFound)
    def _completions_found(self, event: messages.CompletionsFound) -> None:
        line = self.app.focused
        if isinstance(line, SearchLine):
            line.complete(event.typed, event.completions)

    @on(SearchLine.Offered)
    def _offered(self, event: SearchLine.Offered) -> None:
        self.query_one(CompletionList).show(event.completions, event.chosen)

    @on(CompletionList.Clicked)
    def _clicked(self, event: CompletionList.Clicked) -> None:
        if isinstance(self.focused, SearchLine):
            self.focused.take(event.number)
