"""Typing in a pseudo-terminal: mixed text edited, selected and copied, seen cell by cell."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

import pytest

from tests.visual import shown
from tests.whole.terminal import Terminal
from tests.whole.test_program import WARRAQ, env, pytestmark

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["env", "pytestmark"]

LEFT, RIGHT, HOME, END = "\x1b[D", "\x1b[C", "\x1b[H", "\x1b[F"
SHIFT_LEFT, CTRL_LEFT, ALT_RIGHT, DELETE = "\x1b[1;2D", "\x1b[1;5D", "\x1b[1;3C", "\x1b[3~"
BACKSPACE, UNDO, COPY, CUT = "\x7f", "\x1a", "\x03", "\x18"


@pytest.fixture
def terminal(env: dict[str, str]) -> Iterator[Terminal]:
    """The program with the keys in its search line."""
    with Terminal([WARRAQ], cols=100, rows=24, env=env) as made:
        made.reader()
        made.settle()
        made.send("/")
        yield made


def line(terminal: Terminal) -> str:
    """The search line's text as it is seen, the caret's cell in brackets."""
    cells = [terminal.screen.buffer[0][x] for x in range(100)]
    text = "".join([f"[{cell.data}]" if cell.reverse else cell.data for cell in cells])
    return re.sub(r" *Search *$", "", text).lstrip()


def see(terminal: Terminal, wanted: str) -> None:
    """Wait until the line is this."""
    terminal.until(lambda: line(terminal) == wanted, f"{wanted!r}, not {line(terminal)!r}")


def test_mixed_text_is_edited_where_one_sees_the_caret(terminal: Terminal) -> None:
    terminal.send("قال NSO إن")
    see(terminal, f"[ ]{shown('إن')} NSO {shown('قال')}")
    # To the right: over إن and its space, then through the Latin word from its left end.
    terminal.send(RIGHT * 4)
    see(terminal, f"{shown('إن')} [N]SO {shown('قال')}")
    terminal.send("x")
    see(terminal, f"{shown('إن')} x[N]SO {shown('قال')}")
    terminal.send(BACKSPACE, DELETE)
    see(terminal, f"{shown('إن')} [S]O {shown('قال')}")
    terminal.send(UNDO)
    see(terminal, f"{shown('إن')} [N]SO {shown('قال')}")
    terminal.send(END, CTRL_LEFT, ALT_RIGHT, DELETE)
    see(terminal, f"[{shown('ن')}] NSO {shown('قال')}")
    terminal.send(HOME, "ف")
    see(terminal, f"{shown('ن')} NSO {shown('فقال')[:-2]}[{shown('فقال')[-2]}]{shown('فقال')[-1]}")


def test_a_selection_over_both_directions_is_marked_copied_and_replaced(terminal: Terminal) -> None:
    terminal.send("قال NSO إن", HOME)
    # Through قال and its space, past both edges of the border, over O.
    terminal.send(SHIFT_LEFT * 6)
    see(terminal, f"{shown('إن')} NS[O] {shown('قال')}")
    row = terminal.screen.buffer[0]
    text = terminal.screen.display[0]
    marked = {x for x in range(100) if row[x].bg not in {row[0].bg, row[99].bg} and not row[x].reverse}
    seen = "".join([text[x] for x in sorted(marked)])
    assert seen == "NS" + " " + shown("قال")
    terminal.send(COPY)
    terminal.settle()
    copied = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)[\x07\x1b]", terminal.output)
    assert [base64.b64decode(one).decode() for one in copied] == ["قال NS"]
    terminal.send("عن")
    see(terminal, f"{shown('إن')} O[‹]{shown('عن')}")


def test_what_is_pasted_cannot_hurt(terminal: Terminal) -> None:
    terminal.send("\x1b[200~النيل\n\u202e\u200fevil\x1b[201~")
    see(terminal, f"evil[›] {shown('النيل')}")


def test_the_wrong_keyboard_is_offered_and_taken(terminal: Terminal) -> None:
    terminal.send("lh;v,k")
    see(terminal, f"Tab ?{shown('ماكرون')} ← lh;v,k[ ]")
    terminal.send("tab")
    see(terminal, f"[ ]{shown('ماكرون')}")
    terminal.send("enter")
    terminal.until(lambda: shown("ماكرون") in terminal.screen.display[1], "the query in the status line")


def test_a_long_line_keeps_its_caret_in_sight(terminal: Terminal) -> None:
    words = "كلمة وأخرى ثم " * 12
    terminal.send(words)
    terminal.until(lambda: line(terminal).startswith("[ ]") and line(terminal).endswith("…"), "the end and a sign")
    terminal.send(HOME)
    terminal.until(lambda: line(terminal).endswith(f"[{shown('كلمة')[-1]}]"), "the beginning")
    assert line(terminal).startswith("…")
