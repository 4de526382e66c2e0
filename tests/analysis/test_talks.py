"""What two talk about: named in the sentence, or called by their offices after they met."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import HANNIBAL, SCIPIO, Marked, kinds, object_of, subject_of

MET = f"التقى القائد {HANNIBAL} مع القنصل {SCIPIO} في القلعة."


@pytest.mark.parametrize(
    "text",
    [
        f"بحث {HANNIBAL} مع {SCIPIO} مستقبل الأسطول وتجارة القمح.",
        f"كما بحث {HANNIBAL}، أمس في القلعة، مع {SCIPIO} مستقبل الأسطول وتجارة القمح، وذلك قبل العاصفة.",
        f"وناقش {HANNIBAL} مع {SCIPIO} مستقبل الأسطول وتجارة القمح وأخبره عن العاصفة.",
    ],
)
def test_two_who_are_named(facts_of: Marked, text: str) -> None:
    (fact,) = kinds(facts_of(text), "event")
    assert (subject_of(fact), object_of(fact)) == ("person:حنبعل", "مستقبل الأسطول وتجارة القمح")
    assert fact.predicate.text.endswith("مع سكيبيو")


def test_two_who_met_before(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(MET, "وناقش الجانبان تجارة القمح في البحر."), "event")
    assert (subject_of(fact), fact.predicate.text) == ("person:حنبعل", "ناقش مع سكيبيو")
    assert object_of(fact) == "تجارة القمح في البحر"


@pytest.mark.parametrize(
    "text",
    [
        "ناقش الجانبان تجارة القمح في البحر.",  # who?
        f"لم يناقش {HANNIBAL} مع {SCIPIO} تجارة القمح.",
        f"بحث {HANNIBAL} عن سفينة في الميناء.",
        f"ناقش {HANNIBAL} مع {SCIPIO} أمس.",
    ],
)
def test_what_is_no_talk(facts_of: Marked, text: str) -> None:
    assert kinds(facts_of(text), "event") == []
