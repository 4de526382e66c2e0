"""Queries as SQL: which articles match, newest first.

One part of a query drives (a rare entity, else words, else a phrase, else an entity, else the articles themselves) and
the others are asked about each id it gives. Every answer about a query, ids, pages, counts and facets, comes from the
same `Selection`, so they agree.
"""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold, words
from tui.arabic.sanitise import neutralise
from tui.model import And, DateTerm, EntityTerm, FactTerm, MarkTerm, Not, Or, Phrase, SourceTerm, Word
from tui.store import entities, ids, search

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from tui.model import QueryPart

Value = int | str
Term = Word | Phrase | EntityTerm | SourceTerm | DateTerm | MarkTerm | FactTerm

_MARKS = {
    "read": "EXISTS (SELECT 1 FROM state WHERE article = {id} AND read)",
    "unread": "NOT EXISTS (SELECT 1 FROM state WHERE article = {id} AND read)",
    "starred": "{id} IN (SELECT article FROM state WHERE starred)",
}
_NAMES = "EXISTS (SELECT 1 FROM mention WHERE entity = ? AND article = {id})"
_NAMES_ANY = "{id} IN (SELECT article FROM mention WHERE entity IN (SELECT value FROM json_each(?)))"
_TEXT: dict[type[Word | Phrase], tuple[str, Callable[[str], str]]] = {
    Word: ("stems", search.match_word),
    Phrase: ("exact", search.match_phrase),
}
_RARE = 2000  # articles of an entity: asking about each is quicker than a common word's articles
_FEW = 4  # entities that are asked for one by one


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition with the values it binds.

    It is on `{id}`, or `{at}` where an index may use it, and on `{outlet}`, the article's outlet.
    """

    sql: str
    values: tuple[Value, ...] = ()


NONE, EVERY = Condition("0"), Condition("1")


@dataclass(frozen=True, slots=True)
class Selection:
    """The articles that match a query: where the ids come from, and what must hold."""

    source: str
    id: str
    condition: Condition

    def sql(self, columns: str = "{at}", *, before: bool = False, ordered: bool = True, limit: bool = False) -> str:
        """A SELECT; binds the condition's values, then `before` (an id) and `limit` where asked for.

        Args:
            columns: may use {at}, {outlet} and {entities} (the article's packed list).
            before: only ids below a bound value.
            ordered: newest first.
            limit: no more than a bound value.
        """
        whole = f"SELECT {columns} FROM {self.source} WHERE {self.condition.sql}"
        whole += " AND {at} < ?" * before + " ORDER BY {at} DESC" * ordered + " LIMIT ?" * limit
        # FTS5 cannot plan for scores of conditions on its rowid; the plus keeps them from it.
        asked = f"+{self.id}" if self.id == "d.rowid" else self.id
        return whole.format(id=asked, at=self.id, outlet=self._column("outlet"), entities=self._column("entities"))

    def _column(self, name: str) -> str:
        return f"a.{name}" if self.id == "a.id" else f"(SELECT {name} FROM article WHERE id = {self.id})"


def select(connection: sqlite3.Connection, query: QueryPart) -> Selection:
    """Compile a query; names of entities and outlets are looked up now."""
    parts = list(query.parts) if isinstance(query, And) else [query]
    single = {place: rows[0] for place, rows in _entities_among(connection, parts).items() if len(rows) == 1}
    known = entities.by_rows(connection, list(single.values()))
    rarest = min(single, key=lambda place: known[single[place]].count, default=None)
    worded = {type(part): True for part in parts if isinstance(part, Word | Phrase) and words(part.text)}
    text = next((kind for kind in _TEXT if kind in worded), None)
    if rarest is not None and (text is None or known[single[rarest]].count < _RARE):
        rest = parts[:rarest] + parts[rarest + 1 :]
        first = Condition("d.entity = ?", (single[rarest],))
        return Selection("mention d", "d.article", _all([first, *_conditions(connection, rest)]))
    if text is not None:
        table, expression = _TEXT[text]
        found = [expression(part.text) for part in parts if isinstance(part, text)]
        first = Condition(f"d.{table} MATCH ?", (" AND ".join(f"({each})" for each in found if each),))
        rest = [part for part in parts if not isinstance(part, text)]
        return Selection(f"{table} d", "d.rowid", _all([first, *_conditions(connection, rest)]))
    return Selection("article a", "a.id", _all(_conditions(connection, parts)))


def _entities_among(connection: sqlite3.Connection, parts: Sequence[QueryPart]) -> dict[int, tuple[int, ...]]:
    return {place: _entity_rows(connection, part) for place, part in enumerate(parts) if isinstance(part, EntityTerm)}


def ids_of(connection: sqlite3.Connection, query: QueryPart) -> array[int]:
    """The ids of all matching articles, newest first."""
    selection = select(connection, query)
    return array("q", chain.from_iterable(connection.execute(selection.sql(), selection.condition.values).fetchall()))


def _conditions(connection: sqlite3.Connection, parts: Sequence[QueryPart]) -> list[Condition]:
    return [_condition(connection, part) for part in parts]


def _condition(connection: sqlite3.Connection, part: QueryPart) -> Condition:
    match part:
        case And(parts):
            return _all(_conditions(connection, parts))
        case Or(parts):
            return _joined(" OR ", _conditions(connection, parts)) if parts else NONE
        case Not(inner):
            found = _condition(connection, inner)
            return Condition(f"NOT ({found.sql})", found.values)
    return _term(connection, part)


def _term(connection: sqlite3.Connection, term: Term) -> Condition:
    match term:
        case Word(text):
            found = _in_text(Word, text)
        case Phrase(text):
            found = _in_text(Phrase, text)
        case EntityTerm():
            found = _entity(_entity_rows(connection, term))
        case SourceTerm(name):
            found = _source(connection, name)
        case DateTerm(start, end):
            found = Condition("{at} >= ? AND {at} < ?", ids.bounds(start, end))
        case MarkTerm(mark):
            found = Condition(_MARKS[mark])
        case FactTerm(kind):
            found = Condition("EXISTS (SELECT 1 FROM fact_kind WHERE kind = ? AND article = {id})", (neutralise(kind),))
    return found


def _all(conditions: Sequence[Condition]) -> Condition:
    return _joined(" AND ", conditions) if conditions else EVERY


def _joined(operator: str, conditions: Sequence[Condition]) -> Condition:
    return Condition(
        operator.join(f"({condition.sql})" for condition in conditions),
        tuple(value for condition in conditions for value in condition.values),
    )


def _in_text(kind: type[Word | Phrase], text: str) -> Condition:
    table, expression = _TEXT[kind]
    wanted = expression(text)
    # Text without a word, such as a dash, asks for nothing.
    return Condition(f"{{id}} IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", (wanted,)) if wanted else EVERY


def _entity_rows(connection: sqlite3.Connection, term: EntityTerm) -> tuple[int, ...]:
    if term.id:
        row = entities.row_of(connection, term.id)
        return (row,) if row else ()
    return entities.named(connection, term.name, term.type)


def _entity(rows: Sequence[int]) -> Condition:
    if len(rows) > _FEW:
        return Condition(_NAMES_ANY, (json.dumps(rows),))
    return _joined(" OR ", [Condition(_NAMES, (row,)) for row in rows]) if rows else NONE


def _source(connection: sqlite3.Connection, name: str) -> Condition:
    """Outlets with exactly this name (folded), else those with all its words as beginnings of words in theirs."""
    key, wanted = fold(name), [token.fold for token in words(name)]
    outlets: list[tuple[int, str]] = connection.execute("SELECT id, key FROM outlet").fetchall()
    found = [row for row, own in outlets if own == key] or [row for row, own in outlets if _begins(own, wanted)]
    return Condition(f"{{outlet}} IN ({', '.join('?' * len(found))})", tuple(found)) if found else NONE


def _begins(name: str, wanted: Sequence[str]) -> bool:
    own = [form for token in words(name) for form in (token.fold, token.fold.removeprefix("ال"))]
    return bool(wanted) and all(any(form.startswith(word) for form in own) for word in wanted)
