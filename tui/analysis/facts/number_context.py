"""What stands around a number: its comparator, currency and unit, and whether it is a number at all."""

from __future__ import annotations

import re
from functools import cache

from tui.analysis.facts.lexicon import pattern, rows, table, words
from tui.arabic.normalise import fold
from tui.arabic.stem import stem

_REACH = 48

# Digits that count nothing: decimals in which either side may be the fraction (8ر1), addresses, times of day, codes and
# names of types (2G, F16), telephone numbers.
_MASKED = (
    r"\d+ر\d+(?:\s(?:الف|الاف|مليون|ملايين|مليونا|مليار|مليارات))?|https?://\S+|www\.\S+|\S+@\S+\.\w+|[#@]\w+|\b\d{1,2}[:hH]\d{2}(?::\d{2})?(?!\d)|"
    r"\b[a-z]+[-_]?\d[\w-]*|\b\d+(?!kg|km|cm|mm|mw|gb|mb|kwh)[a-z]+\d*\b|"
    r"\b\d{1,2}\s?(?:MONTH)(?!\w)|(?<=[^\W\d]-)\d+|"
    r"(?<!\w)(?:الساعه|ساعه|س)\s:?\s?\d{1,2}(?:\s?[.:و]\s?\d{1,2})?(?:\s(?:دقيقه|دق))?|"
    r"(?:الساعه)\s(?:حدود\s|تمام\s)?ال\w+(?:\s(?:و\s?)?(?:ال)?(?:نصف|ربع|ثلث|\d+)\w*)?(?:\s(?:دقيقه|دق))?"
)
_PHONE_CUE = re.compile(
    r"(?:هاتف|الهاتف|فاكس|جوال|الجوال|للاتصال|اتصلوا|tel|رقم|الرقم|الارقام|ارقام)\s?(?:على\s|علي\s)?[^\w]{0,4}[\d./ ]*$"
)
_LABEL = re.compile(
    r"(?<!\w)[وفبل]?(?:ال)?(?:جوله|ذكري|دوره|فصل|فصول|ماده|مواد|قرن|نسخه|مرتبه|مركز|دقيقه|دور|اسبوع)\s(?:ال)?$"
)
_NAMED = re.compile(
    r"(?<!\w)[وفبل]?(?:ال)?(?:رقم|ميغ|سوخوي|اف|قناه|اي|ايفون|ويندوز|غالاكسي|بوينغ|ايرباص|ابولو|فوج|لوط|قسم|مجموعه|طريق"
    r"|تحت|قانون عدد|رحله عدد|عدد|فرع|كرسي|قاعه|باب|كلم|كيلومتر|يورو|اورو|تونس|مونديال|افريقيا|فرقه)\s\(?$"
)
_SCORE_CUE = re.compile(r"(?:نتيج|فاز|فوز|تعادل|هزم|هدف|شوط|انتص|تغلب|خسر|سجل|اشواط|بواقع|لصالح|مقابل)\w*[^.]{0,24}$")
_PAIR = re.compile(r"(?<![\d./,،٫:-])\(?\d{1,3}\s?[-–:]\s?\d{1,3}\)?(?![\d./,،٫:-])")


# A verb with its subject before the figure: لا يتجاوز عمرها 13 سنة.
_VERB = re.compile(
    r"(?<!\w)[وف]?س?((?:(?:ما\s)?(?:لا|لم)\s)?[يت]?(?:تجاوز|فوق|تعدي|زيد|قل)ت?)\s(?!من|عن|علي)"
    r"[^\W\d]+(?:\s(?!في\s|من\s|الي\s|خلال\s|بين\s|منذ\s|عبر\s|ان\s)[^\W\d]+){0,5}\s(?:ال\s?)?$"
)


