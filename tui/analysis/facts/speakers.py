"""Who speaks in a statement: behind the verb, before it, or the speaker of the sentence before."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal
from tui.analysis.facts.lexicon import pattern, words
from tui.analysis.facts.parties import party
from tui.analysis.facts.scene import QUOTES, Filler, is_head
from tui.arabic.normalise import fold

if TYPE_CHECKING:
    from tui.analysis.facts.scene import Scene

_HEARER = re.compile(
    r"\s(?:(?=مراسل)|ل|الي\s)(?:مراسل|وكال|صحيف|جريد|اذاع|قنا|موقع|تلفز|شبك|لتلفز|لاذاع|لقنا|لوكال|لصحيف)\w*|\sل?ل(?:مبعوث|موفد)\w*"
)
_SOURCE = frozenset(("مصدر", "مصادر", "المصدر", "المصادر", "شهود", "شاهد", "مسوول", "مسوولون"))
_TOLD = re.compile(r"ل$|لل|ل(?:مراسل|وكال|صحيف|مبعوث|اذاع|قنا)")  # whom it is told, not who tells it
_ALSO = frozenset(
    ("كذلك", "قايلا", "قايله", "موضحا", "موضحه", "مفسرا", "مفسره", "بالقول", "بقوله", "بقولها", "بالخصوص")
)
_OFFICE = re.compile(r"(?:\s?،)?\s")
_APPOSED = 16  # tokens of an office before the name of who holds it
_APPOSITION = re.compile(rf"(?:(?!\s(?:ان|انه|انها|بان|قال|اكد|الذي|التي|مع|بين|بعد|قبل)\s)[^.؛:({QUOTES}])*،\s")
SAYING = frozenset((":", "،", ",", "قايلا", "قايله", "بالقول"))
"""What may stand between a verb of speech and a quotation."""

MASCULINE = frozenset(("المغرب", "لبنان", "العراق", "الاردن", "السودان", "اليمن", "الفاتيكان", "الاحتلال"))
"""Names of lands that take a masculine verb."""


@cache
def _opening() -> re.Pattern[str]:
    groups = ("speech", "telling", "judging", "demand", "refuse", "denial", "commitment", "propose")
    forms = "|".join(pattern("cues", group) for group in groups)
    side = r"(?:و?من\s(?:جانب|جهت)\w{1,3}|و?بدور\w{1,2}|وفي\s(?:ذات|نفس|هذا)\s\w+|وفي\sسياق\s\w+)[\s،]+"
    return re.compile(rf"(?:كما\s|وقد\s|هذا\sو|{side})?[وف]?\s?({forms})\s")


def speaker(scene: Scene, start: int) -> Filler | None:
    """The party right behind a verb of speech: not whom it is told (أكد للجوهرة), and no further than to whom."""
    who = party(scene, start)
    if who is None:
        return None
    first = next(scene.tokens(who.start)).fold
    named = any(name.start == who.start + 1 and name.is_name for name in scene.names)
    if first.startswith("لل") or (first[0] == "ل" and named):
        return None
    return _both(scene, apposed(scene, without_hearer(scene, who)))


def _both(scene: Scene, who: Filler) -> Filler:
    """A body or an office with another that speaks with it (الشرطة وممثلو الادعاء العام); as two it is no entity."""
    after = next(scene.tokens(who.end), None)
    if after is None or after.fold[0] != "و" or not is_head(after.fold[1:], "role") or who.entity.startswith("person:"):
        return who
    other = party(scene, after.start, cut=1)
    if other is None:
        return who
    other = without_hearer(scene, other)
    whole = re.compile(rf"(?:[\s،]*في\s(?:بيان|بلاغ|تصريح|ندوه|موتمر|لقاء)|\s?،|\s(?:{pattern('cues', 'that')})\s)")
    return Filler(who.start, other.end) if whole.match(scene.fold, other.end) else who


def apposed(scene: Scene, who: Filler) -> Filler:
    """A party with what stands in apposition to it: the name behind an office, or the office behind a name."""
    person = next((name for name in scene.names if name.is_person and name.end == who.end), None)
    if person is not None:
        office = _OFFICE.match(scene.fold, who.end, scene.end)
        head = None if office is None else next(scene.tokens(office.end()), None)
        if head is None or not is_head(head.fold, "role") or head.fold[0] == "و":
            return who
        end, stop, definite = head.end, words("cues", "stop"), head.fold.startswith("ال")
        for token in scene.tokens(head.end):
            if token.fold in QUOTES and token.start <= end + 1:
                quoted = re.compile(rf"[^{QUOTES}]{{2,60}}[{QUOTES}]").match(scene.fold, token.end, scene.end)
                end = end if quoted is None else quoted.end()
                break
            other = definite and not token.fold.startswith(("ال", "ل", "و"))  # an indefinite noun begins the object
            apart = (token.fold[0] == "ب" or other) and token.fold != "باسم"
            if apart or token.fold in stop or not token.fold[0].isalpha() or scene.dated(token.start):
                break
            end, definite = token.end, token.fold.startswith("ال")
        bare = scene.before(end)[-1] in words("cues", "org")  # الناطقة باسم حزب: of which, the rules could not make out
        return Filler(who.start, end, who.entity) if scene.count(head.start, end) > 1 and not bare else who
    if who.entity.startswith("person:") or not is_head(next(scene.tokens(who.start)).fold, "role"):
        return who
    for name in scene.names:
        if name.start > who.end and name.is_person and name.mention.kind == "name":
            gap = scene.fold[who.end : name.start]
            near = scene.count(who.end, name.start) <= _APPOSED and _APPOSITION.fullmatch(gap)
            return Filler(who.start, name.end, name.mention.entity) if near and _closed(scene, name.end) else who
    return who


def _closed(scene: Scene, end: int) -> bool:
    """Whether a name in apposition ends there: a comma, أن or the occasion follows."""
    after = next(scene.tokens(end), None)
    known = words("cues", "that") | words("cues", "stop")
    return after is not None and (
        not after.fold[0].isalpha() or after.fold in known or scene.dated(after.start) is not None
    )


def principal(scene: Scene) -> tuple[Filler, bool, int] | None:
    """Who speaks, asks or judges in a sentence that begins with it: who, whether feminine, and the verb's end."""
    match = _opening().match(scene.fold, scene.start, scene.end)
    if match is None:
        return None
    who = speaker(scene, scene.past_dates(match.end()))
    if who is None or misread_place(scene, who, match.group(1)):
        return None
    last = scene.speaker
    joined = match.start(1) > scene.start and last.argument is not None and last.age <= 1
    taking = any(match.group(1) in words("cues", group) for group in ("demand", "judging", "refuse", "denial"))
    if joined and taking and last.argument is not None and last.argument.entity != who.entity:
        return None  # وطالبت السلطات بكذا: may be asked of them by the speaker before
    who = (without_asked(scene, who) if taking else None) or who
    first, *rest = scene.tokens(who.start, who.end)
    asked = taking and match.start(1) > scene.start and first.fold in words("cues", "addressed")
    if asked or (not rest and not who.entity and not first.fold.startswith("ال")):
        return None  # وطالبت الحكومة بكذا; رئيس: of what, the rules could not make out
    if taking and not who.entity and len(rest) > 1 and all(one.fold.startswith("ال") for one in (first, *rest)):
        return None  # دعا الطبيب المذكور المعلمة: who is asked may be among the words
    body = not who.entity and first.fold.startswith("ال") and is_head(first.fold, "org")
    if body and rest and rest[0].fold.startswith("ال"):
        # جدد الحزب التعبير عن كذا: the second noun is what is done
        who = who if rest[0].fold.endswith(("ي", "يه")) else Filler(first.start, first.end)
    return who, match.group(1).endswith("ت"), match.end()


