"""Arrests: who was seized, and by whom; only where it is told as done, and only of people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.parties import party
from tui.analysis.facts.scene import QUOTES, Filler, Finding
from tui.analysis.facts.victims import people
from tui.analysis.facts.wording import modality, unreal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Scene

_STEMS = ("القبض", "قبض", "اوقف", "وقف", "يقاف", "عتقل", "عتقال", "توقيف", "حتجز", "حتجاز", "حتفاظ", "ضبط")
_SEIZED = re.compile(
    r"(?<!\w)[وف]?(?:((?:القت|القي|القوا|يلقي|تلقي)\s(?:\S+\s){0,14}?القبض\sعلي|[يت]?قبضت?\sعلي|اوقفت?|اوقفوا|اعتقلت?|احتجزت?|[يت]وقف|[يت]عتقل|ضبطت)|"
    r"(ب?(?:القاء\s)?القبض\sعلي|ب?(?:ايقاف|اعتقال|توقيف|احتجاز|ضبط)|ب?الاحتفاظ(?=\sب)))\s"
)
_NOUN = (
    r"(?:القاء|القبض|ايقاف|اعتقال|توقيف|احتجاز|ضبط|حجز|مداهم\w*|تفكيك|احباط|(?:ال)?كشف|القضاء|تحرير|حصر|انقاذ|اجلاء)"
)
_APART = re.compile(r"[.؛:؟!]|\s(?:التي|الذي|الذين|ان|انه|انها|بتهمه|بشبهه)(?!\w)")
# What tells that it was done, up to where a noun of action may stand.
_DONE = re.compile(
    r"(?<!\w)[وفل]?(?:(?P<by>تمكن|تمكنت|تمكنوا|نجح|نجحت)\s(?P<who>.{0,170}?)(?:^|(?<=\s))(?:عن|من|في)\s|"
    r"(?P<does>قامت?|تولت?|باشرت?|اقدمت?|تكفلت?|عمدت?)\s(?P<doer>.{0,110}?)(?=ب?$)|"
    r"(?:تمت?|وقع|جري)\s|(?:اسفرت?|ادي|ادت|افضت?|مكنت?|افضي|انتهت?)\s(?:\S+\s){0,12}?(?:عن|الي|من|ب)\s|"
    r"اعلنت?\s(?:\S+\s){0,14}?عن\s|(?:اثر|عقب|منذ|خلفيه|احتجاجا علي)\s)"
)
_JOINED = re.compile(rf"{_NOUN}(?:\s\S+){{1,24}}?\s[وف]\s?$")
_GAP = 12  # tokens between تم and what was done, a time and a place
_LED = frozenset(
    ("علي", "الي", "عن", "بعد", "قبل", "بسبب", "ضد", "حول", "دون", "عدم", "او", "مع", "بشان", "قرار", "خبر")
)
_SUSPENDED = re.compile(r"\s(?:\S+\s){0,6}?(?:عن\s(?:ال)?(?:عمل|نشاط|تدريس|دراسه|مباشره)|مباشره\s\w+|تاديبيا)(?!\w)")
_GAME = re.compile(
    r"(?<!\w)(?:لكره|(?:ال)?لاعب\w*|(?:ال)?مباريات|مباراه|مباراتين|(?:ال)?مقابله|مقابلتين|مقابلات)(?!\w)"
)
_CALLED = re.compile(
    r"(?<!\w)[وف]?(?:دعوه|دعا|دعت|[يت]دعو|[يت]طالب|طالبت?|مطالب\w*|ضروره|رفض\w*|ينفي|تنفي|[يت]قرر|نيه)(?!\w)"
)
_POLICE = re.compile(r"(?:ال)?(?:اعوان|رجال|عناصر|قوات|وحدات|عنصر|حراس)\s")  # أوقف أعوان الأمن شاحنة
_ILL = re.compile("مستشف|مصاب|مريض|الطبي|الصحي")
_FAR = 8  # tokens of time and place between the police and whom they seize


def find(scene: Scene) -> Iterator[Finding]:
    """The arrests of a sentence."""
    if not any(stem in scene.page.fold for stem in _STEMS):
        return
    for match in _SEIZED.finditer(scene.fold, scene.start, scene.end):
        yield from _seizure(scene, match)


def _seizure(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    before = scene.before(match.start())
    led = before in (["قبل"], ["بعد"], ["التي"], ["الذي"], ["الذين"]) or (match.group(1) and before == ["من"])
    if led or unreal(scene, match.start(), 3):
        return
    told = _active(scene, match) if match.group(1) else _nominal(scene, match)
    if told is None:
        return
    begin, who, position = told
    whom = _seized(scene, match, who, position)
    if whom is None or (who is not None and who.start <= whom.start < who.end):
        return
    if _SUSPENDED.match(scene.fold, whom.end, scene.end) or _GAME.search(scene.fold, scene.start, scene.end):
        return
    group = 1 if match.group(1) else 2
    verb = Filler(match.start(group), match.end(group), text=_worded(scene, match, group))
    begin, end = begin if who is None else min(begin, who.start), max(whom.end, match.end() - 1)
    yield Finding("arrest", "force.arrest", begin, end, verb, who, whom, modality=modality(scene, match.start()))


def _seized(scene: Scene, match: re.Match[str], who: Filler | None, position: int) -> Filler | None:
    if match.group(2) and "احتفاظ" in match.group(2):
        if _ILL.search(scene.fold, scene.start, scene.end):
            return None
        return people(scene, position, cut=1) if scene.fold[position] == "ب" else None
    whom = people(scene, position)
    if whom is not None or who is None or position != who.end:
        return whom
    for count, token in enumerate(scene.tokens(position)):
        inside = bool(scene.over(token.start) or scene.over(token.start + 1))
        passing = token.fold in ("في", "،", "مساء", "صباح", "فجر", "ليله") or token.fold[0] == "ب" or inside
        passing = passing or (scene.before(token.start) == ["في"] and token.start > position + 1)
        if count >= _FAR or not (passing or any(hit.start <= token.start < hit.end for hit in scene.dates)):
            return people(scene, token.start) if 0 < count < _FAR else None
    return None


def _worded(scene: Scene, match: re.Match[str], group: int) -> str:
    text = match.group(group)
    if "القبض" in text or "قبض" in text.split()[0]:
        return "ألقى القبض على"
    if "احتفاظ" in text:
        return "الاحتفاظ بـ"
    start = match.start(group) + (group == 2 and text.startswith("ب"))
    return scene.surface(start, match.end(group))


def _active(scene: Scene, match: re.Match[str]) -> tuple[int, Filler | None, int] | None:
    """Of a verb: where the proof begins, who seizes, and where the seized may stand."""
    who, position = _seizer(scene, match), match.end()
    if who is not None and who.end > match.start() and "قبض" not in match.group(1):
        position = who.end
    present = re.match("[يت]", match.group(1)) is not None and "القبض" not in match.group(1)
    if (present or match.group(1) == "ضبطت") and who is None:
        return None  # توقف and يوقف have other senses
    return match.start(), who, position


def _seizer(scene: Scene, match: re.Match[str]) -> Filler | None:
    """The party of the verb: behind its first word, or right before it as titles have it."""
    first = match.start(1) + len(match.group(1).split()[0]) + 1
    ends = [scene.fold.find(" القبض", first, match.end())]
    ends += [name.start for name in scene.names if name.is_person and name.start > first + 1]
    who = party(scene, scene.past_dates(first), min((end for end in ends if end > 0), default=None))
    police = _POLICE.match(scene.fold, scene.past_dates(first))
    if who is not None and (police is not None or people(scene, first) is None):
        return who
    ahead = party(scene, scene.start, match.start())
    if ahead is None and scene.is_title and ":" in scene.fold[scene.start : match.start()]:
        ahead = party(scene, scene.past_dates(scene.fold.rfind(":", scene.start, match.start()) + 1), match.start())
    return ahead if ahead is not None and scene.count(ahead.end, match.start()) == 0 else None


def _nominal(scene: Scene, match: re.Match[str]) -> tuple[int, Filler | None, int] | None:
    """Of a noun of action: what tells that it was done (تمكنت فرقة كذا من, تم, أسفرت الحملة عن), or a title."""
    with_b = match.group(2).startswith("ب")
    told = [hit for hit in _DONE.finditer(scene.fold, scene.start, match.start(2)) if _governs(scene, hit, match)]
    if told:
        hit = told[-1]
        span = hit.span("who") if hit.group("by") else hit.span("doer")
        if span[0] < 0:
            return None if with_b else (hit.start(), None, match.end())
        who = party(scene, scene.past_dates(span[0]), span[1])
        if with_b != bool(hit.group("does")) and not (hit.group("does") or "").startswith(("تول", "باشر")):
            return None
        # Somebody did it whom the rules cannot make out.
        return None if who is None else (hit.start(), who, match.end())
    if with_b or not _opens(scene, match):
        return None
    return match.start(2), None, match.end()


def _governs(scene: Scene, told: re.Match[str], match: re.Match[str]) -> bool:
    """Whether what is told as done holds as far as the noun of action: nothing but a time and place, or و, between."""
    gap = scene.fold[told.end() : match.start(2)]
    if _APART.search(gap) or unreal(scene, told.start(), 3):
        return False
    if told.group("does"):
        return not gap.strip() or match.group(2).startswith("ب")
    if not gap.strip(" و"):
        return True
    if _JOINED.search(scene.fold, told.end(), match.start(2)):
        return True
    passive = re.match(r"[وفل]?(?:تم|وقع|جري)", told.group()) is not None
    return passive and scene.count(told.end(), match.start(2)) <= _GAP and scene.before(match.start(2))[0] not in _LED


def _opens(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a noun of action opens a sentence or the second part of a title, or is joined to what a title tells."""
    ahead = scene.fold[scene.start : match.start()]
    if not ahead.strip(" :،" + QUOTES):
        return True
    if not scene.is_title or _CALLED.search(ahead):
        return False
    joined = match.group()[0] == "و" or ahead.endswith(" و ")
    second = joined and re.search(rf"(?<!\w){_NOUN}(?!\w)", ahead) is not None
    return ahead.rstrip(QUOTES + " ")[-1:] in ":.،" or second
