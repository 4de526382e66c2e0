"""The time of a fact: its own date, else that of the story so far, else the article's day (a Wednesday)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.marked_facts import CARTHAGE, HANNIBAL, SCIPIO, Marked, kinds

if TYPE_CHECKING:
    from tui.model import Fact

TODAY, YESTERDAY = "2021-07-28", "2021-07-27"


def _start(facts: tuple[Fact, ...], kind: str) -> list[str]:
    return [fact.time.start if fact.time is not None else "-" for fact in kinds(facts, kind)]


@pytest.mark.parametrize(
    ("lead", "time"),
    [
        ("حجز الحرس أمس الثلاثاء 300 سفينة في الميناء.", YESTERDAY),
        ("حجز الحرس ليلة أمس 300 سفينة في الميناء.", YESTERDAY),
        ("حجز الحرس اليوم الأربعاء 300 سفينة في الميناء.", TODAY),
        ("حجز الحرس 300 سفينة في الميناء.", TODAY),
        ("حجز الحرس خلال الأيام القليلة الماضية 300 سفينة في الميناء.", "-"),
        ("حجز الحرس خلال سنة 2020 زهاء 300 سفينة في الميناء.", "-"),
    ],
)
def test_a_title_has_the_time_of_the_sentence_below_it(facts_of: Marked, lead: str, time: str) -> None:
    assert _start(facts_of("حجز 400 سفينة في الميناء", lead, title=True), "quantity")[0] == time


@pytest.mark.parametrize(
    ("before", "time"),
    [
        ("داهم الحرس المخزن ليلة أمس.", YESTERDAY),
        ("داهم الحرس المخزن صباح اليوم.", TODAY),
        ("داهم الحرس المخزن.", TODAY),
        ("بني المخزن سنة 1990 في الميناء.", "-"),
        ("احترق المخزن يوم 5 مارس 2020 في الليل.", "-"),
        ("احترق المخزن منذ مدة في الليل.", "-"),
        ("داهم الحرس المخزن يوم الأحد ثم يوم الاثنين.", "-"),
    ],
)
def test_a_figure_without_a_date_has_the_day_of_the_story(facts_of: Marked, before: str, time: str) -> None:
    facts = facts_of(before, "وتم حجز 300 علبة من السجائر.")
    assert _start(facts, "quantity") == [time]


@pytest.mark.parametrize("rate", ["يوميا", "كل سنة"])
def test_what_is_always_so_is_of_no_day_of_the_story(facts_of: Marked, rate: str) -> None:
    facts = facts_of("احترق المخزن ليلة أمس.", f"وتحترق 300 سفينة {rate} في الموانئ.")
    assert _start(facts, "quantity") == ["-"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("تمكنت الوحدات خلال اليومين الماضيين من القبض على تاجر في الميناء.", "-"),
        ("تمكنت الوحدات أمس من القبض على تاجر في الميناء.", YESTERDAY),
        ("أكدت الوزارة في بلاغ لها أمس أنه تم إيقاف ثلاثة أشخاص في الميناء.", "-"),
        ("وكانت الوحدات قد تمكنت من إيقاف تاجر في الميناء.", "-"),
        ("تمكنت الوحدات من إيقاف تاجر في الميناء.", TODAY),
    ],
)
def test_an_arrest_has_no_day_that_is_not_its_own(facts_of: Marked, text: str, time: str) -> None:
    assert _start(facts_of(text), "arrest") == [time]


def test_what_a_speaker_adds_is_of_the_day_he_spoke(facts_of: Marked) -> None:
    facts = facts_of(
        f"قال {HANNIBAL} أمس إن السفن التي بنيت في {CARTHAGE} جاهزة للإبحار.",
        f"وأضاف {HANNIBAL} أن الحرب مع المدن المجاورة ستكون طويلة.",
        f"وأكد {SCIPIO} أن السلم مع المدن المجاورة قريب جدا.",
    )
    assert _start(facts, "statement") == [YESTERDAY, YESTERDAY, TODAY]


def test_what_is_planned_is_not_of_the_article_day(facts_of: Marked) -> None:
    assert _start(facts_of("ستوفر السفينة 300 علبة من التمر."), "quantity") == ["-"]


def test_a_day_ahead_is_none_of_what_is_asked(facts_of: Marked) -> None:
    facts = facts_of(f"دعا {HANNIBAL} إلى الإضراب غدا الخميس في الميناء.")
    assert _start(facts, "demand") == [TODAY]
