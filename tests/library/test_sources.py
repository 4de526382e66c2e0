"""Articles that carry one paragraph are one source of it, and its day is that of the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library import Library
from tui.model import Draft, Span, StoredFact
from tui.ui.fact_page import when

if TYPE_CHECKING:
    from pathlib import Path

AGENCY = "وغرقت يوم الأحد قبالة الميناء الشرقي بعد العاصفة 17 سفينة تجارية كبيرة محملة بالحبوب والزيت"
OWN = "وقال شهود إن الأمواج حملت إلى الشاطئ بقايا 17 سفينة تجارية كبيرة بعد ليلة طويلة"


def _draft(title: str, body: str, source: str, day: str) -> Draft:
    text = f"{title}\n\n{body}"
    spans = (Span(len(title) + 2, len(text)),)
    return Draft(text, title, Span(0, len(title)), body=spans, source=source, published=day)


def _stored(tmp_path: Path, *drafts: Draft) -> list[StoredFact]:
    """The figure of each article, in the order of their days."""
    with Library.open(tmp_path / "l.db") as library:
        for draft in drafts:
            library.add(draft)
        return sorted((one for one in library.facts() if one.fact.quantity), key=lambda one: one.article.published)


def test_a_paragraph_in_two_outlets_is_one_source(tmp_path: Path) -> None:
    stored = _stored(
        tmp_path,
        _draft("عاصفة على الساحل", f"{AGENCY}.", "صحيفة الساحل", "2021-07-26"),
        _draft("أسعار القمح ترتفع", f"ارتفعت الأسعار في الأسواق. {AGENCY}.", "جريدة السوق", "2021-07-27"),
        _draft("شهود على الشاطئ", f"{OWN}.", "إذاعة الميناء", "2021-07-27"),
    )
    titled = {one.article.title: one for one in stored}
    first, third = titled["عاصفة على الساحل"], titled["شهود على الشاطئ"]
    told = {one.article.title: (one.link.relation, one.copied, one.source) for one in first.links}
    assert told == {"أسعار القمح ترتفع": ("same", True, 0), "شهود على الشاطئ": ("same", False, 1)}
    assert {one.article.title: one.source for one in third.links} == {"عاصفة على الساحل": 1, "أسعار القمح ترتفع": 1}


def test_one_outlet_is_one_source(tmp_path: Path) -> None:
    first, _ = _stored(
        tmp_path,
        _draft("عاصفة على الساحل", f"{AGENCY}.", "صحيفة الساحل", "2021-07-26"),
        _draft("شهود على الشاطئ", f"{OWN}.", "صحيفة الساحل", "2021-07-27"),
    )
    assert [(one.copied, one.source) for one in first.links] == [(False, 0)]


def test_a_paragraph_used_again_keeps_its_first_day(tmp_path: Path) -> None:
    """Its «يوم الأحد» is the 25th of July, not the Sunday before the later article."""
    first, again = _stored(
        tmp_path,
        _draft("عاصفة على الساحل", f"{AGENCY}.", "صحيفة الساحل", "2021-07-26"),
        _draft("أسعار القمح ترتفع", f"ارتفعت الأسعار في الأسواق. {AGENCY}.", "جريدة السوق", "2021-08-11"),
    )
    assert again.fact.time is not None
    assert again.fact.time.start == "2021-08-08"
    assert when(first) == when(again) == "2021-07-25"
