"""A line to type in, right to left: the text is logical, what is painted is not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.segment import Segment
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.arabic import paint
from tui.arabic.caret import Stop
from tui.arabic.editing import LONGEST, Edit, clean
from tui.arabic.layout import Cell, Line
from tui.arabic.undo import Journal
from tui.arabic.viewport import view
from tui.i18n import _
from tui.ui import keyboards
from tui.ui.painting import one_line, options
from tui.ui.widgets.line_history import History
from tui.ui.widgets.line_keys import CHANGES

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

    from tui.arabic.undo import Kind
    from tui.arabic.viewport import Slot, View

_TAKEN_BY = "Tab"
# Columns; less of what is offered would not be understood.
_LEAST_OFFER = 4


class LineEdit(Widget, can_focus=True):
    """Text with a caret. Arrow keys move it on the screen: Left goes on in Arabic."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-edit--prompt",
        "line-edit--hint",
        "line-edit--caret",
        "line-edit--inside",
        "line-edit--selected",
    }
    # A drag selects here by itself, not by Textual's selection.
    ALLOW_SELECT = False
    journal: reactive[Journal] = reactive(Journal(), layout=False)
    offer: reactive[str] = reactive("", layout=False)
    """What may have been meant by the text: shown beside it where there is room, and taken with Tab."""

    @dataclass
    class Changed(Message):
        """The text is another."""

        value: str

        @property
        def control(self) -> Widget | None:
            """The line, for `@on` with a selector."""
            return self._sender if isinstance(self._sender, Widget) else None

    @dataclass
    class Shortened(Message):
        """What was pasted did not go in whole: the line holds no more than this many characters."""

        most: int

    def __init__(
        self,
        mode: paint.Mode,
        *,
        prompt: str,
        hint: str,
        id: str,  # noqa: A002 - Textual's name
        commands: str = "",
        cuts: bool = True,
        remembers: bool = False,
        edge: Literal["R", "L"] = "R",
        offers: bool = False,
    ) -> None:
        """A line with a prompt.

        Args:
            mode: how the terminal wants its Arabic.
            prompt: stands at the edge.
            hint: stands in the line while it is empty and has not the keys.
            id: Textual's.
            commands: characters that are not text while nothing is typed.
            cuts: whether Ctrl-X cuts; not where it means something else.
            remembers: whether Up and Down go through what was `remember`ed.
            edge: the side at which the prompt stands, and next to it the text.
            offers: whether what was meant by a text that seems typed on the wrong keyboard is offered.
        """
        super().__init__(id=id)
        self._commands = commands
        self._cuts = cuts
        self._edge = edge
        self._offers = offers
        self.history = History()
        self._remembers = remembers
        self._hidden = 0
        self._pressed: tuple[int, int] | None = None
        self.mode = mode
        self.prompt = prompt
        self.hint = hint

    # ---------------------------------------------------------------- the text

    @property
    def value(self) -> str:
        """The text, in logical order."""
        return self.journal.now.text

    @property
    def caret(self) -> int:
        """Code points before the caret."""
        return self.journal.now.caret.gap

    @caret.setter
    def caret(self, gap: int) -> None:
        self.journal = self.journal.then(self.journal.now.put(Stop(gap)), "move")

    @property
    def selected(self) -> str:
        """The selected text, in logical order."""
        return self.journal.now.selected

    def set_value(self, value: str) -> None:
        """Put a text into the line, the caret behind it; there is no way back to what was there before."""
        self.journal = Journal(Edit.of(value))
        self.offer = ""

    def take_offer(self) -> None:
        """Have what is offered for the text."""
        self._take(Edit.of(self.offer), "once")

    def select_all(self) -> None:
        """Select the whole text, so that what is typed takes its place."""
        self._take(self.journal.now.all_selected(), "move")

    def insert(self, text: str) -> None:
        """Paste: in place of what is selected, made safe, and no more than there is room for."""
        before = self.journal.now
        after = before.typed(text)
        room = LONGEST - len(before.text) + len(before.selected)
        self._take(after, "once")
        if len(clean(text)) > room:
            self.post_message(self.Shortened(LONGEST))

    def remember(self) -> None:
        """Keep the text for Up and Down."""
        self.history.keep(self.value)

    def _take(self, edit: Edit, kind: Kind) -> None:
        self._show(self.journal.then(edit, kind))

    def _show(self, journal: Journal) -> None:
        before = self.value
        self.journal = journal
        if self.value != before:
            self.offer = keyboards.meant(self.value) if self._offers else ""
            self.post_message(self.Changed(self.value))

    # ---------------------------------------------------------------- keys

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 - Textual's
        """Printable keys are text here, but for `commands` while nothing is typed."""
        if character is None or not (character.isprintable() or clean(character) == character):
            return False
        return bool(self.value) or character not in self._commands

    def on_key(self, event: events.Key) -> None:
        """Typing, moving and editing."""
        edit = self.journal.now
        if change := CHANGES.get(event.key):
            kind, change_it = change
            self._take(change_it(edit), kind)
        elif event.character and self.check_consume_key(event.key, event.character):
            self._take(edit.typed(event.character), "type")
        elif not self._special(event.key):
            return
        event.stop()
        event.prevent_default()

    def _special(self, key: str) -> bool:
        """Keys that do more than make one edit of another; whether this was one that did."""
        if key in {"ctrl+c", "ctrl+insert", "super+c"} and self.selected:
            self.app.copy_to_clipboard(self.selected)
        elif key in {"ctrl+x", "super+x"} and self._cuts:
            if self.selected:
                self.app.copy_to_clipboard(self.selected)
                self._take(self.journal.now.erased("character", -1), "once")
        elif key == "ctrl+v":
            self.insert(self.app.clipboard)
        elif key == "ctrl+z":
            self._show(self.journal.undo())
        elif key in {"ctrl+y", "ctrl+shift+z"}:
            self._show(self.journal.redo())
        elif key == "tab" and self._offered():
            self.take_offer()
        elif key in {"up", "down"} and self._remembers:
            self._take(Edit.of(self.history.walk(-1 if key == "up" else 1, self.value)), "once")
        else:
            return False
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is as hostile as any."""
        self.insert(event.text)
        event.stop()

    # ---------------------------------------------------------------- mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Place the caret on the cell; a drag from here selects."""
        slot = self._slot_at(event.x)
        self._take(self.journal.now.put(slot.stop, select=event.shift), "move")
        self._pressed = None if event.shift else (slot.stop.gap, slot.end)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from the cell where the button went down to this one, both of them within."""
        if self._pressed is None or not event.button:
            return
        start, end = self._pressed
        slot = self._slot_at(event.x)
        if (slot.stop.gap, slot.end) == self._pressed and not self.selected:
            return
        forward = slot.stop.gap >= start
        anchor, gap = (start, slot.end) if forward else (end, slot.stop.gap)
        self._take(self.journal.now.between(anchor, gap), "move")

    def on_mouse_up(self) -> None:
        """The drag is over."""
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A second click selects the word, a third one everything."""
        if event.chain == 2:
            self._take(self.journal.now.word_selected(self._slot_at(event.x).stop.gap), "move")
        elif event.chain > 2:
            self._take(self.journal.now.all_selected(), "move")

    def _slot_at(self, x: int) -> Slot:
        """The slot at a column; beside the text the end of it that is nearer."""
        shown = self._view()
        return shown.at(x - self._left(shown))

    # ---------------------------------------------------------------- painting

    def _prompt(self) -> Line:
        return one_line(self.prompt, self.size.width, self.mode)

    def _room(self) -> int:
        """Columns for the text: at its ends are two blanks, and behind the prompt one."""
        return max(1, self.size.width - self._prompt().width - 3)

    def _view(self) -> View:
        return view(self.journal.now, self._room(), self._hidden, options(self.mode, typed=True))

    def _left(self, shown: View) -> int:
        """The column of the first slot."""
        return 2 + self._prompt().width if self._edge == "L" else 1 + self._room() - shown.width

    def watch_journal(self) -> None:
        """Bring the caret into view, and tell the terminal where it is: input methods show there what they compose."""
        shown = self._view()
        self._hidden = shown.hidden
        if not self.has_focus:
            return
        column = self._left(shown) - 1
        for slot in shown.whole:
            if slot.role in {"caret", "inside"}:
                break
            column += slot.width
        self.app.cursor_position = self.region.offset + Offset(column, 0)

    def on_focus(self) -> None:
        """The caret is here now."""
        self.watch_journal()

    def on_resize(self) -> None:
        """There is another room for the text."""
        self._hidden = self._view().hidden

    def render_line(self, y: int) -> Strip:
        """The prompt at the edge, then the text; the caret is the cell it stands before, or a blank."""
        width, fill = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, fill)
        segments, free = self._text(fill) if self.value or self.has_focus else self._hint(fill)
        offered = self._offered()
        rest = [Segment(" " * (free - sum(one.cell_length for one in offered)), fill)]
        prompt_style = fill + self.get_component_rich_style("line-edit--prompt", partial=True)
        runs = paint.runs(self._prompt(), lambda _: prompt_style, self.mode)
        prompt = [Segment(text, style) for text, style, *_ in runs]
        margin = [Segment(" ", fill)]
        if self._edge == "R":
            whole = (rest, offered, segments, prompt, margin)
        else:
            whole = (margin, prompt, segments, offered, rest)
        return Strip(chain.from_iterable(whole)).adjust_cell_length(width, fill)

    def _text(self, fill: Style) -> tuple[list[Segment], int]:
        """The text with a blank at both ends, and the columns that it leaves free."""
        shown = self._view()
        styles = {
            "text": fill,
            "sign": fill + self.get_component_rich_style("line-edit--hint", partial=True),
            "selected": fill + self.get_component_rich_style("line-edit--selected", partial=True),
            "caret": fill + self.get_component_rich_style("line-edit--caret", partial=True),
            "inside": fill + self.get_component_rich_style("line-edit--inside", partial=True),
        }
        if not self.has_focus:
            styles = dict.fromkeys(styles, fill) | {"sign": styles["sign"]}
        slots = shown.logical if self.mode == paint.Mode.LOGICAL else shown.whole
        # Numbered by place, a cell leads back to its slot whatever the mode makes of their order.
        cells = [Cell(self._drawn(slot), slot.width, place, place + 1) for place, slot in enumerate(slots)]
        line = Line(tuple(cells), 0, len(cells), "R")
        runs = paint.runs(line, lambda cell: styles[slots[cell.start].role], self.mode)
        return [Segment(text, style) for text, style, *_ in runs], self._room() - shown.width

    def _drawn(self, slot: Slot) -> str:
        """The caret's blank has a sign in it only where there is a caret."""
        return slot.text if self.has_focus or slot.end > slot.stop.gap else " " * slot.width

    def _offered(self) -> list[Segment]:
        """What is offered, on from the text; nothing where there is too little room to tell it."""
        free = self._room() - self._view().width - len(_TAKEN_BY) - 4
        if not self.offer or not self.has_focus or free < _LEAST_OFFER:
            return []
        style = self.rich_style + self.get_component_rich_style("line-edit--hint", partial=True)
        meant = paint.text(one_line(_("{meant}?").format(meant=self.offer), free, self.mode), mode=self.mode)
        parts = (_TAKEN_BY, " ", meant, " ←") if self._edge == "R" else ("→ ", meant, " ", _TAKEN_BY)
        return [Segment(part, style) for part in parts]

    def _hint(self, fill: Style) -> tuple[list[Segment], int]:
        style = fill + self.get_component_rich_style("line-edit--hint", partial=True)
        hint = one_line(self.hint, self._room(), self.mode)
        runs = [Segment(text, style) for text, *_ in paint.runs(hint, lambda _: 0, self.mode)]
        ends = Segment(" ", style if self._edge == "R" else fill), Segment(" ", fill)
        return [ends[0], *runs, ends[1]], self._room() - hint.width
