"""Which recogniser finds names, and how it is set up: `recogniser` and `[recognisers.NAME]` in config.toml."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import ConfigError
from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

OWN = "builtin"
"""The name of the program's own recogniser."""

_OPTION = (str, bool, int, float)


@frozen
class Chosen:
    """A recogniser and its settings; can be pickled, so that other processes have the same.

    Attributes:
        name: `builtin`, one of the program's adapters, or a plug-in of the group `warraq.recognisers`.
        path: the local folder of its model, as it was written; '' where none was.
        labels: what the recogniser's own labels mean here: pairs of a label and a type, '' for none.
        threshold: the score from which a name is believed, 0 to 1; None leaves it to the recogniser.
        options: settings that only the recogniser knows.
    """

    name: str = OWN
    path: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    threshold: float | None = None
    options: tuple[tuple[str, str | int | float | bool], ...] = field(default=())

    @property
    def own(self) -> bool:
        """Whether it is the program's own."""
        return self.name == OWN

    @property
    def folder(self) -> Path | None:
        """The local folder of its model."""
        return Path(self.path).expanduser() if self.path else None

    def settings(self) -> dict[str, object]:
        """What the recogniser is made with: `path`, `labels`, `threshold` where they were written, and its options."""
        given = {"path": self.folder, "labels": dict(self.labels) or None, "threshold": self.threshold}
        return {**dict(self.options), **{key: value for key, value in given.items() if value is not None}}


BUILTIN = Chosen()


def read(table: object, path: Path) -> tuple[Chosen, ...]:
    """Read the `recognisers` table of a configuration.

    Raises:
        ConfigError: it is no table of tables, or holds a wrong value.
    """
    if not isinstance(table, dict) or not all(isinstance(entry, dict) for entry in table.values()):
        raise ConfigError(f"{path}: recognisers must be tables such as [recognisers.spacy]")
    return tuple(_entry(name, dict(entry), f"{path}: [recognisers.{name}]") for name, entry in table.items())


def _entry(name: str, entry: dict[str, object], where: str) -> Chosen:
    from tui.model import ENTITY_TYPES  # few configurations have this table

    if name == OWN:
        raise ConfigError(f"{where} the built-in recogniser has no settings; remove the table")
    path, labels, threshold = entry.pop("path", ""), entry.pop("labels", {}), entry.pop("threshold", None)
    if not isinstance(path, str):
        raise ConfigError(f"{where} path must be a local folder in quotes, not {path!r}")
    if not isinstance(labels, dict) or not all(kind in ("", *ENTITY_TYPES) for kind in labels.values()):
        kinds = ", ".join(ENTITY_TYPES)
        raise ConfigError(f'{where} labels must say for each label one of {kinds}, or "" to leave it out')
    if threshold is not None and not (type(threshold) in {int, float} and 0 <= threshold <= 1):  # type: ignore[operator]  # the type was checked
        raise ConfigError(f"{where} threshold must be a number from 0 to 1, not {threshold!r}")
    for key, value in entry.items():
        if not isinstance(value, _OPTION):
            raise ConfigError(f"{where} {key} must be text, a number, true or false, not {value!r}")
    score = None if threshold is None else float(threshold)  # type: ignore[arg-type]  # the same
    return Chosen(name, path, tuple(labels.items()), score, tuple(entry.items()))  # type: ignore[arg-type]  # the same


def chosen(name: str, given: Iterable[Chosen]) -> Chosen:
    """The recogniser of a name with its settings, if there are any."""
    return next((one for one in given if one.name == name), Chosen(name))
