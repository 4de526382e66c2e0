"""`warraq add` and `warraq rebuild`: what changes the library."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.complaint import one_line
from tui.errors import SourceError, UsageError
from tui.i18n import _, direction

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from tui.cli.output import Call, Output
    from tui.library import Library
    from tui.model import Draft

_MANY = 20  # articles from which on a progress bar is worth its place
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
    with Library.open(call.config.library) as library, _progress(call.out, _("Adding articles"), len(paths)) as advance:
        for number, path in enumerate(paths, 1):
            try:
                _add(library, call, path)
            except SourceError as error:
                fail(path, str(error))
            except BrokenPipeError as error:
                raise SourceError(f"nobody reads the output any more; stopped at {number} of {len(paths)}") from error
            advance(number, len(paths))
    return 1 if failures else 0


def rebuild(call: Call) -> int:
    """Analyse the library anew."""
    from tui.library import Library

    call.out.edge = direction()
    with Library.open(call.config.library, create=False) as library:
        total = library.count()
        with _progress(call.out, _("Analysing anew"), total) as advance:
            done = library.rebuild(advance)
    if call.out.json:
        call.out.record({"articles": done})
    else:
        call.out.row("rebuilt", done)
    return 0


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


def _add(library: Library, call: Call, path: str) -> None:
    from tui.sources import read, read_bytes

    draft = read_bytes(standard_input(), "") if path == "-" else read(Path(path))
    added = library.add(_override(draft, call.options))
    if call.out.json:
        call.out.record({"status": added.status, "id": added.id, "title": added.title, "path": path})
    else:
        call.out.row(added.status, added.id, added.title, path)


def _override(draft: Draft, options: Namespace) -> Draft:
    if options.title:
        draft = replace(draft, title=options.title, title_span=None)
    return replace(draft, source=options.source or draft.source, published=options.published or draft.published)


def _failed(out: Output, path: str, reason: str) -> None:
    """One line on stderr, and with --json an object on stdout, so that its reader misses nothing."""
    from tui.sources.lines import named

    name = named("" if path == "-" else path)
    bare = reason.removeprefix(name).lstrip(":").strip()
    line = reason if reason.startswith(name) else f"{name}: {reason}"  # with the line number where there is one
    print(f"failed {one_line(line)}", file=sys.stderr)
    if out.json:
        out.record({"status": "failed", "path": path, "reason": bare})


@contextmanager
def _progress(out: Output, what: str, total: int) -> Iterator[Callable[[int, int], object]]:
    """A progress bar on stderr where that is a terminal and the work is long; gives what reports the progress."""
    if total <= _MANY or not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from tui.cli.progress import bar

    with bar(what, total, out.screen) as advance:
        yield advance
