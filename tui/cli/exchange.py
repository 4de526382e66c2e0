"""`warraq export` and `warraq import`: a library as lines of JSON, and back."""

from __future__ import annotations

import sys
from collections import deque
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.cli.complaint import complain
from tui.cli.working import progress
from tui.errors import LibraryError, SourceError
from tui.i18n import _, direction
from tui.model import Correction, Failed, SavedSearch, Statement, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui.cli.output import Call
    from tui.library import Library
    from tui.model import Added, Draft
    from tui.sources.exported import ArticleRecord, Record

_AT_ONCE = 400  # articles that get their marks together


def export(call: Call) -> int:
    """Write the library, or the articles that match, as lines of JSON to stdout or a file."""
    from tui import query
    from tui.library import Library
    from tui.library.exchange import write

    wanted = query.parse(call.options.query)
    failures: list[int] = []

    def fail(article: int, error: LibraryError) -> None:
        failures.append(article)
        complain(f"article {article}: {error}" if article else str(error))

    with Library.open(call.config.library, create=False) as library:
        ids = library.ids(wanted) if call.options.query else None
        total = _total(library) if ids is None else len(ids)
        found = library.export(None if ids is None else reversed(ids), failed=fail)
        with progress(call.out, _("Exporting articles"), total) as advance:
            counted = _Counted(found, total, advance)
            if call.options.out is None:
                for record in counted:
                    call.out.record(record)
                return 1 if failures else 0
            write(counted, call.options.out, overwrite=call.options.force)
    call.out.edge = direction()
    call.out.row("exported", counted.done, call.options.out)
    return 1 if failures else 0


def _total(library: Library) -> int:
    """How many articles there are; 0 where a damaged file does not tell."""
    try:
        return library.count()
    except LibraryError:
        return 0


class _Counted:
    """Records on their way, with the number of articles among those that have gone."""

    def __init__(self, records: Iterable[dict[str, object]], total: int, advance: Callable[[int, int], object]) -> None:
        self.done = 0
        self._records, self._total, self._advance = records, total, advance

    def __iter__(self) -> Iterator[dict[str, object]]:
        for record in self._records:
            yield record
            self.done += record["record"] == "article"
            self._advance(self.done, self._total)


def bring_in(call: Call) -> int:
    """Bring an export into the library; a broken line is a line on stderr, and the rest goes on."""
    from tui.library import Library
    from tui.sources.exported import records

    call.out.edge = direction()
    given = call.options.path
    with (
        _opened(given) as (file, size),
        Library.open(call.config.library, recogniser=call.config.chosen) as library,
        progress(call.out, _("Bringing articles in"), size) as advance,
    ):
        bringing = _Bringing(library)
        for _done in bringing.all(records(file, "" if given == "-" else given), analysed=call.options.analysed):
            if size:
                advance(file.tell(), size)
        if call.options.analysed:
            library.renew()
    if call.out.json:
        call.out.record(bringing.counts)
    else:
        for status, count in bringing.counts.items():
            call.out.row(status, count, least=(8,))
    return 1 if bringing.counts["failed"] else 0


class _Bringing:
    """Records on their way into a library: articles, then their marks, many in one transaction."""

    def __init__(self, library: Library) -> None:
        self.counts = {"added": 0, "known": 0, "failed": 0}
        self._library = library
        self._sent: deque[ArticleRecord] = deque()
        self._kept: list[tuple[Added, ArticleRecord]] = []

    def all(self, records: Iterable[Record | SourceError], *, analysed: bool) -> Iterator[None]:
        """Keep them all; yields after each article."""
        with closing(self._library.add_many(self._drafts(records), exact=True, analysed=analysed)) as results:
            for result in results:
                record = self._sent.popleft()
                if isinstance(result, Failed):
                    self._fail(result.reason)
                else:
                    self.counts[result.status] += 1
                    self._kept.append((result, record))
                    if len(self._kept) >= _AT_ONCE:
                        self._mark()
                yield
        self._mark()

    def _drafts(self, records: Iterable[Record | SourceError]) -> Iterator[Draft]:
        """The articles among records; what is not one is kept here."""
        for record in records:
            if isinstance(record, SourceError):
                self._fail(str(record))
            elif isinstance(record, Statement):
                self._library.add_statements((record,), merge=True)
            elif isinstance(record, SavedSearch):
                self._search(record)
            elif isinstance(record, Correction):
                self._library.add_corrections((record,))
            elif isinstance(record, Verdict):
                self._library.add_verdicts((record,))
            else:
                self._sent.append(record)
                yield record.draft

    def _search(self, record: SavedSearch) -> None:
        """Save a search, unless one of its name is there."""
        if fold(record.name) in {fold(search.name) for search in self._library.searches()}:
            return
        try:
            self._library.save_search(record.name, record.text)
        except LibraryError as error:  # a name of nothing but signs
            self._fail(str(error))

    def _fail(self, line: str) -> None:
        complain(line)
        self.counts["failed"] += 1

    def _mark(self) -> None:
        """Give the reader's marks to what was kept; none is taken away but tags that a new article came with."""
        read = [added.id for added, record in self._kept if record.read]
        starred = [added.id for added, record in self._kept if record.starred]
        tagged: dict[tuple[str, bool], list[int]] = {}
        for added, record in self._kept:
            wanted = {fold(tag): tag for tag in record.tags or ()}
            for tag in wanted.values():
                tagged.setdefault((tag, True), []).append(added.id)
            if added.status == "added" and record.tags is not None:
                for tag in record.draft.tags:
                    if fold(tag) not in wanted:
                        tagged.setdefault((tag, False), []).append(added.id)
        self._library.mark(read, read=True)
        self._library.mark(starred, starred=True)
        for tag_and_side, articles in tagged.items():
            self._library.mark(articles, tag=tag_and_side)
        self._kept.clear()


@contextmanager
def _opened(given: str) -> Iterator[tuple[IO[bytes], int]]:
    """The file and its size in bytes; 0 for standard input, of which nobody knows."""
    from tui.sources.lines import named

    if given == "-":
        yield sys.stdin.buffer, 0
        return
    path = Path(given)
    try:
        if path.exists() and not path.is_file() and not path.is_fifo():
            raise SourceError(f"{named(path)}: is no file; name the export that `warraq export --out FILE` wrote")
        file = path.open("rb")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise SourceError(f"{named(path)}: cannot be read ({why}); check the name") from error
    with file:
        yield file, path.stat().st_size
