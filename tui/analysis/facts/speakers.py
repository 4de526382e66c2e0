"""Who speaks in a statement: behind the verb, before it, or the speaker of the sentence before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import words
from tui.analysis.facts.parties import party
from tui.analysis.facts.scene import QUOTES, Filler

if TYPE_CHECKING:
    from tui.analysis.facts.scene import Scene

_HEARER = re.compile(
    r"\s(?:(?=مراسل)|ل|الي\s)(?:مراسل|وكال|صحيف|جريد|اذاع|قنا|موقع|تلفز|شبك|لتلفز|لاذاع|لقنا|لوكال|لصحيف)\w*"
)
_SOURCE = frozenset(("مصدر", "مصادر", "المصدر", "المصادر", "شهود", "شاهد", "مسوول", "مسوولون"))
_TOLD = re.compile(r"ل$|لل|ل(?:مراسل|وكال|صحيف|مبعوث|اذاع|قنا)")  # whom it is told, not who tells it
_ALSO = frozenset(
    ("كذلك", "قايلا", "قايله", "موضحا", "موضحه", "مفسرا", "مفسره", "بالقول", "بقوله", "بقولها", "بالخصوص")
)
SAYING = frozenset((":", "،", ",", "قايلا", "قايله", "بالقول"))
"""What may stand between a verb of speech and a quotation."""

MASCULINE = frozenset(("المغرب", "لبنان", "العراق", "الاردن", "السودان", "اليمن", "الفاتيكان", "الاحتلال"))
"""Names of lands that take a masculine verb."""


def speaker(scene: Scene, start: int) -> Filler | None:
    """The party right behind a verb of speech: not whom it is told (أكد للجوهرة), and no further than to whom."""
    who = party(scene, start)
    if who is None:
        return None
    first = next(scene.tokens(who.start)).fold
    named = any(name.start == who.start + 1 and name.is_name for name in scene.names)
    return None if first.startswith("لل") or (first[0] == "ل" and named) else without_hearer(scene, who)


def without_hearer(scene: Scene, who: Filler) -> Filler:
    """A party without the newspaper or the like to which it speaks (مصدر أمني لمراسلة الجوهرة)."""
    hearer = _HEARER.search(scene.fold, who.start + 1, who.end)
    if hearer is None:
        return _without_outlet(scene, who)
    own = any(who.start <= name.start < hearer.start() and name.mention.entity == who.entity for name in scene.names)
    return Filler(who.start, hearer.start(), who.entity if own else "")


def _without_outlet(scene: Scene, who: Filler) -> Filler:
    """A source without the outlet that it speaks to (مصدر أمني لـ"الجوهرة", مصدر أمني للجوهرة)."""
    if next(scene.tokens(who.start)).fold not in _SOURCE:
        return who
    for name in scene.named(who.start, who.end):
        to = re.search(rf"\sل[\s{QUOTES}]*$", scene.fold[who.start : name.start])
        if to is not None and name.mention.type in ("organisation", "product"):
            return Filler(who.start, who.start + to.start())
    return who


def misread_place(scene: Scene, speaker: Filler, verb: str) -> bool:
    """A place that speaks with a masculine verb is a person of that name, but for the lands that are masculine."""
    name = next(scene.tokens(speaker.start)).fold
    return (
        speaker.entity.startswith("place:")
        and not verb.endswith("ت")
        and not verb.startswith("ت")
        and name not in MASCULINE
    )


def had_said(scene: Scene, match: re.Match[str]) -> Filler | None:
    """وكان الوزير قد قال: the subject stands between كان and قد."""
    opening = re.compile(r"(?:و|ف)?كانت?\s").match(scene.fold, scene.start)
    if opening is None or not re.search(r"\sقد\s$", scene.fold[scene.start : match.start()]):
        return None
    who = party(scene, opening.end())
    return who if who is not None and scene.count(who.end, match.start()) <= 2 else None


def carried(scene: Scene, match: re.Match[str]) -> Filler | None:
    """The speaker of the sentence before, for a verb that opens a sentence without naming one."""
    last = scene.speaker
    opens = not scene.fold[scene.start : match.start()].strip(QUOTES + " ")
    if not opens or last.argument is None or last.age > 1 or match.group(2) not in words("cues", "carried"):
        return None
    after = next(scene.tokens(scene.past_dates(match.end())), None)
    known = words("cues", "that") | words("cues", "stop") | _ALSO
    goes_on = after is not None and (after.fold in known or after.fold in QUOTES or after.fold in SAYING)
    if after is None or not (goes_on or _TOLD.match(after.fold)):
        return None  # somebody whose name is not known (وأضافت فلانة أن)
    return last.argument if last.feminine == match.group(2).endswith("ت") else None
