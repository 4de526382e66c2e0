"""`warraq export` and `warraq import`: a library as lines of JSON, and back."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tui.cli.complaint import complain
from tui.cli.working import progress
from tui.errors import SourceError
from tui.i18n import _, direction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui.cli.output import Call
    from tui.errors import LibraryError
    from tui.library import Library
    from tui.sources.exported import Record


def export(call: Call) -> int:
    """Write the library, or the articles that match, as lines of JSON to stdout or a file."""
    from tui import query
    from tui.cli.output import dumps
    from tui.cli.shelf import reading
    from tui.files import whole

    wanted = query.parse(call.options.query)
    failures: list[int] = []

    def fail(article: int, error: LibraryError) -> None:
        failures.append(article)
        complain(f"article {article}: {error}")

    with reading(call.config) as library:
        ids = library.ids(wanted)
        found = library.export(reversed(ids) if call.options.query else None, failed=fail)
        with progress(call.out, _("Exporting articles"), len(ids)) as advance:
            counted = _counted(found, len(ids), advance)
            if call.options.out is None:
                for record in counted:
                    call.out.record(record)
                return 1 if failures else 0
            with whole(call.options.out, overwrite=call.options.force) as file:
                for record in counted:
                    file.write(dumps(record) + "\n")
    call.out.edge = direction()
    call.out.row("exported", len(ids) - len(failures), call.options.out)
    return 1 if failures else 0


def _counted(
    records: Iterable[dict[str, object]], total: int, advance: Callable[[int, int], object]
) -> Iterator[dict[str, object]]:
    done = 0
    for record in records:
        yield record
        done += record["record"] == "article"
        advance(done, total)


def bring_in(call: Call) -> int:
    """Bring an export into the library; a broken line is a line on stderr, and the rest goes on."""
    from tui.library import Library
    from tui.sources.exported import records

    call.out.edge = direction()
    counts = {"added": 0, "known": 0, "failed": 0}
    given = call.options.path
    with (
        _opened(given) as (file, size),
        Library.open(call.config.library) as library,
        progress(call.out, _("Bringing articles in"), size) as advance,
    ):
        for record in records(file, "" if given == "-" else given):
            if isinstance(record, SourceError):
                complain(str(record))
                counts["failed"] += 1
            elif status := _keep(library, record):
                counts[status] += 1
            if size:
                advance(file.tell(), size)
    if call.out.json:
        call.out.record(counts)
    else:
        for status, count in counts.items():
            call.out.row(status, count, least=(8,))
    return 1 if counts["failed"] else 0


def _keep(library: Library, record: Record) -> str:
    """Keep a record and say what became of an article; '' for anything else."""
    from tui.model import Statement
    from tui.sources.exported import ArticleRecord

    if isinstance(record, ArticleRecord):
        added = library.add(record.draft, exact=True)
        library.mark([added.id], read=record.read or None, starred=record.starred or None)
        return added.status
    if isinstance(record, Statement):
        library.add_statements((record,), merge=True)
    return ""


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
