"""The keys that move and change a line being typed, and what each makes of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.arabic.editing import Edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.arabic.undo import Kind

    Change = tuple[Kind, Callable[[Edit], Edit]]

__all__ = ["CHANGES"]

_ERASING: dict[str, Change] = {
    "backspace": ("erase", lambda edit: edit.erased("character", -1)),
    "delete": ("delete", lambda edit: edit.erased("character", 1)),
    "ctrl+w": ("once", lambda edit: edit.erased("word", -1)),
    "ctrl+backspace": ("once", lambda edit: edit.erased("word", -1)),
    "alt+backspace": ("once", lambda edit: edit.erased("word", -1)),
    "ctrl+delete": ("once", lambda edit: edit.erased("word", 1)),
    "ctrl+u": ("once", lambda edit: edit.erased("all", -1)),
    "ctrl+k": ("once", lambda edit: edit.erased("all", 1)),
}


def _moving() -> dict[str, Callable[[Edit], Edit]]:
    """Each key that moves, alone and with shift, which selects."""
    found: dict[str, Callable[[Edit], Edit]] = {"ctrl+a": Edit.all_selected}
    for shift in ("", "shift+"):
        select = bool(shift)
        for held in ("", "ctrl+"):
            found[f"{held}{shift}home"] = partial(Edit.to_start, select=select)
            found[f"{held}{shift}end"] = partial(Edit.to_end, select=select)
        for name, way in (("left", -1), ("right", 1)):
            found[shift + name] = partial(Edit.moved, direction=way, select=select)
            word = partial(Edit.moved, direction=way, unit="word", select=select)
            found[f"ctrl+{shift}{name}"] = found[f"alt+{shift}{name}"] = word
    return found


CHANGES: dict[str, Change] = _ERASING | {key: ("move", move) for key, move in _moving().items()}
"""By Textual's name of the key: what kind of change it is, and what becomes of the line."""
