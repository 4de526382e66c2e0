"""When a fact was: by its own date, by the day that its article tells of so far, else by the article's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.facts.calendars import bounds
from tui.analysis.facts.counted import nominal
from tui.analysis.facts.dates import spanned
from tui.analysis.facts.lexicon import words
from tui.analysis.facts.scene import QUOTES, base
from tui.arabic.normalise import fold
from tui.model import FactTime

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tui.analysis.facts.dates import Hit
    from tui.analysis.facts.page import Page
    from tui.analysis.facts.scene import Finding, Scene
    from tui.model import Draft, Evidence

_START = frozenset(("منذ", "ومنذ"))
_SINCE = 5  # tokens from منذ to the date that it makes a beginning
_BEHIND = 8  # tokens from a figure to its own date
_LEADS = frozenset(("في", "خلال", "يوم", "،", "وذلك", "مساء", "صباح", "ليله", "منذ", "سنه", "عام"))  # before a date
_ROW = 2  # tokens between two years of a list
_NEXT = 3  # tokens between a fact and the date after it
# Words that begin another clause: behind a date that stands before a figure, and before a date that stands behind one.
_OWN = frozenset(
    ("ان", "انه", "انها", "بان", "بانه", "بانها", "وذلك", "وقد", "وكان", "وكانت", "وتم", "وتمت")
) | frozenset(("حين", "فيما", "مقابل", "مقارنه", "وله", "ولها", "ولهم"))
_OTHER = (
    _OWN
    | frozenset(("الذي", "التي", "الذين", "والذي", "والتي", "ذلك", "حيث", "فيما", "بينما", "رغم", "حين", "بعد", "قبل"))
    | frozenset(("اذ", "منذ", "قال", "قالت", "اعلن", "اعلنت", "اكد", "؛", ":"))
)
_SAID = frozenset(("statement", "denial", "accusation", "commitment", "proposal", "no_comment"))

_RECENT = 7  # days before the article in which what it tells of was
_SOON = 40  # code points
_PERIODS = frozenset(("week", "month", "quarter", "half"))
_AFTER = frozenset(("بعد", "اثر", "عقب", "خلفيه", "بسبب"))
# Between a date and a figure behind it: what was before, or always is so.
_RELATIVE = frozenset(("الذي", "التي", "الذين"))
_STANDING = frozenset(("البالغ", "البالغه", "موخرا", "سابقا", "سابق", "مسبقا"))
_SCHEDULED = frozenset(("المبرمجه", "المبرمج", "المقرر", "المقرره", "المزمع", "المنعقد", "المنعقده"))  # of an occasion
_RATES = frozenset(("يوميا", "سنويا", "شهريا", "اسبوعيا"))
_EACH = re.compile(r"(?<!\w)كل\s(?:سنه|عام|يوم|شهر|اسبوع)(?!\w)")
_WAS = frozenset(("كان", "كانت", "وكان", "وكانت", "كانوا"))
_DONE = frozenset(("arrest", "attack", "publication", "demand", "refusal", "role", "org_fact", "statement", "denial"))
_UNDATED = frozenset(
    ("quantity", "arrest", "attack", "event", "visit", "contact")
)  # not of the article's day by itself
_SPANS = "مده|فتره|ايام|اسابيع|اشهر|سنوات|سنه|شهر|شهرين|اسبوع|اسبوعين|عام|عامين|سنتين"
_VAGUE = re.compile(  # a time that is not the article's day, but not told
    rf"(?<!\w)(?:[وفب]?(?:منذ|قبل)\s(?:\w+\s)?(?:{_SPANS}|بدايه|مطلع|عقود|قرون)"
    rf"|(?:خلال|طيله|اثناء)\s(?:\w+\s){{0,2}}(?:ال)?(?:{_SPANS}|يوم|يومين|موسم|رمضان)"
    r"|(?:نفس|ذات)\s(?:الفتره|المده|اليوم|السنه|العام|الشهر)|(?:الفتره|المده)\s(?:نفسها|ذاتها)"
    r"|(?:السنوات|الاشهر|الايام|الاسابيع)\s(?:\w+\s)?(?:الاولي|الاخيره|الماضيه|الفارطه|المنقضيه)"
    r"|وقت\sسابق|ليله\sراس\sالسنه|(?:نهايه|اخر)\sالاسبوع|الماضيين)(?!\w)"
)


_HINTS = frozenset(  # one of which a sentence with such a time has
    ("منذ", "بمنذ", "قبل", "خلال", "طيله", "اثناء", "نفس", "ذات", "الفتره", "المده", "وقت", "ليله", "نهايه", "اخر")
) | frozenset(("الماضيين", "السنوات", "الاشهر", "الايام", "الاسابيع"))


@dataclass(slots=True)
class Clock:
    """What the sentences of an article say of when its story was.

    Attributes:
        draft: the article.
        day: its own day.
        story: the time that the last dated sentence gave; None for the article's day.
        unclear: whether that sentence gave a time that is none of one fact: long ago, not told, or several.
        coming: whether the sentence below the title tells of a time ahead, and of none so far.
        said: the day before the article's on which somebody spoke whose words go on (وأضاف).
        sayer: the words that name him.
    """

    draft: Draft
    day: date | None
    story: FactTime | None = None
    unclear: bool = False
    coming: bool = False
    said: FactTime | None = None
    sayer: frozenset[str] = frozenset()

    def lead(self, page: Page, dates: Sequence[Hit], end: int) -> None:
        """Read the sentence that a title stands above, before its facts."""
        lead = [hit for hit in dates if hit.start < end]
        self._read(page, lead, page.fold[:end])
        ahead = [self._later(hit.when.start, hit.when.end) for hit in lead if hit.shape != "bare_year"]
        self.coming = bool(ahead) and all(ahead)

    def reset(self) -> None:
        """Begin the text below the title."""
        self.story, self.unclear, self.coming = None, False, False

    def hear(self, place: Scene) -> None:
        """Read the dates of a sentence, whose facts are of them and those of the sentences behind it."""
        if not place.is_title and (place.dates or _vague(place)):
            self._read(place.page, place.dates, place.fold[place.start : place.end])

    def _read(self, page: Page, dates: Sequence[Hit], text: str) -> None:
        if self.day is None:
            return
        spans: dict[tuple[date, date], Hit] = {}
        today = past = False
        for hit in dates:
            reach = bounds(hit.when.start, hit.when.end) if hit.shape not in ("since", "bare_year") else None
            if reach is None or reach[0] > self.day:
                continue
            if reach == (self.day, self.day):
                today = True
            elif reach[1] >= self.day:
                past = past or hit.when.precision in _PERIODS
            else:
                past = True
                if hit.when.precision == "day" and (self.day - reach[0]).days <= _RECENT:
                    spans.setdefault(reach, hit)
        if len(spans) == 1 and not today:
            self.story, self.unclear = self._told(page, next(iter(spans.values()))), False
        elif today and not past:
            self.story, self.unclear = None, False
        elif past or today or _VAGUE.search(text):
            self.story, self.unclear = None, True

    def _told(self, page: Page, hit: Hit) -> FactTime:
        span = spanned(page, hit)
        how = "unresolved" if span.how == "unresolved" else "text"
        return FactTime(span.iso_start, span.iso_end, span.precision, self.draft.text[span.start : span.end], how)

    def time(self, place: Scene, finding: Finding) -> FactTime | None:
        """The date of a fact's own clause, else the day of the story so far, else the article's."""
        own = _own_date(place, finding)
        if own is not None and finding.kind in _DONE and self._later(own.when.start, own.when.end):
            own = None  # دعت إلى إضراب غدا
        if own is not None:
            found = self._told(place.page, own)
            if finding.kind in _SAID:
                self.said, self.sayer = (found, _sayer(finding)) if self._lately(found) else (None, frozenset())
            return found
        if finding.kind in _SAID:
            if self.said is not None and _sayer(finding) & self.sayer and _goes_on(finding):
                return self.said
        elif finding.kind in _UNDATED:
            if finding.modality == "planned" or (not place.is_title and self._elsewhere(place, finding)):
                return None
            if self.unclear or self.story is not None:
                return None if finding.quantity is not None and _lasting(place) else _carried(self.story)
        day = self.day
        return None if day is None else FactTime(day.isoformat(), day.isoformat(), "day", "", "article_date")

    def _lately(self, time: FactTime) -> bool:
        """Whether a time is a day soon before the article's."""
        reach = bounds(time.start, time.end)
        return self.day is not None and reach is not None and 0 < (self.day - reach[0]).days <= _RECENT

    def ahead(self, time: FactTime | None, proof: Evidence) -> bool:
        """Whether a time that stands in a fact's proof, or soon behind, lies after the article's day."""
        if time is None or self.draft.text.find(time.text, proof.start, proof.end + _SOON) < 0:
            return False
        return self._later(time.start, time.end)

    def _later(self, start: str, end: str) -> bool:
        """Whether a time begins after the article's day."""
        reach = bounds(start, end)
        return self.day is not None and reach is not None and reach[0] > self.day

    def _elsewhere(self, place: Scene, finding: Finding) -> bool:
        """Whether a sentence has a time that is not the fact's by its place, but may be: then it has none."""
        if _vague(place) or _long_done(place, finding):
            return True
        for hit in place.dates:
            reach = bounds(hit.when.start, hit.when.end) if hit.shape != "bare_year" else None
            if reach is None or self.day is None or reach[1] < self.day or hit.when.precision != "day":
                return True
        return False


