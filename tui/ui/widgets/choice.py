"""Fields of a form that are not typed into: a caption, and one of a few values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.arabic.layout import fit
from tui.i18n import direction
from tui.ui.painting import cap, options, strip

if TYPE_CHECKING:
    from textual import events

    from tui.arabic.layout import Line
    from tui.arabic.paint import Mode

_ARROWS = "← →"


class Caption(Widget):
    """What a field is for, at the edge at which the interface's language begins."""

    def __init__(self, mode: Mode, text: str) -> None:
        super().__init__()
        self.mode = mode
        self.text = text

    def render_line(self, y: int) -> Strip:
        """The words."""
        width, fill = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, fill)
        line = fit(self.text, max(1, width - 2), base=direction(), options=options(self.mode))
        return strip(line, width, lambda _: fill, fill, mode=self.mode, margin=1)


class Choice(Widget, can_focus=True):
    """One of a few values; Left, Right and Space go through them."""

    COMPONENT_CLASSES = {"choice--hint"}  # noqa: RUF012 - Textual's name and type
    chosen: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        number: int

    def __init__(self, mode: Mode, labels: tuple[str, ...], chosen: int = 0) -> None:
        super().__init__()
        self.mode = mode
        self.labels = labels
        self.set_reactive(Choice.chosen, chosen)

    def on_key(self, event: events.Key) -> None:
        """The next value in reading order, or the one before."""
        onward = "left" if direction() == "R" else "right"
        if event.key in {"left", "right", "space"}:
            event.stop()
            event.prevent_default()
            self.turn(1 if event.key in {onward, "space"} else -1)

    def on_click(self) -> None:
        """The next value."""
        self.turn(1)

    def turn(self, step: int) -> None:
        """Go on by so many values, around the ends."""
        self.chosen = (self.chosen + step) % len(self.labels)
        self.post_message(self.Changed(self.chosen))

    def on_focus(self) -> None:
        """The keys are told."""
        self.refresh()

    def on_blur(self) -> None:
        """The keys are not told."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The value, and at the other end the keys while they work."""
        width, fill = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, fill)
        hint = cap(_ARROWS if self.has_focus else "", self.mode)
        faded = fill + self.get_component_rich_style("choice--hint", partial=True)
        room = max(1, width - hint.width - 2)
        line: Line = fit(self.labels[self.chosen], room - 2, base=direction(), options=options(self.mode))
        keys = strip(hint, hint.width + 2, lambda _: faded, fill, mode=self.mode, margin=1)
        said = strip(line, room, lambda _: fill, fill, mode=self.mode, margin=1)
        return Strip.join([keys, said] if direction() == "R" else [said, keys])
