"""What stands around a number: its currency and unit, and whether it is a number at all."""

from __future__ import annotations

import re
from functools import cache

from tui.analysis.facts.lexicon import pattern, rows, table, words
from tui.arabic.normalise import fold
from tui.arabic.stem import stem

_REACH = 48

_CLOCK = (
    r"(?:واحده|ثانيه|ثالثه|رابعه|خامسه|سادسه|سابعه|ثامنه|تاسعه|عاشره|حاديه\sعشره?|ثانيه\sعشره?)"
    r"(?:\s(?:و\s?|الا\s)(?:ال)?(?:نصف|ربع|ثلث|\w+\sدقاي?ق\w*))?"
)
_OF_DAY = (
    r"(?:صباحا?|ليلا|ظهرا|زوالا|فجرا|عصرا|مساءا?|بعد\s(?:ال)?(?:ظهر|زوال)|ب(?:ال)?توقيت)"
    r"(?!\w|\s(?:يوم|امس|اليوم|غد|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت))"
)
_ERA = r"(?:ق\s?\.?\s?م|هجريه?|ميلاديه?|للميلاد|للهجره|(?:قبل|بعد)\sالميلاد)(?!\w)"
# Digits that count nothing: addresses, times of day, codes and names of types (2G, F16), days of a month.
_MASKED = (
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[#@]\w+|\b\d{1,2}[:hH]\d{2}(?::\d{2})?(?!\d)|"
    r"\b[a-z]+[-_]?\d[\w-]*|\b\d+(?!kg|km|cm|mm|mw|gb|mb|kwh)[a-z]+\d*\b|"
    r"\b\d{1,2}\s?(?:MONTH)(?!\w)|(?<=[^\W\d]-)\d+|"
    r"(?<!\w)(?:الساعه|ساعه|س)\s:?\s?\d{1,2}(?:\s?[.:و]\s?\d{1,2})?(?:\s(?:دقيقه|دق))?|"
    r"(?:الساعه)\s(?:حدود\s|تمام\s)?ال\w+(?:\s(?:و\s?|الا\s)?(?:ال)?(?:نصف|ربع|ثلث|\d+)\w*)?(?:\s(?:دقيقه|دق))?"
)
# The same behind a cheap look: decimals in which either side may be the fraction (0ر5, 8ر1 ملايين), thousands torn
# apart (10 ، 000), hours without الساعة, years of an era, days that name (قوى الرابع عشر من آذار).
_UNSURE = re.compile(
    r"\d+(?:(?<=\b0)ر\d+(?:\s(?:الف|الاف|مليون|ملايين|مليونا|مليار|مليارات))?|ر[12]\s(?:الاف|ملايين|مليارات)|\s?[،,]\s000\b)|"
    r"(?<!\d\s)\b00+\b(?!\s\d)"
)
_NAMING = ("قوي", "احداث", "هجمات", "اعتداءات", "ثوره", "حركه", "تيار", "تحالف", "فريق")
_HOUR_WORDS = ("صباح", "مساء", "ليلا", "ظهر", "زوال", "فجرا", "عصرا", "توقيت")
_HOURS = re.compile(
    rf"(?<!\w)[وفبل]?ال{_CLOCK}(?:\s(?:الي|حتي|و)\s?ال{_CLOCK})?\s{_OF_DAY}|\b\d{{1,2}}(?:[.:]\d\d)?\s{_OF_DAY}"
)
_ERAS = re.compile(rf"\b\d{{1,4}}\s?(?:(?P<sure>{_ERA})|[مهق](?!\w))")
_YEARS = re.compile(
    r"(?:عامي|سنتي)\s?\d{1,4}\s?(?:و|الي|-)\s?\d{1,4}|(?<=عام\s)\d{3}(?=\s?[،,.؛)]|\s?$|\s(?:و|في|من|علي)\s)"
)
_OF_YEAR = re.compile(r"(?<!\w)[وفبل]?(?:ال)?(?:عام|سنه|سنتي|عامي)\s\(?\s?$")
_PHONE_CUE = re.compile(
    r"(?:(?:ال)?(?:هاتف|جوال|رقم|رقمين|ارقام)|فاكس|للاتصال|اتصلوا|tel|الارقام\sالتاليه)\s?(?:على\s|علي\s)?"
    r"[^\w]{0,4}[\d./ ]*$"
)
_PHONES = re.compile(r"(?:هاتف|(?:ال)?ارقام|(?:ال)?رقمين)\w*\s?[^؟!؛]*$")
_THOUSANDS = r"\d{1,3}(?:\.\d{3})+"
# What is numbered: by any figure after it, or (a title, a day, a thing won) by one with the article.
_LABEL = re.compile(
    r"(?<!\w)[وفبل]?(?:(?:ال)?(?:جوله|ذكري|دوره|فصل|فصول|ماده|مواد|قرن|نسخه|مرتبه|مركز|دقيقه|دور|اسبوع|مصنفه?)\s(?:ال\s?)?"
    r"|(?:ل|ال)(?:قمه|مؤتمر|موتمر|لقب|مهرجان|حلقه|طابق)\s(?:ال\s?)?"
    r"|(?:ل|ال)(?:رييس|ملك|عيد|يوم|سنه|عام|شهر|هدف|مباراه|فوز|انتصار|كاس|بابا|ساعه|ليله|مره|ميداليه|خساره)\s(?:\w+\s)?ال\s?)$"
)
_NAMED = re.compile(
    r"(?<!\w)(?:[وفب]?(?:ال|لل)(?:قرار|قانون|مرسوم)|[وفبل]?(?:ال)?(?:رقم|عيار|كيلومتريه|طراز|موديل|نوكيا|بلايستيشن|"
    r"طريق\s(?:ال)?(?:وطنيه|جهويه|محليه|سياره|سريعه)|(?:ابتداييه|جهويه\sلل\w+)\sب?\w+|ميغ|سوخوي|اف|قناه|ايفون|ويندوز|غالاكسي|بوينغ|ايرباص|ابولو|فوج|لوط|قسم|مجموعه|طريق"
    r"|تحت|قانون عدد|رحله عدد|عدد|فرع|كرسي|قاعه|باب|كلم|كيلومتر|يورو|اورو|تونس|مونديال|افريقيا|فرقه))\s\(?$"
)
_QUOTED_NAME = re.compile(r"[\"“”«'](?:[^\W\d]+\s){1,2}$")  # "نوكيا 5"
_TEXT_OF_LAW = re.compile(r"(?:رحله|قانون|مرسوم|امر|قرار|منشور|فصل|قضيه|محضر|اذن)\s(?:ال\w+\s){0,2}عدد\s\(?$")
_SCORE_CUE = re.compile(r"(?:نتيج|فاز|فوز|تعادل|هزم|هدف|شوط|انتص|تغلب|خسر|سجل|اشواط|بواقع|لصالح|مقابل)\w*[^.]{0,24}$")
# 7.62 x 39, 3-4-3
_SIZE = re.compile(
    r"(?<![\d.,])\d+(?:[.,]\d+)?\s?[x×]\s?\d+(?:[.,]\d+)?(?![\d.,]\d)|(?<![\d-])\d{1,2}(?:-\d{1,2}){2,3}(?![\d-])"
)
_CLUB = re.compile(
    r"\s?(?:نادي|اتحاد|نجم|ملعب|اولمبيك|شبيبه|مستقبل|جمعيه|هلال|قوافل|سكك|امل|وداد|رجاء|منتخب|كوكب|سبورتينغ|مكارم|نسر|بعث|تعاونيه|ترجي)(?!\w)"
)
_PAIR = re.compile(r"(?<![\d./,،٫:-])(?<!\dر)\(?(?P<pair>\d{1,3}\s?[-–:]\s?\d{1,3})\)?(?![\d./,،٫:-])")


_ENDLESS = re.compile(r"\S{300,}")


@cache
def _mask() -> re.Pattern[str]:
    return re.compile(_MASKED.replace("MONTH", pattern("months")))


@cache
def _month_days() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)[وفبل]?(?:{pattern('times', 'dayword')})\s(?:من\s)?(?:شهر\s)?(?:{pattern('months')})(?!\w)"
    )


