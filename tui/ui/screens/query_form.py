"""A form that writes the query, for those who do not want to learn its language."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen

from tui.arabic.direction import isolate
from tui.arabic.paint import encode
from tui.errors import QueryError
from tui.i18n import N_, _, direction
from tui.model import ENTITY_TYPES
from tui.query import parse
from tui.query.form import Form, form_of
from tui.query.tables import ARABIC_KINDS
from tui.ui import words
from tui.ui.keys import FORM_KEYS
from tui.ui.painting import phrase
from tui.ui.screens.once import Once
from tui.ui.widgets.bars import KeyBar, StatusBar
from tui.ui.widgets.choice import Caption, Choice
from tui.ui.widgets.completion_list import CompletionList
from tui.ui.widgets.line_edit import LineEdit
from tui.ui.widgets.search_line import SearchLine, ValueLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from tui.arabic import paint
    from tui.query.complete import Typed, TypedKind

# Fields that are typed into, in the order of the form, and of what those are that are completed.
_TYPED: dict[str, str] = {
    "words": N_("All these words"),
    "phrase": N_("The exact words"),
    "without": N_("None of these"),
    "entity": N_("Entity"),
    "type": N_("Its type"),
    "source": N_("Source"),
    "first": N_("From (date)"),
    "last": N_("To (date)"),
    "unread": N_("Read or unread"),
    "starred": N_("Stars"),
    "tag": N_("Tag"),
    "kind": N_("With a fact"),
}
_COMPLETED: dict[str, TypedKind] = {
    "entity": "entity",
    "source": "source",
    "first": "date",
    "last": "date",
    "tag": "tag",
}
_LEFT = 19  # columns from the form's edge to its fields


class QueryForm(Once, ModalScreen[str]):
    """Its answer is the query that was written; none if the form was left.

    Args:
        mode: how the terminal wants its Arabic.
        query: what fills the form in, where the form can show it.
        complete: has completions found of what is typed, for the line that has the keys.
        count: has the articles of a query counted, for `show_count`.
    """

    # With priority, so that what is typed quickly behind one of them reaches the next field.
    BINDINGS = [  # noqa: RUF012 - Textual's name and type
        Binding(key, f"press('{key}')", priority=True) for key in ("down", "up", "tab", "shift+tab", "enter", "escape")
    ]

    def __init__(
        self, mode: paint.Mode, query: str, complete: Callable[[Typed], object], count: Callable[[str], object]
    ) -> None:
        super().__init__()
        self.mode = mode
        self._complete, self._count = complete, count
        self._lost = False
        form = None
        with suppress(QueryError):
            form = form_of(query)
            self._lost = form is None
        self._begun = form or Form()
        self.kinds = ("", *sorted(ARABIC_KINDS, key=words.kind))
        self.lines: dict[str, LineEdit] = {}
        self.choices: dict[str, Choice] = {}
        self.written = StatusBar(mode, id="written")
        self.values = CompletionList(mode, id="values")
        self._keys = KeyBar(mode, id="formkeys")
        self.text = ""

    def compose(self) -> ComposeResult:
        """A row a field, what they write, and the keys."""
        with Vertical(id="form") as frame:
            frame.border_title = Content(encode(phrase(_("Search by a form"), 40, self.mode).cells, self.mode))
            for name, label in _TYPED.items():
                row = (Caption(self.mode, _(label)), self._field(name))
                yield Horizontal(*(row if direction() == "L" else row[::-1]), classes="field")
            yield self.written
            yield self._keys
        yield self.values

    def _field(self, name: str) -> LineEdit | Choice:
        labels: dict[str, tuple[tuple[str, ...], int]] = {
            "type": (
                (_("any"), *map(words.type_name, ENTITY_TYPES)),
                ENTITY_TYPES.index(self._begun.type) + 1 if self._begun.type else 0,
            ),
            "unread": ((_("any"), _("only unread")), int(self._begun.unread)),
            "starred": ((_("any"), _("only starred")), int(self._begun.starred)),
            "kind": ((_("any"), *map(words.kind, self.kinds[1:])), self.kinds.index(self._begun.kind)),
        }
        if name in labels:
            self.choices[name] = Choice(self.mode, *labels[name])
            return self.choices[name]
        line: LineEdit
        if name in _COMPLETED:
            line = ValueLine(self.mode, prompt="", hint="", id=f"form-{name}", edge=direction())
            line.kind = _COMPLETED[name]
        else:
            line = LineEdit(self.mode, prompt="", hint="", id=f"form-{name}", edge=direction())
        self.lines[name] = line
        return line

    def on_mount(self) -> None:
        """Fill the fields in."""
        for name, line in self.lines.items():
            line.set_value(getattr(self._begun, name))
        self._keys.keys = FORM_KEYS
        self.set_focus(self.lines["words"])
        self.write()
        if self._lost:
            self.written.error = _("The search says more than this form can; what you fill in takes its place")

    # ---------------------------------------------------------------- what is written

    @property
    def form(self) -> Form:
        """What is filled in."""
        kind = self.choices["type"].chosen
        return Form(
            **{name: line.value for name, line in self.lines.items()},
            type=ENTITY_TYPES[kind - 1] if kind else None,
            unread=bool(self.choices["unread"].chosen),
            starred=bool(self.choices["starred"].chosen),
            kind=self.kinds[self.choices["kind"].chosen],
        )

    @on(LineEdit.Changed)
    @on(Choice.Changed)
    def write(self) -> None:
        """Show the query, and have its articles counted; or what is wrong in it."""
        form = self.form
        entity = self.lines["entity"]
        if isinstance(entity, ValueLine):
            entity.type = form.type
        self.text = form.query("ar" if direction() == "R" else "en")
        self.written.words, self.written.count = isolate(self.text), ""
        self.written.error = ""
        try:
            parse(self.text)
        except QueryError as error:
            self.written.error = words.error(error)
        else:
            self._count(self.text)

    def show_count(self, text: str, count: int) -> None:
        """Show how many articles there are, if the query is still this one."""
        if text == self.text:
            self.written.count = words.articles(count)

    # ---------------------------------------------------------------- completions

    @on(SearchLine.Wanted)
    def _wanted(self, event: SearchLine.Wanted) -> None:
        event.stop()
        self._complete(event.typed)

    @on(SearchLine.Offered)
    def _offered(self, event: SearchLine.Offered) -> None:
        event.stop()
        if self.focused:
            place = self.focused.region
            col = place.right - min(60, place.width) if direction() == "R" else place.x
            self.values.absolute_offset = Offset(col, place.y + 1)
        self.values.show(event.completions, event.chosen)

    @on(CompletionList.Clicked)
    def _clicked(self, event: CompletionList.Clicked) -> None:
        if isinstance(self.focused, SearchLine):
            self.focused.take(event.number)

    # ---------------------------------------------------------------- keys

    def action_press(self, key: str) -> None:
        """A key of the form, unless the list of completions takes it."""
        if isinstance(self.focused, SearchLine) and self.focused.chose(key):
            return
        if key in {"down", "tab"}:
            self.focus_next()
        elif key in {"up", "shift+tab"}:
            self.focus_previous()
        elif key == "escape":
            self.dismiss()
        elif not self.written.error:
            self.dismiss(self.text)
