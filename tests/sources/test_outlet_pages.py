"""Two pages saved from outlets, where they are present: what is the article and what is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.model import Draft, Dropped, Span
from tui.sources import read

Of = Callable[[Span | Dropped | None], str]

FOLDER = Path(__file__).parents[2].parent / "shared/articles"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the saved pages are not here")


def parts(name: str) -> tuple[Draft, Of, list[str], dict[str, str]]:
    draft = read(next(FOLDER.glob(f"{name}_*.txt")))

    def of(span: Span | Dropped | None) -> str:
        return draft.text[span.start : span.end] if span else ""

    return draft, of, [of(span) for span in draft.body], {of(piece): piece.why for piece in draft.dropped}


def test_a_page_with_a_caption_and_a_link_inside_the_text() -> None:
    draft, of, body, dropped = parts("000")
    assert of(draft.section).split()[-1] == "دولية"
    assert of(draft.title_span) == draft.title
    assert draft.title.startswith("الاحتلال")
    assert of(draft.caption).endswith("جيتي")
    assert len(body) == 10
    assert all(text.endswith(".") for text in body)
    assert list(dropped.values()) == ["related links"]
    assert (draft.dateline, draft.source, draft.credits) == (None, "", ())


def test_a_page_with_glued_labels_a_signed_dateline_and_a_comment_form() -> None:
    draft, of, body, dropped = parts("002")
    assert of(draft.section).startswith("الأخبار")
    assert draft.title.startswith("على رأسها")
    assert of(draft.dateline).endswith(":")
    assert draft.source == "حيروت"
    assert [of(span).split()[-1] for span in draft.credits] == ["وكالات"]
    assert len(body) == 12
    assert set(dropped.values()) == {"related links", "comment form", "page control"}
    assert not any(word in text for text in body for word in ("تعليق", "ذات صلة", "البريد", "الأعلى"))
