"""A match of a shape of date, with what its groups and the words before and after it say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts import date_cues, date_forms
from tui.analysis.facts.lexicon import group_of, table

if TYPE_CHECKING:
    from datetime import date

    from tui.analysis.facts.calendars import When

_REACH = 70  # how far before a date a cue is looked for, in code points


class Found:
    """A match with what its groups say.

    Attributes:
        anchor: the article's day.
        previous: the date before this one in the page.
        groups: the groups that took part.
        before: the words before it in its sentence.
        after: the letters right after it.
        text: its folded text.
    """

    def __init__(self, match: re.Match[str], anchor: date | None, previous: When | None) -> None:
        self.anchor = anchor
        self.previous = previous
        self.groups = {key: value for key, value in match.groupdict().items() if value is not None}
        before = match.string[max(0, match.start("whole") - _REACH) : match.start("whole")]
        self.before = re.split(r"[.؟!؛]\s", before)[-1]
        self.after = match.string[match.end("whole") : match.end("whole") + 20]
        self.text = match.group("whole")

    def number(self, group: str) -> int:
        """The digits of a group; 0 without them."""
        return int(self.groups.get(group, 0))

    def looked_up(self, group: str) -> int | None:
        """The value that the table of times has for the word of a group; None without one."""
        word = self.groups.get(group)
        return None if word is None else value(group, word)

    @property
    def month(self) -> int:
        """The month that is named, 0 where two are."""
        return self.month_in("month")

    def month_in(self, group: str) -> int:
        """The month that one or two names give; 0 where they are two months."""
        names = date_forms.month_names(self.groups[group])
        numbers = {int(table("months")[name][1]) for name in names}
        return numbers.pop() if len(numbers) == 1 else 0

    @property
    def same_year(self) -> int:
        """The year of the date before, that `من العام نفسه` repeats; 0 without one."""
        year = "" if self.previous is None else self.previous.start[:4]
        return int(year) if year.isdigit() else 0

    @property
    def day(self) -> int:
        """The day of the month, in digits or as a word; 0 without one."""
        return self.number("day") or self.looked_up("dayword") or 0

    @property
    def shift(self) -> int | None:
        """-1 past, 0 present, 1 next: by the word after the date, or by what stands before it."""
        shift = self.looked_up("shift")
        return 1 if shift is None and date_cues.AHEAD.search(self.before) else shift


_GROUPS = {
    "name": "weekday",
    "name2": "weekday",
    "lastword": "dayword",
    "of": "shift",
    "ofyear": "shift",
    "rel": "day",
    "this": "unit",
    "seasonof": "season",
}


def value(group: str, word: str) -> int:
    """The value of a word of time in the group that a match has for it."""
    return int(group_of("times", _GROUPS.get(group, group))[word])
