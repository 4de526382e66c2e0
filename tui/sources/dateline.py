"""Where a report says that it was made, and by whom: `القاهرة - رويترز: ...`, `(أ ف ب)` at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.arabic.normalise import fold
from tui.sources.rules import Outlet, outlets, places
from tui.sources.when import find_date

_REACH = 90  # longest dateline looked for, in code points
_CUT = re.compile(r"\)?\s*(?:[:：]|[-–—]{1,2}(?=\s|\()|/(?=\s))\s*|\)\s*[-–—:،,.]*\s+")
_PART = re.compile(r"\s*(?:[-–—/|:،,()\[\]«»\"“”]+|\.(?=\s|$))\s*")
_SIGNED = re.compile(r"[-–—/|:]")
_QUOTED = re.compile(r"[«»\"“”]")
_WEEKDAY = re.compile(r"(?:ال)?(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)(?: .{0,30})?|\d{1,2} \w+(?: \w+)?(?: \d{4})?")
_TRAILING = re.compile(r"(?<=[.!؟?»”\"…])\s*[(\[]\s*([^()\[\]]{2,40})\s*[)\]]\s*\.?\s*$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's end in the text and the source that it names, '' for none."""

    end: int
    source: str


def opening(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that a paragraph begins with; `end` is that of the dateline, before the sentence's first word."""
    reach = min(end, start + _REACH)
    best = None
    for cut in _CUT.finditer(text, start, reach):
        if cut.end() >= end:
            break
        mark = text[cut.start() : cut.end()]
        source = _source(text[start : cut.start()], closed=")" in mark or "-" in mark or "–" in mark or "—" in mark)
        if source is not None:
            best = Dateline(cut.end(), source)
    return best


def alone(text: str, start: int, end: int) -> Dateline | None:
    """A line that is a dateline and nothing else."""
    if end - start > _REACH:
        return None
    raw = text[start:end].rstrip(" :-–—.،")
    parts = [part for part in _PART.split(raw) if part.strip()]
    known = [outlets().get(fold(part)) for part in parts]
    if len(parts) < 2 or not any(known):
        return None
    source = _source(raw, closed=False)
    return None if source is None else Dateline(end, source)


def trailing(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Where a bracketed agency stands behind a paragraph's last sentence, and its name."""
    found = _TRAILING.search(text, max(start, end - 60), end)
    if not found:
        return None
    names = [outlets().get(fold(part)) for part in re.split(r"\s*[/،,+-]\s*", found[1])]
    if not all(names):
        return None
    at = found.start()
    while text[at].isspace():
        at += 1
    return at, _named(names)


def credit(text: str) -> str:
    """The outlet that a label names (`الجزيرة + وكالات`), as given where it is none of the table; '' for none."""
    names: list[Outlet | None] = []
    unknown = []
    if "://" in text:
        return ""
    for part in re.split(r"\s*(?:[/،,+|()–—]|\s-\s)\s*|\s+و(?=وكالات|الوكالات|مواقع)", text):
        folded = fold(part)
        if not folded:
            continue
        known = outlets().get(folded)
        names.append(known)
        if known is None and 0 < len(folded.split()) <= 4 and not re.search(r"\d|://|^http", folded):
            unknown.append(part.strip(' .:"«»“”'))
    return _named(names) or (unknown[0] if unknown else "")


def _source(head: str, *, closed: bool) -> str | None:
    """The source that a dateline names ('' for none), or None if the words are no dateline."""
    parts = [part.strip() for part in _PART.split(head) if part.strip()]
    place, names, unknown = _told(parts)
    if not parts or not _plausible(head, parts, unknown):
        return None
    if not names:
        return "" if place and not unknown and (closed or len(parts) == 1) else None
    told = _named(names)
    if len(parts) == 1:
        # A lone agency is a dateline in brackets or before a dash; before a colon it may be the sentence's subject.
        return told or None if closed else None
    signed = not told and unknown and not place  # `X – متابعات:` is how an outlet signs what it took from others
    return unknown[0] if signed else told


def _told(parts: list[str]) -> tuple[bool, list[Outlet | None], list[str]]:
    """Whether one of the parts is a place, the outlets among them, and what is neither these nor a day."""
    place = False
    names: list[Outlet | None] = []
    unknown: list[str] = []
    for part in parts:
        folded = fold(part)
        known = outlets().get(folded) or outlets().get(folded.removeprefix("وكاله ").removeprefix("صحيفه "))
        if folded in places():
            place = True
        elif known:
            names.append(known)
        elif not (_WEEKDAY.fullmatch(folded) or find_date(folded)):
            unknown.append(part)
    return place, names, unknown


def _plausible(head: str, parts: list[str], unknown: list[str]) -> bool:
    """Whether the words of no table are few enough to be a small place or a writer's name."""
    if len(parts) > 5 or len(unknown) > 1 or any(len(part.split()) > 3 for part in unknown):
        return False
    return not unknown or (bool(_SIGNED.search(head)) and not _QUOTED.search(head))


def _named(names: list[Outlet | None]) -> str:
    return next((name.name for name in names if name and name.kind in {"agency", "outlet"}), "")
