"""Why a fact stands to another one as it does, in the words of the interface; see `words` for how phrases are made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.arabic.direction import isolate
from tui.i18n import N_, _
from tui.ui import words

if TYPE_CHECKING:
    from tui.model import Fact, LinkedFact

_SAID = {
    "the same speaker in nearly the same words": N_("the same speaker in nearly the same words"),
    "another speaker in nearly the same words": N_("another speaker in nearly the same words"),
    "the same two participants": N_("the same two participants"),
    "the same two participants, the same day": N_("the same two participants, the same day"),
    "the same relation between the same two": N_("the same relation between the same two"),
    "the same office of the same person": N_("the same office of the same person"),
    "the same deed against the same target": N_("the same deed against the same target"),
    "the same charge by the same against the same": N_("the same charge by the same against the same"),
    "the same party keeps silent on the same day": N_("the same party keeps silent on the same day"),
    "the same party in nearly the same words": N_("the same party in nearly the same words"),
}

# What the comparison fills in: its words, and how they are told.
_PHRASES = (
    (re.compile("one denies it: («.+») here, («.+») there"), N_("one denies it: {one} here, {two} there")),
    (
        re.compile("(.+) here, (.+) there, else nearly the same words"),
        N_("{one} here, {two} there, else nearly the same words"),
    ),
    (re.compile("«(.+)» against «(.+)»"), N_("«{one}» against «{two}»")),
    (re.compile("«(.+)»() denies it"), N_("«{one}» denies it")),
)


def why(fact: Fact, linked: LinkedFact) -> str:
    """A phrase; what is not known here stands as the comparison wrote it."""
    other, relation = linked.fact, linked.link.relation
    if linked.link.why in _SAID:
        return _(_SAID[linked.link.why])
    for phrase, told in _PHRASES:
        if found := phrase.fullmatch(linked.link.why):
            one, two = (isolate(part) for part in found.groups())
            return _(told).format(one=one, two=two)
    if fact.quantity and other.quantity:
        here, there = words.quantity(fact.quantity), words.quantity(other.quantity)
        if here == there:
            return _("{figure} in both").format(figure=words.embedded(here))
        return _(_figures(linked)).format(one=words.embedded(here), two=words.embedded(there))
    if relation == "weaker":
        here, there = words.modality(fact), words.modality(other)
        return _("{one} here, {two} there").format(one=isolate(here), two=isolate(there))
    return isolate(linked.link.why)


def _figures(linked: LinkedFact) -> str:
    """How two figures that are not one stand to each other."""
    if linked.link.relation == "updates":
        return N_("{one} here, {two} there; the count went on")
    if linked.link.why.endswith("on another day"):
        return N_("{one} here, {two} there, on another day")
    if linked.link.relation == "differs":
        return N_("{one} here, {two} there; both can hold")
    return N_("{one} here, {two} there")
