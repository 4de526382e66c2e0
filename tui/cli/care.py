"""`warraq backup`: the care of the library's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.working import progress
from tui.i18n import _, direction

if TYPE_CHECKING:
    from tui.cli.output import Call


def backup(call: Call) -> int:
    """Copy the library into a file while it is in use."""
    from tui.library import Library

    target = call.options.path
    call.out.edge = direction()
    with (
        Library.open(call.config.library, create=False) as library,
        progress(call.out, _("Copying the library"), library.path.stat().st_size) as advance,
    ):
        size = library.care.backup(target, advance, overwrite=call.options.force)
    if call.out.json:
        call.out.record({"path": str(target), "bytes": size})
    else:
        call.out.row("copied", megabytes(size), target)
    return 0


def megabytes(size: int) -> str:
    """A size in bytes for people: `1.4 MB`, as disks are sold (10^6)."""
    return f"{size / 1_000_000:,.1f} MB"
