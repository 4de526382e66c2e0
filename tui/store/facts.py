"""Facts of articles and the links between them.

A fact's number is `article << 16 | place in the article's list`, so the facts of an article, and of a time, stand
together in every index.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.arabic.repeats import repeats
from tui.model import FactLink, LinkedFact, StoredFact
from tui.store import articles, codec, entities, ids, labels, verdicts
from tui.store.primitives import Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tui.model import Analysis, Argument, Fact, Mention, Relation
    from tui.store.postings import Batch

    Compare = Callable[[Fact, Fact, Sequence[Fact], Sequence[Fact]], FactLink | None]

PER_KEY = 50
"""Facts that are compared under one key: what more of them share tells nothing."""

DAYS = 30
"""How far apart the days of two articles may be for their facts to be compared."""

_PLACES = 1 << 16


def store(
    connection: sqlite3.Connection,
    batch: Batch,
    article: int,
    analysis: Analysis,
    *,
    keys: Sequence[Sequence[int]],
    rows: Mapping[str, int],
) -> None:
    """Keep what analysis found in an article, in place of what was there, without links.

    Args:
        connection: in a transaction.
        batch: of the transaction.
        article: its id.
        analysis: mentions and facts.
        keys: the blocking keys of each fact.
        rows: row ids of entity ids.
    """
    remove(connection, article, batch)
    facts = analysis.facts[:_PLACES]
    connection.execute(
        "INSERT INTO analysis VALUES (?, ?, ?)",
        (article, codec.pack_mentions(analysis.mentions), codec.pack_facts(facts, keys[:_PLACES])),
    )
    index(connection, batch, article, facts, keys=keys[:_PLACES], rows=rows)


def index(
    connection: sqlite3.Connection,
    batch: Batch,
    article: int,
    facts: Sequence[Fact],
    *,
    keys: Sequence[Sequence[int]],
    rows: Mapping[str, int],
) -> None:
    """Let an article's facts be found by kind, by key, and by the entities in `rows` that they name."""
    first = article * _PLACES
    for kind in {fact.kind for fact in facts}:
        batch.add(Posting(Kind.FACT, labels.number(connection, Kind.FACT, kind)), (article,))
    _keep_keys(connection, article, keys)
    connection.executemany(
        "INSERT OR IGNORE INTO fact_entity VALUES (?, ?)",
        ((rows[key], first + place) for place, fact in enumerate(facts) for key in named(fact) if key in rows),
    )


def remove(connection: sqlite3.Connection, article: int, batch: Batch) -> None:
    """Forget what analysis found in an article, and the links of its facts."""
    found = connection.execute("DELETE FROM analysis WHERE article = ? RETURNING facts", (article,)).fetchall()
    if not found:
        return
    first, facts = article * _PLACES, codec.unpack_facts(found[0][0])
    _forget_keys(connection, article, codec.unpack_keys(found[0][0]))
    for kind in {fact.kind for fact in facts}:
        batch.remove(Posting(Kind.FACT, labels.number(connection, Kind.FACT, kind)), (article,))
    now = entities.current(connection, {key for fact in facts for key in named(fact)})
    connection.executemany(
        "DELETE FROM fact_entity WHERE entity = (SELECT id FROM entity WHERE key = ?) AND fact = ?",
        ((now[key], first + place) for place, fact in enumerate(facts) for key in named(fact)),
    )
    pairs = connection.execute(
        "DELETE FROM fact_link WHERE fact >= ? AND fact < ? RETURNING other, fact", (first, first + _PLACES)
    ).fetchall()
    connection.executemany("DELETE FROM fact_link WHERE fact = ? AND other = ?", pairs)


def rename(connection: sqlite3.Connection, article: int, block_keys: Callable[[Fact], Sequence[int]]) -> None:
    """Store an article's facts with the entity ids that are valid now, and the keys that follow from them."""
    facts = read(connection, article)
    keys = [block_keys(fact) for fact in facts]
    (packed,) = connection.execute("SELECT facts FROM analysis WHERE article = ?", (article,)).fetchone()
    _forget_keys(connection, article, codec.unpack_keys(packed))
    _keep_keys(connection, article, keys)
    connection.execute("UPDATE analysis SET facts = ? WHERE article = ?", (codec.pack_facts(facts, keys), article))


def rename_mentions(connection: sqlite3.Connection, article: int) -> None:
    """Store an article's mentions with the entity ids that are valid now."""
    packed = codec.pack_mentions(mentions(connection, article))
    connection.execute("UPDATE analysis SET mentions = ? WHERE article = ?", (packed, article))


