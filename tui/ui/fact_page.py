"""View models: a fact beside what other articles say to it, and facts in the order of time."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

from tui.arabic.direction import isolate
from tui.arabic.normalise import words as tokens
from tui.i18n import _
from tui.ui import whys, words
from tui.ui.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.model import ArticleView, Draft, Fact, LinkedFact, StoredFact
    from tui.ui.entries import Look


def comparison(view: ArticleView, fact: Fact) -> tuple[Entry, ...]:
    """A fact's evidence, and below it that of the facts of other articles linked with it; what differs is marked."""
    links = view.links.get(fact.id, ())
    first = links[0].fact.evidence.exact if len(links) == 1 else ""
    article = view.article
    here = _evidence(fact, article.id, first, (article.draft.title, article.draft.source, article.draft.published))
    entries = [Entry(f"{words.certainty(fact)} · {words.kind(fact.kind)}", "heading"), here]
    for linked in links:
        entries += [Entry(""), *_linked(fact, linked)]
    if not links:
        entries += [Entry(""), Entry(_("No other article speaks of it"), "faint")]
    return tuple(entries)


def _linked(fact: Fact, linked: LinkedFact) -> list[Entry]:
    row = linked.article
    verdict = words.relation(fact, linked)
    look: Look = "agrees" if linked.link.relation == "same" else "differs"
    evidence = _evidence(linked.fact, row.id, fact.evidence.exact, (row.title, row.source, row.published))
    why = [Entry(whys.why(fact, linked), "faint")] if linked.link.why else []
    return [Entry(verdict, look), *why, evidence]


def _evidence(fact: Fact, article: int, other: str, where: tuple[str, str, str]) -> Entry:
    """The evidence of a fact, with the words that another one has not."""
    title, source, published = where
    exact = fact.evidence.exact
    return Entry(
        exact,
        "quote",
        "fact",
        article=article,
        span=(fact.evidence.start, fact.evidence.end),
        fact=fact.id,
        marks=differing(exact, other) if other else (),
        notes=(words.joined((source, words.day(published))), isolate(title)),
    )


def differing(text: str, other: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text, of whole words, that another text does not have in this order; half-open."""
    own, its = tokens(text), tokens(other)
    matcher = SequenceMatcher(None, [token.fold for token in own], [token.fold for token in its], autojunk=False)
    return tuple(
        (own[start].start, own[end - 1].end)
        for how, start, end, _first, _last in matcher.get_opcodes()
        if how in {"replace", "delete"}
    )


def timeline(heading: str, found: Iterable[StoredFact]) -> tuple[Entry, ...]:
    """Facts under their days, the oldest first; what has no day comes last; nothing but that there are none."""
    dated = sorted(found, key=lambda stored: (not when(stored), when(stored), stored.article.id))
    entries = [Entry(heading, "name")]
    if not dated:
        entries += [Entry(""), Entry(_("No facts were found in these articles"), "faint")]
    for day, group in groupby(dated, key=when):
        entries += [Entry(""), Entry(words.day(day), "heading"), *map(_told, group)]
    return tuple(entries)


def when(stored: StoredFact) -> str:
    """The day of a fact: its own where the text says one, else the article's; of a text used again, the first's."""
    told = [(stored.fact, stored.article), *((link.fact, link.article) for link in stored.links if link.copied)]
    fact, article = min(told, key=lambda one: one[1].published or "9999")
    own = fact.time.start if fact.time and fact.time.how == "text" and fact.time.start[:4].isdigit() else ""
    return (own or article.published)[:10]


def _told(stored: StoredFact) -> Entry:
    fact, row = stored.fact, stored.article
    notes = [f"{words.certainty(fact)} · {words.kind(fact.kind)}", words.joined((row.source, words.day(row.published)))]
    notes += [text for _relation, text in words.links(fact, stored.links, row.id)[:1]]
    span = (fact.evidence.start, fact.evidence.end)
    return Entry(words.summary(fact), "plain", "fact", article=row.id, span=span, fact=fact.id, notes=tuple(notes))


def citation(fact: Fact, draft: Draft, link: str) -> str:
    """A fact as it is quoted elsewhere: its evidence, on whose word, and where it stands."""
    said_by = " ← ".join(part.source for part in fact.attribution if part.source)
    where = "، ".join(part for part in (draft.source, draft.title, draft.published[:10]) if part)
    lines = [f"«{fact.evidence.exact}»", said_by, where, link]
    return "\n".join(line for line in lines if line)


def entities_of(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The ids of the entities that facts name, in their order."""
    named = [
        id_
        for fact in facts
        for id_ in (
            fact.subject.entity if fact.subject else "",
            fact.object.entity if fact.object else "",
            fact.place,
            *(part.entity for part in fact.attribution),
        )
    ]
    return tuple(dict.fromkeys(id_ for id_ in named if ":" in id_))
