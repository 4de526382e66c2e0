"""Holds how lines are filled: where letters may be stretched, how evenly, and that the text stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arabic.arabic_text import HARAKAT, LATIN, LETTERS, anything
from tui.arabic import kashida
from tui.arabic.layout import Cell, Line, Options, layout
from tui.arabic.shape import clusters

JUSTIFIED = Options(justify=True)
_paragraphs = st.text(st.sampled_from(LETTERS * 3 + HARAKAT + LATIN + "0١ـ.،" + " " * 40), max_size=200)


def _stretched(word: str, missing: int = 1) -> str:
    cells = clusters(word)
    filled, _ = kashida.fill(cells, [1] * len(cells), sum(cell.width for cell in cells) + missing)
    letters = [word[cell.start : cell.end] if cell.text != "ـ" else "ـ" for cell in filled]
    return "".join(letters)


@pytest.mark.parametrize(
    ("word", "stretched"),
    [
        ("مسلم", "مسـلم"),  # after seen, above all
        ("يصدر", "يصـدر"),
        ("محمد", "محمـد"),  # before final dal, heh, teh marbuta
        ("دولية", "دوليـة"),
        ("كتاب", "كتـاب"),  # before alef, lam, kaf
        ("ملك", "ملـك"),
        ("كبير", "كبـير"),  # before a medial tooth that reh or yeh follow
        ("يقف", "يقـف"),  # before feh, waw, ain, qaf
        ("زمن", "زمـن"),  # before other final letters
        ("سلام", "سـلام"),  # before a lam-alef, never in or after it
        ("لان", "لان"),
        ("دار", "دار"),  # nothing joins
        ("الله", "الله"),
        ("كـتاب", "كـتاب"),  # the writer's own
        ("مُحَمَّد", "مُحَمَّـد"),
        ("گفتگو", "گفتگـو"),
        ("ئێمە", "ئێمـە"),
        ("بێب", "بێب"),  # ێ has no form that joins
        ("NSO", "NSO"),
        ("من", "من"),
    ],
)
def test_where_a_word_is_stretched(word: str, stretched: str) -> None:
    assert _stretched(word) == stretched


def test_twice_and_no_further() -> None:
    assert _stretched("محمد", 2) == "محمــد"
    assert _stretched("محمد", 3) == "محمد"


def test_lacking_ligatures_are_not_torn() -> None:
    cells = clusters("بلا", lacking=frozenset("\ufefc"))
    assert "ـ" not in "".join(cell.text for cell in kashida.fill(cells, [1] * 3, 4)[0])


def test_spaces_are_widened_last() -> None:
    cells = [Cell(char, 1, index, index + 1) for index, char in enumerate("ab cd ef")]
    filled, levels = kashida.fill(cells, [2, 2, 1, 2, 2, 1, 2, 2], 10)
    assert "".join(cell.text for cell in filled) == "ab  cd  ef"
    assert list(levels) == [2, 2, 1, 1, 2, 2, 1, 1, 2, 2]
    assert kashida.fill(cells, [2, 2, 1, 2, 2, 1, 2, 2], 11)[0] == cells, "ragged rather than full of holes"


def test_one_stretch_is_in_the_middle_of_equal_ones() -> None:
    cells = clusters("محمد")
    line = [*cells, *[cell for _ in range(4) for cell in (Cell(" ", 1, 4, 5), *cells)]]
    filled = "".join(cell.text for cell in kashida.fill(line, [1] * len(line), len(line) + 1)[0])
    assert [("ـ" in word) for word in filled.split(" ")] == [False, False, True, False, False]


@given(_paragraphs, st.integers(8, 60))
def test_filled_lines_say_what_ragged_lines_say(text: str, width: int) -> None:
    filled = layout(text, width, base="R", options=JUSTIFIED)
    ragged = layout(text, width, base="R")
    assert len(filled) == len(ragged)
    assert filled[-1] == ragged[-1]
    for line, plain in zip(filled, ragged, strict=True):
        assert (line.start, line.end) == (plain.start, plain.end)
        assert line.width in (width, plain.width)
        assert _without(line) == _without(plain)
        _check_stretches(line)


def _without(line: Line) -> list[Cell]:
    """The cells less those that only repeat the offsets of their right neighbour: tatweels and further spaces."""
    return [
        cell
        for cell, right in zip(line.cells, [*line.cells, None][1:], strict=True)
        if right is None or (cell.start, cell.end) != (right.start, right.end)
    ]


def _check_stretches(line: Line) -> None:
    word_has_one = False
    cells = line.cells[::-1]
    for at, cell in enumerate(cells):
        if cell.text == " ":
            word_has_one = False
        added = at and cell.text == "ـ" and (cell.start, cell.end) == (cells[at - 1].start, cells[at - 1].end)
        if added and cells[at - 1].text != "ـ":
            assert not word_has_one
            word_has_one = True
            assert not "\ufef5" <= cells[at - 1].text[0] <= "\ufefc"
            assert "\ufb50" <= cells[at - 1].text[0] <= "\ufefc"


@given(anything, st.integers(1, 80))
def test_any_string_can_be_filled(text: str, width: int) -> None:
    assert all(line.width <= width for line in layout(text, width, options=JUSTIFIED))


def test_left_to_right_paragraphs_and_unjoined_lines_stay_ragged() -> None:
    for text, options in (("aa bb cc " * 9, JUSTIFIED), ("محمد " * 9, Options(joined=False, justify=True))):
        plain = Options(joined=options.joined)
        assert layout(text, 17, options=options) == layout(text, 17, options=plain)
