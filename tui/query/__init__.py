"""The query language: what is typed to `tui.model.QueryPart`, and what of it to mark in the text."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tui.arabic.normalise import words
from tui.model import And, Or, Phrase, Prefix, Word
from tui.query.parser import parse
from tui.query.write import write

if TYPE_CHECKING:
    from tui.model import QueryPart, TextPart

__all__ = ["needles", "parse", "write"]


def needles(part: QueryPart) -> tuple[TextPart, ...]:
    """The texts that a match may show, each once and in order, without those that it must not have."""
    match part:
        case Word() | Phrase() | Prefix():
            return (part,) if words(part.text) else ()
        case And(parts) | Or(parts):
            return tuple(dict.fromkeys(chain.from_iterable(map(needles, parts))))
    return ()
