"""What analysis found against the tables that index it: entities of articles, facts by entity, key and kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.errors import LibraryError
from tui.i18n import N_
from tui.model import Finding
from tui.store import articles, codec, facts, labels, postings
from tui.store.adding import KnownHere, keep
from tui.store.checking.scope import Scope, shown
from tui.store.naming import Naming, write_list
from tui.store.primitives import Kind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from tui.model import Fact, Mention

NAME = "analyses"

_MOST = 10_000  # analyses that are unpacked unless the check is thorough
_COUNTED = 0xFFFF  # mentions of one entity in one article are not counted any further
_TABLES = {"fact_entity": "entity", "fact_key": "key"}


@dataclass(slots=True)
class _Wrong:
    """Articles of which something is wrong."""

    unreadable: list[int] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    facts: set[int] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    unlabelled: list[int] = field(default_factory=list)


def look(scope: Scope) -> Iterator[Finding]:
    """Analyses that cannot be read, and index rows that say more, less or something else than they do."""
    wrong = _examine(scope)
    for places, said in (
        (wrong.unreadable, N_("analyses that cannot be read: {count}")),
        (wrong.lists, N_("articles whose list of entities is not what analysis found: {count}")),
        (sorted(wrong.facts), N_("articles whose facts are not indexed as analysis found them: {count}")),
        (sorted(wrong.kinds), N_("kinds of facts whose set of articles is wrong: {count}")),
        (wrong.unlabelled, N_("sets of facts or tags without a name: {count}")),
    ):
        if places:
            yield Finding(NAME, said, len(places), shown(places))


class _Entities:
    """Row ids of entity ids, merged ones included."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._rows = dict(connection.execute("SELECT key, id FROM entity"))
        self._merged = dict(connection.execute("SELECT old, new FROM merged"))

    def row(self, key: str) -> int:
        """The row of an entity's id, 0 for none."""
        return int(self._rows.get(self._merged.get(key, key), 0))

    def counts(self, mentions: Sequence[Mention]) -> dict[int, int]:
        """How often an article names which entity."""
        found = Counter(row for mention in mentions if (row := self.row(mention.entity)))
        return {row: min(count, _COUNTED) for row, count in found.items()}


def _examine(scope: Scope) -> _Wrong:
    connection, known, wrong = scope.connection, _Entities(scope.connection), _Wrong()
    analysed = [article for (article,) in connection.execute("SELECT article FROM analysis ORDER BY article")]
    looked = BitMap(scope.some(analysed, _MOST))
    sums = _sums(connection, looked, BitMap(analysed), wrong)
    kinds: dict[str, BitMap] = {}
    for article in looked:
        scope.step()
        row = connection.execute(
            "SELECT n.mentions, n.facts, a.entities, a.counts FROM analysis n JOIN article a ON a.id = n.article"
            " WHERE n.article = ?",
            (article,),
        ).fetchone()
        if row is None:  # no article: its row is found wrong elsewhere
            continue
        try:
            counts = known.counts(codec.unpack_mentions(row[0]))
            found, keys = codec.unpack_indexed(row[1])
        except LibraryError:
            wrong.unreadable.append(article)
            continue
        listed, counted = codec.unpack_ids(row[2]), codec.unpack_counts(row[3])
        if len(listed) != len(counted) or dict(zip(listed, counted, strict=False)) != counts:
            wrong.lists.append(article)
        if sums.get(article, (0, 0)) != _expected(known, article, counts, found, keys):
            wrong.facts.add(article)
        for fact in found:
            kinds.setdefault(fact.kind, BitMap()).add(article)
    _examine_kinds(connection, looked, kinds, wrong)
    if len(looked) == len(analysed):
        bare = connection.execute(
            "SELECT id FROM article WHERE entities != x'' AND id NOT IN (SELECT article FROM analysis)"
        )
        wrong.lists += [article for (article,) in bare]
    return wrong