def masked(text: str) -> list[tuple[int, int]]:
    """Stretches of folded text whose digits and words are no numbers."""
    # What is longer than any word or address is none, and the pattern's time would grow with its square.
    endless = [match.span() for match in _ENDLESS.finditer(text)]
    for start, end in endless:
        text = text[:start] + " " * (end - start) + text[end:]
    looks = [_mask(), _UNSURE]
    if "عام" in text or "سنتي" in text:
        looks.append(_YEARS)
    found = [*endless, *(match.span() for one in looks for match in one.finditer(text))]
    if any(word in text for word in _HOUR_WORDS):
        found += (match.span() for match in _HOURS.finditer(text))
    if any(word in text for word in _NAMING):
        found += (match.span() for match in _month_days().finditer(text))
    for match in _ERAS.finditer(text):
        if match["sure"] or _OF_YEAR.search(text, max(0, match.start() - 12), match.start()):
            found.append(match.span())
    return sorted(found)


def scores(text: str) -> list[tuple[int, int, bool]]:
    """Pairs of digits (3-1, 5 - 10) with whether they are a score rather than a range."""
    found = []
    for match in _PAIR.finditer(text):
        low, high = (int(number) for number in re.findall(r"\d+", match.group()))
        following = re.match(r"\s?(?:[%٪]|(?!ال|في|من|علي|و|ل|ب|عن|امام|ضد|بعد|قبل)[^\W\d]{3,})", text[match.end() :])
        ranged = (
            0 < low < high
            and following is not None
            and not _CLUB.match(text, match.end())
            and not _SCORE_CUE.search(text, 0, match.start())
        )
        found.append((*match.span("pair"), not ranged))
    sizes = ((*match.span(), True) for match in _SIZE.finditer(text))
    return [*found, *sizes]


