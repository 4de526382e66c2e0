"""Holds what is selected and copied of a text, and where a caret goes in it, apart from any screen."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arabic.arabic_text import anything
from tests.ui.test_page import page, rows, view
from tui.model import Draft, Dropped, Span
from tui.ui import caret, copying
from tui.ui.caret import MOVES
from tui.ui.links import links
from tui.ui.selection import Reach, Selection, copied, next_word, whole, word
from tui.ui.text import Place, Text

MIXED = "قالت NSO Group (الإسرائيلية) لأحد: 14:30 وC++ على https://example.org/a؟ نعم."


def text(*paragraphs: str) -> Text:
    """Blocks 2, 3, ... are the paragraphs."""
    return Text(view(paragraphs).article.draft)


def reach(block: int, start: int, end: int) -> Reach:
    """A stretch of a block."""
    return Reach(Place(block, start), Place(block, end))


def test_what_is_copied_is_what_was_written() -> None:
    written = "مُنْتَزَهٌ جديدـ می\u200cخواهم NSO ١٤:٣٠ ﻻ"
    assert copied(text(written), Place(2, 0), Place(2, len(written))) == written


def test_what_is_not_seen_is_not_copied() -> None:
    marked = text("قال **الأمر** \u200fطبيعي\u2060 و\ufffdانتهى\u202c")
    assert copied(marked, *whole(marked, 2)) == "قال الأمر طبيعي وانتهى"


def test_lines_of_a_paragraph_are_one_and_paragraphs_apart() -> None:
    of_lines = Text(Draft("سطر\r\n  وسطر\nثالث\n\nآخر", "عنوان", body=(Span(0, 16), Span(18, 21)), source="مصدر"))
    end = Place(3, 3)
    assert copied(of_lines, Place(2, 0), end) == "سطر وسطر ثالث\n\nآخر"
    assert copied(of_lines, Place(0, 1), Place(2, 3)).splitlines()[::2] == ["نوان", "مصدر · no date", "سطر"]


@given(st.lists(anything.filter(str.strip), min_size=1, max_size=4), st.data())
def test_parts_of_a_copy_are_parts_of_the_whole(paragraphs: list[str], data: st.DataObject) -> None:
    made = text(*(paragraph.replace("\n", " ") for paragraph in paragraphs))
    last = len(made.blocks) - 1
    places = st.builds(
        lambda block, share: Place(block, int(made.blocks[block].size * share)), st.integers(0, last), st.floats(0, 1)
    )
    start, end = sorted((data.draw(places), data.draw(places)))
    part = copied(made, start, end)
    assert part.strip() in copied(made, Place(0, 0), Place(last, made.blocks[last].size))
    assert not set(part) & set("\u200e\u200f\u202e\u2066\u2060\ufffd")


def test_a_selection_is_whole_clusters_in_either_direction() -> None:
    there = Selection(reach(2, 4, 6), reach(3, 1, 2))
    back = Selection(reach(3, 1, 2), reach(2, 4, 6))
    for selection in (there, back):
        assert (selection.start, selection.end) == (Place(2, 4), Place(3, 2))
        assert selection.within(2, 0, 10) == (4, 10)
        assert selection.within(2, 7, 10) == (7, 10)
        assert selection.within(2, 0, 4) == (0, 0)
        assert selection.within(3, 0, 10) == (0, 2)
        assert selection.within(4, 0, 10) == (0, 0)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("سرائيلية", "الإسرائيلية"),
        ("ps://", "https://example.org/a"),
        ("SO", "NSO"),
        ("++", "C++"),
        ("30", "30"),
        (" NSO", " "),
        (")", ")"),
    ],
)
def test_the_word_around_a_place(at: str, expected: str) -> None:
    made = text(MIXED)
    start, end = word(made, Place(2, MIXED.index(at)))
    assert MIXED[start.offset : end.offset] == expected


def test_words_are_walked_across_paragraphs() -> None:
    made = text("كلمة أولى", "NSO آخر")
    place, seen = Place(2, 0), [Place(2, 0)]
    while (onward := next_word(made, place, 1)) != place:
        place = onward
        seen.append(place)
    assert seen == [Place(2, 0), Place(2, 5), Place(3, 0), Place(3, 4)]
    while (back := next_word(made, place, -1)).block > 1:
        place = back
        assert place == seen[seen.index(place)]
    assert place == seen[0]
    assert next_word(made, Place(2, 0), 1, last=True) == Place(2, 3)


@given(
    st.integers(8, 60),
    st.sampled_from([MIXED, "English with القاهرة and مُنْتَزَهٌ in it", "كلمة مستقيمة " * 20]),
    st.booleans(),
)
def test_left_and_right_walk_every_letter_of_the_screen(width: int, paragraph: str, justify: bool) -> None:
    made = page(view((paragraph, "آخر")), width, justify=justify)
    for row in rows(made):
        # A letter that fills the line has several cells.
        letters = [start for start, _ in groupby(row.line.cells if row.line else (), lambda cell: cell.start)]
        for left, right in pairwise(Place(row.block, start) for start in letters):
            assert caret.beside(made, left, 1) == right
            assert caret.beside(made, right, -1) == left
    # Through the lines in the order of reading.
    place = Place(0, 0)
    for _ in range(1000):
        line = made.find(place).line
        assert line is not None
        onward = caret.beside(made, place, -1 if line.base == "R" else 1)
        if onward == place:
            break
        place = onward
    assert place == Place(3, 2)


@given(st.integers(8, 60))
def test_lines_are_walked_in_the_column_and_the_mouse_points_at_what_is_painted(width: int) -> None:
    made = page(view((MIXED, "English with القاهرة in it")), width)
    for index, row in enumerate(rows(made)):
        for cell in row.line.cells if row.line else ():
            place = Place(row.block, cell.start)
            column = caret.column(made, place)
            assert caret.pointed(made, row, column) == reach(row.block, cell.start, cell.end)
            assert caret.cluster(made, place) == reach(row.block, cell.start, cell.end)
            below = caret.below(made, place, 1, column)
            assert below == place or made.row(below) > index
    for row in rows(made):
        if row.line and row.line.cells:
            left, right = caret.pointed(made, row, -5), caret.pointed(made, row, width + 5)
            ends = [Place(row.block, row.line.start), Place(row.block, row.line.end)]
            assert [right.start, left.start] == (ends if row.line.base == "R" else ends[::-1])


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("direction", [-1, 1])
def test_every_move_comes_to_an_end(move: str, direction: int) -> None:
    made = page(view((MIXED, "**", "English with القاهرة", " \u200f")), 20)
    place = Place(3, 0) if direction > 0 else Place(4, 3)
    for _ in range(2000):
        after = caret.cluster(made, MOVES[move](made, place, direction)).start
        if after == place:
            break
        place = after
    else:
        pytest.fail(f"{move} goes on and on")


def test_an_article_is_copied_with_where_it_is_from() -> None:
    draft = Draft(
        "نص **مهم**\n\nوآخر",
        "العنوان",
        body=(Span(0, 10), Span(12, 16)),
        dropped=(Dropped(3, 5, "mark"), Dropped(8, 10, "mark")),
        source="المصدر",
        author="الكاتبة",
        published="2021-07-28",
        url="https://example.org/خبر\n?a=1",
    )
    assert copying.article(Text(draft)) == (
        "العنوان\nالمصدر · الكاتبة · 28 July 2021\nhttps://example.org/%D8%AE%D8%A8%D8%B1?a=1\n\nنص مهم\n\nوآخر"
    )
    assert copying.article(Text(Draft("", "عنوان"))) == "عنوان\nno date"


@pytest.mark.parametrize(
    ("title", "published", "name"),
    [
        ("مُنْتَزَهٌ جديد: «النيل»/أسوان", "2021-07-04", "2021-07-04-منتزه-جديد-النيل-أسوان.txt"),
        ("..", "", "article.txt"),
        ("a\x00b\u202ec", "", "abc.txt"),
        ("ط" * 300, "2021", f"2021-{'ط' * 77}.txt"),
    ],
)
def test_a_file_gets_a_name_that_any_system_takes(title: str, published: str, name: str) -> None:
    assert copying.file_name(Draft("", title, published=published)) == name


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("على https://example.org/a?b=1، نعم", ["https://example.org/a?b=1"]),
        ("www.example.org أو example.org/خبر", ["https://www.example.org", "https://example.org/%D8%AE%D8%A8%D8%B1"]),
        ("اكتب إلى a.b@example.org.", ["mailto:a.b@example.org"]),
        ("javascript://alert(1) file:///etc/passwd ftp://x.org @name +962-6-5551234", []),
        ("http://x.org/\x1b\\\x07\x9d;a", ["http://x.org/%5C;a"]),
    ],
)
def test_addresses_lead_to_pages_and_mail_alone(written: str, leads: list[str]) -> None:
    assert [target for _, _, target in links(written)] == leads


@given(anything)
def test_no_address_can_end_its_sequence(written: str) -> None:
    for start, end, target in links(f"http://x.org/{written}"):
        assert 0 <= start < end
        assert target.isascii()
        assert target.isprintable()
        assert " " not in target
