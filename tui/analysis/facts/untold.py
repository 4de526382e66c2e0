"""Figures that are no count told: numbers to call, years, conditions, demands, ends of a range."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal
from tui.analysis.facts.lexicon import pattern, words
from tui.analysis.facts.number_comparators import comparator_span

if TYPE_CHECKING:
    from tui.analysis.facts.numbers import Number
    from tui.analysis.facts.scene import Filler, Scene

_NUMBERS = frozenset(("الرقم", "الهاتف"))
_ARTICLES = frozenset(("الفصول", "للفصول", "بالفصول", "فصول"))
_NEED = frozenset(("ضروره", "مطالب", "مطالبهم", "مطالبها", "المطالبه", "مطالبه", "وجوب", "حتميه"))
_SUCH = ("المتمثل", "والمتمثل", "وتتمثل", "ومنها", "منها")
_YEARS = range(1900, 2100)
_FOUR = re.compile(r"\d{4}(?!\d)")
_IN = frozenset(
    (
        "في",
        "خلال",
        "سنه",
        "لسنه",
        "عام",
        "لعام",
        "منذ",
        "موسم",
        "اول",
        "صايفه",
        "صيف",
        "شتاء",
        "خريف",
        "ربيع",
        "دوره",
        "نسخه",
        "ميزانيه",
        "مونديال",
        "كاس",
        "بدايه",
        "نهايه",
        "موفي",
        "مطلع",
        "اواخر",
        "بحلول",
    )
)
_WEIGH = r"(?:كلغ|كغ|كغم|كيلوغرام\w*|غرام\w*|لتر\w*)(?!\w)"
# What makes a figure and its noun a part of a larger figure: 5 أطنان و30 كلغ, أربعة عقود ونصف, 400 حجز كمية كلغ.
_MORE = re.compile(rf"\sو\s?(?:نصف|ربع|ثلث)(?!\w)|\s{_WEIGH}")
_AND = re.compile(rf"\sو\s?\d[\d.,]*\s?{_WEIGH}")
_NOT = frozenset(("لم", "لن", "ليس", "لا", "ولم", "ولن"))
_LACK = frozenset(("نقص", "نقصا", "بنقص", "عجز", "عجزا", "بعجز", "شغور"))  # what is missing is no count of what is
_ONLY = frozenset(("الا", "سوي", "غير", "اكثر", "اقل", "حتي", "بل", "لكن", "وانما"))  # behind a denied verb
_DAYS = range(1, 32)
_SPREAD = re.compile(r"(?:تت?|م)وزع")  # تتوزع المقاعد بين 69 مقعدا لكذا و65 مقعدا لكذا
_FAR = 80  # characters
_NEAR = 12  # tokens in which a need still governs a figure
_REACH = 8  # tokens from a verb that compares to its figure


def untold(scene: Scene, number: Number, start: int, what: Filler) -> bool:
    """Whether a figure with its noun is no count that the sentence tells."""
    return (
        _supposed(scene, start)
        or _wanted(scene, start)
        or _alone(scene, start, what.end)
        or bool(scene.over(start))  # مية is a woman's name before it is a hundred
        or scene.before(start)[-1:] in (["اكثر"], ["اقل"])  # most, or more than, of them
        or _called(scene, start)
        or _year(scene, number, start)
        or _bounds(scene, number, start)
        or _compared(scene, number, start)
        or _part(scene, what)
        or _day(scene, number, start, what)
        or _denied(scene, number, start)
        or _changed(scene, number, start)
        or not _LACK.isdisjoint(scene.before(start, 2))
    )


def _denied(scene: Scene, number: Number, start: int) -> bool:
    """Whether a comparison is denied (لم تمنحها أكثر من 15 بالمئة)."""
    span = comparator_span(scene.fold, start) if number.comparator in ("gt", "ge", "lt") else None
    return span is not None and any(word in _NOT for word in scene.before(span[0], _REACH // 2))


def _changed(scene: Scene, number: Number, start: int) -> bool:
    """Whether what looks like a range is from where to where something rose or fell (من 13 ألفا إلى 30 ألفا)."""
    if number.kind != "range" or scene.before(start) != ["من"]:
        return False
    return any(word in words("uncounted", "change") for word in scene.before(start, _REACH))


def negated(scene: Scene, start: int) -> bool:
    """Whether what a figure is told with is denied (لا يتحدثون باسم مليار شخص; not لا يزال, لم يحسم إلا بعد)."""
    before = scene.before(start, _REACH)
    at = max((index for index, word in enumerate(before) if word.lstrip("وف") in _NOT), default=None)
    if at is None or scene.clause(start) > next(iter(list(scene.tokens(scene.start, start))[-len(before) :])).end:
        return False
    behind = before[at + 1 :]
    lasting = not behind or behind[0] in words("uncounted", "lasting") or behind[0] in words("uncounted", "exceeds")
    return not lasting and not _ONLY.intersection(behind)


def _day(scene: Scene, number: Number, start: int, what: Filler) -> bool:
    """Whether a figure is the day of a month that is not known as such (الثلاثاء 25 أفيرل)."""
    dated = any(hit.end == start - 1 for hit in scene.dates) or scene.before(start)[-1:] == ["يوم"]
    return dated and (number.value or 0) in _DAYS and not nominal(scene.fold[what.start : what.end].split(" ")[0])


def _part(scene: Scene, what: Filler) -> bool:
    """Whether a figure with its noun is but a part of a larger figure."""
    noun = scene.fold[what.start : what.end]
    more = _MORE.match(scene.fold, what.end, scene.end)
    weighed = noun in words("cues", "weights") and _AND.match(scene.fold, what.end, scene.end)
    return bool(more or weighed)


def _called(scene: Scene, start: int) -> bool:
    """Whether a figure is a number to call or to quote (على الرقم 197, الأمر عدد 50, الفصل 5), not a count."""
    told = [token.fold for token in scene.tokens(scene.start, start)]
    before = told[-3:]
    if "الارقام" in told or _ARTICLES.intersection(told[-8:]):
        return True  # على الأرقام التالية: 193 حرس 197 شرطة; طبقا للفصول 60 مكرر و61 رابعا
    law = any(word.removeprefix("و") in words("cues", "law") for word in before[-2 if before[-1:] == ["عدد"] else -1 :])
    away = before[-2:] == ["علي", "بعد"]  # a distance, whatever it is measured in
    return (
        law
        or away
        or bool(words("uncounted", "before").intersection(before[-1:]))
        or any(word in _NUMBERS for word in before)
    )


def _year(scene: Scene, number: Number, start: int) -> bool:
    """Whether a figure is a year, whatever stands behind it (ارتفاع التضخم في 2016 خاصة)."""
    digits = _FOUR.match(scene.fold, start)
    if digits is None or (number.value or 0) not in _YEARS:
        return False
    if any(name.end == start - 1 and name.is_name for name in scene.names):
        return True  # مؤتمر جربة 2001
    before = scene.before(start, 2)
    month = before[0].isdigit() if len(before) > 1 else False  # 29 جويلة 2016 تعيين فلان
    dated = any(hit.end == start - 1 for hit in scene.dates)  # لشهر رمضان 2017 محور كذا
    last = before[-1].removeprefix("و") if before else ""
    return month or dated or not before or last in _IN or before[-1].startswith("ال")


def _supposed(scene: Scene, start: int) -> bool:
    """Whether a figure stands in a condition (إذا كتب محرر كذا)."""
    return any(token.fold.lstrip("وف") in ("اذا", "لو", "طالما", "ريثما") for token in scene.tokens(scene.start, start))


def _wanted(scene: Scene, start: int) -> bool:
    """Whether a figure is asked for or denied rather than told (طالب ببناء 26 مسكنا, نفى حجز 3 آلاف قطعة)."""
    asked = words("cues", "demand") | words("cues", "denial") | _NEED
    begin = scene.clause(start)
    if scene.fold.startswith(_SUCH, begin) and begin > scene.start:
        begin = scene.clause(begin - 2)  # لمطالبهم، المتمثلة في ألف موطن شغل
    clause = [token.fold for token in scene.tokens(begin, start)]
    needed = words("uncounted", "needed")
    return any(word in asked or word.lstrip("وفبل") in asked for word in clause) or any(
        word in needed or word.lstrip("وف") in needed for word in clause[-_NEAR:]
    )


def _alone(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence is but a figure and its noun: a heading, which the text below it says in full."""
    rest = scene.fold[scene.start : start] + scene.fold[end : scene.end]
    return not scene.is_title and not any(sign.isalnum() for sign in rest)


