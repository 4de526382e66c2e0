"""Reading an article's facts: sentence by sentence, family by family."""

from __future__ import annotations

from datetime import date
from hashlib import sha1
from typing import TYPE_CHECKING

from tui.analysis.facts import (
    acts,
    attacks,
    calls,
    contacts,
    deeds,
    force,
    parties,
    quantities,
    relations,
    replies,
    roles,
    scene,
    stances,
    statements,
    visits,
    wording,
)
from tui.analysis.facts.counted import nominal
from tui.analysis.facts.dates import hits, spanned
from tui.analysis.facts.lexicon import table, words
from tui.analysis.facts.numbers import numbers
from tui.analysis.facts.page import read
from tui.arabic.normalise import fold
from tui.model import Fact, FactTime

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.facts.dates import Hit
    from tui.analysis.facts.page import Page
    from tui.analysis.facts.scene import Finding, Scene
    from tui.model import Argument, Draft, Entity, Mention

_START = frozenset(("منذ", "ومنذ"))
_SINCE = 5  # tokens from منذ to the date that it makes a beginning
_BEHIND = 8  # tokens from a figure to its own date
_LEADS = frozenset(("في", "خلال", "يوم", "،", "وذلك", "مساء", "صباح", "ليله", "منذ", "سنه", "عام"))  # before a date
_NEXT = 3  # tokens between a fact and the date after it
# Words that begin another clause: behind a date that stands before a figure, and before a date that stands behind one.
_OWN = frozenset(("ان", "انه", "انها", "بان", "بانه", "بانها", "وذلك", "وقد", "وكان", "وكانت")) | frozenset(
    ("حين", "فيما", "مقابل", "مقارنه", "وله", "ولها", "ولهم")
)
_OTHER = (
    _OWN
    | frozenset(("الذي", "التي", "الذين", "والذي", "والتي", "ذلك", "حيث", "فيما", "بينما", "رغم", "حين", "بعد", "قبل"))
    | frozenset(("اذ", "منذ", "قال", "قالت", "اعلن", "اعلنت", "اكد", "؛", ":"))
)
_SAID = frozenset(("statement", "denial", "accusation", "commitment", "proposal", "no_comment"))
_FAMILIES = (
    quantities.find,
    replies.find,
    contacts.find,
    calls.find,
    visits.find,
    acts.find,
    relations.find,
    roles.find,
    stances.find,
    force.find,
    attacks.find,
    deeds.find,
)


