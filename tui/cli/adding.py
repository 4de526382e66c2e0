"""`warraq add` and `warraq rebuild`: what changes the library."""

from __future__ import annotations

import re
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.complaint import one_line
from tui.cli.working import MANY, progress
from tui.errors import SourceError, UsageError
from tui.i18n import _, direction
from tui.model import Failed

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Generator, Iterator

    from tui.cli.output import Call, Output
    from tui.library import Library
    from tui.model import Added, Draft

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def add(call: Call) -> int:
    """Import articles: `added` or `known` a line on stdout, `failed` on stderr; one bad file does not stop the rest."""
    from tui.library import Library

    call.out.edge = direction()
    failures: list[str] = []

    def fail(path: str, reason: str) -> None:
        failures.append(path)
        _failed(call.out, path, reason)

    paths = list(_files(call.options.paths, fail))
    if call.options.title and len(paths) > 1:
        raise UsageError("--title is for one article; leave it out to add several")
    given = [(path, found) for path in paths if (found := _given(path, call.options, fail))]
    with (
        Library.open(call.config.library, recogniser=call.config.chosen) as library,
        progress(call.out, _("Adding articles"), len(given)) as advance,
        closing(_adding(library, call.options, [found for _path, found in given])) as done,
    ):
        for number, ((path, _found), added) in enumerate(zip(given, done, strict=True), 1):
            try:
                _tell(call.out, path, added, fail)
            except BrokenPipeError as error:
                raise SourceError(f"nobody reads the output any more; stopped at {number} of {len(given)}") from error
            advance(number, len(given))
        if len(given) > MANY:
            library.tend()
    return 1 if failures else 0


def _given(path: str, options: Namespace, fail: Callable[[str, str], None]) -> Path | Draft | None:
    """A file that the library reads, or what must be read here: standard input, or an article of another title."""
    if path != "-" and not options.title:
        return Path(path)
    from tui.sources import read, read_bytes

    try:
        draft = read_bytes(standard_input(), "") if path == "-" else read(Path(path))
    except SourceError as error:
        fail(path, str(error))
        return None
    return replace(draft, title=options.title, title_span=None) if options.title else draft


def _adding(library: Library, options: Namespace, given: list[Path | Draft]) -> Generator[Added | Failed]:
    return library.add_many(
        given, analysed=options.analysed, source=options.source, published=options.published or "", jobs=options.jobs
    )


def rebuild(call: Call) -> int:
    """Analyse the library anew, or what was added without analysis; `failed` on stderr for what cannot be analysed."""
    from tui.library import Library

    call.out.edge = direction()
    failures: list[int] = []

    def fail(article: int, reason: str) -> None:
        failures.append(article)
        line = f"cannot be analysed ({reason}); it stays as it was"
        print(f"failed article {article}: {one_line(line)}", file=sys.stderr)
        if call.out.json:
            call.out.record({"status": "failed", "id": article, "reason": line})

    with Library.open(call.config.library, create=False, recogniser=call.config.chosen) as library:
        total = library.count()
        with progress(call.out, _("Analysing anew"), total) as advance:
            done = library.rebuild(advance, fail, jobs=call.options.jobs, missing=call.options.missing)
        library.tend()
        lost = len(library.lost_verdicts())
    if call.out.json:
        call.out.record({"articles": done - len(failures), "lost": lost})
    else:
        call.out.row("rebuilt", done - len(failures))
        if lost:
            call.out.row("lost", lost, _("said of facts that are found no more; `warraq verdicts` lists it"))
    return 1 if failures else 0


def standard_input() -> bytes:
    """All of stdin, as far as one article can be long (`sources` refuses more)."""
    from tui.sources import LIMIT

    return sys.stdin.buffer.read(LIMIT + 1)


def _files(given: list[str], fail: Callable[[str, str], None]) -> Iterator[str]:
    from tui.sources import walk

    for path in given:
        if path == "-":
            yield path
        elif _ADDRESS.match(path):
            fail(path, "addresses cannot be fetched yet; save the page as a text file and add that")
        else:
            try:
                yield from map(str, walk(Path(path)))
            except SourceError as error:
                fail(path, str(error))


def _tell(out: Output, path: str, added: Added | Failed, fail: Callable[[str, str], None]) -> None:
    if isinstance(added, Failed):
        fail(path, added.reason)
    elif out.json:
        out.record({"status": added.status, "id": added.id, "title": added.title, "path": path})
    else:
        out.row(added.status, added.id, added.title, path)


def _failed(out: Output, path: str, reason: str) -> None:
    """One line on stderr, and with --json an object on stdout, so that its reader misses nothing."""
    from tui.sources.lines import named

    name = named("" if path == "-" else path)
    bare = reason.removeprefix(name).lstrip(":").strip()
    line = reason if reason.startswith(name) else f"{name}: {reason}"  # with the line number where there is one
    print(f"failed {one_line(line)}", file=sys.stderr)
    if out.json:
        out.record({"status": "failed", "path": path, "reason": bare})
