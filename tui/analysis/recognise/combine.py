"""Joins the tagger's names with those of the rules, which know keys, names to show, and what only tells of a name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tui.analysis.recognise import lexicon, quoted, states

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.analysis.recognise.candidate import Candidate
    from tui.model import MentionType

_PROCLITICS = 2  # letters, at most


def combine(tagged: Iterable[Candidate], rules: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The names that stand, in order.

    The tagger says where names are. A rule that found the same name gives its key and the name to show, and knows
    better which letters before it are proclitics and that quotation marks bound it. Rules alone find adjectives of
    nationality, epithets, and bodies told by their state (السلطات الكينية), which name nothing by themselves.

    Args:
        tagged: the tagger's names, disjoint and in order.
        rules: the rules' candidates, disjoint and in order.
    """
    names = _agreed([_known(name, rules) for name in tagged])
    covered = {place for name in names for place in range(name.start, name.end)}
    alone = [one for one in rules if covered.isdisjoint(range(one.start, one.end))]
    told = [one for one in alone if one.kind != "name" or one.type == "nationality"]
    bodies = [one._replace(kind="nominal") for one in alone if one.kind == "name" and one.reason == states.REASON]
    return tuple(sorted((*names, *told, *bodies)))


def _known(name: Candidate, rules: Sequence[Candidate]) -> Candidate:
    """A tagged name with what the rules know of it."""
    for rule in rules:
        if rule.type != name.type or not _meet(rule, name):
            continue
        if rule.end == name.end and (
            abs(rule.start - name.start) <= _PROCLITICS or rule.reason.startswith(quoted.REASON)
        ):
            return rule._replace(score=name.score)
        if rule.name and rule.start == name.start and rule.end < name.end and _of_a_state(rule, name):
            return name._replace(key=rule.key, name=rule.name, latin=rule.latin)
    return name


def _agreed(names: list[Candidate]) -> list[Candidate]:
    """One sense in a document: what is spelled alike is of one type, but a place may stand for its club or state."""
    votes: dict[str, dict[MentionType, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        votes[name.key][name.type] += name.score
        known = lexicon.known().get(name.key)
        if known:
            votes[name.key][known.type] += name.score
    agreed = []
    for name in names:
        kind = max(votes[name.key], key=votes[name.key].__getitem__)
        both = {kind, name.type} == {"place", "organisation"}
        agreed.append(name if both or kind == name.type else name._replace(type=kind))
    return agreed


def _meet(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


def _of_a_state(rule: Candidate, name: Candidate) -> bool:
    """Whether only an adjective of nationality goes on after a known name (حزب الله اللبناني)."""
    return name.key.startswith(rule.key) and name.key[len(rule.key) :].strip() in lexicon.demonyms()
