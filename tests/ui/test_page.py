"""Holds how an article becomes rows, apart from any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic import paint
from tui.ui.windows import Page

if TYPE_CHECKING:
    from tui.library import Library
    from tui.model import ArticleView


def _long(library: Library) -> ArticleView:
    """The article with a paragraph of many lines."""
    views = [library.article(id_) for id_ in library.ids()]
    return max(views, key=lambda view: len(view.article.draft.text))


def _page(view: ArticleView, *, spacing: int = 1, justify: bool = False) -> Page:
    page = Page(view, 30, paint.Mode.VISUAL, paint.options(paint.Mode.VISUAL, justify=justify), spacing)
    page.advance(10**6)
    return page


def test_wider_lines_keep_title_and_order(library: Library) -> None:
    view = _long(library)
    narrow, wide = _page(view), _page(view, spacing=2)
    assert [row.line for row in wide.rows if row.line] == [row.line for row in narrow.rows if row.line]
    titles = [index for index, row in enumerate(wide.rows) if row.role == "title"]
    assert titles == list(range(len(titles)))
    assert all(
        a.line is None or b.line is None
        for a, b in zip(wide.rows[len(titles) :], wide.rows[len(titles) + 1 :], strict=False)
    )
    for offset in range(view.article.draft.body[-1].start, view.article.draft.body[-1].end, 37):
        assert wide.rows[wide.reach(offset)].line == narrow.rows[narrow.reach(offset)].line


def test_titles_are_not_filled(library: Library) -> None:
    view = _long(library)
    ragged, filled = _page(view), _page(view, justify=True)
    for before, after in zip(ragged.rows, filled.rows, strict=True):
        assert before.role == after.role
        if before.role != "body":
            assert before == after
    assert [row.line.width for row in filled.rows if row.line and row.role == "body"][2:-1].count(30) > 5
