"""How facts of different articles stand to each other.

"Same" is said only when the slots match: words alone cannot tell agreement from contradiction, and a wrong link is
worse than none. So what cannot be told is not linked. The rules and their measured precision: docs of the design,
"Linking"; word-based links of statements were all wrong there, hence the near-identity asked of quotes.
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import blake2b
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from tui.analysis.facts import counts
from tui.analysis.facts.compared import (
    content,
    context_words,
    counted,
    day,
    deed,
    digits,
    entities,
    event_words,
    figures_in,
    named,
    one_time,
    same_target,
    speaker,
    state,
)
from tui.analysis.facts.held import one_office
from tui.analysis.facts.lexicon import words as known_words
from tui.analysis.facts.opposed import opposed
from tui.analysis.facts.quantities import telling
from tui.arabic.normalise import words
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
_CONTRARY = 0.7  # the same of two of which one denies its verb, which changes the verb's form
_LEAST = 5  # words of what is said that tell one saying from another
_BRIEF = 3  # of a clause with which the other begins
_OPENING, _LONG = 4, 4  # the first words of a saying by which it is found again, and letters of such a word
_AROUND, _EVENT = 3, 16  # words around a figure by which it is found again, around one of victims


def block_keys(fact: Fact) -> tuple[int, ...]:
    """Keys under which facts that may be linked meet: signed 64-bit numbers, a handful a fact, stable across runs."""
    group = _group(fact)
    known = sorted(entities(fact))
    if fact.kind in ("statement", "denial"):
        claim = tuple(_hash("claim", pair) for pair in _opening(fact))
    if fact.quantity is not None:
        head, *rest = counted(fact.quantity.what) or ("",)
        unit = fact.quantity.unit
        names = [f"{head}+{word}" for word in rest] + [f"{head}@{entity}" for entity in known]
        names += [f"{head}={fact.quantity.value}"] if telling(fact.quantity.value) else []
        around = sorted(event_words(fact))[:_EVENT] if counts.toll(fact) else context_words(fact)[:_AROUND]
        names += [f"{head}~{word}" for word in around]
        return tuple(_hash(group, unit, name) for name in names if head)
    if fact.kind == "statement":
        longest = sorted(set(content(fact)), key=lambda word: (-len(word), word))[:3]
        return tuple(_hash(group, speaker(fact), word) for word in longest) + claim
    said = [f"{speaker(fact)}:{pair}" for pair in _opening(fact)] if _RULES.get(fact.kind) is _promises else []
    pairs = ["+".join(pair) for pair in combinations(known, 2)]
    states = [nation for entity in known if (nation := state(entity)) not in known]
    keys = tuple(_hash(group, name) for name in [*known, *pairs, *states, *said])
    return keys + claim if fact.kind == "denial" else keys


def _opening(fact: Fact) -> list[str]:
    """Pairs of the first long words of what is said or denied, whoever says it."""
    said = content(fact)
    telling_words = [word for word in said if len(word) >= _LONG][:_OPENING]
    telling_words = telling_words if len(telling_words) > 1 else said[:_OPENING]
    return [f"{one}+{two}" for one, two in pairwise(telling_words)]


def compare(a: Fact, b: Fact, with_a: Sequence[Fact] = (), with_b: Sequence[Fact] = ()) -> FactLink | None:
    """How fact `b` of one article stands to fact `a` of another.

    Args:
        a: a fact.
        b: another.
        with_a: the facts of its article, which may tell what `b` tells too.
        with_b: those of the other's.

    Returns:
        The link from `a` to `b`, or None where nothing certain can be said. `weaker` says that the two differ in how
        sure they are; `why` says which is surer.
    """
    if a.id == b.id:
        return None
    if {a.kind, b.kind} == {"statement", "denial"}:
        found = _claim_denied(*((a, b) if a.kind == "denial" else (b, a)))
    elif _group(a) != _group(b):
        return None
    elif a.quantity is not None:
        found = counts.linked(a, b, with_a, with_b)
    else:
        rule = _RULES.get(a.kind if a.kind == b.kind else _group(a))
        found = rule(a, b) if rule is not None else None
    return None if found is None else FactLink(b.id, *found)


def link_all(articles: Iterable[tuple[int, Sequence[Fact]]]) -> dict[str, tuple[FactLink, ...]]:
    """The links between the facts of several articles; within one, only of a denial to what it denies.

    Args:
        articles: pairs of an article's number and its facts.
    """
    blocks: dict[int, list[tuple[int, Fact]]] = defaultdict(list)
    links: dict[str, dict[str, FactLink]] = defaultdict(dict)
    told: dict[int, Sequence[Fact]] = {}
    for number, facts in articles:
        told[number] = facts
        for fact in facts:
            seen = {id(other): (place, other) for key in block_keys(fact) for place, other in blocks[key][-_MOST:]}
            for place, other in seen.values():
                if place != number or "denial" in (fact.kind, other.kind):
                    _add(links, fact, other, facts, told[place])
            for key in block_keys(fact):
                blocks[key].append((number, fact))
    return {fact: tuple(found.values()) for fact, found in links.items()}


def _add(
    links: dict[str, dict[str, FactLink]], fact: Fact, other: Fact, facts: Sequence[Fact], others: Sequence[Fact]
) -> None:
    for one, two, here, there in ((fact, other, facts, others), (other, fact, others, facts)):
        link = compare(one, two, here, there)
        if link is not None:
            links[one.id].setdefault(two.id, link)


# ---------------------------------------------------------------- the rules, by kind

_Found = tuple[Relation, str] | None


def _statements(a: Fact, b: Fact) -> _Found:
    one, two = set(content(a)), set(content(b))
    if not speaker(a) or min(len(one), len(two)) < _LEAST:
        return None
    shared = len(one & two) / len(one | two)
    if shared < _ALIKE:
        return _contrary(a, b) if shared >= _CONTRARY else None
    if speaker(a) == speaker(b):
        return _apart(a, b) or ("same", "the same speaker in nearly the same words")
    return _contrary(a, b) or ("related", "another speaker in nearly the same words")


def _apart(a: Fact, b: Fact) -> _Found:
    """How two who say nearly the same do not: one denies the verb, or another figure stands there."""
    if a.object is None or b.object is None:
        return None
    mine, theirs = figures_in(a.object.text), figures_in(b.object.text)
    if mine - theirs and theirs - mine:
        return "differs", f"{_listed(mine - theirs)} here, {_listed(theirs - mine)} there, else nearly the same words"
    return _contrary(a, b)


def _contrary(a: Fact, b: Fact) -> _Found:
    """Whether one of two facts in nearly the same words is denied."""
    if a.polarity != b.polarity:
        return "conflicts", f"one denies it: «{a.predicate.text}» here, «{b.predicate.text}» there"
    found = opposed(a.object.text, b.object.text) if a.object is not None and b.object is not None else ""
    return ("conflicts", f"one denies it: {found}") if found else None


def _listed(values: set[float]) -> str:
    return ", ".join(f"{value:,g}" for value in sorted(values))


def _claim_denied(denial: Fact, claim: Fact) -> _Found:
    """A denial and a statement of what is denied, whoever says it."""
    one, two = content(denial), content(claim)
    if denial.object is None or claim.object is None or denial.subject is None:
        return None
    opening = len(one) >= _BRIEF and one == two[: len(one)] and _clause(denial)
    if not opening and len(set(one)) < _LEAST:
        return None
    if len(set(one) & set(two)) < _ALIKE * len(set(one)) or denial.evidence.exact in claim.evidence.exact:
        return None
    if not _clause(denial) and len(set(one)) < _ALIKE * len(set(two)):
        return None  # نفى ما راج حول كذا denies not all that is said of it
    told = {word.fold.lstrip("وف") for word in words(claim.object.text)}
    if told & known_words("cues", "denial") or opposed(denial.object.text, claim.object.text):
        return None  # it tells the denial, or says what he says who denies the contrary
    return "denies", f"«{denial.subject.text}» denies it"


def _clause(denial: Fact) -> bool:
    """Whether a whole clause is denied (نفى أن)."""
    that = known_words("cues", "that")
    told = [*words(denial.predicate.text)[-1:], *words(denial.object.text if denial.object is not None else "")[:1]]
    return any(word.fold in that for word in told)


def _contacts(a: Fact, b: Fact) -> _Found:
    one, two = entities(a), entities(b)
    if a.kind != b.kind or not one or one != two or not one_time(a, b):
        return None
    if len(one) == 1:  # and an office in the same words
        offices = {named(fact.object.entity, fact.object.text) for fact in (a, b) if fact.object is not None}
        if len(offices) > 1 or speaker(a) != speaker(b):
            return None
    same = "the same two participants" + (", the same day" if day(a) == day(b) else "")
    return ("same", same) if a.polarity == b.polarity else _contrary(a, b)


def _relations(a: Fact, b: Fact) -> _Found:
    same_property = a.predicate.property and a.predicate.property == b.predicate.property
    if not same_property or a.subject is None or b.subject is None or a.object is None or b.object is None:
        return None
    if not a.subject.entity or a.subject.entity != b.subject.entity:
        return None
    if named(a.object.entity, a.object.text) == named(b.object.entity, b.object.text):
        return "same", "the same relation between the same two"
    if a.predicate.property == "P159" and a.object.entity and b.object.entity:
        return "differs", f"«{a.object.text}» against «{b.object.text}»"
    return None


def _offices(a: Fact, b: Fact) -> _Found:
    return ("same", "the same office of the same person") if one_office(a, b) else None


def _deeds(a: Fact, b: Fact) -> _Found:
    for one, two in ((a, b), (b, a)):
        if one.kind == "denial" and two.kind != "denial":
            return _denials(one, two)
    if "accusation" in (a.kind, b.kind):  # whose object is the doer, not the target
        return _accusations(a, b) if a.kind == b.kind else None
    same = deed(a.predicate.text) == deed(b.predicate.text) != "" and same_target(a, b) and one_time(a, b)
    doers = {fact.subject.entity for fact in (a, b) if fact.subject is not None and fact.subject.entity}
    if not same or a.kind == "denial" or len(doers) > 1:
        return None
    if a.polarity != b.polarity:
        return _contrary(a, b)
    if _STRENGTH[a.modality] == _STRENGTH[b.modality]:
        return "same", "the same deed against the same target"
    return "weaker", f"{_MODALITY[a.modality]} here, {_MODALITY[b.modality]} there"


def _accusations(a: Fact, b: Fact) -> _Found:
    if None in (a.subject, b.subject) or a.object is None or b.object is None or not one_time(a, b):
        return None
    charge = deed(a.object.text)
    same = speaker(a) == speaker(b) and same_target(a, b) and charge and charge == deed(b.object.text)
    return ("same", "the same charge by the same against the same") if same else None


def _denials(denial: Fact, claim: Fact) -> _Found:
    doer = claim.object if claim.kind == "accusation" else claim.subject
    if denial.subject is None or doer is None or denial.object is None or not denial.subject.entity:
        return None
    charge = deed(doer.text if claim.kind == "accusation" else claim.predicate.text)
    if state(denial.subject.entity) != state(doer.entity) or not charge:
        return None
    if charge not in {deed(word.fold) for word in words(denial.object.text)}:
        return None
    return "denies", f"«{denial.subject.text}» denies it"


def _silences(a: Fact, b: Fact) -> _Found:
    if a.subject is None or b.subject is None or not a.subject.entity or a.subject.entity != b.subject.entity:
        return None
    return ("same", "the same party keeps silent on the same day") if day(a) and day(a) == day(b) else None


def _promises(a: Fact, b: Fact) -> _Found:
    one, two = set(content(a)), set(content(b))
    if not speaker(a) or speaker(a) != speaker(b) or not one or not two:
        return None
    if digits(a) and digits(b) and not digits(a) & digits(b):
        return None  # 94 % and 23 % of the votes
    if len(one & two) / min(len(one), len(two)) < 0.6 or len(one & two) < 3:
        return None
    return _contrary(a, b) or ("same", "the same party in nearly the same words")


_RULES: dict[str, Callable[[Fact, Fact], _Found]] = {
    "statement": _statements,
    "contact": _contacts,
    "meeting": _contacts,
    "visit": _contacts,
    "call": _contacts,
    "org_fact": _relations,
    "role": _offices,
    "deed": _deeds,
    "event": _deeds,
    "attack": _deeds,
    "accusation": _deeds,
    "no_comment": _silences,
    "commitment": _promises,
    "proposal": _promises,
    "obtain": _promises,
    "publication": _promises,
    "capability": _promises,
    "demand": _promises,
    "refusal": _promises,
    "agreement": _promises,
}


def _group(fact: Fact) -> str:
    return _GROUPS.get(fact.kind, fact.kind)


def _hash(*parts: str) -> int:
    digest = blake2b("|".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
