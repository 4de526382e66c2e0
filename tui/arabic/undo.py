"""What a line being typed was before, and was after that: undo and redo, by words and not by letters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.arabic.editing import Edit
from tui.frozen import frozen

if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["type", "erase", "delete", "once", "move"]

__all__ = ["Journal"]

_DEEPEST = 1000


@frozen
class Journal:
    """A line as it is, with what it was.

    Attributes:
        now: the line.
        past: what `undo` brings back, the last first to come.
        future: what `redo` brings back, likewise.
        kind: what was done last; the letters of a word, and what is erased one after another, are one thing.
    """

    now: Edit = Edit()
    past: tuple[Edit, ...] = ()
    future: tuple[Edit, ...] = ()
    kind: Kind = "move"

    def then(self, edit: Edit, kind: Kind) -> Journal:
        """Take a line as it has become by something done to it."""
        if edit.text == self.now.text:
            return replace(self, now=edit, kind="move" if edit != self.now else self.kind)
        if self._goes_on(edit, kind):
            return replace(self, now=edit, future=())
        return Journal(edit, (*self.past[-_DEEPEST:], self.now), (), kind)

    def undo(self) -> Journal:
        """The line as it was before the last thing that changed its text; itself where there was none."""
        if not self.past:
            return self
        return Journal(self.past[-1], self.past[:-1], (*self.future, self.now))

    def redo(self) -> Journal:
        """The line as it was before the last `undo`; itself where something else was done since."""
        if not self.future:
            return self
        return Journal(self.future[-1], (*self.past, self.now), self.future[:-1])

    def _goes_on(self, edit: Edit, kind: Kind) -> bool:
        """Whether this belongs to what was done last: a word has begun when a letter follows a space."""
        if kind != self.kind or kind not in {"type", "erase", "delete"} or self.now.selected:
            return False
        if kind != "type":
            return True
        at = self.now.caret.gap
        return not (self.now.text[:at].endswith(" ") and not edit.text[at : at + 1].isspace())
