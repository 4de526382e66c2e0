"""Finding numbers in Arabic news: digits, words, percentages, money, ranges, ordinals, fractions and vague amounts."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.analysis.facts import number_comparators, number_words
from tui.analysis.facts import number_context as context
from tui.analysis.facts.lexicon import table, words
from tui.analysis.facts.number_words import Amount
from tui.analysis.facts.page import Page, read
from tui.arabic.stem import stem
from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen
class Number:
    """A number that a text gives.

    Attributes:
        start: offset of its first digit or number word, without comparator, unit, currency and proclitics.
        end: offset after its last digit, number, scale or percent word.
        value: percent points for a percentage; None for ranges, vague amounts and scores.
        low: the lower bound of a range.
        high: its upper bound.
        comparator: eq gt lt ge le approx range.
        unit: the word counted, the unit measured or the currency as the text has it; % for percentages.
        currency: ISO 4217, '' where the text does not tell which (دينار).
        kind: cardinal ordinal percent money fraction range dual vague none.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    comparator: str
    unit: str
    currency: str
    kind: str


_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "كال", "فال")
_PERCENT = re.compile(r"\s?(?:[%٪]|(?:ب|(?:في|من)\s)(?:المايه|الميه|مايه|ميه)(?!\w))")
_SIGN = re.compile(r"(?<!\d)(?<!\d\s)[%٪]\s?$")
_JOIN = re.compile(r"\s?(?:-|–|—|الي|او|الي\sحدود)\s?")
_AND = re.compile(r"\s?و\s?")
_BETWEEN = re.compile(r"(?:^|\s)(?:ما\s?)?بين\s?(?:ال)?$")
_CHANGE = re.compile(
    r"(?:ارتفع|انخفض|تراجع|زاد|قفز|رفع|خفض|تقلص|نزل|صعد|هبط|تحول|انتقل|ترفيع|تخفيض|تطور|تحسن|تدحرج)\w*\s(?:\S+\s){0,6}من\s(?:ال)?$"
)
_LEVELS = re.compile(r"(?:مقياس|سلم|تدريج)\s(?:\w+\s)?من\s(?:ال)?$")
_DEFINITE = ("ال", "وال", "بال", "لل", "فال")
_BEFORE_FIRST = frozenset(("من", "في", "الي", "عن", "علي", "هي", "كانت", "تعد"))
_TIMED = frozenset(("دقيقه", "ساعه", "مايه", "جهه", "ناحيه"))  # not a second of time, not من جهة ثانية
_ROUND = frozenset((20, 30, 40, 50, 60, 70, 80, 90, 100, 1000))
_AGE = re.compile(r"\sمن\s(?:العمر|عمر\w{1,3})(?!\w)")
_LIST = re.compile(r"(?:\s(?!و)[^\W\d]+){1,4}\s?[،,]?\sو\s?")


def find_numbers(text: str) -> list[Number]:
    """The numbers of a text in order; figures of dates, times, codes and addresses are none."""
    from tui.analysis.facts import dates

    page = read(text)
    return numbers(page, [(hit.start, hit.end) for hit in dates.hits(page, None)])


def numbers(page: Page, dated: Iterable[tuple[int, int]]) -> list[Number]:
    """The numbers of a page but for those within dates (stretches of its folded form)."""
    taken = bytearray(len(page.fold) + 1)
    for start, end in [*dated, *context.masked(page.fold)]:
        taken[start:end] = b"\1" * (end - start)
    found: list[Number] = []
    for start, end, is_score in context.scores(page.fold):
        if is_score and not any(taken[start:end]):
            found.append(Number(start, end, None, None, None, "eq", "", "", "none"))
            taken[start:end] = b"\1" * (end - start)
    index = 0
    while index < len(page.pieces):
        piece = page.pieces[index]
        amount = None if taken[piece.start] or not _may_begin(piece.fold) else _amount(page, index)
        if amount is None or taken[amount.start] or taken[page.pieces[amount.last].start]:
            index += 1
            continue
        number, index = _number(page, amount)
        found.append(number)
    found.sort(key=lambda number: number.start)
    return [_placed(page, number) for number in _governed(page.fold, found)]


def _placed(page: Page, number: Number) -> Number:
    start, end = page.span(number.start, number.end)
    unit = number.unit
    at = page.fold.find(unit, number.end, number.end + len(unit) + 12) if unit and unit[0].isalpha() else -1
    if at >= 0:
        first, last = page.span(at, at + len(unit))
        unit = page.text[first - page.base : last - page.base]
    return replace(number, start=start, end=end, unit=unit)


