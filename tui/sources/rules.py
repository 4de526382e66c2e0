"""The tables of this folder, read once: what debris looks like, and the names of outlets, places and sections."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from tui.arabic.normalise import fold
from tui.frozen import frozen

Zone = Literal["head", "body", "tail"]
OutletKind = Literal["agency", "outlet", "photo", "generic"]


@frozen
class Rule:
    """A kind of line that is not the article's own; the fields are explained at the head of `debris.toml`."""

    why: str
    line: re.Pattern[str]
    role: str = "dropped"
    value: str = ""
    zones: frozenset[Zone] = frozenset(("head", "body", "tail"))
    words: int = 12
    then: str = ""
    stop: bool = True


TICKER = Rule("links", re.compile(""))
"""What a line of many headlines falls under; its form tells, not its words."""


@frozen
class Outlet:
    """An agency or outlet; `name` is '' where the words only say that there is a source (`وكالات`)."""

    name: str
    kind: OutletKind


@cache
def rules() -> tuple[Rule, ...]:
    """The table of debris, in its order: the first rule that matches a line holds."""
    return tuple(_rule(entry) for entry in tomllib.loads(_table("debris.toml"))["rule"])


@cache
def outlets() -> dict[str, Outlet]:
    """Outlets by each folded form of their names."""
    found: dict[str, Outlet] = {}
    for row in _rows("outlets.tsv")[1:]:
        name, forms, kind = row.split("\t")
        for form in forms.split("|"):
            found[fold(form)] = Outlet(name, kind)  # type: ignore[arg-type]  # a test holds the kinds in the table
    return found


@cache
def places() -> frozenset[str]:
    """Folded names of places that reports are datelined at."""
    return frozenset(fold(name) for row in _rows("places.txt") for name in row.split("|"))


@cache
def section_words() -> frozenset[str]:
    """Folded words that section labels are made of."""
    return frozenset(fold(word) for row in _rows("sections.txt") for word in row.split())


def _rule(entry: dict[str, Any]) -> Rule:
    line = re.compile(fold(entry.pop("line")).replace("(?p<", "(?P<"))
    zones: list[Zone] = entry.pop("zone", "head body tail").split()
    return Rule(line=line, zones=frozenset(zones), **entry)


def _rows(name: str) -> list[str]:
    return [row for row in _table(name).splitlines() if row and not row.startswith("#")]


def _table(name: str) -> str:
    return files("tui.sources").joinpath(name).read_text(encoding="utf-8")
