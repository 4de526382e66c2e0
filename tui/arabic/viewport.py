"""What of a line being typed is on the screen: its cells with the caret and the selection, and where it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.arabic.caret import Stop, track
from tui.arabic.direction import reading_base
from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.arabic.caret import Seat, Track
    from tui.arabic.editing import Edit
    from tui.arabic.layout import Cell, Options

__all__ = ["Slot", "View", "view"]

_SIGN = "…"
# Cells kept in sight beside the caret, so that one sees what it is walking into.
_AHEAD = 3
# In a blank that is opened between two runs: to which side the next character of the caret's own run goes.
_WAYS = {True: "‹", False: "›"}

Role = Literal["text", "selected", "caret", "inside", "sign"]


class Slot(NamedTuple):
    """A cell of the line on the screen.

    Attributes:
        text: what is drawn.
        width: columns that it takes.
        role: how it is painted; the caret is `caret`, or `inside` between the letters of a lam-alef.
        stop: where a click on it puts the caret.
        end: one past the last code point that it stands for; `stop.gap` where it stands for none.
    """

    text: str
    width: int
    role: Role
    stop: Stop
    end: int


@frozen
class View:
    """The part of a line that is on the screen.

    Attributes:
        slots: from left to right, as wide as the line or, where that is wider than there is room, as the room.
        edge: what stands between the line's beginning and what is beside it; the caret may be on it.
        hidden: columns of the line's beginning that are not on the screen; given back to `view` the next time, it
            keeps the text from jumping.
        base: the line's direction: the beginning is at the right of the slots for R.
    """

    slots: tuple[Slot, ...]
    edge: Slot
    hidden: int
    base: Literal["R", "L"]

    @property
    def width(self) -> int:
        """Columns of the slots."""
        return sum([slot.width for slot in self.slots])

    @property
    def whole(self) -> tuple[Slot, ...]:
        """The slots with a blank at each end, from left to right: the edge, and what it has for a counterpart."""
        other = self.edge._replace(role="text", text=" ")
        return (other, *self.slots, self.edge) if self.base == "R" else (self.edge, *self.slots, other)

    def at(self, column: int) -> Slot:
        """The slot at a column, counted from the first slot's; beside the slots the end of the line that is nearer."""
        if column < 0:
            return self.edge if self.base == "L" else self.slots[0]
        for slot in self.slots:
            column -= slot.width
            if column < 0:
                return slot
        return self.edge if self.base == "R" else self.slots[-1]

    @property
    def logical(self) -> list[Slot]:
        """The same in the order of the text, for a terminal that orders them itself."""
        blank, *slots, other = self.whole
        return [blank, *sorted(slots, key=lambda slot: (slot.stop.gap, slot.end)), other]


def view(edit: Edit, room: int, hidden: int, options: Options) -> View:
    """Find what of a line is on the screen.

    Args:
        edit: the line.
        room: columns; 1 at least. The line takes one more than its text does, for a caret behind it.
        hidden: columns of its beginning that were not on the screen before.
        options: how it is laid out. Where the terminal joins and orders, no blank is opened within the text.
    """
    known = track(edit.text, reading_base(edit.text), options)
    slots, edge = _slots(edit, known, opened=options.joined)
    ordered = slots[::-1] if known.base == "R" else slots
    hidden = _scrolled(ordered, max(room, 1), hidden)
    shown = _cut(ordered, max(room, 1), hidden)
    return View(tuple(shown[::-1] if known.base == "R" else shown), edge, hidden, known.base)


def _slots(edit: Edit, known: Track, *, opened: bool) -> tuple[list[Slot], Slot]:
    """All slots from left to right, and the edge at the line's beginning."""
    start, end = edit.selection
    seat = known.seat(edit.caret)
    place = known.stops[known.place(edit.caret)]
    caret = Slot(" ", 1, "caret", place, place.gap)
    slots = [_slot(cell, column, seat, start, end) for column, cell in enumerate(known.cells)]
    behind = Slot(" ", 1, "text", Stop(len(edit.text)), len(edit.text))
    edge = Slot(" ", 1, "text", Stop(0, behind=True), 0)
    at_end, at_start = (0, len(slots)) if known.base == "R" else (len(slots), 0)
    if seat.kind == "blank" and seat.cell == at_end:
        behind = caret
    elif seat.kind == "blank" and seat.cell == at_start:
        edge = caret
    elif seat.kind == "blank" and opened:
        slots.insert(seat.cell, caret._replace(text=_WAYS[seat.rtl]))
        return slots, edge
    elif seat.kind == "blank":
        slots = [slot._replace(role="inside") if slot.end == place.gap else slot for slot in slots]
    slots.insert(at_end, behind)
    return slots, edge


def _slot(cell: Cell, column: int, seat: Seat, start: int, end: int) -> Slot:
    role: Role = "selected" if start < cell.end and cell.start < end else "text"
    if seat.cell == column and seat.kind != "blank":
        role = "caret" if seat.kind == "on" else "inside"
    return Slot(cell.text, cell.width, role, Stop(cell.start), cell.end)


def _scrolled(slots: Sequence[Slot], room: int, hidden: int) -> int:
    """Columns to hide of slots in reading order: as few more or less than before as show the caret."""
    total = at = 0
    wide = 1
    for slot in slots:
        if slot.role in {"caret", "inside"}:
            at, wide = total, slot.width
        total += slot.width
    if total <= room:
        return 0
    ahead = min(_AHEAD, (room - wide) // 2)
    most, least = at - ahead, at + wide + ahead - room
    return max(0, min(max(min(hidden, most), least), total - room))


def _cut(slots: Sequence[Slot], room: int, hidden: int) -> list[Slot]:
    """The slots of the columns from `hidden` on; a sign at each side on which there are more."""
    kept: list[Slot] = []
    column = -hidden
    for slot in slots:
        end = column + slot.width
        if column < room and end > 0:
            seen = min(end, room) - max(column, 0)
            kept.append(slot if seen == slot.width else slot._replace(text=" " * seen, width=seen))
        column = end
    if hidden:
        kept[0] = _sign(kept[0])
    if column > room:
        kept[-1] = _sign(kept[-1])
    return kept


def _sign(slot: Slot) -> Slot:
    """The sign in place of a slot, unless that is the caret, which is never hidden."""
    if slot.role in {"caret", "inside"}:
        return slot
    return slot._replace(text=_SIGN + " " * (slot.width - 1), role="sign")
