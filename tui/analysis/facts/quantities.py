"""How many of what: a number, the noun it counts with its modifiers, and how the figure is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import table, words
from tui.analysis.facts.scene import Filler, Finding, is_head
from tui.analysis.facts.wording import modality
from tui.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.numbers import Number
    from tui.analysis.facts.scene import Named, Scene

_SIGNS = {"eq": "=", "gt": ">", "ge": ">=", "lt": "<", "le": "<=", "approx": "~", "range": "between"}
_BEFORE = frozenset(["في", "علي", "من", "عن", "الي", "عبر", "وفق", "بحسب", "حسب", "مع", "لدي", "قبل"])
_BOUND = re.compile(r"[\s،]*(?:علي\s(?:الاقل|الاكثر)|او\s(?:اكثر|اقل)|تقريبا|فاكثر|فاقل)(?!\w)")
_ONE_OF = re.compile(r"\s(?:واحده?|احد|احدي)\sمن\s")
_TELLING, _SMALL = 100, 20
_NUMBERS = frozenset(("الرقم", "الهاتف"))
_PROOF = 24  # tokens
_MOST = 4  # words of a counted noun phrase
_WORD = re.compile(r"\s(\w+)")
_NISBA = re.compile(r"(?!ي)\w+(?:ي|يه|يا|يين|يون|يات)$")
# Verbs in ي, in سـ and after ف, adverbs, and words with a preposition or و before them.
_OTHER = re.compile(
    r"ي(?!وم)|لي(?![بلرتث])\w{2}|س(?:ي(?!ار|د|اح|اس|نما|ول)|ت(?!اد|ار|ين|ون)|ن(?!و|د|ه))\w{3}|\w{3,}(?<!ا)(?<!بيو)ت$|بب|فضلا|تم(?:ت|كن\w*)?$|ت(?:بلغ|حمل|تراوح|قدر|عرض|ضم|تضمن)|"
    r"[بل]ال|لل|لسنه$|و(?!س|ز|ك|ر|ح|ث|ظ|ف|ل|ج|اط)|ق(?:تلوا|ضوا)$|\w+وا$"
)
_SHARE = re.compile(r"\sمن\s((?:(?:اجمالي|مجموع|جمله|عدد)\s)?\w{3,}(?:\s(?!الذي|التي)(?:ال\w+|\w+(?:ه|ها|هم)(?!\w)))?)")
_FUND = re.compile(
    r"(?<!\w)[وبل]?(?:ال)?(\w+)(?:\s\w+)?(?:\s(?:قدره|قدرها|قيمته|قيمتها|بقيمه|بلغ|بلغت|تبلغ|تقدر|يقدر|تناهز|بمبلغ|بنحو|بحوالي|نحو|ب))*\s?ب?$"
)


def find(scene: Scene) -> Iterator[Finding]:
    """The quantities of a sentence; durations, distances, scores and ages are left out."""
    if "؟" in scene.fold[scene.start : scene.end]:
        return
    for number in scene.numbers:
        start, end = scene.page.folded(number.start), scene.page.folded(number.end)
        if number.kind in ("cardinal", "range"):
            what = _counted(scene, number, end)
            rule = "quantity.counted"
        elif number.kind == "percent":
            what, rule = _share(scene, end), "quantity.percent"
        elif number.kind == "money":
            what, rule = _fund(scene, start), "quantity.money"
        else:
            continue
        if (
            what is None
            or _supposed(scene, start)
            or _alone(scene, start, what.end)
            or _named(scene, start)
            or _called(scene, start)
        ):
            continue
        yield _finding(scene, number, what, rule, (start, end))


def _called(scene: Scene, start: int) -> bool:
    """Whether a figure is a number to call or to quote (على الرقم 197, الأمر عدد 50, الفصل 5), not a count."""
    before = [token.fold for token in scene.tokens(scene.start, start)][-3:]
    law = any(word.removeprefix("و") in words("cues", "law") for word in before[-2 if before[-1:] == ["عدد"] else -1 :])
    away = before[-2:] == ["علي", "بعد"]  # a distance, whatever it is measured in
    return law or away or before[-1:] in (["رقم"], ["هاتف"]) or any(word in _NUMBERS for word in before)


def _named(scene: Scene, start: int) -> bool:
    """Whether a figure is part of a name (مية is a woman's name before it is a hundred)."""
    return any(name.start <= start < name.end for name in scene.names)


def _supposed(scene: Scene, start: int) -> bool:
    """Whether a figure stands in a condition (إذا كتب محرر كذا)."""
    return any(token.fold.lstrip("وف") in ("اذا", "لو", "طالما", "ريثما") for token in scene.tokens(scene.start, start))


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
    context = _context(scene, begin, start)
    where = _place(scene, max(end, what.end))
    last = max(end, what.end) if bound is None else bound.end()
    finding = Finding("quantity", rule, begin, last, meant, quantity=quantity, place=where)
    finding.subject = (
        _topic(scene, number) if context is None else Filler(context.start, context.end, context.mention.entity)
    )
    finding.object = what
    finding.modality = modality(scene, start)
    return finding


def _counted(scene: Scene, number: Number, end: int) -> Filler | None:
    """The noun after a number and up to three words that belong to it."""
    head = _WORD.match(scene.fold, end, scene.end) or re.compile(r"(\w+)").match(scene.fold, end, scene.end)
    if head is None or not number.unit or not _noun(head.group(1)):
        return None
    first = scene.fold[scene.page.folded(number.start) :][:2]
    if first == "ال" or (number.value in (1, 2) and first[0].isalpha()):
        return None  # الدول الثلاث, شخص واحد: the noun stands before it
    last, count, previous = head.end(1), 1, head.group(1)
    bound = head.group(1) in words("cues", "heads")
    while count < _MOST and (more := _WORD.match(scene.fold, last, scene.end)) is not None:
        word = more.group(1)
        nisba = _NISBA.fullmatch(word) and not is_head(word, "org") and word != "اصيلي"
        belongs = nisba or (bound and count == 1 and _noun(word))
        agrees = _agrees(previous, word) and (not nisba or _follows(previous, word))
        if not belongs or not _noun(word) or not agrees or scene.dated(more.start(1)) is not None:
            break
        last, count = more.end(1), count + 1
    return Filler(head.start(1), last)


def _noun(word: str) -> bool:
    """Whether a word can be what is counted: no particle, no verb, nothing joined by a preposition or و."""
    stop = words("cues", "stop") | words("cues", "speech") | words("cues", "include") | words("cues", "plain")
    return (
        word not in stop
        and word not in table("months")
        and len(word) > 1
        and word[0].isalpha()
        and not _OTHER.match(word)
    )


def _agrees(head: str, word: str) -> bool:
    """An accusative modifier follows an accusative head; a definite one, a definite head."""
    if word.endswith("ا") and not head.endswith("ا"):
        return False
    return word.startswith("ال") == head.startswith("ال")


def _follows(head: str, word: str) -> bool:
    """Whether an adjective ends as its noun does, if that is feminine or accusative (not علبة تحتوي, منتوجا بداية)."""
    return all(word.endswith(ending) for ending in "ها" if head.endswith(ending))


def _share(scene: Scene, end: int) -> Filler | None:
    match = _SHARE.match(scene.fold, end, scene.end)
    if match is None or match.group(1) in words("cues", "stop"):
        return None
    return Filler(match.start(1), match.end(1))


def _fund(scene: Scene, start: int) -> Filler | None:
    """What an amount of money is: قرض بقيمة 5 ملايين دينار."""
    tokens = list(scene.tokens(scene.start, start))[-5:]
    known = words("cues", "funds")
    for token in reversed(tokens):
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
    """The organisation, product or event named last before the figure in its clause."""
    known = ("organisation", "product", "event")
    told = _told_from(scene, begin, start)
    near = [
        name for name in scene.named(told, start) if name.is_name and name.mention.type in known and _leads(scene, name)
    ]
    return max(near, key=lambda name: name.end, default=None)


def _told_from(scene: Scene, begin: int, start: int) -> int:
    """Where what is said begins in a clause that says who says it, and to whom: it is about neither of them."""
    speaking, found = False, begin
    for token in scene.tokens(begin, start):
        speaking = speaking or token.fold.lstrip("وف") in words("cues", "speech")
        if speaking and token.fold in words("cues", "that"):
            found = token.end
    return found


def _topic(scene: Scene, number: Number) -> Filler | None:
    """For a figure that is told once in a story: the product that the story spoke of last, which the clause omits."""
    return scene.speaker.topic if number.kind == "cardinal" and telling(number.value) else None


def telling(value: float | None) -> bool:
    """Whether a figure is rare enough that two articles hardly have it by chance: not small, not small and round."""
    return value is not None and (value >= _TELLING or (value > _SMALL and value % 10 != 0))


def _leads(scene: Scene, name: Named) -> bool:
    """Whether a name is what a clause is about: not after a preposition (على تويتر), not the one who tells it."""
    before = [token.fold for token in scene.tokens(scene.start, name.start)][-3:]
    while before and (is_head(before[-1], "org") or before[-1] in ("فريق", "برنامج")):
        before.pop()  # مع فريق كذا: the preposition stands before the head
    if _ONE_OF.search(scene.fold, name.end, scene.end):
        return False  # فلان واحد من كذا is no more than one of them
    glued = scene.fold[name.start - 1 : name.start] in ("ب", "ل")
    told = any(word.lstrip("و") in words("cues", "speech") for word in before)
    return not (glued or told or (before and before[-1] in _BEFORE and name.mention.type != "product"))


def _place(scene: Scene, end: int) -> str:
    """A place named with في or ب after what is counted."""
    for name in scene.named(end, scene.end):
        if name.mention.type == "place" and name.is_name and scene.count(end, name.start) <= 5:
            return name.mention.entity if re.search(r"(?:\sفي\s|\sب)(?:\w+\s)?$", scene.fold[end : name.start]) else ""
    return ""


def _meant(scene: Scene, start: int, *, governed: bool) -> Filler:
    """The words before a figure (or before the list it is in) that say how it is meant, else the word before it."""
    from tui.analysis.facts.number_context import comparator_span

    places = [start]
    if governed:
        figures = (scene.page.folded(number.start) for number in scene.numbers)
        places += sorted((place for place in figures if place < start), reverse=True)
    for place in places:
        found = comparator_span(scene.fold, place)
        if found is not None and found[0] >= scene.start:
            return Filler(*found)
    before = [token for token in scene.tokens(scene.start, start) if token.fold[0].isalpha() and token.end <= start][
        -1:
    ]
    return Filler(before[0].start, before[0].end) if before else Filler(start, start, text="=")
