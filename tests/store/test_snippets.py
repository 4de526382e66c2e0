"""Why an article was found, and in which order articles come that are asked for by relevance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import ALL, And, Draft, Dropped, EntityTerm, Not, Or, Phrase, Prefix, Span, Word
from tui.store import relevance

if TYPE_CHECKING:
    import pytest

    from tests.store.simple_library import MakeDraft
    from tui.library import Library
    from tui.model import QueryPart

_LONG = "كلام لا يعني أحدا " * 20


def _shown(library: Library, article: int, query: QueryPart) -> tuple[str, list[str], list[str]]:
    snippet = library.snippets([article], query)[article]
    title = library.rows([article])[0].title
    return (
        snippet.text,
        [snippet.text[start:end] for start, end in snippet.hits],
        [title[start:end] for start, end in snippet.title],
    )


def test_the_paragraph_with_most_of_the_texts_is_shown(library: Library, make_draft: MakeDraft) -> None:
    article = library.add(make_draft("الوزير في باريس", f"باريس {_LONG}", "زار الوزير باريس", _LONG)).id
    both = And((Word("وزير"), Word("باريس")))
    assert _shown(library, article, both) == ("زار الوزير باريس", ["الوزير", "باريس"], ["الوزير", "باريس"])
    assert _shown(library, article, Or((Phrase("زار الوزير"), Word("غائب"))))[1:] == (["زار الوزير"], [])
    assert _shown(library, article, Prefix("بار"))[1:] == (["باريس"], ["باريس"])


def test_an_article_found_by_its_title_shows_how_it_begins(library: Library, make_draft: MakeDraft) -> None:
    article = library.add(make_draft("زيارة الوزير", "أول الكلام", "ثاني الكلام")).id
    assert _shown(library, article, Word("وزير")) == ("أول الكلام", [], ["الوزير"])
    article = library.add(make_draft("الوزير وحده")).id
    assert _shown(library, article, Word("وزير")) == ("", [], ["الوزير"])


def test_there_are_none_without_text_to_look_for(library: Library, make_draft: MakeDraft) -> None:
    article = library.add(make_draft("خبر", "نص")).id
    queries: list[QueryPart] = [ALL, EntityTerm("باريس"), Not(Word("وزير")), Word("-")]
    for query in queries:
        assert library.snippets([article], query) == {}
    assert library.snippets([article + 1, -3, 1 << 70], Word("خبر")) == {}


def test_signs_that_are_not_read_are_not_shown(library: Library) -> None:
    text = "خبر\n\nقال **الوزير** اليوم"
    at = text.index("**")
    dropped = (Dropped(at, at + 2, "sign"), Dropped(at + 8, at + 10, "sign"))
    draft = Draft(text, "خبر", Span(0, 3), body=(Span(5, len(text)),), dropped=dropped)
    article = library.add(draft).id
    assert _shown(library, article, Word("وزير"))[:2] == ("قال الوزير اليوم", ["الوزير"])


def test_what_an_article_is_about_comes_first(
    library: Library, make_draft: MakeDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = iter(f"2021-07-{day:02}" for day in range(9, 0, -1))

    def add(title: str, *paragraphs: str) -> int:
        return library.add(make_draft(title, *paragraphs, published=next(days))).id

    once = add("خبر أول", f"{_LONG} الوزير {_LONG} المالية")
    beside = add("خبر ثان", f"{_LONG} قال وزير المالية {_LONG[:60]}")
    often = add("خبر ثالث", f"الوزير {_LONG[:50]} الوزير والوزير ثم الوزير والمالية")
    title = add("وزير المالية", f"وزير المالية {_LONG[:70]}")
    add("خبر آخر", "لا شيء")
    query = And((Word("وزير"), Word("المالية")))
    assert list(library.ids(query, "relevance")) == [title, beside, often, once]
    assert list(library.ids(query)) == [once, beside, often, title]
    assert list(library.ids(Word("غائب"), "relevance")) == []
    monkeypatch.setattr(relevance, "MOST", 3)
    assert list(library.ids(query, "relevance")) == [once, beside, often, title]
