"""`warraq corrections`: the log of what the reader put right about entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.direction import unisolated
from tui.i18n import _, direction

if TYPE_CHECKING:
    from tui.cli.output import Call


def corrections(call: Call) -> int:
    """List the log, or take one line of it back."""
    from tui.cli.shelf import reading
    from tui.library import Library
    from tui.sources.exported import correction
    from tui.ui import entity_words

    if call.options.undo:
        with Library.open(call.config.library, create=False, recogniser=call.config.chosen) as library:
            library.take_back((call.options.undo,))
            library.renew()
    call.out.edge = direction()
    with reading(call.config) as library:
        log, holding = library.corrections(), {line.id for line in library.standing()}
    for line in log:
        if call.out.json:
            call.out.record({**correction(line), "holds": line.id in holding})
        elif line.kind != "undo":
            state = "" if line.id in holding else _("taken back")
            said = entity_words.correction(line)
            call.out.row(line.id, line.made, said if call.out.screen else unisolated(said), state, least=(16, 20))
    return 0
