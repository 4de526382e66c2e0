"""The tables, and the numbered steps that bring an older library up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import LibraryError
from tui.store import moving

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

APPLICATION_ID = 0x57525151
"""Marks the file as ours (`PRAGMA application_id`)."""

_FIRST = """
-- Ids are in date order (see ids.py); lists need nothing but this table, so it stays narrow.
CREATE TABLE article (
    id          INTEGER PRIMARY KEY,
    title       TEXT NOT NULL,
    outlet      INTEGER NOT NULL,   -- outlet.id; 0 when unknown
    published   TEXT NOT NULL,      -- ISO 8601 of any precision, '' when unknown
    digest      INTEGER NOT NULL,   -- 64-bit hash of exact title and text
    entities    BLOB NOT NULL       -- entity.id of each entity named, unsigned 32-bit little-endian, by first mention
);
CREATE INDEX article_outlet ON article (outlet);
CREATE INDEX article_digest ON article (digest);

-- Who published: the name as first seen, and its folded form, which is what queries match.
CREATE TABLE outlet (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    key  TEXT NOT NULL UNIQUE
);

-- Near copies: one quarter of their fingerprints at least differs in one bit at most (articles.alike).
CREATE TABLE band (
    quarter     INTEGER NOT NULL,   -- which quarter << 16 | its bits
    article     INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL,   -- 63-bit simhash of title and body
    PRIMARY KEY (quarter, article)
) WITHOUT ROWID;

CREATE TABLE body (
    article INTEGER PRIMARY KEY,
    draft   BLOB NOT NULL           -- the whole draft: text, spans, source data (codec.pack_draft)
);

