"""The lines above an article's first paragraph: section labels, the title, captions, a dateline of its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.model import Dropped, Span
from tui.sources import dateline
from tui.sources.lines import trim
from tui.sources.rules import outlets, section_words

if TYPE_CHECKING:
    from tui.sources.lines import Line

_TITLE_WORDS = range(4, 25)
_SHORT_TITLE = 3  # words of a title where nothing looks like a menu
_SURE_TITLE = range(6, 15)  # with such a line below, a shorter one is a label or the outlet's name
_LABEL_WORDS = 4
_CAPTION_WORDS = 30
_SHORT = 300  # letters of what can be a title, label or caption
_MENU = 4  # so many short lines one after another are a menu
_BYLINES = 5  # more lines between title and text are a list
_CREDITED = re.compile(
    r"(?:^|.*?[^\d])\s*(?:[-–—/|©]\s*|[(\[]\s*)(?P<who>[^-–—/|©()\[\]]{1,30}(?:[/،,] ?[^-–—/|()\[\]]{1,30})?)[)\]. ]*"
)
_OWN = re.compile(r"\([«\"“][^«»\"“”()]{2,30}[»\"”]\)$")  # a newspaper's own picture: («...»)
_PICTURED = re.compile(r"(?:وكالات|مواقع [^()]*|وسائل [^()]*|انترنت)[)\]. ]*$")
_BY = re.compile(r"كتبت? ?-? ?(?P<who>[^\W\d]+(?: [^\W\d]+){1,2})")  # below the title only: `كتب` are books too
_SUFFIX = re.compile(r"(?P<title>.+?)\s*[-–—|»]+\s*(?P<outlet>[^-–—|»]{2,40})")
_OPEN_END = re.compile(r"[:：،,؛;]$")


@dataclass(slots=True)
class Head:
    """What the lines above the prose were found to be.

    Attributes:
        folded: the title, folded.
        source: the outlet that a dateline names.
        outlet: the outlet that the page's title names.
        taken: numbers of the lines that are not body.
        captions: numbers of the lines that describe pictures.
    """

    title: Span | None = None
    folded: str = ""
    section: Span | None = None
    dateline: Span | None = None
    dropped: list[Dropped] = field(default_factory=list)
    source: str = ""
    author: str = ""
    outlet: str = ""
    taken: set[int] = field(default_factory=set)
    captions: set[int] = field(default_factory=set)


def sort(text: str, lines: list[Line], rest: list[int], first: int, title: str, *, sectioned: bool) -> Head:
    """Find the title and what stands around it.

    Args:
        text: the whole text.
        lines: all lines of the page.
        rest: numbers of the lines that no rule took.
        first: number of the first paragraph.
        title: the title where it is known already.
        sectioned: whether the section is known already.
    """
    found = Head(folded=fold(title))
    above = [number for number in rest if number < first]
    at = None if title else _title(lines, above, rest)
    if at is not None:
        _take_title(text, lines, at, rest, found)
    few = sum(at is None or number > at for number in above) <= _BYLINES
    doubled = _doubled(lines, rest)
    for number in above:
        if number in found.taken or (found.folded and lines[number].folded == found.folded):
            continue
        line = lines[number]
        below = bool(title) or (at is not None and number > at)
        told = dateline.alone(text, line.start, line.end, below=below and few)
        if told and found.dateline is None:
            found.dateline, found.source = Span(line.start, line.end), told.source
            found.taken.add(number)
        elif (credited(line) or number in doubled) and (at is not None or title):
            found.captions.add(number)
        elif below and (by := _BY.fullmatch(line.folded)):
            found.author = " ".join(text[line.start : line.end].split()[-len(by["who"].split()) :])
            found.dropped.append(Dropped(line.start, line.end, "author"))
            found.taken.add(number)
    left = [n for n in above if n not in found.taken and n not in found.captions and (at is None or n < at)]
    _labels(lines, left, found, strict=bool(title), sectioned=sectioned)
    return found


def credited(line: Line) -> bool:
    """Whether a line ends, as captions do, with the agency that a picture is from."""
    match = _CREDITED.fullmatch(line.folded) if line.words <= _CAPTION_WORDS and _is_short(line) else None
    if not match:
        return False
    if _OWN.search(line.folded):
        return True
    known = [outlets().get(part.strip(' «»"“”')) for part in re.split(r"[/،,]", match["who"])]
    return all(name and (name.kind != "generic" or _PICTURED.search(line.folded)) for name in known)


def _is_short(line: Line) -> bool:
    return line.end - line.start <= _SHORT


def labels_only(line: Line) -> bool:
    """Whether a line is made of the words of section labels alone."""
    words = re.findall(r"\w+", line.folded) if _is_short(line) else []
    return 0 < len(words) <= 6 and not line.stop and all(map(_label_word, words))


def _label_word(word: str) -> bool:
    """Whether a word stands on labels; two of them may be glued together (`الأخبارعربي`)."""
    known = section_words()
    return word in known or any(word[:at] in known and word[at:] in known for at in range(3, len(word) - 2))


def _title(lines: list[Line], above: list[int], rest: list[int]) -> int | None:
    """The line that is the title: the heading, the headline that the page says twice, or the first of its form."""
    marked = [number for number in rest if lines[number].kind == "title"]
    if marked or (rest and lines[rest[0]].kind == "heading"):
        return (marked or rest)[0]
    menu = sum(lines[number].words <= _LABEL_WORDS for number in above) >= _MENU
    forms = [number for number in above if _headline(lines[number], 0 if menu else _SHORT_TITLE)]
    doubled = _doubled(lines, rest)
    often = Counter(lines[number].folded for number in rest if number not in doubled)
    for line in lines:
        if _is_short(line) and (split := _SUFFIX.fullmatch(line.folded)):
            often[split["title"]] += 1
    if forms and lines[forms[0]].words == _SHORT_TITLE and any(lines[n].words in _SURE_TITLE for n in forms[1:]):
        forms.pop(0)
    plain = [number for number in forms if not credited(lines[number])]
    if twice := [number for number in plain if often[lines[number].folded] > 1]:
        return next(number for number in plain if lines[number].folded == lines[twice[-1]].folded)
    if plain or forms:
        return (plain or forms)[0] if len(rest) > 1 else None
    short = [n for n in above if not _OPEN_END.search(lines[n].folded)]
    own = [n for n in short if not labels_only(lines[n])] or [n for n in short if lines[n].words > 1]
    return own[-1] if own and len(rest) > len(above) else None


def _doubled(lines: list[Line], rest: list[int]) -> set[int]:
    """Lines that stand twice, one right below the other: a picture's description and its caption."""
    pairs = ((one, two) for one, two in pairwise(rest) if lines[one].folded == lines[two].folded)
    return {number for pair in pairs if not lines[pair[1]].gap and not lines[pair[0]].prose for number in pair}


