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
    talks,
    visits,
    wording,
)
from tui.analysis.facts.dates import hits
from tui.analysis.facts.lexicon import table
from tui.analysis.facts.numbers import numbers
from tui.analysis.facts.page import read
from tui.analysis.facts.vouched import vouched
from tui.analysis.facts.when import Clock
from tui.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.facts.dates import Hit
    from tui.analysis.facts.page import Page
    from tui.analysis.facts.scene import Finding, Scene
    from tui.model import Argument, Draft, Entity, Mention

_FAMILIES = (
    quantities.find,
    replies.find,
    contacts.find,
    calls.find,
    talks.find,
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
    clock = Clock(draft, _day(draft.published))
    for place in _scenes(draft, usable, clock):
        clock.hear(place)
        for finding in _findings(place):
            fact = _fact(document, place, finding, clock)
            facts.setdefault(fact.id, fact)
    return tuple(sorted(facts.values(), key=lambda fact: (fact.evidence.start, fact.evidence.end)))


def _scenes(draft: Draft, mentions: Sequence[Mention], clock: Clock) -> Iterator[Scene]:
    speaker = scene.Speaker()
    title = draft.title_span
    parts = ((title,) if title is not None else ()) + draft.body
    pages = [read(draft.text[part.start : part.end], part.start) for part in parts]
    dated = [hits(page, clock.day) for page in pages]
    if title is not None and len(pages) > 1:
        clock.lead(pages[1], dated[1], next(scene.sentences(pages[1].fold), (0, 0))[1])
    for part, page, dates in zip(parts, pages, dated, strict=True):
        if draft.body and part is draft.body[0]:
            clock.reset()
        within = [one for one in mentions if part.start <= one.start and one.end <= part.end]
        names = [scene.Named(page.folded(one.start), page.folded(one.end), one) for one in within]
        names.sort(key=lambda name: (name.start, -name.end))
        figures = numbers(page, [(hit.start, hit.end) for hit in dates])
        for start, end in scene.sentences(page.fold):
            speaker.age += 1
            first, last = page.span(start, end)
            one = scene.Scene(
                page,
                start,
                end,
                [name for name in names if start <= name.start < end],
                [hit for hit in dates if start <= hit.start < end and not _named(names, hit)],
                [figure for figure in figures if first <= figure.start < last],
                part is title,
                speaker,
                _forms(page, start, end),
            )
            yield one
            parties.remember(one)


def _named(names: Sequence[scene.Named], hit: Hit) -> bool:
    """Whether what reads as a date is a part of a name (صحيفة «المصري اليوم»)."""
    return any(
        name.start <= hit.start and hit.end <= name.end and name.mention.type in ("organisation", "product")
        for name in names
    )


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
            if not finding.attribution and finding.rule != "org.country":  # the writer's own, whoever speaks
                _attribute(place, finding, said)
            yield finding


def _attribute(place: Scene, finding: Finding, said: list[Finding]) -> None:
    """Give a finding those on whose word it stands; a figure on the word of somebody not made out is less sure."""
    aside = place.fold[place.start : finding.predicate.start]
    if finding.kind == "org_fact" and aside.count("(") > aside.count(")"):
        return  # a remark of the writer's within another's words
    found = wording.attribution(place, finding, said) or vouched(place, finding)
    if found is not None:
        finding.attribution = found
    elif finding.quantity is not None:
        finding.rule = "quantity.untraced"


def _fact(document: str, place: Scene, finding: Finding, clock: Clock) -> Fact:
    subject, content = scene.argument(place, finding.subject), scene.argument(place, finding.object)
    relation, proof = scene.predicate(place, finding), scene.evidence(place, finding, clock.draft.text)
    when = clock.time(place, finding) if finding.kind != "org_fact" else None  # a day told with it is another fact's
    dated = finding.quantity is not None or finding.kind == "visit"
    coming = finding.kind == "visit" and place.is_title and clock.coming
    if dated and finding.modality == "asserted" and (coming or clock.ahead(when, proof)):
        finding.modality = "planned"  # تشغيل 25 ألف عاطل in a month to come, يؤدي زيارة يومي كذا
    parts = (document, finding.kind, proof.exact, _key(subject), relation.text, _key(content))
    return Fact(
        id=sha1("|".join(parts).encode("utf-8", "replace"), usedforsecurity=False).hexdigest(),
        kind=finding.kind,
        subject=subject,
        predicate=relation,
        object=content,
        quantity=finding.quantity,
        time=when,
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


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:  # a year, a month or nothing
        return None