def _carried(time: FactTime | None) -> FactTime | None:
    """The day of the story as the time of a fact whose own sentence does not tell it: without the words for it."""
    return None if time is None else FactTime(time.start, time.end, time.precision, "", "article_date")


def _vague(place: Scene) -> bool:
    return not _HINTS.isdisjoint(place.forms) and _VAGUE.search(place.fold, place.start, place.end) is not None


def _lasting(place: Scene) -> bool:
    """Whether a sentence tells of what is always so (400 شخص يوميا), whatever the day of the story."""
    return not _RATES.isdisjoint(place.forms) or _EACH.search(place.fold, place.start, place.end) is not None


def _long_done(place: Scene, finding: Finding) -> bool:
    """Whether a fact is told as done before what the text tells of (وكانت الفرقة قد أوقفت)."""
    before = [token.fold for token in place.tokens(place.clause(finding.predicate.start), finding.predicate.start)]
    return "قد" in before and any(word in _WAS for word in before[: before.index("قد")])


def _sayer(finding: Finding) -> frozenset[str]:
    """The words that name who speaks, without their articles."""
    return frozenset(base(word) for one in finding.attribution for word in fold(one.source).split())


def _goes_on(finding: Finding) -> bool:
    """Whether a statement goes on from the one before it (وأضاف أن)."""
    return any(fold(one.cue).lstrip("وف") in words("cues", "carried") for one in finding.attribution)


