"""Entities and what was put right about them, in the words of the interface; see `words` for how phrases are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.direction import isolate
from tui.i18n import N_, _
from tui.ui import words

if TYPE_CHECKING:
    from tui.model import Correction, CorrectionKind

_CORRECTIONS: dict[CorrectionKind, str] = {
    "merge": N_("{entity} is {other}"),
    "split": N_("{value} is not {entity} in one article"),
    "apart": N_("{entity} is never {other}"),
    "rename": N_("{entity} is called {value}"),
    "retype": N_("{entity}: {value}"),
    "ignore": N_("{entity} is not an entity"),
    "undo": N_("taken back"),
}


def correction(line: Correction) -> str:
    """A line of the log."""
    called = _called(line.entity)
    entity = called if line.kind == "retype" or not line.was else line.was[0]
    other = line.value if line.kind == "merge" and line.value else _called(line.other)
    value = words.type_name(line.value) if line.kind == "retype" else line.value  # type: ignore[arg-type] # is a type
    template = _(_CORRECTIONS[line.kind])
    return template.format(entity=isolate(entity), other=isolate(other), value=isolate(value))


def _called(entity: str) -> str:
    """The name that an id is made of."""
    return entity.partition(":")[2].replace("-", " ")
