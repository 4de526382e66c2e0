"""Coming back to where the reader was left, and keeping that for the next start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui.ui import messages
from tui.ui.left import Left
from tui.ui.screens.watching import WatchingScreen
from tui.ui.state import Arrangement, Chosen, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.ui.text import Place

# What shows and hides panes.
_SHOWN = ("-reading", "-no-facts", "-quiet")
# Seconds between two looks at what is laid out little by little.
_MOMENT = 0.02
# Seconds after which the screen is shown even if something of it is still on its way.
_PATIENCE = 1.5


class ReturningScreen(WatchingScreen):
    """Begins where it was left; the app shows it (`settled`) when all that was on the screen is on it again."""

    left = Left()
    # Told when keys have something to work on, and when all that is to be seen at first is there.
    begun: Callable[[], object] = staticmethod(lambda: None)
    settled: Callable[[], object] = staticmethod(lambda: None)
    # Whether a first screen stands, so that nobody would see what a key does before all is there.
    patient = False
    _returned = False
    _on_the_way = _shown = False
    _facts_of = 0

    def begin(self) -> None:
        """Take up the view that was left."""
        left = self.left
        self.search.history.restore(left.history)
        self.view = View(left.text, chosen=Chosen(left.included, left.excluded, left.any))
        self.arrangement = Arrangement(left.order, left.grouping)
        self.search.set_value(left.text)
        self.set_timer(_PATIENCE, self._settle)
        super().begin()

    @on(messages.ListLoaded)
    @on(messages.RowsLoaded)
    @on(messages.ArticleLoaded)
    @on(messages.WorkFailed)
    @on(messages.Seeding)
    def _something_came(self) -> None:
        self.call_later(self._look_around)

    @on(messages.FactsLoaded)
    def _facts_came(self, event: messages.FactsLoaded) -> None:
        self._facts_of = event.view.article.id
        self.call_later(self._look_around)

    def _look_around(self) -> None:
        if not self._returned and self.list.window.complete:
            self._return()
        if not self._shown and self._all_there():
            if self.reader.complete:
                self._settle()
            else:
                self.set_timer(_MOMENT, self._look_around)

    def _return(self) -> None:
        """Go to the article and the place in it."""
        self._returned = True
        if not self.patient:
            self.begun()
        left, place = self.left, self.list.window.place(self.left.article)
        if left.wide is not None and left.wide == self._wide:
            for name in _SHOWN:
                self.set_class(name in left.shown, name)
        if left.pane in {"articles", "reader", "facts"}:
            self.set_focus(self.query_one(f"#{left.pane}"))
        if place >= 0:
            self.list.cursor = place
            if left.place:
                self._on_the_way = True
                # The text has its lines when it has been laid out for the first time.
                self.after_load = partial(self.call_after_refresh, self._go_to, left.place)
            self.load(left.article)

    def _go_to(self, place: Place) -> None:
        self._on_the_way = False
        self.reader.return_to(place)
        self._look_around()

    def _all_there(self) -> bool:
        """Whether all is there that is seen."""
        if not self._returned or not self.list.count:
            return self._returned
        shown = self.reader.view.article.id if self.reader.view else 0
        facts = self._facts_of == shown or not self.facts.region.area
        return not self._on_the_way and self.list.filled and shown == self.list.current and facts

    def _settle(self) -> None:
        """All that is to be seen at first is there, or is waited for no longer."""
        self.begun()
        self._shown = True
        # Scroll bars are laid out when what they stand for has been.
        self.call_after_refresh(partial(self.call_after_refresh, self.settled))

    def where(self) -> Left:
        """Where the reader is now."""
        return Left(
            text=self.view.text,
            included=self.view.chosen.included,
            excluded=self.view.chosen.excluded,
            any=self.view.chosen.any,
            order=self.arrangement.order,
            grouping=self.arrangement.grouping,
            article=self.list.current,
            place=self.reader.first_place(),
            wide=bool(self._wide),
            shown=tuple(name for name in _SHOWN if self.has_class(name)),
            pane=(self.focused.id if self.focused else None) or "",
            history=self.search.history.kept,
        )