def extract(draft: Draft, mentions: Sequence[Mention], entities: Sequence[Entity]) -> tuple[Fact, ...]:
    """See `tui.analysis.facts.extract`."""
    known = {entity.id for entity in entities}
    usable = [mention for mention in mentions if mention.entity in known or not mention.entity]
    document = sha1(draft.text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
    facts: dict[str, Fact] = {}
    for place in _scenes(draft, usable):
        for finding in _findings(place):
            fact = _fact(draft, document, place, finding)
            facts.setdefault(fact.id, fact)
    return tuple(sorted(facts.values(), key=lambda fact: (fact.evidence.start, fact.evidence.end)))


def _scenes(draft: Draft, mentions: Sequence[Mention]) -> Iterator[Scene]:
    anchor = _day(draft.published)
    speaker = scene.Speaker()
    title = draft.title_span
    for part in ((title,) if title is not None else ()) + draft.body:
        page = read(draft.text[part.start : part.end], part.start)
        within = [one for one in mentions if part.start <= one.start and one.end <= part.end]
        names = [scene.Named(page.folded(one.start), page.folded(one.end), one) for one in within]
        names.sort(key=lambda name: (name.start, -name.end))
        dates = hits(page, anchor)
        figures = numbers(page, [(hit.start, hit.end) for hit in dates])
        for start, end in scene.sentences(page.fold):
            speaker.age += 1
            first, last = page.span(start, end)
            one = scene.Scene(
                page,
                start,
                end,
                [name for name in names if start <= name.start < end],
                [hit for hit in dates if start <= hit.start < end],
                [figure for figure in figures if first <= figure.start < last],
                part is title,
                speaker,
                _forms(page, start, end),
            )
            yield one
            parties.remember(one)


def _forms(page: Page, start: int, end: int) -> frozenset[str]:
    folds = {piece.fold for piece in page.pieces[page.piece_from(start) : page.piece_from(end)]}
    return frozenset(folds | {fold[1:] for fold in folds if fold[0] in "وف"})


def _findings(place: Scene) -> Iterator[Finding]:
    said = list(statements.find(place))
    yield from said
    struck = set()  # an attack is told once, with its noun
    for family in _FAMILIES:
        for finding in family(place):
            target = None if finding.object is None else finding.object.start
            if finding.kind == "attack":
                struck.add(target)
            elif finding.kind == "event" and target in struck:
                continue
            if not finding.attribution:
                finding.attribution = wording.attribution(place, finding, said)
            yield finding


def _fact(draft: Draft, document: str, place: Scene, finding: Finding) -> Fact:
    subject, content = scene.argument(place, finding.subject), scene.argument(place, finding.object)
    relation, proof = scene.predicate(place, finding), scene.evidence(place, finding, draft.text)
    parts = (document, finding.kind, proof.exact, _key(subject), relation.text, _key(content))
    return Fact(
        id=sha1("|".join(parts).encode("utf-8", "replace"), usedforsecurity=False).hexdigest(),
        kind=finding.kind,
        subject=subject,
        predicate=relation,
        object=content,
        quantity=finding.quantity,
        time=_time(draft, place, finding),
        place=finding.place,
        polarity=finding.polarity,
        modality=finding.modality,
        attribution=finding.attribution,
        evidence=proof,
        confidence=float(table("rules")[finding.rule][0]),
        rule=finding.rule,
    )


def _key(filler: Argument | None) -> str:
    return "" if filler is None else f"{filler.start}:{filler.end}:{filler.text}"


def _time(draft: Draft, place: Scene, finding: Finding) -> FactTime | None:
    """The date within the evidence or right after it, else the only one of the sentence, else the article's day."""
    dates = [hit for hit in place.dates if not _told(finding, hit) and not _apart(place, finding, hit)]
    inside = [hit for hit in dates if finding.start <= hit.start and hit.end <= finding.end]
    if finding.kind in _SAID or finding.kind == "role":
        dates = inside  # a date further on is of something that is said, or that its holder does
    after = [hit for hit in dates if finding.end <= hit.start and place.count(finding.end, hit.start) <= _NEXT]
    if finding.quantity is not None and after:
        inside = []  # what stands right behind a figure is its time: 500 موطن شغل في السنة المقبلة
    near = inside or after[:1] or (dates if len(dates) == 1 and _governs(place, finding, dates[0]) else [])
    own = _near(near, finding) if near else None
    if own is not None:
        span = spanned(place.page, own)
        how = "unresolved" if span.how == "unresolved" else "text"
        return FactTime(span.iso_start, span.iso_end, span.precision, draft.text[span.start : span.end], how)
    day = _day(draft.published)
    return None if day is None else FactTime(day.isoformat(), day.isoformat(), "day", "", "article_date")


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
        while between and between[-1] in _LEADS:
            between.pop()
        return bare or any(word in _OTHER for word in between)
    between = [token.fold for token in place.tokens(hit.end, slot.start)]
    verbs = (word[1:] for word in between if word[0] == "و" and word[1:2] in ("ي", "ت") and len(word) > 4)
    return (
        bare
        or any(word in _OWN for word in between)
        or any(not nominal(verb) for verb in verbs)
        or _of_another(place, finding, hit)
    )


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
    return len(spanned(place.page, hit).iso_start) != len("2013")


def _near(inside: list[Hit], finding: Finding) -> Hit:
    slot = finding.object if finding.quantity is not None and finding.object is not None else finding.predicate
    return min(inside, key=lambda hit: (hit.shape == "since", abs(hit.start - slot.start)))


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:  # a year, a month or nothing
        return None
