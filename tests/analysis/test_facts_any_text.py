"""Facts of any text at all: no error, and evidence, fillers and ids that hold what they promise."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.facts import extract
from tui.analysis.facts.lexicon import rows
from tui.analysis.facts.link import block_keys, compare
from tui.model import Draft, Entity, Mention, Span

_CUES = sorted({form for table in ("cues", "deeds", "comparators", "currencies", "times") for form, *_ in rows(table)})
_SIGNS = [
    "،",
    ".",
    ":",
    "“",
    "”",
    '"',
    "(",
    ")",
    "؟",
    "إن",
    "أن",
    "إلا",
    "و",
    "ب",
    "مع",
    "\u200f",
    "\u0640",
    "\ufffd",
    "\n",
]
_FIGURES = ["180", "3-1", "50 ألف", "٣٫٥٪", "مئة وثمانين", "18 تموز/ يوليو", "منذ عام 2013", "شخصين"]
_NAMES = {"حنبعل": "person", "قرطاج": "place", "روما": "place", "مجلس الشيوخ": "organisation", "ويندوز": "product"}
_PIECES = st.sampled_from([*_CUES, *_SIGNS * 20, *_FIGURES * 20, *list(_NAMES) * 60])


def _draft(pieces: list[str]) -> tuple[Draft, tuple[Mention, ...]]:
    text, mentions = "", []
    for piece in pieces:
        if piece in _NAMES:
            kind = _NAMES[piece]
            place = len(text)
            mentions.append(Mention(place, place + len(piece), piece, kind, "name", f"{kind}:{piece}", ""))  # type: ignore[arg-type]
        text += piece + (" " if piece not in "وب" else "")
    half = len(text) // 2
    return Draft(text, title_span=Span(0, half), body=(Span(half, len(text)),), published="2021-07-28"), tuple(mentions)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=60))
def test_any_sequence_of_words(pieces: list[str]) -> None:
    draft, mentions = _draft(pieces)
    entities = tuple({one.entity: Entity(one.entity, "person", one.surface) for one in mentions}.values())
    facts = extract(draft, mentions, entities)
    assert len({fact.id for fact in facts}) == len(facts)
    for fact in facts:
        proof = fact.evidence
        assert draft.text[proof.start : proof.end] == proof.exact != ""
        assert draft.text[: proof.start].endswith(proof.prefix)
        assert draft.text[proof.end :].startswith(proof.suffix)
        for filler in (fact.subject, fact.object):
            if filler is not None and filler.start is not None and filler.end is not None:
                assert draft.text[filler.start : filler.end] == filler.text != ""
        if fact.kind in ("statement", "denial", "commitment", "no_comment"):
            assert fact.subject is not None
        block_keys(fact)
        for other in facts[:5]:
            compare(fact, other)
    assert facts == extract(draft, mentions, entities)
