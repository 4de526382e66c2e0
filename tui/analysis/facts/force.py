"""Arrests and attacks: who was seized, by whom; what was attacked, by whom; only of people and of what has a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import counted
from tui.analysis.facts.lexicon import words
from tui.analysis.facts.parties import party
from tui.analysis.facts.scene import QUOTES, Filler, Finding
from tui.analysis.facts.wording import modality, unreal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Scene

_SEIZED = re.compile(
    r"(?<!\w)[وف]?(?:((?:القت|القي)\s(?:\S+\s){0,8}?القبض\sعلي|اوقفت?|اعتقلت?|احتجزت?)|((?:القاء\s)?القبض\sعلي|ايقاف|اعتقال|توقيف|احتجاز))\s"
)
_DONE = re.compile(
    r"(?<!\w)[وف]?(?:(تمكنت?|نجحت?)\s(?=\S)(.{3,90}?)\s(?:عن|من|في|ب)\s?|تمت?\s(?:مؤخرا\s|امس\s|اليوم\s)?|"
    r"(?:اسفر|اسفرت|ادي|ادت)\s(?:\S+\s){0,6}?(?:عن|الي)\s)(?:القاء\s)?$"
)
_STRUCK = re.compile(
    r"(?<!\w)[وفبل]?((?:ال)?(?:هجوم|هجوما|هجومين|تفجير|تفجيرا|اعتداء|قصف|غاره|غارات))(?:\s(?:ال)?\w+(?:ي|يه|يا|يين|يان))*"
    r"\s(?:(?:الذي|التي|قد)\s)?(?:استهدفت?|استهدفا|علي|ضد)\s"
)
_KIND = re.compile(r"(?!ي|اصيل)\w{3,}(?:ي|يه|يين)|خطير\w?|متشدد\w?")  # عنصر إرهابي خطير
_PAIRS = re.compile(r"(?:رجل|رجال|سيده|سيدات) (?:اعمال|دين|امن|سياسه)|(?:عنصر|عناصر) (?:دعم|اسناد)|اعوان? \w+")
_OF = re.compile(r"(?:مفتش|مفتشا|مشتبه|مشتبها) (?:عن|ب|في)(?:ه|ها|هم)?")
_STRIKER = re.compile(r"(?<!\w)[وف]?(?:شنت?|نفذت?)\s")


def find(scene: Scene) -> Iterator[Finding]:
    """The arrests and attacks of a sentence."""
    for match in _SEIZED.finditer(scene.fold, scene.start, scene.end):
        yield from _seizure(scene, match)
    for match in _STRUCK.finditer(scene.fold, scene.start, scene.end):
        yield from _strike(scene, match)


def _seizure(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    before = scene.before(match.start())
    if unreal(scene, match.start(), 3) or before in (["قبل"], ["بعد"], ["التي"], ["الذي"], ["الذين"]):
        return
    begin, who, position = match.start(), None, match.end()
    if match.group(1):
        who = _seizer(scene, match)
        if who is not None and who.end > match.start() and "القبض" not in match.group(1):
            position = who.end
    else:
        told = _DONE.search(scene.fold, scene.start, match.start())
        if told is None and not _opens(scene, match.start()):
            return
        if told is not None:
            begin = told.start()
            who = party(scene, told.start(2), told.end(2)) if told.group(2) else None
            if told.group(2) and who is None:
                return  # somebody did it whom the rules cannot make out
    whom = _people(scene, position)
    if whom is None or (who is not None and who.start == whom.start):
        return
    group = 1 if match.group(1) else 2
    verb = Filler(match.start(group), match.end(group))
    text = "ألقى القبض على" if "القبض" in match.group(group) else ""
    verb = Filler(verb.start, verb.end, text=text or scene.surface(verb.start, verb.end))
    yield Finding("arrest", "force.arrest", begin, whom.end, verb, who, whom, modality=modality(scene, match.start()))


def _opens(scene: Scene, position: int) -> bool:
    """Whether a noun of action opens a title or sentence: إيقاف 3 أشخاص في كذا."""
    return not scene.fold[scene.start : position].strip(" :،" + QUOTES)


def _seizer(scene: Scene, match: re.Match[str]) -> Filler | None:
    """The party of the verb: behind its first word, or right before it as titles have it."""
    first = match.start(1) + len(match.group(1).split()[0]) + 1
    ends = [scene.fold.find(" القبض", first, match.end())]
    ends += [name.start for name in scene.names if name.is_person and name.start > first + 1]
    who = party(scene, scene.past_dates(first), min((end for end in ends if end > 0), default=None))
    if who is not None and _people(scene, first) is None:
        return who
    ahead = party(scene, scene.start, match.start())
    return ahead if ahead is not None and scene.count(ahead.end, match.start()) == 0 else None


def _people(scene: Scene, position: int) -> Filler | None:
    """Who is seized, right at a place: a person's name, a number of people, or a noun for one (عنصر إرهابي)."""
    start = scene.past_dates(position)
    name = next((one for one in scene.names if one.is_person and start <= one.start <= start + 1), None)
    if name is not None:
        return name.filler
    people = words("cues", "people")
    for number in scene.numbers:
        first, end = scene.page.folded(number.start), scene.page.folded(number.end)
        if first in (start, start + 1) and number.kind == "cardinal":
            what = counted(scene, number, end)
            seized = what is not None and scene.fold[what.start : what.end].split()[0] in people
            return Filler(first, what.end) if what is not None and seized else None
    token = next(scene.tokens(start), None)
    if token is None or token.fold not in people:
        return None
    end = token.end
    for part in scene.tokens(token.end):
        pair = f"{scene.fold[token.start : end].split()[-1]} {part.fold}"
        bound = _PAIRS.fullmatch(pair) or _OF.fullmatch(pair)
        if part.fold not in people and not _KIND.fullmatch(part.fold) and not bound:
            break
        end = part.end
    return Filler(token.start, end)


def _strike(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    if unreal(scene, match.start(), 3):
        return
    target = party(scene, match.end())
    if target is None or not target.entity or target.entity.startswith("product:"):
        return
    striker = _STRIKER.search(scene.fold, scene.start, match.start())
    who = party(scene, striker.end(), match.start()) if striker is not None else None
    begin = match.start() if striker is None or who is None else striker.start()
    noun = Filler(match.start(1), match.end() - 1)
    yield Finding(
        "attack", "force.attack", begin, target.end, noun, who, target, modality=modality(scene, match.start())
    )
