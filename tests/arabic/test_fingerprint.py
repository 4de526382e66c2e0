"""Fingerprints: copies with small edits are near, other articles are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.arabic.fingerprint import ALIKE, NOTHING, RANGES, SAME, Fingerprint, fingerprint, likeness
from tui.arabic.normalise import words

TITLE = "غابة صغيرة وسط المدينة"
TEXT = """تحول موقف قديم للسيارات في وسط المدينة إلى حديقة تضم ألفي شجرة، بعد مشروع شارك فيه طلاب المدارس وسكان الحي.

وبدأت الفكرة حين لاحظ السكان أن حرارة الحي تزيد على حرارة الأحياء المجاورة بثلاث درجات في ليالي الصيف الطويلة.

وزرعت الأشجار الأولى في الشتاء، واختيرت من أنواع لا تحتاج إلى ماء كثير، ثم حفرت بئر صغيرة عند مدخل الحديقة الشرقي.

وتقول البلدية إن الحديقة خفضت الحرارة درجتين، وإنها تنوي أن تحول خمسة مواقف أخرى إلى حدائق قبل نهاية العام المقبل."""
OTHER = """تراجعت أسعار القمح مع بداية الحصاد في السهل الشرقي، وسط توقعات بموسم جيد بعد أمطار دامت أسبوعين.

ويستمر الحصاد ستة أسابيع، وتشارك فيه آلات جديدة استأجرتها التعاونيات من المدن القريبة بأسعار لم تتغير منذ عامين."""


def of(text: str, title: str = TITLE) -> Fingerprint:
    return fingerprint([token.fold for token in words(f"{title}\n\n{text}")])


def alike(one: Fingerprint, other: Fingerprint) -> int:
    return likeness(one.sketch, other.sketch) if set(one.keys) & set(other.keys) else 0


def test_it_stays_the_same_for_good() -> None:
    assert fingerprint(["جسر", "جديد", "في", "المدينة"]).keys == (2956237065, 1290047277, 2704211287, 3027473822)
    assert fingerprint(["جسر", "جديد"]) != fingerprint(["جديد", "جسر"])
    assert all(0 <= key < 1 << 32 for key in of(TEXT).keys)
    assert len(of(TEXT).sketch) == RANGES


def test_spelling_does_not_count() -> None:
    assert of(TEXT.replace("أ", "ا").replace("ة", "ه").replace("،", "")) == of(TEXT)


def test_a_copy_with_small_edits_is_the_same() -> None:
    assert alike(of(TEXT), of(TEXT.replace("ألفي شجرة", "2000 شجرة"))) >= SAME
    assert alike(of(TEXT), of(TEXT.replace("الشرقي", "الغربي"))) >= SAME


def test_another_headline_and_a_sentence_more_are_alike() -> None:
    more = TEXT.partition("\n\n")[2] + "\n\nوكانت صحيفة المدينة أول من كتب عن الحديقة حين زرعت أشجارها الأولى."
    assert ALIKE <= alike(of(TEXT), of(more, "ألفا شجرة مكان موقف للسيارات")) < SAME


def test_another_article_is_not_alike() -> None:
    assert likeness(of(TEXT).sketch, of(OTHER, "أسعار القمح تتراجع").sketch) < ALIKE // 2


def test_nothing_is_near_to_nothing() -> None:
    assert alike(NOTHING, NOTHING) == likeness(NOTHING.sketch, NOTHING.sketch) == 0
    assert fingerprint([]) == NOTHING


@given(st.lists(st.text("ابتث", min_size=1, max_size=4), min_size=1, max_size=40))
def test_any_words_have_a_fingerprint(folded: list[str]) -> None:
    found = fingerprint(folded)
    assert len(found.keys) == 4
    assert likeness(found.sketch, found.sketch) == RANGES
