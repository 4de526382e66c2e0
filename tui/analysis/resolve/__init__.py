"""Decides which mentions are one entity, within an article and against those known before."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

from tui.model import Corrections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.recognise.candidate import Candidate
    from tui.model import Draft, Entity, Mention


class Known(Protocol):
    """The entities of the library, as far as the resolver needs them."""

    def find(self, key: str) -> tuple[Entity, ...]:
        """Entities known before under a key that `keys` gives."""
        ...

    def corrections(self) -> Corrections:
        """What the reader put right, as far as it holds."""
        ...


class _Nothing:
    """Knows no entity: for an article by itself."""

    def find(self, key: str) -> tuple[Entity, ...]:  # noqa: ARG002 - the protocol's
        return ()

    def corrections(self) -> Corrections:
        return _NONE


_NONE = Corrections()
NOTHING: Known = _Nothing()


def resolve(
    draft: Draft, candidates: Sequence[Candidate], known: Known = NOTHING
) -> tuple[tuple[Mention, ...], tuple[Entity, ...], tuple[tuple[str, str], ...]]:
    """Group the candidates of an article into entities.

    Args:
        draft: the article whose text the candidates point into.
        candidates: what the recogniser found.
        known: the entities of the library.

    Returns:
        The mentions in the order of the text, their entities in the order of their first mention, and pairs (old, new)
        of ids of entities known before that turn out to be one.
    """
    from tui.analysis.recognise.tokens import tokenise
    from tui.analysis.resolve.article import Resolver
    from tui.analysis.resolve.corrections import rulings
    from tui.analysis.resolve.offices import Offices

    ruled = rulings(known.corrections())
    mentions, entities, merged = Resolver(draft, known, ruled).resolve(candidates)
    offices = Offices(tokenise(draft), mentions, entities, known, draft.published)
    offices.resolve()
    counts = Counter(one.entity for one in (*mentions, *offices.mentions))
    every = {one.id: one for one in (*entities, *offices.new.values())}
    mentions = tuple(sorted((*mentions, *offices.mentions), key=attrgetter("start")))
    entities = tuple(replace(one, mentions=counts[one.id]) for one in every.values())
    if ruled:
        mentions, entities = ruled.follow(draft, mentions, entities, known)
    return mentions, entities, ruled.merges(merged)


def keys(entity: Entity) -> tuple[str, ...]:
    """The folded keys under which an entity can be found.

    Each full name, a person's surname, acronyms, the Latin name and each of its words, all folded.
    """
    from tui.analysis.resolve.names import entity_keys

    return entity_keys(entity)
