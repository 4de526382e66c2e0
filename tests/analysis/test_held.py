"""One person's office in two articles: the same, or not certainly."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import Marked, kinds
from tui.analysis.facts.held import one_office
from tui.analysis.facts.link import link_all

HANNIBAL = "{حنبعل برقة=person:حنبعل}"
SCIPIO = "{سكيبيو الأفريقي=person:سكيبيو}"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (f"عاد وزير الدفاع {HANNIBAL} أمس.", f"قال {HANNIBAL}، وزير الدفاع، إن الأسطول عاد.", True),
        (f"عاد وزير الدفاع {HANNIBAL} أمس.", f"تم تعيين {HANNIBAL} وزيرا للدفاع أمس.", True),
        (f"عاد وزير الدفاع {HANNIBAL} أمس.", f"عاد وزير الدفاع السابق {HANNIBAL} أمس.", False),
        (f"عاد وزير الدفاع {HANNIBAL} أمس.", f"عاد وزير الدفاع {SCIPIO} أمس.", False),
        (f"عاد وزير الدفاع {HANNIBAL} أمس.", f"عاد وزير الداخلية {HANNIBAL} أمس.", False),
        (f"عاد رئيس الجمعية {HANNIBAL} أمس.", f"قال رئيس الجمعية {HANNIBAL} إن الأسطول عاد.", False),  # of which?
        (f"عاد الملك {HANNIBAL} أمس.", f"قال الملك {HANNIBAL} إن الأسطول عاد.", False),
    ],
)
def test_one_office(facts_of: Marked, one: str, other: str, same: bool) -> None:
    (a,), (b,) = kinds(facts_of(one), "role"), kinds(facts_of(other), "role")
    assert one_office(a, b) is one_office(b, a) is same


def test_articles_that_tell_of_one_office_are_linked(facts_of: Marked) -> None:
    articles = [
        facts_of(f"عاد وزير الدفاع {HANNIBAL} أمس."),
        facts_of(f"قال {HANNIBAL}، وزير الدفاع، إن الأسطول عاد."),
        facts_of(f"عاد وزير الدفاع {SCIPIO} أمس."),  # another minister, or another day's
    ]
    links = link_all(enumerate(kinds(facts, "role") for facts in articles))
    told = [(link.relation, link.why) for found in links.values() for link in found]
    assert told == [("same", "the same office of the same person")] * 2
