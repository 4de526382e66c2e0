"""What of two facts is compared: their entities, times, speakers, deeds, and the words around a figure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.analysis.facts import calendars
from tui.analysis.facts.lexicon import table
from tui.analysis.facts.lexicon import words as known_words
from tui.analysis.facts.numbers import find_numbers
from tui.analysis.recognise.lexicon import demonyms
from tui.arabic.entity_id import entity_id
from tui.arabic.normalise import fold, words
from tui.arabic.stem import stem

if TYPE_CHECKING:
    from tui.model import Fact

_AGREE = 2  # words about a rare figure
_CLOSE = 3  # days between two tellings of a round figure
_HUGE = 10_000
_SHARED = 0.25  # of the words around a figure
_NEARLY = 0.6  # of the words around two figures that are told in one way
_LEAST = 3  # words around them
_FAR = 30  # days between events that can be one


def deed(text: str) -> str:
    """The class of deed that a predicate names (التجسس على and تجسست على are `spying`); '' for others."""
    known = table("deeds")
    return next((known[form][0] for word in words(text) if (form := _bare(word.fold, known))), "")


def _bare(word: str, known: dict[str, tuple[str, ...]]) -> str:
    """The form of `known` that a folded word is, with or without و ب ل before it."""
    cut = re.sub(r"^[وفبل]?(?=ال)", "", word)
    return next((form for form in (word, cut, word[1:], "ال" + cut.removeprefix("ل")) if form in known), "")


@lru_cache(maxsize=4096)
def state(entity: str) -> str:
    """The country that a government speaks for (`organisation:الحكومه-المغربيه` is `place:المغرب`), else the entity."""
    government = "organisation:الحكومه-"
    nation = (
        demonyms().get(entity.removeprefix(government).replace("-", " ")) if entity.startswith(government) else None
    )
    return entity if nation is None else entity_id("place", nation.country)


def same_target(a: Fact, b: Fact) -> bool:
    """Whether both are done to one named entity."""
    return (
        a.object is not None and b.object is not None and bool(a.object.entity) and a.object.entity == b.object.entity
    )


def entities(fact: Fact, *, spelled: bool = False) -> set[str]:
    """The entities in the slots of a fact; `spelled` for those alone that its own clause names."""
    fillers = (fact.subject, fact.object)
    return {
        filler.entity
        for filler in fillers
        if filler is not None and filler.entity and not (spelled and filler.start is None)
    }


def speaker(fact: Fact) -> str:
    """Who says it: an entity, or folded words."""
    return "" if fact.subject is None else named(fact.subject.entity, fact.subject.text)


def named(entity: str, text: str) -> str:
    """An entity, or the folded words for one that is not known."""
    return entity or fold(text)


def content(fact: Fact) -> list[str]:
    """The stems of what fills the object."""
    return [] if fact.object is None else list(_content(fact.object.text))


@lru_cache(maxsize=1024)
def _content(text: str) -> tuple[str, ...]:
    return tuple(stem(word.fold) for word in words(text))


def day(fact: Fact) -> str:
    """A fact's day, or what is known of it; '' without one."""
    return "" if fact.time is None else fact.time.start[:10]


def days_apart(a: Fact, b: Fact) -> int:
    """Whole days between the times of two facts; 0 where they overlap or one has none."""
    times = [calendars.bounds(fact.time.start, fact.time.end) for fact in (a, b) if fact.time is not None]
    if len(times) < 2 or times[0] is None or times[1] is None:
        return 0
    return max(0, (times[0][0] - times[1][1]).days, (times[1][0] - times[0][1]).days)


def one_context(a: Fact, b: Fact) -> bool:
    """Whether the words around two figures tell of one thing: what is left of names, times and the thing counted."""
    one, two = _around(a), _around(b)
    return bool(one & two) and len(one & two) >= _SHARED * min(len(one), len(two))


def digits(fact: Fact) -> set[str]:
    """The figures in what fills the object."""
    return set() if fact.object is None else set(re.findall(r"\d+(?:[.,٫]\d+)*", fold(fact.object.text)))


def told_alike(a: Fact, b: Fact) -> bool:
    """Whether a figure that is rare is told of one thing: what it is about is one, or the words about it agree.

    Sums of money are too often the same, and a round figure on distant days is another.
    """
    if a.quantity is None or a.quantity.unit:
        return False
    if entities(a) & entities(b):
        return True
    if _round(a.quantity.value or 0) and days_apart(a, b) > _CLOSE:
        return False
    shared = (_around(a) | _beside(a)) & (_around(b) | _beside(b))
    return len(shared) >= _AGREE


