"""Articles by how much they are about what is searched for, told from the text index alone."""

from __future__ import annotations

from itertools import chain, pairwise
from math import log
from typing import TYPE_CHECKING

from tui.arabic.normalise import words
from tui.arabic.stem import stem
from tui.model import Prefix, Word
from tui.query import needles
from tui.store import ids, search

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from tui.model import QueryPart, TextPart

MOST = 5000
"""Matches up to which an order by relevance is quick: 40 ms; of more, the newest are what is wanted."""

# Weights beside that of a text's being there at all: measured by finding an article again by words of its title and of
# its first paragraph (tests/bench/ant.py).
_IN_TITLE, _OFTEN, _BESIDE = 1.0, 0.5, 1.0


def ranked(connection: sqlite3.Connection, query: QueryPart, articles: Iterable[int]) -> list[int]:
    """These articles, those first that are most about the texts that a query asks for; among equals the newer first.

    A text counts for the more, the rarer it is; once more where the title has it, half more where the article is full
    of it, and once more where it stands before the text that follows it in the query.
    """
    sought = needles(query)
    scores = dict.fromkeys(articles, 0.0)

    def add(some: Iterable[int], weight: float) -> None:
        for article in some:
            if article in scores:
                scores[article] += weight

    for part in sought:
        having = _having(connection, part)
        weight = 1 / log(2 + len(having))
        add(having, weight)
        add(_marked(connection, search.IN_TITLE, part), weight * _IN_TITLE)
        add(_marked(connection, search.OFTEN, part), weight * _OFTEN)
    for one, other in pairwise(sought):
        if isinstance(one, Word) and isinstance(other, Word):
            beside = _having(connection, Word(f"{one.text} {other.text}"))
            add(beside, _BESIDE / log(2 + len(beside)))
    return sorted(scores, key=lambda article: (-scores[article], -article))


def _having(connection: sqlite3.Connection, part: TextPart) -> list[int]:
    (stream,) = search.streams(connection, (part,), ids.END)
    return list(stream)


def _marked(connection: sqlite3.Connection, mark: str, part: TextPart) -> Iterator[int]:
    """The articles with this mark on all words of a word or phrase."""
    if isinstance(part, Prefix):
        return iter(())
    expression = " ".join([f'"{mark}{stem(token.fold)}"' for token in words(part.text)])
    return chain.from_iterable(connection.execute("SELECT rowid FROM stems WHERE stems MATCH ?", (expression,)))
