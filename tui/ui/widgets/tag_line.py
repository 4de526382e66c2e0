"""The line in which a tag is typed: its name, behind a minus sign where it is to be taken off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.ui.widgets.search_line import ValueLine

if TYPE_CHECKING:
    from tui.query.complete import Typed
    from tui.ui.completing import Completion

OFF = "-"


class TagLine(ValueLine):
    """Completed with the tags that articles have."""

    kind = "tag"

    @property
    def tag(self) -> tuple[str, bool]:
        """The name, and whether it is to be set."""
        text = self.value.strip()
        return text.removeprefix(OFF).strip(), not text.startswith(OFF)

    def typed(self) -> Typed | None:
        """The name without its sign."""
        typed = super().typed()
        return replace(typed, text=typed.text.removeprefix(OFF).strip()) if typed else None

    def completed(self, typed: Typed, completion: Completion) -> tuple[str, int]:
        """The name behind the sign that is there."""
        text, caret = super().completed(typed, completion)
        sign = OFF if self.value.strip().startswith(OFF) else ""
        return sign + text, len(sign) + caret
