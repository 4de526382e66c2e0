"""Warraq's own themes, read from themes.toml; any theme of Textual can be chosen instead."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from textual.theme import Theme


def themes() -> dict[str, Theme]:
    """The themes by name (`warraq-ink`, `warraq-paper`), the default one first."""
    table = tomllib.loads(files("tui.ui").joinpath("themes.toml").read_text(encoding="utf-8"))
    return {name: Theme(name=name, **values) for name, values in ((f"warraq-{n}", v) for n, v in table.items())}
