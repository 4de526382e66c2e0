"""All keys and the forms of a query, from the tables that make them work."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.table import Table
from rich.text import Text
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.i18n import N_, _
from tui.ui.keys import KEYS
from tui.ui.screens.once import Once

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

QUERIES = (
    ('"..." «...»', N_("the exact words")),
    ("@name", N_("articles that name this entity, by any of its names, Arabic or Latin")),
    ("person: org: place: product:", N_("the same within a type")),
    ("source:", N_("the outlet")),
    ("after: before: on:", N_("dates, whole or in part (2021-07)")),
    ("is:unread is:read is:starred", N_("marks")),
    ("fact:quantity", N_("articles with a fact of that kind")),
    ("-x", N_("not x")),
    ("x OR y ( )", N_("either; groups")),
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
        table.add_row("", Text(f"\n{_(group)}", style="bold"))
        for key in KEYS:
            if key.group == group:
                table.add_row(Text(_(key.shown), style="bold"), _(key.help))
    table.add_row("", Text("\n" + _("Queries"), style="bold"))
    for form, meaning in QUERIES:
        table.add_row(Text(form, style="bold"), _(meaning))
    table.add_row(
        "", Text("\n" + _("On an Arabic keyboard every letter works by its place. Escape closes this."), style="dim")
    )
    return table
