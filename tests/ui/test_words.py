"""How facts, dates and counts are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tui import i18n
from tui.arabic.direction import unisolated
from tui.errors import LibraryError, QueryError
from tui.model import ArticleRow, Evidence, Fact, FactLink, LinkedFact, Predicate, Quantity
from tui.query import parse
from tui.query.tables import KINDS
from tui.ui import whys, words

if TYPE_CHECKING:
    from tui.model import Modality, Relation

QUANTITIES = (
    (Quantity(180, None, None, ">=", "", "صحفيا"), "at least 180 صحفيا", "180 صحفيا على الأقل"),
    (Quantity(180, None, None, "=", "", "صحفيا"), "180 صحفيا", "180 صحفيا"),
    (Quantity(20, None, None, "~", "%", "الناخبين"), "about 20% of الناخبين", "نحو 20% من الناخبين"),
    (Quantity(93.94, None, None, "=", "%", ""), "93.94%", "93.94%"),
    (Quantity(30_000, None, None, ">", "دينار", "كلفة"), "كلفة: more than 30,000 دينار", "كلفة: أكثر من 30,000 دينار"),
    (Quantity(None, 5, 10, "between", "", "سنوات"), "between 5 and 10 سنوات", "بين 5 و10 سنوات"),
)
DAYS = (
    ("2021-07-28", "28 July 2021", "28 يوليو 2021"),
    ("2021-07-28T14:30Z", "28 July 2021", "28 يوليو 2021"),
    ("2021-07", "July 2021", "يوليو 2021"),
    ("2021", "2021", "2021"),
    ("", "no date", "بلا تاريخ"),
)
# CLDR's rules for Arabic: zero, one, two, few (3 to 10), many (11 to 99), other (100 to 102), by the last two digits.
COUNTS = {
    0: "لا مقالات", 1: "مقال واحد", 2: "مقالان", 3: "3 مقالات", 10: "10 مقالات", 11: "11 مقالا", 99: "99 مقالا",
    100: "100 مقال", 101: "101 مقال", 102: "102 مقال", 103: "103 مقالات", 111: "111 مقالا",
    1_000_000: "1,000,000 مقال",
}  # fmt: skip


@pytest.mark.parametrize(("quantity", "english", "arabic"), QUANTITIES)
def test_quantities(quantity: Quantity, english: str, arabic: str) -> None:
    assert unisolated(words.quantity(quantity)) == english
    i18n.use("ar")
    assert unisolated(words.quantity(quantity)) == arabic


@pytest.mark.parametrize(("published", "english", "arabic"), DAYS)
def test_days(published: str, english: str, arabic: str) -> None:
    assert words.day(published) == english
    i18n.use("ar")
    assert words.day(published) == arabic


# The same for a noun whose forms differ otherwise.
FACTS = {
    0: "لا وقائع", 1: "واقعة واحدة", 2: "واقعتان", 3: "3 وقائع", 10: "10 وقائع", 11: "11 واقعة", 99: "99 واقعة",
    100: "100 واقعة", 101: "101 واقعة", 102: "102 واقعة", 103: "103 وقائع", 111: "111 واقعة",
}  # fmt: skip


@pytest.mark.parametrize(("count", "arabic"), FACTS.items())
def test_facts_take_the_right_plural(count: int, arabic: str) -> None:
    i18n.use("ar")
    assert words.facts(count) == arabic


@pytest.mark.parametrize(("count", "arabic"), COUNTS.items())
def test_articles_take_the_right_plural(count: int, arabic: str) -> None:
    assert words.articles(count) == (f"{count:,} articles" if count != 1 else "1 article")
    i18n.use("ar")
    assert words.articles(count) == arabic


@pytest.mark.parametrize(
    ("query", "english", "arabic"),
    [
        (
            "بعد:read",
            "read is no date; write 2021, 2021-07, 2021-07-28, a month's name or today",
            "read ليس تاريخا؛ اكتب 2021 أو 2021-07 أو 2021-07-28 أو اسم شهر أو اليوم",
        ),
        ("is:x", "x is no mark; there are unread, read, starred", "لا علامة اسمها x؛ العلامات: غير مقروء، مقروء، مميز"),
        ('"قمة', "the quotation is not closed", "علامة الاقتباس غير مغلقة"),
    ],
)
def test_mistakes_are_told_in_the_language_of_the_interface(query: str, english: str, arabic: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert str(caught.value) == english
    assert unisolated(words.error(caught.value)) == english
    i18n.use("ar")
    assert unisolated(words.error(caught.value)) == arabic
    assert str(caught.value) == english


def test_what_is_in_no_catalogue_is_told_as_it_is() -> None:
    i18n.use("ar")
    assert words.error(LibraryError("a {brace}")) == "a {brace}"
    assert unisolated(words.error(LibraryError("{path}: {path}", path="/x"))) == "/x: /x"


def _linked(relation: Relation, why: str, *, quantity: Quantity | None = None, modality: Modality = "asserted") -> Any:
    row = ArticleRow(1, "", "", "", read=False, starred=False)
    fact = Fact(
        "", "event", None, Predicate(""), None, quantity, None, "", "affirmed", modality, (), Evidence(0, 1, "x"), 1, ""
    )
    return LinkedFact(FactLink("", relation, why), fact, row)


@pytest.mark.parametrize(
    ("here", "there", "english", "arabic"),
    [
        (
            _linked("same", "").fact,
            _linked("same", "the same deed against the same target"),
            "the same deed against the same target",
            "الفعل نفسه على الهدف نفسه",
        ),
        (
            _linked("differs", "", quantity=QUANTITIES[0][0]).fact,
            _linked("differs", "at least 180 here", quantity=QUANTITIES[1][0]),
            "at least 180 صحفيا here, 180 صحفيا there; both can hold",
            "هنا 180 صحفيا على الأقل، وهناك 180 صحفيا؛ وقد يصح كلاهما",
        ),
        (
            _linked("weaker", "", modality="established").fact,
            _linked("weaker", "established here", modality="alleged"),
            "established here, alleged there",
            "هنا ثابت، وهناك مزعوم",
        ),
        (
            _linked("differs", "", quantity=QUANTITIES[0][0]).fact,
            _linked("differs", "1 here, 2 there, on another day", quantity=QUANTITIES[1][0]),
            "at least 180 صحفيا here, 180 صحفيا there, on another day",
            "هنا 180 صحفيا على الأقل، وهناك 180 صحفيا، في يوم آخر",
        ),
        (
            _linked("conflicts", "", quantity=QUANTITIES[1][0]).fact,
            _linked("conflicts", "one denies it: «وصل» here, «لم يصل» there", quantity=QUANTITIES[1][0]),
            "one denies it: «وصل» here, «لم يصل» there",
            "أحدهما ينفيه: هنا «وصل»، وهناك «لم يصل»",
        ),
        (
            _linked("differs", "").fact,
            _linked("differs", "80 here, 60 there, else nearly the same words"),
            "80 here, 60 there, else nearly the same words",
            "هنا 80، وهناك 60، وما سوى ذلك بالكلمات نفسها تقريبا",
        ),
        (_linked("denies", "").fact, _linked("denies", "«حنبعل» denies it"), "«حنبعل» denies it", "نفاه «حنبعل»"),
        (
            _linked("denies", "").fact,
            _linked("denies", "a new rule's words"),
            "a new rule's words",
            "a new rule's words",
        ),
    ],
)
def test_why_two_facts_are_linked_is_told_in_either_language(
    here: Fact, there: LinkedFact, english: str, arabic: str
) -> None:
    assert unisolated(whys.why(here, there)) == english
    i18n.use("ar")
    assert unisolated(whys.why(here, there)) == arabic


def test_a_fact_of_the_same_article_is_told_without_its_title() -> None:
    linked = _linked("denies", "")
    ((_relation, elsewhere),) = words.links(linked.fact, (linked,), here=2)
    ((_relation, here),) = words.links(linked.fact, (linked,), here=1)
    assert " — " in elsewhere
    assert " — " not in here


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_kind_is_asked_for_in_the_words_in_which_it_is_shown(language: str) -> None:
    i18n.use(language)
    for kind in KINDS.values():
        assert parse(f'fact:"{words.kind(kind)}"') == parse(f"fact:{kind}")


# ---------------------------------------------------------------- what other articles say


def _count(value: float, day: str) -> Fact:
    evidence = Evidence(0, 3, "12 بحارا")
    quantity = Quantity(value, None, None, "=", "", "بحارا")
    return Fact(
        f"{value}-{day}", "quantity", None, Predicate("عدد"), None, quantity, None, "", "affirmed", "asserted", (),
        evidence, 0.9, "test",
    )  # fmt: skip


def _link(fact: Fact, relation: Relation, number: int = 1, *, of: int = 1) -> LinkedFact:
    row = ArticleRow(number, "غرق سفينة", "صور", "2021-07-29", read=False, starred=False)
    return LinkedFact(FactLink(fact.id, relation, "why"), fact, row, copied=not of, source=of)


def test_a_count_that_went_on_reads_from_either_end() -> None:
    before, after = _count(10, "2021-07-28"), _count(12, "2021-07-29")
    assert unisolated(words.relation(before, _link(after, "updates"))) == "← follows it up"
    assert unisolated(words.relation(after, _link(before, "updates"))) == "→ an earlier count"


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        ((1,), "= 1 article says the same"),
        ((1, 2), "= 2 articles say the same"),
        ((0, 1), "= 2 articles say the same; other sources: 1"),
        ((0,), "= 1 article says the same; same source"),
        ((1, 1, 2), "= 3 articles say the same; other sources: 2"),
    ],
)
def test_only_independent_sources_corroborate(sources: tuple[int, ...], told: str) -> None:
    fact = _count(10, "2021-07-28")
    links = tuple(_link(fact, "same", number, of=source) for number, source in enumerate(sources))
    ((relation, line),) = words.links(fact, links, here=9)
    assert (relation, unisolated(line)) == ("same", told)