def without_asked(scene: Scene, who: Filler) -> Filler | None:
    """A party that runs into whom it speaks to, without them; None for one that does not."""
    end = _until_asked(scene, who)
    if end is None:
        return None
    inside = any(one.mention.entity == who.entity for one in scene.named(who.start, end))
    return Filler(who.start, end, who.entity if inside else "")


def _until_asked(scene: Scene, who: Filler) -> int | None:
    """Where a party ends that runs into a body or people behind a whole name (التدخل الحكومة)."""
    before, end = "", who.end
    for token in scene.tokens(who.start, who.end):
        land = any(one.start == token.start and one.mention.type == "place" for one in scene.names)
        definite = before.startswith(("ال", "لل", "وال", "بال"))
        asked = token.fold in words("cues", "addressed")
        if before and ((definite and (asked or land)) or (asked and not nominal(before))):
            return end
        before, end = token.fold, token.end
    return None


def without_hearer(scene: Scene, who: Filler) -> Filler:
    """A party without the newspaper or the like to which it speaks (مصدر أمني لمراسلة الجوهرة)."""
    hearer = _HEARER.search(scene.fold, who.start + 1, who.end)
    if hearer is None:
        return _without_outlet(scene, who)
    own = any(who.start <= name.start < hearer.start() and name.mention.entity == who.entity for name in scene.names)
    return Filler(who.start, hearer.start(), who.entity if own else "")


