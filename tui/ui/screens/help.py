"""All keys and the forms of a query, from the tables that make them work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import ModalScreen

from tui.arabic.paint import encode
from tui.i18n import N_, _
from tui.ui.keys import ENTITY_KEYS, FACT_KEYS, KEYS, LINE_KEYS, SELECT_KEYS
from tui.ui.painting import phrase
from tui.ui.screens.once import Once
from tui.ui.widgets.help_text import HelpText

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui.arabic.paint import Mode

# A form of a query, as the language's own keywords write it, and what it finds.
QUERIES = (
    (N_('"..." «...»'), N_("the exact words")),
    (N_("@name"), N_("articles that name this entity, by any of its names, Arabic or Latin")),
    (N_("person: org: place: product:"), N_("the same within a type")),
    (N_("source:"), N_("the outlet")),
    (N_("after: before: on:"), N_("dates: 2021-07, 28/7/2021, july, 2020..2021-06, today, last-week")),
    (N_("word*"), N_("words that begin so")),
    (N_("tag:"), N_("articles that you tagged so")),
    (N_("is:unread is:read is:starred"), N_("marks")),
    (N_("fact:quantity"), N_("articles with a fact of that kind")),
    (N_("-x"), N_("not x")),
    (N_("x OR y ( )"), N_("either; groups")),
)
_SCROLLING = {"down", "up", "top", "bottom", "read_on", "page_down", "page_up"}


class HelpScreen(Once, ModalScreen[None]):
    """Any key leaves it, but for those that scroll."""

    def __init__(self, mode: Mode) -> None:
        super().__init__()
        self._text = HelpText(mode, (*KEYS, *FACT_KEYS, *ENTITY_KEYS, *SELECT_KEYS, *LINE_KEYS), QUERIES, id="help")
        self._text.border_title = Content(encode(phrase(_("Help"), 40, mode).cells, mode))

    def compose(self) -> ComposeResult:
        """Keys by group, then queries."""
        yield self._text

    def on_key(self, event: events.Key) -> None:
        """Scroll or leave."""
        event.stop()
        event.prevent_default()
        pane = self._text
        for key in KEYS:
            if event.key in {*key.keys.split(","), *key.arabic.split(",")} and key.id in _SCROLLING:
                page = pane.size.height - 1
                far = pane.virtual_size.height
                steps = {"down": 1, "up": -1, "top": -far, "bottom": far, "read_on": page, "page_down": page}
                pane.scroll_to(y=pane.scroll_offset.y + steps.get(key.id, -page), animate=False, immediate=True)
                return
        self.dismiss()
