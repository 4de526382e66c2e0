"""The command palette: any action of the reader, found by typing some of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip

from tui.arabic.layout import fit
from tui.i18n import _, direction
from tui.ui import keyboards
from tui.ui.commands import matching
from tui.ui.messages import ActionWanted
from tui.ui.painting import cap, options, strip
from tui.ui.screens.once import Once
from tui.ui.widgets.line_edit import LineEdit
from tui.ui.widgets.rows import LineRows

if TYPE_CHECKING:
    from typing import Literal

    from rich.style import Style
    from textual import events
    from textual.app import ComposeResult

    from tui.arabic import paint
    from tui.arabic.layout import Cell
    from tui.ui.keys import Key


class CommandList(LineRows, can_focus=False):
    """The actions that match, a line each."""

    COMPONENT_CLASSES = {"commands--label", "commands--help", "commands--key"}  # noqa: RUF012 - Textual's name and type
    keys: tuple[Key, ...] = ()

    @property
    def edge(self) -> Literal["R", "L"]:
        """That of the interface's language."""
        return direction()

    @property
    def count(self) -> int:
        """Actions."""
        return len(self.keys)

    def show(self, keys: tuple[Key, ...]) -> None:
        """Show other actions, the cursor on the first."""
        self.keys = keys
        self.set_reactive(CommandList.cursor, 0)
        self.resized_to(len(keys))
        self.scroll_to(y=0, animate=False, immediate=True)

    def choose(self) -> None:
        """Say which action is wanted."""
        if self.keys:
            self.post_message(ActionWanted(self.keys[self.cursor].action))

    def on_click(self, event: events.Click) -> None:
        """One click is enough."""
        event.prevent_default()
        _, line = self.spot(event)
        if line < self.count:
            self.cursor = line
            self.choose()

    def paint(self, row: int, part: int, width: int, *, current: bool) -> Strip:  # noqa: ARG002 - a row is one line
        """Label and help in the direction of the interface, the key at the other end."""
        key, fill = self.keys[row], self.cursor_style(current=current)
        label, help_ = (
            fill + self.get_component_rich_style(f"commands--{name}", partial=True) for name in ("label", "help")
        )
        name, shown = _(key.label).capitalize(), cap(_(key.shown), self.mode)
        keys = fill + self.get_component_rich_style("commands--key", partial=True)
        line = fit(f"{name}  {_(key.help)}", width - shown.width - 4, base=direction(), options=options(self.mode))

        def style(cell: Cell) -> Style:
            return label if cell.start < len(name) else help_

        said = strip(line, width - shown.width - 2, style, fill, mode=self.mode, margin=1)
        at_end = strip(shown, shown.width + 2, lambda _cell: keys, fill, mode=self.mode, margin=1)
        return Strip.join([at_end, said] if direction() == "R" else [said, at_end])


class Palette(Once, ModalScreen[str]):
    """Its answer is the action that was chosen; none if it was left."""

    AUTO_FOCUS = "#command"

    def __init__(self, mode: paint.Mode) -> None:
        super().__init__()
        self.line = LineEdit(mode, prompt=_("Command"), hint="", id="command", edge=direction())
        self.list = CommandList(mode, id="commands")

    def compose(self) -> ComposeResult:
        """A line to type in, and the actions."""
        with Vertical(id="palette"):
            yield self.line
            yield self.list

    def on_mount(self) -> None:
        """Show all actions, or those that match what was typed already."""
        self.narrow()

    def on_line_edit_changed(self) -> None:
        """Narrow as the reader types."""
        self.narrow()

    def narrow(self) -> None:
        """Show the actions that match; where none does, those that the same keys mean in the other script."""
        keys = matching(self.line.value)
        self.line.offer = ""
        for meant in () if keys else keyboards.readings(self.line.value):
            if keys := matching(meant):
                self.line.offer = meant
                break
        self.list.show(keys)

    def on_action_wanted(self, event: ActionWanted) -> None:
        """Leave with the action."""
        event.stop()
        self.dismiss(event.action)

    def on_key(self, event: events.Key) -> None:
        """Keys that are not text; before the line has the keys, those that are, too."""
        if event.key in {"up", "down"}:
            self.list.move(-1 if event.key == "up" else 1)
        elif event.key in {"pageup", "pagedown"}:
            self.list.page(-1 if event.key == "pageup" else 1)
        elif event.key == "enter":
            # Keys may be quicker than the list is made.
            for key in (self.list.keys or matching(self.line.value))[self.list.cursor :][:1]:
                self.dismiss(key.action)
        elif event.key == "escape":
            self.dismiss()
        elif self.focused is None:
            self.line.on_key(event)
            return
        else:
            return
        event.stop()
        event.prevent_default()
