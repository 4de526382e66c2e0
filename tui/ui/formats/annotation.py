"""Facts as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), a line of JSON-LD each.

The target is the stretch of the article that proves the fact, told by its words and by its place in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.direction import unisolated
from tui.files import json_line
from tui.ui import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.model import StoredFact

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def lines(facts: Iterable[StoredFact]) -> Iterator[str]:
    """An annotation a fact."""
    return (json_line(_annotation(stored)) for stored in facts)


def _annotation(stored: StoredFact) -> dict[str, object]:
    fact, row = stored.fact, stored.article
    said = unisolated(f"{words.summary(fact)} ({words.kind(fact.kind)}, {words.certainty(fact)})")
    body = [{"type": "TextualBody", "value": said, "format": "text/plain", "language": "ar", "purpose": "describing"}]
    body.append({"type": "TextualBody", "value": fact.kind, "format": "text/plain", "purpose": "tagging"})
    if stored.verdict:
        body.append({"type": "TextualBody", "value": stored.verdict, "format": "text/plain", "purpose": "assessing"})
    proof = fact.evidence
    quote = {"type": "TextQuoteSelector", "exact": proof.exact, "prefix": proof.prefix, "suffix": proof.suffix}
    place = {"type": "TextPositionSelector", "start": proof.start, "end": proof.end}
    return {
        "@context": CONTEXT,
        "id": f"urn:warraq:fact:{fact.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": {"source": f"urn:warraq:article:{row.id}", "selector": [quote, place]},
    }
