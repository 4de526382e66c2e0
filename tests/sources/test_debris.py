"""Pages in the manner of several kinds of outlet, sorted line by line, and the table of debris itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import SourceError
from tui.model import Dropped
from tui.sources import read_bytes
from tui.sources.rules import outlets, rules

if TYPE_CHECKING:
    from tui.model import Draft, Span

PAGES = sorted(Path(__file__).with_name("pages").glob("*.txt"))
PIECE = re.compile(r"\|(?=[A-Z]\t)")


def load(page: Path) -> tuple[str, list[tuple[str, int, int]]]:
    """The text of a page, and (tag, start, end) of its pieces, written `TAG<tab>text`, `|` between them."""
    text = ""
    pieces: list[tuple[str, int, int]] = []
    for row in page.read_text(encoding="utf-8").splitlines():
        if row.startswith("#"):
            continue
        for piece in PIECE.split(row) if row else ():
            tag, words = piece.split("\t", 1)
            pieces.append((tag, len(text), len(text) + len(words)))
            text += words
        text += "\n"
    return text, pieces


def tags(draft: Draft) -> str:
    """What each character of a draft's text is."""
    found = [" " if char.isspace() else "?" for char in draft.text]
    single = {"T": draft.title_span, "S": draft.section, "L": draft.dateline, "C": draft.caption}
    spans: list[tuple[str, Span | Dropped]] = [(tag, span) for tag, span in single.items() if span]
    spans += [("R", span) for span in draft.credits] + [("B", span) for span in draft.body]
    for tag, span in [*spans, *(("X", piece) for piece in draft.dropped)]:
        assert span.start < span.end
        there = set(found[span.start : span.end])
        # Signs of Markdown lie within what they mark.
        within = tag == "X" and isinstance(span, Dropped) and span.why == "markup" and there in ({"B"}, {"T"})
        assert within or not there - {" ", "?"}, "parts overlap"
        found[span.start : span.end] = tag * (span.end - span.start)
    return "".join(found)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_line_is_what_it_is(page: Path) -> None:
    text, pieces = load(page)
    found = tags(read_bytes(text.encode(), ""))
    wrong = {
        text[start:end]: found[start:end]
        for tag, start, end in pieces
        if set(found[start : start + len(text[start:end].rstrip())]) != {tag}
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("page", "source", "published", "author"),
    [
        ("agency_bracket", "رويترز", "2023-03-12", ""),
        ("broadcaster", "بي بي سي", "2022-11-05", ""),
        ("portal", "العلوم", "2023-05-04", "قسم العلوم"),
        ("signed", "المنارة", "", ""),
        ("turkish_agency", "الأناضول", "2021-07-18", ""),
        ("wordpress", "", "", "فريق التحرير"),
        ("plain", "", "", ""),
    ],
)
def test_what_a_page_says_of_itself(page: str, source: str, published: str, author: str) -> None:
    text, _ = load(Path(__file__).parent / f"pages/{page}.txt")
    draft = read_bytes(text.encode(), "")
    assert (draft.source, draft.published, draft.author) == (source, published, author)


def test_the_table_is_sound() -> None:
    assert len(rules()) > 30
    for rule in rules():
        assert rule.why
        assert rule.then in {"", "links", "end"}
        assert rule.role in {"dropped", "section", "caption", "credits", "author", "date", "update", "outlet"}
        assert rule.zones <= {"head", "body", "tail"}
        assert rule.value in {"", *rule.line.groupindex}
    assert {outlet.kind for outlet in outlets().values()} == {"agency", "outlet", "photo", "generic"}


def test_what_a_rule_says_stands_with_the_stretch() -> None:
    text, _ = load(Path(__file__).parent / "pages/wordpress.txt")
    assert {piece.why for piece in read_bytes(text.encode(), "").dropped} >= {
        "related links",
        "comment form",
        "tags",
        "author",
        "page control",
        "reading time",
    }


LINES = st.sampled_from(
    [
        "# عنوان", "> اقتباس", "- بند", "```", "<b>",
        "سياسة", "أخبار محلية", "افتتاح الجسر الجديد أمام حركة السير", "اقرأ أيضا:", "مقالات ذات صلة", "اترك تعليقا",
        "جميع الحقوق محفوظة",
        "القاهرة - رويترز:", "28 يوليو 2021", "المصدر: وكالات", "صورة من الأرشيف", "", "", "(رويترز)",
        "الجسر بعد الفيضان - غيتي",
        "الرئيسية > أخبار > محلي", "كتب: قسم الأخبار", "وقال: نعم.", "\ufeff", "\x00", "+", "ـ",
        "قال مسؤولون في البلدية يوم الأحد إن الجسر الجديد فُتح أمام حركة السير.",
        "ويبلغ طول الجسر أربعمئة متر. ويربط بين ضفتي المدينة القديمة والجديدة (أ ف ب)",
    ]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=40), max_size=14), st.sampled_from(["\n", "\r\n", "\n\n"]), st.booleans())
def test_every_character_is_accounted_for(lines: list[str], end: str, markdown: bool) -> None:
    text = end.join(lines).encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    try:
        draft = read_bytes(text.encode(), "a", markdown=markdown)
    except SourceError as error:
        assert "\n" not in str(error)  # noqa: PT017 - not each text is an article
        return
    assert len(draft.text) == len(text)
    assert draft.body
    found = tags(draft)
    left = {draft.text[at] for at, tag in enumerate(found) if tag == "?"}
    assert all(not char.isprintable() or char in "\ufffd\u2060" for char in left)
    if draft.title_span:
        span = draft.title_span
        stands = "".join(draft.text[at] for at in range(span.start, span.end) if found[at] != "X")
        assert draft.title.split() == stands.split()
        assert draft.title == stands or set(stands) & set("\r\n\u2028\u2029")
    assert not set(draft.title) & set("\r\n\u2028\u2029")
    assert list(draft.body) == sorted(draft.body, key=lambda span: span.start)
