"""Facts as CSV (RFC 4180): a line each, what has several values parted by ` ; `."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tui.arabic.direction import unisolated
from tui.ui import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.model import Argument, StoredFact

HEADER = (
    *("id", "kind", "subject", "subject_entity", "predicate", "property", "object", "object_entity"),
    *("comparator", "value", "low", "high", "unit", "what", "time", "place", "polarity", "modality", "attribution"),
    *("confidence", "sure", "verdict", "evidence", "start", "end", "article", "title", "source", "published", "links"),
)

# A spreadsheet takes what begins so for a formula, and runs it.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def lines(facts: Iterable[StoredFact]) -> Iterator[str]:
    """The header, then a line a fact."""
    yield _line(HEADER)
    for stored in facts:
        yield _line(map(_harmless, _cells(stored)))


def _cells(stored: StoredFact) -> tuple[object, ...]:
    fact, article, quantity = stored.fact, stored.article, stored.fact.quantity
    figures = (quantity.value, quantity.low, quantity.high) if quantity else (None, None, None)
    counted = (quantity.unit, quantity.what) if quantity else ("", "")
    return (
        fact.id,
        fact.kind,
        *_filler(fact.subject),
        fact.predicate.text,
        fact.predicate.property,
        *_filler(fact.object),
        quantity.comparator if quantity else "",
        *("" if figure is None else f"{figure:.15g}" for figure in figures),
        *counted,
        fact.time.start if fact.time else "",
        fact.place,
        fact.polarity,
        fact.modality,
        " ; ".join(part.source for part in fact.attribution if part.source),
        f"{fact.confidence:g}",
        "yes" if stored.sure else "no",
        stored.verdict,
        fact.evidence.exact,
        fact.evidence.start,
        fact.evidence.end,
        article.id,
        article.title,
        article.source,
        article.published,
        " ; ".join(unisolated(text) for _relation, text in words.links(fact, stored.links, article.id)),
    )


def _filler(filler: Argument | None) -> tuple[str, str]:
    return (filler.text, filler.entity) if filler else ("", "")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and len(cell) > 1 and cell.startswith(_FORMULAS) else cell


def _line(cells: Iterable[object]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()
