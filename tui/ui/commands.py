"""The command palette: every action of the reader, from the one table of keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.ui.keys import KEYS

if TYPE_CHECKING:
    from tui.ui.keys import Key


class KeyCommands(Provider):
    """Each key's action under its help text."""

    async def discover(self) -> Hits:
        """All actions, before anything is typed."""
        for key in KEYS:
            yield DiscoveryHit(_name(key), partial(self.screen.run_action, key.action), help=key.help)

    async def search(self, query: str) -> Hits:
        """Actions whose name or help matches what was typed."""
        matcher = self.matcher(query)
        for key in KEYS:
            text = f"{_name(key)} — {key.help}"
            score = matcher.match(text)
            if score > 0:
                yield Hit(score, matcher.highlight(text), partial(self.screen.run_action, key.action), text=text)


def _name(key: Key) -> str:
    return f"{key.label.capitalize()} ({key.shown})"
