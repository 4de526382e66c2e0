"""Demands, refusals, agreements, arrests and attacks: by whom and of what, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import CARTHAGE, HANNIBAL, SCIPIO, SENATE, Marked, kinds, object_of, subject_of

UNION = "{نقابة البحارة=organisation:نقابة-البحارة}"


@pytest.mark.parametrize(
    ("text", "kind", "subject", "content"),
    [
        (f"طالب {HANNIBAL} بفتح الميناء فورا.", "demand", "person:حنبعل", "بفتح الميناء فورا"),
        (f"طالب {HANNIBAL} {SENATE} بفتح الميناء.", "demand", "person:حنبعل", "بفتح الميناء"),
        (f"ودعا {HANNIBAL} البحارة إلى العودة إلى الميناء.", "demand", "person:حنبعل", "العودة إلى الميناء"),
        (f"دعت {UNION} كافة البحارة للعودة إلى الميناء.", "demand", "organisation:نقابة-البحارة", "للعودة إلى الميناء"),
        (f"رفضت {UNION} فتح الميناء في الشتاء.", "refusal", "organisation:نقابة-البحارة", "فتح الميناء في الشتاء"),
        (f"{UNION} ترفض العمل في الشتاء.", "refusal", "organisation:نقابة-البحارة", "العمل في الشتاء"),
        (f"وقع {HANNIBAL} أمس اتفاقية تعاون مع {SCIPIO}.", "agreement", "person:حنبعل", "اتفاقية تعاون مع سكيبيو"),
        (f"اتفق {HANNIBAL} مع {SCIPIO} على وقف الحرب.", "agreement", "person:حنبعل", "وقف الحرب"),
        (f"أكد {HANNIBAL} في اجتماع أمس رفضه القاطع للاتفاق مع روما.", "refusal", "person:حنبعل", "الاتفاق مع روما"),
        (f"دعا {HANNIBAL} إلى فتح الميناء فورا.", "demand", "person:حنبعل", "فتح الميناء فورا"),
        (f"أوقفت الشرطة {HANNIBAL} أمس.", "arrest", "الشرطة", "حنبعل"),
        ("ألقت الشرطة القبض على 3 أشخاص أمس.", "arrest", "الشرطة", "3 أشخاص"),
        ("تمكنت وحدات الحرس أمس من إيقاف 21 شخصا في الميناء.", "arrest", "وحدات الحرس", "21 شخصا"),
        (f"نفذ {HANNIBAL} هجوما بحريا على {CARTHAGE} أمس.", "attack", "person:حنبعل", "قرطاج"),
    ],
)
def test_who_wants_refuses_agrees_or_strikes(
    facts_of: Marked, text: str, kind: str, subject: str, content: str
) -> None:
    (fact,) = kinds(facts_of(text), kind)
    assert (subject_of(fact), object_of(fact)) == (subject, content)


@pytest.mark.parametrize(
    ("text", "kind", "subject", "content"),
    [
        ("تمكنت فرقة الحرس، فجر أمس وبعد مداهمة مخزن قرب السوق، من إيقاف شابين.", "arrest", "فرقة الحرس", "شابين"),
        ("تمكنت فرقة الحرس من حجز سفينة محملة بالقمح وإيقاف مهربين.", "arrest", "فرقة الحرس", "مهربين"),
        ("قام أعوان الميناء أمس بإيقاف سارق.", "arrest", "أعوان الميناء", "سارق"),
        ("أوقفت الشرطة أمس في السوق عددا من المحتجين.", "arrest", "الشرطة", "عددا من المحتجين"),
        ("تم صباح أمس بالمرفأ القديم الاحتفاظ بشخصين.", "arrest", "", "شخصين"),
        ("أسفرت الحملة على السوق عن القبض على سائق العربة.", "arrest", "", "سائق العربة"),
        ("أكد مصدر أن وحدات الحرس تمكنت أمس من القبض على هذا المهرب.", "arrest", "وحدات الحرس", "هذا المهرب"),
        ("تمكنت وحدة خاصة في الميناء من حجز قمح وإيقاف أكثر من 20 شخصا.", "arrest", "", "أكثر من 20 شخصا"),
        ("أقدم بحار أمس على الاعتداء بالعنف الشديد على حارس السوق.", "attack", "بحار", "حارس السوق"),
        ("تعرضت دورية أمنية فجر أمس إلى إطلاق نار من قبل مجهولين.", "attack", "مجهولين", "دورية أمنية"),
        ("أطلق مسلحون النار على 3 جنود.", "attack", "مسلحون", "3 جنود"),
        ("مقتل 5 جنود أمس في هجوم انتحاري.", "attack", "", "5 جنود"),
        ("هجوم بالحجارة على مركز الحرس.", "attack", "", "مركز الحرس"),
        ("إضراب بعد اعتداء بحار على حارس السوق.", "attack", "بحار", "حارس السوق"),
        ("وقع هجوم مسلح استهدف مقر الحرس.", "attack", "", "مقر الحرس"),
        ("تم أمس إيقاف نحو 15 شابا في الميناء.", "arrest", "", "نحو 15 شابا"),
        ("تم أمس إيقاف شابين وفتاة في الميناء.", "arrest", "", "شابين وفتاة"),
        ("تم أمس إيقاف 3 شبان وشيخ في حالة فرار.", "arrest", "", "3 شبان"),
        ("تم أمس إيقاف عنصرين من أفرادها.", "arrest", "", "عنصرين من أفرادها"),
        ("تم أمس إيقاف عدد من الأطباء و الممرضين والأمنيين.", "arrest", "", "عدد من الأطباء و الممرضين والأمنيين"),
        ("تم أمس القبض على مرتكب عملية حرق وإتلاف مكتب البريد.", "arrest", "", "مرتكب عملية حرق وإتلاف مكتب البريد"),
        ('تم أمس القبض على مرتكب جريمة "البريد".', "arrest", "", 'مرتكب جريمة "البريد"'),
        ("تم أمس القبض على أحد أفراد هذه العصابة.", "arrest", "", "أحد أفراد هذه العصابة"),
        ("تم أمس القبض على والد منفذ هجوم السوق.", "arrest", "", "والد منفذ هجوم السوق"),
        (
            "ألقت وحدات المنطقة البحرية للحرس الوطني أمس القبض على بحار.",
            "arrest",
            "وحدات المنطقة البحرية للحرس الوطني",
            "بحار",
        ),
        ("تم أمس القبض على قاتل زوجة شقيقه في الميناء.", "arrest", "", "قاتل زوجة شقيقه"),
        ("تم أمس إيقاف عدد من رجال الأعمال في الميناء.", "arrest", "", "عدد من رجال الأعمال"),
        ('الهجوم الإرهابي على نزل "صدر" أمس.', "attack", "", 'نزل "صدر"'),
        ("بحار يعتدي على السائق و تلميذين في السوق.", "attack", "بحار", "السائق و تلميذين"),
        ("تم أمس القبض على 5 عناصر من عصابة متخصصة في التزوير.", "arrest", "", "5 عناصر من عصابة"),
        ("هجوم مسلح على دورية للجيش الوطني أمس.", "attack", "", "دورية للجيش الوطني"),
        ("تم أمس القبض على مروج هيروين.", "arrest", "", "مروج هيروين"),
        ("تم أمس القبض على الجاني والذي يبلغ من العمر 39 سنة.", "arrest", "", "الجاني"),
        ("تم أمس إيقاف شخص تلقى رسالة.", "arrest", "", "شخص"),
        (
            "تمكنت الفرقة المختصة في البحث في جرائم القرصنة التابعة لها، من إيقاف بحار.",
            "arrest",
            "الفرقة المختصة في البحث في جرائم القرصنة",
            "بحار",
        ),
        ("هجوم مسلح استهدف أمس مركزا إسلاميا.", "attack", "", "مركزا إسلاميا"),
        ("مقتل 3 جنود صهاينة في هجوم.", "attack", "", "3 جنود صهاينة"),
        ("مقتل ضابط ومجند من الشرطة في هجوم.", "attack", "", "ضابط ومجند من الشرطة"),
        (f"غارة استهدفت قياديا في {SENATE}.", "attack", "", "قياديا في مجلس الشيوخ"),
    ],
)
def test_who_is_seized_or_struck(facts_of: Marked, text: str, kind: str, subject: str, content: str) -> None:
    (fact,) = kinds(facts_of(text), kind)
    assert (subject_of(fact) if fact.subject else "", object_of(fact)) == (subject, content)


@pytest.mark.parametrize(
    ("text", "kind", "verb"),
    [
        (f"لم يطالب {HANNIBAL} السلطات بتأجيل الرحلة.", "demand", "لم يطالب"),
        (f"ولم يدع {HANNIBAL} البحارة إلى تأجيل الرحلة.", "demand", "لم يدع إلى"),
        (f"لم يرفض {HANNIBAL} تسليم السفينة.", "refusal", "لم يرفض"),
        (f"لم يوقع {HANNIBAL} اتفاقية الصلح مع صور.", "agreement", "لم يوقع"),
        (f"لم يحصل {HANNIBAL} على مفاتيح المدينة.", "obtain", "لم يحصل على"),
    ],
)
def test_what_somebody_did_not_do_is_denied(facts_of: Marked, text: str, kind: str, verb: str) -> None:
    (fact,) = kinds(facts_of(text), kind)
    assert (fact.polarity, fact.predicate.text) == ("negated", verb)
    assert fact.evidence.exact.startswith("لم ")


@pytest.mark.parametrize("text", ["تم إيقاف 3 أشخاص أمس.", "إيقاف 3 أشخاص في الميناء."])
def test_an_arrest_by_nobody_named(facts_of: Marked, text: str) -> None:
    (fact,) = kinds(facts_of(text), "arrest")
    assert (fact.subject, object_of(fact)) == (None, "3 أشخاص")


@pytest.mark.parametrize(
    "text",
    [
        f"التي طالبت {UNION} بفتحها أمس.",
        f"ويدعو {UNION} إلى فتح الميناء.",  # asked of it: the verb is of a man
        f"قال {HANNIBAL} إن البحر هادئ اليوم. ودعا {SENATE} إلى فتح الميناء.",  # does he ask the senate?
        f"رفضت {UNION} التعليق على الخبر.",  # silence, which has a kind of its own
        f"دعت {UNION} وزير الدفاع إلى مقر النقابة.",
        f"وقع {HANNIBAL} أمس خطابا طبقا للمادة 50 من معاهدة الصلح.",
        "إيقاف التدريبات في الملعب أمس.",
        "لم يتم إيقاف 3 أشخاص أمس.",
        "قررت الإدارة إيقاف موظف عن العمل.",
        "أوقف أعوان الميناء عربة مجهولة.",
        "أوقف عناصر القصر عربة مجهولة.",
        f"مقتل {HANNIBAL} المشتبه به في هجوم السوق.",
        "إحباط هجوم على مقر الحرس.",
        "إحالة قضية الهجوم الإرهابي بسوسة على محكمة الاستئناف.",
        "الهجوم على الأطفال مدان.",
        "إيقاف عنصر بايع التنظيم.",  # an element of what?
        "تم إيقاف عنصر مورط في تسفير الشباب.",
        "تم إيقاف مرتكب عملية.",
        "إصابة 4 جنود في انفجار لغم.",
        "راجع الجيش خطة لهجوم مدفعي على مقر الحرس.",
        "وجهت إليه تهمة الاعتداء على حارس السوق.",
        f"لو نفذ {HANNIBAL} هجوما على {CARTHAGE} لعاد.",
    ],
)
def test_what_is_no_demand_refusal_arrest_or_attack(facts_of: Marked, text: str) -> None:
    found = {fact.kind for fact in facts_of(text)}
    assert not found & {"demand", "refusal", "agreement", "arrest", "attack"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وطالب السلطات بفتح الميناء فورا.", "بفتح الميناء فورا"),
        ("كما دعا إلى فتح الميناء فورا.", "فتح الميناء فورا"),
        ("ودعا المواطنين إلى فتح الميناء فورا.", "فتح الميناء فورا"),
    ],
)
def test_a_demand_of_the_speaker_before(facts_of: Marked, text: str, content: str) -> None:
    (fact,) = kinds(facts_of(f"قال {HANNIBAL} إن البحر هادئ اليوم. {text}"), "demand")
    assert (subject_of(fact), object_of(fact), fact.rule) == ("person:حنبعل", content, "stance.carried")


def test_a_demand_that_the_speaker_before_cannot_have_made(facts_of: Marked) -> None:
    assert kinds(facts_of(f"قالت {UNION} إن البحر هادئ اليوم. وطالب السلطات بفتح الميناء فورا."), "demand") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (f"طالبت {UNION} بفتح الميناء محملة الوزارة مسؤولية التأخير.", "بفتح الميناء"),
        (f"طالب {HANNIBAL} بفتح الميناء ومحملا المجلس مسؤولية التأخير.", "بفتح الميناء"),
        (f"دعت {UNION} إلى فتح الميناء معتبرة أن البحر هادئ.", "فتح الميناء"),
        (f"دعا {HANNIBAL} إلى إصلاح أسوار المدينة كما حمل المجلس مسؤوليتها.", "إصلاح أسوار المدينة"),
        (f"دعا {HANNIBAL} إلى شراء مراكب محملة بالقمح.", "شراء مراكب محملة بالقمح"),
        (f"دعا {HANNIBAL} إلى تأجيل الرحلة إلى ما بعد الشتاء.", "تأجيل الرحلة إلى ما بعد الشتاء"),
        (f"طالبت {UNION} بطرد النائبة، {SCIPIO}، من المجلس.", "بطرد النائبة، سكيبيو"),
        (f"دعا {HANNIBAL} عضو المكتب للحزب إلى فتح الميناء.", "فتح الميناء"),
        (f"رفضت {UNION} مقترح المجلس باعتباره لا يكفي.", "مقترح المجلس"),
        (f'دعا {HANNIBAL} إلى "فتح الميناء، وإصلاح الأسوار" غدا.', '"فتح الميناء، وإصلاح الأسوار"'),
        (f"قال {HANNIBAL} إن البحر هادئ اليوم. ودعا للانكباب على الفهم الصحيح للقانون.", None),
    ],
)
def test_what_is_wanted_ends_with_what_is_wanted(facts_of: Marked, text: str, content: str | None) -> None:
    found = [fact for fact in facts_of(text) if fact.kind in {"demand", "refusal"}]
    assert [object_of(fact) for fact in found] == [content or "للانكباب على الفهم الصحيح للقانون"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("دعت نقابة أعوان الميناء الحكومة إلى مواصلة الإصلاح.", "نقابة أعوان الميناء"),
        ("طالبت {حركة مشروع قرطاج الحكومة=organisation:حركة} بفتح الميناء.", "حركة مشروع قرطاج"),
        ("دعا المسؤول {تونس=place:تونس} إلى فتح الميناء.", "المسؤول"),
    ],
)
def test_whom_it_is_asked_of_is_no_part_of_who_asks(facts_of: Marked, text: str, who: str) -> None:
    (fact,) = kinds(facts_of(text), "demand")
    assert subject_of(fact) == who


@pytest.mark.parametrize(
    "text",
    [
        "زار القائد الميناء حيث عاين السفن وحث الأعوان على مزيد اليقظة.",
        "غادرت المرأة المدينة. وطالبت السلطات بالتدخل لإنقاذ طفليها.",
        f"وقالت الهيئة في بلاغ أن رئيس الهيئة {HANNIBAL}، دعا مجلس الهيئة إلى الانعقاد.",
        "كما طالبوا المجلس المحلي بإقرار إضراب عام.",
        f"دعت {UNION} نظرا للكثافة في السوق، مستعملي الطريق.",
    ],
)
def test_who_is_asked_does_not_ask(facts_of: Marked, text: str) -> None:
    assert not kinds(facts_of(text), "demand")
