"""Text as a screen shows it."""

from __future__ import annotations

from tui.arabic.layout import fit


def shown(text: str) -> str:
    """A text on one line of the screen: joined, in visual order."""
    return "".join(cell.text for cell in fit(text, 200, base="R").cells)
