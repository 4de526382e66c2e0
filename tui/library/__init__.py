"""The one door to the articles: adding, asking, reading, marking.

Any thread may call any method. Each call is one transaction (`rebuild` and `seed`: one an article), and what it returns
is a frozen value that needs the library no more. What adds and analyses is imported when that is wanted: a reader does
without most of the time.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from tui.errors import LibraryError
from tui.library.asking import Asking
from tui.library.correcting import Correcting
from tui.library.judging import Judging
from tui.library.knowing import Knowing
from tui.model import Failed
from tui.recognisers import BUILTIN
from tui.store import forward, marks, search
from tui.store.analyser import Analyser
from tui.store.connection import Connections
from tui.store.index import asking
from tui.store.primitives import DELETED

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from tui.library.care import Care
    from tui.model import Added, Change, Draft
    from tui.recognisers import Chosen


def _unsaid(*_: object) -> None:
    """Where nobody wants to know."""


__all__ = ["Analyser", "Library"]


class Library(Asking, Correcting, Judging, Knowing):
    """An open library; a context manager that closes it."""

    def __init__(
        self, connections: Connections, analyser: Analyser | None = None, recogniser: Chosen = BUILTIN
    ) -> None:
        """Use `Library.open`."""
        self._connections = connections
        self._analyser = analyser
        self._recogniser = recogniser if analyser is None else None
        self._adding = threading.RLock()

    @classmethod
    def open(
        cls, path: Path, *, create: bool = True, analyser: Analyser | None = None, recogniser: Chosen = BUILTIN
    ) -> Self:
        """Open the library in a file.

        Args:
            path: the file; made with its folder where missing.
            create: False to refuse a missing file.
            analyser: what to analyse with; None for `tui.analysis`, which is imported when first needed.
            recogniser: what finds names in `tui.analysis`; it is loaded when the first article is analysed.

        Raises:
            LibraryError: one line on what is wrong with the file and what to do.
        """
        return cls(Connections(path, create=create), analyser, recogniser)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The library file."""
        return self._connections.path

    @property
    def readonly(self) -> str:
        """Why nothing can be changed; '' where it can."""
        return self._connections.readonly

    @property
    def care(self) -> Care:
        """What keeps the file in good health: backup, compaction, figures."""
        from tui.library.care import Care

        return Care(self._connections, self._analysis)

    def close(self) -> None:
        """Close the file; queries still running in other threads end by themselves."""
        self._connections.close()

    def revision(self) -> int:
        """A number that is another one after each change of the library, by this program or another."""
        return self._connections.revision()

    def interrupt(self, thread: int | None = None) -> None:
        """End what other threads are asking just now; they get `Interrupted`. Adding and marking go on.

        Args:
            thread: end what this one (its ident) is asking, and no other.
        """
        self._connections.interrupt(thread)

    # ------------------------------------------------------------ changing

    def add(self, draft: Draft, *, exact: bool = False) -> Added:
        """Analyse and keep an article, unless it, or a near-identical copy of the same outlet, is there already.

        Args:
            draft: the article.
            exact: keep near-identical copies; only the same title and text is there already.

        Raises:
            LibraryError: it cannot be stored; nothing of it is.
        """
        (result,) = self.add_many([draft], exact=exact)
        if isinstance(result, Failed):
            raise LibraryError(result.reason)
        return result

    def add_many(
        self,
        given: Iterable[Path | Draft],
        *,
        analysed: bool = True,
        exact: bool = False,
        source: str = "",
        published: str = "",
        jobs: int | None = None,
    ) -> Generator[Added | Failed]:
        """Analyse and keep many articles, as `add` does one, in several processes where there are many.

        Args:
            given: article files and drafts.
            analysed: False to leave analysis for `rebuild`.
            exact: see `add`.
            source: the outlet of all, instead of the one found.
            published: the date of all, instead of the one found.
            jobs: how many processes; None for one a core.

        Yields:
            What became of each, in order, when it is in the library for good.

        Raises:
            LibraryError: the library cannot be read or written; what was given before is kept.
            RecogniserError: what is to find names cannot be used; the same.
        """
        from tui.library import adding
        from tui.library.preparing import NO_ANALYSIS, Wishes

        wishes = Wishes(analysed, exact, source, published)
        analyser = self._analysis() if analysed else NO_ANALYSIS
        yield from adding.add_many(self._connections, analyser, given, wishes, jobs=jobs, chosen=self._recogniser)

    def unseeded(self, folder: Path) -> bool:
        """Whether the library holds no article, or the oldest of this folder's and no other: a first start cut short.

        Deleted articles count, so that samples that were deleted stay so.
        """
        files = list(folder.glob("*.md"))
        rows = self.page(limit=max(1, len(files)))
        if len(rows) >= max(1, len(files)):  # told without reading a file, since each start asks
            return False
        with asking(self._connections) as (_, index):
            if index.posting(DELETED):
                return False
        from tui.library import adding

        return {row.title for row in rows} == {draft.title for draft in adding.seeds(folder)[: len(rows)]}

    def seed(self, folder: Path) -> Iterator[Added]:
        """Import a folder of articles, oldest first, and its knowledge pack; nothing where other articles are already.

        Raises:
            SourceError: the folder or an article cannot be read.
        """
        if not self.unseeded(folder):
            return
        from tui.library import adding

        for pack in sorted(folder.glob("*.csv")):
            self.add_pack(pack)
        for draft in adding.seeds(folder):
            yield self.add(draft)

    def mark(
        self,
        ids: Iterable[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        deleted: bool | None = None,
        tag: tuple[str, bool] | None = None,
    ) -> Change:
        """Set marks (True) or take them away (False); None leaves one as it is. Any number of articles at once.

        Args:
            ids: of articles; others are passed over.
            read: read or unread.
            starred: starred or not.
            deleted: a deleted article is in no answer any more, but is kept until the library is compacted.
            tag: a tag's name, and whether to set it.

        Returns:
            What was changed by it, for `undo`.
        """
        wanted = {"read": read, "starred": starred, "deleted": deleted, **({f"tag:{tag[0]}": tag[1]} if tag else {})}
        with self._connections.write() as connection:
            return marks.mark(connection, ids, {name: on for name, on in wanted.items() if on is not None})

    def undo(self, change: Change) -> Change:
        """Take back exactly what a change did; what it gives takes that back in turn."""
        if change.corrections:
            return self.take_back(change.corrections)
        if change.verdicts:
            return self.take_back_verdicts(change.verdicts)
        with self._connections.write() as connection:
            return marks.undo(connection, change)

    def tend(self) -> None:
        """Do what makes answers quick and may take a second or two: after an import, or while nobody waits."""
        if not self.readonly:
            forward.tend(self._connections)
            search.tend(self._connections)

    def rebuild(
        self,
        progress: Callable[[int, int], object] | None = None,
        failed: Callable[[int, str], object] | None = None,
        *,
        jobs: int | None = None,
        missing: bool = False,
    ) -> int:
        """Analyse all articles anew, oldest first, many in a transaction; ids and marks stay.

        A rebuild that was cut short goes on where it was.

        Args:
            progress: called with the number done and the number of all.
            failed: called with an article that cannot be analysed, which stays as it was, and the reason.
            jobs: see `add_many`.
            missing: only those that were added without analysis.

        Returns:
            How many articles that makes.
        """
        from tui.library import rebuilding

        analyser = self._analysis()
        with self._adding:
            return rebuilding.rebuild(
                self._connections,
                analyser,
                progress=progress or _unsaid,
                failed=failed or _unsaid,
                jobs=jobs,
                chosen=self._recogniser,
                part="missing" if missing else "all",
            )

    # ------------------------------------------------------------ inside

    def _analysis(self) -> Analyser:
        if self._analyser is None:
            from tui.library.preparing import own_analyser

            self._analyser = own_analyser(self._recogniser or BUILTIN)
        return self._analyser
