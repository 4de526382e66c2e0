"""What was typed into a line before, to go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class History:
    """Texts in the order in which they were kept, and behind the last of them what is being typed."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._at = 0
        self._draft = ""

    @property
    def kept(self) -> tuple[str, ...]:
        """The texts, oldest first."""
        return tuple(self._kept)

    def restore(self, texts: Iterable[str]) -> None:
        """Begin with these, oldest first."""
        for text in texts:
            self.keep(text)

    def keep(self, text: str) -> None:
        """Keep a text as the last one, once; blank ones are not worth it."""
        if text.strip():
            self._kept = [*(kept for kept in self._kept if kept != text), text]
        self._at = len(self._kept)

    def walk(self, step: int, typed: str) -> str:
        """The text before (-1) or after (1) the one that is shown, at the ends the same; `typed` is in the line."""
        if self._at == len(self._kept):
            self._draft = typed
        self._at = max(0, min(self._at + step, len(self._kept)))
        return self._kept[self._at] if self._at < len(self._kept) else self._draft
