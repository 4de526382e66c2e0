"""Facts as FollowTheMoney entities, a line of JSON each: articles, who and what they name, and an event a fact.

Schemata and properties are those of followthemoney 4 (https://followthemoney.tech); the tests hold every line to it.
"""

from __future__ import annotations

from hashlib import sha1
from typing import TYPE_CHECKING

from tui.arabic.direction import unisolated
from tui.arabic.entity_id import name_in
from tui.files import json_line
from tui.ui import fact_page, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.model import ArticleRow, StoredFact

_SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Address",
    "product": "Asset",
    "event": "Event",
}


def lines(facts: Iterable[StoredFact]) -> Iterator[str]:
    """Each article and each entity once, before the first fact that speaks of it."""
    told: set[str] = set()
    for stored in facts:
        for made in (_article(stored.article), *_named(stored), _event(stored)):
            if made["id"] not in told:
                told.add(str(made["id"]))
                yield json_line(made)


def _made(schema: str, key: str, properties: Mapping[str, Sequence[str]]) -> dict[str, object]:
    kept = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": _id(key), "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _id(key: str) -> str:
    return "warraq-" + sha1(key.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def _article(row: ArticleRow) -> dict[str, object]:
    properties = {"title": [row.title], "publisher": [row.source], "publishedAt": [_date(row.published)]}
    return _made("Article", f"article {row.title} {row.source} {row.published}", properties)


def _named(stored: StoredFact) -> Iterator[dict[str, object]]:
    """The entities of a fact, by the names that it gives them."""
    fact = stored.fact
    fillers = [(one.entity, one.text) for one in (fact.subject, fact.object) if one and one.entity]
    fillers += [(one.entity, one.source) for one in fact.attribution if one.entity]
    for entity, name in fillers:
        kind = entity.partition(":")[0]
        field = "full" if kind == "place" else "name"
        yield _made(_SCHEMATA.get(kind, "Asset"), entity, {field: [name or name_in(entity)]})


def _event(stored: StoredFact) -> dict[str, object]:
    fact, row = stored.fact, stored.article
    article = _article(row)
    involved = [one for one in fact_page.entities_of((fact,)) if not one.startswith("place:")]
    places = [one for one in fact_page.entities_of((fact,)) if one.startswith("place:")]
    properties = {
        "name": [unisolated(words.summary(fact))],
        "summary": [fact.evidence.exact],
        "description": [unisolated(f"{words.kind(fact.kind)}: {words.certainty(fact)}")],
        "date": [_date(fact.time.start if fact.time else row.published)],
        "involved": [_id(one) for one in involved],
        "addressEntity": [_id(one) for one in places],
        "proof": [str(article["id"])],
        "keywords": [fact.kind],
        "notes": [stored.verdict],
    }
    return _made("Event", f"fact {fact.id}", properties)


def _date(text: str) -> str:
    """A date as FollowTheMoney takes it: a year, month or day, none of a form that only EDTF has."""
    day = text[:10]
    return day if day.replace("-", "").isdigit() and len(day) in {4, 7, 10} else ""
