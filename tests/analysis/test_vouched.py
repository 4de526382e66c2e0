"""Whose words a figure or an arrest stands in, where its sentence makes no statement of them."""

from __future__ import annotations

import pytest

from tests.analysis.marked_facts import HANNIBAL, Marked, kinds
from tui.analysis.facts import sure

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


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("أكد آمر الفوج، في تصريح لإذاعة قرطاج، أنه تم انتشال 34 جثة من البحر.", ["آمر الفوج"]),
        ("أكدت ممرضة بالمستشفى العسكري أن السفينة نقلت 34 بحارا إلى الميناء.", ["ممرضة بالمستشفى العسكري"]),
        ("أوضح البلاغ أن السفينة نقلت 34 بحارا، وأضاف أنها حملت 20 خيمة.", ["البلاغ"]),
        ("تم انتشال 34 جثة من البحر، وفقا للمصدر ذاته.", ["المصدر ذاته"]),
        ("تم انتشال 34 جثة من البحر حسب آخر الإحصائيات.", ["آخر الإحصائيات"]),
        ("وأسفر الحادث، وفق ما تناقلته وسائل الإعلام، عن غرق 34 بحارا.", ["وسائل الإعلام"]),
        ("تم انتشال 34 جثة من البحر، وفقا لمنظمة الإغاثة.", ["منظمة الإغاثة"]),
        ("تم، حسب ما أشار إليه تقرير رسمي، انتشال 34 جثة.", ["تقرير رسمي"]),
        ("وأظهر التحقيق، بحسب ما نقل عنه، أن السفينة حملت 34 خيمة.", []),
        ("تم توزيع 34 خيمة حسب القواعد المعمول بها.", []),
        ("أعرب آمر الفوج عن أمله في أن تصل إلى الميناء 34 سفينة.", []),
        ("شارك المدير في أشغال الندوة حيث أن الجزيرة تضم 34 قلعة.", []),
    ],
)
def test_whose_word_it_is_where_no_party_is_made_out(facts_of: Marked, text: str, sources: list[str]) -> None:
    fact = kinds(facts_of(text), "quantity")[0]
    assert [one.source for one in fact.attribution] == sources


def test_a_figure_on_the_word_of_somebody_not_made_out_is_less_sure(facts_of: Marked) -> None:
    (fact,) = kinds(facts_of("وأضاف أنه تم انتشال 34 جثة من البحر."), "quantity")
    assert (fact.attribution, fact.rule) == ((), "quantity.untraced")
    assert not sure(fact)
