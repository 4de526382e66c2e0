"""Finding dates in Arabic news and resolving them against the article's day.

A span is the whole expression with both its month names and its weekday, without the preposition before it (but with
منذ, which makes it a time open at its end). Past is the default, unless المقبل, القادم, سوف, a verb in سـ or one of
planning before it points ahead, or its weekday fits another year. A day without its year that lies near ahead of the
article is the next one, though: `18 تموز` in a text of June.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts import calendars, date_forms
from tui.analysis.facts.date_values import resolve
from tui.analysis.facts.page import Page, read
from tui.frozen import frozen

if TYPE_CHECKING:
    from datetime import date


@frozen
class TimeSpan:
    """A time that a text gives.

    Attributes:
        start: offset of the expression.
        end: offset of its end.
        iso_start: EDTF: `2021-07-28`, `2021-07`, `2021`, `2021-W30`, `2021-22` (summer), `XXXX-05-08`; '' unresolved.
        iso_end: the same for the last day, month or year meant; `..` for a time that goes on.
        precision: day, week, month, season, quarter, half, year, decade.
        how: text (the text alone says it), article_date (told by the article's day), unresolved.
    """

    start: int
    end: int
    iso_start: str
    iso_end: str
    precision: str
    how: str


@frozen
class Hit:
    """A date in the folded form of a page: where, and what it means."""

    start: int
    end: int
    when: calendars.When
    shape: str


_JOIN = re.compile(r"\s?(?:و?الي\sغايه|لغايه|و?الي|و?حتي|-|–)\s?(?:يوم\s|غايه\s)?")
_AND = re.compile(r"\s?و\s?(?:يوم\s|شهر\s)?")
_BETWEEN = re.compile(r"(?:^|\s)(?:ما\s?)?بين(?:\s|(?=\d)|$)(?:يومي?\s|شهري?\s)?$")
_EQUALS = re.compile(r"\s?[،,(]?\s?(?:=|الموافق|الموافقه|الموافق ل|المصادف)\s?(?:ليوم\s|ل\s?|يوم\s)?")


def find_dates(text: str, anchor: date | None) -> list[TimeSpan]:
    """The dates of a text, in order, none within another.

    Args:
        text: any text; offsets of the answer point into it.
        anchor: the article's day, against which أمس and 18 تموز are resolved; None leaves them unresolved.
    """
    page = read(text)
    return [spanned(page, hit) for hit in hits(page, anchor)]


def spanned(page: Page, hit: Hit) -> TimeSpan:
    """A hit with offsets into the article."""
    return TimeSpan(*page.span(hit.start, hit.end), *hit.when)


def hits(page: Page, anchor: date | None) -> list[Hit]:
    """The dates of a page, in order, with offsets into its folded form."""
    taken = bytearray(len(page.fold))
    found: list[Hit] = []
    for shape in date_forms.possible(page.fold):
        for match in date_forms.form(shape).finditer(page.fold):
            start, end = match.span("whole")
            if any(taken[start:end]):
                continue
            previous = max((hit for hit in found if hit.end <= start), key=lambda hit: hit.end, default=None)
            when = resolve(shape, match, anchor, None if previous is None else previous.when)
            if when is None:
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(Hit(start, end, when, shape))
    found.sort(key=lambda hit: hit.start)
    return _joined(page.fold, found)


def _joined(fold: str, found: list[Hit]) -> list[Hit]:
    """Two dates that are one: the same day in two calendars, or the bounds of a range."""
    joined: list[Hit] = []
    for hit in found:
        last = joined[-1] if joined else None
        whole = None if last is None else _one(fold, last, hit)
        if whole is None:
            joined.append(hit)
        else:
            joined[-1] = whole
    return joined


def _one(fold: str, a: Hit, b: Hit) -> Hit | None:
    between = fold[a.end : b.start]
    if _EQUALS.fullmatch(between):
        given = b if a.shape.startswith("hijri") and a.when.how != "text" else a
        when = b.when if not given.when.start else given.when
        return Hit(a.start, b.end, when, a.shape)
    ranged = _JOIN.fullmatch(between) or (_AND.fullmatch(between) and _BETWEEN.search(fold[: a.start]))
    if not ranged or a.when.precision != b.when.precision or ".." in (a.when.end, b.when.end):
        return None
    if a.shape == b.shape == "dayname" and a.when.start > b.when.start:  # من الاثنين إلى الجمعة
        return Hit(a.start, b.end, calendars.later(a.when, b.when), a.shape)
    first = _with_year_of(a.when, b.when)
    if not first.start or not b.when.start or first.start > b.when.end:
        return None
    how = b.when.how if first.how == "text" else first.how
    return Hit(a.start, b.end, calendars.When(first.start, b.when.end, b.when.precision, how), a.shape)


def _with_year_of(first: calendars.When, last: calendars.When) -> calendars.When:
    """The first bound of a range in the year of the last, which names it or stands nearer (25 أوت إلى 28 أوت 2017)."""
    if first.how == "text" or not last.start or first.start[4:5] != "-" or first.start[5:6] == "W":
        return first
    start = last.start[:4] + first.start[4:]
    if start > last.start and start[:4].isdigit():
        start = f"{int(start[:4]) - 1:04}{start[4:]}"
    return first._replace(start=start, end=start, how=last.how)
