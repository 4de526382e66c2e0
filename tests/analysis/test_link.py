"""How facts of several articles stand to each other: figures, meetings, deeds, words; and what must not be linked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.analysis.facts import figures
from tui.analysis.facts.link import block_keys, compare, link_all
from tui.model import Fact, Quantity

Marked = Callable[..., tuple[Fact, ...]]

HANNIBAL = "{حنبعل=person:حنبعل}"
SCIPIO = "{سكيبيو=person:سكيبيو}"
FLEET = "{أسطول قرطاج=organisation:اسطول-قرطاج}"


def _only(facts: tuple[Fact, ...], kind: str) -> Fact:
    (fact,) = (fact for fact in facts if fact.kind == kind)
    return fact


def _relations(*articles: tuple[Fact, ...]) -> set[str]:
    links = link_all(enumerate(articles))
    return {link.relation for found in links.values() for link in found}


# ---------------------------------------------------------------- figures


def _quantity(comparator: str, value: float | None, low: float | None = None, high: float | None = None) -> Quantity:
    return Quantity(value, low, high, comparator, "", "بحارا")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (_quantity("=", 180), _quantity("=", 180), "same"),
        (_quantity(">=", 180), _quantity("=", 180), "same"),
        (_quantity(">=", 180), _quantity("=", 189), "differs"),
        (_quantity("=", 180), _quantity("=", 189), "conflicts"),
        (_quantity(">", 180), _quantity("=", 180), "conflicts"),
        (_quantity(">", 180), _quantity("<", 200), "differs"),
        (_quantity("~", 180), _quantity("=", 189), "differs"),
        (_quantity("~", 180), _quantity("=", 400), "conflicts"),
        (_quantity("between", None, 100, 200), _quantity("=", 180), "differs"),
        (_quantity("<=", 100), _quantity(">=", 180), "conflicts"),
    ],
)
def test_what_comparators_leave_room_for(a: Quantity, b: Quantity, relation: str) -> None:
    assert figures.relation(a, b) == relation
    assert figures.relation(b, a) == relation


def test_why_names_both_figures() -> None:
    assert figures.why(_quantity(">=", 180), _quantity("=", 189), "differs") == (
        "at least 180 «بحارا» here, 189 there; both can hold"
    )


def test_one_figure_in_two_wordings(facts_of: Marked) -> None:
    one = facts_of("بعد تحقيق أنجزته 17 سفينة تجارية كبيرة في الصيف.")
    two = facts_of("وتشاركت الخبر مجموعة من 17 سفينة تجارية كبيرة، من بينها سفن صور.", published="2021-07-29")
    assert _relations(one, two) == {"same"}


def test_a_rare_figure_in_two_wordings_is_one(facts_of: Marked) -> None:
    exact = facts_of("أظهر السجل أن نظام {مرصاد=product:مرصاد} راقب 180 بحارا في الميناء.")
    bound = facts_of("وراقب النظام ما لا يقل عن 180 بحارا في ذلك الميناء، كما أظهر السجل القديم.")
    link = compare(_only(exact, "quantity"), _only(bound, "quantity"))
    assert link is not None
    assert (link.relation, link.why) == ("same", "180 «بحارا» here, at least 180 there: one figure")
    assert _relations(exact, bound) == {"same"}


def test_a_rare_figure_of_something_else_is_not_linked(facts_of: Marked) -> None:
    one = facts_of("أظهر السجل أن نظام {مرصاد=product:مرصاد} راقب 180 بحارا في الميناء.")
    assert _relations(one, facts_of("وغرق في العاصفة 180 بحارا كانوا عائدين من صور.")) == set()
    assert _relations(one, facts_of("وراقب النظام 60 بحارا في ذلك الميناء، كما أظهر السجل القديم.")) == set()
    money = facts_of("غرم الحاكم التاجر بخطية قدرها 1000 دينار بسبب الصيد.")
    assert _relations(money, facts_of("غرم الحاكم بحارا بخطية قدرها 1000 دينار بسبب الصيد.")) == set()


def test_shares_that_differ_are_not_one_gain(facts_of: Marked) -> None:
    one = facts_of(f"حصل {HANNIBAL} على 94.7 بالمائة من أصوات الجنود.")
    two = facts_of(f"حصل {HANNIBAL} على 23.7 بالمائة من أصوات الجنود.")
    assert [fact.kind for fact in one if fact.kind == "obtain"]
    assert _relations(one, two) == set()


def test_figures_of_one_thing_that_differ(facts_of: Marked) -> None:
    one = facts_of(f"فقد {FLEET} ما لا يقل عن 180 بحارا.")
    two = facts_of(f"فقد {FLEET} 189 بحارا.")
    three = facts_of(f"فقد {FLEET} 120 بحارا.")
    assert _relations(one, two) == {"differs"}
    assert _relations(one, three) == {"conflicts"}


def test_figures_of_other_days_differ_rather_than_conflict(facts_of: Marked) -> None:
    one = facts_of(f"فقد {FLEET} 120 بحارا.", published="2021-07-28")
    two = facts_of(f"فقد {FLEET} 189 بحارا.", published="2021-07-30")
    assert _relations(one, two) == {"differs"}


def test_figures_of_other_things_are_not_linked(facts_of: Marked) -> None:
    fleet = facts_of(f"فقد {FLEET} 120 بحارا.")
    assert _relations(fleet, facts_of("فقد {أسطول روما=organisation:اسطول-روما} 189 بحارا.")) == set()
    assert _relations(fleet, facts_of(f"فقد {FLEET} 189 تاجرا.")) == set()
    assert _relations(facts_of("أوقف 3 أشخاص."), facts_of("أوقف 5 أشخاص.")) == set()
    assert _relations(facts_of(f"فقد {FLEET} 20 بحارا مصريا."), facts_of(f"فقد {FLEET} 30 بحارا ليبيا.")) == set()
    assert _relations(fleet, facts_of(f"فقد {FLEET} 120 بحارا.", published="2019-01-01")) == set()


def _why(one: tuple[Fact, ...], two: tuple[Fact, ...], kind: str = "quantity") -> tuple[str, str]:
    link = compare(_only(one, kind), _only(two, kind), one, two)
    return (link.relation, link.why) if link is not None else ("", "")


def test_another_figure_in_nearly_the_same_words(facts_of: Marked) -> None:
    one = facts_of("وأوقفت دورية الميناء الشرقي فجرا 7 بحارة كانوا يحملون ألواحا من الخشب.")
    two = facts_of("أوقفت دورية الميناء الشرقي فجرا 9 بحارة كانوا يحملون ألواحا من الخشب.", published="2021-07-29")
    assert _relations(one, two) == {"differs"}
    assert _why(one, two)[1] == "7 «بحارة» here, 9 there, on another day"
    later = facts_of("أوقفت دورية الميناء الشرقي فجرا 9 بحارة كانوا يحملون ألواحا من الخشب.", published="2021-08-09")
    assert _relations(one, later) == set()


def test_an_article_that_tells_both_figures_contradicts_neither(facts_of: Marked) -> None:
    one = facts_of("وأوقفت دورية الميناء الشرقي فجرا 7 بحارة كانوا يحملون ألواحا من الخشب.")
    other = "أوقفت دورية الميناء الشرقي فجرا 9 بحارة كانوا يحملون ألواحا من الخشب."
    assert _relations(one, facts_of(other)) == {"conflicts"}
    assert _relations(one, facts_of(other, "وغادر المدينة ليلا 7 بحارة.")) == set()


def test_figures_of_the_dead_and_of_the_hurt_are_not_one(facts_of: Marked) -> None:
    one = facts_of("أسفر انهيار الجسر القديم في الميناء الشرقي عن مقتل 4 بحارة.")
    assert _relations(one, facts_of("أسفر انهيار الجسر القديم في الميناء الشرقي عن إصابة 6 بحارة.")) == set()


def test_a_figure_that_one_article_denies(facts_of: Marked) -> None:
    one = facts_of("ووصلت إلى الميناء الشرقي صباحا 17 سفينة تجارية كبيرة.")
    two = facts_of("لم تصل إلى الميناء الشرقي صباحا 17 سفينة تجارية كبيرة.")
    assert _relations(one, two) == {"conflicts"}
    assert _why(one, two) == ("conflicts", "one denies it: «ووصلت» here, «لم تصل» there")
    assert _why(two, one) == ("conflicts", "one denies it: «لم تصل» here, «ووصلت» there")


def test_a_brief_figure_that_one_article_denies(facts_of: Marked) -> None:
    rest = "وغادرت السفينة الميناء الشرقي بعد العاصفة."
    one = facts_of(f"وحجز 4 قوارب مسروقة. {rest}")
    two = facts_of(f"ولم يحجز 4 قوارب مسروقة. {rest}", published="2021-07-29")
    assert _why(one, two) == ("conflicts", "one denies it: «وحجز» here, «ولم يحجز» there")


def test_a_figure_reached_by_one_article_alone(facts_of: Marked) -> None:
    one = facts_of("رست في الميناء الشرقي سفينة كبيرة تجاوز عدد ركابها 340 بحارا.")
    two = facts_of("رست في الميناء الشرقي سفينة كبيرة لم يتجاوز عدد ركابها 340 بحارا.")
    assert _relations(one, two) == {"conflicts"}


def test_a_toll_goes_on(facts_of: Marked) -> None:
    one = facts_of("أسفر انهيار الجسر القديم في الميناء الشرقي عن مقتل 10 بحارة.")
    risen = facts_of("ارتفاع حصيلة قتلى انهيار الجسر القديم بالميناء إلى 12 بحارا.", published="2021-07-29")
    same_day = facts_of("ارتفاع حصيلة قتلى انهيار الجسر القديم بالميناء إلى 12 بحارا.")
    assert _why(one, risen) == ("updates", "10 «بحارة» here, 12 there; the count went on")
    assert _relations(one, risen) == _relations(one, same_day) == {"updates"}


def test_what_does_not_go_on(facts_of: Marked) -> None:
    one = facts_of("أسفر انهيار الجسر القديم في الميناء الشرقي عن مقتل 10 بحارة.")
    lower = facts_of("أسفر غرق السفينة الكبيرة قبالة صور عن مقتل 12 بحارا.", published="2021-07-29")
    assert _relations(one, lower) == set()
    weeks = facts_of("ارتفاع حصيلة قتلى انهيار الجسر القديم بالميناء إلى 12 بحارا.", published="2021-08-20")
    assert _relations(one, weeks) == set()
    fallen = facts_of("بلغت حصيلة قتلى انهيار الجسر القديم بالميناء 8 بحارة.", published="2021-07-29")
    assert "updates" not in _relations(one, fallen)


# ---------------------------------------------------------------- contacts


def test_one_meeting_in_two_articles(facts_of: Marked) -> None:
    one = facts_of(f"التقى {HANNIBAL} ب{SCIPIO} أمس.")
    two = facts_of(f"اللقاء الذي جمع {SCIPIO} ب{HANNIBAL} كان قصيرا.", published="2021-07-29")
    assert _relations(one, two) == {"same"}


def test_meetings_of_others_or_of_other_days_are_not_linked(facts_of: Marked) -> None:
    one = facts_of(f"التقى {HANNIBAL} ب{SCIPIO} أمس.")
    assert _relations(one, facts_of(f"التقى {HANNIBAL} ب{{ماسينيسا=person:ماسينيسا}} أمس.")) == set()
    assert _relations(one, facts_of(f"التقى {HANNIBAL} ب{SCIPIO} يوم 3 مارس 2021.")) == set()


# ---------------------------------------------------------------- deeds and denials


def test_an_allegation_is_weaker_than_proof(facts_of: Marked) -> None:
    one = facts_of(f"جاء ذلك بعد ثبوت التجسس على القائد {HANNIBAL}.")
    two = facts_of(f"رد على اتهامات التجسس ببرنامج “العين” على عدة قادة بينهم القائد {HANNIBAL}.")
    a, b = _only(one, "event"), _only(two, "event")
    link = compare(a, b)
    assert link is not None
    assert (link.fact, link.relation, link.why) == (b.id, "weaker", "established here, alleged there")
    assert set(block_keys(a)) & set(block_keys(b))
    assert _relations(one, two) == {"weaker"}


def test_a_denial_denies_the_claim_of_another_article(facts_of: Marked) -> None:
    claim = facts_of("وتحدثت تقارير عن أن {روما=place:روما} قامت بالتجسس على تجار الميناء.")
    denial = facts_of("نفت {روما=place:روما} أي تجسس على تجار الميناء.")
    assert _relations(claim, denial) == {"denies"}
    verb = facts_of("وتحدثت تقارير عن أن {تونس=place:تونس} تجسست على تجار الميناء.")
    government = facts_of("نفت {الحكومة التونسية=organisation:الحكومه-التونسيه} أي تجسس على التجار.")
    assert _relations(verb, government) == {"denies"}
    other = facts_of("نفت {قرطاج=place:قرطاج} أي تجسس على تجار الميناء.")
    assert _relations(claim, other) == set()


def test_other_targets_are_not_linked(facts_of: Marked) -> None:
    one = facts_of(f"جاء ذلك بعد ثبوت التجسس على القائد {HANNIBAL}.")
    assert _relations(one, facts_of(f"جاء ذلك بعد ثبوت التجسس على القائد {SCIPIO}.")) == set()


# ---------------------------------------------------------------- words


def test_a_quote_links_only_when_speaker_and_words_agree(facts_of: Marked) -> None:
    one = facts_of(f"قال {HANNIBAL} إن الطريق إلى الجبل طويل وشاق على الفيلة.")
    assert _relations(one, facts_of(f"أكد {HANNIBAL} أن الطريق إلى الجبل طويل وشاق على الفيلة.")) == {"same"}
    assert _relations(one, facts_of(f"قال {SCIPIO} إن الطريق إلى الجبل طويل وشاق على الفيلة.")) == {"related"}
    assert _relations(one, facts_of(f"قال {HANNIBAL} إن الطريق إلى البحر قصير وسهل على السفن.")) == set()


def test_a_verb_that_only_one_denies(facts_of: Marked) -> None:
    one = facts_of(f"قال {HANNIBAL} إن الجيش سيعبر الجبل الشمالي مع الفيلة في الشتاء.")
    two = facts_of(f"أكد {HANNIBAL} أن الجيش لن يعبر الجبل الشمالي مع الفيلة في الشتاء.")
    assert _relations(one, two) == {"conflicts"}
    assert _why(one, two, "statement")[1] == "one denies it: «سيعبر» here, «لن يعبر» there"
    other = facts_of(f"أكد {SCIPIO} أن الجيش لن يعبر الجبل الشمالي مع الفيلة في الشتاء.")
    assert _relations(one, other) == {"conflicts"}


def test_a_saying_with_another_figure(facts_of: Marked) -> None:
    one = facts_of(f"قال {HANNIBAL} إن الطريق الطويل إلى الجبل الشمالي سيكلف الجيش ثمانين فيلا.")
    two = facts_of(f"قال {HANNIBAL} إن الطريق الطويل إلى الجبل الشمالي سيكلف الجيش ستين فيلا.")
    assert _why(one, two, "statement") == ("differs", "80 here, 60 there, else nearly the same words")


def test_a_denial_of_what_somebody_says(facts_of: Marked) -> None:
    one = facts_of(f"قال {HANNIBAL} إن الجيش عبر الجبل الشمالي مع الفيلة في الشتاء، ثم عاد إلى الساحل.")
    denial = facts_of(f"نفى {SCIPIO} أن الجيش عبر الجبل الشمالي مع الفيلة في الشتاء.")
    assert _relations(one, denial) == {"denies"}
    contrary = facts_of(f"قال {HANNIBAL} إن الجيش لم يعبر الجبل الشمالي مع الفيلة في الشتاء.")
    assert _relations(contrary, denial) == set()
    told = facts_of(f"قال {HANNIBAL} إن سكيبيو نفى أن الجيش عبر الجبل الشمالي مع الفيلة في الشتاء.")
    assert _relations(told, denial) == set()


def test_a_brief_clause_that_somebody_denies(facts_of: Marked) -> None:
    one = facts_of(f"قال {HANNIBAL} إن حالته شبه مستقرة.")
    assert _relations(one, facts_of(f"نفى {SCIPIO} أن حالته شبه مستقرة.")) == {"denies"}
    assert _relations(one, facts_of(f"نفى {SCIPIO} أن حالته خطيرة.")) == set()


def test_a_demand_that_one_article_denies(facts_of: Marked) -> None:
    one = facts_of(f"طالب {HANNIBAL} البحارة بتأجيل عبور الجبل إلى الربيع.")
    two = facts_of(f"لم يطالب {HANNIBAL} البحارة بتأجيل عبور الجبل إلى الربيع.")
    assert _relations(one, two) == {"conflicts"}


def test_one_relation_in_two_wordings(facts_of: Marked) -> None:
    one = facts_of("شركة {مايكروسوفت=organisation:مايكروسوفت}، المطورة لنظام {ويندوز=product:ويندوز}.")
    two = facts_of("شركة {مايكروسوفت=organisation:مايكروسوفت} التي طورت نظام {ويندوز=product:ويندوز}.")
    assert _relations(one, two) == {"same"}


# ---------------------------------------------------------------- blocks


def test_keys_are_stable_signed_64_bit_numbers(facts_of: Marked) -> None:
    for fact in facts_of(f"قال {HANNIBAL} إن الطريق طويل وشاق. فقد {FLEET} 120 بحارا."):
        keys = block_keys(fact)
        assert keys == block_keys(fact)
        assert all(-(2**63) <= key < 2**63 for key in keys)
        assert 0 < len(keys) < 10


def test_facts_of_one_article_are_not_linked(facts_of: Marked) -> None:
    facts = facts_of(f"فقد {FLEET} 120 بحارا.", f"وفقد {FLEET} 120 بحارا.")
    assert link_all([(0, facts)]) == {}


def test_the_two_articles_of_the_folder_beside_the_project() -> None:
    folder = Path(__file__).parents[2].parent / "shared/articles"
    if not folder.is_dir():
        pytest.skip("the articles are not beside this checkout")
    from tui.analysis.analyse import analyse
    from tui.sources import read

    articles = [(number, analyse(read(path)).facts) for number, path in enumerate(sorted(folder.glob("*.txt")))]
    facts = {fact.id: fact for _, found in articles for fact in found}
    links = [(facts[one], link) for one, found in link_all(articles).items() for link in found]
    same = {fact.quantity.value for fact, link in links if link.relation == "same" and fact.quantity}
    assert same == {17}
    assert {fact.kind for fact, link in links if link.relation == "weaker"} == {"event"}
    assert [fact for fact, _ in links if fact.kind == "meeting"] == []
