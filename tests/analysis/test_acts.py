"""Acts and calls: what is obtained, published, proposed, made possible, changed; calls by verb or of two before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.model import Fact

Marked = Callable[..., tuple[Fact, ...]]

HANNIBAL = "{حنبعل=person:حنبعل}"
SCIPIO = "{سكيبيو=person:سكيبيو}"
SENATE = "{مجلس الشيوخ=organisation:مجلس-الشيوخ}"
LIBRARY = "{مكتبة الإسكندرية=organisation:مكتبه-الاسكندريه}"
CARTHAGE = "{قرطاج=place:قرطاج}"
LENS = "{مرصاد=product:مرصاد}"


def _told(facts: tuple[Fact, ...], kind: str) -> list[tuple[str, str, str]]:
    """Subject, predicate and object of the facts of a kind, entities for the two ends where they are known."""
    return [
        (
            "" if fact.subject is None else fact.subject.entity or fact.subject.text,
            fact.predicate.text,
            "" if fact.object is None else fact.object.text,
        )
        for fact in facts
        if fact.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            f"وحصلت {LIBRARY} مؤخرا على نسخة من المخطوط التي ضاعت.",
            "obtain",
            [("organisation:مكتبه-الاسكندريه", "حصلت على", "نسخة من المخطوط")],
        ),
        (
            f"وكانت {LIBRARY} و{SENATE} قد حصلتا على 21.5 بالمائة من الكنز.",
            "obtain",
            [
                ("organisation:مكتبه-الاسكندريه", "حصلت على", "21.5 بالمائة من الكنز"),
                ("organisation:مجلس-الشيوخ", "حصلت على", "21.5 بالمائة من الكنز"),
            ],
        ),
        (
            f"أصدر {SENATE} مساء الخميس بيانا حول الهدنة.",
            "publication",
            [("organisation:مجلس-الشيوخ", "أصدر", "بيانا حول الهدنة")],
        ),
        (
            f"واقترح {HANNIBAL} على الجانب الروماني تبادل أسرى المعركة.",
            "proposal",
            [("person:حنبعل", "اقترح على الجانب الروماني", "تبادل أسرى المعركة")],
        ),
        (
            f"اقترح {SENATE} أن تفتح المرافئ للتجار.",
            "proposal",
            [("organisation:مجلس-الشيوخ", "اقترح أن", "تفتح المرافئ للتجار")],
        ),
        (
            f"يتيح نظام “{LENS}” رؤية السفن من الشاطئ ليلا، ولا يترك أثرا.",
            "capability",
            [("product:مرصاد", "يتيح", "رؤية السفن من الشاطئ ليلا")],
        ),
        (
            f"وغضب {HANNIBAL} الذي اضطر لذلك إلى تغيير محل إقامته.",
            "event",
            [("person:حنبعل", "اضطر إلى تغيير", "محل إقامته")],
        ),
        (f"غضب {HANNIBAL}، فاتصل برئيس المجلس ليلا.", "call", [("person:حنبعل", "اتصل بـ", "رئيس المجلس")]),
        (f"اتصل {HANNIBAL} هاتفيا بقائد الأسطول.", "call", [("person:حنبعل", "اتصل بـ", "قائد الأسطول")]),
        (f"جاء {HANNIBAL} أمس، والتقى فيها القائد {SCIPIO}.", "meeting", [("person:حنبعل", "التقى", "سكيبيو")]),
        (
            f"وصل {HANNIBAL} منذ أيام، والتقى خلالها بمستشار القائد للأمن {SCIPIO}.",
            "meeting",
            [("person:حنبعل", "التقى", "مستشار القائد للأمن سكيبيو")],
        ),
    ],
)
def test_who_did_what(facts_of: Marked, text: str, kind: str, told: list[tuple[str, str, str]]) -> None:
    assert _told(facts_of(text), kind) == told


@pytest.mark.parametrize(
    "text",
    [
        f"تحصل {HANNIBAL} برقة على لقب جديد.",  # the name goes on: it may be a namesake
        f"حصل خلاف بين التجار على سعر القمح في {CARTHAGE}.",
        f"وهي النسخة التي حصلت {LIBRARY} على ثمنها.",
        f"هل حصلت {LIBRARY} على نسخة من المخطوط؟",
        f"نشر {HANNIBAL} الجنود على الساحل.",
        f"اقترح {HANNIBAL}، القائد العام للجيش، شيئا.",  # what he is, not what he proposes
        f"قال {HANNIBAL} إن مجلس المدينة رفض، فاتصل برئيس الحرس.",  # who called is not told
        f"زار {HANNIBAL} {SCIPIO}، واتصل برئيس الحرس.",
        "يتيح القانون رؤية السجلات العامة مجانا.",
    ],
)
def test_nothing_where_the_doer_or_the_thing_is_not_certain(facts_of: Marked, text: str) -> None:
    acts = {"obtain", "publication", "proposal", "call"}
    assert [fact for fact in facts_of(text) if fact.kind in acts or fact.rule == "act.able"] == []


def test_two_who_met_are_the_two_of_the_next_call(facts_of: Marked) -> None:
    facts = facts_of(
        f"جرى لقاء بين {HANNIBAL} و{SCIPIO} في السهل.", "وجاء ذلك بعد الاتصال الهاتفي الذي جمع بينهما في 4 مايو 2021."
    )
    (call,) = [fact for fact in facts if fact.kind == "call"]
    assert _told(facts, "call") == [("person:حنبعل", "في اتصال هاتفي مع", "سكيبيو")]
    assert call.time is not None
    assert (call.time.start, call.evidence.exact) == ("2021-05-04", "الاتصال الهاتفي الذي جمع بينهما في 4 مايو 2021")


def test_a_call_of_two_among_three_is_not_told(facts_of: Marked) -> None:
    facts = facts_of(f"حضر {HANNIBAL} و{SCIPIO} و{{ماسينيسا=person:ماسينيسا}}.", "وجرى اتصال هاتفي بين الوزيرين.")
    assert _told(facts, "call") == []


def test_a_copy_that_the_article_has_is_not_told(facts_of: Marked) -> None:
    assert _told(facts_of(f"وحصل {SENATE} على نسخة منه."), "obtain") == []