def articles_about(connection: sqlite3.Connection, entity: int) -> list[int]:
    """The articles with facts that name an entity (row id)."""
    found = connection.execute(f"SELECT DISTINCT fact / {_PLACES} FROM fact_entity WHERE entity = ?", (entity,))
    return [article for (article,) in found]


def _keep_keys(connection: sqlite3.Connection, article: int, keys: Sequence[Sequence[int]]) -> None:
    first, day = article * _PLACES, ids.day_number(article)
    connection.executemany(
        "INSERT OR IGNORE INTO fact_key VALUES (?, ?, ?)",
        ((key, day, first + place) for place, own in enumerate(keys) for key in own),
    )


def _forget_keys(connection: sqlite3.Connection, article: int, keys: Sequence[Sequence[int]]) -> None:
    first, day = article * _PLACES, ids.day_number(article)
    connection.executemany(
        "DELETE FROM fact_key WHERE key = ? AND day = ? AND fact = ?",
        ((key, day, first + place) for place, own in enumerate(keys) for key in own),
    )


def named(fact: Fact) -> set[str]:
    """The entity ids in a fact."""
    fillers = [filler.entity for filler in (fact.subject, fact.object) if filler]
    return {key for key in (*fillers, fact.place, *(link.entity for link in fact.attribution)) if key}


# ---------------------------------------------------------------- links


def link(connection: sqlite3.Connection, article: int, keys: Sequence[Sequence[int]], compare: Compare) -> None:
    """Compare an article's stored facts with those of others and keep the links, in both directions.

    Of its own facts only a denial and what it denies are linked.
    """
    facts = read(connection, article) if keys else ()
    others: dict[int, tuple[Fact, ...]] = {}
    links: list[tuple[int, int, Relation, str]] = []
    for place, (fact, own) in enumerate(zip(facts, keys, strict=False)):
        for number in _candidates(connection, article, own):
            there, where = divmod(number, _PLACES)
            if there not in others:
                others[there] = read(connection, there)
            other = others[there][where]
            mine = article * _PLACES + place
            if found := compare(fact, other, facts, others[there]):
                links.append((mine, number, found.relation, found.why))
            if found := compare(other, fact, others[there], facts):
                links.append((number, mine, found.relation, found.why))
    links += _denied_within(article, facts, compare)
    connection.executemany("INSERT OR REPLACE INTO fact_link VALUES (?, ?, ?, ?)", links)


def _denied_within(article: int, facts: Sequence[Fact], compare: Compare) -> Iterator[tuple[int, int, Relation, str]]:
    """The links of denials to what they deny in the article itself; facts of one article are not compared else."""
    for place, denial in enumerate(facts):
        if denial.kind != "denial":
            continue
        for where, claim in enumerate(facts):
            found = compare(denial, claim, facts, facts)
            if found is not None and found.relation == "denies":
                first = article * _PLACES
                yield first + place, first + where, found.relation, found.why
                yield first + where, first + place, found.relation, found.why


def _candidates(connection: sqlite3.Connection, article: int, keys: Sequence[int]) -> list[int]:
    """Numbers of the facts of other articles that share a key; those before the article come first."""
    first = article * _PLACES
    found: dict[int, None] = {}
    for key in keys:
        room = PER_KEY
        for earliest, latest in ids.windows(article, DAYS):
            numbers = connection.execute(
                "SELECT fact FROM fact_key WHERE key = ? AND day BETWEEN ? AND ? AND NOT fact BETWEEN ? AND ?"
                " ORDER BY day DESC, fact DESC LIMIT ?",
                (key, earliest, latest, first, first + _PLACES - 1, room),
            ).fetchall()
            room -= len(numbers)
            found.update(dict.fromkeys(number for (number,) in numbers))
    return list(found)


