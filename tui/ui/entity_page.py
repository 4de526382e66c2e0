"""View model: an entity's page as entries under headings, each of which may lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.direction import isolate
from tui.i18n import _, ngettext
from tui.ui import entity_words, words
from tui.ui.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model import EntityView, Facet, Period

_RELATED, _FACTS, _ARTICLES, _REASONS = 12, 12, 20, 2
"""Entries of each kind, and reasons for each name; the filter shows the other articles."""


def page(view: EntityView, day: str = "") -> tuple[Entry, ...]:
    """All that is shown of an entity.

    Args:
        view: of it.
        day: ISO; of outside knowledge only what holds on it is shown. '' for all of it.
    """
    sections = (
        ("", _head(view)),
        (_("Names"), _names(view)),
        (_("Over time"), _time(view)),
        (_("Named with it"), [_facet(facet) for facet in view.related[:_RELATED]]),
        *_packs(view, day),
        (_("Facts"), [*_facts(view), *_timeline(view)]),
        (_("Articles"), _articles(view)),
        (_("Corrections"), _corrections(view)),
    )
    return tuple(_joined(sections))


def _joined(sections: Sequence[tuple[str, Sequence[Entry]]]) -> Iterator[Entry]:
    for heading, entries in sections:
        if entries:
            yield from [Entry(""), Entry(heading, "heading")] if heading else []
            yield from entries


def _head(view: EntityView) -> list[Entry]:
    entity = view.entity
    mentions = ngettext("{count} mention", "{count} mentions", entity.mentions).format(count=f"{entity.mentions:,}")
    about = words.joined((words.type_name(entity.type), words.articles(view.articles), mentions))
    outside = words.joined((entity.latin, entity.wikidata))
    return [Entry(isolate(entity.name), "name"), *([Entry(outside, "faint")] if outside else []), Entry(about, "faint")]


def _names(view: EntityView) -> list[Entry]:
    entries = []
    for seen in view.seen:
        why = tuple(entity_words.reason(reason) for reason, _count in seen.reasons[:_REASONS])
        text = words.joined((seen.surface, f"{seen.count:,}"))
        entries.append(Entry(text, "plain", "name", seen.surface, notes=why))
    return entries


def _time(view: EntityView) -> list[Entry]:
    if len(view.periods) < 2:
        return []
    most = max(view.periods, key=lambda period: period.count)
    said = _("{first} – {last}; most in {most}: {articles}").format(
        first=isolate(words.day(view.periods[0].start)),
        last=isolate(words.day(view.periods[-1].start)),
        most=isolate(words.day(most.start)),
        articles=isolate(words.articles(most.count)),
    )
    return [Entry("", "chart", periods=view.periods), Entry(said, "faint")]


def _facet(facet: Facet) -> Entry:
    text = words.joined((facet.entity.name, f"{facet.count:,}"))
    return Entry(text, facet.entity.type, "entity", facet.entity.id)


def _facts(view: EntityView) -> list[Entry]:
    entries = []
    for stored in view.without_unsure().facts[:_FACTS]:
        evidence = stored.fact.evidence
        head = " · ".join((words.certainty(stored.fact), words.kind(stored.fact.kind)))
        about = f"{head} · {isolate(words.day(stored.article.published))}"
        span = (evidence.start, evidence.end)
        text = words.summary(stored.fact)
        entries.append(Entry(text, "plain", "fact", article=stored.article.id, span=span, notes=(about,)))
    return entries


def _timeline(view: EntityView) -> list[Entry]:
    """The way to all that is said of it."""
    sure = view.without_unsure().facts
    return [Entry(_("In the order of time"), "agrees", "timeline", view.entity.id)] if sure else []


def _packs(view: EntityView, on: str) -> list[tuple[str, list[Entry]]]:
    """What others say, a box a pack: it is not from the articles. What holds on a day, and that there is more."""
    packs: dict[str, list[Entry]] = {}
    others: dict[str, int] = {}
    for one in view.statements:
        entries = packs.setdefault(one.pack, [])
        if entity_words.holds(one, on):
            notes = (entity_words.when(one), one.source)
            entries.append(Entry(entity_words.statement(one), "box", "statement", notes=tuple(filter(None, notes))))
        else:
            others[one.pack] = others.get(one.pack, 0) + 1
    for pack, count in others.items():
        packs[pack].append(Entry(entity_words.at_other_times(count, on), "box", "times", view.entity.id))
    return [(entity_words.known_from(pack, view.packs.get(pack, "")), entries) for pack, entries in packs.items()]


def _articles(view: EntityView) -> list[Entry]:
    return [
        Entry(
            isolate(row.title),
            "plain",
            "article",
            article=row.id,
            notes=(words.joined((row.source, words.day(row.published))),),
        )
        for row in view.rows[:_ARTICLES]
    ]


def _corrections(view: EntityView) -> list[Entry]:
    return [
        Entry(entity_words.correction(one), "plain", "correction", one.id, notes=(words.day(one.made),))
        for one in view.corrections
    ]


# ---------------------------------------------------------------- choosing

NEW = "new"
"""The choice of an entity that there is not yet."""


def choices(prompt: str, found: Sequence[Facet], *, new: str = "") -> tuple[Entry, ...]:
    """Entities to choose from.

    Args:
        prompt: the question.
        found: the entities.
        new: what stands for an entity that there is not yet; '' where none may be chosen.
    """
    others = [
        Entry(
            words.joined((facet.entity.name, words.type_name(facet.entity.type), words.articles(facet.count))),
            facet.entity.type,
            "choice",
            facet.entity.id,
        )
        for facet in found
    ]
    first = [Entry(new, "plain", "choice", NEW)] if new else []
    return (Entry(prompt, "heading"), *first, *others)


def types(prompt: str, kinds: Sequence[str]) -> tuple[Entry, ...]:
    """Types of entities to choose from."""
    named = [Entry(words.type_name(kind), kind, "choice", kind) for kind in kinds]  # type: ignore[arg-type]
    return (Entry(prompt, "heading"), *named)


# ---------------------------------------------------------------- the chart

_EIGHTHS = " ▁▂▃▄▅▆▇█"
CHART = 3
"""Lines of the chart."""


def chart(periods: Sequence[Period], width: int) -> tuple[str, ...]:
    """Bars of the counts from the left on, at most as wide as there is room; where there is not, periods are joined."""
    together = -(-len(periods) // width)
    counts = [sum(period.count for period in periods[at : at + together]) for at in range(0, len(periods), together)]
    wide = max(1, min(4, width // len(counts)))
    most = max(*counts, 1)
    # A single article is seen too.
    heights = [max(1, round(count * 8 * CHART / most)) if count else 0 for count in counts]
    return tuple(
        "".join(_EIGHTHS[max(0, min(8, height - 8 * below))] * wide for height in heights)
        for below in range(CHART - 1, -1, -1)
    )
