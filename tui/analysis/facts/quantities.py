"""How many of what: a number, the noun it counts with its modifiers, and how the figure is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts import number_context
from tui.analysis.facts.counted import counted, nominal
from tui.analysis.facts.lexicon import table, words
from tui.analysis.facts.scene import QUOTES, Filler, Finding, is_head
from tui.analysis.facts.wording import modality
from tui.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.numbers import Number
    from tui.analysis.facts.scene import Named, Scene

_SIGNS = {"eq": "=", "gt": ">", "ge": ">=", "lt": "<", "le": "<=", "approx": "~", "range": "between"}
_BOUND = re.compile(r"[\s،]*(?:علي\s(?:الاقل|الاكثر)|او\s(?:اكثر|اقل)|تقريبا|فاكثر|فاقل)(?!\w)")
_ONE_OF = re.compile(r"\s(?:واحده?|احد|احدي)\sمن\s")
_TELLING, _SMALL = 100, 20
_REACH = 8  # tokens between an organisation and a figure of it
_LEAD = 2  # tokens before the name that a clause begins with: a verb and a word between
_NUMBERS = frozenset(("الرقم", "الهاتف"))
_ARTICLES = frozenset(("الفصول", "للفصول", "بالفصول", "فصول"))
_NEED = frozenset(("ضروره", "مطالب", "مطالبهم", "مطالبها", "المطالبه", "مطالبه", "وجوب", "حتميه"))
_CALIBRE = frozenset(
    ("رقم", "هاتف", "عيار", "طراز", "فاصل", "نوع", "ماركه", "فيه", "افضل", "اكبر", "مواليد", "الدق", "دق", "الدقيقه")
)
_YEARS = range(1900, 2100)
_IN = frozenset(
    ("في", "خلال", "سنه", "لسنه", "عام", "لعام", "منذ", "موسم", "اول", "بدايه", "نهايه", "موفي", "مطلع", "اواخر")
)
_TOLD = frozenset(("قد", "كان", "كانت", "تم", "لم", "لن", "لا"))  # beside a verb, so that its subject follows
_PROOF = 24  # tokens
_SHARE = re.compile(
    r"\sمن\s((?:(?:اجمالي|مجموع|جمله|عدد|كامل|مجمل)\s)?(?:"
    r"((?:هذه|هذا|هولاء|تلك)\sال\w+|ال(?!ذي\s|تي\s|ذين\s)\w+(?:\s(?!الذي|التي|اللذين|الذين|الي\s)ال\w+)?"
    r"|(?!هذه|هذا|هولاء|تلك)\w{3,}\s(?:(?!الذي|التي|اللذين|الذين|الي\s)ال\w+|(?:هذه|هذا)\sال\w+|\w{2,}(?:ها|هم)(?!\w)))"
    r"|(\w{3,})))"
)
_FROM = re.compile(r"\s(?:من|ك)\s?((?:ال)?(\w+))")


def find(scene: Scene) -> Iterator[Finding]:
    """The quantities of a sentence; durations, distances, scores and ages are left out."""
    if "؟" in scene.fold[scene.start : scene.end]:
        return
    for number in scene.numbers:
        start, end = scene.page.folded(number.start), scene.page.folded(number.end)
        if number.kind == "money" or (number.kind == "range" and number.currency):
            what, rule = _fund(scene, number, start), "quantity.money"
        elif number.kind in ("cardinal", "range"):
            what, rule = counted(scene, number, end), "quantity.counted"
        elif number.kind == "percent":
            what, rule = _share(scene, end), "quantity.percent"
        else:
            continue
        if (
            what is None
            or _supposed(scene, start)
            or _wanted(scene, start)
            or _alone(scene, start, what.end)
            or _named(scene, start)
            or _called(scene, start)
            or _year(scene, number, start)
        ):
            continue
        yield _finding(scene, number, what, rule, (start, end))


def _called(scene: Scene, start: int) -> bool:
    """Whether a figure is a number to call or to quote (على الرقم 197, الأمر عدد 50, الفصل 5), not a count."""
    told = [token.fold for token in scene.tokens(scene.start, start)]
    before = told[-3:]
    if "الارقام" in told or _ARTICLES.intersection(told[-8:]):
        return True  # على الأرقام التالية: 193 حرس 197 شرطة; طبقا للفصول 60 مكرر و61 رابعا
    law = any(word.removeprefix("و") in words("cues", "law") for word in before[-2 if before[-1:] == ["عدد"] else -1 :])
    away = before[-2:] == ["علي", "بعد"]  # a distance, whatever it is measured in
    return law or away or bool(_CALIBRE.intersection(before[-1:])) or any(word in _NUMBERS for word in before)


def _year(scene: Scene, number: Number, start: int) -> bool:
    """Whether a figure is a year, whatever stands behind it (ارتفاع التضخم في 2016 خاصة)."""
    before = scene.before(start)
    digits = scene.fold[start : start + 5].strip(" ،.")
    return (
        digits.isdigit()
        and len(digits) == 4
        and (number.value or 0) in _YEARS
        and before[:1] != []
        and (before[0] in _IN or before[0].startswith("ال"))
    )


def _named(scene: Scene, start: int) -> bool:
    """Whether a figure is part of a name (مية is a woman's name before it is a hundred)."""
    return bool(scene.over(start))


def _supposed(scene: Scene, start: int) -> bool:
    """Whether a figure stands in a condition (إذا كتب محرر كذا)."""
    return any(token.fold.lstrip("وف") in ("اذا", "لو", "طالما", "ريثما") for token in scene.tokens(scene.start, start))


def _wanted(scene: Scene, start: int) -> bool:
    """Whether a figure is asked for or denied rather than told (طالب ببناء 26 مسكنا, نفى حجز 3 آلاف قطعة)."""
    asked = words("cues", "demand") | words("cues", "denial") | _NEED
    clause = scene.tokens(scene.clause(start), start)
    return any(token.fold in asked or token.fold.lstrip("وفبل") in asked for token in clause)


def _alone(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence is but a figure and its noun: a heading, which the text below it says in full."""
    rest = scene.fold[scene.start : start] + scene.fold[end : scene.end]
    return not scene.is_title and not any(sign.isalnum() for sign in rest)


def _finding(scene: Scene, number: Number, what: Filler, rule: str, place: tuple[int, int]) -> Finding:
    start, end = place
    unit = number.currency or number.unit if number.kind == "money" else "%" if number.unit == "%" else ""
    quantity = Quantity(
        number.value, number.low, number.high, _SIGNS[number.comparator], unit, scene.surface(what.start, what.end)
    )
    meant = _meant(scene, start, governed=number.comparator != "eq")
    bound = _BOUND.match(scene.fold, max(end, what.end), scene.end) if number.comparator != "eq" else None
    begin = min(start, what.start, max(scene.clause(meant.start), _back(scene, meant.start)))
    context = _context(scene, begin, meant.start if number.comparator != "eq" and meant.start > begin else start)
    where = _place(scene, max(end, what.end))
    last = bound.end() if bound is not None else max(number_context.money_end(scene.fold, end), what.end)
    finding = Finding("quantity", rule, begin, last, meant, quantity=quantity, place=where)
    finding.subject = None if context is None else context.filler
    finding.object = what
    finding.modality = modality(scene, start)
    return finding


def _share(scene: Scene, end: int) -> Filler | None:
    """What a percentage is of: a definite noun, or an indefinite one with what it is bound to."""
    match = _SHARE.match(scene.fold, end, scene.end)
    if match is None:
        return None
    if match.group(2) or match.group(3) in words("cues", "stop"):
        return Filler(match.start(1), match.end(1)) if match.group(2) else None
    bound = next((name for name in scene.names if name.start == match.end(1) + 1 and name.is_name), None)
    if bound is not None:
        return Filler(match.start(1), bound.end)
    after = next(scene.tokens(match.end(1)), None)
    alone = after is None or not after.fold[0].isalpha() or after.fold in words("cues", "stop")
    return Filler(match.start(1), match.end(1)) if alone else None


def _fund(scene: Scene, number: Number, start: int) -> Filler | None:
    """What an amount of money is: قرض بقيمة 5 ملايين دينار; not what it changes from and to."""
    tokens = list(scene.tokens(scene.start, start))[-5:]
    known = words("cues", "funds")
    after = _FROM.match(scene.fold, number_context.money_end(scene.fold, scene.page.folded(number.end)), scene.end)
    if after is not None and after.group(2) in known:
        return Filler(after.start(1), after.end(1))  # 342 مليون دينار من الاستثمارات
    for token in reversed(tokens):
        if (token.fold in ("من", "الي") and number.kind != "range") or token.fold in table("currencies"):
            return None
        bare = re.sub(r"^[وبل]?(?:ال)?", "", token.fold)
        if token.fold in known or bare in known:
            cut = token.start + (token.fold not in known and token.fold[0] in "وبل")
            return Filler(cut, token.end) if not re.search("[.،؛]", scene.fold[token.end : start]) else None
    return None


def _back(scene: Scene, position: int) -> int:
    """As far back from a figure as its proof goes where no comma ends the clause sooner."""
    index = scene.page.piece_from(position)
    return max(scene.start, scene.page.pieces[max(0, index - _PROOF)].start)


def _context(scene: Scene, begin: int, start: int) -> Named | None:
    """The organisation, product or event that the clause of a figure begins with: it need not be about others."""
    known = ("organisation", "product", "event")
    told = _told_from(scene, begin, start)
    near = [name for name in scene.named(told, start) if name.is_name and name.mention.type in known]
    name = max(near, key=lambda one: one.end, default=None)
    if name is None or (name.mention.type == "organisation" and scene.count(name.end, start) > _REACH):
        return None
    return name if _leads(scene, name, told) else None


def _told_from(scene: Scene, begin: int, start: int) -> int:
    """Where what is said begins in a clause that says who says it, and to whom: it is about neither of them."""
    that = words("cues", "that")
    return max((token.end for token in scene.tokens(begin, start) if token.fold in that), default=begin)


def telling(value: float | None) -> bool:
    """Whether a figure is rare enough that two articles hardly have it by chance: not small, not small and round."""
    return value is not None and (value >= _TELLING or (value > _SMALL and value % 10 != 0))


def _leads(scene: Scene, name: Named, begin: int) -> bool:
    """Whether a clause begins with a name, but for its heads and a verb: not after a preposition, not who tells it."""
    if _ONE_OF.search(scene.fold, name.end, scene.end) or scene.fold[name.start - 1 : name.start] in ("ب", "ل"):
        return False  # فلان واحد من كذا is no more than one of them
    before = [token.fold for token in scene.tokens(begin, name.start) if token.fold not in QUOTES and token.fold != "و"]
    while before and (is_head(before[-1], "org") or before[-1] in ("فريق", "برنامج")):
        before.pop()
    if any(word[0] in "بلك" and not nominal(word) for word in before):
        return False  # وفقا لبيانات كذا, برفع سلاح كذا
    not_about = words("cues", "stop") - _TOLD | words("cues", "source") | words("cues", "speech")
    return len(before) <= _LEAD and not any(word in not_about or word.lstrip("وف") in not_about for word in before)


def _place(scene: Scene, end: int) -> str:
    """A place named with في or ب after what is counted."""
    for name in scene.named(end, scene.end):
        if name.mention.type == "place" and name.is_name and scene.count(end, name.start) <= 5:
            return name.mention.entity if re.search(r"(?:\sفي\s|\sب)(?:\w+\s)?$", scene.fold[end : name.start]) else ""
    return ""


def _meant(scene: Scene, start: int, *, governed: bool) -> Filler:
    """The words before a figure (or before the list it is in) that say how it is meant, else the word before it."""
    places = [start]
    if governed:
        figures = (scene.page.folded(number.start) for number in scene.numbers)
        places += sorted((place for place in figures if place < start), reverse=True)
    for place in places:
        found = number_context.comparator_span(scene.fold, place)
        if found is not None and found[0] >= scene.start:
            return Filler(*found)
    before = [token for token in scene.tokens(scene.start, start) if token.fold[0].isalpha() and token.end <= start][
        -1:
    ]
    return Filler(before[0].start, before[0].end) if before else Filler(start, start, text="=")
