"""Which lines of a page are the article, and which are debris: the rules of `debris.toml`, and where a line stands.

Dropping a sentence of the article is worse than keeping a label, so a line goes only when a rule names it, when it
follows a heading of links and reads like a headline, or when it stands behind the article's end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.model import Dropped, Span
from tui.sources import dateline, head
from tui.sources.lines import trim
from tui.sources.rules import outlets, rules
from tui.sources.when import find_date

if TYPE_CHECKING:
    from tui.sources.lines import Line
    from tui.sources.rules import Rule, Zone

_ENOUGH = 40  # words of prose that an article has at least before what ends it is believed
_HEADLINE = 5  # words that a link to another article has at least; fewer may be a heading of this one


@dataclass(slots=True)
class Parts:
    """What the lines of a page were found to be."""

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


def sort(text: str, lines: list[Line], title: str = "") -> Parts:
    """Sort a page's lines into the parts of an article.

    Args:
        text: the whole text.
        lines: its blocks in order.
        title: the title where it is known already.
    """
    verdicts = _verdicts(lines)
    _follow(lines, verdicts)
    parts = Parts()
    rest = [number for number, verdict in enumerate(verdicts) if verdict is None]
    first = next((number for number in rest if lines[number].prose), len(lines))
    above = [number for number in rest if number < first]
    found = head.sort(text, lines, above, rest, title)
    parts.title, parts.section, parts.source = found.title, found.section, ""
    parts.caption, parts.dateline = found.caption, found.dateline
    parts.dropped += found.dropped
    parts.credits += found.credits
    parts.source = found.source
    taken = set(found.taken)
    last = max((number for number in rest if lines[number].prose), default=-1)
    for number, line in enumerate(lines):
        verdict = verdicts[number]
        if number in taken:
            continue
        if verdict is not None:
            _place(text, line, verdict, parts)
        elif not _aside(text, line, parts, known=fold(title) or found.folded, inside=first < number < last):
            parts.body.append(Span(line.start, line.end))
    _open_and_close(text, parts)
    parts.source = parts.source or found.outlet
    return parts


def _verdicts(lines: list[Line]) -> list[Rule | None]:
    """The rule that each line falls under, given where it stands among the prose."""
    loose = [_rule(line, None) for line in lines]
    prose = [number for number, line in enumerate(lines) if line.prose and loose[number] is None]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), len(lines))

    def zone(number: int) -> Zone:
        return "head" if number < first else "tail" if number > last else "body"

    return [rule and _rule(lines[number], zone(number)) for number, rule in enumerate(loose)]


def _rule(line: Line, zone: Zone | None) -> Rule | None:
    for rule in rules():
        fits = line.words <= rule.words and (zone is None or zone in rule.zones) and (rule.stop or not line.stop)
        if fits and rule.line.fullmatch(line.folded):
            return rule
    return None


def _follow(lines: list[Line], verdicts: list[Rule | None]) -> None:
    """Let what follows a heading of links, or the article's end, share its fate."""
    read = 0
    over: Rule | None = None
    links: Rule | None = None
    ahead = [line.words if line.prose and verdicts[number] is None else 0 for number, line in enumerate(lines)]
    for number, line in enumerate(lines):
        verdict = verdicts[number]
        if verdict is not None:
            if verdict.then == "end" and not over and (read >= _ENOUGH or not sum(ahead[number:])):
                over = verdict if read else None
            links = verdict if verdict.then == "links" and read else links
        elif over:
            verdicts[number] = over
        elif line.prose:
            read += line.words
            links = None
        elif links:
            if line.words >= _HEADLINE or not sum(ahead[number:]):
                verdicts[number] = links
            else:
                links = None


def _place(text: str, line: Line, rule: Rule, parts: Parts) -> None:
    span = Span(line.start, line.end)
    match = rule.line.fullmatch(line.folded)
    value = match[rule.value].strip(" :|/،-") if match and rule.value else ""
    if rule.role == "credits":
        parts.credits.append(span)
        label = re.search(r"[:：/|=+-]", text[line.start : line.end])
        named = text[line.start + label.end() : line.end] if label else value
        parts.source = parts.source or dateline.credit(named.strip(" .()[]"))
        return
    if rule.role == "caption" and parts.caption is None:
        parts.caption = span
        return
    if rule.role == "date" and not parts.published:
        parts.published = find_date(value)
    if rule.role == "author" and not parts.author:
        named = re.split(r"[:：/|]|(?:بقلم|بواسطة|[Bb]y)\s", text[line.start : line.end], maxsplit=1)[-1]
        parts.author = named.strip(" \t-–—|/،")
    if rule.role == "section" and parts.section is None and value and len(value.split()) <= 4:
        start, end = trim(text, max(text.rfind(mark, line.start, line.end) for mark in "><»›/|\\•·←:") + 1, line.end)
        if start < end:
            parts.section = Span(start, end)
            parts.dropped.append(Dropped(line.start, start, rule.why))
            return
    parts.dropped.append(Dropped(line.start, line.end, rule.why))


def _aside(text: str, line: Line, parts: Parts, known: str, *, inside: bool) -> bool:
    """Whether a line of the article's body is no paragraph: the title again, a picture's caption, an outlet's name."""
    if known and line.folded == known:
        parts.dropped.append(Dropped(line.start, line.end, "repeats the title"))
        return True
    if inside and not line.prose and head.credited(line):
        if parts.caption is None:
            parts.caption = Span(line.start, line.end)
        else:
            parts.dropped.append(Dropped(line.start, line.end, "caption"))
        return True
    if not inside and line.words <= 8 and _only_outlets(line.folded):
        parts.credits.append(Span(line.start, line.end))
        parts.source = parts.source or dateline.credit(text[line.start : line.end])
        return True
    return False


def _only_outlets(folded: str) -> bool:
    if folded in outlets():
        return True
    parts = [part for part in re.split(r"\s*[-–—/|+،,()]\s*|\s+و(?=وكالات)", folded) if part]
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
