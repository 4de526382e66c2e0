"""The table of terminals: `terminals.tsv`, first match wins."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arabic.terminal.modes import Mode, Terminal
from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_TABLE = Path(__file__).with_name("terminals.tsv")
_CONDITION = re.compile(r"(?P<name>\w+)(?:>=(?P<least>\d+)|=(?P<like>.+))?")
_ANSWERS = frozenset({"XTVERSION", "DA2"})


@frozen
class _Row:
    when: tuple[str, ...]
    terminal: Terminal


def look_up(variables: Mapping[str, str], denied: Collection[Mode] = ()) -> Terminal | None:
    """The first terminal of the table whose conditions hold.

    Args:
        variables: the environment and the terminal's answers.
        denied: modes that this terminal said it does not know.
    """
    return next((row.terminal for row in rows() if row.terminal.mode not in denied and _all(row, variables)), None)


def evidence(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables that the table looks at and that are set, for reports."""
    named = (match for row in rows() for when in row.when if (match := _CONDITION.fullmatch(when)))
    names = sorted({match["name"] for match in named} | {"TERM", "COLORTERM", "TMUX"})
    return {name: variables[name] for name in names if variables.get(name)}


@cache
def rows() -> tuple[_Row, ...]:
    """The table's rows."""
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found = []
    for line in lines[1:]:
        name, when, mode, harakat, hint = line.split("\t")
        conditions = tuple(when.split())
        answered = any(condition.partition("=")[0] in _ANSWERS for condition in conditions)
        how = "answer" if answered else "environment"
        found.append(_Row(conditions, Terminal(name, Mode(mode), harakat == "yes", how, hint)))  # type: ignore[arg-type]
    return tuple(found)


def _all(row: _Row, variables: Mapping[str, str]) -> bool:
    return all(_holds(condition, variables) for condition in row.when)


def _holds(condition: str, variables: Mapping[str, str]) -> bool:
    parts = _CONDITION.fullmatch(condition)
    assert parts, f"{_TABLE.name}: {condition}"
    value = variables.get(parts["name"], "")
    if parts["least"]:
        return value.isdecimal() and int(value) >= int(parts["least"])
    return fnmatchcase(value, parts["like"]) if parts["like"] else bool(value)
