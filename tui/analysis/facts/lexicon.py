"""The word lists of the rules: tables beside this file, folded as they are read, kept once read.

A table is tab-separated UTF-8; lines that begin with `#` are comments. The first column holds the forms, alternatives
parted by `|`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tui.arabic.normalise import fold


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, forms unfolded and alternatives spread: one row a form."""
    text = files(__package__).joinpath("tables", f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((form.strip(), *rest) for forms, *rest in lines for form in forms.split("|"))


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """A table by folded form: the other columns."""
    return {fold(form): tuple(rest) for form, *rest in rows(name)}


@cache
def group_of(name: str, group: str) -> dict[str, str]:
    """The folded forms of one group of a table, and the third column of each."""
    return {fold(form): rest[1] for form, *rest in rows(name) if rest[0] == group}


@cache
def words(name: str, group: str = "") -> frozenset[str]:
    """The folded forms of a table whose second column is `group` (all forms without one)."""
    return frozenset(fold(form) for form, *rest in rows(name) if not group or rest[0] == group)


@cache
def pattern(name: str, group: str = "") -> str:
    """The forms of `words` as one alternation for a regular expression, longest first."""
    return "|".join(sorted((form.replace(" ", r"\s") for form in words(name, group)), key=len, reverse=True))
