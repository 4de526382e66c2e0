"""What stands out in an article's text: names by type, hits, evidence, links."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tui.frozen import frozen
from tui.ui.links import links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model import ArticleView
    from tui.ui.hits import Hit, Hits
    from tui.ui.text import Block, Text


@frozen
class Look:
    """How a character is shown.

    Attributes:
        entity: the type of the entity it names.
        hit: whether it is a hit, `current` for the one that the reader has come to.
        evidence: whether it proves a fact that is looked at.
        link: where it leads.
        here: whether it is of the name that the reader has come to.
    """

    entity: str = ""
    hit: str = ""
    evidence: bool = False
    link: str = ""
    here: bool = False


PLAIN = Look()


class Marks:
    """Looked up by block and offset after ordering; worked out for a block when it is looked at first.

    Attributes:
        current: the hit that the reader has come to.
    """

    def __init__(
        self,
        text: Text,
        view: ArticleView,
        hits: Hits,
        evidence: tuple[int, int] | None,
        here: tuple[int, int] | None = None,
    ) -> None:
        """Mark a text.

        Args:
            text: the article as it is shown.
            view: its names.
            hits: in it.
            evidence: the stretch that proves a fact.
            here: the stretch of the name that the reader has come to.
        """
        self._text = text
        self._view = view
        self._hits = hits
        self._evidence = evidence
        self._here = here
        self.current: Hit | None = None
        self._looks: dict[int, list[Look]] = {}

    def go(self, hit: Hit | None) -> None:
        """Make another hit the current one."""
        for changed in (self.current, hit):
            if changed:
                self._looks.pop(changed.block, None)
        self.current = hit

    def look(self, block: int, start: int, end: int) -> Look:
        """How to show a cluster: what holds of any of its characters, so that half a lam-alef marks the cell."""
        looks = self._looks.get(block)
        if looks is None:
            looks = self._looks[block] = self._block(block)
        if start >= len(looks):
            return PLAIN
        if end - start <= 1:
            return looks[start]
        within = looks[start:end]
        return Look(
            next((look.entity for look in within if look.entity), ""),
            next((look.hit for look in within if look.hit), ""),
            any(look.evidence for look in within),
            within[0].link,
            any(look.here for look in within),
        )

    def _block(self, number: int) -> list[Look]:
        block = self._text.blocks[number]
        names, hits = [""] * block.size, [""] * block.size
        leads = [""] * block.size
        for start, end, target in links(self._text.of(number)):
            leads[start:end] = [target] * (end - start)
        for start, end, name in _names(self._view, block):
            names[start:end] = [name] * (end - start)
        for start, end in self._hits.of(number):
            is_current = self.current is not None and self.current == (number, start, end)
            hits[start:end] = ["current" if is_current else "hit"] * (end - start)
        proof, here = _covered(self._evidence, block), _covered(self._here, block)
        return [Look(*parts) for parts in zip(names, hits, proof, leads, here, strict=True)]


def _names(view: ArticleView, block: Block) -> Iterator[tuple[int, int, str]]:
    mentions = view.mentions
    first = max(0, bisect_left(mentions, block.start, key=lambda mention: mention.start) - 1)
    for mention in mentions[first : bisect_right(mentions, block.end, key=lambda mention: mention.start)]:
        if found := _within(mention.start, mention.end, block):
            yield (*found, mention.type)


def _covered(stretch: tuple[int, int] | None, block: Block) -> list[bool]:
    """For each character of a block whether it is in a stretch of the article's text."""
    covered = [False] * block.size
    if stretch and (found := _within(*stretch, block)):
        start, end = found
        covered[start:end] = [True] * (end - start)
    return covered


def _within(start: int, end: int, block: Block) -> tuple[int, int] | None:
    """A stretch of the article's text, as far as a block shows it, in the block's offsets."""
    start, end = max(start, block.start), min(end, block.end)
    return (start - block.start, end - block.start) if start < end else None
