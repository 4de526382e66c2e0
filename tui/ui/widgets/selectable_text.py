"""Selecting in an article, with the mouse and with a caret: from cluster to cluster, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ui import caret
from tui.ui.keys import SELECT_KEYS, Key
from tui.ui.messages import CopyWanted, SelectionChanged
from tui.ui.selection import Reach, Selection, copied, whole, word
from tui.ui.text import Place
from tui.ui.widgets.article_text import NO_OVERLAY, ArticleText

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

    from tui.ui.page import Row
    from tui.ui.widgets.article_text import Overlay

# A line each so many seconds while a drag is held beyond the first or the last line.
_DRAG_ON = 0.05


class SelectableText(ArticleText):
    """A drag, a second and a third click select; so does a caret that walks while `selecting`."""

    BINDINGS = [*map(Key.binding, SELECT_KEYS), *filter(None, map(Key.extending, SELECT_KEYS))]  # noqa: RUF012 - Textual's name and type
    # By itself, not by Textual's selection, which counts code points from the left.
    ALLOW_SELECT = False

    selection: Selection | None = None
    # Whether keys move a caret, and whether the selection grows with it.
    selecting = False
    growing = False
    # The column that moves by lines keep to.
    _column: int | None = None
    _pressed: Reach | None = None
    _dragged = False
    _pointer = (0, 0)
    _scrolling: Timer | None = None
    _told: tuple[bool, bool] = (False, False)

    # ---------------------------------------------------------------- what is selected

    @property
    def selected(self) -> str:
        """The text that is selected, as it is copied."""
        if self.text is None or self.selection is None or not self.has_selection:
            return ""
        return copied(self.text, self.selection.start, self.selection.end)

    @property
    def has_selection(self) -> bool:
        """Whether anything is selected: not where the caret only walks."""
        return self.selection is not None and (self.growing or not self.selecting)

    def select(self, selection: Selection | None) -> None:
        """Select something else, or nothing, and paint what is otherwise now."""
        before, self.selection = self.selection, selection
        if before and selection and before.anchor == selection.anchor:
            start = min(before.head.start, selection.head.start)
            self.refresh_places(start, max(before.head.end, selection.head.end))
        else:
            for changed in filter(None, (before, selection)):
                self.refresh_places(changed.start, changed.end)
        told = (self.selecting, self.has_selection)
        if told != self._told:
            self._told = told
            self.post_message(SelectionChanged())

    def let_go(self) -> None:
        """Select nothing; keys scroll again."""
        self.selecting = self.growing = False
        self.select(None)

    def overlay(self, row: Row) -> Overlay:
        """What is selected of a row of text, and where the caret is."""
        if self.selection is None or row.line is None:
            return NO_OVERLAY
        start, end = (0, 0)
        if self.has_selection:
            start, end = self.selection.within(row.block, row.line.start, row.line.end)
        head = self.selection.head.start
        here = self.selecting and head.block == row.block and row.line.start <= head.offset < row.line.end
        return (start, end, head.offset if here else -1)

    # ---------------------------------------------------------------- caret

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of the caret work while there is one; with Shift they bring it."""
        if action == "copy":
            return self.has_selection
        if action in _ACTIONS:
            return self._page is not None and (self.selecting or True in parameters)
        return super().check_action(action, parameters)

    def start_selecting(self) -> None:
        """Bring a caret: to what the mouse selected last, or to the first line of text on the screen."""
        if self._page is None or self.selecting:
            return
        self.selecting = self.growing = True
        self._column = None
        before = self.selection
        if before and self._in_view(before.head.start):
            self.select(Selection(before.anchor, caret.cluster(self._page, before.head.start)))
        else:
            head = caret.cluster(self._page, self._first_in_view())
            self.select(Selection(head, head))

    def action_caret(self, move: str, direction: int, extend: bool = False) -> None:
        """Move the caret, and with it the selection where that grows; see `tui.ui.caret.MOVES`."""
        self.start_selecting()
        if self._page is None or self.selection is None:
            return
        head, column = self.selection.head.start, None
        with self.pinned():
            if move in {"line", "screen"}:
                rows = direction if move == "line" else direction * max(1, self.size.height - 2)
                column = caret.column(self._page, head) if self._column is None else self._column
                place = caret.below(self._page, head, rows, column)
            else:
                place = caret.MOVES[move](self._page, head, direction)
            after = caret.cluster(self._page, place)
        self._column = column
        self.growing = self.growing or extend
        self.select(Selection(self.selection.anchor if self.growing else after, after))
        self.show_place(after.start)

    def action_anchor(self) -> None:
        """Let go of what is selected and walk on, or begin to select from here."""
        if self.selection:
            self.growing = not self.growing
            self.select(Selection(self.selection.head, self.selection.head))

    def action_swap(self) -> None:
        """Go on from the other end of what is selected."""
        if self.selection:
            self.select(Selection(self.selection.head, self.selection.anchor))
            self.show_place(self.selection.head.start)

    def action_select_paragraph(self) -> None:
        """Select the whole paragraph."""
        if self.selection and self.text:
            self.growing = True
            self.select(_both(whole(self.text, self.selection.head.start.block)))

    def action_select_all(self) -> None:
        """Select the whole article."""
        if self.selection and self.text:
            self.growing = True
            self.select(Selection(whole(self.text, 0), whole(self.text, len(self.text.blocks) - 1)))

    def action_copy(self) -> None:
        """Say that what is selected is to be copied."""
        self.post_message(CopyWanted())

    def action_let_go(self) -> None:
        """See `let_go`."""
        self.let_go()

    def _first_in_view(self) -> Place:
        """The first text on the screen; where the article begins, that of its first paragraph."""
        first = next(iter(self.body_in_view() or self.rows_in_view()), None)
        return Place(first.block, first.line.start) if first and first.line else Place(0, 0)

    def _in_view(self, place: Place) -> bool:
        if self._page is None or not self._page.shows(place.block):
            return False
        return 0 <= self._page.row(place) - self.scroll_offset.y < self.size.height

    # ---------------------------------------------------------------- mouse

    def pointed(self, x: int, y: int) -> Reach | None:
        """What a cell of the widget shows; beside a line, its nearer end."""
        if self._page is None:
            return None
        origin = self.content_offset
        row = self._page.at(max(0, y - origin.y + self.scroll_offset.y))
        if row is None:  # below the article
            row = self._page.lines(len(self._page.text.blocks) - 1)[-1]
        return caret.pointed(self._page, row, x - origin.x - self.margin)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select here, or with Shift go on to here."""
        if event.button != 1 or (here := self.pointed(event.x, event.y)) is None:
            return
        self._dragged = event.shift and self.selection is not None
        if self._dragged and self.selection:
            self.select(Selection(self.selection.anchor, here))
        else:
            self.let_go()
        self._pressed = self.selection.anchor if self.selection else here
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from the cluster where the button went down to this one, both of them within."""
        if self._pressed is None:
            return
        self._pointer = (event.x, event.y)
        self._drag()
        # The outermost lines of the screen stand for what is beyond them, since a pointer cannot leave the terminal.
        y, bottom = event.y - self.content_offset.y, self.size.height - 1
        at_top = y < 0 or (y == 0 and self.region.y == 0)
        at_bottom = y > bottom or (y == bottom and self.region.bottom == self.screen.size.height)
        if (at_top or at_bottom) and self._scrolling is None:
            self._scrolling = self.set_interval(_DRAG_ON, self._drag_on)
        elif not (at_top or at_bottom):
            self._stop_scrolling()

    def on_mouse_up(self) -> None:
        """The drag is over."""
        self._pressed = None
        self._stop_scrolling()
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A second click selects the word, a third one the paragraph."""
        here = self.pointed(event.x, event.y)
        if self.text is None or here is None or event.button != 1:
            return
        if event.chain == 2:
            self.select(_both(word(self.text, here.start)))
        elif event.chain > 2:
            self.select(_both(whole(self.text, here.start.block)))

    def _drag(self) -> None:
        here = self.pointed(*self._pointer)
        if here and self._pressed and (self._dragged or here != self._pressed):
            self._dragged = True
            self.select(Selection(self._pressed, here))

    def _drag_on(self) -> None:
        self.move(-1 if self._pointer[1] - self.content_offset.y <= 0 else 1)
        self._drag()

    def _stop_scrolling(self) -> None:
        if self._scrolling is not None:
            self._scrolling.stop()
            self._scrolling = None


_ACTIONS = frozenset({"caret", "anchor", "swap", "select_paragraph", "select_all", "let_go"})


def _both(reach: Reach) -> Selection:
    return Selection(reach, reach)