def _own_date(place: Scene, finding: Finding) -> Hit | None:
    """The date within the evidence or right after it, else the only one of the sentence."""
    dates = [hit for hit in place.dates if not _told(finding, hit) and not _apart(place, finding, hit)]
    inside = [hit for hit in dates if finding.start <= hit.start and hit.end <= finding.end]
    if finding.kind in _SAID or finding.kind == "role":
        dates = inside  # a date further on is of something that is said, or that its holder does
    after = [hit for hit in dates if finding.end <= hit.start and place.count(finding.end, hit.start) <= _NEXT]
    if finding.quantity is not None and after:
        inside = []  # what stands right behind a figure is its time: 500 موطن شغل في السنة المقبلة
    if finding.kind in _UNDATED and finding.quantity is None:
        inside, dates = ([hit for hit in some if not _of_telling(place, finding, hit)] for some in (inside, dates))
    if finding.quantity is not None and _years(place, inside + after):
        return None  # في أربع مناسبات سنوات 2005، 2006 و2007
    near = inside or after[:1] or (dates if len(dates) == 1 and _governs(place, finding, dates[0]) else [])
    return _near(near, finding) if near else None


def _years(place: Scene, dates: list[Hit]) -> bool:
    """Whether one of some dates is but one of several years in a row."""
    years = [hit for hit in place.dates if hit.shape == "bare_year"]
    return any(
        hit in years and any(hit != year and abs(place.count(hit.start, year.start)) <= _ROW for year in years)
        for hit in dates
    )


