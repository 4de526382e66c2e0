"""Whose words a figure or an arrest stands in, where its sentence makes no statement of them."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import HANNIBAL, Marked, kinds

POLICE = "{شرطة قرطاج=organisation:شرطة-قرطاج}"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (f"أعلنت {POLICE} انتشال 34 جثة من البحر.", ["شرطة قرطاج"]),
        (f"أعلنت {POLICE} اليوم عن انتشال 34 جثة من البحر.", ["شرطة قرطاج"]),
        (f"تم في الميناء انتشال 34 جثة من البحر، وفق ما أكدته {POLICE}.", ["شرطة قرطاج"]),
        (f"وبحسب {POLICE}، فإن 34 بحارا غرقوا في البحر.", ["شرطة قرطاج"]),
        ("تم في الميناء انتشال 34 جثة من البحر.", []),
        (f"قال {HANNIBAL}، المتعهد بالتحقيق في مقتل 30 بحارا، إن القضية طويلة.", []),
        (f"أعلنت {POLICE} خلال زيارة إلى 3 قلاع عن بناء الميناء.", []),
    ],
)
def test_whose_figure_it_is(facts_of: Marked, text: str, sources: list[str]) -> None:
    fact = kinds(facts_of(text), "quantity")[0]
    assert [one.source for one in fact.attribution] == sources


def test_who_hears_a_source_is_none(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"انتشلت السفن 34 جثة بحسب ما أكده للإذاعة، {HANNIBAL}."), "quantity")
    assert fact.attribution == ()


def test_whose_arrest_it_is(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of(f"أعلنت {POLICE} في بلاغ لها عن إيقاف 3 أشخاص في الميناء."), "arrest")
    assert [(one.source, one.cue) for one in fact.attribution] == [("شرطة قرطاج", "أعلنت")]