def _without_outlet(scene: Scene, who: Filler) -> Filler:
    """A source without the outlet that it speaks to (مصدر أمني لـ"الجوهرة", للجوهرة, مصدر أمني الجوهرة)."""
    first = next(scene.tokens(who.start)).fold
    if first not in _SOURCE:
        return who
    for name in scene.named(who.start, who.end):
        if name.mention.type not in ("organisation", "product"):
            continue
        own = scene.fold[who.start : name.start].rstrip(QUOTES + " ")
        if own.endswith(" ل"):
            return Filler(who.start, who.start + len(own) - 2)
        apart = own != first and not first.startswith("ال") and scene.fold.startswith("ال", name.start)
        if apart and own.endswith(("ي", "يه")):
            return Filler(who.start, who.start + len(own))
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


def goes_on(scene: Scene, opening: tuple[Filler, bool, int], participle: int, *, feminine: bool) -> bool:
    """Whether a participle goes on with the verb that opens the sentence: it agrees, and nobody else speaks."""
    verbs = words("cues", "speech")
    between = (token.fold.lstrip("وف") for token in scene.tokens(opening[2], participle))
    return opening[1] == feminine and not any(word in verbs for word in between)


def leading(scene: Scene, match: re.Match[str]) -> Filler | None:
    """فلان يؤكد أن كذا: the subject opens the sentence and ends where the verb begins."""
    if match.group(1):
        return None
    who = party(scene, scene.start, match.start())
    if (
        who is None
        or scene.fold[who.end : match.start()].strip(QUOTES + " ")
        or misread_place(scene, who, match.group(2))
    ):
        return None
    first = next(scene.tokens(who.start)).fold
    return who if first[0] not in "وفبل" or any(name.start == who.start for name in scene.names) else None


def kept(scene: Scene, verb: int, form: str) -> Filler | None:
    """The speaker of the sentence before, for a verb of his that opens this one (ودعا إلى كذا) and agrees with him."""
    last, she = _last(scene, verb), form.endswith("ت")
    if last is None or scene.speaker.feminine != she:
        return None
    body = not last.entity.startswith("person:") and fold(last.text.split()[0]).endswith(("ه", "ات"))
    return None if body and not she else last


def _last(scene: Scene, verb: int) -> Filler | None:
    """The speaker of the sentence before, where a verb opens this one and may go on with his words."""
    opens = scene.fold[scene.start : verb].strip(QUOTES + " ") in ("", "و", "كما", "وقد")
    return scene.speaker.argument if opens and scene.speaker.age <= 1 else None


def carried(scene: Scene, match: re.Match[str]) -> Filler | None:
    """The speaker of the sentence before, for a verb that opens a sentence without naming one."""
    last = _last(scene, match.start())
    if last is None or match.group(2) not in words("cues", "carried"):
        return None
    after = next(scene.tokens(scene.past_dates(match.end())), None)
    known = words("cues", "that") | words("cues", "stop") | _ALSO
    goes_on = after is not None and (after.fold in known or after.fold in QUOTES or after.fold in SAYING)
    if after is None or not (goes_on or _TOLD.match(after.fold)):
        return None  # somebody whose name is not known (وأضافت فلانة أن)
    return last if scene.speaker.feminine == match.group(2).endswith("ت") else None
