"""How many of what: a number, the noun it counts with its modifiers, and how the figure is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts import certainty, number_comparators, number_context
from tui.analysis.facts.complements import base_of, completed
from tui.analysis.facts.counted import counted, nominal
from tui.analysis.facts.lexicon import table, words
from tui.analysis.facts.proofs import proof
from tui.analysis.facts.scene import QUOTES, Filler, Finding, is_head
from tui.analysis.facts.unfinished import unfinished
from tui.analysis.facts.untold import negated, untold
from tui.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.numbers import Number
    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Named, Scene

_SIGNS = {"eq": "=", "gt": ">", "ge": ">=", "lt": "<", "le": "<=", "approx": "~", "range": "between"}
_BOUND = re.compile(r"[\s،]*(?:علي\s(?:الاقل|الاكثر)|او\s(?:اكثر|اقل)|تقريبا|فاكثر|فاقل)(?!\w)")
_ONE_OF = re.compile(r"\s(?:واحده?|احد|احدي)\sمن\s")
_TELLING, _SMALL = 100, 20
_FEW = 10  # up to so many the noun is a plural
_REACH = 8  # tokens between an organisation and a figure of it
_LEAD = 2  # tokens before the name that a clause begins with: a verb and a word between
_TOLD = frozenset(("قد", "كان", "كانت", "تم", "لم", "لن", "لا"))  # beside a verb, so that its subject follows
_NEAR = 5  # tokens between what is counted and its place
_AT = re.compile(r"(?:\sفي\s|\sب(?!ين\s))(?:\w+\s)?$")
_PROOF = 24  # tokens
_NOT = r"(?!البالغه?\s|الذي\s|التي\s|اللذين\s|الذين\s|الي\s|الا\s|الان\s)"
_THIS = r"(?:هذه|هذا|هولاء|تلك)"
_SHARE = re.compile(
    rf"\sمن\s((?:(?:اجمالي|مجموع|جمله|عدد|كامل|مجمل)\s)?(?:"
    rf"((?:{_THIS}\s)?{_NOT}ال\w+(?:\s{_NOT}ال\w+)*"
    rf"|(?!{_THIS})\w{{3,}}\s(?:(?:{_THIS}\s)?{_NOT}ال\w+(?:\s{_NOT}ال\w+)*|\w{{2,}}(?:ها|هم)(?!\w)))"
    r"|(\w{3,})))"
)
_PASSIVE = re.compile(r"\sال(?:م\w{2,}(?<!ي)(?<!يه)|\wا\w{2}ين)$")  # القروض المخصصة للأفراد: cut without what follows
_FOR = re.compile(
    r"\s(لل\w+(?=[^\w\s]|\s\W|$|\s[وبلفي])|ل\w+\sال\w+)|\s(?:لل?|ب)\w+|\s(?:من|في|علي|عن|الي|ب)(?:ه|ها|هم)?(?!\w)"
)
_OTHER_CLAUSE = re.compile(r"[.،؛]|\sو(?!قدر|قيم|مقدار|بلغ|بقيم)\w")  # بتمويلات هامة وتم تخصيص 400 مليون
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
            what, rule = _share(scene, start, end), "quantity.percent"
        else:
            continue
        if what is None or untold(scene, number, start, what) or certainty.drilled(scene, start, what):
            continue
        if rule != "quantity.money":
            many = (number.value or number.high or 0) > _FEW
            what = completed(scene, what, many=many) if rule == "quantity.counted" else base_of(scene, what)
        if what is None:
            continue
        if rule == "quantity.counted" and unfinished(scene, what):
            rule = "quantity.unfinished"
        yield _finding(scene, number, what, rule, (start, end))


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
    where, until = _place(scene, max(end, what.end))
    last = bound.end() if bound is not None else max(number_context.money_end(scene.fold, end), what.end, until)
    finding = Finding("quantity", rule, begin, last, meant, quantity=quantity, place=where)
    finding.proof = proof(scene, finding, min(start, what.start, meant.start if number.comparator != "eq" else start))
    finding.subject = None if context is None else context.filler
    finding.object = what
    finding.modality = certainty.grade(scene, start, max(end, what.end))
    finding.polarity = "negated" if negated(scene, start) else "affirmed"
    return finding


def _share(scene: Scene, start: int, end: int) -> Filler | None:
    """What a percentage is of: a definite noun, or an indefinite one with what it is bound to."""
    match = _SHARE.match(scene.fold, end, scene.end)
    if (
        match is None
        or scene.dated(match.start(1)) is not None
        or words("uncounted", "holds").intersection(scene.before(start, 2))
    ):
        return None  # خليط يضم 85% من كذا: a part of the mixture
    first = match.group(1).split(" ")[0]
    known_not = [words("cues", group) for group in ("include", "stop", "plain")]
    if first in words("uncounted", "involved").union(*known_not) or first in table("numerals"):
        return None  # 66% من بينها, 31% من حيث القيمة
    if match.group(1) in ("هولاء", "ذلك", "هذه", "هذا"):
        return None  # of whom?
    if match.group(2):
        return _undated(scene, match.start(1), match.end(1))
    bound = next((name for name in scene.names if name.start == match.end(1) + 1 and name.is_name), None)
    if bound is not None:
        return Filler(match.start(1), bound.end)
    after = next(scene.tokens(match.end(1)), None)
    alone = after is None or not after.fold[0].isalpha() or after.fold in words("cues", "stop")
    return Filler(match.start(1), match.end(1)) if alone else None


def _undated(scene: Scene, start: int, end: int) -> Filler | None:
    """A definite noun phrase without the time behind it, and with what its last participle needs, else None."""
    cut = next((hit.start for hit in scene.dates if start < hit.start < end), end + 1) - 1
    needs = _PASSIVE.search(scene.fold, start, cut)
    after = _FOR.match(scene.fold, cut, scene.end)
    if needs is None or after is None:
        return Filler(start, cut)
    return Filler(start, after.end(1)) if after.group(1) else None


def _fund(scene: Scene, number: Number, start: int) -> Filler | None:
    """What an amount of money is: قرض بقيمة 5 ملايين دينار; not what it changes from and to."""
    tokens = list(scene.tokens(scene.start, start))[-5:]
    funds = words("cues", "funds")
    after = _FROM.match(scene.fold, number_context.money_end(scene.fold, scene.page.folded(number.end)), scene.end)
    part = words("uncounted", "share").intersection(token.fold for token in tokens)
    if (
        not part
        and after is not None
        and after.group(2) in funds
        and (after.group(1) != after.group(2) or " ك" in after.group())
    ):
        return Filler(after.start(1), after.end(1))  # 342 مليون دينار من الاستثمارات
    for token in reversed(tokens):
        if (token.fold in ("من", "الي") and number.kind != "range") or token.fold in table("currencies"):
            return None
        bare = re.sub(r"^[وبل]?(?:ال)?", "", token.fold)
        if token.fold in funds or bare in funds:
            cut = token.start + (token.fold not in funds and token.fold[0] in "وبل")
            return Filler(cut, token.end) if not _OTHER_CLAUSE.search(scene.fold[token.end : start]) else None
    return None


def _back(scene: Scene, position: int) -> int:
    """As far back from a figure as its proof goes where no comma ends the clause sooner."""
    index = scene.page.piece_from(position)
    if index <= _PROOF or scene.page.pieces[index - _PROOF].start <= scene.start:
        return scene.start
    far = scene.page.pieces[index - _PROOF : index]
    return next((token.start for token in far if token.fold[0] == "و" and not nominal(token.fold)), far[0].start)


def _context(scene: Scene, begin: int, start: int) -> Named | None:
    """The organisation, product or event that the clause of a figure begins with: it need not be about others."""
    types = ("organisation", "product", "event")
    told = _told_from(scene, begin, start)
    near = [name for name in scene.named(told, start) if name.is_name and name.mention.type in types]
    name = max(near, key=lambda one: one.end, default=None)
    if name is None or (name.mention.type == "organisation" and scene.count(name.end, start) > _REACH):
        return None
    between = [token.fold for token in scene.tokens(name.end, start)]
    if name.mention.type == "organisation" and not _owns(scene, name, between):
        return None  # what it did to others, who are counted
    if between == ["و"] or words("uncounted", "involved").intersection(between):
        return None  # حجز سلاح كذا و4 مخازن; إيقاف شخص متورط في 24 قضية
    return name if _leads(scene, name, told) else None


def _owns(scene: Scene, name: Named, between: list[str]) -> bool:
    """Whether an organisation has or makes what is counted: تضم الكتلة 15 نائبا, الكتلة (15 نائبا)."""
    owns = words("uncounted", "owns")
    return between == ["("] or not owns.isdisjoint(
        [*between, *(word.lstrip("و") for word in scene.before(name.start, 2))]
    )


def _told_from(scene: Scene, begin: int, start: int) -> int:
    """Where what is said begins in a clause that says who says it, and to whom: it is about neither of them."""
    that = words("cues", "that")
    return max((token.end for token in scene.tokens(begin, start) if token.fold in that), default=begin)


def telling(value: float | None) -> bool:
    """Whether a figure is rare enough that two articles hardly have it by chance: not small, not small and round."""
    return value is not None and (value >= _TELLING or (value > _SMALL and value % 10 != 0))


def _leads(scene: Scene, name: Named, begin: int) -> bool:
    """Whether a clause begins with a name, but for its heads and a verb: not after a preposition, not who tells it."""
    source = scene.fold[name.end : name.end + 2].strip() == ":"
    if (
        source
        or _ONE_OF.search(scene.fold, name.end, scene.end)
        or scene.fold[name.start - 1 : name.start] in ("ب", "ل")
    ):
        return False  # فلان واحد من كذا is no more than one of them
    before = [token.fold for token in scene.tokens(begin, name.start) if token.fold not in QUOTES and token.fold != "و"]
    while before and (is_head(before[-1], "org") or before[-1] in ("فريق", "برنامج")):
        before.pop()
    if any(word[0] in "بلك" and not nominal(word) for word in before):
        return False  # وفقا لبيانات كذا, برفع سلاح كذا
    not_about = words("cues", "stop") - _TOLD | words("cues", "source") | words("cues", "speech")
    return len(before) <= _LEAD and not any(word in not_about or word.lstrip("وف") in not_about for word in before)


def _place(scene: Scene, end: int) -> tuple[str, int]:
    """A place named with في or ب after what is counted, in its own clause, and where its name ends; else ''."""
    name = next((one for one in scene.named(end, scene.end) if one.mention.type == "place" and one.is_name), None)
    if name is None or scene.count(end, name.start) > _NEAR or _AT.search(scene.fold[end : name.start]) is None:
        return "", end
    parted = any(_parts(token) for token in scene.tokens(end, name.start))
    return ("", end) if parted or _with_another(scene, name) else (name.mention.entity, name.end)


def _with_another(scene: Scene, place: Named) -> bool:
    """Whether و joins another place to one (في ايطاليا وبولونيا)."""
    after = next(scene.tokens(place.end), None)
    if after is None or after.fold[0] != "و":
        return False
    return any(name.start in (after.start + 1, after.end + 1) and name.mention.type == "place" for name in scene.names)


def _parts(token: Piece) -> bool:
    """Whether a word begins another clause, or says that what follows is elsewhere (منها 340 بكذا, في اتجاه كذا)."""
    word = token.fold
    elsewhere = words("cues", "include") | words("uncounted", "elsewhere")
    noun = nominal(word) or (nominal(word[1:]) and word[1:] not in words("cues", "stop")) or word.startswith("وال")
    joined = word[0] == "و" and not noun
    verb = word[0] in "يتس" and len(word) > 3 and not nominal(word)
    return word in elsewhere or word[0] in "،؛()" or joined or verb


def _meant(scene: Scene, start: int, *, governed: bool) -> Filler:
    """The words before a figure (or before the list it is in) that say how it is meant, else the word before it."""
    places = [start]
    if governed:
        figures = (scene.page.folded(number.start) for number in scene.numbers)
        places += sorted((place for place in figures if place < start), reverse=True)
    for place in places:
        found = number_comparators.comparator_span(scene.fold, place)
        if found is not None and found[0] >= scene.start:
            return Filler(*found)
    before = [token for token in scene.tokens(scene.start, start) if token.fold[0].isalpha() and token.end <= start][
        -1:
    ]
    return Filler(before[0].start, before[0].end) if before else Filler(start, start, text="=")
