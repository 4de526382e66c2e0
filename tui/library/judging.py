"""What the reader says of facts, and the library that remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.fingerprint import digest_name
from tui.library.clock import now
from tui.model import Change, Verdict
from tui.store import articles, facts, verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model import Fact
    from tui.store.connection import Connections


class Judging:
    """The part of `Library` that keeps verdicts on facts."""

    _connections: Connections

    def verdicts(self) -> tuple[Verdict, ...]:
        """All that was said, the oldest first."""
        with self._connections.read() as connection:
            return verdicts.everyone(connection)

    def lost_verdicts(self) -> tuple[Verdict, ...]:
        """What was said of facts that are found no more."""
        with self._connections.read() as connection:
            return verdicts.lost(connection, facts.read)

    def judge(self, article: int, fact: Fact, verdict: str, *, other: str = "") -> Change:
        """Say of a fact that it is `right` or `wrong`, or `apart` from another one; '' takes it back.

        Args:
            article: the fact's.
            fact: of the article.
            verdict: what is said.
            other: the id of the fact that it is not the same as.

        Returns:
            What was changed by it, for `undo`.

        Raises:
            UnknownItem: there is no such article.
        """
        with self._connections.write() as connection:
            draft = articles.draft_of(connection, article)
            digest = digest_name(draft.title, draft.text)
            said = Verdict(fact.id, other, verdict, digest, fact.kind, fact.evidence.exact, now())
            return Change(verdicts=(verdicts.give(connection, said),))

    def take_back_verdicts(self, said: Iterable[Verdict]) -> Change:
        """Say again what was said before; see `undo`."""
        with self._connections.write() as connection:
            return Change(verdicts=tuple([verdicts.give(connection, one) for one in said]))

    def add_verdicts(self, said: Iterable[Verdict]) -> None:
        """Keep verdicts of another library; what was said here stands."""
        with self._connections.write() as connection:
            for one in said:
                verdicts.bring(connection, one)
