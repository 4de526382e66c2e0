"""The lines above and below the panes: what is in view and why, and the keys that work now."""

from __future__ import annotations

from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.i18n import _, direction
from tui.ui.entity_messages import PartDropped
from tui.ui.messages import ActionWanted
from tui.ui.painting import cap, cell_at, phrase, plain, strip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.style import Style
    from textual import events

    from tui.arabic.layout import Cell, Line
    from tui.arabic.paint import Mode
    from tui.ui.keys import Key
    from tui.ui.state import Part


class StatusBar(Widget):
    """The active filter in words and how many articles are left; a mistake or the progress of long work instead.

    Posts `PartDropped` for a part of the filter that is clicked.
    """

    COMPONENT_CLASSES = {"status--count", "status--error", "status--part"}  # noqa: RUF012 - Textual's name and type
    words: reactive[str] = reactive("")
    # The parts with which `words` begins, and the one that the mouse is over.
    parts: reactive[Sequence[Part]] = reactive(())
    over: reactive[str | None] = reactive(None)
    count: reactive[str] = reactive("")
    error: reactive[str] = reactive("")
    work: reactive[str] = reactive("")

    def __init__(self, mode: Mode, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.mode = mode

    def render_line(self, y: int) -> Strip:
        """Count on the left, words on the right."""
        width, fill = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, fill)
        if self.error:
            style = fill + self.get_component_rich_style("status--error", partial=True)
            return plain(self.error, width, style, mode=self.mode, margin=1)
        count_style = fill + self.get_component_rich_style("status--count", partial=True)
        count = self._count()
        left = strip(count, count.width + 1, lambda _: count_style, fill, mode=self.mode, margin=0)
        over = fill + self.get_component_rich_style("status--part", partial=True)
        ends = self._ends()

        def look(cell: Cell) -> Style:
            return over if self.over is not None and _part_at(ends, cell.start) == self.over else fill

        room = self._room(count)
        return Strip.join([left, strip(self._line(room), room, look, fill, mode=self.mode, margin=1)])

    def _count(self) -> Line:
        return phrase(self.work or self.count, self.size.width // 2, self.mode)

    def _room(self, count: Line) -> int:
        return max(1, self.size.width - count.width - 1)

    def _line(self, room: int) -> Line:
        return phrase(self.words, room - 2, self.mode)

    def _ends(self) -> list[tuple[int, str | None]]:
        """Where in `words` each part ends, and what a click on it drops."""
        ends = accumulate(len(part.text) for part in self.parts)
        return [(end, part.drops) for end, part in zip(ends, self.parts, strict=True)]

    def _pointed(self, x: int) -> str | None:
        """What a click at a column drops; None for nothing."""
        count = self._count()
        room = self._room(count)
        cell = None if self.error else cell_at(self._line(room), room, x - count.width - 1, margin=1)
        return _part_at(self._ends(), cell.start) if cell and cell.text != "…" else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show what a click would drop."""
        self.over = self._pointed(event.x)

    def on_leave(self) -> None:
        """Nothing is pointed at."""
        self.over = None

    def on_click(self, event: events.Click) -> None:
        """Drop the part of the filter; of a double click one, though another part has come under the mouse."""
        if event.chain == 1 and (dropped := self._pointed(event.x)) is not None:
            self.over = None
            self.post_message(PartDropped(dropped))


def _part_at(ends: Sequence[tuple[int, str | None]], offset: int) -> str | None:
    return next((drops for end, drops in ends if offset < end), None)


class _Placed(NamedTuple):
    """A key in the bar: what is painted for it, and the columns that a click on it has."""

    key: Key
    start: int
    end: int
    parts: tuple[tuple[Line, str], ...]


class KeyBar(Widget):
    """The keys that work now, from the edge where the interface's language begins; a click on one does what it does."""

    COMPONENT_CLASSES = {"keys--key"}  # noqa: RUF012 - Textual's name and type
    keys: reactive[Sequence[Key]] = reactive(())

    def __init__(self, mode: Mode, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.mode = mode

    def render_line(self, y: int) -> Strip:
        """As many as fit, the most wanted first."""
        width, fill = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, fill)
        styles = {"key": fill + self.get_component_rich_style("keys--key", partial=True), "label": fill}
        strips: list[Strip] = []
        at = 0
        for placed in sorted(self._placed(width), key=lambda placed: placed.start):
            strips.append(Strip.blank(placed.start - at, fill))
            for line, name in placed.parts:
                strips.append(strip(line, line.width, partial(_same, styles[name]), fill, mode=self.mode))
                strips.append(Strip.blank(1, fill))
            at = placed.end
        return Strip.join([*strips, Strip.blank(max(0, width - at), fill)])

    def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        for placed in self._placed(self.size.width):
            if placed.start <= event.x < placed.end:
                self.post_message(ActionWanted(placed.key.action))

    def _placed(self, width: int) -> list[_Placed]:
        """The keys that fit; the one that shows all others does, in place of the last of them where it must."""
        placed, at = [], 1
        caps = {key.id: (cap(_(key.shown), self.mode), phrase(_(key.label), width, self.mode)) for key in self.keys}
        takes = {name: shown.width + label.width + 3 for name, (shown, label) in caps.items()}
        for key in _fitting(self.keys, takes, width - at):
            shown, label = caps[key.id]
            end = at + takes[key.id]
            parts = ((shown, "key"), (label, "label"))
            if direction() == "R":
                placed.append(_Placed(key, width - end + 2, width - at + 1, parts[::-1]))
            else:
                placed.append(_Placed(key, at, end - 1, parts))
            at = end
        return placed


def _fitting(keys: Sequence[Key], takes: Mapping[str, int], room: int) -> list[Key]:
    """The first keys that fit, and help."""
    chosen: list[Key] = []
    helping = [key for key in keys if key.id == "help"]
    for key in keys:
        after = sum(takes[one.id] for one in helping if one is not key and one not in chosen)
        if takes[key.id] + after > room:
            return [*chosen, *(one for one in helping if one not in chosen and takes[one.id] <= room)]
        chosen.append(key)
        room -= takes[key.id]
    return chosen


def _same(style: Style, _cell: Cell) -> Style:
    return style


class Notice(Widget):
    """One line in the middle of an otherwise empty screen."""

    def __init__(self, mode: Mode, text: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.mode = mode
        self.text = text

    def render_line(self, y: int) -> Strip:
        """The line, in the middle."""
        width, style = self.size.width, self.rich_style
        if y != self.size.height // 2:
            return Strip.blank(width, style)
        line = phrase(self.text, width, self.mode)
        return strip(line, line.width + (width - line.width) // 2, lambda _cell: style, style, mode=self.mode)
