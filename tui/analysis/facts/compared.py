"""What of two facts is compared: their entities, times, speakers, deeds, and the words around a figure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.analysis.facts import calendars
from tui.analysis.facts.lexicon import table
from tui.analysis.facts.lexicon import words as known_words
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
    return [] if fact.object is None else [stem(word.fold) for word in words(fact.object.text)]


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


def _beside(fact: Fact) -> set[str]:
    """The words and figures next to a fact's evidence, but for those that are cut."""
    before = fact.evidence.prefix.partition(" ")[2]
    after = fact.evidence.suffix.rpartition(" ")[0]
    found = {word.fold for word in words(f"{before} {after}")}
    return {stem(word) for word in found - known_words("cues", "stop") - known_words("cues", "plain")}


def _around(fact: Fact) -> set[str]:
    named = fact.quantity.what if fact.quantity is not None else ""
    for filler in (fact.subject, fact.object):
        named += "" if filler is None else f" {filler.text}"
    own = {stem(word.fold) for word in words(named)}
    found = {word.fold for word in words(fact.evidence.exact) if not word.fold[:1].isdigit()}
    left = found - known_words("cues", "stop") - known_words("cues", "plain") - set(table("months"))
    return {stem(word) for word in left} - own


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