def _headline(line: Line, short: int) -> bool:
    if (line.words not in _TITLE_WORDS and line.words != short) or line.stop or _OPEN_END.search(line.folded):
        return False
    return not labels_only(line) and line.kind == "text" and _is_short(line)


def _take_title(text: str, lines: list[Line], at: int, rest: list[int], found: Head) -> None:
    line = lines[at]
    found.taken.add(at)
    found.title = Span(line.start, line.end)
    found.folded = line.folded
    split = _SUFFIX.fullmatch(text[line.start : line.end])
    known = split and outlets().get(fold(split["outlet"]))
    if split and known and known.kind == "outlet":
        end = line.start + split.end("title")
        found.title, found.folded, found.outlet = Span(line.start, end), fold(split["title"]), known.name
        found.dropped.append(Dropped(*trim(text, end, line.end), "outlet's name"))
    for number in rest:
        other = _SUFFIX.fullmatch(lines[number].folded) if number < at and _is_short(lines[number]) else None
        if other and other["title"] == found.folded:
            found.taken.add(number)
            found.dropped.append(Dropped(lines[number].start, lines[number].end, "repeats the title"))
            named = outlets().get(other["outlet"])
            said = _SUFFIX.fullmatch(text[lines[number].start : lines[number].end])
            found.outlet = named.name if named else said["outlet"] if said else found.outlet


def _labels(lines: list[Line], numbers: list[int], found: Head, *, strict: bool, sectioned: bool) -> None:
    """Sort the lines above the title: the last label is the section, the others a menu."""

    def label(line: Line) -> bool:
        short = not strict and found.title is not None and line.words <= _LABEL_WORDS and not line.stop
        return labels_only(line) or short

    labels = [number for number in numbers if label(lines[number])]
    if not labels:
        return
    found.taken.update(labels)
    menu = len(labels) >= _MENU and lines[labels[-1]].folded not in {lines[n].folded for n in labels[:-1]}
    gapped = lines[labels[-1]].gap and labels_only(lines[labels[-1]])
    if not sectioned and (gapped or not menu):
        chosen = lines[labels.pop()]
        found.section = Span(chosen.start, chosen.end)
    found.dropped += [Dropped(lines[n].start, lines[n].end, "navigation") for n in labels]
