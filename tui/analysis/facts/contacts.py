"""Meetings and calls, only when both participants are named."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import pattern, words
from tui.analysis.facts.parties import party, sole
from tui.analysis.facts.scene import Filler, Finding, base
from tui.analysis.facts.wording import unreal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Named, Scene

_NEAR = 7  # tokens from a verb to its subject: a role and the name
_APART = 10  # tokens between two participants: the role of the second, after a day and a place four more
_WITH = re.compile(r"(?:^|[\s،])(?:مع|بين|ب|و|نظير\w+|ونظير\w+|بنظير\w+|ب\w+|و\w+)(?:\s|$)|(?:^|\s)[بو]$")
_BREAK = re.compile(r"[.؛:؟!]|(?:^|\s)(?:ان|انه|انها|الذي|التي|حيث|بعد|قبل|وقال|واكد|حول|بشان|بهدف)(?!\w)")
# Between a meeting and its first participant these lead to somebody else (نتائج الاجتماع إلى الرئيس).
_ASIDE = re.compile(
    r"\s(?:الي|من|عن|علي|حول|بشان|عقب|في|ل\w+|باستقال\w+|ب(?!رييس|وزير|مستشار|سفير|مدير|نظير|امين)\w{2,}ه)\s|،\s\w+وا\s"
)
_HELD = re.compile(r"(?:الذي|التي)\s(?:جمعت?|عقد\w{0,3}|اجر\w{1,4}|جري|جرت)(?!\w)")
_ANOTHER = re.compile(r"\s(?:خلاله|خلالها|اتهام\w*|الاتهام\w*)(?!\w)")  # said at the meeting of somebody else
_LISTED = re.compile(r"\s?و(?:\s?(?:هم|هما)(?!\w)|ال)")  # who else came, or who plays
_DURING = re.compile(r"\s(?:(?:خلاله|خلالها|فيه|فيها|اثناءها|اثناءه)\s)?ب(?=\w{3})")
# Two who receive a third (فلان وفلان), or who is there too; a minister (وزير كذا) is no second one.
_THIRD = re.compile(r"(?:^|\s)(?:و(?!زير|زراء|كيل\s)|ب?(?:حضور|رفقه|صحبه|معيه|اشراف|تكليف|دعوه)\s|مرفوق|مصحوب|نيابه)")
_AHEAD = re.compile(r"\s(?:ال)?(?:مرتقب|قريب|منتظر|مقرر|مبرمج|مزمع)\w?\s")


_FIRST = re.compile(r"\s((?:[يت]ستقبل|استقبلت?|[يت]لتقي|التقي|التقت))\s(?:(ب)|مع\s)?")


@cache
def _cue(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وف]?({pattern('cues', group)})(?!\w)")


def find(scene: Scene) -> Iterator[Finding]:
    """The meetings and calls of a sentence."""
    if not any(name.is_person for name in scene.names):
        return
    if scene.is_title:
        yield from _titled(scene)
    for group, kind, rule in (
        ("meet", "meeting", "contact.met"),
        ("meeting", "meeting", "contact.noun"),
        ("receive", "meeting", "contact.received"),
        ("call_noun", "call", "contact.call"),
        ("call", "call", "contact.call"),
    ):
        for match in _cue(group).finditer(scene.fold, scene.start, scene.end):
            finding = _met(scene, match, kind, rule, linked=group not in ("receive", "call"))
            if finding is not None:
                yield finding


def _titled(scene: Scene) -> Iterator[Finding]:
    """فلان يستقبل فلانا, فلان يلتقي وزير كذا: a title with its subject first, the second a person or an office."""
    who = party(scene, scene.start)
    match = (
        None if who is None or not who.entity.startswith("person:") else _FIRST.match(scene.fold, who.end, scene.end)
    )
    if who is None or match is None:
        return
    glued = match.group(2) == "ب"
    at = match.end() - glued
    whom = next((name.filler for name in scene.names if name.is_person and name.start == match.end()), None)
    whom = whom or party(scene, at, cut=int(glued))
    office = whom is not None and base(scene.fold[whom.start :].split()[0]) in words("offices")
    if whom is not None and (office or whom.entity.startswith("person:")) and whom.entity != who.entity:
        whom = Filler(whom.start, _entire(scene, whom.end), whom.entity)
        verb = Filler(match.start(1), match.end(1))
        yield Finding("meeting", "contact.titled", who.start, whom.end, verb, who, whom)


def _entire(scene: Scene, end: int) -> int:
    """The end of an office with the adjectives and the second field behind it (السابق, والإرشاد الإسلامي)."""
    for token in scene.tokens(end):
        if not token.fold.startswith(("ال", "وال")) or token.start > end + 1 or scene.dated(token.start) is not None:
            break
        end = token.end
    return end


def _met(scene: Scene, match: re.Match[str], kind: str, rule: str, *, linked: bool) -> Finding | None:
    people = [one for one in scene.named(match.end(), scene.end) if one.is_person and not _adjective(scene, one)]
    first = next(iter(people), None)
    if first is None or not _reaches(scene, match.end(), first.start, _NEAR + 3 * (rule == "contact.noun")):
        return None
    if rule == "contact.noun" and _ASIDE.search(scene.fold, _joint(scene, match.end(), first.start), first.start):
        return None
    second = next(
        (name for name in people if name.start >= first.end and name.mention.entity != first.mention.entity), None
    )
    if rule == "contact.met" and match.group()[0] in "وف" and not unreal(scene, match.start(), 3):
        before, whom = sole(scene, match.start()), _whom(scene, match.end())
        whom = first.filler if second is None and whom is None else whom
        if before is not None and whom is not None and before.entity != whom.entity:
            return _elided(scene, match, before, whom)
    if second is None or unreal(scene, match.start(), 3) or not _together(scene, match, first, second, linked=linked):
        return None
    verb = Filler(match.start(1), match.end(1), text=_worded(scene, match, rule))
    scene.speaker.pair = (_told(scene, first.filler), _told(scene, second.filler))
    return Finding(
        kind,
        rule,
        match.start(),
        second.end,
        verb,
        first.filler,
        second.filler,
        place=_place(scene, second.end),
        modality="planned" if _AHEAD.search(scene.fold, match.start(), second.start) else "asserted",
    )


def _adjective(scene: Scene, name: Named) -> bool:
    """Whether what was read as a name says whence a delegation is (وفدا إيرانيا)."""
    return scene.before(name.start)[-1:] in (["وفدا"], ["وفد"]) and scene.fold[name.start : name.end].endswith("يا")


def _together(scene: Scene, match: re.Match[str], first: Named, second: Named, *, linked: bool) -> bool:
    """Whether two persons are near each other, and joined by بين, مع, ب or و if they are to be."""
    between = scene.fold[first.end : second.start]
    if not _reaches(scene, first.end, second.start, _APART + 4 * (not linked)) or _ANOTHER.search(between):
        return False
    if _LISTED.match(scene.fold[match.end() : first.start]):
        return False
    return bool(_WITH.search(between)) if linked else not _THIRD.search(between)


def _whom(scene: Scene, position: int) -> Filler | None:
    """Whom a verb without a subject meets: a person in office behind ب (والتقى خلالها بمستشار كذا فلان)."""
    during = _DURING.match(scene.fold, position, scene.end)
    if during is None:
        return None
    whom = party(scene, during.end() - 1, cut=1)
    return whom if whom is not None and whom.entity.startswith("person:") else None


def _elided(scene: Scene, match: re.Match[str], who: Filler, whom: Filler) -> Finding:
    """جاء فلان أمس والتقى بفلان: the verb's subject stands before it."""
    verb = Filler(match.start(1), match.end(1), text=_worded(scene, match, "contact.elided"))
    scene.speaker.pair = (_told(scene, who), _told(scene, whom))
    place = _place(scene, whom.end)
    return Finding("meeting", "contact.elided", who.start, whom.end, verb, who, whom, place=place)