def labelled(text: str, start: int) -> bool:
    """Whether a round number in words numbers something (القرن العشرين, الذكرى السبعين)."""
    return text.startswith("ال", start) and _LABEL.search(text, max(0, start - _REACH), start) is not None


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
    if re.search(r"\D", figure):
        return ""  # a name has no decimals
    if _QUOTED_NAME.search(before) and re.match(r"\s?[\"“”»']", text[end : end + 2]):
        return "none"
    return "none" if _NAMED.search(before) and not _counts(text[end : end + 20], before) else ""


def _phone_or_marker(text: str, end: int, figure: str, before: str) -> bool:
    """A telephone number, or the marker of a list's item."""
    if len(re.sub(r"\D", "", figure)) >= 7 and (_PHONE_CUE.search(before) or figure.startswith("00")):
        return True
    if re.fullmatch(r"\d+(?:\.\d+){2,}", figure) and (_PHONES.search(before) or not re.fullmatch(_THOUSANDS, figure)):
        return True
    if before.endswith(("+", "#")) or re.search(r"\d\s?/\s?$", before):
        return True
    attached = re.match(r"[-)](?!\d)", text[end : end + 2]) and before[-1:] in ("", " ", ":")
    opening = re.fullmatch(r"\s?|.*[:.؛]\s", before) and re.match(r"\s?[-.)](?:\s|[^\W\d])", text[end : end + 3])
    return len(figure) < 3 and bool(attached or opening)


def _counts(after: str, before: str) -> bool:
    """عدد 2 مناظير counts, قانون عدد 22, مرسوم عدد 116 المورخ do not."""
    counted = re.match(r"\s(?!ال|ل|علي\s|في\s|من\s|الي\s|عن\s)[^\W\d]{2,}", after)
    return counted is not None and before.rstrip(" (").endswith("عدد") and not _TEXT_OF_LAW.search(before)


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
