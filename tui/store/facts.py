"""Facts of articles and the links between them.

A fact's number is `article << 16 | place in the article's list`, so the facts of an article, and of a time, stand
together in every index.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.model import Analysis, FactLink, LinkedFact
from tui.store import articles, codec, entities, ids

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tui.model import Argument, ArticleRow, Fact, Mention

    Compare = Callable[[Fact, Fact], FactLink | None]

PER_KEY = 50
"""Facts that are compared under one key: what more of them share tells nothing."""

DAYS = 30
"""How far apart the days of two articles may be for their facts to be compared."""

_PLACES = 1 << 16


def store(
    connection: sqlite3.Connection,
    article: int,
    analysis: Analysis,
    keys: Sequence[Sequence[int]],
    rows: Mapping[str, int],
) -> None:
    """Keep what analysis found in an article, in place of what was there, without links.

    Args:
        connection: in a transaction.
        article: its id.
        analysis: mentions and facts.
        keys: the blocking keys of each fact.
        rows: row ids of entity ids.
    """
    _remove(connection, article)
    facts = analysis.facts[:_PLACES]
    connection.execute(
        "INSERT INTO analysis VALUES (?, ?, ?)",
        (article, codec.pack_mentions(analysis.mentions), codec.pack_facts(facts, keys[:_PLACES])),
    )
    first, day = article * _PLACES, ids.day_number(article)
    connection.executemany("INSERT INTO fact_kind VALUES (?, ?)", {(fact.kind, article) for fact in facts})
    connection.executemany(
        "INSERT OR IGNORE INTO fact_key VALUES (?, ?, ?)",
        ((key, day, first + place) for place, own in enumerate(keys) for key in own),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO fact_entity VALUES (?, ?)",
        ((rows[key], first + place) for place, fact in enumerate(facts) for key in _named(fact) if key in rows),
    )


def _remove(connection: sqlite3.Connection, article: int) -> None:
    found = connection.execute("DELETE FROM analysis WHERE article = ? RETURNING facts", (article,)).fetchall()
    if not found:
        return
    first, day = article * _PLACES, ids.day_number(article)
    facts, keys = codec.unpack_facts(found[0][0]), codec.unpack_keys(found[0][0])
    connection.executemany(
        "DELETE FROM fact_key WHERE key = ? AND day = ? AND fact = ?",
        ((key, day, first + place) for place, own in enumerate(keys) for key in own),
    )
    connection.executemany(
        "DELETE FROM fact_kind WHERE kind = ? AND article = ?", {(fact.kind, article) for fact in facts}
    )
    named = entities.current(connection, {key for fact in facts for key in _named(fact)})
    connection.executemany(
        "DELETE FROM fact_entity WHERE entity = (SELECT id FROM entity WHERE key = ?) AND fact = ?",
        ((named[key], first + place) for place, fact in enumerate(facts) for key in _named(fact)),
    )
    pairs = connection.execute(
        "DELETE FROM fact_link WHERE fact >= ? AND fact < ? RETURNING other, fact", (first, first + _PLACES)
    ).fetchall()
    connection.executemany("DELETE FROM fact_link WHERE fact = ? AND other = ?", pairs)


def _named(fact: Fact) -> set[str]:
    """The entity ids in a fact."""
    fillers = [filler.entity for filler in (fact.subject, fact.object) if filler]
    return {key for key in (*fillers, fact.place, *(link.entity for link in fact.attribution)) if key}


# ---------------------------------------------------------------- links


def link(connection: sqlite3.Connection, article: int, keys: Sequence[Sequence[int]], compare: Compare) -> None:
    """Compare an article's stored facts with those of others and keep the links, in both directions."""
    facts = read(connection, article)
    others: dict[int, tuple[Fact, ...]] = {}
    links = []
    for place, (fact, own) in enumerate(zip(facts, keys, strict=False)):
        for number in _candidates(connection, article, own):
            there, where = divmod(number, _PLACES)
            if there not in others:
                others[there] = read(connection, there)
            other = others[there][where]
            mine = article * _PLACES + place
            for one, two, first, second in ((fact, other, mine, number), (other, fact, number, mine)):
                if found := compare(one, two):
                    links.append((first, second, found.relation, found.why))
    connection.executemany("INSERT OR REPLACE INTO fact_link VALUES (?, ?, ?, ?)", links)


