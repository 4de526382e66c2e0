"""Datelines and agency credits: what they look like, and sentences that only look like them."""

from __future__ import annotations

import pytest

from tui.sources import read_bytes

TITLE = "افتتاح الجسر الجديد أمام حركة السير"
SENTENCE = "قال مسؤولون في البلدية يوم الأحد إن الجسر الجديد فُتح أمام حركة السير."


def of(first: str) -> tuple[str | None, str, str]:
    draft = read_bytes(f"{TITLE}\n\n{first}\n\nويبلغ طول الجسر أربعمئة متر، ويربط بين ضفتي المدينة.".encode(), "")
    line = draft.dateline
    span = draft.body[0]
    return draft.text[line.start : line.end] if line else None, draft.source, draft.text[span.start : span.end]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("القاهرة (رويترز) -", "رويترز"),
        ("القاهرة - رويترز:", "رويترز"),
        ("القاهرة، 12 مارس (رويترز) -", "رويترز"),
        ("باريس - (أ ف ب) -", "أ ف ب"),
        ("باريس – أ.ف.ب:", "أ ف ب"),
        ("دبي، الإمارات العربية المتحدة (CNN) --", "سي إن إن"),
        ("أنقرة/ الأناضول -", "الأناضول"),
        ("إسطنبول / فريق المراسلين / الأناضول:", "الأناضول"),
        ("لندن: «الشرق نيوز»:", "الشرق"),
        ("بيروت – وكالات:", ""),
        ("واشنطن -", ""),
        ("جدة:", ""),
        ("سكاي نيوز عربية - أبوظبي:", "سكاي نيوز عربية"),
        ("المنارة – متابعات:", "المنارة"),
        ("(د ب أ) -", "د ب أ"),
    ],
)
def test_before_the_first_sentence(line: str, source: str) -> None:
    assert of(f"{line} {SENTENCE}") == (line, source, SENTENCE)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("القاهرة - رويترز", "رويترز"),
        ("المنارة – متابعات دولية:", "المنارة"),
        ("سكاي نيوز عربية - أبوظبي", "سكاي نيوز عربية"),
    ],
)
def test_on_a_line_of_its_own(line: str, source: str) -> None:
    assert of(f"{line}\n\n{SENTENCE}") == (line, source, SENTENCE)


@pytest.mark.parametrize(
    "sentence",
    [
        "رويترز: الجسر يكلف عشرين مليونا، وهذا الرقم لم تؤكده البلدية حتى الآن.",
        "الجسر - وهو الثاني على النهر - فُتح يوم الأحد أمام حركة السير.",
        "البلدية (التي بنت الجسر) قالت إنه فُتح يوم الأحد أمام حركة السير.",
        "في القاهرة: جسر جديد فوق النهر يختصر الطريق بين الضفتين إلى خمس دقائق.",
        "نقلت وكالة رويترز عن مسؤولين: الجسر فُتح يوم الأحد أمام حركة السير.",
        "وقال المدير: فُتح الجسر يوم الأحد أمام حركة السير بعد عامين من العمل.",
        "وفق «رويترز»: فُتح الجسر يوم الأحد أمام حركة السير بعد عامين من العمل.",
    ],
)
def test_sentences_stay_whole(sentence: str) -> None:
    assert of(sentence) == (None, "", sentence)


@pytest.mark.parametrize(
    ("credit", "source"),
    [
        ("المصدر: وكالات", ""),
        ("المصدر : الجزيرة + وكالات", "الجزيرة"),
        ("المصدر: صحيفة المنارة", "صحيفة المنارة"),
        ("(رويترز، أ ف ب)", "رويترز"),
        ("المصدر: https://example.org/", ""),
        ("نقلا عن: بي بي سي", "بي بي سي"),
    ],
)
def test_credits_after_the_text(credit: str, source: str) -> None:
    draft = read_bytes(f"افتتاح الجسر الجديد أمام السير\n\n{SENTENCE}\n\n{credit}".encode(), "")
    assert [draft.text[span.start : span.end] for span in draft.credits] == [credit]
    assert draft.source == source
    assert len(draft.body) == 1


def test_an_agency_in_brackets_behind_the_last_sentence() -> None:
    draft = read_bytes(f"افتتاح الجسر الجديد أمام السير\n\n{SENTENCE} (أ ف ب)".encode(), "")
    assert [draft.text[span.start : span.end] for span in draft.body] == [SENTENCE]
    assert [draft.text[span.start : span.end] for span in draft.credits] == ["(أ ف ب)"]
    assert draft.source == "أ ف ب"


def test_headlines_of_anonymous_sources_are_no_credits() -> None:
    draft = read_bytes(f"مصدر: الجسر يفتح غدا\n\n{SENTENCE}".encode(), "")
    assert draft.title == "مصدر: الجسر يفتح غدا"
    assert draft.credits == ()
