"""Facts as FollowTheMoney entities, a line of JSON each: articles, who and what they name, and what they say of these.

Who holds an office is an occupancy, who owns or belongs to what a link, all else an event that the article proves.
What is denied, not certain, or wrong by the reader's word is an event too: a link would claim it. Schemata and
properties are those of followthemoney 4 (https://followthemoney.tech); the tests hold every line to it.
"""

from __future__ import annotations

from hashlib import sha1
from typing import TYPE_CHECKING

from tui.arabic.direction import unisolated
from tui.arabic.entity_id import name_in
from tui.arabic.normalise import words as tokens
from tui.files import json_line
from tui.ui import fact_page, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.model import ArticleRow, Evidence, Fact, StoredFact

_SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Address",
    "product": "Asset",
    "event": "Event",
}
_LEGAL = ("person:", "organisation:")
_CERTAIN = ("asserted", "established", "reported")
_OWNED_BY, _MEMBER_OF = "P127", "P463"


def lines(facts: Iterable[StoredFact]) -> Iterator[str]:
    """Each article and each entity once, before the first fact that speaks of it."""
    told: set[str] = set()
    for stored in facts:
        for made in (_article(stored.article), *_named(stored), *_said(stored)):
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
    if ":" in fact.place:
        fillers.append((fact.place, _spelled(fact.place, fact.evidence)))
    for entity, name in fillers:
        kind = entity.partition(":")[0]
        field = "full" if kind == "place" else "name"
        yield _made(_SCHEMATA.get(kind, "Asset"), entity, {field: [name or name_in(entity)]})


def _spelled(entity: str, evidence: Evidence) -> str:
    """An entity's name as the text around the evidence writes it, which its id does not tell; '' where it does not."""
    text, name = f"{evidence.prefix}{evidence.exact}{evidence.suffix}", name_in(entity)
    found, count = tokens(text), name.count(" ") + 1
    for first, last in zip(found, found[count - 1 :], strict=False):
        folded = " ".join(token.fold for token in found if first.start <= token.start <= last.start)
        if folded.endswith(name) and len(folded) <= len(name) + 2:  # the letters of وبـ stand before a name
            return text[first.start + len(folded) - len(name) : last.end]
    return ""


def _said(stored: StoredFact) -> Iterator[dict[str, object]]:
    """What a fact says: a link between two that are named, or an event."""
    fact = stored.fact
    certain = fact.polarity == "affirmed" and fact.modality in _CERTAIN and stored.verdict != "wrong"
    one, other = (filler.entity if filler else "" for filler in (fact.subject, fact.object))
    if certain and fact.kind == "role" and one.startswith("person:") and fact.object:
        yield from _office(stored, fact.object.text, one, other)
    elif certain and fact.kind == "org_fact" and one and other:
        yield _link(stored, one, other)
    else:
        yield _event(stored)


def _office(stored: StoredFact, office: str, holder: str, of: str) -> Iterator[dict[str, object]]:
    """An office by its words, and that somebody holds it."""
    post = f"post {office} {of}"
    where = {"organization": [_id(of)] if of.startswith("organisation:") else []}
    where["addressEntity"] = [_id(of)] if of.startswith("place:") else []
    yield _made("Position", post, {"name": [office], **where})
    properties = {"holder": [_id(holder)], "post": [_id(post)], **_proven(stored)}
    yield _made("Occupancy", f"fact {stored.fact.id}", properties)


def _link(stored: StoredFact, one: str, other: str) -> dict[str, object]:
    """Who owns what, who is a member of what, or a link in the text's own words."""
    fact, legal, product = stored.fact, other.startswith(_LEGAL), one.startswith("product:")
    role = {"role": [fact.predicate.text], **_proven(stored)}
    if fact.predicate.property == _OWNED_BY and legal and product:
        return _made("Ownership", f"fact {fact.id}", {"owner": [_id(other)], "asset": [_id(one)], **role})
    if fact.predicate.property == _MEMBER_OF and one.startswith(_LEGAL) and other.startswith("organisation:"):
        return _made("Membership", f"fact {fact.id}", {"member": [_id(one)], "organization": [_id(other)], **role})
    return _made("UnknownLink", f"fact {fact.id}", {"subject": [_id(one)], "object": [_id(other)], **role})


def _event(stored: StoredFact) -> dict[str, object]:
    """A fact as something that happened, was said or was counted, with who and what it names."""
    fact = stored.fact
    named = [one for one in fact_page.entities_of((fact,)) if one != fact.place]
    fillers = (fact.subject, fact.object)
    others = {one.entity: one.text for one in fillers if one and not one.entity.startswith(_LEGAL)}
    properties = {
        "name": [unisolated(words.summary(fact)) or fact.kind],
        "involved": [_id(one) for one in named if one.startswith(_LEGAL)],
        "locationMentioned": [text for entity, text in others.items() if entity.startswith("place:")],
        "namesMentioned": [text for entity, text in others.items() if entity.startswith(("product:", "event:"))],
        "addressEntity": [_id(fact.place)] if ":" in fact.place else [],
        "location": [_spelled(fact.place, fact.evidence) or name_in(fact.place) or fact.place],
        "keywords": [fact.kind],
        "notes": [stored.verdict],
        **_proven(stored),
    }
    return _made("Event", f"fact {fact.id}", properties)


def _proven(stored: StoredFact) -> dict[str, Sequence[str]]:
    """What every fact says: its evidence, how sure it is, where it stands and when it was."""
    fact, row = stored.fact, stored.article
    return {
        "summary": [fact.evidence.exact],
        "description": [unisolated(f"{words.kind(fact.kind)}: {words.certainty(fact)}")],
        "proof": [str(_article(row)["id"])],
        "recordId": [fact.id],
        **_when(fact, row),
    }


def _when(fact: Fact, row: ArticleRow) -> dict[str, Sequence[str]]:
    """The days of a fact: the article's where it names none, nothing where it names one that is not understood."""
    if fact.time is None:
        return {"date": [_date(row.published)]}
    start, end = _date(fact.time.start), _date(fact.time.end)
    return {"date": [start]} if start == end else {"startDate": [start], "endDate": [end]}


def _date(text: str) -> str:
    """A date as FollowTheMoney takes it: a year, month or day, none of a form that only EDTF has."""
    day = text[:10]
    return day if day.replace("-", "").isdigit() and len(day) in {4, 7, 10} else ""