def _sums(
    connection: sqlite3.Connection, looked: BitMap, analysed: BitMap, wrong: _Wrong
) -> dict[int, tuple[int, int]]:
    """For each article one number for all its rows in each table; equal rows in any order give equal numbers."""
    sums: dict[int, list[int]] = {}
    for place, (table, column) in enumerate(_TABLES.items()):
        for value, number in connection.execute(f"SELECT {column}, fact FROM {table}"):
            article = number >> 16
            if article in looked:
                sums.setdefault(article, [0, 0])[place] ^= hash((value, number))
            elif article not in analysed:
                wrong.facts.add(article)
    misdated = connection.execute("SELECT DISTINCT fact >> 16 FROM fact_key WHERE day != fact >> 32")
    wrong.facts.update(article for (article,) in misdated)
    return {article: (both[0], both[1]) for article, both in sums.items()}


def _expected(
    known: _Entities, article: int, counts: dict[int, int], found: Sequence[Fact], keys: Sequence[Sequence[int]]
) -> tuple[int, int]:
    """The numbers of `_sums` that an analysis should give."""
    about = keyed = 0
    for number, (fact, own) in enumerate(zip(found, keys, strict=False), article << 16):
        for row in {known.row(key) for key in facts.named(fact)} & counts.keys():
            about ^= hash((row, number))
        for key in set(own):
            keyed ^= hash((key, number))
    return about, keyed


def _examine_kinds(connection: sqlite3.Connection, looked: BitMap, kinds: dict[str, BitMap], wrong: _Wrong) -> None:
    names = labels.names(connection, Kind.FACT)
    numbers = {name: number for number, name in names.items()}
    sets: dict[int, BitMap] = {}
    for _, number, have in postings.pieces(connection, Kind.FACT):
        if have is None:
            wrong.kinds.add(names.get(number, str(number)))
        else:
            sets[number] = sets.get(number, BitMap()) | have
    for name in {*numbers, *kinds}:
        found = sets.get(numbers.get(name, -1), BitMap())
        if found & looked != kinds.get(name, BitMap()):
            wrong.kinds.add(name)
    used = {(kind, number) for kind in (Kind.FACT, Kind.TAG) for number in postings.numbers(connection, kind)}
    named = {(kind, number) for kind in (Kind.FACT, Kind.TAG) for number in labels.names(connection, kind)}
    wrong.unlabelled += sorted(number for _, number in used - named)


def mend(scope: Scope) -> None:
    """Index all analyses again, and analyse anew what cannot be read."""
    connection, wrong = scope.connection, _examine(scope)
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")
    postings.drop(connection, Kind.FACT)
    unnamed = set(postings.numbers(connection, Kind.TAG)) - labels.names(connection, Kind.TAG).keys()
    names = ((number, Kind.TAG, str(number), str(number)) for number in unnamed)  # what is left of its name
    connection.executemany("INSERT OR IGNORE INTO label (id, kind, name, key) VALUES (?, ?, ?, ?)", names)
    connection.execute("UPDATE article SET entities = x'', counts = x'' WHERE id NOT IN (SELECT article FROM analysis)")
    known = _Entities(connection)
    analysed = connection.execute("SELECT article FROM analysis").fetchall()
    with postings.Batch(connection) as batch:
        for (article,) in analysed:
            if article not in wrong.unreadable:
                _index(connection, batch, known, article, relist=article in wrong.lists)
    with postings.Batch(connection) as batch:
        for article in wrong.unreadable:
            _analyse_anew(scope, batch, article)


def _index(
    connection: sqlite3.Connection, batch: postings.Batch, known: _Entities, article: int, *, relist: bool
) -> None:
    row = connection.execute("SELECT mentions, facts FROM analysis WHERE article = ?", (article,)).fetchone()
    counts = known.counts(codec.unpack_mentions(row[0]))
    if relist:
        write_list(connection, article, counts)
    found, keys = codec.unpack_indexed(row[1])
    rows = {key: known.row(key) for fact in found for key in facts.named(fact) if known.row(key) in counts}
    facts.index(connection, batch, article, found, keys=keys, rows=rows)


def _analyse_anew(scope: Scope, batch: postings.Batch, article: int) -> None:
    analyser = scope.analyser
    scope.connection.execute("DELETE FROM analysis WHERE article = ?", (article,))
    naming = Naming(scope.connection, batch, analyser.keys)
    analysis = analyser.analyse(articles.draft_of(scope.connection, article), KnownHere(naming))
    keep(naming, article, analysis, analyser, new=False)
    naming.settle()
