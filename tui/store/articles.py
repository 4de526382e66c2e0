"""Articles: their rows and text, near copies, and the reader's marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tui.arabic.normalise import fold
from tui.errors import LibraryError, UnknownItem
from tui.i18n import N_
from tui.model import Article, ArticleRow
from tui.store import codec, ids

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from tui.model import Draft

Value = TypeVar("Value")

ROW = (
    "SELECT a.id, a.title, o.name, a.published, coalesce(s.read, 0), coalesce(s.starred, 0) FROM article a"
    " LEFT JOIN outlet o ON o.id = a.outlet LEFT JOIN state s ON s.article = a.id"
)
"""Selects what `to_row` takes; to be followed by WHERE."""

CHUNK = 500
"""Values bound to one statement at a time."""


def to_row(values: tuple[int, str, str | None, str, int, int]) -> ArticleRow:
    """A row of a list from what `ROW` selects."""
    article, title, source, published, read, starred = values
    return ArticleRow(article, title, source or "", published, bool(read), bool(starred))


def chunks(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Cut a sequence into pieces that one statement can bind."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


def marks(count: int) -> str:
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
        stored = read(connection, article).draft
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
        f" LEFT JOIN outlet o ON o.id = a.outlet WHERE b.quarter IN {marks(len(near))} ORDER BY b.article",
        near,
    )
    return found.fetchall()


def _quarters(fingerprint: int) -> tuple[int, ...]:
    return tuple(place << 16 | (fingerprint >> 16 * place) & 0xFFFF for place in range(4))


# ---------------------------------------------------------------- writing


def insert(connection: sqlite3.Connection, draft: Draft, fingerprint: int) -> int:
    """Store a draft and return the new article's id.

    Raises:
        LibraryError: its day is full.
    """
    article = _free_id(connection, draft.published)
    connection.execute(
        "INSERT INTO article VALUES (?, ?, ?, ?, ?, x'')",
        (article, draft.title, _outlet(connection, draft.source), draft.published, digest(draft)),
    )
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


def mark(connection: sqlite3.Connection, articles: Iterable[int], *, read: bool | None, starred: bool | None) -> None:
    """Set the marks that are not None; ids of no article are passed over."""
    wanted = [article for article in articles if ids.possible(article)]
    connection.executemany(
        "INSERT INTO state (article) SELECT id FROM article WHERE id = ? ON CONFLICT DO NOTHING",
        ((article,) for article in wanted),
    )
    connection.executemany(
        "UPDATE state SET read = coalesce(?, read), starred = coalesce(?, starred) WHERE article = ?",
        ((read, starred, article) for article in wanted),
    )


# ---------------------------------------------------------------- reading


def rows(connection: sqlite3.Connection, wanted: Sequence[int]) -> tuple[ArticleRow, ...]:
    """Rows of these ids in this order; ids of no article are left out."""
    found: dict[int, ArticleRow] = {}
    for some in chunks([article for article in wanted if ids.possible(article)]):
        for values in connection.execute(f"{ROW} WHERE a.id IN {marks(len(some))}", tuple(some)):
            found[values[0]] = to_row(values)
    return tuple(found[article] for article in wanted if article in found)


def read(connection: sqlite3.Connection, article: int) -> Article:
    """One article with its text.

    Raises:
        UnknownItem: there is none with this id.
    """
    found = (
        ids.possible(article)
        and connection.execute(
            "SELECT b.draft, coalesce(s.read, 0), coalesce(s.starred, 0) FROM body b"
            " LEFT JOIN state s ON s.article = b.article WHERE b.article = ?",
            (article,),
        ).fetchone()
    )
    if not found:
        line = N_("article {article}: is not in the library; `warraq list` shows what is")
        raise UnknownItem(line, article=article)
    return Article(article, codec.unpack_draft(found[0]), bool(found[1]), bool(found[2]))
