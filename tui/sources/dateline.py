"""Where a report says that it was made, and by whom: `القاهرة - رويترز: ...`, `(أ ف ب)` at its end."""

from __future__ import annotations

import re

from tui.arabic.normalise import fold
from tui.frozen import frozen
from tui.sources.rules import Outlet, outlets, places
from tui.sources.when import MONTH, find_date

_REACH = 90  # longest dateline looked for, in code points
# Newspapers use the tatweel, between spaces, as a dash.
_CUT = re.compile(r"\)?\s*(?:[:：]|[-–—]{1,2}(?=\s|\()|\sـ(?=\s)|/(?=\s))\s*|\)\s*(?:[-–—]{1,2}|[:،,.]?\s)\s*")
_PART = re.compile(r"\s*(?:[-–—/|:،,()\[\]«»\"“”]+|\.(?=\s|$)|\sـ(?=\s))\s*")
_SIGNED = re.compile(r"[-–—/|:]")
_QUOTED = re.compile(r"[«»\"“”]")
_NAMED_LAST = re.compile(r"[-–—:/ـ]\s*[«\"“][^«»\"“”]+[»\"”]\s*$")
_HIJRI = "محرم|صفر|ربيع ال[أآث]\\w+|جمادى ال[أآث]\\w+|رجب|شعبان|رمضان|شوال|ذ[وي] القعدة|ذ[وي] الحجة"
_DATED = re.compile(
    rf"(?:في\s+|يوم\s+)?\d{{1,2}}(?:\s*[-/.]\s*\d{{1,2}}(?:\s*[-/.]\s*\d{{2,4}})?|\s+(?:من\s+)?(?:{MONTH}|{_HIJRI})"
    rf"(?:\s*/\s*(?:{MONTH}))?(?:\s+\d{{4}})?)\s*(?:هـ?(?!\w)|م(?!\w))?|الموافق"
)
_WEEKDAY = re.compile(r"(?:ال)?(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)(?: .{0,30})?|\d{1,2} \w+(?: \w+)?(?: \d{4})?")
_TRAILING = re.compile(r"(?<=[.!؟?»”\"…])\s*[(\[]\s*([^()\[\]]{2,40})\s*[)\]]\s*\.?\s*$")


@frozen
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


def alone(text: str, start: int, end: int, *, below: bool) -> Dateline | None:
    """A line that is a dateline and nothing else.

    Args:
        text: the whole text.
        start: where the line begins.
        end: where it ends.
        below: whether it stands below the title, where a place alone, or a place and a writer, is a dateline too.
    """
    if end - start > _REACH:
        return None
    raw = text[start:end].rstrip(" :-–—.،").replace(" من ", " - ")
    parts = _parts(raw)
    place, names, unknown = _told(parts)
    if below and place and not names and _placed(raw, parts, unknown):
        return Dateline(end, "")
    if len(parts) < 2 or not names:
        return None
    source = _source(raw, closed=False)
    return None if source is None else Dateline(end, source)


def _placed(raw: str, parts: list[str], unknown: list[str]) -> bool:
    """Whether a line says a place, and behind a colon at most a writer."""
    if not unknown:
        return len(parts) == 1
    return parts[1:] == unknown and ":" in raw and _plausible(raw, parts, unknown) and not re.search(r"\d", raw)


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
    parts = _parts(head)
    place, names, unknown = _told(parts)
    if not parts or not _plausible(head, parts, unknown):
        return None
    if not names:
        if unknown and place and _NAMED_LAST.search(head):
            return unknown[0]  # `لندن: «...»:`
        return "" if place and not unknown and (closed or len(parts) == 1) else None
    told = _named(names)
    if len(parts) == 1:
        # A lone agency is a dateline in brackets or before a dash; before a colon it may be the sentence's subject.
        return told or None if closed else None
    signed = not told and unknown and not place  # `X – متابعات:` is how an outlet signs what it took from others
    return unknown[0] if signed else told


def _parts(head: str) -> list[str]:
    """The names in a dateline; a date, where there is one, parts them too."""
    return [
        part.strip() for part in _PART.split(_DATED.sub(" - ", head)) if part.strip() and not part.strip().isdigit()
    ]


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
    return not unknown or bool(_NAMED_LAST.search(head) or (_SIGNED.search(head) and not _QUOTED.search(head)))


def _named(names: list[Outlet | None]) -> str:
    return next((name.name for name in names if name and name.kind in {"agency", "outlet"}), "")