def _bounds(scene: Scene, number: Number, start: int) -> bool:
    """Whether a figure is one end of a range that was not read as one (بين ألفين وثلاثة آلاف جندي, 3 أو 4 أشخاص)."""
    if number.kind == "range" or any(_SPREAD.search(word) for word in scene.before(start, _REACH)):
        return False
    if _range_end().search(scene.fold, max(scene.start, start - _FAR), start):
        return True
    between = scene.before(start)[-1:] in (["بين"], ["مابين"])
    return between and _range_start().search(scene.fold, start, min(scene.end, start + _FAR)) is not None


@cache
def _range_end() -> re.Pattern[str]:
    """What stands before the second figure of a range."""
    figure = rf"(?:\d[\d.,]*|{pattern('numerals')})"
    between = rf"[وبل]?(?:ما\s)?بين\s(?:حوالي\s|نحو\s)?(?:{figure}\s)+(?:\S+\s){{0,3}}و"
    return re.compile(rf"(?<!\w)(?:{between}|{figure}\s(?:\S+\s)?(?:او|ام)\s)\s?$")


@cache
def _range_start() -> re.Pattern[str]:
    """What stands behind the first."""
    return re.compile(rf"\sو\s?(?:\d[\d.,]*|{pattern('numerals')})(?!\w)")


def _compared(scene: Scene, number: Number, start: int) -> bool:
    """Whether a verb that compares governs a figure from afar (لا يتجاوز خلال الأيام العادية 400 شخص)."""
    if number.comparator != "eq":
        return False
    known = words("uncounted", "exceeds")
    before = scene.before(start, _REACH)
    figures = [scene.page.folded(one.end) for one in scene.numbers if scene.page.folded(one.end) <= start]
    begin = max([scene.clause(start), *figures])
    near = [token.fold for token in scene.tokens(begin, start)][-len(before) :] if before else []
    return any(word in known or word.lstrip("وف") in known for word in near)
