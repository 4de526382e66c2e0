"""The reader says which other outlets have the report, and that an article was added without analysis."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.ui.small_library import ANALYSER
from tests.ui.test_reader import WIDE, picture, settled
from tests.visual import shown
from tui.arabic.direction import unisolated
from tui.library import Library
from tui.model import ArticleRow, Draft, Span
from tui.ui import words
from tui.ui.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.ui.app import WarraqApp

TEXT = "افتتحت البلدية أمس جسرا جديدا فوق النهر يصل الحي القديم بالمدينة، وقالت إن العمل فيه دام ثلاثة أعوام كاملة."
DRAFT = Draft(f"جسر جديد\n\n{TEXT}", "جسر جديد", Span(0, 8), body=(Span(10, 10 + len(TEXT)),), published="2021-07-28")


def test_outlets_are_named_once_with_the_number_of_copies() -> None:
    rows = [ArticleRow(n, "", source, "", read=False, starred=False) for n, source in enumerate(("أ", "ب", "أ", ""))]
    assert unisolated(words.also_in(rows)) == "also in: أ, ب, an unknown outlet (4)"
    assert words.also_in([]) == ""


def test_the_line_stands_between_source_and_text() -> None:
    row = ArticleRow(2, "", "جريدة", "", read=False, starred=False)
    text = Text(DRAFT, [row])
    assert [block.role for block in text.blocks] == ["title", "meta", "meta", "body"]
    assert text.first_paragraph == 3
    assert text.place(10) == (3, 0)
    assert [block.role for block in Text(DRAFT).blocks] == ["title", "meta", "body"]


async def test_both_are_on_the_screen(reader: Callable[..., WarraqApp], tmp_path: Path) -> None:
    with Library.open(tmp_path / "copies.db", analyser=ANALYSER) as library:
        given = [replace(DRAFT, source="جريدة الفجر"), replace(DRAFT, source="وكالة الضفاف", text=f"{DRAFT.text}\n")]
        assert len(list(library.add_many(given, analysed=False))) == 2
        async with reader(on=library).run_test(size=WIDE) as pilot:
            await settled(pilot)
            seen = picture(pilot)
            assert "also in:" in seen
            assert shown("جريدة الفجر") in seen
            assert "added without analysis" in seen