@lru_cache(maxsize=16384)
def _may_begin(form: str) -> bool:
    """Whether a token can begin a number at all; most words of a text cannot."""
    if form[0].isdigit():
        return True
    known = (table("ordinals"), table("duals"))
    rests = [form[len(clitic) :] for clitic in _CLITICS if form.startswith(clitic)]
    return number_words.word(form) is not None or any(rest in forms for forms in known for rest in rests)


def _amount(page: Page, index: int) -> Amount | None:
    return _ordinal(page, index) or _dual(page, index) or number_words.read(page, index)


def _ordinal(page: Page, index: int) -> Amount | None:
    """الثالث, الثانية عشرة, الخامس والعشرين; without the article only what can be nothing else (ثالث أكبر)."""
    form, known = page.at(index), table("ordinals")
    for clitic in _CLITICS:
        row = known.get(form[len(clitic) :]) if form.startswith(clitic) else None
        if row is None:
            continue
        if page.at(index - 1) == "ال" or (row[0] == "1" and _no_first(page, index)):
            return None  # تميم بن حمد آل ثاني
        definite = clitic.endswith(("ال", "لل"))
        after = number_words.word(page.at(index + 1))
        value, last = float(row[0]), index
        if after is not None and after.kind == "ten":
            value, last = value + 10, index + 1
        elif definite and after is not None and after.joined and after.definite and after.kind == "tens":
            value, last = value + after.value, index + 1
        elif form.endswith("حادي") or (form.endswith(("ه", "اولي")) and not definite and not _told_apart(page, index)):
            return None
        cut = len(clitic) - (2 if clitic.endswith("ال") else 1 if clitic.endswith("لل") else 0)
        return Amount(value, page.pieces[index].start + cut, last, "ordinal")
    return None


def _no_first(page: Page, index: int) -> bool:
    """A name that folds to بأول (كولن باول), and أولا بأول."""
    form, start = page.at(index), page.pieces[index].start
    return form == "باول" and (page.at(index - 1) == "اولا" or page.letter(start + 1) == "ا")


def _told_apart(page: Page, index: int) -> bool:
    """Whether ثانية without its article follows a feminine word without one (انتخابات ثانية), not a time (34 ثانية)."""
    last = page.at(index - 1)
    marked = last.endswith("ات") or (last.endswith("ه") and page.letter(page.pieces[index - 1].end - 1) == "ة")
    if page.at(index) == "اولي" and page.at(index + 1).startswith("ال"):
        return last.removeprefix("و") in _BEFORE_FIRST or page.at(index + 1).endswith("ات")  # not the verb
    noun = len(last) > 2 and marked and not last.startswith(_DEFINITE)
    return noun and last.removeprefix("و") not in _TIMED and number_words.word(last) is None


def _dual(page: Page, index: int) -> Amount | None:
    form, known = page.at(index), table("duals")
    clitic = next(
        (
            c
            for c in ("", "و", "ف", "ب", "ل", "ال", "وال", "بال", "لل", "ولل")
            if form.startswith(c) and form[len(c) :] in known
        ),
        None,
    )
    if clitic is None or not form:
        return None
    if form.endswith("العامين") and page.at(index - 1).startswith("ال"):
        return None  # النظامين العامين: general
    cut = len(clitic) - (2 if clitic.endswith("ال") else 1 if clitic.endswith("لل") else 0)
    after = index + 1 if page.at(index + 1) == "و" else index  # ساعتين ونصف, موسمين و نصف
    more = {"نصف": 0.5, "ربع": 0.25}.get(page.at(after + 1).removeprefix("و"), 0)
    more = more if page.at(after) == "و" or page.at(after + 1).startswith("و") else 0
    return Amount(2 + more, page.pieces[index].start + cut, after + 1 if more else index, "dual")


def _number(page: Page, amount: Amount) -> tuple[Number, int]:
    """The number that an amount is, with what stands around it, and the token after it."""
    text, start, end = page.fold, amount.start, page.pieces[amount.last].end
    after = amount.last + 1
    naming = text.count(".", start, end) > 1 and context.role(text, start, end) == "none"
    if amount.kind in ("cardinal", "fraction", "dual", "ordinal") and not naming:
        ranged = _range(page, amount)
        if ranged is not None:
            return ranged
    percent = _PERCENT.match(text, end) if amount.kind == "cardinal" else None
    if percent is not None:
        end = percent.end()
        after = page.piece_from(end)
    kind, unit, currency = amount.kind, "", ""
    sign = _SIGN.search(text, max(0, start - 2), start) if kind == "cardinal" else None
    if percent is not None or sign is not None:
        kind, unit, start = "percent", "%", start if sign is None else sign.start()
    elif kind == "cardinal":
        written = not any(letter.isalpha() for letter in text[start:end])
        role = context.role(text, start, end) if written else ""
        word, currency = context.money(text, start, end)
        kind = role or ("money" if word else kind)
        if not written and amount.value in _ROUND and context.labelled(text, start):
            kind = "ordinal"  # القرن العشرين
        unit = word or context.unit(text, end)
    elif kind in ("vague", "fraction", "ordinal"):
        word, currency = context.money(text, start, end)
        unit = word or (context.unit(text, end) if kind != "ordinal" else "")
    aged = kind == "ordinal" and (
        page.at(amount.last) != text[start:end] or _AGE.match(text, end)
    )  # فوق الخامسة والسبعين
    plain = kind in ("none", "dual") or (kind == "ordinal" and not aged)
    comparator = "eq" if plain else number_comparators.comparator(text, start, end)
    if kind == "ordinal" and comparator == "approx":
        comparator = "eq"  # القرن السادس عشر تقريبا
    value = None if kind == "none" else amount.value
    return Number(start, end, value, None, None, comparator, unit, currency, kind), after


