"""Values of the model as JSON: the shapes that the interface promises."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model import (
        Argument,
        ArticleRow,
        Draft,
        Entity,
        Facet,
        Fact,
        FactLink,
        LinkedFact,
        Mention,
        Quantity,
        Span,
        Statement,
        StoredFact,
    )

Json = dict[str, Any]


def article(draft: Draft) -> Json:
    """Where the parts of an article stand in its text."""
    title = draft.title_span
    return {
        "title": {"text": draft.text[title.start : title.end], **asdict(title)} if title else None,
        "section": _span(draft.section),
        "source": draft.source or None,
        "published": draft.published or None,
        "language": draft.language,
        "dateline": _span(draft.dateline),
        "body": [asdict(span) for span in draft.body],
        "caption": _span(draft.caption),
        "dropped": [asdict(part) for part in draft.dropped],
    }


def mention(value: Mention) -> Json:
    """A mention; `entity` is null where it could not be told."""
    return {**asdict(value), "entity": value.entity or None}


def entity(value: Entity) -> Json:
    """An entity with all its names."""
    return {
        **asdict(value),
        "names": list(value.names),
        "latin": value.latin or None,
        "wikidata": value.wikidata or None,
    }


def facet(value: Facet) -> Json:
    """An entity and how many articles name it."""
    shape = entity(value.entity)
    del shape["mentions"]
    return {**shape, "count": value.count}


def fact(value: Fact) -> Json:
    """A fact without its links."""
    return {
        "id": value.id,
        "kind": value.kind,
        "subject": _argument(value.subject),
        "predicate": {"text": value.predicate.text, "property": value.predicate.property or None},
        "object": _argument(value.object),
        "quantity": _quantity(value.quantity),
        "time": asdict(value.time) if value.time else None,
        "place": value.place or None,
        "polarity": value.polarity,
        "modality": value.modality,
        "attribution": [{**asdict(part), "entity": part.entity or None} for part in value.attribution],
        "evidence": asdict(value.evidence),
        "confidence": value.confidence,
        "rule": value.rule,
    }


def link(value: FactLink) -> Json:
    """A link to another fact, by its id."""
    return {"fact": value.fact, "relation": value.relation, "why": value.why}


def row(value: ArticleRow, entities: Iterable[Entity] | None = None) -> Json:
    """An article as lists show it."""
    shape = asdict(value)
    for key in ("source", "published"):
        shape[key] = shape[key] or None
    if entities is not None:
        shape["entities"] = [{"id": e.id, "type": e.type, "name": e.name, "mentions": e.mentions} for e in entities]
    return shape


def linked(value: LinkedFact) -> Json:
    """A link to a fact of another article, with that article."""
    return {**link(value.link), "article": row(value.article), "copied": value.copied, "source": value.source}


def stored(value: StoredFact) -> Json:
    """A fact with its article and its links."""
    links = [linked(part) for part in value.links]
    said = {"verdict": value.verdict or None, "sure": value.sure}
    return {**fact(value.fact), "article": row(value.article), "links": links, **said}


def statement(value: Statement) -> Json:
    """A statement of outside knowledge."""
    return {**asdict(value), "start": value.start or None, "end": value.end or None}


def _span(value: Span | None) -> Json | None:
    return asdict(value) if value else None


def _argument(value: Argument | None) -> Json | None:
    return {**asdict(value), "entity": value.entity or None} if value else None


def _quantity(value: Quantity | None) -> Json | None:
    return {key: _plain(part) for key, part in asdict(value).items()} if value else None


def _plain(value: object) -> object:
    """180 instead of 180.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
