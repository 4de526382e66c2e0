"""A line around what was found: short, whole words, the hits in it where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.arabic.arabic_text import anything
from tui.arabic.excerpt import CUT, excerpt
from tui.arabic.search import hits

_PARAGRAPH = (
    "افتتح الرئيس المعرض صباح اليوم. وحضر الحفل عدد من السفراء والكتاب. وقال وزير الثقافة إن المعرض يضم كتبا من ثلاثين"
    " بلدا، وإن الوزارة دعت ناشرين شبابا. وتستمر العروض أسبوعين في القاعة الكبرى بالعاصمة."
)


def _excerpt(text: str, word: str, room: int) -> tuple[str, list[str]]:
    found, spans = excerpt(text, hits(text, [word]), room)
    return found, [found[start:end] for start, end in spans]


def test_it_begins_at_the_sentence_of_the_hit_and_says_where_it_is_cut() -> None:
    found, marked = _excerpt(_PARAGRAPH, "الثقافة", 70)
    assert found.startswith("…وقال وزير الثقافة إن المعرض")
    assert found.endswith("…")
    assert marked == ["الثقافة"]


def test_it_stands_where_most_hits_are() -> None:
    text = f"المعرض {'كلام آخر ' * 30}المعرض في المعرض {'كلام آخر ' * 30}"
    assert _excerpt(text, "معرض", 60)[1] == ["المعرض", "المعرض"]


def test_a_short_paragraph_is_whole_and_a_line() -> None:
    assert _excerpt("قال\n  الوزير  اليوم", "وزير", 160) == ("قال الوزير اليوم", ["الوزير"])
    assert excerpt("", ()) == ("", ())


def test_without_hits_it_is_the_beginning() -> None:
    found, spans = excerpt(_PARAGRAPH, (), 40)
    assert found == "افتتح الرئيس المعرض صباح اليوم. وحضر…"
    assert spans == ()


def test_a_word_longer_than_the_room_is_shown_whole() -> None:
    assert excerpt(f"قبل {'ا' * 300} بعد", ((4, 304),), 100) == (f"…{'ا' * 300}…", ((1, 301),))


@given(
    st.one_of(anything, st.lists(st.sampled_from([*_PARAGRAPH.split(), "  ", "\n"]), max_size=90).map(" ".join)),
    st.sampled_from(["وزير", "معرض", "في", "الرئيس", "a"]),
    st.integers(20, 200),
)
def test_hits_stay_hits_and_words_stay_whole(text: str, word: str, room: int) -> None:
    spans = hits(text, [word])
    found, moved = excerpt(text, spans, room)
    known = {" ".join(text[start:end].split()) for start, end in spans}
    assert {found[start:end] for start, end in moved} <= known
    assert bool(moved) == bool(spans)
    assert len(found) <= max(room, *map(len, known), 0, 0) + 2 * len(CUT)
    if all(len(piece) < room for piece in text.split()):
        assert set(found.strip(CUT).split()) <= set(text.replace(CUT, " ").split()) | set(text.split())
