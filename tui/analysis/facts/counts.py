"""How two figures stand to each other: one count, a count that went on, two that do not agree, or nothing certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.facts import figures
from tui.analysis.facts.compared import (
    among_the_same_words,
    counted,
    day,
    days_apart,
    entities,
    event_words,
    figures_in,
    one_context,
    one_time,
    told_alike,
    told_in_one_way,
)
from tui.analysis.facts.lexicon import words as known_words
from tui.analysis.facts.opposed import opposed
from tui.analysis.facts.quantities import telling
from tui.arabic.normalise import words
from tui.arabic.repeats import repeats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Fact, Quantity, Relation

    Found = tuple[Relation, str] | None

_LARGE = 100  # a figure from which on two articles hardly count different things of one kind
_NEAR = 2  # days between articles of one event
_SOON = 4  # days within which the count of one event goes on
_OPPOSITE = ({">", "<="}, {"<", ">="})  # تجاوز 40 against لم يتجاوز 40: both tell the number
_RARE = 2  # words that tell of one event


def linked(a: Fact, b: Fact, with_a: Sequence[Fact], with_b: Sequence[Fact]) -> Found:
    """How the figure of `b` stands to that of `a`; and the facts of their articles, which may tell both figures."""
    one, two = a.quantity, b.quantity
    if one is None or two is None or one.unit != two.unit:
        return None
    first, second = counted(one.what), counted(two.what)
    modifiers = set(first[1:]) & set(second[1:])
    if not first or first[:1] != second[:1] or (first[1:] and second[1:] and not modifiers):
        return None
    relation = figures.relation(one, two)
    # A paragraph that is used again has its أمس and its weekday from the day of the first.
    again = relation == "same" and repeats(a.evidence.around, b.evidence.around)
    if not again and not one_time(a, b):
        return None
    return _one_figure(a, b, modifiers) if relation == "same" else _two_figures(a, b, relation, with_a, with_b)


def _two_figures(a: Fact, b: Fact, relation: Relation, with_a: Sequence[Fact], with_b: Sequence[Fact]) -> Found:
    one, two = a.quantity, b.quantity
    if one is None or two is None or not figures.near(one, two):
        return None
    opposite = one.size == two.size and {one.comparator, two.comparator} in _OPPOSITE
    counts_one, goes_on = _one_count(a, b), not opposite and _goes_on(a, b)
    if not (counts_one or (goes_on and _one_toll(a, b))):
        return None
    if not opposite and (_both_told(a, with_b) or _both_told(b, with_a) or _in_one_sentence(a, b)):
        return None
    if goes_on:
        relation = "updates"
    elif relation == "conflicts" and day(a) != day(b):
        return "differs", figures.why(one, two, "conflicts") + ", on another day"  # a count may have gone on
    return relation, figures.why(one, two, relation)


def _one_figure(a: Fact, b: Fact, modifiers: set[str]) -> Found:
    """Few of a kind may be others of the kind: the nouns, the figure, days or words must tell that they are one."""
    if a.quantity is None or b.quantity is None:
        return None
    value = a.quantity.value or 0
    near = days_apart(a, b) <= _NEAR
    one_thing = len(modifiers) > 1 or (modifiers and (value >= _LARGE or near))
    shared = entities(a, spelled=True) & entities(b, spelled=True)
    contrary = opposed(a.evidence.exact, b.evidence.exact)
    if contrary:
        return ("conflicts", f"one denies it: {contrary}") if near and among_the_same_words(a, b) else None
    # As much money is often fined, lent or paid in the same words.
    alike = near and told_in_one_way(a, b) and not a.quantity.unit
    found = shared or one_thing or alike or (telling(value) and told_alike(a, b))
    return ("same", figures.why(a.quantity, b.quantity, "same")) if found else None


def _one_count(a: Fact, b: Fact) -> bool:
    """Whether two figures that are not one are counts of one thing."""
    first, second = (counted(fact.quantity.what) if fact.quantity is not None else () for fact in (a, b))
    shared = entities(a, spelled=True) & entities(b, spelled=True)
    if shared and set(first) == set(second) and one_context(a, b):
        return True
    return first == second and days_apart(a, b) <= _NEAR and told_in_one_way(a, b)


def toll(fact: Fact) -> bool:
    """Whether a figure counts victims."""
    return fact.quantity is not None and not fact.quantity.unit and _says(fact, "victims")


def _one_toll(a: Fact, b: Fact) -> bool:
    """Whether two figures count the dead, or the hurt, of what seems one event by the words that tell of it."""
    if a.quantity is None or b.quantity is None or not (toll(a) and toll(b)):
        return False
    same = counted(a.quantity.what) == counted(b.quantity.what) and _says(a, "killed") == _says(b, "killed")
    return same and len(event_words(a) & event_words(b)) >= _RARE


def _both_told(fact: Fact, others: Sequence[Fact]) -> bool:
    """Whether an article that tells another figure tells this one too: then they count different things."""
    own = fact.quantity
    return own is not None and any(_same_count(own, other.quantity) for other in others if other.quantity is not None)


def _same_count(one: Quantity, two: Quantity) -> bool:
    return (
        one.unit == two.unit
        and counted(one.what)[:1] == counted(two.what)[:1]
        and (one.value, one.low, one.high) == (two.value, two.low, two.high)
    )


def _in_one_sentence(a: Fact, b: Fact) -> bool:
    """Whether one of two sentences has both figures."""
    pairs = ((a, b), (b, a))
    return any(
        two.quantity is not None
        and two.quantity.value is not None
        and two.quantity.value in figures_in(one.evidence.exact)
        for one, two in pairs
    )


def _goes_on(a: Fact, b: Fact) -> bool:
    """Whether the later of two counts is the higher, of what is counted on: victims, or what is said to have risen."""
    if a.quantity is None or b.quantity is None or days_apart(a, b) > _SOON:
        return False
    low, high = (b, a) if b.quantity.size < a.quantity.size else (a, b)
    risen = _says(high, "rise")
    if day(low) == day(high):
        return risen
    return day(low) < day(high) and (risen or _says(high, "victims"))


def _says(fact: Fact, group: str) -> bool:
    known = known_words("cues", group)
    told = [word.fold for word in words(fact.evidence.exact)]
    return any(word in known or (word[:1] in "ولف" and word[1:] in known) for word in told)
