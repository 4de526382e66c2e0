"""The list as the reader will show it at first, painted before the reader is imported, where no screen was kept.

Only what is known without it is painted: the articles, their number, the edge beside them, and the colours of all.
Nothing is painted where the place of the list, or how it looks, would have to be guessed.
"""

from __future__ import annotations

import os
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic import paint
from tui.arabic.direction import phrase_base
from tui.arabic.layout import Options, fit
from tui.i18n import _, direction
from tui.ui import words
from tui.ui.article_lines import HEIGHT, meta, title

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.arabic.layout import Cell, Line
    from tui.arabic.paint import Mode
    from tui.config import Config
    from tui.library import Library
    from tui.model import ArticleRow
    from tui.ui.left import Left

ROWS = 50
"""Articles that are looked at, from the newest on."""

# As in app.tcss and the screen's breakpoints: cells of a narrow screen, of the list, of lines above and below.
_NARROW, _SMALLEST = 80, (40, 12)
_SHARE, _LEAST, _MOST = 0.3, 34, 52
_ABOVE, _BELOW = 2, 1
_BAR = 1
_EDGE = "▏"


class _Ink(NamedTuple):
    """The colours of some cells, by their names in themes.toml."""

    front: str = "foreground"
    back: str = "background"
    bold: bool = False


class _Painter:
    """Puts lines of cells together as the terminal takes them."""

    def __init__(self, colours: dict[str, str], mode: Mode, how: Options) -> None:
        self._colours = colours
        self.mode = mode
        self.how = how

    def text(self, text: str, ink: _Ink) -> str:
        front, back = (_levels(self._colours[name], name) for name in (ink.front, ink.back))
        return f"\x1b[{'1;' * ink.bold}38;2;{front};48;2;{back}m{text}\x1b[0m"

    def line(self, line: Line, width: int, ink: Callable[[Cell], _Ink], fill: _Ink) -> str:
        """A line with a blank cell on both sides, at the right where it is read from there."""
        left = max(0, width - 1 - line.width) if line.base == "R" else 1
        right = width - left - line.width
        runs = [(text, key) for text, key, _, _ in paint.runs(line, ink, self.mode)] or [("", fill)]
        runs[0] = (" " * left + runs[0][0], runs[0][1])
        runs[-1] = (runs[-1][0] + " " * right, runs[-1][1])
        return "".join([self.text(text, key) for text, key in runs])

    def phrase(self, text: str, width: int) -> Line:
        """A phrase of the interface."""
        return fit(text, width, base=phrase_base(text, direction()), options=self.how)


def screen(library: Library, config: Config, left: Left, mode: Mode, how: Options) -> str:
    """The screen, '' where it cannot be told or there is nothing to show.

    Args:
        library: open.
        config: of the reader.
        left: where the reader was left.
        mode: how the terminal wants its Arabic.
        how: how everything is laid out.
    """
    cols, rows = os.get_terminal_size(1)
    colours = _colours(config.theme)
    narrow, here = cols < _NARROW, left.pane in {"", "articles"}
    if not colours or cols < _SMALLEST[0] or rows < _SMALLEST[1] or not _plain(left) or (narrow and not here):
        return ""
    articles = library.page(limit=ROWS)
    at = next((place for place, row in enumerate(articles) if row.id == left.article), -1 if left.article else 0)
    if not articles or at < 0:
        return ""
    painter = _Painter(colours, mode, how)
    height = rows - _ABOVE - _BELOW
    side = cols if narrow else min(_MOST, max(_LEAST, int(cols * _SHARE)))
    edge = 0 if narrow else 1
    shown = _list(painter, articles, at, _Room(side - edge - _BAR, height, "panel" if here else "surface"))
    bar, middle = (painter.text(" " * count, _Ink()) for count in (_BAR, cols - side))
    beside = middle + painter.text(_EDGE * edge, _Ink("primary" if here else "panel")) + bar
    plain = painter.text(" " * cols, _Ink(back="surface"))
    lines = [plain, _status(painter, library, cols), *(beside + line for line in shown), plain]
    return "".join(f"\x1b[{number};1H{line}" for number, line in enumerate(lines, 1))


def _plain(left: Left) -> bool:
    """Whether all articles are shown as they come."""
    arranged = left.order != "newest" or left.grouping
    searched = left.text or left.included or left.excluded
    return not searched and not arranged and "-quiet" not in left.shown


class _Room(NamedTuple):
    """The cells of the list, and what is behind the cursor's article."""

    width: int
    height: int
    cursor: str


def _list(painter: _Painter, articles: Sequence[ArticleRow], at: int, room: _Room) -> list[str]:
    """The lines of the list, scrolled as far as needed for the cursor's article to be whole."""
    first = max(0, (at + 1) * HEIGHT - room.height)
    lines: list[str] = []
    for line in range(first, first + room.height):
        row, part = divmod(line, HEIGHT)
        if row < len(articles):
            back = room.cursor if row == at else "background"
            lines.append(_part(painter, articles[row], part, room.width, back=back))
        else:
            lines.append(painter.text(" " * room.width, _Ink()))
    return lines


def _part(painter: _Painter, article: ArticleRow, part: int, width: int, *, back: str) -> str:
    fill = _Ink(back=back)
    lines = title(article.title, width - 2, painter.how)
    if part < len(lines):
        ink = _Ink("faded", back) if article.read else _Ink(back=back, bold=True)
        return painter.line(lines[part], width, lambda _: ink, fill)
    if part > len(lines):
        return painter.text(" " * width, fill)
    line, marks = meta(article, width - 2, painter.how)
    usual, marked = _Ink("faded", back), _Ink("primary", back)
    return painter.line(line, width, lambda cell: marked if cell.start < marks else usual, fill)


def _status(painter: _Painter, library: Library, cols: int) -> str:
    """The number of articles on the left, what is shown on the right."""
    said, ink = _Ink("primary"), _Ink("faded")
    count = painter.phrase(words.articles(library.count()), cols // 2)
    every = painter.phrase(_("All articles"), cols)
    inside = paint.text(count, mode=painter.mode), paint.text(every, mode=painter.mode)
    between = painter.text(" " * (cols - count.width - every.width - 2), said)
    edge = painter.text(" ", said)
    return "".join((edge, painter.text(inside[0], ink), between, painter.text(inside[1], said), edge))


def _colours(theme: str) -> dict[str, str]:
    """The colours of our theme of this name; none where the terminal or the reader wants others."""
    asked = os.environ.get("TEXTUAL_COLOR_SYSTEM", "auto")
    if "NO_COLOR" in os.environ or asked != "auto" or os.environ.get("COLORTERM") not in {"truecolor", "24bit"}:
        return {}
    table = tomllib.loads(files("tui.ui").joinpath("themes.toml").read_text(encoding="utf-8"))
    found = table.get((theme or f"warraq-{next(iter(table))}").removeprefix("warraq-"))
    return {name: value for name, value in {**found, **found["variables"]}.items() if name in _USED} if found else {}


_USED = {"foreground", "background", "surface", "panel", "primary", "faded"}


def _levels(colour: str, name: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    # Textual 8.2.8 makes shades of this one by way of Lab, and of red a level is lost even where none is wanted.
    return f"{red - (name == 'primary')};{green};{blue}"
