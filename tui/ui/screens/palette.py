"""Textual's command palette, made safe against keys that come quicker than its screen."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette

from tui.ui.screens.once import Once


class Palette(Once, CommandPalette):
    """Finds any action by name."""

    def _action_command_list(self, action: str) -> None:
        """PageUp and the like, sent to the list; an empty one cannot take them (Textual 8.2.8)."""
        if self.query_one(CommandList).option_count:
            super()._action_command_list(action)