def _candidates(connection: sqlite3.Connection, article: int, keys: Sequence[int]) -> list[int]:
    """Numbers of the facts of other articles that share a key, the nearest in time first."""
    day, first = ids.day_number(article), article * _PLACES
    found: dict[int, None] = {}
    for key in keys:
        before = connection.execute(
            "SELECT fact FROM fact_key WHERE key = ?1 AND day BETWEEN ?2 - ?3 AND ?2 AND (fact < ?4 OR fact >= ?5)"
            " ORDER BY day DESC, fact DESC LIMIT ?6",
            (key, day, DAYS, first, first + _PLACES, PER_KEY),
        ).fetchall()
        after = connection.execute(
            "SELECT fact FROM fact_key WHERE key = ?1 AND day > ?2 AND day <= ?2 + ?3 ORDER BY day, fact LIMIT ?4",
            (key, day, DAYS, PER_KEY - len(before)),
        ).fetchall()
        found.update(dict.fromkeys(number for (number,) in (*before, *after)))
    return list(found)


def links_of(connection: sqlite3.Connection, article: int) -> dict[str, tuple[LinkedFact, ...]]:
    """The links of an article's facts into other articles, by the fact's id, oldest article first."""
    first = article * _PLACES
    found = connection.execute(
        "SELECT fact, other, relation, why FROM fact_link WHERE fact >= ? AND fact < ? ORDER BY fact, other",
        (first, first + _PLACES),
    ).fetchall()
    if not found:
        return {}
    mine = read(connection, article)
    others = {there: read(connection, there) for there in {other // _PLACES for _, other, _, _ in found}}
    rows = {row.id: row for row in articles.rows(connection, list(others))}
    links: dict[str, list[LinkedFact]] = {}
    for number, other, relation, why in found:
        there, where = divmod(other, _PLACES)
        fact = others[there][where]
        linked = LinkedFact(FactLink(fact.id, relation, why), fact, rows[there])
        links.setdefault(mine[number - first].id, []).append(linked)
    return {fact_id: tuple(own) for fact_id, own in links.items()}


# ---------------------------------------------------------------- reading


def read(connection: sqlite3.Connection, article: int) -> tuple[Fact, ...]:
    """The facts of an article, with the entity ids that are valid now."""
    found = connection.execute("SELECT facts FROM analysis WHERE article = ?", (article,)).fetchone()
    facts = codec.unpack_facts(found[0]) if found else ()
    now = entities.current(connection, {key for fact in facts for key in _named(fact)})
    return tuple(_renamed(fact, now) if any(now[key] != key for key in _named(fact)) else fact for fact in facts)


def _renamed(fact: Fact, now: Mapping[str, str]) -> Fact:
    return replace(
        fact,
        subject=_filler(fact.subject, now),
        object=_filler(fact.object, now),
        place=now.get(fact.place, fact.place),
        attribution=tuple(replace(link, entity=now.get(link.entity, link.entity)) for link in fact.attribution),
    )


def _filler(filler: Argument | None, now: Mapping[str, str]) -> Argument | None:
    return filler and replace(filler, entity=now.get(filler.entity, filler.entity))


def mentions(connection: sqlite3.Connection, article: int) -> tuple[Mention, ...]:
    """The mentions in an article, with the entity ids that are valid now."""
    found = connection.execute("SELECT mentions FROM analysis WHERE article = ?", (article,)).fetchone()
    stored = codec.unpack_mentions(found[0]) if found else ()
    now = entities.current(connection, {mention.entity for mention in stored})
    return tuple(
        mention if now[mention.entity] == mention.entity else replace(mention, entity=now[mention.entity])
        for mention in stored
    )


def about(connection: sqlite3.Connection, entity: int, limit: int) -> Iterator[tuple[Fact, ArticleRow]]:
    """The newest facts that name an entity (row id), each with its article."""
    found = connection.execute(
        "SELECT fact FROM fact_entity WHERE entity = ? ORDER BY fact DESC LIMIT ?", (entity, limit)
    ).fetchall()
    there = {number // _PLACES: read(connection, number // _PLACES) for (number,) in found}
    rows = {row.id: row for row in articles.rows(connection, list(there))}
    for (number,) in found:
        article, place = divmod(number, _PLACES)
        yield there[article][place], rows[article]
