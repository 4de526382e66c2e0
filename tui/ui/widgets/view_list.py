"""The list of views: a line each, name and query, and at the other end unread and all articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.arabic.direction import isolate
from tui.arabic.layout import fit
from tui.i18n import _
from tui.ui.messages import ViewChosen
from tui.ui.painting import options, plain, strip
from tui.ui.widgets.rows import LineRows

if TYPE_CHECKING:
    from rich.style import Style

    from tui.arabic.layout import Cell
    from tui.ui.views import Listed


class ViewList(LineRows):
    """Posts `ViewChosen`."""

    COMPONENT_CLASSES = {"views--name", "views--query", "views--count"}  # noqa: RUF012 - Textual's name and type
    views: tuple[Listed, ...] = ()

    @property
    def count(self) -> int:
        """Views."""
        return len(self.views)

    def show(self, views: tuple[Listed, ...]) -> None:
        """Show these; the cursor stays on the view of the same name, else in its place."""
        name = self.views[self.cursor].name if self.views else ""
        self.views = views
        names = [view.name for view in views]
        place = names.index(name) if name in names else max(0, min(self.cursor, len(views) - 1))
        self.set_reactive(ViewList.cursor, place)
        self.styles.height = max(1, len(views))
        self.resized_to(len(views))
        self.show_cursor()

    @property
    def current(self) -> Listed | None:
        """The view under the cursor."""
        return self.views[self.cursor] if self.views else None

    def choose(self) -> None:
        """Say which view is wanted."""
        if self.current:
            self.post_message(ViewChosen(self.current.text))

    def paint(self, row: int, part: int, width: int, *, current: bool) -> Strip:  # noqa: ARG002 - a row is one line
        """Name and query at the right, numbers at the left."""
        view, fill = self.views[row], self.cursor_style(current=current)
        named, faded, number = (
            fill + self.get_component_rich_style(f"views--{name}", partial=True) for name in ("name", "query", "count")
        )
        numbers = _("{unread:,} of {count:,}").format(unread=view.unread, count=view.count) if view.count >= 0 else ""
        name = isolate(view.name)
        text = f"{name}  {isolate(view.text)}" if view.saved else name
        room = max(1, width - len(numbers) - 4)
        line = fit(text, room, base="R", options=options(self.mode))

        def style(cell: Cell) -> Style:
            return named if cell.start < len(name) else faded

        body = strip(line, width - len(numbers) - 2, style, fill, mode=self.mode, margin=1)
        return Strip.join([plain(numbers, len(numbers) + 2, number, mode=self.mode, margin=1), body])
