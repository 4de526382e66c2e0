"""Drafts, mentions and facts as compressed JSON: lists without keys, in the order of the model's fields."""

from __future__ import annotations

import json
import zlib
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tui.errors import LibraryError
from tui.i18n import N_
from tui.model import (
    Argument,
    Attribution,
    Draft,
    Dropped,
    Evidence,
    Fact,
    FactTime,
    Mention,
    Predicate,
    Quantity,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEVEL = 6
_AGAIN = 512  # articles whose facts are kept unpacked


def pack_ids(ids: Iterable[int]) -> bytes:
    """Row ids as unsigned 32-bit little-endian numbers."""
    return array("I", ids).tobytes()


def unpack_ids(packed: bytes) -> array[int]:
    """The ids of `pack_ids`, or of several of its results joined."""
    ids = array("I")
    ids.frombytes(packed)
    return ids


def pack_counts(counts: Iterable[int]) -> bytes:
    """Numbers of mentions as unsigned 16-bit little-endian numbers; more than fit count as the most that do."""
    return array("H", (min(count, 0xFFFF) for count in counts)).tobytes()


def unpack_counts(packed: bytes) -> array[int]:
    """The counts of `pack_counts`."""
    counts = array("H")
    counts.frombytes(packed)
    return counts


def pack_draft(draft: Draft) -> bytes:
    """The whole draft."""
    return _pack(
        [
            draft.text,
            draft.title,
            _span(draft.title_span),
            _span(draft.section),
            _span(draft.dateline),
            _span(draft.caption),
            [_span(span) for span in draft.credits],
            [_span(span) for span in draft.body],
            [[drop.start, drop.end, drop.why] for drop in draft.dropped],
            draft.source,
            draft.published,
            draft.author,
            draft.url,
            draft.tags,
            draft.language,
            draft.origin,
        ]
    )


def unpack_draft(packed: bytes) -> Draft:
    """The draft that `pack_draft` packed, equal to it."""
    text, title, title_span, section, dateline, caption, credit, body, dropped, *rest = _unpack(packed)
    source, published, author, url, tags, language, origin = rest
    return Draft(
        text=text,
        title=title,
        title_span=_to_span(title_span),
        section=_to_span(section),
        dateline=_to_span(dateline),
        caption=_to_span(caption),
        credits=tuple(Span(*span) for span in credit),
        body=tuple(Span(*span) for span in body),
        dropped=tuple(Dropped(*drop) for drop in dropped),
        source=source,
        published=published,
        author=author,
        url=url,
        tags=tuple(tags),
        language=language,
        origin=origin,
    )


def pack_mentions(mentions: Iterable[Mention]) -> bytes:
    """The mentions of one article."""
    return _pack([[m.start, m.end, m.surface, m.type, m.kind, m.entity, m.reason] for m in mentions])


def unpack_mentions(packed: bytes) -> tuple[Mention, ...]:
    """The mentions that `pack_mentions` packed."""
    return tuple(Mention(*values) for values in _unpack(packed))


def pack_facts(facts: Iterable[Fact], keys: Iterable[Sequence[int]]) -> bytes:
    """The facts of one article, each with its blocking keys."""
    return _pack([[_from_fact(fact), list(own)] for fact, own in zip(facts, keys, strict=True)])


@lru_cache(maxsize=_AGAIN)
def unpack_facts(packed: bytes) -> tuple[Fact, ...]:
    """The facts that `pack_facts` packed; those of one day's articles are asked for again and again to be compared."""
    return tuple(_to_fact(values) for values, _ in _unpack(packed))


def unpack_indexed(packed: bytes) -> tuple[tuple[Fact, ...], tuple[tuple[int, ...], ...]]:
    """The facts that `pack_facts` packed, and the blocking keys of each."""
    both = [(_to_fact(values), tuple(keys)) for values, keys in _unpack(packed)]
    return tuple(fact for fact, _ in both), tuple(keys for _, keys in both)


def unpack_keys(packed: bytes) -> tuple[tuple[int, ...], ...]:
    """The blocking keys of each fact that `pack_facts` packed."""
    return tuple(tuple(keys) for _, keys in _unpack(packed))


def _from_fact(fact: Fact) -> list[Any]:
    return [
        fact.id,
        fact.kind,
        _argument(fact.subject),
        [fact.predicate.text, fact.predicate.property],
        _argument(fact.object),
        fact.quantity and [getattr(fact.quantity, name) for name in Quantity.__match_args__],
        fact.time and [getattr(fact.time, name) for name in FactTime.__match_args__],
        fact.place,
        fact.polarity,
        fact.modality,
        [[link.source, link.entity, link.cue, link.quoted] for link in fact.attribution],
        [getattr(fact.evidence, name) for name in Evidence.__match_args__],
        fact.confidence,
        fact.rule,
    ]


def _to_fact(values: list[Any]) -> Fact:
    (id_, kind, subject, predicate, object_, quantity, time, *rest) = values
    (place, polarity, modality, attribution, evidence, confidence, rule) = rest
    return Fact(
        id=id_,
        kind=kind,
        subject=subject and Argument(*subject),
        predicate=Predicate(*predicate),
        object=object_ and Argument(*object_),
        quantity=quantity and Quantity(*quantity),
        time=time and FactTime(*time),
        place=place,
        polarity=polarity,
        modality=modality,
        attribution=tuple(Attribution(*link) for link in attribution),
        evidence=Evidence(*evidence),
        confidence=confidence,
        rule=rule,
    )


def _argument(argument: Argument | None) -> list[Any] | None:
    return [argument.text, argument.start, argument.end, argument.entity] if argument else None


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _to_span(values: list[int] | None) -> Span | None:
    return Span(*values) if values else None


def _pack(value: list[Any]) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), _LEVEL)


def _unpack(packed: bytes) -> Any:
    try:
        return json.loads(zlib.decompress(packed))
    except (zlib.error, ValueError) as error:
        line = N_("an article of the library is damaged; restore a copy of the library file")
        raise LibraryError(line) from error