-- The reader's marks. An article without a row is unread and not starred. Rebuilding never touches it.
CREATE TABLE state (
    article INTEGER PRIMARY KEY,
    read    INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX state_starred ON state (article) WHERE starred;

-- What analysis found, for the reader's page; the tables below index it.
CREATE TABLE analysis (
    article  INTEGER PRIMARY KEY,
    mentions BLOB NOT NULL,         -- codec.pack_mentions
    facts    BLOB NOT NULL          -- codec.pack_facts
);

CREATE TABLE entity (
    id         INTEGER PRIMARY KEY,
    key        TEXT NOT NULL UNIQUE,    -- the model's id (person:...)
    type       TEXT NOT NULL,
    name       TEXT NOT NULL,
    names      TEXT NOT NULL,           -- JSON list of all names seen
    latin      TEXT NOT NULL,
    wikidata   TEXT NOT NULL,
    articles   INTEGER NOT NULL,        -- how many name it
    mentions   INTEGER NOT NULL,        -- how often, in all of them
    generation INTEGER NOT NULL         -- the rebuild that made or confirmed it
);
CREATE INDEX entity_articles ON entity (articles);

-- Folded whole names under which an entity is found when articles are analysed and when a query names it.
CREATE TABLE alias (
    key    TEXT NOT NULL,
    entity INTEGER NOT NULL,
    PRIMARY KEY (key, entity)
) WITHOUT ROWID;
CREATE INDEX alias_entity ON alias (entity);

-- The words of these names, with and without the article, for searching by the beginning of any word.
CREATE TABLE entity_word (
    word   TEXT NOT NULL,
    entity INTEGER NOT NULL,
    PRIMARY KEY (word, entity)
) WITHOUT ROWID;
CREATE INDEX entity_word_entity ON entity_word (entity);

-- Entities that turned out to be another; old ids stay valid in stored analyses and saved queries.
CREATE TABLE merged (
    old TEXT PRIMARY KEY,           -- entity.key that is no more
    new TEXT NOT NULL               -- entity.key that took its place
) WITHOUT ROWID;
CREATE INDEX merged_new ON merged (new);

CREATE TABLE mention (
    entity  INTEGER NOT NULL,
    article INTEGER NOT NULL,
    count   INTEGER NOT NULL,       -- mentions in this article
    PRIMARY KEY (entity, article)
) WITHOUT ROWID;

-- Facts are numbered article << 16 | place in the article's list (facts.py); their content is in `analysis`.
CREATE TABLE fact_kind (
    kind    TEXT NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (kind, article)
) WITHOUT ROWID;

CREATE TABLE fact_entity (
    entity INTEGER NOT NULL,
    fact   INTEGER NOT NULL,
    PRIMARY KEY (entity, fact)
) WITHOUT ROWID;

-- Blocking: facts that share a key may be about the same thing.
CREATE TABLE fact_key (
    key  INTEGER NOT NULL,          -- signed 64-bit hash
    day  INTEGER NOT NULL,          -- day slot of the article (ids.py)
    fact INTEGER NOT NULL,
    PRIMARY KEY (key, day, fact)
) WITHOUT ROWID;

-- Both directions are stored.
CREATE TABLE fact_link (
    fact     INTEGER NOT NULL,
    other    INTEGER NOT NULL,      -- stands to `fact` as `relation` says
    relation TEXT NOT NULL,
    why      TEXT NOT NULL,
    PRIMARY KEY (fact, other)
) WITHOUT ROWID;

-- Outside knowledge, one row a line of a pack.
CREATE TABLE statement (
    id       INTEGER PRIMARY KEY,
    pack     TEXT NOT NULL,
    subject  TEXT NOT NULL,         -- an entity's id or a Wikidata id
    name     TEXT NOT NULL,
    key      TEXT NOT NULL,         -- the folded name
    property TEXT NOT NULL,
    value    TEXT NOT NULL,
    start    TEXT NOT NULL,
    "end"    TEXT NOT NULL,
    source   TEXT NOT NULL
);
CREATE INDEX statement_pack ON statement (pack);
CREATE INDEX statement_subject ON statement (subject);
CREATE INDEX statement_key ON statement (key);
"""

SEARCH = """
-- Text search keeps no text of its own (contentless); search.py makes the words. The tokenizer `ascii` takes every
-- letter beyond ASCII as part of a word. `stems` answers words and needs no positions; `exact` answers phrases.
CREATE VIRTUAL TABLE {stems} USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE {exact} USING fts5(words, content='', columnsize=0, tokenize='ascii');
-- Many articles of one transaction become one piece (8 MB), and pieces are merged by the sixteen or by search.settle:
-- half the time of what is set without this.
INSERT INTO {stems} ({stems}, rank) VALUES ('hashsize', 8000000), ('automerge', 16);
INSERT INTO {exact} ({exact}, rank) VALUES ('hashsize', 8000000), ('automerge', 16);
"""

_SECOND = """
-- Sets of articles as roaring bitmaps (postings.py): of entities, outlets, kinds of facts, marks, tags.
CREATE TABLE posting (
    id  INTEGER PRIMARY KEY,        -- kind, number and piece of 64 days in one
    ids BLOB NOT NULL
);
CREATE TABLE revision (
    kind   INTEGER PRIMARY KEY,     -- primitives.Kind
    number INTEGER NOT NULL         -- another one after each write to a set of this kind
);
INSERT INTO revision VALUES (0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1);

-- Numbers for the names of kinds of facts and of tags.
CREATE TABLE label (
    id   INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,          -- primitives.Kind
    name TEXT NOT NULL,
    key  TEXT NOT NULL,             -- the folded name
    UNIQUE (kind, key)
);

-- Mentions of each entity of the forward list, unsigned 16-bit little-endian; and what lists are sorted by.
ALTER TABLE article ADD COLUMN counts BLOB NOT NULL DEFAULT x'';
ALTER TABLE article ADD COLUMN sort TEXT NOT NULL DEFAULT '';

-- Articles that share a key may be near copies; the sketch tells how near (fingerprint.py).
CREATE TABLE near (
    key     INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
ALTER TABLE body ADD COLUMN sketch BLOB NOT NULL DEFAULT x'';

-- Articles that several outlets published; each is of one group, which is named after its first article by date.
CREATE TABLE copy (
    article INTEGER PRIMARY KEY,
    first   INTEGER NOT NULL
);
CREATE INDEX copy_first ON copy (first, article);

-- The rebuild that is under way, if one is; what it has done is in the set REBUILT.
CREATE TABLE rebuild (
    generation INTEGER NOT NULL,    -- of the entities it finds
    version    TEXT NOT NULL        -- of the program that began it
);

-- The file of forward lists that counts (forward.py), 0 for none, and the articles whose lists changed since.
CREATE TABLE forward (epoch INTEGER NOT NULL);
INSERT INTO forward VALUES (0);
CREATE TABLE stale (
    place   INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL
);
"""

_SAVED = """
-- Queries that the reader keeps.
CREATE TABLE saved_search (
    id    INTEGER PRIMARY KEY,      -- in the order in which they were first saved
    name  TEXT NOT NULL,
    key   TEXT NOT NULL UNIQUE,     -- the folded name
    query TEXT NOT NULL             -- as typed
);
"""

_SECOND_AFTER = """
CREATE INDEX article_sort ON article (sort);
DROP INDEX article_outlet;
DROP TABLE mention;
DROP TABLE state;
DROP TABLE fact_kind;
DROP TABLE band;
"""

_CORRECTED = """
-- What the reader put right, in order; nothing is ever changed or taken away, what is taken back is one more line.
CREATE TABLE correction (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,   -- the same in every library that it was brought to
    made    TEXT NOT NULL,          -- ISO 8601, UTC
    kind    TEXT NOT NULL,          -- model.CorrectionKind
    entity  TEXT NOT NULL,          -- entity.key; it need not exist any more, or yet
    other   TEXT NOT NULL,          -- the entity.key of another one, '' where none is meant
    value   TEXT NOT NULL,          -- a name, a type, or the id of the correction that is taken back
    article TEXT NOT NULL,          -- the digest of the one article that is meant (fingerprint.digest_name), '' for all
    surface TEXT NOT NULL,          -- the folded name that is meant in it
    was     TEXT NOT NULL           -- JSON list of what the entity was called, or its type, before
);

-- What the reader said of facts.
CREATE TABLE verdict (
    fact    TEXT NOT NULL,          -- the fact's id
    other   TEXT NOT NULL,          -- the id of the fact that it is not the same as, '' where it is judged by itself
    verdict TEXT NOT NULL,          -- right, wrong; apart
    article TEXT NOT NULL,          -- the digest of the fact's article (fingerprint.digest_name)
    kind    TEXT NOT NULL,          -- the fact's
    exact   TEXT NOT NULL,          -- its evidence
    made    TEXT NOT NULL,          -- ISO 8601, UTC
    PRIMARY KEY (fact, other)
) WITHOUT ROWID;
CREATE INDEX verdict_article ON verdict (article);

-- Entities that stand first in the filter, in the order in which they were pinned.
CREATE TABLE pinned (
    place  INTEGER PRIMARY KEY,
    entity TEXT NOT NULL UNIQUE     -- entity.key
);
"""

_PACKS = """
-- Where knowledge packs come from; one that came with an export has no row.
CREATE TABLE pack (
    name    TEXT PRIMARY KEY,       -- statement.pack
    day     TEXT NOT NULL,          -- of its file, ISO 8601, '' when unknown
    file    TEXT NOT NULL,          -- in the reader's folder; '' for one that was added by hand, or ships
    stamp   TEXT NOT NULL,          -- the file's size and time of change when it was taken up
    problem TEXT NOT NULL           -- why the file could not be read, '' where it was
) WITHOUT ROWID;
"""

STEPS: tuple[tuple[str | Callable[[sqlite3.Connection], None], ...], ...] = (
    (_FIRST + SEARCH.format(stems="stems", exact="exact"),),
    (_SECOND, moving.sets_from_tables, moving.fingerprints_from_texts, _SECOND_AFTER, _SAVED, moving.search_anew),
    (_CORRECTED,),
    (_PACKS,),
)
"""Step n, done in this order, brings a library from version n to n + 1. A step that was released is never changed."""

VERSION = len(STEPS)


def check(connection: sqlite3.Connection, path: Path) -> int:
    """The library's version; 0 for an empty file.

    Raises:
        LibraryError: another program's database, or a newer Warraq's.
    """
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application or version or tables:
            raise LibraryError(f"{path}: is another program's database; choose another file with --library")
    if version > VERSION:
        raise LibraryError(
            f"{path}: was written by a newer Warraq (format {version}, this one reads up to {VERSION}); update Warraq"
        )
    return version


def check_current(connection: sqlite3.Connection, path: Path) -> None:
    """Check a library that cannot be changed.

    Raises:
        LibraryError: see `check`; or it is of an older version.
    """
    if check(connection, path) != VERSION:
        raise LibraryError(f"{path}: needs bringing up to date but cannot be changed; make it and its folder writable")


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables of a new library, or bring an older one up to date; one transaction.

    Raises:
        LibraryError: see `check`.
    """
    if check(connection, path) == VERSION:
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it between the look and the lock.
        for step in STEPS[check(connection, path) :]:
            for part in step:
                _do(connection, part)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _do(connection: sqlite3.Connection, part: str | Callable[[sqlite3.Connection], None]) -> None:
    if callable(part):
        part(connection)
        return
    for statement in statements(part):
        connection.execute(statement)


def indexes() -> dict[str, str]:
    """The statement that makes each index of a library of this version."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        for step in STEPS:
            for part in step:
                _do(model, part)
        return dict(model.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"))


def statements(script: str) -> list[str]:
    """The single statements of a script: `executescript` would commit between them."""
    lines = (line.split("--")[0] for line in script.splitlines())
    return [part for part in "\n".join(lines).split(";") if part.strip()]
