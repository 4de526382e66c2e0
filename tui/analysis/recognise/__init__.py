"""Finds names in a draft: rules over tables and grammar, and a trained tagger that has them as part of its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.recognise.candidate import Candidate
    from tui.model import Draft


def recognise(draft: Draft) -> tuple[Candidate, ...]:
    """The names of title and body: disjoint candidates in the order of the text.

    Args:
        draft: an article; spans point into its text as it is stored.
    """
    from tui.analysis.recognise import propagate, rules, tagger
    from tui.analysis.recognise.combine import combine
    from tui.analysis.recognise.select import select
    from tui.analysis.recognise.tokens import tokenise

    passage = tokenise(draft)
    hints = rules.find(passage)
    names = combine(tagger.find(passage, hints), hints)
    return select((*names, *propagate.find(passage, names)))
