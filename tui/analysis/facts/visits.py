"""Visits: who went where (زار فلان كذا, أدى فلان زيارة إلى كذا, زيارة أداها فلان)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import words
from tui.analysis.facts.parties import party
from tui.analysis.facts.scene import QUOTES, Filler, Finding, base
from tui.analysis.facts.verbs import found
from tui.analysis.facts.wording import modality, unreal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Named, Scene
    from tui.model import Modality

_AWAITED = 4  # tokens before a visit in which it may be said to be to come
_NEAR = 4  # tokens between a visitor and the place, or a visit and the place
_TO = re.compile(r"\s(?:الي\s|ل(?=ال)?|(?:ال)?(?:جمهوريه|دوله|مدينه|العاصمه)\s){0,3}$|\s$")
_PAYS = re.compile(r"(?<!\w)[وف]?((?:س)?(?:ادي|ادت|يودي|تودي|قام|قامت|يقوم|تقوم))\s(?:\S+\s){0,14}?ب?(زياره)(?=\s)")
_PAID = re.compile(
    rf"(?<!\w)(زياره)[{QUOTES}]?\s(?:\S+\s){{0,4}}?(?:[{QUOTES}]\s)?(?:ا?داها|ادتها|يوديها|توديها|قام\sبها|قامت\sبها)\s"
)
_PLACE = re.compile(
    r"\s(?:\w+\s){0,3}?(?:الي\s|ل(?=\w|$))(?:(?:ولايه|مدينه|دوله|جمهوريه|قريه|معتمديه|العاصمه)\s)?(?:ال)?$"
)
_WHOLE = re.compile(r"\s(?:وال|لل|ل\w{3}|بال|ال|وزير|كاتب|رييس|عضو)")  # more of an office
_REST = re.compile(r"(?:\s(?:وزيره?|كاتبه?|رييسه?|عضو|(?:وال|لل|ل|بال|ال)\w+(?:\s\w+(?:يا|يه|ا))?)){1,7}\s?(?:،\s?|\s)")
_ON = re.compile(r"\sفي\s(زياره)(?=\s)")
_AHEAD = re.compile(r"(?<!\w)(?:غدا|قريبا|المقبل|القادم|المقبله|القادمه)(?!\w)")


def find(scene: Scene) -> Iterator[Finding]:
    """The visits of a sentence."""
    if "زياره" in scene.fold:
        for match in _PAYS.finditer(scene.fold, scene.start, scene.end):
            yield from _paid_by(scene, match)
        for match in _PAID.finditer(scene.fold, scene.start, scene.end):
            yield from _paid(scene, match)
        if scene.is_title:
            yield from _on_visit(scene)
    for match in found(scene, "visit"):
        yield from _visited(scene, match)


def _paid_by(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    """أدى فلان زيارة إلى كذا: the visitor behind the verb or right before it, and the place."""
    if unreal(scene, match.start(), 3) or re.search("[.؛:]", match.group()):
        return
    who = party(scene, scene.past_dates(match.end(1)), match.start(2))
    if who is None:
        who = next((name.filler for name in scene.names if 0 <= match.start() - name.end <= 9), None)
        gap = "" if who is None else scene.fold[who.end : match.start()].strip(" ،")
        if gap not in ("", "قد", "كان", "كان قد"):
            return
    where = _place(scene, match.end(2))
    who = None if who is None else _entire(scene, who, match.start(2))
    if who is None or where is None or not _visitor(scene, who):
        return
    if scene.fold.endswith(" من ", scene.start, who.start):
        return  # وفد من كذا
    grade = _grade(scene, match.start(1), where.end)
    now, past = ("تزور", "زارت") if _she(match.group(1)) else ("يزور", "زار")
    going = grade == "planned" or match.group(1).lstrip("س")[:1] in ("ي", "ت")
    verb = Filler(match.start(1), match.end(2), text=now if going else past)
    begin = min(match.start(), who.start)
    yield Finding("visit", "visit.paid", begin, where.end, verb, who, where.filler, modality=grade)


def _entire(scene: Scene, who: Filler, end: int) -> Filler | None:
    """An office cut off before the rest of it (وزير الخارجية | والتعاون لجمهورية كذا، فلان): with its name, or none."""
    if (
        who.entity
        or who.end >= end - 1
        or scene.dated(who.end + 1) is not None
        or _WHOLE.match(scene.fold, who.end, scene.end) is None
    ):
        return who
    name = next((one for one in scene.named(who.end, end) if one.is_person), None)
    if name is None or not _REST.fullmatch(scene.fold, who.end, name.start):
        return None
    return Filler(who.start, name.end, name.mention.entity)


def _on_visit(scene: Scene) -> Iterator[Finding]:
    """فلان في زيارة إلى كذا, of a title."""
    who = party(scene, scene.start)
    match = None if who is None else _ON.match(scene.fold, who.end, scene.end)
    where = None if match is None else _place(scene, match.end(1))
    if who is not None and match is not None and where is not None and _visitor(scene, who):
        verb = Filler(match.start() + 1, match.end(1), text="في زيارة إلى")
        yield Finding("visit", "visit.paid", who.start, where.end, verb, who, where.filler)


def _visitor(scene: Scene, who: Filler) -> bool:
    """Whether a party can pay a visit: named, or an office (رئيس الحكومة)."""
    office = base(next(scene.tokens(who.start)).fold) in words("offices")
    return office or (bool(who.entity) and not who.entity.startswith("place:"))


def _paid(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    """زيارة أداها فلان: the place, if it is named at all, behind either."""
    who = party(scene, scene.past_dates(match.end()))
    if who is None or not who.entity or who.entity.startswith("place:"):
        return
    where = _place(scene, who.end) or _place(scene, match.end(1))
    words_of = ("زارت", "أدت زيارة") if _she(match.group().split()[-1]) else ("زار", "أدى زيارة")
    verb = Filler(match.start(1), match.end() - 1, text=words_of[where is None])
    end = max(who.end, 0 if where is None else where.end)
    content = None if where is None else where.filler
    yield Finding("visit", "visit.paid", match.start(), end, verb, who, content)


def _visited(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    near = [name for name in scene.named(match.end(), scene.end) if name.is_name]
    who = next((name for name in near if name.is_person), None)
    far = who is not None and scene.count(match.end(), who.start) > _NEAR
    if (
        who is None
        or far
        or re.search("[.،؛:]", scene.fold[match.end() : who.start])
        or unreal(scene, match.start(), 3)
    ):
        return
    where = next((name for name in near if name.start >= who.end and name.mention.type == "place"), None)
    if where is None or scene.count(who.end, where.start) > _NEAR - 1:
        return
    if _TO.search(scene.fold[who.end : where.start]):
        verb, place = Filler(match.start(2), match.end(2)), where.mention.entity
        whole = (match.start(), where.end)
        grade = _grade(scene, match.start(), where.end)
        yield Finding("visit", "visit.verb", *whole, verb, who.filler, where.filler, place=place, modality=grade)


def _grade(scene: Scene, start: int, end: int) -> Modality:
    """How sure a visit is: one that is to come, or awaited (من المنتظر أن تزور), is planned."""
    awaited = words("certainty", "due").intersection(scene.before(start, _AWAITED))
    ahead = awaited or _AHEAD.search(scene.fold, start, end) or scene.fold.startswith("س", start)
    return "planned" if ahead else modality(scene, start)


def _place(scene: Scene, position: int) -> Named | None:
    """The place that a visit is to, named behind it."""
    for name in scene.named(position, scene.end):
        if name.mention.type == "place" and name.is_name:
            return name if _PLACE.fullmatch(scene.fold[position : name.start]) else None
    return None


def _she(verb: str) -> bool:
    return verb.lstrip("سوف").startswith("ت") or verb.endswith(("ت", "تها"))
