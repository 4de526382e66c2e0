"""Articles: their rows and text, near copies, and the reader's marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tui.arabic.normalise import fold
from tui.errors import LibraryError, UnknownItem
from tui.i18n import N_
from tui.model import Article, ArticleRow
from tui.store import codec, ids, labels, marks
from tui.store.primitives import EVERY, Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from tui.model import Draft
    from tui.store.postings import Batch

Value = TypeVar("Value")

_ROW = "SELECT a.id, a.title, o.name, a.published FROM article a LEFT JOIN outlet o ON o.id = a.outlet WHERE a.id IN "
_TITLE_KEY = 24  # letters of a title that lists are sorted by

CHUNK = 500
"""Values bound to one statement at a time."""


def sort_key(title: str) -> str:
    """What a title is sorted by: its first letters, folded, without signs before them."""
    folded = fold(title)
    first = next((place for place, char in enumerate(folded) if char.isalnum()), 0)
    return folded[first : first + _TITLE_KEY]


def chunks(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Cut a sequence into pieces that one statement can bind."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


def places(count: int) -> str:
    """`(?, ?, ...)` for so many values."""
    return "(" + ", ".join("?" * count) + ")"


def digest(draft: Draft) -> int:
    """A signed 64-bit hash of the exact title and text."""
    from hashlib import blake2b

    whole = f"{draft.title}\0{draft.text}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(whole, digest_size=8).digest(), signed=True)


def digest_name(draft: Draft) -> str:
    """The same hash as 16 hexadecimal digits, by which exports name an article."""
    return f"{digest(draft) & 0xFFFF_FFFF_FFFF_FFFF:016x}"


# ---------------------------------------------------------------- copies


def same(connection: sqlite3.Connection, draft: Draft) -> int:
    """The id of the article with exactly this title and text, 0 for none."""
    for (article,) in connection.execute("SELECT id FROM article WHERE digest = ?", (digest(draft),)):
        stored = draft_of(connection, article)
        if stored.text == draft.text and stored.title == draft.title:
            return int(article)
    return 0


def alike(connection: sqlite3.Connection, fingerprint: int) -> list[tuple[int, int, str]]:
    """Articles whose fingerprint may be near: (id, fingerprint, folded source), oldest first.

    All that differ in up to seven bits are among them, since one of the four quarters then differs in one bit at most
    and each quarter is looked up with every single bit turned (Manku, Jain and Das Sarma 2007, the other way round:
    more looks, fewer rows).
    """
    near = [quarter ^ turned for quarter in _quarters(fingerprint) for turned in (0, *(1 << bit for bit in range(16)))]
    found = connection.execute(
        "SELECT DISTINCT b.article, b.fingerprint, coalesce(o.key, '') FROM band b JOIN article a ON a.id = b.article"
        f" LEFT JOIN outlet o ON o.id = a.outlet WHERE b.quarter IN {places(len(near))} ORDER BY b.article",
        near,
    )
    return found.fetchall()


def _quarters(fingerprint: int) -> tuple[int, ...]:
    return tuple(place << 16 | (fingerprint >> 16 * place) & 0xFFFF for place in range(4))


# ---------------------------------------------------------------- writing


def insert(connection: sqlite3.Connection, batch: Batch, draft: Draft, fingerprint: int) -> int:
    """Store a draft and return the new article's id. Its tags become the reader's.

    Raises:
        LibraryError: its day is full.
    """
    article = _free_id(connection, draft.published)
    outlet = _outlet(connection, draft.source)
    connection.execute(
        "INSERT INTO article (id, title, outlet, published, digest, entities, sort) VALUES (?, ?, ?, ?, ?, x'', ?)",
        (article, draft.title, outlet, draft.published, digest(draft), sort_key(draft.title)),
    )
    batch.add(EVERY, (article,))
    batch.add(Posting(Kind.OUTLET, outlet), (article,))
    for tag in draft.tags:
        if number := labels.number(connection, Kind.TAG, tag):
            batch.add(Posting(Kind.TAG, number), (article,))
    connection.executemany(
        "INSERT INTO band VALUES (?, ?, ?)", ((quarter, article, fingerprint) for quarter in _quarters(fingerprint))
    )
    connection.execute("INSERT INTO body VALUES (?, ?)", (article, codec.pack_draft(draft)))
    return article


def _free_id(connection: sqlite3.Connection, published: str) -> int:
    for slot in ids.slots_of(published):
        first = slot << 16
        last = connection.execute(
            "SELECT max(id) FROM article WHERE id >= ? AND id < ?", (first, first + ids.PER_SLOT)
        ).fetchone()[0]
        free = first if last is None else int(last) + 1
        if free < first + ids.PER_SLOT:
            return free
    raise LibraryError(
        f"{published or 'no date'}: the library holds {ids.PER_SLOT} articles of that day and no more fit"
    )


def _outlet(connection: sqlite3.Connection, name: str) -> int:
    key = fold(name)
    if not key:
        return 0
    connection.execute("INSERT INTO outlet (name, key) VALUES (?, ?) ON CONFLICT DO NOTHING", (name, key))
    return int(connection.execute("SELECT id FROM outlet WHERE key = ?", (key,)).fetchone()[0])


# ---------------------------------------------------------------- reading


def rows(connection: sqlite3.Connection, wanted: Sequence[int]) -> tuple[ArticleRow, ...]:
    """Rows of these ids in this order; ids of no article, or of a deleted one, are left out."""
    found: dict[int, ArticleRow] = {}
    for some in chunks([article for article in wanted if ids.possible(article)]):
        own = marks.of(connection, some)
        for article, title, source, published in connection.execute(_ROW + places(len(some)), tuple(some)):
            if article not in own.deleted:
                read, starred = article in own.read, article in own.starred
                found[article] = ArticleRow(
                    article, title, source or "", published, read, starred, tags=own.tags(article)
                )
    return tuple(found[article] for article in wanted if article in found)


def title_of(connection: sqlite3.Connection, article: int) -> str:
    """The title of an article that is there, even of a deleted one."""
    return str(connection.execute("SELECT title FROM article WHERE id = ?", (article,)).fetchone()[0])


def draft_of(connection: sqlite3.Connection, article: int) -> Draft:
    """The draft of an article, even of a deleted one.

    Raises:
        UnknownItem: there is none with this id.
    """
    found = ids.possible(article) and connection.execute("SELECT draft FROM body WHERE article = ?", (article,))
    row = found and found.fetchone()
    if not row:
        line = N_("article {article}: is not in the library; `warraq list` shows what is")
        raise UnknownItem(line, article=article)
    return codec.unpack_draft(row[0])


def read(connection: sqlite3.Connection, article: int) -> Article:
    """One article with its text.

    Raises:
        UnknownItem: there is none with this id.
    """
    own = marks.of(connection, (article,) if ids.possible(article) else ())
    if own.deleted:
        article = 0
    found = draft_of(connection, article)
    return Article(article, found, bool(own.read), bool(own.starred), own.tags(article))
