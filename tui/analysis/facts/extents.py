"""The rest of a noun phrase for people or things: adjectives, whom they belong to, and what they are an element of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal
from tui.analysis.facts.lexicon import words
from tui.analysis.facts.scene import QUOTES, Filler

if TYPE_CHECKING:
    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Scene

_SOUGHT = re.compile(r"\s(?:مفتش|مشتبه|مظنون)(?:ا|ين)?\s(?:عن|ب|في)(?:ه|ها|هم|هما)(?!\w)")
_AMONG = re.compile(
    r"\sمن\s(?:(?:بين\s)?(?:افراد|عناصر|اعضاء)(?:ها|ه|هم)|(?:(?:افراد|عناصر|اعضاء)\s)?(?:هذه\s)?(?:ال)?(?:عصابه|شبكه|مجموعه|خليه)"
    r"(?:\sال\w+)?)(?!\w)"
)
_MEMBERS = frozenset(("قيادي", "قياديا", "قياديين", "عنصر", "عنصرا", "عنصرين", "عناصر", "عضو", "عضوا", "اعضاء"))
_ELEMENTS = frozenset(("عنصر", "عنصرا", "عنصرين", "عنصران", "العنصر", "العنصرين"))
_INVOLVED = frozenset(("مورط", "متورط", "متورطا", "متورطين", "مورطين"))
_FORCES = re.compile(
    r"\sمن\s(?:(?:قوات|اعوان|وحدات|افراد|الحرس|الجيش|الشرطه)(?:\sال\w+){1,2}|(?:الحرس|الجيش|الشرطه|الامن))(?!\w)"
)
_IN = re.compile(
    rf"\s(?:في\s|من\s|ب|بال|لل?)(?:(?:ال)?(?:تنظيم|حزب|حركه|جماعه|خليه|شبكه|عصابه|مجموعه|كتيبه)\s)?[{QUOTES}]?"
)
_NAMED_IN = re.compile(r"\s(?:في\s|ب|ل)")
_PLAIN = re.compile(
    r"\s?(?:$|[.،,؛:()!]|و\s|و(?:حجز|احال|تسليم|ذلك|تم|عرض|هو|هم)|ب(?:مدينه|جهه|منطقه|معتمديه|ولايه|حي|شارع)\s|بتهمه|بشبهه|من\s(?:اجل|طرف|قبل)|علي\s(?:خلفيه|ذمه|صله|متن)|في\s(?:ال)?(?:حمله|عمليه|اطار)|اثر|بعد|خلال|"
    r"[يت]بلغ\w*|[يت]?تراوح|اليوم|امس|صباح|مساء|ليله|فجر|للاشتباه|لل?تورط\w*|وفق|حسب|بحسب|قرب|داخل)"
)
_QUOTED = re.compile(rf"\s[{QUOTES}][^{QUOTES}]{{2,30}}[{QUOTES}]")  # نزل "كذا"
_WHOSE = re.compile(r"\sلل(?:جيش|حزب|شرطه|امن|حرس|درك|قوات|ديوانه)(?:\sال\w+)?(?!\w)")
_OWN = re.compile(r"\sل")
_TAIL = re.compile(r"\sتابع(?:ه|ا|ين)?$")
_NISBA = re.compile(r"(?!ي)\w{3,}(?:ي|يه|يا|يين|يتين)")
_SHORT = 5  # letters of a verb that may look like an adjective


def completed(scene: Scene, found: Filler) -> Filler | None:
    """People with their adjectives and what they are of; None for an element of nobody knows what."""
    text = scene.fold[found.start : found.end].split()
    end = _shaped(scene, found)
    for more in (_SOUGHT, _AMONG, _FORCES):
        rest = more.match(scene.fold, end, scene.end)
        end = end if rest is None else rest.end()
    if text[0] in _MEMBERS or text[-1] in _MEMBERS:
        end = _member(scene, end)
    if text[0] in _ELEMENTS and scene.fold[found.start : end].split()[-1] in _INVOLVED:
        return None  # عنصر مورط في كذا
    if end == found.end and text[0] in _ELEMENTS and len(text) == 1 and not _plain(scene, end):
        return None  # إيقاف عنصر بايع تنظيم كذا
    cut = text[0].startswith("قيادي") and len(text) == 1 and end == found.end and scene.fold.startswith(" في ", end)
    return None if cut else Filler(found.start, end, found.entity)


def shaped(scene: Scene, found: Filler) -> Filler:
    """A place or vehicle with its adjectives (مركزا إسلاميا) and whose it is (دورية تابعة لحرس السواحل)."""
    end = _shaped(scene, found)
    named = _QUOTED.match(scene.fold, end, scene.end)
    end = end if named is None else named.end()
    tail = _TAIL.search(scene.fold, found.start, end)
    if tail is None:
        whose = _WHOSE.match(scene.fold, end, scene.end)
        return Filler(found.start, end if whose is None else whose.end(), found.entity)
    own = _OWN.match(scene.fold, end, scene.end)
    owner = None if own is None else next((one for one in scene.names if one.start in (own.end(), own.end() + 1)), None)
    return Filler(found.start, tail.start() if owner is None else owner.end, found.entity)


def _shaped(scene: Scene, found: Filler) -> int:
    """The end of an indefinite noun with the adjectives right after it."""
    end = found.end
    if found.entity or scene.fold[found.start : end].split()[-1].startswith("ال"):
        return end
    for part in scene.tokens(end):
        if scene.fold[end : part.start] != " " or not _describes(scene, part, end):
            break
        end = part.end
    return end


def _describes(scene: Scene, part: Piece, end: int) -> bool:
    """Whether a word is an adjective of the indefinite noun that ends before it."""
    if scene.dated(part.start) is not None or part.fold.startswith("ال"):
        return False
    if part.fold in words("victims", "adjective"):
        return True
    if _NISBA.fullmatch(part.fold) is None or part.fold.startswith("اصيل"):
        return False
    case = scene.fold[end - 1] == "ا"  # جنديا يمنيا
    return (
        not misread(scene, part, "بلوف")
        and part.fold.endswith("يا") is case
        and not any(one.is_name for one in scene.over(part.start))
    )


def misread(scene: Scene, part: Piece, joints: str) -> bool:
    """Whether a word only folds to the shape of an adjective: a verb (تلقى), or a noun behind a joint (بكرسي)."""
    verb = scene.page.letter(part.end - 1) == "ى" and len(part.fold) <= _SHORT
    led = part.fold[0] in joints and nominal(part.fold[1:]) and not nominal(part.fold)
    return verb or led


def _member(scene: Scene, end: int) -> int:
    """The end of an element with the body it is of: قيادي في تنظيم "كذا"."""
    into = _IN.match(scene.fold, end, scene.end)
    if into is None:
        return end
    name = next((one for one in scene.names if one.is_name and into.start() + 2 <= one.start <= into.end()), None)
    if name is None or name.mention.type != "organisation":
        return end
    return scene.balanced(end, name.end)


def _plain(scene: Scene, end: int) -> bool:
    """Whether what follows does not say of what somebody is an element."""
    place = _NAMED_IN.match(scene.fold, end, scene.end)
    near = place is not None and any(one.start in (place.end(), place.end() + 1) for one in scene.names)
    return near or _PLAIN.match(scene.fold, end, scene.end) is not None