def _range(page: Page, amount: Amount) -> tuple[Number, int] | None:
    """من 5 إلى 10, 5-10, بين 5 و10 as one number with two bounds."""
    text, end = page.fold, page.pieces[amount.last].end
    first_percent = _PERCENT.match(text, end)
    end = first_percent.end() if first_percent else end
    before = text[: amount.start]
    join = _JOIN.match(text, end) or (_AND.match(text, end) if _BETWEEN.search(before) else None)
    if join is None and _BETWEEN.search(before):
        return _measured_range(page, amount, end)
    if join is None or (_CHANGE.search(before[-90:]) and not _LEVELS.search(before)):
        return None
    last = _bound(page, amount, join)
    if last is None or last.value is None or amount.value is None:
        return None
    low, high = amount.value, last.value
    if amount.scale == 1 < last.scale and low < 1000:
        low *= last.scale
    if low >= high:
        return None
    end = page.pieces[last.last].end
    percent = _PERCENT.match(text, end)
    end = percent.end() if percent else end
    word, currency = context.money(text, amount.start, end)
    unit = "%" if percent else word or context.unit(text, end)
    return Number(amount.start, end, None, low, high, "range", unit, currency, "range"), page.piece_from(end)


def _bound(page: Page, amount: Amount, join: re.Match[str]) -> Amount | None:
    """The upper bound after what joins it: و may be of one token with it, and ordinals bound only each other."""
    read = _ordinal if amount.kind == "ordinal" else number_words.read
    if amount.kind == "ordinal" and not _BETWEEN.search(page.fold, 0, amount.start):
        return None
    first = page.piece_from(join.start() + 1)
    last = read(page, first) if page.at(first).startswith("و") and page.at(first) != "و" else None
    last = last or read(page, page.piece_from(join.end()))
    return last if last is not None and last.kind in ("cardinal", amount.kind) else None


def _measured_range(page: Page, amount: Amount, end: int) -> tuple[Number, int] | None:
    """بين 6 آلاف دينار و18 ألف دينار: the unit stands after both bounds."""
    text = page.fold
    measure = context.unit(text, end)
    join = _AND.match(text, context.money_end(text, end)) or (
        _AND.match(text, end + 1 + len(measure)) if measure and text[end : end + 1] == " " else None
    )
    last = None if join is None else _bound(page, amount, join)
    if last is None or last.value is None or amount.value is None or amount.kind != "cardinal":
        return None
    until = page.pieces[last.last].end
    if stem(context.unit(text, until)) != stem(measure) or amount.value >= last.value:
        return None
    word, currency = context.money(text, amount.start, until)
    return Number(
        amount.start, until, None, amount.value, last.value, "range", word or measure, currency, "range"
    ), page.piece_from(until)


def _governed(text: str, found: list[Number]) -> list[Number]:
    """Give the members of a list the comparator before it (ما لا يقل عن 180 صحفيا و600 ناشط)."""
    governed: list[Number] = []
    led = False
    for number in found:
        last = governed[-1] if governed else None
        inherits = (
            last is not None
            and number.comparator == "eq"
            and not (last.comparator == "gt" and (number.value or 0) % 10)  # more than 3000 of one, 284 of another
            and last.comparator in ("gt", "ge", "lt", "le", "approx")
            and last.unit not in words("cues", "plain")  # تقل أعمارهم عن 18 عاما، و1500 امرأة
            and (led or number_comparators.comparator_span(text, last.start) is not None)  # not «20 على الأقل و5»
            and number.kind == last.kind in ("cardinal", "money")
            and _LIST.fullmatch(text, last.end, number.start)
        )
        led = bool(inherits)
        governed.append(replace(number, comparator=last.comparator) if inherits and last else number)
    return governed
