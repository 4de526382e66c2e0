"""The search line: a line that what is typed can be completed in, from a list below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.arabic.caret import Stop
from tui.arabic.editing import Edit
from tui.i18n import direction
from tui.query.complete import Typed, taken, typed_at
from tui.query.write import keyword
from tui.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from tui.arabic.undo import Journal
    from tui.model import EntityType
    from tui.query.complete import TypedKind
    from tui.ui.completing import Completion


class SearchLine(LineEdit):
    """Asks for completions while it is typed in, and is given them; the list below shows what is `Offered`.

    With no row chosen Up goes through the history and Enter searches, as without a list.
    """

    @dataclass
    class Wanted(Message):
        """Completions of what is typed are wanted."""

        typed: Typed

        def can_replace(self, message: Message) -> bool:
            """Only what was typed last counts."""
            return isinstance(message, SearchLine.Wanted)

    @dataclass
    class Offered(Message):
        """The list is to show these, with a cursor on one; none close it."""

        completions: Sequence[Completion]
        chosen: int

    _typed: Typed | None = None
    _completions: Sequence[Completion] = ()
    _chosen = -1
    _walking = False

    @property
    def completing(self) -> bool:
        """Whether completions are offered."""
        return bool(self._completions)

    def complete(self, typed: Typed, completions: Sequence[Completion]) -> None:
        """Offer completions, unless something else is typed by now."""
        if typed == self._typed and self.has_focus:
            self._offer(completions)

    def typed(self) -> Typed | None:
        """What is being typed at the caret."""
        return typed_at(self.value, self.caret)

    def completed(self, typed: Typed, completion: Completion) -> tuple[str, int]:
        """The text with a completion in place of what is typed, and where the caret is then."""
        return taken(self.value, typed, completion.text)

    def take(self, number: int) -> None:
        """Have a completion in place of what is typed."""
        if self._typed and number < len(self._completions):
            text, caret = self.completed(self._typed, self._completions[number])
            self._take(Edit.of(text).put(Stop(caret)), "once")

    def close(self) -> None:
        """Offer nothing."""
        self._typed = None
        self._offer(())

    def set_value(self, value: str) -> None:
        """See `LineEdit`; what is put in by the program is not completed."""
        super().set_value(value)
        self.close()

    def on_key(self, event: events.Key) -> None:
        """Keys that choose from the list; Textual asks `LineEdit.on_key` for the others."""
        self._walking = event.key in {"up", "down"}
        if self.chose(event.key):
            event.stop()
            event.prevent_default()

    def chose(self, key: str) -> bool:
        """Do what a key does in the list; whether it does something there."""
        chosen = self._chosen
        if not self._completions:
            return False
        if key == "down":
            self._offer(self._completions, min(chosen + 1, len(self._completions) - 1))
        elif key == "up" and chosen >= 0:
            self._offer(self._completions, chosen - 1)
        elif key == "enter" and chosen >= 0:
            self.take(chosen)
        elif key == "tab" and (chosen >= 0 or not self.offer):
            self.take(max(chosen, 0))
        elif key == "escape":
            self.close()
        else:
            return False
        return True

    def on_blur(self) -> None:
        """One who leaves the line wants no list."""
        self.close()

    def _show(self, journal: Journal) -> None:
        before = self.journal.now
        super()._show(journal)
        now = self.journal.now
        if now.text == before.text and now.caret == before.caret:
            return
        typed = self.typed() if now.text != before.text and not self._walking else None
        if typed is None:
            self.close()
            return
        if self._typed is None or typed.kind != self._typed.kind:
            self._offer(())
        elif self._completions:
            self._offer(self._completions)
        self._typed = typed
        self.post_message(self.Wanted(typed))

    def _offer(self, completions: Sequence[Completion], chosen: int = -1) -> None:
        if (completions, chosen) != (self._completions, self._chosen):
            self._completions, self._chosen = completions, chosen
            self.post_message(self.Offered(completions, chosen))


class ValueLine(SearchLine):
    """A line that is one value of a query: a name, without quotes."""

    kind: TypedKind = "entity"
    """Of what."""
    type: EntityType | None = None
    """Of an entity."""

    def typed(self) -> Typed | None:
        """The whole text up to the caret."""
        name = keyword("on", "ar" if direction() == "R" else "en") if self.kind == "date" else ""
        return Typed(self.kind, 0, len(self.value), self.value[: self.caret].strip(), name, self.type)

    def completed(self, typed: Typed, completion: Completion) -> tuple[str, int]:  # noqa: ARG002 - it is the whole text
        """The name in place of the text."""
        return completion.name, len(completion.name)

    def complete(self, typed: Typed, completions: Sequence[Completion]) -> None:
        """See `SearchLine`; the name that is there already is none."""
        super().complete(typed, [each for each in completions if each.name != typed.text])

    def take(self, number: int) -> None:
        """Have a name, with which the value is whole."""
        super().take(number)
        self.close()
