"""The query language: what is typed to `tui.model.QueryPart`, and what of it to mark in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import And, Or, Phrase, Word
from tui.query.parser import parse

if TYPE_CHECKING:
    from tui.model import QueryPart

__all__ = ["needles", "parse"]


def needles(part: QueryPart) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words and the phrases that the text of a match may show, without those that it must not have."""
    found: tuple[dict[str, None], dict[str, None]] = ({}, {})
    _collect(part, *found)
    return tuple(found[0]), tuple(found[1])


def _collect(part: QueryPart, single: dict[str, None], phrases: dict[str, None]) -> None:
    match part:
        case Word(text):
            single[text] = None
        case Phrase(text):
            phrases[text] = None
        case And(parts) | Or(parts):
            for inner in parts:
                _collect(inner, single, phrases)
