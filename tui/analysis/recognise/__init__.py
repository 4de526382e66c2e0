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
    from tui.analysis.recognise import bodies, demonyms, gazetteer, persons, propagate, quoted
    from tui.analysis.recognise.select import select
    from tui.analysis.recognise.tokens import tokenise

    tokens = tokenise(draft)
    if not tokens:
        return ()
    text = draft.text
    finders = (gazetteer.find, demonyms.find, persons.find, bodies.find, quoted.find, quoted.acronyms)
    candidates = [candidate for finder in finders for candidate in finder(text, tokens)]
    first = select(candidates)
    return select((*first, *candidates, *propagate.find(text, tokens, first)))
