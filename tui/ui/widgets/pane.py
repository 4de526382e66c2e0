"""A pane of lines that scrolls, its bar at the edge where lines end: on the left of what reads from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.geometry import Spacing
from textual.scroll_view import ScrollView
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.geometry import Region
    from textual.widget import Widget


class Pane(ScrollView):
    """A subclass paints one line of the screen (`paint_line`), of `scrollable_content_region.width` cells.

    Textual 8.2.8 docks the bar on the right and has no style for it: where the bar is and what room it leaves is said
    anew by three methods of `Widget`, and the lines are painted beside it.
    """

    @property
    def edge(self) -> Literal["R", "L"]:
        """The edge at which lines begin."""
        return "R"

    def paint_line(self, y: int) -> Strip:
        """Line `y` of the pane as it is scrolled now; pure."""
        raise NotImplementedError

    def spot(self, event: events.MouseEvent) -> tuple[int, int]:
        """Where in the content the mouse is: the column of a painted line, and the line from the content's top."""
        left, top = self.content_offset
        return event.x - left, event.y - top + self.scroll_offset.y

    def render_line(self, y: int) -> Strip:
        """The line beside the bar."""
        line = self.paint_line(y)
        room = self.scrollbar_gutter.left
        return Strip.join([Strip.blank(room, self.rich_style), line]) if room else line

    @property
    def scrollbar_gutter(self) -> Spacing:
        """The room that bars take."""
        beside, below = self.scrollbar_size_vertical, self.scrollbar_size_horizontal
        return Spacing(0, 0, below, beside) if self.edge == "R" else Spacing(0, beside, below, 0)

    def _get_scrollable_region(self, region: Region) -> Region:
        within = super()._get_scrollable_region(region)
        return self._mirrored(within, region)

    def _arrange_scrollbars(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        for bar, place in super()._arrange_scrollbars(region):
            yield bar, self._mirrored(place, region)

    def _mirrored(self, place: Region, within: Region) -> Region:
        return place.at_offset((within.x + within.right - place.right, place.y)) if self.edge == "R" else place
