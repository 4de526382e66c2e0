"""The article: title, source, date and text at a comfortable measure, names coloured, hits and evidence marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.ui import hits
from tui.ui.entity_messages import EntityOpened
from tui.ui.messages import EndReached, EntityClicked, HitsExhausted
from tui.ui.state import Needles
from tui.ui.text import Place, Text
from tui.ui.widgets.selectable_text import SelectableText

if TYPE_CHECKING:
    from textual import events
    from textual.message import Message
    from textual.timer import Timer

    from tui.model import ArticleView, Evidence, Mention
    from tui.ui.selection import Reach

NOTHING = Needles()
# So long a click waits, in seconds, for a second one, which selects the word and asks for nothing.
_SECOND_CLICK = 0.25


class Reader(SelectableText):
    """Is given an `ArticleView` and what to mark; posts where it is and what was clicked."""

    _needles: Needles = NOTHING
    _typed: str | None = None
    _hit = -1
    _clicked: Timer | None = None

    # ---------------------------------------------------------------- values from the screen

    def show(self, view: ArticleView | None, needles: Needles = NOTHING) -> None:
        """Show an article from its beginning, with the search's words and phrases marked."""
        self.let_go()
        self.view = view
        self.text = Text(view.article.draft, view.copies) if view else None
        self._needles = needles
        self.evidence = self.here = None
        self._look_for()
        self.scroll_to(y=0, animate=False, immediate=True)
        self.lay_out()
        self.scrolled()

    def renew(self, view: ArticleView) -> None:
        """Show the same article with other names in it, at the same place."""
        self.view = view
        if self.here and self.name_here is None:
            self.here = None
        self._look_for()
        self.mark_again()

    def mark(self, needles: Needles) -> None:
        """Mark the words and phrases of another search in the same article."""
        if needles != self._needles:
            self._needles = needles
            self._look_for()
            self.mark_again()

    def show_harakat(self, shown: bool) -> None:
        """Lay out anew with or without vowel marks, at the same place of the text."""
        self.options = replace(self.options, harakat=shown)
        self.lay_out_again()

    def show_evidence(self, evidence: Evidence) -> None:
        """Mark the stretch that proves a fact and bring it into view."""
        self.show_stretch(evidence.start, evidence.end)

    def show_stretch(self, start: int, end: int) -> None:
        """Mark a stretch of the article's text as evidence and bring it into view."""
        self.evidence = (start, end)
        self.mark_again()
        if self.text and (place := self.text.place(start)):
            self.go_to(place)

    # ---------------------------------------------------------------- hits

    @property
    def finding(self) -> bool:
        """Whether the hits are those of what is sought in this article alone."""
        return self._typed is not None

    def find(self, typed: str | None, start: Place | None = None) -> None:
        """Mark what is typed and go to where it stands first from a place on; None marks the search's hits again."""
        self._typed = typed
        self._look_for()
        self.mark_again()
        if typed is not None and len(self.hits):
            self._go_to_hit(self.hits.after(start or Place(0, 0)) % len(self.hits))

    def hit(self, direction: int) -> None:
        """Go to the next or the previous hit; what is sought in this article goes round."""
        at = self._hit + direction if self._hit >= 0 or direction > 0 else len(self.hits) - 1
        if self.finding and len(self.hits):
            at %= len(self.hits)
        if 0 <= at < len(self.hits):
            self._go_to_hit(at)
        elif not self.finding:
            self.post_message(HitsExhausted(direction))

    @property
    def hit_number(self) -> int:
        """The current hit, counted from 1; 0 for none yet."""
        return self._hit + 1

    def _go_to_hit(self, number: int) -> None:
        self._hit = number
        hit = self.hits[number]
        self.mark_current(hit)
        self.go_to(Place(hit.block, hit.start))

    def _look_for(self) -> None:
        self._hit = -1
        self.hits = hits.NONE
        if self.text and self._typed is not None:
            self.hits = hits.of_typed(self.text, self._typed)
        elif self.view and self.text and self._needles != NOTHING:
            self.hits = hits.of_search(self.text, self.view, self._needles)

    # ---------------------------------------------------------------- moving

    def read_on(self) -> None:
        """A page on; at the end say so."""
        if self.scroll_offset.y + self.size.height >= self.virtual_size.height:
            self.post_message(EndReached())
        else:
            self.page(1)

    def choose(self) -> None:
        """Open the page of the name that was come to; else come to the first one in view."""
        name = self.name_here
        if name is None:
            self.go_to_name(1)
        elif name.entity:
            self.post_message(EntityOpened(name.entity))

    # ---------------------------------------------------------------- names

    @property
    def name_here(self) -> Mention | None:
        """The name that was come to."""
        mentions = self.view.mentions if self.view and self.here else ()
        return next((one for one in mentions if (one.start, one.end) == self.here), None)

    def go_to_name(self, direction: int, entity: str = "", surface: str = "") -> bool:
        """Come to the next name (1) or the one before (-1), from the last one come to or from the top of the screen.

        Args:
            direction: the text goes round.
            entity: the id of whom it must name; '' for any.
            surface: as it must be written, white space made blanks; '' for any.

        Returns:
            Whether there is one.
        """
        if self.view is None or self.text is None:
            return False
        found = [
            one
            for one in self.view.mentions
            if one.entity
            and entity in {"", one.entity}
            and surface in {"", " ".join(one.surface.split())}
            and self.text.place(one.start)
        ]
        if not found:
            return False
        top = self.paragraph_in_view()[0] if self.scroll_offset.y else 0
        at = self.here[0] if self.here else top - 1
        starts = [one.start for one in found]
        following = bisect_right(starts, at) if direction > 0 else bisect_left(starts, at) - 1
        name = found[following % len(found)]
        self.here = (name.start, name.end)
        self.mark_again()
        if place := self.text.place(name.start):
            self.go_to(place)
        return True

    # ---------------------------------------------------------------- mouse

    # Textual calls these and those of the classes above.

    def on_mouse_down(self, event: events.MouseDown) -> None:  # noqa: ARG002 - as above
        """The button goes down again: the click before was not meant for the name."""
        if self._clicked is not None:
            self._clicked.stop()
            self._clicked = None

    def on_click(self, event: events.Click) -> None:
        """A click on a coloured name opens its entity's page; with control held it filters by it."""
        here = self.pointed(event.x, event.y)
        if here and event.chain == 1 and not self.has_selection and (name := self._mention_at(here)):
            wanted = EntityClicked(name.entity) if event.ctrl else EntityOpened(name.entity)
            self._clicked = self.set_timer(_SECOND_CLICK, partial(self._open, name, wanted))

    def _open(self, name: Mention, wanted: Message) -> None:
        self.here = (name.start, name.end)
        self.mark_again()
        self.post_message(wanted)

    def _mention_at(self, here: Reach) -> Mention | None:
        """The mention of an entity that a cluster is part of."""
        if self.view is None or self.text is None:
            return None
        origin, mentions = self.text.blocks[here.start.block].start, self.view.mentions
        start, end = origin + here.start.offset, origin + here.end.offset
        at = bisect_right(mentions, end - 1, key=lambda mention: mention.start) - 1
        found = mentions[at] if at >= 0 and start < end and mentions[at].end > start else None
        return found if found and found.entity else None
