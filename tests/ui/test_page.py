"""Holds what is laid out when, which row shows a place, and what stands out where."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.arabic import paint
from tui.arabic.paint import Mode
from tui.model import Article, ArticleView, Draft, Dropped, Mention, Span, Word
from tui.ui import hits
from tui.ui.marks import Look, Marks
from tui.ui.page import Page, Row
from tui.ui.state import Needles
from tui.ui.text import Place, Text

BODY = ("قال الوزير إن **الأمر** طبيعي في القاهرة.", "وقالت لأسوان NSO كلمة: «شكرا» 14:30.", "انتهى")


def view(paragraphs: tuple[str, ...] = BODY, *, title_in_text: bool = True) -> ArticleView:
    """An article of these paragraphs, with the stars of Markdown dropped and two names found."""
    text = "\n\n".join(("العنوان", *paragraphs))
    spans, at = [], 0
    for paragraph in ("العنوان", *paragraphs):
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    dropped = tuple(Dropped(i, i + 2, "mark") for i in range(len(text)) if text.startswith("**", i))
    draft = Draft(
        text,
        "العنوان",
        spans[0] if title_in_text else None,
        body=tuple(spans[1:]),
        dropped=dropped,
        source="مصدر",
        published="2021-07-01",
    )
    mentions = [
        Mention(at, at + len(name), name, "place", "name", f"place:{name}", "")
        for name in ("القاهرة", "أسوان")
        if (at := text.find(name)) >= 0
    ]
    return ArticleView(Article(1, draft), tuple(mentions))


def page(shown: ArticleView, width: int = 20, *, spacing: int = 1, justify: bool = False) -> Page:
    """Laid out as far as a page is when it is made."""
    options = paint.options(Mode.VISUAL, justify=justify)
    return Page(Text(shown.article.draft), width, Mode.VISUAL, options, spacing)


def rows(made: Page) -> list[Row]:
    """All rows of a page."""
    return [row for block in range(len(made.text.blocks)) for row in made.lines(block)]


@pytest.mark.parametrize("block", [0, 3000, 6001])
def test_a_long_article_is_laid_out_where_it_is_looked_at(block: int) -> None:
    long = page(view(BODY * 2000), 40)
    guess = long.height
    long.around(block, 50)
    laid_out = [other for other in range(6002) if long.shows(other)]
    assert laid_out == list(range(laid_out[0], laid_out[-1] + 1))
    assert sum(len(long.lines(other)) for other in laid_out if other >= block) >= min(50, (6002 - block) * 2)
    assert sum(len(long.lines(other)) for other in laid_out if other < block) >= min(50, block * 2)
    assert len(laid_out) < 80
    assert not long.done
    top = long.top(block)
    assert [long.at(top + number) for number in range(len(long.lines(block)))] == list(long.lines(block))
    assert long.block_at(top) == block
    while not long.done:
        long.take()
    assert long.height == len(rows(long))
    assert [long.at(row) for row in range(long.height)] == rows(long)
    assert long.at(-1) is None
    assert long.at(long.height) is None
    assert abs(guess - long.height) < long.height // 2


@given(st.integers(1, 60), st.booleans(), st.integers(1, 3))
def test_every_place_has_its_row(width: int, title_in_text: bool, spacing: int) -> None:
    shown = view(title_in_text=title_in_text)
    made = page(shown, width, spacing=spacing)
    for index, row in enumerate(rows(made)):
        for cell in row.line.cells if row.line else ():
            place = Place(row.block, cell.start)
            assert made.row(place) == index
            assert page(shown, width, spacing=spacing).find(place) == row
    firsts = [made.row(Place(block, 0)) for block in range(len(made.text.blocks))]
    assert all(a < b for a, b in pairwise(firsts))


def test_wider_lines_keep_title_and_order() -> None:
    narrow, wide = rows(page(view(BODY * 3))), rows(page(view(BODY * 3), spacing=2))
    assert [row.line for row in wide if row.line] == [row.line for row in narrow if row.line]
    title = sum(row.block == 0 for row in wide)
    assert all(row.line for row in wide[:title])
    assert all(a.line is None or b.line is None for a, b in pairwise(wide[title:]))


def test_titles_are_not_filled() -> None:
    shown = view(BODY * 9)
    ragged, filled = rows(page(shown, 30)), rows(page(shown, 30, justify=True))
    for before, after in zip(ragged, filled, strict=True):
        if before.block < 2:
            assert before == after
    assert sum(row.line.width == 30 for row in filled if row.line and row.block > 1) > 5


def test_offsets_of_the_text_are_places_of_the_screen() -> None:
    shown = view()
    text = Text(shown.article.draft)
    whole = shown.article.draft.text
    at = text.place(whole.index("الوزير"))
    assert at == Place(2, len("قال "))
    assert text.place(whole.index("انتهى") - 1) is None
    assert text.place(whole.index("العنوان")) == Place(0, 0)
    assert text.of(2)[8:] == BODY[0][8:].replace("**", "\u2060\u2060")
    assert Text(view(title_in_text=False).article.draft).place(0) is None


def test_half_a_lam_alef_marks_its_cell() -> None:
    shown = view()
    text = Text(shown.article.draft)
    marks = Marks(text, shown, hits.of_typed(text, "اسوان"), None)
    lam = BODY[1].index("لأ")
    assert marks.look(3, lam, lam + 1) == Look()
    assert marks.look(3, lam, lam + 2) == Look("place", "hit")
    assert marks.look(3, lam + 2, lam + 3) == Look("place", "hit")
    marks.go(hits.of_typed(text, "اسوان")[0])
    assert marks.look(3, lam, lam + 2) == Look("place", "current")


def test_hits_are_counted_and_numbered_across_blocks() -> None:
    shown = view(("كلمة وكلمة", "لا", "بكلمتين كلمة"))
    text = Text(shown.article.draft)
    typed = hits.of_typed(text, "كلم")
    assert not typed.counted
    assert typed.of(4) == ((1, 4), (8, 11))
    assert len(typed) == 4
    assert [hit.block for hit in map(typed.__getitem__, range(4))] == [2, 2, 4, 4]
    assert [typed.after(Place(*place)) for place in ((0, 0), (2, 0), (2, 1), (3, 0), (4, 2), (4, 9))] == [
        0,
        0,
        1,
        2,
        3,
        4,
    ]
    assert len(hits.of_typed(text, " ")) == 0
    searched = hits.of_search(text, shown, Needles((Word("كلمة"),)))
    assert len(searched) == 4
