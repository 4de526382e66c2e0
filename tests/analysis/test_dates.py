"""Dates in all their written forms, with and without the article's day, and the calendars under them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.facts import calendars
from tui.analysis.facts.dates import TimeSpan, find_dates

ANCHOR = date(2021, 7, 28)  # a Wednesday


def _one(text: str, anchor: date | None = ANCHOR) -> TimeSpan:
    found = find_dates(text, anchor)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "span", "start", "end"),
    [
        ("في 4 مارس 2021", "4 مارس 2021", "2021-03-04", "2021-03-04"),
        ("22 جويلية 2019", "22 جويلية 2019", "2019-07-22", "2019-07-22"),
        ("3 غشت 2020", "3 غشت 2020", "2020-08-03", "2020-08-03"),
        ("18 تموز/ يوليو", "18 تموز/ يوليو", "2021-07-18", "2021-07-18"),
        ("الثالث من يونيو 2020", "الثالث من يونيو 2020", "2020-06-03", "2020-06-03"),
        ("يوم غرة نوفمبر 2016", "يوم غرة نوفمبر 2016", "2016-11-01", "2016-11-01"),
        ("12-03-2024", "12-03-2024", "2024-03-12", "2024-03-12"),
        ("2021/07/28", "2021/07/28", "2021-07-28", "2021-07-28"),
        ("من 3 إلى 7 مايو 2021", "3 إلى 7 مايو 2021", "2021-05-03", "2021-05-07"),
        ("25 أوت إلى 28 أوت 2017", "25 أوت إلى 28 أوت 2017", "2017-08-25", "2017-08-28"),
        ("مارس 2014", "مارس 2014", "2014-03", "2014-03"),
        ("عام 1998", "عام 1998", "1998", "1998"),
        ("منذ عام 2013", "منذ عام 2013", "2013", ".."),
        ("منذ 2016", "منذ 2016", "2016", ".."),
        ("2020-2021", "2020-2021", "2020", "2021"),
        ("بين عامي 2015 و2018", "عامي 2015 و2018", "2015", "2018"),
        ("تسعينات القرن الماضي", "تسعينات القرن الماضي", "1990-01-01", "1999-12-31"),
        ("الربع الأول من 2021", "الربع الأول من 2021", "2021-01-01", "2021-03-31"),
        ("صيف 2021", "صيف 2021", "2021-22", "2021-22"),
        ("26 شوال 1436 هـ الموافق 11 أغسطس 2015", "26 شوال 1436 هـ الموافق 11 أغسطس 2015", "2015-08-11", "2015-08-11"),
        ("محرم 1443", "محرم 1443", "2021-08-09", "2021-09-07"),
        ("1442 هـ", "1442 هـ", "2020-08-20", "2021-08-08"),
    ],
)
def test_what_the_text_alone_gives(text: str, span: str, start: str, end: str) -> None:
    found = _one(text)
    assert (text[found.start : found.end], found.iso_start, found.iso_end) == (span, start, end)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("يوم الخميس الماضي", "2021-07-22"),
        ("مساء أمس", "2021-07-27"),
        ("أول أمس", "2021-07-26"),
        ("غدا الخميس", "2021-07-29"),
        ("والجمعة،", "2021-07-23"),
        ("الأربعاء", "2021-07-28"),
        ("الأربعاء الماضي", "2021-07-21"),
        ("الثلاثاء المقبل", "2021-08-03"),
        ("الشهر المقبل", "2021-08"),
        ("الأسبوع الماضي", "2021-W29"),
        ("العام الماضي", "2020"),
        ("هذا الصيف", "2021-22"),
        ("مارس الماضي", "2021-03"),
        ("8 مايو", "2021-05-08"),
        ("14 أوت", "2020-08-14"),
        ("14 أوت المقبل", "2021-08-14"),
        ("ابتداء من 18 تموز", "2021-07-18"),
        ("سوف ينعقد في 5 سبتمبر", "2021-09-05"),
        ("ستنطلق يوم 5 سبتمبر", "2021-09-05"),
        ("الاثنين 2 أوت", "2021-08-02"),
        ("قبل ثلاثة أيام", "2021-07-25"),
        ("في انتظار ما سيأتي. وصرح الأربعاء", "2021-07-28"),
        ("يوم 25 من الشهر الحالي", "2021-07-25"),
        ("15 رمضان", "2021-04-27"),
    ],
)
def test_what_the_article_day_gives(text: str, start: str) -> None:
    found = _one(text)
    assert (found.iso_start, found.how) == (start, "article_date")


def test_the_same_month_again() -> None:
    found = find_dates("بدأ في 4 مارس 2019 وانتهى في 23 منه", ANCHOR)
    assert [one.iso_start for one in found] == ["2019-03-04", "2019-03-23"]


@pytest.mark.parametrize(
    ("text", "start"), [("8 مايو", "XXXX-05-08"), ("أمس", ""), ("مارس الماضي", "XXXX-03"), ("هذا الصيف", "XXXX-22")]
)
def test_without_an_article_day(text: str, start: str) -> None:
    found = _one(text, None)
    assert (found.iso_start, found.how) == (start, "unresolved")


@pytest.mark.parametrize(
    "text",
    [
        "مدينة 15 مايو",
        "المركب الشبابي 17 ديسمبر",
        "لمدة ثلاثة أيام",
        "منذ 20 عاما",
        "في هذا اليوم",
        "اليوم العالمي للمرأة",
        "2000 مسجد",
        "تيريزا ماي",
        "3-1",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text, ANCHOR) == []


def test_a_pair_of_full_dates_is_a_range() -> None:
    found = _one("يناير 2007 إلى أبريل 2014")
    assert (found.iso_start, found.iso_end, found.precision) == ("2007-01", "2014-04", "month")


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.integers(0, 6))
def test_a_bare_weekday_is_the_last_one(anchor: date, number: int) -> None:
    found = calendars.weekday(anchor, number, None)
    assert found.weekday() == number
    assert 0 <= (anchor - found).days < 7


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)))
def test_every_day_reads_back(day: date) -> None:
    assert calendars.bounds(day.isoformat(), day.isoformat()) == (day, day)
    assert [one.iso_start for one in find_dates(f"يوم {day.day}/{day.month}/{day.year}", None)] == [day.isoformat()]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2021-W30", date(2021, 7, 26), date(2021, 8, 1)),
        ("2021-24", date(2021, 12, 1), date(2022, 2, 28)),
    ],
)
def test_bounds(value: str, first: date, last: date) -> None:
    assert calendars.bounds(value, value) == (first, last)


def test_bounds_of_what_has_no_year() -> None:
    assert calendars.bounds("XXXX-05-08", "XXXX-05-08") is None


@given(st.text(alphabet="0123456789/-. منذعامفيمارسيوليوالخميسالماضيأمسشواله\n\u0640", max_size=50))
def test_spans_are_in_order_and_within_the_text(text: str) -> None:
    last = 0
    for found in find_dates(text, ANCHOR):
        assert last <= found.start < found.end <= len(text)
        last = found.end
