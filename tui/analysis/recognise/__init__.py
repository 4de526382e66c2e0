"""Finds names in a draft: tables and rules; a trained model takes this place later behind the same function."""

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
    from tui.analysis.recognise import acronyms, bodies, demonyms, gazetteer, persons, propagate, quoted, states
    from tui.analysis.recognise.select import select
    from tui.analysis.recognise.tokens import tokenise

    passage = tokenise(draft)
    finders = (gazetteer.find, demonyms.find, persons.find, bodies.find, states.find, quoted.find, acronyms.find)
    candidates = [candidate for find in finders for candidate in find(passage)]
    first = select(candidates)
    return select((*candidates, *propagate.find(passage, first)))
