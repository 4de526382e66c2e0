"""Which lines of a page are the article, and which are debris: the rules of `debris.toml`, and where a line stands.

Dropping a sentence of the article is worse than keeping a label, so a line goes only when a rule names it, when it
follows a heading of links and reads like a headline, or when it stands behind the article's end.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold_map
from tui.model import Dropped, Span
from tui.sources import dateline, head
from tui.sources.lines import trim
from tui.sources.rules import TICKER, outlets, rules
from tui.sources.when import find_date, is_date

if TYPE_CHECKING:
    from tui.sources.lines import Line
    from tui.sources.rules import Rule, Zone

_ENOUGH = 30  # words of prose that an article has at least before what ends it is believed
_LABEL = 4  # most words of a section's name
_LONG = 400  # letters of no label; longer lines are not compared with the table
_OUTLET = 8  # most words of a line of outlets
_INITIALS = re.compile(r"^(?:[^\W\d_]\. ?[^\W\d_]\.?(?: ?[/،,-] ?)?)+(?= ?\()")
_AROUND = " \t\xa0:：|/\\-–—،,.()[]»«›>•·"
_HEADLINE = 5  # words that a link to another article has at least; fewer may be a heading of this one


@dataclass(slots=True)
class Parts:
    """What the lines of a page were found to be; `outlet` is who says that the page is theirs."""

    title: Span | None = None
    section: Span | None = None
    dateline: Span | None = None
    caption: Span | None = None
    credits: list[Span] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    source: str = ""
    published: str = ""
    author: str = ""
    outlet: str = ""


def sort(text: str, lines: list[Line], title: str = "") -> Parts:
    """Sort a page's lines into the parts of an article.

    Args:
        text: the whole text.
        lines: its blocks in order.
        title: the title where it is known already.
    """
    parts = Parts()
    verdicts = _verdicts(lines)
    for line, rule in zip(lines, verdicts, strict=True):
        if rule is not None:
            _place(text, line, rule, parts)
    rest = [number for number, rule in enumerate(verdicts) if rule is None]
    prose = [number for number in rest if lines[number].prose]
    first, last = (prose[0], _last(lines, rest)) if prose else (len(lines), -1)
    found = head.sort(text, lines, rest, first, title, sectioned=parts.section is not None)
    parts.title, parts.dateline = found.title, found.dateline
    parts.section = found.section or parts.section
    parts.author = parts.author or found.author
    parts.dropped += found.dropped
    for number in rest:
        if number in found.captions:
            _caption(lines[number], parts)
        elif number not in found.taken:
            inside = first < number < last
            if not _aside(text, lines[number], parts, found.folded, inside=inside):
                parts.body.append(Span(lines[number].start, lines[number].end))
    parts.published = parts.published or _day_below(lines, verdicts, parts.title, first)
    _open_and_close(text, parts)
    parts.source = found.source or parts.source or found.outlet or parts.outlet
    return parts


def _last(lines: list[Line], rest: list[int]) -> int:
    """The last line that ends as a sentence does."""
    return max(number for number in rest if lines[number].prose or (lines[number].stop and lines[number].words > 2))


def _verdicts(lines: list[Line]) -> list[Rule | None]:
    """The rule that each line falls under, given where it stands among the prose and behind which headings."""
    loose = [_rule(line, None) for line in lines]
    prose = [number for number, line in enumerate(lines) if line.prose and loose[number] is None]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), len(lines))
    verdicts = []
    for number, line in enumerate(lines):
        zone: Zone = "head" if number < first else "tail" if number > last else "body"
        verdicts.append(loose[number] and _rule(line, zone))
    _follow(lines, loose, verdicts)
    return verdicts


def _rule(line: Line, zone: Zone | None) -> Rule | None:
    if line.ticker:
        return TICKER
    if line.end - line.start > _LONG:
        return None
    for rule in rules():
        if line.words > rule.words or (zone and zone not in rule.zones) or (line.stop and not rule.stop):
            continue
        match = rule.line.fullmatch(line.folded)
        if match and (rule.value != "date" or _dated(match["date"])):
            return rule
    return None


def _dated(value: str) -> bool:
    """Whether a date stands there, and behind a bar at most an hour and a section."""
    first, *more = value.strip(" |").split("|")
    return is_date(first) and sum(len(part.split()) for part in more) <= 2 * _LABEL


def _follow(lines: list[Line], loose: list[Rule | None], verdicts: list[Rule | None]) -> None:
    """Let what follows a heading of links, or the article's end, share its fate."""
    prose = [line.words if line.prose and rule is None else 0 for line, rule in zip(lines, verdicts, strict=True)]
    read, ahead = 0, sum(prose)
    over: Rule | None = None
    links: Rule | None = None
    for number, line in enumerate(lines):
        rule = verdicts[number]
        read, ahead = read + prose[number], ahead - prose[number]
        if over:
            verdicts[number] = rule or over
        elif rule is not None:
            if rule.then == "end" and read >= (_ENOUGH if ahead else 1) and ahead <= read:
                over = rule
            links = rule if rule.then == "links" and read else links
        elif links and (loose[number] or _linked(line, ahead)):
            verdicts[number] = links
        else:
            links = None


