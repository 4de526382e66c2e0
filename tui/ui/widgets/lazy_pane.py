"""A pane of blocks that are laid out as far as they are seen; what is on the screen stays there meanwhile."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from textual.geometry import Size

from tui.ui.widgets.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.ui.blocks import Blocks


class LazyPane(Pane):
    """A subclass has the blocks in `_page`, and paints."""

    _page: Blocks[Any] | None = None
    _shifting = False

    def repaint(self, old: int, new: int) -> None:  # noqa: ARG002 - for subclasses
        """Paint what is on the screen after scrolling from one line to another."""
        self.refresh()

    def resized(self) -> None:
        """Tell the scroll bar how many lines there are."""
        self.virtual_size = Size(self.scrollable_content_region.width, self._page.height if self._page else 0)

    def reach(self, block: int) -> None:
        """Lay out a block and a screen on both sides of its beginning."""
        if self._page:
            with self.pinned():
                self._page.around(block, self.size.height)
            self.resized()

    @contextmanager
    def pinned(self) -> Iterator[None]:
        """What is done within may lay out blocks above the screen; what is on the screen stays there."""
        page, top = self._page, self.scroll_offset.y
        if not page:
            yield
            return
        block = page.block_at(top)
        before = page.top(block)
        yield
        self._shift(page.top(block) - before)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what is seen now."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = new_value
        old, new = round(old_value), round(new_value)
        if old == new or self._shifting:
            return
        if self._page:
            old, new = self._laid_out_to(self._page, old, new)
        self.repaint(old, new)

    def _laid_out_to(self, page: Blocks[Any], old: int, new: int) -> tuple[int, int]:
        """Lay out what is seen after scrolling; the two lines as they are counted then."""
        near = abs(new - old) <= 2 * self.size.height
        pin = page.block_at(old if near else new)
        before = page.top(pin)
        page.around(pin, abs(new - old) + self.size.height if near else self.size.height)
        shift = page.top(pin) - before
        if not near:  # a place in a block whose height was guessed
            shift += min(0, len(page.lines(pin)) - 1 - (new - before))
        self._shift(shift)
        if new + shift + 2 * self.size.height > min(page.height, self.virtual_size.height):
            self.resized()
        return old + shift, new + shift

    def _shift(self, lines: int) -> None:
        """Count the lines above the screen anew."""
        if lines and self._page:
            if self.scroll_offset.y + lines > self.max_scroll_y:
                self.resized()
            self._shifting = True
            self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)
            self._shifting = False
