"""The lines above and below the panes: what is in view and why, and the keys that work now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.ui.messages import ActionWanted
from tui.ui.painting import one_line, plain, strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from tui.arabic.paint import Mode
    from tui.ui.keys import Key


class StatusBar(Widget):
    """The active filter in words and how many articles are left; a mistake or the progress of long work instead."""

    COMPONENT_CLASSES = {"status--count", "status--error"}  # noqa: RUF012 - Textual's name and type
    words: reactive[str] = reactive("")
    count: reactive[str] = reactive("")
    error: reactive[str] = reactive("")
    work: reactive[str] = reactive("")

    def __init__(self, mode: Mode, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.mode = mode

    def render_line(self, y: int) -> Strip:
        """Count on the left, words on the right."""
        width, fill = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, fill)
        if self.error:
            style = fill + self.get_component_rich_style("status--error", partial=True)
            return plain(self.error, width, style, mode=self.mode, margin=1)
        count_style = fill + self.get_component_rich_style("status--count", partial=True)
        count = one_line(self.work or self.count, width // 2, self.mode)
        left = strip(count, count.width + 1, lambda _: count_style, fill, mode=self.mode, margin=0)
        return Strip.join([left, plain(self.words, max(1, width - count.width - 1), fill, mode=self.mode, margin=1)])


class KeyBar(Widget):
    """The keys that work now; a click on one does what it does."""

    COMPONENT_CLASSES = {"keys--key"}  # noqa: RUF012 - Textual's name and type
    keys: reactive[Sequence[Key]] = reactive(())

    def render_line(self, y: int) -> Strip:
        """As many as fit, the most wanted first."""
        width, fill = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, fill)
        key_style = fill + self.get_component_rich_style("keys--key", partial=True)
        segments = [Segment(" ", fill)]
        for key, _, _ in self._placed(width):
            segments += [Segment(key.shown, key_style), Segment(f" {key.label}  ", fill)]
        return Strip(segments).adjust_cell_length(width, fill)

    def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        for key, start, end in self._placed(self.size.width):
            if start <= event.x < end:
                self.post_message(ActionWanted(key.action))

    def _placed(self, width: int) -> list[tuple[Key, int, int]]:
        """The keys that fit, with their columns."""
        placed, at = [], 1
        for key in self.keys:
            end = at + len(key.shown) + len(key.label) + 3
            if end > width:
                break
            placed.append((key, at, end))
            at = end
        return placed


class Notice(Widget):
    """One line in the middle of an otherwise empty screen."""

    def __init__(self, mode: Mode, text: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.mode = mode
        self.text = text

    def render_line(self, y: int) -> Strip:
        """The line, in the middle."""
        text = self.text if y == self.size.height // 2 else ""
        return plain(text, self.size.width, self.rich_style, mode=self.mode)
