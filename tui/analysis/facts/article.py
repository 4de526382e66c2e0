"""Reading an article's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Draft, Entity, Fact, Mention


def extract(draft: Draft, mentions: Sequence[Mention], entities: Sequence[Entity]) -> tuple[Fact, ...]:
    """The facts that an article claims, in the order of their evidence."""
    del draft, mentions, entities
    return ()
