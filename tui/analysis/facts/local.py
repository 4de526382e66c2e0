"""Bodies that are many of their kind, which their place tells apart: فرقة الأبحاث التابعة للحرس الوطني بمنوبة."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import words
from tui.analysis.facts.scene import QUOTES, Filler, base

if TYPE_CHECKING:
    from tui.analysis.facts.scene import Named, Scene

_GUARD = re.compile(r"(?:حرس|امن|شرطه|ديوانه|حمايه|جيش)(?!\w)")
_BESIDE = re.compile(r"\s(?:ب|اقليم\s)")


def many(word: str) -> bool:
    """Whether a body is one of many of its kind, which its place tells apart; ل may have cost it its article."""
    return not words("bodies", "local").isdisjoint((word.removeprefix("ل").removeprefix("ال"), base(word)))


def _place(scene: Scene, start: int) -> Named | None:
    return next((one for one in scene.names if one.start == start and one.mention.type == "place"), None)


def placed(scene: Scene, part: Filler, whole: Filler) -> Filler:
    """What a body of many of its kind belongs to, with its place: فرقة الأبحاث التابعة للحرس الوطني بمنوبة."""
    local = many(scene.fold[part.start : part.end].split()[0].strip(QUOTES))
    if not local or whole.start < part.end or not _GUARD.search(scene.fold, whole.start, whole.end):
        return whole
    beside = _BESIDE.match(scene.fold, whole.end, scene.end)
    place = None if beside is None else _place(scene, beside.end())
    return whole if place is None else Filler(whole.start, place.end, whole.entity)


def told_apart(scene: Scene, found: Filler, position: int) -> Filler:
    """A body of many of its kind with its place, where that stands before the relation (المحكمة بكذا برئاسة)."""
    place = _place(scene, found.end + 2) if scene.fold.startswith(" ب", found.end) else None
    if place is None or place.end > position or not many(scene.fold[found.start : found.end].split()[0]):
        return found
    return Filler(found.start, place.end, found.entity)


def whole_name(scene: Scene, name: Named, *, local: bool) -> Filler:
    """A name with the nation, the body and the place that tell it from others (المنطقة البحرية للحرس الوطني بكذا)."""
    end, entity = name.end, name.mention.entity
    for one in scene.names:
        joint = scene.fold[end : one.start]
        if one.start < end:
            continue
        if one.mention.type == "organisation" and one.is_name and (joint == " ب" or (local and joint == " ل")):
            end, entity = one.end, ""
        elif (one.mention.type == "nationality" and joint == " ") or (
            local and one.mention.type == "place" and joint == " ب"
        ):
            end = one.end
    return Filler(name.start, end, entity)
