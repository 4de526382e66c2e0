"""All rules in one: what tables, grammar and the article itself say, before the tagger is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise import acronyms, bodies, demonyms, gazetteer, persons, propagate, quoted, states
from tui.analysis.recognise.select import select

if TYPE_CHECKING:
    from tui.analysis.recognise.candidate import Candidate
    from tui.analysis.recognise.tokens import Passage

_FINDERS = (gazetteer.find, demonyms.find, persons.find, bodies.find, states.find, quoted.find, acronyms.find)


def find(passage: Passage) -> tuple[Candidate, ...]:
    """The names that the rules find: disjoint candidates in the order of the text."""
    candidates = [candidate for find_some in _FINDERS for candidate in find_some(passage)]
    first = select(candidates)
    return select((*candidates, *propagate.find(passage, first)))