def _round(value: float) -> bool:
    """Whether a figure is one digit and noughts, and not so large that few things come to it."""
    return value < _HUGE and len(f"{value:g}".strip("0")) == 1


def told_in_one_way(a: Fact, b: Fact) -> bool:
    """Whether two figures stand behind the same word (مقتل, إصابة) and among nearly the same."""
    if _before(a) != _before(b):
        return False
    if (days_apart(a, b) or a.time is None or b.time is None) and len(_around(a) & _around(b)) < _AGREE:
        return False  # every day's report has «إيقاف 12 شخصا» and the like
    return among_the_same_words(a, b)


def among_the_same_words(a: Fact, b: Fact) -> bool:
    """Whether two figures stand among nearly the same words, in their proofs and beside them."""
    one, two = _around(a) | _beside(a), _around(b) | _beside(b)
    return len(one & two) >= max(_LEAST, _NEARLY * min(len(one), len(two)))


def context_words(fact: Fact) -> list[str]:
    """The words around a figure by which it may be found again, the longest first."""
    return sorted(_around(fact), key=lambda word: (-len(word), word))


def event_words(fact: Fact) -> frozenset[str]:
    """The words around a figure that tell of which event it is: none that every accident and attack is told with."""
    told = (_around(fact) | _beside(fact)) - _told_of_all()
    return frozenset(word for word in told if len(word) > 2 and not word[:1].isdigit())


@lru_cache(maxsize=1)
def _told_of_all() -> frozenset[str]:
    groups = ("victims", "killed", "rise", "mishap", "speech", "people")
    return frozenset(stem(word) for group in groups for word in known_words("cues", group))


def figures_in(text: str) -> set[float]:
    """The figures that a text names, in digits or words."""
    return {number.value for number in find_numbers(text) if number.value is not None}


def _before(fact: Fact) -> str:
    """The word before a figure and before what says how it is meant."""
    thing = fact.object.start if fact.object is not None else None
    end = fact.evidence.end if thing is None else thing
    told = f"{fact.evidence.prefix.partition(' ')[2]} {fact.evidence.exact[: end - fact.evidence.start]}"
    return _last_word(told)


@lru_cache(maxsize=1024)
def _last_word(text: str) -> str:
    passed = (
        known_words("cues", "stop")
        | known_words("cues", "plain")
        | known_words("comparators")
        | table("numerals").keys()
    )
    for word in reversed(words(text)):
        bare = re.sub("^[وبف]?(?:ال)?", "", word.fold)
        if word.fold not in passed and bare not in passed and not word.fold[:1].isdigit():
            return stem(word.fold)
    return ""


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    """The stems of a text's words but for particles, and its figures."""
    found = {word.fold for word in words(text)}
    return frozenset(stem(word) for word in found - known_words("cues", "stop") - known_words("cues", "plain"))


def _beside(fact: Fact) -> frozenset[str]:
    """The words and figures next to a fact's evidence, but for those that are cut."""
    before = fact.evidence.prefix.partition(" ")[2]
    after = fact.evidence.suffix.rpartition(" ")[0]
    return _stems(f"{before} {after}")


def _around(fact: Fact) -> frozenset[str]:
    """The words of a fact's evidence but for months, figures and those of what fills its slots."""
    named = fact.quantity.what if fact.quantity is not None else ""
    for filler in (fact.subject, fact.object):
        named += "" if filler is None else f" {filler.text}"
    left = _stems(fact.evidence.exact) - set(_content(named)) - _months()
    return frozenset(word for word in left if not word[:1].isdigit())


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    return frozenset(map(stem, table("months")))


def one_time(a: Fact, b: Fact) -> bool:
    """False where the times of the two cannot be one: days apart that both texts give, or a month between."""
    if a.time is None or b.time is None:
        return True
    return days_apart(a, b) <= (0 if a.time.how == b.time.how == "text" else _FAR)


@lru_cache(maxsize=4096)
def counted(what: str) -> tuple[str, ...]:
    """The stems of a counted noun phrase, its head first (وسيلة إعلامية دولية)."""
    nouns = table("counted")
    return tuple(stem(fold(nouns[word.fold][0]) if word.fold in nouns else word.fold) for word in words(what))