def _linked(line: Line, ahead: int) -> bool:
    """Whether a line below a heading of links reads as a link; short ones do only where no prose is ahead."""
    sentence = line.prose or (line.stop and line.words > 2) or line.folded.endswith(":")
    return not sentence and (line.words >= _HEADLINE or not ahead)


def _place(text: str, line: Line, rule: Rule, parts: Parts) -> None:
    """Note what a rule made of a line."""
    span = Span(line.start, line.end)
    value = _value(text, line, rule)
    named = text[value.start : value.end]
    if rule.role == "caption":
        _caption(line, parts)
    elif rule.role == "credits":
        parts.credits.append(span)
        parts.source = parts.source or dateline.credit(named)
    elif rule.role == "section" and parts.section is None and 0 < len(named.split()) <= _LABEL:
        parts.section = value
        edges = ((line.start, value.start), (value.end, line.end))
        parts.dropped += [Dropped(a, b, rule.why) for a, b in edges if text[a:b].strip()]
    else:
        parts.dropped.append(Dropped(line.start, line.end, rule.why))
        if rule.role == "date":
            parts.published = parts.published or find_date(named)
        elif rule.role == "author":
            parts.author = parts.author or named
        elif rule.role == "outlet":
            parts.outlet = parts.outlet or dateline.credit(named)


def _value(text: str, line: Line, rule: Rule) -> Span:
    """Where the named group of a rule stands in the text; empty when it has none."""
    raw = text[line.start : line.end]
    match = rule.line.fullmatch(line.folded) if rule.value else None
    if not match or not match[rule.value]:
        return Span(line.end, line.end)
    origins = fold_map(raw)[1]
    start, end = line.start + origins[match.start(rule.value)], line.start + origins[match.end(rule.value) - 1] + 1
    while end < line.end and unicodedata.combining(text[end]):
        end += 1
    while start < end and text[start] in _AROUND:
        start += 1
    while start < end and text[end - 1] in _AROUND:
        end -= 1
    return Span(start, end)


def _caption(line: Line, parts: Parts) -> None:
    if parts.caption is None:
        parts.caption = Span(line.start, line.end)
    else:
        parts.dropped.append(Dropped(line.start, line.end, "caption"))


def _day_below(lines: list[Line], verdicts: list[Rule | None], title: Span | None, first: int) -> str:
    """The one day that stands alone between title and text; above the title it may be the day of the visit."""
    for line, rule in zip(lines[:first], verdicts, strict=False):
        below = title and line.start > title.start
        if below and rule and rule.role == "update" and is_date(line.folded) and (day := find_date(line.folded)):
            return day
    return ""


def _aside(text: str, line: Line, parts: Parts, title: str, *, inside: bool) -> bool:
    """Whether a line of the article's body is no paragraph: the title again, a picture's caption, an outlet's name."""
    if title and line.folded == title:
        parts.dropped.append(Dropped(line.start, line.end, "repeats the title"))
        return True
    outlet = line.words <= _OUTLET and _only_outlets(line.folded)
    if inside and not line.prose and (outlet or head.credited(line)):
        _caption(line, parts)
        return True
    if outlet:
        parts.credits.append(Span(line.start, line.end))
        parts.source = parts.source or dateline.credit(text[line.start : line.end])
    return outlet


def _only_outlets(folded: str) -> bool:
    """Whether a line names outlets and nothing else, but for the initials of who put them together."""
    if folded in outlets():
        return True
    bare = _INITIALS.sub("", folded)
    parts = [part for part in re.split(r"\s*[-–—/|+،,()]\s*|\s+و(?=وكالات)", bare) if part]
    return bool(parts) and all(part in outlets() for part in parts)


def _open_and_close(text: str, parts: Parts) -> None:
    """Split the dateline off the first paragraph, and a bracketed agency off the last."""
    for number, span in enumerate(parts.body[:2]):
        found = dateline.opening(text, span.start, span.end) if parts.dateline is None else None
        if found:
            parts.dateline = Span(*trim(text, span.start, found.end))
            parts.source = found.source or parts.source
            parts.body[number] = Span(trim(text, found.end, span.end)[0], span.end)
    if parts.body:
        span = parts.body[-1]
        closing = dateline.trailing(text, span.start, span.end)
        if closing and closing[0] > span.start:
            parts.body[-1] = Span(*trim(text, span.start, closing[0]))
            parts.credits.append(Span(closing[0], span.end))
            parts.source = parts.source or closing[1]
