"""Facts of speech: who said, denied, accused, promised or kept silent, and whose words they are."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import CARTHAGE, HANNIBAL, SCIPIO, SENATE, Marked, kinds, object_of, subject_of

# ---------------------------------------------------------------- statements


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (f"قال القائد {HANNIBAL} إن العبور كان شاقا على الفيلة.", "person:حنبعل", "العبور كان شاقا على الفيلة"),
        (f"أكد اليوم الأربعاء {SCIPIO}، أن الهدنة انتهت بالفعل.", "person:سكيبيو", "الهدنة انتهت بالفعل"),
        (
            f"وأعلن {SENATE} في بيان: “لن نعود إلى الوراء أبدا”، ثم انصرف.",
            "organisation:مجلس-الشيوخ",
            "لن نعود إلى الوراء أبدا",
        ),
        (f"وكان {HANNIBAL} قد قال الثلاثاء إنه مستعد للتفاوض دون شروط.", "person:حنبعل", "إنه مستعد للتفاوض دون شروط"),
        ("قالت شركة إن إس أو إن البرنامج لا يعمل هناك.", "شركة", "البرنامج لا يعمل هناك"),
        ("قالت وزارة الفلاحة إن المحصول وفير هذه السنة.", "وزارة الفلاحة", "المحصول وفير هذه السنة"),
    ],
)
def test_speaker_and_content(facts_of: Marked, text: str, speaker: str, content: str) -> None:
    (fact,) = kinds(facts_of(text), "statement")
    assert (subject_of(fact), object_of(fact)) == (speaker, content)
    assert fact.attribution[0].entity == (speaker if ":" in speaker else "")


def test_the_next_sentence_keeps_the_speaker_of_the_same_gender(facts_of: Marked) -> None:
    facts = facts_of(
        f"قال {HANNIBAL} إن الطريق طويل وشاق. وأضاف أن الجبال باردة في الشتاء. وأضافت أن البحر هادئ اليوم."
    )
    assert [(subject_of(fact), fact.rule) for fact in kinds(facts, "statement")] == [
        ("person:حنبعل", "statement.verb"),
        ("person:حنبعل", "statement.carried"),
    ]


def test_a_title_with_a_colon(facts_of: Marked) -> None:
    (fact,) = facts_of(f"{HANNIBAL}: لن نقبل بهدنة دون ضمانات", title=True)
    assert (subject_of(fact), object_of(fact)) == ("person:حنبعل", "لن نقبل بهدنة دون ضمانات")


def test_the_source_of_a_sentence(facts_of: Marked) -> None:
    facts = facts_of("غادرت السفن الميناء عند الفجر محملة بالقمح، بحسب ما ذكرته صحيفة {الصباح=organisation:الصباح}.")
    (fact,) = kinds(facts, "statement")
    assert (subject_of(fact), fact.rule) == ("organisation:الصباح", "statement.source")
    assert fact.attribution[0].cue == "بحسب ما ذكرته"


@pytest.mark.parametrize(
    "text",
    [
        "وفقط لمكافحة الجراد تمنح وزارة الفلاحة الترخيص.",  # وفق matches وفقط
        f"قالت زوجة {HANNIBAL} إن العبور كان شاقا على الفيلة.",  # another's words
        f"قال محامي {HANNIBAL} إن العبور كان شاقا على الفيلة.",
        "قال إن العبور كان شاقا على الفيلة.",  # nobody speaks
        f"لم يقل {HANNIBAL} إن العبور كان شاقا على الفيلة.",
        f"أعلن {HANNIBAL} حالة “الاستنفار العام” في كل الثغور.",  # a quotation within a phrase
        f"{CARTHAGE}: انهيار سور قديم دون إصابات",
    ],
)
def test_nobody_gets_words_that_are_not_his(facts_of: Marked, text: str) -> None:
    facts = kinds(facts_of(text), "statement")
    assert [fact for fact in facts if fact.subject is not None and fact.subject.entity] == []


def test_what_somebody_is_reported_to_have_said_keeps_the_chain(facts_of: Marked) -> None:
    text = f"قال {SENATE} إن {HANNIBAL} \u201cشدد على أن أسطول قرطاج لا يرسو إلا في الشتاء\u201d."
    outer, inner = kinds(facts_of(text), "statement")
    assert [link.entity for link in outer.attribution] == ["organisation:مجلس-الشيوخ"]
    assert [link.entity for link in inner.attribution] == ["person:حنبعل", "organisation:مجلس-الشيوخ"]
    assert object_of(inner) == "أسطول قرطاج لا يرسو إلا في الشتاء"


def test_a_verb_within_a_statement_that_names_another_speaker_is_not_the_subjects(facts_of: Marked) -> None:
    text = f"قال {SENATE} إن {HANNIBAL} عاد أمس وأكد القائد أن البحر هادئ."
    assert all(subject_of(fact) != "person:حنبعل" for fact in kinds(facts_of(text), "statement"))


def test_a_statement_that_begins_with_a_quotation_goes_on_behind_it(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f'اعتبر {HANNIBAL} أن "عبور الجبال" لا يعتبر مشكلا في الشتاء.'), "statement")
    assert object_of(fact) == '"عبور الجبال" لا يعتبر مشكلا في الشتاء'


def test_what_a_speaker_adds_in_the_sentence_is_said_by_him_too(facts_of: Marked) -> None:
    text = f"قال {HANNIBAL} إن البحر هادئ اليوم، مشيرا إلى أن الأسطول سيعود غدا."
    first, added = kinds(facts_of(text), "statement")
    assert (subject_of(added), added.predicate.text) == ("person:حنبعل", "أشار إلى أن")
    assert object_of(added) == "الأسطول سيعود غدا"
    assert object_of(first).startswith("البحر هادئ")


def test_a_quotation_within_a_quotation_does_not_end_it(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f'قال {HANNIBAL} : " البحر وجد نفسه في وضعية "البطل" الذي يعود دائما" أمس.'), "statement")
    assert object_of(fact) == 'البحر وجد نفسه في وضعية "البطل" الذي يعود دائما'


def test_what_is_hoped_for_is_not_said(facts_of: Marked) -> None:
    assert kinds(facts_of(f"أعرب {HANNIBAL} عن الأمل في أن يعود الأسطول في الشتاء."), "statement") == []


def test_a_source_is_named_without_the_outlet_that_it_speaks_to(facts_of: Marked) -> None:
    (fact,) = kinds(
        facts_of('عاد الأسطول إلى الميناء أمس، بحسب مصدر أمني ل"{الرائد=organisation:الرائد}".'), "statement"
    )
    assert fact.subject is not None
    assert fact.subject.text == "مصدر أمني"


# ---------------------------------------------------------------- who speaks, and where it is said


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            f"أكد الناطق باسم الأسطول، والمكلف بشؤون الميناء، {HANNIBAL}، أن البحر هادئ اليوم.",
            "person:حنبعل",
            "البحر هادئ اليوم",
        ),
        (f"قال {HANNIBAL} قائد الأسطول في الشمال إن البحر هادئ اليوم.", "person:حنبعل", "البحر هادئ اليوم"),
        (
            f'قال {HANNIBAL} في تصريح لإذاعة "صوت البحر" على هامش لقاء مع {SCIPIO} أن البحر هادئ اليوم.',
            "person:حنبعل",
            "البحر هادئ اليوم",
        ),
        (f"{HANNIBAL} يؤكد أن البحر هادئ اليوم.", "person:حنبعل", "البحر هادئ اليوم"),
        ("بينت الوزارة أن البحر هادئ اليوم.", "الوزارة", "البحر هادئ اليوم"),
        (f"حذر {HANNIBAL} من العاصفة، مؤكدا أن البحر هائج اليوم.", "person:حنبعل", "البحر هائج اليوم"),
        (
            "غرقت سفينتان قرب الميناء أمس، وفق بلاغ صادر عن وزارة الدفاع.",
            "وزارة الدفاع",
            "غرقت سفينتان قرب الميناء أمس",
        ),
    ],
)
def test_a_speaker_in_many_words(facts_of: Marked, text: str, speaker: str, content: str) -> None:
    (fact,) = kinds(facts_of(text), "statement")
    assert (subject_of(fact), object_of(fact)) == (speaker, content)


@pytest.mark.parametrize(
    "first", [f"حذر {HANNIBAL} من العاصفة.", "غرقت سفينتان قرب الميناء أمس، وفق ما أفاد به مصدر أمني."]
)
def test_a_sentence_goes_on_with_who_warned_or_was_cited(facts_of: Marked, first: str) -> None:
    found = kinds(facts_of(f"{first} كما أضاف أن البحر هائج اليوم."), "statement")
    assert object_of(found[-1]) == "البحر هائج اليوم"
    assert found[-1].rule == "statement.carried"


@pytest.mark.parametrize(
    "text",
    [
        "بين الوزارة والميناء أن البحر هادئ.",
        f"كتب: {HANNIBAL} البحر هادئ اليوم.",
        f'وصفها {HANNIBAL} في تصريح بأنها "سفينة كبيرة جدا".',
        f"قال {HANNIBAL} إن البحر هادئ اليوم. وطالبت {SENATE} بفتح الميناء، مؤكدة أن البحر هائج.",
    ],
)
def test_what_nobody_is_sure_to_have_said(facts_of: Marked, text: str) -> None:
    assert all("هائج" not in object_of(fact) for fact in kinds(facts_of(text), "statement"))
    assert len(kinds(facts_of(text), "statement")) <= 1


def test_a_demand_by_a_participle(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"انتقد {HANNIBAL} بطء البناء، داعيا البحارة إلى فتح الميناء فورا."), "demand")
    assert (subject_of(fact), fact.predicate.text, object_of(fact)) == ("person:حنبعل", "دعا إلى", "فتح الميناء فورا")


def test_a_denial_by_somebody_with_an_office(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"نفى {HANNIBAL} الناطق الرسمي باسم الأسطول صحة الأخبار المتداولة."), "denial")
    assert (subject_of(fact), object_of(fact)) == ("person:حنبعل", "صحة الأخبار المتداولة")


def test_a_description_is_said(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"وصف {HANNIBAL} الوضع في الميناء بالخطير."), "statement")
    assert (subject_of(fact), fact.predicate.text) == ("person:حنبعل", "وصف")
    assert object_of(fact) == "الوضع في الميناء بالخطير"


def test_an_accusation_by_a_participle(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"انتقد {HANNIBAL} بطء البناء، متهما {SENATE} بالتأخير المتعمد."), "accusation")
    assert (subject_of(fact), fact.object.entity if fact.object else "") == ("person:حنبعل", "organisation:مجلس-الشيوخ")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("قالت الشرطة إن السفينة غرقت قرب الميناء، وفقا لوكالة البحر.", "السفينة غرقت قرب الميناء"),
        ("قالت الشرطة إن السفينة غرقت قرب الميناء، وفقا لما أورده موقع البحر.", "السفينة غرقت قرب الميناء"),
        (f"قال {HANNIBAL} إن العبور كان شاقا، لكنه امتنع عن القول متى ينتهي.", "العبور كان شاقا"),
        (f"قال {HANNIBAL} إن العبور كان شاقا فيما اعتبر الفيلة قوية.", "العبور كان شاقا"),
        (f"قال {HANNIBAL} إن العبور كان شاقا وأضاف أنه سيعود غدا.", "العبور كان شاقا"),
        (f"قال {HANNIBAL} إن العبور كان شاقا على الفيلة، حسب قوله.", "العبور كان شاقا على الفيلة"),
        (f"قال {HANNIBAL} إن العبور كان شاقا، وذلك في كلمة له أمس.", "العبور كان شاقا"),
        (f"قال {HANNIBAL} إن العبور كان شاقا لكنه ضروري للجيش.", "العبور كان شاقا لكنه ضروري للجيش"),
        (f'قال {HANNIBAL} إنه "لن يعود، وأكد أنه باق" هنا.', 'إنه "لن يعود، وأكد أنه باق" هنا'),
        (f'قال {HANNIBAL} إنه "لن يعود أبدا؛ لأن البحر هائج".', 'إنه "لن يعود أبدا؛ لأن البحر هائج"'),
    ],
)
def test_what_is_said_ends_where_the_article_or_another_goes_on(facts_of: Marked, text: str, content: str) -> None:
    assert object_of(kinds(facts_of(text), "statement")[0]) == content


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أفادت مصادر مقربة من التحقيق بأن السفينة غرقت أمس.", "مصادر مقربة من التحقيق"),
        ("أكد مصدر رسمي لمبعوث الصحيفة، على هامش اللقاء، أن السفينة غرقت أمس.", "مصدر رسمي"),
        ('غرقت السفينة قرب الميناء أمس، حسب ما أكده مصدر أمني "{الصباح=organisation:الصباح}".', "مصدر أمني"),
        ("وأشارت الشرطة وممثلو الادعاء في بيان مشترك إلى أن السفينة غرقت أمس.", "الشرطة وممثلو الادعاء"),
    ],
)
def test_a_speaker_is_named_whole_and_without_the_hearer(facts_of: Marked, text: str, speaker: str) -> None:
    (fact,) = kinds(facts_of(text), "statement")
    assert subject_of(fact) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "وكان أحد البحارة قد أبلغ قوات الأمن في وقت سابق أنه لمح سفينة غريبة.",
        "قال بيرج مؤسسة الشركة إن العلاج الجديد ناجع جدا.",
    ],
)
def test_who_is_told_or_described_does_not_speak(facts_of: Marked, text: str) -> None:
    assert not kinds(facts_of(text), "statement")


def test_the_name_of_a_house_in_quotes_is_no_speech(facts_of: Marked) -> None:
    text = f'أكد مدير دار نشر"كنوز" {HANNIBAL} صباح اليوم أن القصة قديمة جدا.'
    assert not kinds(facts_of(text), "statement")
