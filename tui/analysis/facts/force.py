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
# Verbs that tell that it was done, and after each what may stand before the noun of action.
_DONE = re.compile(
    r"(?<!\w)[وفل]?(?:(?P<by>تمكن|تمكنت|تمكنوا|نجح|نجحت|امكن)|(?P<does>قامت?|قاموا|تولت?|باشرت?|اقدمت?|تكفلت?|عمدت?)|"
    r"(?P<passive>تمت?|وقع|جري)|(?P<led>اسفرت?|ادي|ادت|افضت?|مكنت?|افضي|انتهت?)|(?P<told>اعلنت?|اكدت?)|"
    r"(?P<upon>اثر|عقب|منذ|خلفيه|احتجاجا علي))\s"
)
_DAY = r"\d{4}|امس"  # what ends who announces and when, before what is announced (أعلنت الشرطة أمس القبض على)
_JOINED = r"(?:\S+(?:\s\S+){0,24}?\s[وف]\s?)?$"
_UP_TO = {
    "by": re.compile(rf"(?P<who>.{{0,170}}?)(?:^|(?<=\s))(?:عن|من|في)\s{_JOINED}"),
    "does": re.compile(rf"(?P<who>.{{0,110}}?){_JOINED}"),
    "passive": re.compile(rf"(?:\S+\s){{0,12}}?{_JOINED}"),
    "led": re.compile(rf"(?:\S+\s){{0,12}}?(?:عن|الي|من|ب)\s{_JOINED}"),
    "told": re.compile(rf"(?:\S+\s){{0,14}}?(?:عن|(?:(?:ال\w+|{_DAY})|\S*\s?،))\s$|(?:\S+\s){{0,14}}?عن\s{_JOINED}"),
    "upon": re.compile(_JOINED),
}
_THAT = re.compile(r"(?<!\w)و?[اب]?ان\s")
_LED = frozenset(
    ("علي", "الي", "عن", "بعد", "قبل", "بسبب", "ضد", "حول", "دون", "عدم", "او", "مع", "بشان", "قرار", "خبر")
)
_SUSPENDED = re.compile(r"\s(?:\S+\s){0,6}?(?:عن\s(?:ال)?(?:عمل|نشاط|تدريس|دراسه|مباشره)|مباشره\s\w+|تاديبيا)(?!\w)")
_GAME = re.compile(
    r"(?<!\w)(?:لكره|(?:ال)?لاعب\w*|(?:ال)?مباريات|مباراه|مباراتين|(?:ال)?مقابله|مقابلتين|مقابلات)(?!\w)"
)
_CALLED = re.compile(
    r"(?<!\w)[وف]?(?:عزم\w*|دعوه|دعا|دعت|[يت]دعو|[يت]طالب|طالبت?|مطالب\w*|ضروره|رفض\w*|ينفي|تنفي|[يت]?قررت?|نيه)(?!\w)"
)
_BODY = re.compile(r"(?:ال)?(?:امن|درك|حرس|ديوانه|جمارك|استخبارات)(?:\sال\w+){0,2}(?!\w)")
_POLICE = re.compile(r"(?:ال)?(?:اعوان|رجال|عناصر|قوات|وحدات|عنصر|حراس)\s")  # أوقف أعوان الأمن شاحنة
_MEANT = re.compile(r"(?:مختص|متخصص|مكلف|معني)ه$")
_FOR = re.compile(r"\s(?:في\s|ب)\w+(?:\sفي\s(?:قضايا|جرايم))?(?:\s(?:قضايا|جرايم))?(?:\sال(?!تابع)\w+){0,2}(?!\w)")
_WHOSE = re.compile(r"\sلل(?:امن|درك|حرس|ديوانه|جمارك|جيش|شرطه)(?:\sال(?:وطني|عمومي|بحري|عدليه|بلديه)\w*)?(?!\w)")
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
    who = None if who is None else _full(scene, who)
    if whom is None or (who is not None and who.start <= whom.start < who.end):
        return
    if _SUSPENDED.match(scene.fold, whom.end, scene.end) or _GAME.search(scene.fold, scene.start, scene.end):
        return
    group = 1 if match.group(1) else 2
    verb = Filler(match.start(group), match.end(group), text=_worded(scene, match, group))
    begin, end = begin if who is None else min(begin, who.start), max(whom.end, match.end() - 1)
    yield Finding("arrest", "force.arrest", begin, end, verb, who, whom, modality=modality(scene, match.start()))


def _full(scene: Scene, who: Filler) -> Filler:
    """A body with what it is for and whose it is: الفرقة المختصة في البحث في الجرائم, المنطقة البحرية للحرس الوطني."""
    purpose = _FOR.match(scene.fold, who.end, scene.end) if _MEANT.search(scene.fold, who.start, who.end) else None
    end = who.end if purpose is None else purpose.end()
    whose = _WHOSE.match(scene.fold, end, scene.end)
    return Filler(who.start, end if whose is None else whose.end(), who.entity)


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
    if who is None and "قبض" not in match.group(1) and _POLICE.match(scene.fold, scene.past_dates(match.end())):
        return None  # أوقف عناصر الجهاز رجلا: who seizes
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
    body = _BODY.match(scene.fold, scene.past_dates(first)) if who is None else None
    if body is not None:
        return Filler(*body.span())
    ahead = party(scene, scene.start, match.start())
    if ahead is None and scene.is_title and ":" in scene.fold[scene.start : match.start()]:
        ahead = party(scene, scene.past_dates(scene.fold.rfind(":", scene.start, match.start()) + 1), match.start())
    return ahead if ahead is not None and scene.count(ahead.end, match.start()) == 0 else None


def _nominal(scene: Scene, match: re.Match[str]) -> tuple[int, Filler | None, int] | None:
    """Of a noun of action: what tells that it was done (تمكنت فرقة كذا من, تم, أسفرت الحملة عن), or a title."""
    with_b = match.group(2).startswith("ب")
    for verb in reversed(list(_DONE.finditer(scene.fold, scene.start, match.start(2)))):
        way = verb.lastgroup or ""
        between = _UP_TO[way].match(scene.fold, verb.end(), match.start(2))
        if between is None or _APART.search(between.group()) or unreal(scene, verb.start(), 3):
            continue
        if way == "told" and _CALLED.search(between.group()):
            continue  # أعلنت كذا وقررت إيقاف كذا
        if way in ("by", "does"):
            if with_b != (way == "does") and not verb.group().lstrip("وف").startswith(("تول", "باشر")):
                continue
            return verb.start(), _able(scene, verb, between), match.end()
        if not with_b and (way != "passive" or scene.before(match.start(2))[0] not in _LED):
            return verb.start(), None, match.end()
    return None if with_b or not _opens(scene, match) else (match.start(2), None, match.end())


def _able(scene: Scene, verb: re.Match[str], between: re.Match[str]) -> Filler | None:
    """Who managed or did it: behind the verb, or right before it behind أن (أن الوحدات الأمنية تمكنت من)."""
    start, end = between.span("who")
    who = party(scene, scene.past_dates(start), end) if end > start else None
    if who is not None:
        return who
    ahead = [hit.end() for hit in _THAT.finditer(scene.fold, scene.start, verb.start())]
    who = party(scene, ahead[-1] if ahead else scene.start, verb.start())
    return who if who is not None and scene.count(who.end, verb.start()) == 0 else None


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