def _of_telling(place: Scene, finding: Finding, hit: Hit) -> bool:
    """Whether a date is of the telling (في بلاغ لها اليوم إنه أوقف), or of what came after (بعد تعرضه إلى كذا)."""
    between = {token.fold for token in place.tokens(hit.end, finding.predicate.start)}
    first = min(finding.start, finding.predicate.start)
    return bool(between & words("cues", "that")) or bool(_AFTER.intersection(place.before(first, 2)))


def _told(finding: Finding, hit: Hit) -> bool:
    """Whether a date belongs to what is said rather than to the saying of it."""
    content = finding.object
    return finding.kind in _SAID and content is not None and content.start <= hit.start < content.end


def _apart(place: Scene, finding: Finding, hit: Hit) -> bool:
    """Whether another clause stands between a figure and a date: its date is of that clause."""
    slot = finding.object if finding.quantity is not None else None
    if slot is None:
        return False
    bare = hit.shape == "bare_year" and any(name.end == hit.start - 1 for name in place.names)  # تونس 2020
    bare = bare or (hit.shape != "since" and _begun(place, hit))
    if hit.start > slot.start:
        between = [token.fold for token in place.tokens(slot.end, hit.start)]
        if not _SCHEDULED.isdisjoint(between):
            return True
        while between and between[-1] in _LEADS:
            between.pop()
        return bare or any(word in _OTHER for word in between)
    between = [token.fold for token in place.tokens(hit.end, slot.start)]
    verbs = (word[1:] for word in between if word[0] == "و" and word[1:2] in ("ي", "ت", "س") and len(word) > 4)
    said = finding.attribution and any(word in QUOTES or word == ":" for word in between)
    return (
        bare
        or bool(said)
        or _earlier(between)
        or any(word in _OWN for word in between)
        or any(not nominal(verb) for verb in verbs)
        or _of_another(place, finding, hit)
    )


def _earlier(between: list[str]) -> bool:
    """Whether what stands between a date and a figure makes it of another time: بعد غرق 200, not بعد العاصفة 17."""
    if not (_STANDING | _RELATIVE).isdisjoint(between):
        return True
    at = max((index for index, word in enumerate(between) if word in _AFTER), default=None)
    return at is not None and not "".join(between[at + 1 : at + 2]).startswith("ال")


def _begun(place: Scene, hit: Hit) -> bool:
    """Whether منذ makes a date a beginning (منذ اندلاع الحرب في مارس 2000), and no other date or clause is between."""
    before = place.before(hit.start, _SINCE)
    last = max((index for index, word in enumerate(before) if word in _START), default=None)
    event = before[last + 1 :] if last is not None else []
    return bool(event) and not any(word[0] == "و" or word.isdigit() for word in event)


def _of_another(place: Scene, finding: Finding, hit: Hit) -> bool:
    """Whether a date stands behind another figure, whose time it then is (ألف موطن شغل هذه السنة وخمسمائة أخرى)."""
    slot = finding.object
    if slot is not None and words("cues", "include").intersection(place.before(slot.start, _BEHIND // 2)):
        return False  # توفي 22 شخصا سنة 2012 من بينهم 13 امرأة
    for number in place.numbers:
        end = place.page.folded(number.end)
        lasts = fold(number.unit) in words("cues", "plain") and end != hit.start - 1  # ثلاثة أشهر من السنة
        counts = number.kind not in ("ordinal", "dual", "none") and not lasts
        if counts and finding.start <= end <= hit.start and place.count(end, hit.start) <= _BEHIND:
            return True
    return False


def _governs(place: Scene, finding: Finding, hit: Hit) -> bool:
    """Whether the only date of a sentence, apart from a fact, is its time: no span (منذ 2013), no year by itself."""
    told = finding.kind == "event" and finding.attribution  # the day of the telling
    if hit.shape == "since" or finding.kind == "org_fact" or told:
        return False
    if finding.quantity is not None and finding.end <= hit.start:
        return place.count(finding.end, hit.start) <= _BEHIND
    return len(spanned(place.page, hit).iso_start) != len("2013")


def _near(inside: list[Hit], finding: Finding) -> Hit:
    slot = finding.object if finding.quantity is not None and finding.object is not None else finding.predicate
    return min(inside, key=lambda hit: (hit.shape == "since", abs(hit.start - slot.start)))
