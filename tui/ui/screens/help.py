"""All keys and the forms of a query, from the tables that make them work."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.table import Table
from rich.text import Text
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.ui.keys import KEYS
from tui.ui.screens.once import Once

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

QUERIES = (
    ('"..." «...»', "the exact words"),
    ("@name", "articles that name this entity, by any of its names, Arabic or Latin"),
    ("person: org: place: product:", "the same within a type"),
    ("source:", "the outlet"),
    ("after: before: on:", "dates, whole or in part (2021-07)"),
    ("is:unread is:read is:starred", "marks"),
    ("fact:quantity", "articles with a fact of that kind"),
    ("-x", "not x"),
    ("x OR y ( )", "either; groups"),
)


class HelpScreen(Once, ModalScreen[None]):
    """Any key leaves it, but for those that scroll."""

    SCROLLING: ClassVar[set[str]] = {"down", "up", "pagedown", "pageup", "home", "end", "j", "k", "ت", "ن", "space"}

    def compose(self) -> ComposeResult:
        """Keys by group, then queries."""
        with VerticalScroll(id="help"):
            yield Static(_table())

    def on_key(self, event: events.Key) -> None:
        """Scroll or leave."""
        event.stop()
        event.prevent_default()
        pane = self.query_one("#help", VerticalScroll)
        if event.key in {"down", "j", "ت"}:
            pane.scroll_down(animate=False)
        elif event.key in {"up", "k", "ن"}:
            pane.scroll_up(animate=False)
        elif event.key in {"pagedown", "space"}:
            pane.scroll_page_down(animate=False)
        elif event.key == "pageup":
            pane.scroll_page_up(animate=False)
        elif event.key not in self.SCROLLING:
            self.dismiss()


def _table() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True, width=29)
    table.add_column()
    groups = dict.fromkeys(key.group for key in KEYS)
    for group in groups:
        table.add_row("", Text(f"\n{group}", style="bold"))
        for key in KEYS:
            if key.group == group:
                table.add_row(Text(key.shown, style="bold"), key.help)
    table.add_row("", Text("\nQueries", style="bold"))
    for form, meaning in QUERIES:
        table.add_row(Text(form, style="bold"), meaning)
    table.add_row("", Text("\nOn an Arabic keyboard every letter works by its place. Escape closes this.", style="dim"))
    return table