def _worded(scene: Scene, match: re.Match[str], rule: str) -> str:
    """The verb; a noun (اللقاء الذي جمع فلانا بفلان) as what reads between the two: في لقاء مع."""
    text = scene.surface(match.start(1), match.end(1))
    bare = " ".join(word.removeprefix("ال") for word in text.split())
    bare = {"اتصالا هاتفيا": "اتصال هاتفي"}.get(bare, bare)
    if rule == "contact.noun" or match.group(1) in words("cues", "call_noun"):
        return f"في {bare} مع"
    return f"{text} مع" if "جتمع" in text else text


def _told(scene: Scene, one: Filler) -> Filler:
    """A participant for a later sentence that does not spell it."""
    return Filler(-1, -1, one.entity, scene.surface(one.start, one.end))


def _joint(scene: Scene, start: int, end: int) -> int:
    """Where بين or الذي جمع stands between a meeting and its first participant, else the meeting's end."""
    found = re.compile(r"\s(?:بين|جمع\w*)(?=\s)").search(scene.fold, start, end)
    return start if found is None else found.end()


def _reaches(scene: Scene, start: int, end: int, most: int) -> bool:
    return scene.count(start, end) <= most and not _BREAK.search(_HELD.sub("", scene.fold[start:end]))


def _place(scene: Scene, end: int) -> str:
    """The place named with في or ب right after, a date between allowed."""
    near = (name for name in scene.named(end, scene.end) if name.mention.type == "place" and name.is_name)
    where = next(near, None)
    if (
        where is None
        or scene.count(end, where.start) > 5
        or not re.search(r"(?:\sفي\s|\sب)$", scene.fold[end : where.start])
    ):
        return ""
    return where.mention.entity
