"""A screen that leaves once: keys that were typed behind the one that closed it must not close what is below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.await_complete import AwaitComplete

if TYPE_CHECKING:
    from textual.screen import Screen

    _Screen = Screen[Any]
else:
    # Textual looks for style classes along first bases alone, so this one must be none of its own.
    _Screen = object


class Once(_Screen):
    """`dismiss` does nothing when the screen is not on top any more. Put it before the screen's other base."""

    def dismiss(self, result: object = None) -> AwaitComplete:
        """See `Screen.dismiss`."""
        return super().dismiss(result) if self.app.screen_stack[-1] is self else AwaitComplete()
