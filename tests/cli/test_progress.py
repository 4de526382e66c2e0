"""The progress bar begins where the interface's language does."""

from __future__ import annotations

import io

from rich.console import Console
from rich.progress import Progress

from tests.visual import said
from tui import i18n
from tui.cli.output import Screen
from tui.cli.progress import _columns
from tui.i18n import _

WIDTH = 60


def drawn(screen: Screen | None, done: int) -> str:
    """The line of a bar of which so many steps of ten are done."""
    console = Console(file=io.StringIO(), width=WIDTH, color_system="truecolor", force_terminal=True, record=True)
    bar = Progress(*_columns(_("Adding articles"), screen), console=console, expand=True, auto_refresh=False)
    bar.add_task("", total=10, completed=done)
    console.print(bar)
    return console.export_text(styles=True).strip("\n")


def colours(line: str) -> list[str]:
    """The escape sequence before each stretch of the bar, from left to right."""
    return [part.rpartition("\x1b[")[2] for part in line.split("━")[:-1] if "\x1b[" in part]


def test_in_english_it_fills_from_the_left() -> None:
    line = drawn(Screen(WIDTH, "visual"), 3)
    assert line.startswith("Adding articles")
    assert "30%" in line.rpartition("━")[2]
    done, left = colours(line)
    assert done != left


def test_in_arabic_it_fills_from_the_right() -> None:
    english = colours(drawn(Screen(WIDTH, "visual"), 3))
    i18n.use("ar")
    line = drawn(Screen(WIDTH, "visual"), 3)
    assert line.endswith(said("إضافة المقالات"))
    assert "30%" in line.partition("━")[0]
    assert colours(line) == english[::-1]


def test_without_a_screen_arabic_is_not_sent() -> None:
    i18n.use("ar")
    assert not any(letter >= "\u0600" for letter in drawn(None, 3) if letter.isalpha())
