"""Visits by verb and by noun, and who stands among the clients of a body."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import CARTHAGE, HANNIBAL, Marked, kinds, subject_of

CAPUA = "{كابوا=place:كابوا}"
GUILD = "{نقابة البحارة=organisation:نقابة-البحارة}"


@pytest.mark.parametrize(
    ("text", "words", "where", "modality"),
    [
        (f"زار {HANNIBAL} مدينة {CAPUA} أمس.", "زار", "كابوا", "asserted"),
        (f"أدى {HANNIBAL} أمس زيارة عمل إلى مدينة {CAPUA}.", "زار", "كابوا", "asserted"),
        (f"كان {HANNIBAL} قد أدى زيارة إلى {CAPUA} في الشتاء.", "زار", "كابوا", "asserted"),
        (f"سيؤدي {HANNIBAL} زيارة رسمية إلى {CAPUA}.", "يزور", "كابوا", "planned"),
        (f"تحدث في زيارة سرية أداها القائد {HANNIBAL} منذ أيام.", "أدى زيارة", "", "asserted"),
    ],
)
def test_who_went_where(facts_of: Marked, text: str, words: str, where: str, modality: str) -> None:
    (fact,) = kinds(facts_of(text), "visit")
    assert (subject_of(fact), fact.predicate.text, fact.modality) == ("person:حنبعل", words, modality)
    assert ("" if fact.object is None else fact.object.text) == where


@pytest.mark.parametrize(
    "text",
    [
        f"لم يؤد {HANNIBAL} زيارة إلى {CAPUA}.",
        f"ألغى {HANNIBAL} زيارة إلى {CAPUA}.",
        f"أدت {CARTHAGE} زيارة إلى {CAPUA}.",  # a place goes nowhere
    ],
)
def test_what_is_no_visit(facts_of: Marked, text: str) -> None:
    assert kinds(facts_of(text), "visit") == []


def test_each_of_a_list_is_among_the_clients(facts_of: Marked) -> None:
    facts = kinds(facts_of(f"وتعتبر {CARTHAGE} و{CAPUA} من أبرز عملاء {GUILD}."), "org_fact")
    assert [(subject_of(fact), fact.predicate.text) for fact in facts] == [
        ("place:قرطاج", "من أبرز عملاء"),
        ("place:كابوا", "من أبرز عملاء"),
    ]


def test_a_visit_that_is_awaited_is_planned(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"من المنتظر أن يزور {HANNIBAL} {CARTHAGE}."), "visit")
    assert fact.modality == "planned"


@pytest.mark.parametrize("day", ["يومي 1 و2 أوت 2021", "من 1 إلى 3 أوت 2021"])
def test_a_visit_of_a_day_to_come_is_planned(facts_of: Marked, day: str) -> None:
    (fact,) = kinds(facts_of(f"يؤدي {HANNIBAL} زيارة رسمية إلى {CAPUA} {day}."), "visit")
    assert fact.modality == "planned"


@pytest.mark.parametrize("rest", ["والتجارة البحرية لجمهورية الجزر،", "للجمهورية البحرية", "بالمملكة البحرية"])
def test_a_visitor_has_the_whole_of_the_office_and_the_name(facts_of: Marked, rest: str) -> None:
    (fact,) = kinds(facts_of(f"يؤدي وزير الملاحة {rest} {HANNIBAL}، زيارة رسمية إلى {CAPUA}."), "visit")
    assert fact.subject is not None
    assert (fact.subject.text, fact.subject.entity) == (f"وزير الملاحة {rest} حنبعل", "person:حنبعل")


def test_an_office_cut_off_without_its_name_is_no_visitor(facts_of: Marked) -> None:
    assert kinds(facts_of(f"يؤدي وزير الملاحة لجمهورية الجزر زيارة رسمية إلى {CAPUA}."), "visit") == []


@pytest.mark.parametrize(("day", "modality"), [("الخميس المقبل", "planned"), ("اليوم الأربعاء", "asserted")])
def test_a_visit_in_a_title_is_of_the_day_below_it(facts_of: Marked, day: str, modality: str) -> None:
    facts = facts_of(f"{HANNIBAL} يؤدي زيارة إلى {CAPUA}", f"يؤدي {HANNIBAL} زيارة إلى {CAPUA} {day}.", title=True)
    assert kinds(facts, "visit")[0].modality == modality
