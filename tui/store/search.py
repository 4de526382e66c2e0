"""Text search: what of an article is searched, and the expressions that find words and phrases.

A word of the text goes in under all stems it can be read as, so that a query's word needs one look; this is the rule by
which `tui.arabic.search.hits` marks words, and both agree. Phrases are folded words in order, within one paragraph.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tui.arabic.normalise import words
from tui.arabic.stem import stem, stems
from tui.model import Phrase, Prefix, Word

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from tui.model import Draft, TextPart

_BREAK = " ¶ "  # a word of its own, which no text has: phrases end at paragraphs


def index(connection: sqlite3.Connection, article: int, draft: Draft, *, suffix: str = "") -> None:
    """Make an article findable by its title, dateline, caption and paragraphs.

    Args:
        connection: in a transaction.
        article: its id.
        draft: its text.
        suffix: of the tables' names, where they are being made anew.
    """
    folded = [[token.fold for token in words(part)] for part in _parts(draft)]
    found = set(chain.from_iterable(map(stems, set(chain.from_iterable(folded)))))
    connection.execute(f"INSERT INTO stems{suffix} (rowid, words) VALUES (?, ?)", (article, " ".join(found)))
    exact = _BREAK.join(" ".join(part) for part in folded)
    connection.execute(f"INSERT INTO exact{suffix} (rowid, words) VALUES (?, ?)", (article, exact))


def _parts(draft: Draft) -> Iterable[str]:
    if draft.title_span is None or draft.title != draft.text[draft.title_span.start : draft.title_span.end]:
        yield draft.title
    for span in (draft.title_span, draft.dateline, draft.caption, *draft.body):
        if span is not None:
            yield draft.text[span.start : span.end]


def streams(connection: sqlite3.Connection, texts: Sequence[TextPart], before: int) -> list[Iterator[int]]:
    """Falling ids below `before` of the articles that have these texts: one stream a table, all of which must agree."""
    found: list[Iterator[int]] = []
    for table, expression in _expressions(texts).items():
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid < ? ORDER BY rowid DESC"
        found.append(chain.from_iterable(connection.execute(sql, (expression, before))))
    return found


def among(connection: sqlite3.Connection, text: TextPart, articles: Iterable[int]) -> list[int]:
    """Those of some articles that have a text; each is looked up (about 10 us)."""
    ((table, expression),) = _expressions((text,)).items()
    sql = f"SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid = ?"
    return [article for article in articles if connection.execute(sql, (expression, article)).fetchone()]


def _expressions(texts: Sequence[TextPart]) -> dict[str, str]:
    """The FTS5 expression for each table that is asked."""
    parts: dict[str, list[str]] = {}
    for text in texts:
        match text:
            case Word(word):
                parts.setdefault("stems", []).append(match_word(word))
            case Phrase(words_in_order):
                parts.setdefault("exact", []).append(match_phrase(words_in_order))
            case Prefix(beginning):
                parts.setdefault("exact", []).append(f"{match_phrase(beginning)}*")
    return {table: " AND ".join(f"({part})" for part in own) for table, own in parts.items()}


def match_word(text: str) -> str:
    """The FTS5 expression for a query's word in `stems`; '' for a text without words. Several words: all of them."""
    return " AND ".join(f'"{stem(token.fold)}"' for token in words(text))


def match_phrase(text: str) -> str:
    """The FTS5 expression for a phrase in `exact`; '' for a text without words."""
    tokens = [token.fold for token in words(text)]
    return f'"{" ".join(tokens)}"' if tokens else ""


def start_anew(connection: sqlite3.Connection) -> None:
    """Make empty tables beside the ones in use (suffix `_new`), for a rebuild."""
    from tui.store import schema

    drop_new(connection)
    for statement in schema.statements(schema.SEARCH.format(stems="stems_new", exact="exact_new")):
        connection.execute(statement)


def drop_new(connection: sqlite3.Connection) -> None:
    """Take away what an earlier rebuild left unfinished."""
    for table in ("stems_new", "exact_new"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")


def put_new_in_place(connection: sqlite3.Connection) -> None:
    """Let the tables made anew take the place of those in use."""
    for table in ("stems", "exact"):
        connection.execute(f"DROP TABLE {table}")
        connection.execute(f"ALTER TABLE {table}_new RENAME TO {table}")
