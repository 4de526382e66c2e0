"""The parts of analysis that the library joins with the store, which knows nothing of how it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tui.model import Analysis, Corrections, Draft, Entity, Fact, FactLink


class Known(Protocol):
    """What is known of names."""

    def find(self, key: str) -> tuple[Entity, ...]:
        """Entities known under this folded name, most named first."""
        ...

    def corrections(self) -> Corrections:
        """What the reader put right, as far as it holds."""
        ...


@frozen
class Analyser:
    """The parts of analysis that the library joins with the store.

    Attributes:
        analyse: a draft and what is known (`find(key)` gives entities) to what is in the draft.
        keys: the folded whole names of an entity.
        block_keys: the numbers under which a fact meets those it may be linked with.
        compare: the link from one fact to another of a different article, if any; given both, and all facts of
            the article of each.
        recognise: the part of `analyse` that needs no library, and takes most of the time: it finds names, in a form
            that processes can hand on. None where it is no part by itself.
        resolve: the rest of `analyse`, given a draft, what is known, those names, and what came of them before.
    """

    analyse: Callable[[Draft, Known], Analysis]
    keys: Callable[[Entity], Iterable[str]]
    block_keys: Callable[[Fact], Sequence[int]]
    compare: Callable[[Fact, Fact, Sequence[Fact], Sequence[Fact]], FactLink | None]
    recognise: Callable[[Draft], object] | None = None
    resolve: Callable[[Draft, Known, Any, Analysis | None], Analysis] | None = None

    def again(self, draft: Draft, known: Known, names: object, before: Analysis | None = None) -> Analysis:
        """Analyse a draft whose names were found before, with what is known now.

        Args:
            draft: of an article.
            known: what is known of names.
            names: as `recognise` gave them; None where they are to be found too.
            before: what came of them with what was known then.
        """
        if self.resolve is None or names is None:
            return self.analyse(draft, known)
        return self.resolve(draft, known, names, before)
