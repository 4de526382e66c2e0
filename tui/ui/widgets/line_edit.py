"""A line to type in, right to left: the buffer is logical, what is painted is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.arabic import paint
from tui.arabic.direction import reading_base
from tui.arabic.layout import layout
from tui.arabic.sanitise import neutralise

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

    from tui.arabic.layout import Cell

_BIDI_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069]")
# Wide enough that nothing wraps; what does not fit is cut around the caret when painting.
_UNWRAPPED = 100_000


class LineEdit(Widget, can_focus=True):
    """Text with a caret. Arrow keys walk the text as it is read: Left goes on in Arabic."""

    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual's name and type
        "line-edit--prompt",
        "line-edit--hint",
        "line-edit--caret",
    }
    value: reactive[str] = reactive("", layout=False)
    caret: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """The text is another."""

        value: str

    def __init__(
        self,
        mode: paint.Mode,
        *,
        prompt: str,
        hint: str,
        id: str,  # noqa: A002 - Textual's name
        commands: str = "",
    ) -> None:
        super().__init__(id=id)
        self._commands = commands
        self.mode = mode
        self.prompt = prompt
        self.hint = hint

    def validate_caret(self, caret: int) -> int:
        """Keep the caret inside."""
        return max(0, min(caret, len(self.value)))

    def set_value(self, value: str) -> None:
        """Put a text into the line, the caret behind it."""
        self.value = value
        self.caret = len(value)

    def insert(self, text: str) -> None:
        """Type or paste at the caret; line breaks become spaces, controls are left out."""
        clean = _BIDI_CONTROLS.sub("", neutralise(text)).replace("\ufffd", "")
        clean = re.sub(r"[\r\n\t]+", " ", clean)
        before, after = self.value[: self.caret], self.value[self.caret :]
        self.value = before + clean + after
        self.caret = len(before) + len(clean)
        self.post_message(self.Changed(self.value))

    def erase(self, start: int, end: int) -> None:
        """Take out code points start to end."""
        start, end = max(0, start), min(len(self.value), end)
        if start < end:
            self.value = self.value[:start] + self.value[end:]
            self.caret = start
            self.post_message(self.Changed(self.value))

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 - Textual's
        """Printable keys are text here, but for `commands` while nothing is typed."""
        if character is None or not character.isprintable():
            return False
        return bool(self.value) or character not in self._commands

    def on_key(self, event: events.Key) -> None:
        """Typing and editing."""
        forward = 1 if reading_base(self.value) == "R" else -1
        edits = {
            "backspace": lambda: self.erase(self.caret - 1, self.caret),
            "delete": lambda: self.erase(self.caret, self.caret + 1),
            "ctrl+u": lambda: self.erase(0, len(self.value)),
            "ctrl+w": lambda: self.erase(len(self.value[: self.caret].rstrip().rpartition(" ")[0]), self.caret),
            "left": lambda: self._walk(forward),
            "right": lambda: self._walk(-forward),
            "home": lambda: self._walk(-len(self.value)),
            "end": lambda: self._walk(len(self.value)),
        }
        if event.key in edits:
            edits[event.key]()
        elif event.character and self.check_consume_key(event.key, event.character):
            self.insert(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is as hostile as any."""
        self.insert(event.text)
        event.stop()

    def _walk(self, delta: int) -> None:
        self.caret += delta

    def render_line(self, y: int) -> Strip:
        """Prompt on the right, then the text; the caret is the cell it stands before, or the blank behind the text."""
        width, fill = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, fill)
        prompt_style = fill + self.get_component_rich_style("line-edit--prompt", partial=True)
        prompt = layout(self.prompt, _UNWRAPPED, base="R", options=paint.options(self.mode))[0]
        room = max(1, width - prompt.width - 3)
        cells = self._cells()
        at = next((i for i, (_, _, caret) in enumerate(cells) if caret), len(cells) - 1)
        cells = _around(cells, at, room)
        used = sum(columns for _, columns, _ in cells)
        caret_style = fill + self.get_component_rich_style("line-edit--caret", partial=True)
        segments = [Segment(" " * max(0, width - prompt.width - 2 - used), fill)]
        for text, _, caret in cells:
            segments.append(Segment(text, caret_style if caret and self.has_focus else self._text_style(fill)))
        segments.append(Segment(" ", fill))
        segments += [Segment(text, prompt_style) for text, *_ in paint.runs(prompt, lambda _: 0, self.mode)]
        segments.append(Segment(" ", fill))
        return Strip(segments).adjust_cell_length(width, fill)

    def _text_style(self, fill: Style) -> Style:
        if self.value:
            return fill
        return fill + self.get_component_rich_style("line-edit--hint", partial=True)

    def _cells(self) -> list[tuple[str, int, bool]]:
        """The line's cells from left to right: text, columns, whether the caret is on it."""
        text = self.value or ("" if self.has_focus else self.hint)
        base = reading_base(text)
        line = layout(text, _UNWRAPPED, base=base, options=paint.options(self.mode))[0]
        trailing = len(text) - len(text.rstrip(" ")) if text else 0

        def on_caret(cell: Cell) -> bool:
            return bool(self.value) and cell.start <= self.caret < cell.end

        logical = self.mode == paint.Mode.LOGICAL
        shown = sorted(line.cells, key=lambda cell: cell.start) if logical else line.cells
        cells = [(paint.encode((cell,), self.mode), cell.width, on_caret(cell)) for cell in shown]
        after = [(" ", 1, self.caret == len(text) - trailing + i) for i in range(trailing + 1)]
        return [*reversed(after), *cells] if base == "R" and not logical else [*cells, *after]


def _around(cells: list[tuple[str, int, bool]], at: int, room: int) -> list[tuple[str, int, bool]]:
    """So many cells around place `at` as there is room for; all of them if they fit."""
    if sum(columns for _, columns, _ in cells) <= room:
        return cells
    first = max(0, min(at - room // 2, len(cells) - room))
    kept = cells[first : first + room]
    while sum(columns for _, columns, _ in kept) > room:
        kept = kept[1:] if at - first > len(kept) // 2 else kept[:-1]
    return kept