def links_of(connection: sqlite3.Connection, numbered: Mapping[int, Fact]) -> dict[int, tuple[LinkedFact, ...]]:
    """The links of facts (by number) into other articles, oldest article first; facts without links are left out.

    So are links to facts of which the reader said that they are not the same.
    """
    numbers, apart = numbered, verdicts.apart(connection, (fact.id for fact in numbered.values()))
    found = [
        link
        for some in articles.chunks(list(numbers))
        for link in connection.execute(
            "SELECT fact, other, relation, why FROM fact_link"
            f" WHERE fact IN {articles.places(len(some))} ORDER BY other",
            tuple(some),
        )
    ]
    # Of deleted articles there are no rows.
    ends = {number // _PLACES for fact, other, _, _ in found for number in (fact, other)}
    rows = {row.id: row for row in articles.rows(connection, list(ends))}
    others = {there: read(connection, there) for there in {other // _PLACES for _, other, _, _ in found} & rows.keys()}
    links: dict[int, list[LinkedFact]] = {}
    for number, other, relation, why in found:
        there, where = divmod(other, _PLACES)
        if there not in rows:
            continue
        fact = others[there][where]
        if apart and (numbered[number].id, fact.id) in apart:
            continue
        links.setdefault(number, []).append(LinkedFact(FactLink(fact.id, relation, why), fact, rows[there]))
    outlets = {number: rows[number // _PLACES].source for number in links if number // _PLACES in rows}
    return {number: _sourced(numbered[number], outlets.get(number, ""), own) for number, own in links.items()}


def _sourced(fact: Fact, outlet: str, links: Sequence[LinkedFact]) -> tuple[LinkedFact, ...]:
    """The links of a fact with the sources of those that say the same; many that carry one text are one."""
    known = [({outlet} - {""}, [fact.evidence.around])]  # of each source the outlets and the texts
    return tuple(_of_source(link, known) if link.link.relation == "same" else link for link in links)


def _of_source(link: LinkedFact, known: list[tuple[set[str], list[str]]]) -> LinkedFact:
    text, outlet = link.fact.evidence.around, link.article.source
    copied = repeats(text, known[0][1][0])
    of = (outlet in outlets or any(repeats(text, other) for other in texts) for outlets, texts in known)
    source = next((number for number, found in enumerate(of) if found), len(known))
    if source == len(known):
        known.append((set(), []))
    outlets, texts = known[source]
    outlets.update({outlet} - {""})
    texts.append(text)
    return replace(link, copied=copied, source=source)


# ---------------------------------------------------------------- reading


def read(connection: sqlite3.Connection, article: int) -> tuple[Fact, ...]:
    """The facts of an article, with the entity ids that are valid now."""
    found = connection.execute("SELECT facts FROM analysis WHERE article = ?", (article,)).fetchone()
    facts = codec.unpack_facts(found[0]) if found else ()
    now = entities.current(connection, {key for fact in facts for key in named(fact)})
    return tuple(_renamed(fact, now) if any(now[key] != key for key in named(fact)) else fact for fact in facts)


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


def analysed(connection: sqlite3.Connection, article: int) -> bool:
    """Whether an article was analysed since it was added."""
    return connection.execute("SELECT 1 FROM analysis WHERE article = ?", (article,)).fetchone() is not None


def mentions(connection: sqlite3.Connection, article: int) -> tuple[Mention, ...]:
    """The mentions in an article, with the entity ids that are valid now."""
    found = connection.execute("SELECT mentions FROM analysis WHERE article = ?", (article,)).fetchone()
    stored = codec.unpack_mentions(found[0]) if found else ()
    now = entities.current(connection, {mention.entity for mention in stored})
    return tuple(
        mention if now[mention.entity] == mention.entity else replace(mention, entity=now[mention.entity])
        for mention in stored
    )


def of_article(connection: sqlite3.Connection, article: int) -> tuple[StoredFact, ...]:
    """The facts of an article with their links."""
    found = read(connection, article)
    if not found:
        return ()
    first = article * _PLACES
    links = links_of(connection, dict(enumerate(found, start=first)))
    said = verdicts.of_article(connection, article, found)
    return tuple(
        StoredFact(fact, row, links.get(first + place, ()), said.get(fact.id, ""))
        for row in articles.rows(connection, (article,))  # none of a deleted one
        for place, fact in enumerate(found)
    )


def about(connection: sqlite3.Connection, entity: int, limit: int) -> tuple[StoredFact, ...]:
    """The newest facts that name an entity (row id), with their links."""
    found = connection.execute(
        "SELECT fact FROM fact_entity WHERE entity = ? ORDER BY fact DESC LIMIT ?", (entity, limit)
    ).fetchall()
    numbers = [number for (number,) in found]
    there = {article: read(connection, article) for article in {number // _PLACES for number in numbers}}
    rows = {row.id: row for row in articles.rows(connection, list(there))}
    numbered = {number: there[number // _PLACES][number % _PLACES] for number in numbers if number // _PLACES in rows}
    links = links_of(connection, numbered)
    said: dict[str, str] = {}
    for article in rows:
        said |= verdicts.of_article(connection, article, there[article])
    return tuple(
        StoredFact(fact, rows[number // _PLACES], links.get(number, ()), said.get(fact.id, ""))
        for number, fact in numbered.items()
    )
