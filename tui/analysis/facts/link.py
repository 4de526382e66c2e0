"""How facts of different articles stand to each other.

"Same" is said only when the slots match: words alone cannot tell agreement from contradiction, and a wrong link is
worse than none. So what cannot be told is not linked. The rules and their measured precision: docs of the design,
"Linking"; word-based links of statements were all wrong there, hence the near-identity asked of quotes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING

from tui.analysis.facts import calendars, figures
from tui.analysis.facts.lexicon import table
from tui.analysis.facts.lexicon import words as known_words
from tui.arabic.normalise import fold, words
from tui.arabic.stem import stem
from tui.model import Fact, FactLink, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_GROUPS = {
    "meeting": "contact",
    "visit": "contact",
    "call": "contact",
    "event": "deed",
    "attack": "deed",
    "accusation": "deed",
    "denial": "deed",
}
_STRENGTH = {"established": 3, "asserted": 3, "reported": 2, "considered": 1, "believed": 1, "alleged": 1, "planned": 1}
_MODALITY = {
    "established": "established",
    "asserted": "stated as a fact",
    "reported": "reported",
    "alleged": "alleged",
    "believed": "believed",
    "considered": "considered",
    "planned": "planned",
}
_MOST = 50  # of facts that share a key: commoner ones tell nothing
_ALIKE = 0.8  # shared words of two quotes that are one
_TELLING = 100  # a figure from which on two articles hardly count different things of one kind
_NEAR = 2  # days between articles of one event
_SHARED = 0.25  # of the words around a figure
_FAR = 30  # days between events that can be one


def block_keys(fact: Fact) -> tuple[int, ...]:
    """Keys under which facts that may be linked meet: signed 64-bit numbers, a handful a fact, stable across runs."""
    group = _group(fact)
    entities = sorted(_entities(fact))
    if fact.quantity is not None:
        head, *rest = counted(fact.quantity.what) or ("",)
        unit = fact.quantity.unit
        names = [f"{head}+{word}" for word in rest] + [f"{head}@{entity}" for entity in entities]
        return tuple(_hash(group, unit, name) for name in names if head)
    if fact.kind == "statement":
        longest = sorted(set(_content(fact)), key=lambda word: (-len(word), word))[:3]
        return tuple(_hash(group, _speaker(fact), word) for word in longest)
    pairs = ["+".join(pair) for pair in combinations(entities, 2)]
    states = [state for entity in entities if (state := _state(entity)) not in entities]
    return tuple(_hash(group, name) for name in [*entities, *pairs, *states])


def compare(a: Fact, b: Fact) -> FactLink | None:
    """How fact `b` of one article stands to fact `a` of another.

    Returns:
        The link from `a` to `b`, or None where nothing certain can be said. `weaker` says that the two differ in how
        sure they are; `why` says which is surer.
    """
    if a.id == b.id or _group(a) != _group(b):
        return None
    rule = _RULES.get(a.kind if a.kind == b.kind else _group(a))
    found = rule(a, b) if rule is not None else None
    return None if found is None else FactLink(b.id, *found)


def link_all(articles: Iterable[tuple[int, Sequence[Fact]]]) -> dict[str, tuple[FactLink, ...]]:
    """The links between the facts of several articles; never within one.

    Args:
        articles: pairs of an article's number and its facts.
    """
    blocks: dict[int, list[tuple[int, Fact]]] = defaultdict(list)
    links: dict[str, dict[str, FactLink]] = defaultdict(dict)
    for number, facts in articles:
        for fact in facts:
            seen = {id(other): (place, other) for key in block_keys(fact) for place, other in blocks[key][-_MOST:]}
            for place, other in seen.values():
                if place != number:
                    _add(links, fact, other)
            for key in block_keys(fact):
                blocks[key].append((number, fact))
    return {fact: tuple(found.values()) for fact, found in links.items()}


def _add(links: dict[str, dict[str, FactLink]], fact: Fact, other: Fact) -> None:
    for one, two in ((fact, other), (other, fact)):
        link = compare(one, two)
        if link is not None:
            links[one.id].setdefault(two.id, link)


@lru_cache(maxsize=4096)
def counted(what: str) -> tuple[str, ...]:
    """The stems of a counted noun phrase, its head first (وسيلة إعلامية دولية)."""
    return tuple(stem(word.fold) for word in words(what))


# ---------------------------------------------------------------- the rules, by kind

_Found = tuple[Relation, str] | None


def _quantities(a: Fact, b: Fact) -> _Found:
    one, two = a.quantity, b.quantity
    if one is None or two is None or one.unit != two.unit or not _one_time(a, b):
        return None
    first, second = counted(one.what), counted(two.what)
    if not first or not second or first[0] != second[0]:
        return None
    shared = _entities(a) & _entities(b)
    modifiers = set(first[1:]) & set(second[1:])
    if not (shared or modifiers) or (first[1:] and second[1:] and not modifiers):
        return None
    relation = figures.relation(one, two)
    if relation == "same":
        # Few of a kind may be others of the kind: then the nouns, the figure or the days must tell that they are one.
        telling = shared or len(modifiers) > 1 or (one.value or 0) >= _TELLING or _days_apart(a, b) <= _NEAR
        return (relation, figures.why(one, two, relation)) if telling else None
    if not shared or set(first) != set(second) or not _one_context(a, b):
        return None
    if relation == "conflicts" and _day(a) != _day(b):
        relation = "differs"  # a count may have gone on between the two
    return relation, figures.why(one, two, relation)


def _statements(a: Fact, b: Fact) -> _Found:
    if not _speaker(a) or _speaker(a) != _speaker(b):
        return None
    one, two = set(_content(a)), set(_content(b))
    if min(len(one), len(two)) < 5 or len(one & two) / len(one | two) < _ALIKE:
        return None
    return "same", "the same speaker in nearly the same words"


def _contacts(a: Fact, b: Fact) -> _Found:
    one, two = _entities(a), _entities(b)
    if a.kind != b.kind or len(one) != 2 or one != two or not _one_time(a, b):
        return None
    return "same", "the same two participants" + (", the same day" if _day(a) == _day(b) else "")


def _relations(a: Fact, b: Fact) -> _Found:
    same_property = a.predicate.property and a.predicate.property == b.predicate.property
    if not same_property or a.subject is None or b.subject is None or a.object is None or b.object is None:
        return None
    if not a.subject.entity or a.subject.entity != b.subject.entity:
        return None
    if _name(a.object.entity, a.object.text) == _name(b.object.entity, b.object.text):
        return "same", "the same relation between the same two"
    if a.predicate.property == "P159" and a.object.entity and b.object.entity:
        return "differs", f"«{a.object.text}» against «{b.object.text}»"
    return None


def _deeds(a: Fact, b: Fact) -> _Found:
    for one, two in ((a, b), (b, a)):
        if one.kind == "denial" and two.kind != "denial":
            return _denials(one, two)
    if not deed(a.predicate.text) or deed(a.predicate.text) != deed(b.predicate.text) or not _one_time(a, b):
        return None
    if a.kind == "denial" or not _same_target(a, b):
        return None
    doers = {fact.subject.entity for fact in (a, b) if fact.subject is not None and fact.subject.entity}
    if len(doers) > 1 or a.polarity != b.polarity:
        return None
    if _STRENGTH[a.modality] == _STRENGTH[b.modality]:
        return "same", "the same deed against the same target"
    return "weaker", f"{_MODALITY[a.modality]} here, {_MODALITY[b.modality]} there"


def _denials(denial: Fact, claim: Fact) -> _Found:
    if denial.subject is None or claim.subject is None or denial.object is None or not denial.subject.entity:
        return None
    if _state(denial.subject.entity) != _state(claim.subject.entity) or not deed(claim.predicate.text):
        return None
    if deed(claim.predicate.text) not in {deed(word.fold) for word in words(denial.object.text)}:
        return None
    return "denies", f"«{denial.subject.text}» denies it"


def _silences(a: Fact, b: Fact) -> _Found:
    if a.subject is None or b.subject is None or not a.subject.entity or a.subject.entity != b.subject.entity:
        return None
    return ("same", "the same party keeps silent on the same day") if _day(a) and _day(a) == _day(b) else None


def _promises(a: Fact, b: Fact) -> _Found:
    one, two = set(_content(a)), set(_content(b))
    if not _speaker(a) or _speaker(a) != _speaker(b) or not one or not two:
        return None
    if len(one & two) / min(len(one), len(two)) < 0.6 or len(one & two) < 3:
        return None
    return "same", "the same party in nearly the same words"


_RULES: dict[str, Callable[[Fact, Fact], _Found]] = {
    "quantity": _quantities,
    "statement": _statements,
    "contact": _contacts,
    "meeting": _contacts,
    "visit": _contacts,
    "call": _contacts,
    "org_fact": _relations,
    "deed": _deeds,
    "event": _deeds,
    "attack": _deeds,
    "accusation": _deeds,
    "no_comment": _silences,
    "commitment": _promises,
}


# ---------------------------------------------------------------- what is compared


def deed(text: str) -> str:
    """The class of deed that a predicate names (التجسس على and تجسست على are `spying`); '' for others."""
    known = table("deeds")
    return next((known[form][0] for word in words(text) if (form := _bare(word.fold, known))), "")


def _bare(word: str, known: dict[str, tuple[str, ...]]) -> str:
    """The form of `known` that a folded word is, with or without و ب ل before it."""
    cut = re.sub(r"^[وفبل]?(?=ال)", "", word)
    return next((form for form in (word, cut, word[1:], "ال" + cut.removeprefix("ل")) if form in known), "")


def _state(entity: str) -> str:
    """The country that a government speaks for (`organisation:حكومه-المغرب` is `place:المغرب`), else the entity."""
    government = "organisation:حكومه-"
    return "place:" + entity.removeprefix(government) if entity.startswith(government) else entity


def _same_target(a: Fact, b: Fact) -> bool:
    return (
        a.object is not None and b.object is not None and bool(a.object.entity) and a.object.entity == b.object.entity
    )


def _group(fact: Fact) -> str:
    return _GROUPS.get(fact.kind, fact.kind)


def _entities(fact: Fact) -> set[str]:
    fillers = (fact.subject, fact.object)
    return {filler.entity for filler in fillers if filler is not None and filler.entity}


def _speaker(fact: Fact) -> str:
    return "" if fact.subject is None else _name(fact.subject.entity, fact.subject.text)


def _name(entity: str, text: str) -> str:
    return entity or fold(text)


def _content(fact: Fact) -> list[str]:
    return [] if fact.object is None else [stem(word.fold) for word in words(fact.object.text)]


def _day(fact: Fact) -> str:
    return "" if fact.time is None else fact.time.start[:10]


def _days_apart(a: Fact, b: Fact) -> int:
    """Whole days between the times of two facts; 0 where they overlap or one has none."""
    times = [calendars.bounds(fact.time.start, fact.time.end) for fact in (a, b) if fact.time is not None]
    if len(times) < 2 or times[0] is None or times[1] is None:
        return 0
    return max(0, (times[0][0] - times[1][1]).days, (times[1][0] - times[0][1]).days)


def _one_context(a: Fact, b: Fact) -> bool:
    """Whether the words around two figures tell of one thing: what is left of names, times and the thing counted."""
    one, two = _around(a), _around(b)
    return bool(one & two) and len(one & two) >= _SHARED * min(len(one), len(two))


def _around(fact: Fact) -> set[str]:
    named = fact.quantity.what if fact.quantity is not None else ""
    for filler in (fact.subject, fact.object):
        named += "" if filler is None else f" {filler.text}"
    own = {stem(word.fold) for word in words(named)}
    found = {word.fold for word in words(fact.evidence.exact) if not word.fold[:1].isdigit()}
    left = found - known_words("cues", "stop") - known_words("cues", "plain") - set(table("months"))
    return {stem(word) for word in left} - own


def _one_time(a: Fact, b: Fact) -> bool:
    """False where the times of the two cannot be one: days apart that both texts give, or a month between."""
    if a.time is None or b.time is None:
        return True
    return _days_apart(a, b) <= (0 if a.time.how == b.time.how == "text" else _FAR)


def _hash(*parts: str) -> int:
    digest = blake2b("|".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