@cache
def _before() -> re.Pattern[str]:
    forms = sorted({fold(form) for form, place, _ in rows("comparators") if place == "before"}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)[وفبل]?س?({'|'.join(forms)})\s?(?:من\s|عن\s|علي\s|ال\s?|[بل]\s?)?[(\"“«$€]?\s?$")


@cache
def _after() -> re.Pattern[str]:
    forms = sorted({fold(form) for form, place, _ in rows("comparators") if place == "after"}, key=len, reverse=True)
    return re.compile(rf"(?:\s(?!و)[^\W\d]+){{0,3}}?\s?[،,]?\s({'|'.join(forms)})(?!\w)")


@cache
def _comparators() -> dict[tuple[str, str], str]:
    return {(place, fold(form)): value for form, place, value in rows("comparators")}


_ENDLESS = re.compile(r"\S{300,}")


def comparator(text: str, start: int, end: int) -> str:
    """eq, gt, lt, ge, le or approx for the number at a stretch of folded text."""
    before = _before().search(text, max(0, start - _REACH), start) or _VERB.search(text, max(0, start - _REACH), start)
    if before is not None:
        known = _comparators()
        return known.get(("before", before.group(1))) or known.get(("before", before.group(1) + " عن"), "eq")
    after = _after().match(text, end, end + _REACH)
    return "eq" if after is None else _comparators()["after", after.group(1)]


@cache
def _mask() -> re.Pattern[str]:
    return re.compile(_MASKED.replace("MONTH", pattern("months")))


def comparator_span(text: str, start: int) -> tuple[int, int] | None:
    """Where in folded text the comparator before a number stands, None without one."""
    found = _before().search(text, max(0, start - _REACH), start) or _VERB.search(text, max(0, start - _REACH), start)
    return None if found is None else found.span(1)


def masked(text: str) -> list[tuple[int, int]]:
    """Stretches of folded text whose digits and words are no numbers."""
    # What is longer than any word or address is none, and the pattern's time would grow with its square.
    endless = [match.span() for match in _ENDLESS.finditer(text)]
    for start, end in endless:
        text = text[:start] + " " * (end - start) + text[end:]
    return sorted([*endless, *(match.span() for match in _mask().finditer(text))])


def scores(text: str) -> list[tuple[int, int, bool]]:
    """Pairs of digits (3-1, 5 - 10) with whether they are a score rather than a range."""
    found = []
    for match in _PAIR.finditer(text):
        low, high = (int(number) for number in re.findall(r"\d+", match.group()))
        following = re.match(r"\s?(?:[%٪]|(?!ال|في|من|علي|و|ل|ب|عن|امام|ضد|بعد|قبل)[^\W\d]{3,})", text[match.end() :])
        ranged = 0 < low < high and following is not None and not _SCORE_CUE.search(text, 0, match.start())
        found.append((match.start(), match.end(), not ranged))
    return found


def role(text: str, start: int, end: int) -> str:
    """`ordinal` for a figure that numbers something (الجولة 18), `none` for one that only names it, else ''."""
    before = text[max(0, start - _REACH) : start]
    figure = text[start:end]
    if _phone_or_marker(text, end, figure, before):
        return "none"
    if figure == "1" and not re.match(r"\s(?!ال)[^\W\d]{2}", text[end : end + 4]):
        return "none"  # المظيلة 1: one thing is not counted with a digit
    if _LABEL.search(before):
        return "ordinal"
    return "none" if _NAMED.search(before) and not _counts(text[end : end + 20], before) else ""


def _phone_or_marker(text: str, end: int, figure: str, before: str) -> bool:
    """A telephone number, or the marker of a list's item."""
    if len(re.sub(r"\D", "", figure)) >= 7 and (_PHONE_CUE.search(before) or figure.startswith("00")):
        return True
    if before.endswith(("+", "#")) or re.search(r"\d\s?/\s?$", before):
        return True
    attached = re.match(r"[-)](?!\d)", text[end : end + 2]) and before[-1:] in ("", " ", ":")
    opening = re.fullmatch(r"\s?|.*[:.؛]\s", before) and re.match(r"\s?[-.)](?:\s|[^\W\d])", text[end : end + 3])
    return len(figure) < 3 and bool(attached or opening)


def _counts(after: str, before: str) -> bool:
    """عدد 2 مناظير counts, قانون عدد 22 does not."""
    before = before.rstrip(" (")
    counted = re.match(r"\s[^\W\d]+", after)
    return counted is not None and before.endswith("عدد") and not before.endswith(("رحله عدد", "قانون عدد"))


def unit(text: str, end: int) -> str:
    """The word counted or the unit measured after a number; '' where none follows."""
    match = re.compile(r"\s?([^\W\d_]+)").match(text, end)
    if match is None or len(match.group(1)) == 1 or match.group(1) in words("cues", "unitless"):
        return ""
    word = match.group(1)
    if word.startswith("و") and (len(word) < 4 or not stem(word).startswith("و")):
        return ""  # وأكثر: the next thing
    return word


@cache
def _money() -> re.Pattern[str]:
    signs = (
        r"\s?(?:من\s(?:ال)?)?((?:ال)?(?:"
        + pattern("currencies").replace("$", r"\$").replace(".", r"\.")
        + r"))(?!\w)(?:\s(\w+))?"
    )
    return re.compile(signs)


def money(text: str, start: int, end: int) -> tuple[str, str]:
    """The currency after (or, as a sign, before) a number: its word and its ISO 4217 code, '' where unsure."""
    match = _money().match(text, end)
    if match is not None:
        word = match.group(1).removeprefix("ال")
        known = table("currencies").get(match.group(1)) or table("currencies")[word]
        adjective = (match.group(2) or "").removeprefix("ال")
        head = _head(word)
        code = next(
            (
                row[2]
                for form, *row2 in rows("money_of")
                if (row := ("", *row2)) and fold(form) == adjective and fold(row[1]) == head
            ),
            "",
        )
        return match.group(1), code or known[0].strip()
    sign = text[max(0, start - 2) : start].strip()[-1:]
    return (sign, table("currencies")[sign][0]) if sign in ("$", "€", "£") else ("", "")


def money_end(text: str, end: int) -> int:
    """Where the currency after a number ends, its adjective with it; the number's own end without one."""
    match = _money().match(text, end)
    if match is None:
        return end
    adjective = (match.group(2) or "").removeprefix("ال")
    return match.end(2) if adjective in table("money_of") else match.end(1)


def _head(word: str) -> str:
    """The singular of a currency's word."""
    for form in ("دولار", "دينار", "جنيه", "درهم", "ريال", "ليره", "فرنك", "روبيه", "مليم"):
        if word.startswith(form[:4]) or (form == "دينار" and word == "دنانير") or (form == "درهم" and word == "دراهم"):
            return form
    return word
