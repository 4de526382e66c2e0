"""The rules find persons, places, bodies, products and nationalities, and leave ordinary words alone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tui.analysis.recognise import rules
from tui.analysis.recognise.tokens import tokenise
from tui.model import Draft, Span


def names(text: str) -> list[tuple[str, str]]:
    draft = Draft(text=text, body=(Span(0, len(text)),))
    return [(one.type, text[one.start : one.end]) for one in rules.find(tokenise(draft))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الرئيس التركي رجب طيب أردوغان اليوم", "رجب طيب أردوغان"),
        ("التقى وزير الخارجية الأردني أيمن الصفدي أعضاء الوفد", "أيمن الصفدي"),
        ("واتصل بمستشار الأمن القومي للرئاسة هانس كالفنر مساء", "هانس كالفنر"),
        ("أبلغ محمد بن سالم العتيبي الصحفيين بذلك", "محمد بن سالم العتيبي"),
        ("وصل عبد الرحمن الدوسري إلى المطار", "عبد الرحمن الدوسري"),
        ("قالت النائبة سارة حداد إن القانون ناقص", "سارة حداد"),
        ("استقبل الملك محمد السادس الوفد", "محمد السادس"),
        ("رحب أحمد وعلي بالقرار ثم تحدث خالد منصور", "خالد منصور"),
        ("ومعه وزيرة الخزانة، لوسي هوفلاند، ووفد", "لوسي هوفلاند"),
        ("ترأس ولي العهد الأمير محمد بن سلمان بن عبدالعزيز آل سعود الجلسة", "محمد بن سلمان بن عبدالعزيز آل سعود"),
        ("ذكر الباحث عبد المنعم خلف الله ذلك", "عبد المنعم خلف الله"),
        ("وأضاف لوكاس برندتسن، المدير العام للهيئة، أن العمل جار", "لوكاس برندتسن"),
    ],
)
def test_persons(text: str, expected: str) -> None:
    assert ("person", expected) in names(text)


def test_a_known_name_keeps_its_first_letter_though_it_looks_like_a_proclitic() -> None:
    assert ("person", "باراك أوباما") in names("زار باراك أوباما المدينة")
    assert ("person", "وائل حداد") in names("انتخب وائل حداد رئيسا للنادي")


def test_proclitics_stay_outside() -> None:
    assert names("لقاء ببوتين ومع ماكرون") == [("person", "بوتين"), ("person", "ماكرون")]
    assert names("سافر من فرنسا وبإيطاليا أقام") == [("place", "فرنسا"), ("place", "إيطاليا")]


def test_a_proclitic_before_a_sure_given_name_is_cut() -> None:
    assert ("person", "إيمانويل كورفيلد") in names("اجتمع الوزير بإيمانويل كورفيلد أمس")


def test_proclitics_with_marks_stay_outside() -> None:
    assert names("قدّم الشكر لِفَرَنسا") == [("place", "فَرَنسا")]


def test_article_after_lam() -> None:
    text = "قدموا الدعم للمغرب وطلبا للأمم المتحدة"
    draft = Draft(text=text, body=(Span(0, len(text)),))
    assert [one.key for one in rules.find(tokenise(draft))] == ["المغرب", "الامم المتحده"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت وزارة الصحة الكينية النتائج", "وزارة الصحة الكينية"),
        ("أصدرت الخارجية اليابانية بيانا", "الخارجية اليابانية"),
        ("نفت الحكومة الكندية الخبر", "الحكومة الكندية"),
        ("رفضت حكومة البرازيل العرض", "حكومة البرازيل"),
        ("قالت منظمة الصحة العالمية إن", "منظمة الصحة العالمية"),
        ("صوت مجلس الأمن على القرار", "مجلس الأمن"),
        ("انضم إلى الاتحاد العام التونسي للشغل", "الاتحاد العام التونسي للشغل"),
        ("أكدت وزارة المرأة والأسرة والطفولة ذلك", "وزارة المرأة والأسرة والطفولة"),
        ("دعا مجلس الأمن القومي الكندي إلى", "مجلس الأمن القومي الكندي"),
        ("نقلت وكالة السودان للأنباء الخبر", "وكالة السودان للأنباء"),
        ("أسس حزب الحرية والعدالة صحيفة", "حزب الحرية والعدالة"),
        ("زار جامعة القاهرة صباحا", "جامعة القاهرة"),
        ("فاز حزب الخضر في الدائرة", "حزب الخضر"),
        ("يدرس في جامعة بيرزيت منذ عامين", "جامعة بيرزيت"),
    ],
)
def test_organisations(text: str, expected: str) -> None:
    assert ("organisation", expected) in names(text)


def test_defence_of_a_country_is_the_ministry_only_in_the_feminine() -> None:
    assert ("organisation", "الدفاع الإيطالية") in names("ردت الدفاع الإيطالية على السؤال")
    assert names("يقود المدرب خط الدفاع الإيطالي") == [("nationality", "الإيطالي")]


def test_the_adjective_agrees_with_the_body() -> None:
    found = names("حذر مدير المخابرات العامة الكيني من ذلك")
    assert ("nationality", "الكيني") in found
    assert not [name for kind, name in found if kind == "organisation"]


def test_a_known_body_stands_without_its_noun_and_adjective() -> None:
    assert names("عناصر من تنظيم حزب الله اللبناني") == [("organisation", "حزب الله"), ("nationality", "اللبناني")]


def test_the_portfolio_of_a_minister_is_no_ministry() -> None:
    assert ("organisation", "الدفاع النرويجية") not in names("قالت وزيرة الدفاع النرويجية إنها راضية")


@pytest.mark.parametrize("word", ["فرنسي", "فرنسية", "الفرنسيين", "للفرنسيات", "والفرنسي"])
def test_nationality_adjectives_point_to_their_country(word: str) -> None:
    text = f"رجال {word} كثيرون"
    draft = Draft(text=text, body=(Span(0, len(text)),))
    assert [(one.type, one.kind, one.name) for one in rules.find(tokenise(draft))] == [
        ("nationality", "demonym", "فرنسا")
    ]


def test_financial_is_no_nationality() -> None:
    assert names("أزمة مالية حادة ودعم مالي كبير") == []


def test_country_and_adjective_of_the_same_form() -> None:
    assert names("قالت الصحف السعودية ذلك") == [("nationality", "السعودية")]
    assert names("سافروا إلى السعودية") == [("place", "السعودية")]


def test_acronyms_by_letter_names() -> None:
    assert names("حضر ممثلو إف دي كيه المعرض") == [("organisation", "إف دي كيه")]
    assert names("قال إن أو لا يقول") == []


def test_surname_is_found_alone_once_the_full_name_stands_in_the_article() -> None:
    text = "وصل الوزير أندريه كوفلنسكي أمس. وقال كوفلنسكي إنه باق، ثم غادر بكوفلنسكي حرسه."
    assert [name for kind, name in names(text) if kind == "person"] == ["أندريه كوفلنسكي", "كوفلنسكي", "كوفلنسكي"]


@pytest.mark.parametrize(
    "text",
    [
        "ارتفعت الأسعار في الأسواق خلال شهر رمضان الماضي بنسبة كبيرة",
        "اترك تعليقا، لن يتم نشر عنوان بريدك الإلكتروني، الحقول الإلزامية مشار إليها",
        "يوم الخميس 28 تموز/ يوليو 2021 الساعة 14:30",
        "تعطلت حركة المرور بعد نزول الأمطار",
        "",
        '123 !؟ «» ""',
    ],
)
def test_ordinary_text_has_no_names(text: str) -> None:
    assert names(text) == []


def test_only_title_and_body_are_read() -> None:
    text = "زار فرنسا\nصورة من ألمانيا\nثم إيطاليا"
    draft = Draft(text=text, title_span=Span(0, 9), caption=Span(10, 25), body=(Span(26, len(text)),))
    assert [text[one.start : one.end] for one in rules.find(tokenise(draft))] == ["فرنسا", "إيطاليا"]


def test_candidates_are_disjoint_and_in_order() -> None:
    text = "أعلنت وزارة الدفاع الأمريكية والرئيس الأمريكي جو بايدن ووزارة الخارجية الصينية في بكين بيانا"
    draft = Draft(text=text, body=(Span(0, len(text)),))
    found = rules.find(tokenise(draft))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert len(found) >= 5
