"""`warraq knowledge`: packs of statements from outside of the library, added, listed and removed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.complaint import complain, worded
from tui.errors import LibraryError, SourceError, UsageError
from tui.i18n import _, direction

if TYPE_CHECKING:
    from tui.cli.output import Call
    from tui.library import Library
    from tui.model import Pack


def knowledge(call: Call) -> int:
    """Add packs, list them, or remove some."""
    from tui.cli.shelf import reading
    from tui.library import Library

    what, names = call.options.what, call.options.names
    if (what == "list") == bool(names):
        raise UsageError(_("`warraq knowledge list`, or add with files, or remove with names of packs"))
    call.out.edge = direction()
    if what == "list":
        with reading(call.config) as library:
            for pack in library.packs():
                _list(call, pack)
        return 0
    failed = 0
    with Library.open(call.config.library, create=what == "add") as library:
        for name in names:
            try:
                _tell(call, *(_add(library, name) if what == "add" else _remove(library, name)))
            except (SourceError, LibraryError) as error:
                complain(worded(error))
                failed = 1
    return failed


def _list(call: Call, pack: Pack) -> None:
    """A pack with the day of its file, and where that lies in the reader's folder or why it cannot be read."""
    if call.out.json:
        about = {"day": pack.day or None, "file": pack.file or None, "problem": pack.problem or None}
        call.out.record({"pack": pack.name, "statements": pack.count, **about})
    else:
        call.out.row(pack.name, pack.count, pack.day, pack.problem or pack.file)


def _add(library: Library, name: str) -> tuple[str, str, int]:
    return ("added", *library.add_pack(Path(name)))


def _remove(library: Library, name: str) -> tuple[str, str, int]:
    return "removed", name, library.remove_pack(name)


def _tell(call: Call, status: str, name: str, count: int) -> None:
    if call.out.json:
        call.out.record({**({"status": status} if status else {}), "pack": name, "statements": count})
    else:
        call.out.row(*([status] if status else []), name, count)
