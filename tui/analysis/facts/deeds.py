"""Harmful deeds told of somebody: spying, hacking, shelling; with how sure the article is that they happened."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import pattern, table, words
from tui.analysis.facts.scene import QUOTES, Filler, Finding, is_head
from tui.analysis.facts.wording import modality, unreal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Named, Scene

_DOING = re.compile(rf"[{QUOTES}]?\s(?:لل\w+|ل(?!ا\s|م\s|ن\s)\w{{3,}})(?!\w)")
_ARMED = re.compile(r"(?:ال)?(?:جيش|قوات|طيران|طايرات|تحالف|سلاح|مقاتلات|مدفعيه)(?!\w)")
_FAR = 14  # tokens between على and somebody named among many (بينهم فلان)
_DID = re.compile(r"\s(?:قامت?|متورطه?|ضالعه?)\s(?:ب|في\s)$")
_END = re.compile(
    r"[،.؛:؟!]|\s(?:ب(?:استخدام|استعمال|واسطه|هدف|غرض)|عبر|من\sخلال|منذ|خلال|بعد|قبل|وهو|الذي|التي)(?!\w)"
)


@cache
def _deeds() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)([وفبل]?(?:{pattern('deeds')}))(?!\w)")


def find(scene: Scene) -> Iterator[Finding]:
    """The deeds of a sentence whose doer or target is named; none that is denied, asked or only feared."""
    for match in _deeds().finditer(scene.fold, scene.start, scene.end):
        grade = modality(scene, match.start())
        if unreal(scene, match.start()) or _leading(scene, match) or (not scene.is_title and _stale(scene, match)):
            continue
        start = _object(scene, match)
        if start is None:
            continue
        doer = _doer(scene, match)
        target, rule = _target(scene, start, match.group(1))
        if target is None and doer is not None:
            end = _END.search(scene.fold, start, scene.end)
            target, rule = Filler(start, end.start() if end else scene.end), "deed.doer"
        if target is None or not scene.fold[target.start : target.end].strip():
            continue
        if doer is None and match.group(1)[0] == "و" and not scene.is_title:
            continue  # التحايل واختراق كذا: one of several that are only spoken of
        begin = _evidence(scene, match, doer)
        end_at = max(target.end, match.end())
        yield Finding("event", rule, begin, end_at, _worded(scene, match, start, doer), doer, target, modality=grade)


def _worded(scene: Scene, match: re.Match[str], end: int, doer: Filler | None) -> Filler:
    """The deed and its preposition; a verb whose doer is not named is put as its noun, lest the target read as doer."""
    known = table("deeds")
    word = match.start(1) + (scene.fold[match.start(1)] in "وفبل" and match.group(1)[1:] in known)
    while end > word and scene.fold[end - 1] in " " + QUOTES:
        end -= 1
    if doer is not None:
        did = _DID.search(scene.fold, doer.end, word)
        return Filler(word if did is None else did.start() + 1, end)
    noun = known[scene.fold[word : match.end()]][1]
    rest = scene.surface(match.end(), end) if end > match.end() else ""
    return Filler(word, end, text=noun + rest if noun else "")


def _leading(scene: Scene, match: re.Match[str]) -> bool:
    """A verb that opens its clause (واستهدفت أمريكا): what follows may be its subject as well as its object."""
    word = match.group(1).lstrip("وف")
    verb = word in words("deeds") and bool(table("deeds")[word][1]) and table("deeds")[word][0] != "spying"
    opens = match.start() == scene.start or match.group(1)[0] in "وف" or scene.fold[match.start() - 1] in "،(" + QUOTES
    return verb and (opens or scene.fold[match.start() - 2] in "،:")


def _stale(scene: Scene, match: re.Match[str]) -> bool:
    """A deed that is only the topic of something (فضيحة تجسس, خبر التجسس) is told elsewhere."""
    before = scene.before(match.start())
    return before in (["خبر"], ["فضيحه"], ["برامج"], ["برنامج"], ["عمليه"], ["لعمليه"], ["مكافحه"], ["ملف"], ["قضيه"])


def _object(scene: Scene, match: re.Match[str]) -> int | None:
    """Where the deed's target begins: after على, or right after the deed's noun or verb for the others."""
    if not re.search("تجسس|تنصت", match.group(1)):
        return match.end() + 1 if match.end() + 1 < scene.end else None
    to = re.compile(rf"\s(?:ب\w+\s(?:[{QUOTES}]?\w+[{QUOTES}]?\s){{0,3}}?)?(?:علي|عن)\s").match(
        scene.fold, match.end(), scene.end
    )
    return None if to is None else to.end()


def _target(scene: Scene, start: int, deed: str) -> tuple[Filler | None, str]:
    types = ("person",) if "غتيال" in deed or "غتال" in deed else ("person", "organisation", "place")
    for name in scene.named(start, scene.end):
        if not name.is_name or name.mention.type not in types:
            continue
        gap = scene.fold[start : name.start]
        if _direct(scene, start, name):
            armed = "قصف" in deed and _ARMED.match(scene.fold, name.start)
            if armed or _DOING.match(scene.fold, name.end, scene.end):
                return None, ""  # استهداف الجيش للمدينة, قصف الجيش: who does it
            return name.filler, "deed.target"
        if scene.count(start, name.start) <= _FAR and _included(scene, start, name) and not re.search("[.؛:؟]", gap):
            return name.filler, "deed.including"
    return None, ""


def _direct(scene: Scene, start: int, name: Named) -> bool:
    """Only a role, with its nation, between the deed and the name."""
    between = scene.tokens(start, name.start)
    nations = [one for one in scene.named(start, name.start) if one.mention.type == "nationality"]
    return all(
        is_head(token.fold, "role") or any(one.start <= token.start < one.end for one in nations) for token in between
    )


def _included(scene: Scene, start: int, name: Named) -> bool:
    """بينها, في مقدمها and the like, a role with its nation after it, stand before the name."""
    known = words("cues", "include")
    marks = [token.end for token in scene.tokens(start, name.start) if token.fold in known]
    return bool(marks) and _direct(scene, marks[-1], name)


def _doer(scene: Scene, match: re.Match[str]) -> Filler | None:
    begin = match.start(1) + (match.group(1)[0] == "ب")
    gap = re.compile(rf"[{QUOTES}]?\s$")
    name = next(
        (one for one in scene.names if one.is_name and gap.fullmatch(scene.fold, one.end, match.start(1))), None
    )
    if name is not None and match.group(1)[0] not in "اوفبل":  # المغرب تجسس على: a verb after its subject
        return name.filler
    before = _DID.search(scene.fold, scene.start, begin)
    if before is None:
        return None
    name = next((one for one in scene.names if one.end == before.start() and one.is_name), None)
    return None if name is None else name.filler


def _evidence(scene: Scene, match: re.Match[str], doer: Filler | None) -> int:
    """Where the proof begins: at the word that says how sure it is, or at the doer, or at the deed."""
    first = match.start() if doer is None else doer.start
    for group in ("established", "alleged", "believed", "reported"):
        known = words("cues", group)
        cues = [token.start for token in scene.tokens(scene.start, first) if token.fold.lstrip("و") in known]
        near = [cue for cue in cues if scene.count(cue, match.start()) <= 12]
        if near:
            first = min(first, near[0])
    told = next(scene.tokens(first)).fold.lstrip("و") in words("cues", "reports")
    verb = list(scene.tokens(scene.start, first))[-1:]
    # The verb of the reports is part of the proof: قالت تقارير.
    return verb[0].start if told and verb and verb[0].fold.lstrip("وف") in words("cues", "speech") else first
