"""Reading one number, in digits, in words or in both (`مليونا و654 ألفا`), from a place in a page.

Grammar: a part smaller than the one before it joins with و (مئة وثمانين); a scale word multiplies what stands before it
(خمسون ألفا); عشر after a unit makes a teen. Only joins that make one number are followed, so `5 و6` stays two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.facts.lexicon import table

if TYPE_CHECKING:
    from tui.analysis.facts.page import Page

_PROCLITICS = ("", "و", "ف", "ب", "ل", "ال", "وال", "بال", "لل", "فال", "وب", "ول", "ولل", "وبال")
_NEVER = frozenset(("لست", "ولست", "الاثنين", "الواحد", "الواحده", "احد", "احدي"))
_PLURALS = ("الاف", "الوف", "ملايين", "ملاين", "مليارات", "ملايير", "بلايين", "تريليونات")
_LEFT_OVER = frozenset(("بالمايه", "بالميه"))  # of a percentage whose figure could not be read
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,،٬]\d{3})+")
_DECIMAL = re.compile(r"\d+[.,،٫]\d+")
_PARTS = {"ارباع": 4, "اخماس": 5, "اسداس": 6, "اسباع": 7, "اثمان": 8, "اتساع": 9, "اعشار": 10}
_SPACED = re.compile(r"\d{3}")


class Word(NamedTuple):
    """A number word: how many letters of proclitic stand before it, whether و is one, whether it has the article."""

    cut: int
    joined: bool
    definite: bool
    kind: str
    value: float


@dataclass(slots=True)
class Amount:
    """A number read: its value (None for a vague one), and from which position of the fold to which token it goes."""

    value: float | None
    start: int
    last: int
    kind: str = "cardinal"
    scale: float = 1.0


@lru_cache(maxsize=8192)
def word(form: str) -> Word | None:
    """A folded word as a number word, the whole word tried before any proclitic is cut from it."""
    known = table("numerals")
    for clitic in _PROCLITICS:
        row = known.get(form[len(clitic) :]) if form.startswith(clitic) else None
        if row is not None:
            definite = clitic.endswith(("ال", "لل"))
            cut = max(0, len(clitic) - (2 if clitic.endswith("ال") else 1 if clitic.endswith("لل") else 0))
            return Word(cut, clitic.startswith("و"), definite, row[0], float(row[1]))
    return None


def read(page: Page, index: int) -> Amount | None:
    """The number that begins at a token, or None."""
    form = page.at(index)
    if not form[:1].isdigit():
        first = word(form)
        if first is None or (form in _NEVER and not _opens(page, index)) or _no_number(page, index, first):
            return None
        if first.kind == "vague" or (first.kind == "scale" and form.endswith(_PLURALS)):
            return _vague(page, index, first)
        if first.kind == "part":
            return _part(page, index, first)
        if first.kind == "lone" and not _opens(page, index):
            return None
    return _Reader(page, index).amount()


def digits(form: str, *, scaled: bool) -> float:
    """The value of a token of digits.

    Three digits after a separator are thousands, but for ٫ and before a scale word or a percent sign (`1.543 مليار`).
    With ر between them the fraction is written first, so that the whole reads right on paper (`391ر10` is 10.391).
    """
    fraction, ra, whole = form.partition("ر")
    if ra:
        return float(f"{fraction}.{whole}" if whole[0] == "0" < whole[1:] else f"{whole}.{fraction}")
    plain = form.replace("٬", "")
    if _GROUPED.fullmatch(plain) and not (scaled and len(re.split("[.,،]", plain)) == 2):
        return float(re.sub("[.,،]", "", plain))
    if _DECIMAL.fullmatch(plain):
        return float(re.sub("[,،٫]", ".", plain))
    return float(re.sub(r"\D", "", plain))


def _opens(page: Page, index: int) -> bool:
    after = word(page.at(index + 1))
    return after is not None and (after.kind == "ten" or (after.joined and after.kind == "tens"))


def _no_number(page: Page, index: int, found: Word) -> bool:
    """What is left of a percentage that was not read, and ألف عدة كتب: wrote."""
    form, after = page.at(index), page.at(index + 1)
    wrote = form == "الف" and (after in ("عده", "كتابا", "كتبا") or _unit(page, index + 1))
    return (
        form in _LEFT_OVER
        or wrote
        or (found.kind == "hundred" and found.definite and page.at(index - 1) in ("في", "من"))
    )


def _unit(page: Page, index: int) -> bool:
    after = word(page.at(index))
    return after is not None and after.kind == "unit" and not after.joined and not after.definite


def _vague(page: Page, index: int, first: Word) -> Amount:
    last = index
    while (after := word(page.at(last + 1))) is not None and not after.joined and after.kind in ("scale", "vague"):
        last += 1
    return Amount(None, page.pieces[index].start + first.cut, last, "vague")


def _part(page: Page, index: int, first: Word) -> Amount | None:
    after = page.at(index + 1)
    if after.removeprefix("ال").startswith(("نهايي", "نهاي")) or (first.joined and page.at(index - 1) == "الساعه"):
        return None
    scale = word(after)
    start = page.pieces[index].start + first.cut
    if scale is not None and scale.kind == "scale" and not scale.joined:
        return Amount(first.value * scale.value, start, index + 1, "cardinal", scale.value)
    return Amount(first.value, start, index, "fraction")


class _Reader:
    """The state of reading one number."""

    def __init__(self, page: Page, index: int) -> None:
        self.page = page
        self.index = index
        self.total = 0.0  # what scale words have closed
        self.open = 0.0  # what a scale word may still multiply
        self.limit = float("inf")  # the next part must be smaller
        self.scale = 1.0
        self.kind = ""

    def amount(self) -> Amount:
        page, index = self.page, self.index
        first = word(page.at(index))
        start = page.pieces[index].start + (first.cut if first else 0)
        self._take(index, first)
        last = index if page.at(index)[0].isalpha() else self._spaced(index)
        kind = "cardinal"
        while True:
            after = self._next(last)
            if after is None:
                break
            last, kind = after
        return Amount(self.total + self.open, start, last, kind, self.scale)

    def _take(self, index: int, found: Word | None) -> None:
        if found is None:
            after = word(self.page.at(index + 1))
            scaled = (after is not None and after.kind in ("scale", "scales")) or self.page.at(index + 1) in ("%", "٪")
            self.open, self.kind = digits(self.page.at(index), scaled=scaled), "digits"
            self.limit = self.open
        else:
            self._word(found)

    def _spaced(self, index: int) -> int:
        """Thousands parted by spaces: 1 200 000."""
        page, last = self.page, index
        if not (page.at(index).isdigit() and len(page.at(index)) <= 3):
            return last
        value = page.at(index)
        while _SPACED.fullmatch(page.at(last + 1)) and page.pieces[last + 1].start == page.pieces[last].end + 1:
            last += 1
            value += page.at(last)
        turned = self._turned(index, last)
        if turned:
            self.open = float(turned)
            return last + 1
        if last > index:
            self.open = float(value)
        return last

    def _turned(self, index: int, last: int) -> str:
        """Thousands whose groups stand in the order in which they are seen: 841 991 2 for 2 991 841."""
        page, head = self.page, self.page.at(last + 1)
        groups = [page.at(one) for one in range(last + 1, index - 1, -1)]
        scaled = word(page.at(last + 2))
        sure = last > index or (scaled is not None and scaled.kind == "scale")
        adjacent = page.pieces[last].end + 1 == page.pieces[last + 1].start if head else False
        fits = sure and adjacent and head.isdigit() and len(head) < 3 and len(groups[-1]) == 3
        return "".join(groups) if fits and page.at(last + 2)[:1].isalpha() else ""

    def _word(self, found: Word) -> None:
        self.kind = found.kind
        if found.kind in ("scale", "scales"):
            factor = found.value * (2 if found.kind == "scales" else 1)
            if self.open and self.total and found.value > self.scale:
                self.total = (self.total + self.open) * factor  # 14 ألف و012 مليون
            elif self.open:
                self.total += self.open * factor
            elif self.total and self.limit < found.value:
                self.total *= factor  # ألف مليار
            else:
                self.total += factor
            self.open, self.scale, self.limit = 0.0, found.value, found.value
        else:
            self.open += found.value
            # A unit leaves room for the tens after it, a ten for nothing.
            self.limit = {"unit": 0, "lone": 0, "ten": 0, "tens": 0}.get(found.kind, 100)

    def _next(self, last: int) -> tuple[int, str] | None:
        page, index = self.page, last + 1
        form = page.at(index)
        if form == "فاصل" and self.kind == "digits" and self.open.is_integer() and page.at(index + 1).isdigit():
            self.open = float(f"{self.open:.0f}.{page.at(index + 1)}")
            return index + 1, "cardinal"
        joined = form == "و"
        if joined:
            index += 1
            form = page.at(index)
        if form[:1].isdigit():
            return (self._digits(index), "cardinal") if joined and self._fits_digits(index) else None
        found = word(form)
        if found is None:
            return (index, "fraction") if self._quarters(form) else None
        joined = joined or found.joined
        if found.kind == "part":
            return self._and_part(found, index) if joined else None
        if not (self._joins(found, index) if joined else self._follows(found)):
            return None
        if not joined and found.kind == "hundred":
            self.open, self.kind, self.limit = self.open % 1 + int(self.open) * 100, "hundreds", 100
        else:
            self._word(found)
        return index, "cardinal"

    def _follows(self, found: Word) -> bool:
        """Whether a word without و goes on with the number."""
        if found.kind == "ten":
            return self.kind in ("unit", "lone") and not found.joined
        if found.kind == "hundred":
            return self.kind == "unit" and 3 <= self.open <= 9
        if found.kind == "scale":
            return self.open > 0 or (self.kind in ("scale", "scales") and self.scale < found.value)
        return False

    def _joins(self, found: Word, index: int) -> bool:
        """Whether a word with و goes on with the number."""
        after = word(self.page.at(index + 1))
        if self.kind in ("scale", "scales"):
            bigger = after is not None and not after.joined and after.kind == "scale" and after.value >= self.scale
            least = found.value if found.kind in ("scale", "scales") else 1
            whole = found.kind == "hundreds" and self.total == self.scale  # ألف ومئتي مليون
            return found.kind != "lone" and least < self.scale and (whole or not bigger)
        if self.kind in ("hundred", "hundreds"):
            return found.kind in ("unit", "ten", "tens", "lone")
        return self.kind in ("unit", "lone") and found.kind == "tens"

    def _fits_digits(self, index: int) -> bool:
        """Digits after و belong to the number below a scale word of it (مليونا و654 ألفا)."""
        value = digits(self.page.at(index), scaled=False)
        after = word(self.page.at(index + 1))
        if after is not None and after.kind in ("scale", "scales") and not after.joined:
            whole = len(self.page.at(index)) == 3 and self.scale < after.value and self.total < self.scale * 1000
            return self.kind in ("scale", "scales") and (after.value < self.scale or whole)
        if self.kind in ("hundred", "hundreds"):
            return value < 100
        return self.kind in ("scale", "scales") and value < self.scale and value >= self.scale / 1000

    def _digits(self, index: int) -> int:
        self.open += digits(self.page.at(index), scaled=False)
        self.kind, self.limit = "digits", 0
        return index

    def _quarters(self, form: str) -> bool:
        parts = _PARTS.get(re.sub(r"(?:ها|هم|هن|ه)$", "", form))
        if parts is None or self.kind != "unit":
            return False
        self.open /= parts
        return True

    def _and_part(self, found: Word, index: int) -> tuple[int, str] | None:
        if found.definite:
            return None
        self.total += found.value * (self.scale if self.kind in ("scale", "scales") else 1)
        self.kind = "part"
        after = self.page.at(index + 1).removeprefix("ال")
        named = word(after)
        return (
            index + 1 if named is not None and named.kind == "scale" and named.value == self.scale > 1 else index
        ), "cardinal"
