"""Fingerprints: copies with small edits are near, other articles are not."""

from __future__ import annotations

from tui.sources import read_bytes
from tui.sources.fingerprint import fingerprint, near, of_words

TITLE = "غابة صغيرة وسط المدينة"
TEXT = """تحول موقف قديم للسيارات في وسط المدينة إلى حديقة تضم ألفي شجرة، بعد مشروع شارك فيه طلاب المدارس وسكان الحي.

وبدأت الفكرة حين لاحظ السكان أن حرارة الحي تزيد على حرارة الأحياء المجاورة بثلاث درجات في ليالي الصيف الطويلة.

وزرعت الأشجار الأولى في الشتاء، واختيرت من أنواع لا تحتاج إلى ماء كثير، ثم حفرت بئر صغيرة عند مدخل الحديقة الشرقي.

وتقول البلدية إن الحديقة خفضت الحرارة درجتين، وإنها تنوي أن تحول خمسة مواقف أخرى إلى حدائق قبل نهاية العام المقبل."""
OTHER = """تراجعت أسعار القمح مع بداية الحصاد في السهل الشرقي، وسط توقعات بموسم جيد بعد أمطار دامت أسبوعين.

ويستمر الحصاد ستة أسابيع، وتشارك فيه آلات جديدة استأجرتها التعاونيات من المدن القريبة بأسعار لم تتغير منذ عامين."""


def of(text: str, title: str = TITLE) -> int:
    return fingerprint(read_bytes(f"{title}\n\n{text}".encode(), "a.txt"))


def test_it_is_a_positive_integer_of_63_bits_and_stays_the_same() -> None:
    assert 0 < of(TEXT) < 1 << 63
    assert of_words(["جسر", "جديد"]) == of_words(["جسر", "جديد"]) != of_words(["جديد", "جسر"])
    assert of_words([]) == 0


def test_spelling_and_debris_do_not_count() -> None:
    same = TEXT.replace("أ", "ا").replace("ة", "ه") + "\n\nالمصدر: وكالات\n\nمقالات ذات صلة\n\nاترك تعليقا"
    assert of(same) == of(TEXT)


def test_a_copy_with_small_edits_is_near() -> None:
    assert near(of(TEXT), of(TEXT.replace("ألفي شجرة", "2000 شجرة")))
    assert near(of(TEXT), of(TEXT.replace("الشرقي", "الغربي")))


def test_another_article_is_not_near() -> None:
    assert not near(of(TEXT), of(OTHER, "أسعار القمح تتراجع"))


def test_nothing_is_near_to_nothing() -> None:
    assert not near(0, 0)
    assert near(of(TEXT), of(TEXT))
