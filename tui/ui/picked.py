"""View model: the articles that were picked, to be acted on together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyroaring import BitMap

if TYPE_CHECKING:
    from collections.abc import Sequence


class Picked:
    """A set of articles by id, whatever order they are shown in.

    Attributes:
        ids: of the articles.
        last: the one that was picked or let go last, from which a range goes; 0 for none.
    """

    def __init__(self) -> None:
        self.ids = BitMap()
        self.last = 0

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, article: int) -> bool:
        return article in self.ids

    def toggle(self, article: int) -> None:
        """Pick an article, or let it go."""
        (self.ids.discard if article in self.ids else self.ids.add)(article)
        self.last = article

    def add(self, articles: Sequence[int]) -> None:
        """Pick some articles."""
        self.ids |= BitMap(articles)

    def toggle_all(self, every: BitMap) -> None:
        """Pick all articles of a list, or let all go where they are picked already."""
        self.ids = BitMap() if self.ids == every else every.copy()

    def keep(self, every: BitMap) -> None:
        """Let go of what is not in a list."""
        self.ids &= every

    def clear(self) -> None:
        """Let all go."""
        self.ids = BitMap()
