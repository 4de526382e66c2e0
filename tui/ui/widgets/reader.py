"""The article: title, source, date and text at a comfortable measure, names coloured, hits and evidence marked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.ui import hits
from tui.ui.messages import EndReached, EntityClicked, HitsExhausted
from tui.ui.painting import cell_at
from tui.ui.state import Needles
from tui.ui.text import Place, Text
from tui.ui.widgets.article_text import ArticleText

if TYPE_CHECKING:
    from textual import events

    from tui.model import ArticleView, Evidence

NOTHING = Needles()


class Reader(ArticleText):
    """Is given an `ArticleView` and what to mark; posts where it is."""

    _needles: Needles = NOTHING
    _hit = -1

    # ---------------------------------------------------------------- values from the screen

    def show(self, view: ArticleView | None, needles: Needles = NOTHING) -> None:
        """Show an article from its beginning, with the search's words and phrases marked."""
        self.view = view
        self.text = Text(view.article.draft) if view else None
        self._needles = needles
        self.evidence = None
        self._find()
        self.scroll_to(y=0, animate=False, immediate=True)
        self.lay_out()
        self.tell()

    def mark(self, needles: Needles) -> None:
        """Mark the words and phrases of another search in the same article."""
        if needles != self._needles:
            self._needles = needles
            self._find()
            self.mark_again()

    def show_harakat(self, shown: bool) -> None:
        """Lay out anew with or without vowel marks, at the same place of the text."""
        self.options = replace(self.options, harakat=shown)
        self.lay_out_again()

    def show_evidence(self, evidence: Evidence) -> None:
        """Mark the stretch that proves a fact and bring it into view."""
        self.evidence = (evidence.start, evidence.end)
        self.mark_again()
        if self.text and (place := self.text.place(evidence.start)):
            self.go_to(place)

    def hit(self, direction: int) -> None:
        """Go to the next or the previous place where the search matches."""
        at = self._hit + direction if self._hit >= 0 or direction > 0 else len(self.hits) - 1
        if not 0 <= at < len(self.hits):
            self.post_message(HitsExhausted(direction))
            return
        self._hit = at
        self.mark_current(self.hits[at])
        self.go_to(Place(*self.hits[at][:2]))

    @property
    def hit_number(self) -> int:
        """The current hit, counted from 1; 0 for none yet."""
        return self._hit + 1

    def _find(self) -> None:
        self._hit = -1
        self.hits = hits.NONE
        if self.view and self.text and self._needles != NOTHING:
            self.hits = hits.of_search(self.text, self.view, self._needles)

    # ---------------------------------------------------------------- moving

    def read_on(self) -> None:
        """A page on; at the end say so."""
        if self.scroll_offset.y + self.size.height >= self.virtual_size.height:
            self.post_message(EndReached())
        else:
            self.page(1)

    def choose(self) -> None:
        """Enter does nothing in the text yet."""

    # ---------------------------------------------------------------- mouse

    def on_click(self, event: events.Click) -> None:
        """A click on a coloured name names its entity."""
        column, index = self.spot(event)
        if self.view is None or self.text is None or self._page is None or not 0 <= index < len(self._page.rows):
            return
        row = self._page.rows[index]
        if row.line is None:
            return
        cell = cell_at(row.line, self.scrollable_content_region.width, column, self.margin)
        if cell is None:
            return
        origin, mentions = self.text.blocks[row.block].start, self.view.mentions
        at = bisect_right(mentions, origin + cell.end - 1, key=lambda mention: mention.start) - 1
        if at >= 0 and mentions[at].end > origin + cell.start and mentions[at].entity:
            self.post_message(EntityClicked(mentions[at].entity))
