"""The lines of an article in the list, for whoever paints them: nothing of Textual is needed here."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.arabic.direction import reading_base
from tui.arabic.layout import fit, layout
from tui.ui import words

if TYPE_CHECKING:
    from tui.arabic.layout import Line, Options
    from tui.model import ArticleRow

_TITLE_LINES = 2
HEIGHT = _TITLE_LINES + 1
"""Lines of an article; one more where a search shows why it was found."""


@lru_cache(2048)
def title(text: str, width: int, how: Options) -> tuple[Line, ...]:
    """A title on two lines at most, cut with … where it is longer."""
    base = reading_base(text)
    lines = layout(text, width, base=base, options=how)
    if len(lines) <= _TITLE_LINES:
        return lines
    start = lines[_TITLE_LINES - 1].start
    return (*lines[: _TITLE_LINES - 1], _moved(fit(text[start:], width, base=base, options=how), start))


def meta(article: ArticleRow, width: int, how: Options, *, picked: bool = False) -> tuple[Line, int]:
    """Marks, source, date, copies and tags on a line, and how many code points of it are marks."""
    text = words.joined((article.source, words.day(article.published), words.copies(article.copies)))
    tags = "".join(f" #{tag}" for tag in article.tags)
    marks = ("◆ " if picked else "") + ("★ " if article.starred else "") + ("" if article.read else "● ")
    return fit(marks + text + tags, width, base="R", options=how), len(marks)


def _moved(line: Line, by: int) -> Line:
    """The same line as one of a longer text, of which `by` code points come before."""
    cells = tuple([cell._replace(start=cell.start + by, end=cell.end + by) for cell in line.cells])
    return replace(line, cells=cells, start=line.start + by, end=line.end + by)
