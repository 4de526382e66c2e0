"""Articles: their rows and text, near copies, and the reader's marks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from tui.arabic.fingerprint import digest_name, digest_number
from tui.arabic.normalise import fold
from tui.errors import DayFull, UnknownItem
from tui.i18n import N_
from tui.model import Article, ArticleRow
from tui.store import codec, ids, labels, marks
from tui.store.primitives import EVERY, Kind, Posting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from tui.model import Draft
    from tui.store.postings import Batch
    from tui.store.ready import Ready

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
    """A signed 64-bit hash of the exact title and text: `digest_name` as a number."""
    return digest_number(digest_name(draft.title, draft.text))


# ---------------------------------------------------------------- copies


def same(connection: sqlite3.Connection, number: int, given: Callable[[], Draft]) -> int:
    """The id of the article with exactly a draft's title and text, 0 for none; also of a deleted one.

    Args:
        connection: in a transaction.
        number: the draft's digest.
        given: gives the draft, which is asked for where an article has the same digest.
    """
    for (article,) in connection.execute("SELECT id FROM article WHERE digest = ?", (number,)):
        old, new = draft_of(connection, article), given()
        if old.text == new.text and old.title == new.title:
            return int(article)
    return 0


# ---------------------------------------------------------------- writing


def insert(connection: sqlite3.Connection, batch: Batch, one: Ready) -> int:
    """Store a draft that is made ready, and return the new article's id. Its tags become the reader's.

    Raises:
        DayFull: its day is full; nothing was stored.
    """
    article = _free_id(connection, one.published)
    outlet = _outlet(connection, one.source)
    connection.execute(
        "INSERT INTO article (id, title, outlet, published, digest, entities, sort) VALUES (?, ?, ?, ?, ?, x'', ?)",
        (article, one.title, outlet, one.published, one.digest, sort_key(one.title)),
    )
    batch.add(EVERY, (article,))
    batch.add(Posting(Kind.OUTLET, outlet), (article,))
    for tag in one.tags:
        if number := labels.number(connection, Kind.TAG, tag):
            batch.add(Posting(Kind.TAG, number), (article,))
    connection.execute("INSERT INTO body VALUES (?, ?, ?)", (article, one.packed, one.fingerprint.sketch))
    return article


def write_row(connection: sqlite3.Connection, article: int, draft: Draft) -> None:
    """Write an article's row anew from its draft; its list of entities stays."""
    values = (draft.title, _outlet(connection, draft.source), draft.published, digest(draft), sort_key(draft.title))
    columns = ("title", "outlet", "published", "digest", "sort")
    connection.execute(
        f"INSERT INTO article (id, entities, {', '.join(columns)}) VALUES (?, x'', ?, ?, ?, ?, ?)"
        f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in columns)}",
        (article, *values),
    )


def _free_id(connection: sqlite3.Connection, published: str) -> int:
    for slot in ids.slots_of(published):
        first = slot << 16
        last = connection.execute(
            "SELECT max(id) FROM article WHERE id >= ? AND id < ?", (first, first + ids.PER_SLOT)
        ).fetchone()[0]
        free = first if last is None else int(last) + 1
        if free < first + ids.PER_SLOT:
            return free
    raise DayFull(f"{published or 'no date'}: the library holds {ids.PER_SLOT} articles of that day and no more fit")


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
        own, copies = marks.of(connection, some), _copies(connection, some)
        for article, title, source, published in connection.execute(_ROW + places(len(some)), tuple(some)):
            if article not in own.deleted:
                read, starred = article in own.read, article in own.starred
                found[article] = ArticleRow(
                    article, title, source or "", published, read, starred, own.tags(article), copies[article]
                )
    return tuple(found[article] for article in wanted if article in found)


def _copies(connection: sqlite3.Connection, some: Sequence[int]) -> Counter[int]:
    """How many other articles are of a group with each of these."""
    sql = (
        "SELECT own.article, c.article FROM copy own JOIN copy c ON c.first = own.first"
        f" WHERE own.article IN {places(len(some))} AND c.article != own.article"
    )
    pairs = connection.execute(sql, tuple(some)).fetchall()
    deleted = marks.of(connection, {other for _, other in pairs}).deleted if pairs else ()
    return Counter(article for article, other in pairs if other not in deleted)


def there(connection: sqlite3.Connection, article: int) -> bool:
    """Whether an article is there, deleted or not."""
    return connection.execute("SELECT 1 FROM article WHERE id = ?", (article,)).fetchone() is not None


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
