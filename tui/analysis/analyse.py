"""One draft in; its mentions, entities and facts out: a pure function of the text, the tables and the date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.resolve import NOTHING
from tui.model import Analysis

if TYPE_CHECKING:
    from tui.analysis.recognise.plugins import Recognise
    from tui.analysis.resolve import Known
    from tui.model import Draft


def analyse(draft: Draft, known: Known = NOTHING, recognise: Recognise | None = None) -> Analysis:
    """Find what a draft's title and body name and claim.

    Args:
        draft: an article.
        known: the entities of the library, so that one entity keeps one id.
        recognise: finds the names (`plugins.recogniser`); None for Warraq's own.

    Raises:
        RecogniserError, TaggingError: another one than Warraq's own cannot be used, or failed.
    """
    from tui.analysis.facts import extract
    from tui.analysis.recognise import recognise as own
    from tui.analysis.resolve import resolve

    mentions, entities, merged = resolve(draft, (recognise or own)(draft), known)
    return Analysis(mentions, entities, extract(draft, mentions, entities), merged)
