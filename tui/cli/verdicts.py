"""`warraq verdicts`: what the reader said of facts, and what of it is of no fact any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.i18n import N_, _, direction

if TYPE_CHECKING:
    from tui.cli.output import Call

_SAID = {"right": N_("right"), "wrong": N_("wrong"), "apart": N_("not the same")}


def verdicts(call: Call) -> int:
    """List what was said, the oldest first."""
    from tui.cli.shelf import reading
    from tui.sources.exported import verdict
    from tui.ui import words

    call.out.edge = direction()
    with reading(call.config) as library:
        said, lost = library.verdicts(), set(library.lost_verdicts())
    for one in said:
        if call.out.json:
            call.out.record({**verdict(one), "found": one not in lost})
        else:
            state = _("found no more") if one in lost else ""
            kind = words.kind(one.kind)
            call.out.row(one.made[:10], _(_SAID[one.verdict]), kind, f"«{one.exact}»", state, least=(10, 5))
    return 0
