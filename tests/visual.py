"""Text as a screen shows it."""

from __future__ import annotations

from tui.arabic.direction import phrase_base
from tui.arabic.layout import fit
from tui.i18n import direction


def shown(text: str) -> str:
    """A text on one line of the screen: joined, in visual order."""
    return "".join(cell.text for cell in fit(text, 200, base="R").cells)


def said(phrase: str) -> str:
    """A phrase of the interface on one line of the screen; others' words in it are isolated."""
    return "".join(cell.text for cell in fit(phrase, 200, base=phrase_base(phrase, direction())).cells)
