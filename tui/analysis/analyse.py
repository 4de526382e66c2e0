"""One draft in; its mentions, entities and facts out: a pure function of the text, the tables and the date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.resolve import NOTHING
from tui.model import Analysis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.recognise.candidate import Candidate
    from tui.analysis.recognise.plugins import Recognise
    from tui.analysis.resolve import Known
    from tui.model import Draft, Entity


def analyse(draft: Draft, known: Known = NOTHING, recognise: Recognise | None = None) -> Analysis:
    """Find what a draft's title and body name and claim.

    Args:
        draft: an article.
        known: the entities of the library, so that one entity keeps one id.
        recognise: finds the names (`plugins.recogniser`); None for Warraq's own.

    Raises:
        RecogniserError, TaggingError: another one than Warraq's own cannot be used, or failed.
    """
    from tui.analysis.recognise import recognise as own

    return resolved(draft, known, (recognise or own)(draft))


def resolved(draft: Draft, known: Known, names: Sequence[Candidate], before: Analysis | None = None) -> Analysis:
    """The same where the names were found before, and maybe all else too: what is known of them has changed since."""
    from tui.analysis.facts import extract
    from tui.analysis.resolve import resolve

    mentions, entities, merged = resolve(draft, names, known)
    if before and mentions == before.mentions and _ids(entities) == _ids(before.entities):
        facts = before.facts  # they speak of nothing else
    else:
        facts = extract(draft, mentions, entities)
    return Analysis(mentions, entities, facts, merged)


def _ids(entities: Sequence[Entity]) -> set[str]:
    return {entity.id for entity in entities}
