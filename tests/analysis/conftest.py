"""Articles for the tests of facts, written with their mentions: `{قرطاج=place:قرطاج}`, `~` before a nation's id."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

import pytest

from tui.analysis.facts import extract
from tui.model import Draft, Entity, EntityType, Fact, Mention, MentionKind, Span

_MARK = re.compile(r"\{([^={}]+)=([~*]?)(\w+):([^{}]+)\}")

Marked = Callable[..., tuple[Fact, ...]]


@pytest.fixture
def facts_of() -> Marked:
    """Extracts the facts of marked paragraphs; the first is the title when `title` is set. `*` marks a role."""

    def extracted(*paragraphs: str, title: bool = False, published: str = "2021-07-28") -> tuple[Fact, ...]:
        text, spans, mentions = "", [], []
        for paragraph in paragraphs:
            start = len(text)
            last = 0
            for match in _MARK.finditer(paragraph):
                text += paragraph[last : match.start()]
                surface, sign, kind, name = match.groups()
                mentions.append((len(text), surface, sign, kind, name))
                text += surface
                last = match.end()
            text += paragraph[last:]
            spans.append(Span(start, len(text)))
            text += "\n\n"
        draft = Draft(
            text, title_span=spans[0] if title else None, body=tuple(spans[1:] if title else spans), published=published
        )
        found = tuple(_mention(*one) for one in mentions)
        entities = {
            one.entity: Entity(one.entity, cast("EntityType", one.entity.split(":")[0]), one.surface) for one in found
        }
        return extract(draft, found, tuple(entities.values()))

    return extracted


def _mention(start: int, surface: str, sign: str, kind: str, name: str) -> Mention:
    sort: MentionKind = "demonym" if sign == "~" else "title" if sign == "*" else "name"
    of = "nationality" if sign == "~" else cast("EntityType", kind)
    return Mention(start, start + len(surface), surface, of, sort, f"{kind}:{name}", "test")
