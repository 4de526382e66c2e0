"""Who vouches for a figure, an arrest or an attack that stands in no statement: whoever its sentence says so of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts import hearsay
from tui.analysis.facts.lexicon import words
from tui.analysis.facts.said import sources
from tui.analysis.facts.scene import Filler
from tui.analysis.facts.speakers import principal
from tui.model import Attribution

if TYPE_CHECKING:
    from tui.analysis.facts.scene import Finding, Scene

_KINDS = frozenset(("quantity", "arrest", "attack", "event"))
_REACH = 40  # tokens from a fact to the source behind it
_OTHER = frozenset(("لكن", "ولكن", "لكنه", "لكنها", "فيما", "بينما", "وقد", "وكان", "وكانت", "كما", "وكما", "غير"))
_OWN = frozenset(("وذلك", "والتي", "والذي"))  # behind what is told: the article's own words
_OPENS = re.compile(r"\s?[،,]?\s?(?:في\s(?:بلاغ|بيان|تصريح\w*)\s(?:لها|له|صحفي|اعلامي)?\s?[،,]?\s?)?")
_TELLS = frozenset(("عن", "الي", "علي", "ان", "بان"))  # after a verb of telling, before what is told


def vouched(scene: Scene, finding: Finding) -> tuple[Attribution, ...] | None:
    """Who vouches for a fact: a source behind or before it, or who tells it by a verb; None for one not made out."""
    if finding.kind not in _KINDS:
        return ()
    slot = finding.object if finding.quantity is not None and finding.object is not None else finding.predicate
    told = _told(scene, slot) or _spoken(scene, slot)
    cited = _behind(scene, finding) or _before(scene, slot)
    if told is None or (not told and not cited and hearsay.tells(scene, slot.start)):
        return None
    return told + cited


def _cites(scene: Scene) -> bool:
    return not words("cues", "source").isdisjoint(scene.forms) or not {"نقلا", "وفقا", "طبقا"}.isdisjoint(scene.forms)


def _behind(scene: Scene, finding: Finding) -> tuple[Attribution, ...]:
    """تم إيقاف 3 أشخاص، وفق ما أكده مصدر أمني."""
    if not _cites(scene):
        return ()
    for match in sources().finditer(scene.fold, finding.end, scene.end):
        if scene.count(finding.end, match.start()) > _REACH or _parted(scene, finding.end, match.start()):
            break
        link = _link(scene, hearsay.named_after(scene, match), Filler(*match.span(1)))
        if link:
            return link
    return ()


def _before(scene: Scene, slot: Filler) -> tuple[Attribution, ...]:
    """وبحسب الوزارة، فإن 3 أشخاص أصيبوا; أسفر الحادث، بحسب الشرطة، عن مقتل 3 أشخاص."""
    if not _cites(scene):
        return ()
    for match in sources().finditer(scene.fold, scene.start, slot.start):
        lead = scene.fold[scene.start : match.start()].rstrip()
        if lead and not lead.endswith(("،", "تم")):
            continue
        who = hearsay.named_after(scene, match)
        if who is None or who.end > slot.start or _parted(scene, who.end, slot.start):
            continue
        if link := _link(scene, who, Filler(*match.span(1))):
            return link
    return ()


def _spoken(scene: Scene, slot: Filler) -> tuple[Attribution, ...] | None:
    """أكد آمر الفوج، في تصريح لكذا، أن 3 أشخاص أصيبوا; None for somebody whom the words do not name."""
    told = hearsay.speaks(scene, slot.start)
    if told is None:
        opening = hearsay.opens(scene, slot.start)
        return () if opening is None else _link(scene, *opening)
    who, verb = told
    return None if who is None else _link(scene, who, verb)


def _told(scene: Scene, slot: Filler) -> tuple[Attribution, ...]:
    """أعلنت الشرطة انتشال 34 جثة."""
    opening = principal(scene)
    if opening is None or opening[0].start < 0 or not opening[2] <= opening[0].start < slot.start:
        return ()
    who, _, end = opening
    verb = scene.page.pieces[scene.page.piece_from(end) - 1]
    if verb.fold.lstrip("وف") not in words("cues", "speech") | words("cues", "telling"):
        return ()
    begin = scene.past_dates(who.end)
    opens = _OPENS.match(scene.fold, begin, slot.start)
    begin = begin if opens is None else opens.end()
    first = next(scene.tokens(begin, slot.start), None)
    occasion = first is not None and first.fold in words("cues", "stop") and first.fold not in _TELLS
    if first is None or occasion or "،" in scene.fold[begin : slot.start] or _parted(scene, begin, slot.start):
        return ()
    if first.fold.startswith("ال") and "،" in scene.fold[who.end : begin]:
        return ()  # قال فلان، المتعهد بقضية مقتل 30 سائحا: who he is
    if not _OWN.isdisjoint(token.fold for token in scene.tokens(begin, slot.start)):
        return ()
    cue = scene.surface(verb.start, verb.end).lstrip("وف")
    return (Attribution(scene.surface(who.start, who.end), who.entity, cue, quoted=False),)


def _parted(scene: Scene, start: int, end: int) -> bool:
    between = {token.fold for token in scene.tokens(start, end)}
    return not _OTHER.isdisjoint(between) or bool(between & {":", "؛"}) or _speech(scene, start, end)


def _speech(scene: Scene, start: int, end: int) -> bool:
    verbs = words("cues", "speech")
    return any(token.fold in verbs or token.fold[1:] in verbs for token in scene.tokens(start, end))


def _link(scene: Scene, who: Filler | None, cue: Filler) -> tuple[Attribution, ...]:
    hears = who is not None and scene.fold.startswith("لل", who.start) and not who.text
    if who is None or who.start < 0 or hears:
        return ()  # أكده للإذاعة
    words_of = scene.surface(cue.start, cue.end).strip()
    return (Attribution(who.text or scene.surface(who.start, who.end), who.entity, words_of, quoted=False),)
