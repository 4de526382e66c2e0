"""One line that asks before something is done, and takes yes or no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.ui.keys import ASK_KEYS
from tui.ui.painting import plain

if TYPE_CHECKING:
    from textual import events

    from tui.arabic.paint import Mode

_YES, _NO = ({*key.keys.split(","), *key.arabic.split(",")} for key in ASK_KEYS)


class Question(Widget, can_focus=True):
    """Posts `Answered`; other keys than those of yes and no do nothing."""

    text: reactive[str] = reactive("")

    @dataclass
    class Answered(Message):
        """Yes or no."""

        yes: bool

    def __init__(self, mode: Mode, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.mode = mode

    def on_key(self, event: events.Key) -> None:
        """Take an answer."""
        event.stop()
        event.prevent_default()
        pressed = {event.key, event.character}
        if pressed & (_YES | _NO):
            self.post_message(self.Answered(bool(pressed & _YES)))

    def on_blur(self) -> None:
        """Whoever goes elsewhere does not want it."""
        self.post_message(self.Answered(yes=False))

    def render_line(self, y: int) -> Strip:
        """The question."""
        width, fill = self.size.width, self.rich_style
        return Strip.blank(width, fill) if y else plain(self.text, width, fill, mode=self.mode, margin=1)
