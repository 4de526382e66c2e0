"""Textual's command palette, made safe against keys that come quicker than its screen."""

from __future__ import annotations

import contextlib

from textual.command import CommandPalette

from tui.ui.screens.once import Once


class Palette(Once, CommandPalette):
    """Finds any action by name."""

    def _action_command_list(self, action: str) -> None:
        """PageUp and the like, sent to the list."""
        # Before its first layout the list looks its lines up where there are none yet (Textual 8.2.8).
        with contextlib.suppress(KeyError):
            super()._action_command_list(action)
