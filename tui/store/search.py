"""Text search: what of an article is searched, and the expressions that find words, phrases and beginnings.

The rules of what matches are those by which `tui.arabic.search.hits` marks, and a test holds the two together. A word
of the text goes into `stems` under all stems that it can be read as, so that a query's word needs one look, and its
beginnings of three letters beside them. `exact` holds the folded words in order; phrases end at paragraphs.
"""

from __future__ import annotations

import time
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic.normalise import fold, words
from tui.arabic.search import BEFORE_BEGINNING, BEFORE_SEVERAL
from tui.arabic.stem import stem, stems
from tui.model import Phrase, Word

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from tui.model import Draft, TextPart
    from tui.store.connection import Connections

# Words of the index that no text has.
_BREAK = " ¶ "
BEGINS, IN_TITLE, OFTEN = "§", "†", "‡"
"""What stands before the beginning of a word, a stem of the title, and a stem that the article is full of."""

TABLES = ("stems", "exact")
"""The tables of the index."""

CUT = 3
"""Letters of the beginnings that `stems` has."""

_ARTICLES = ("ال", "لل")  # beginnings that start so are cut short to it: too many words do
_ANY_END = " *"  # in an expression, behind the beginning of a word
_SHARE = 100  # a stem that the article is full of: one in so many words at least, and two
_FOLLOWED = 200  # articles for which one more step of merging is done: more than they need, however many there are
_CACHED = 1 << 16  # stretches between white space: 20 MB at most, twice


_BETWEEN = '،.,:;؛؟!"()«»/-'  # what stands between words most often, so that fewer different stretches are met
_BEFORE = BEFORE_BEGINNING[1:]


class _Terms(NamedTuple):
    """What the index has of a stretch of text between white space.

    Attributes:
        exact: the folded words.
        loose: their stems and beginnings.
        own: the first word's own stem.
    """

    exact: str
    loose: str
    own: str


class _Known(dict[str, _Terms]):
    """Stretches met lately: as quick as a dict, and rid of what was not met for a long time."""

    def __init__(self) -> None:
        super().__init__()
        self._before: dict[str, _Terms] = {}

    def __missing__(self, stretch: str) -> _Terms:
        found = self._before.get(stretch) or _terms(stretch)
        if len(self) >= _CACHED:
            self._before = dict(self)
            self.clear()
        self[stretch] = found
        return found


_KNOWN = _Known()


def index(connection: sqlite3.Connection, article: int, draft: Draft, *, suffix: str = "") -> None:
    """Make an article findable; see `index_many`."""
    index_many(connection, ((article, draft),), suffix=suffix)


def index_many(connection: sqlite3.Connection, given: Iterable[tuple[int, Draft]], *, suffix: str = "") -> None:
    """Make articles findable by title, dateline, caption and paragraphs.

    The more at once, the better: each transaction becomes a piece of the index, and pieces are merged later.

    Args:
        connection: in a transaction.
        given: ids and texts.
        suffix: of the tables' names, where they are being made anew.
    """
    index_rows(connection, [(article, *rows(draft)) for article, draft in given], suffix=suffix)


def index_rows(connection: sqlite3.Connection, made: Sequence[tuple[int, str, str]], *, suffix: str = "") -> None:
    """The same with what `rows` made of the texts."""
    for place, table in enumerate(("stems", "exact"), 1):
        connection.executemany(
            f"INSERT INTO {table}{suffix} (rowid, words) VALUES (?, ?)", ((row[0], row[place]) for row in made)
        )


def forget_many(connection: sqlite3.Connection, given: Iterable[tuple[int, Draft]]) -> None:
    """Take articles out of the index, by the text under which they were put in."""
    made = [(article, *rows(draft)) for article, draft in given]
    for place, table in enumerate(("stems", "exact"), 1):
        connection.executemany(
            f"INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)",
            ((row[0], row[place]) for row in made),
        )


def settle(connection: sqlite3.Connection, pages: int = 250, *, suffix: str = "") -> bool:
    """Merge some of the index's pieces where there are many; each call writes so many pages (4 kB) of a table.

    Returns:
        Whether there is more to merge.
    """
    more = False
    for table in (f"stems{suffix}", f"exact{suffix}"):
        before = connection.total_changes
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (pages,))
        more |= connection.total_changes - before > 1  # as FTS5 documents it
    return more


def follow(connections: Connections, articles: int, *, suffix: str = "") -> None:
    """Merge what so many new articles call for, in transactions as short as those that added them.

    Where pieces are left until there are sixteen of a size, FTS5 merges all of them in the transaction of whoever adds
    next: 3 s at 50,000 articles, while every other writer waits.
    """
    for _ in range(1 + articles // _FOLLOWED):
        with connections.write() as connection:
            if not settle(connection, suffix=suffix):
                return


def tend(connections: Connections, seconds: float = 2.0) -> None:
    """Merge for so long, in many short transactions: a word is found in a sixth of the time when all is merged."""
    end = time.monotonic() + seconds
    more = True
    while more and time.monotonic() < end:
        with connections.write() as connection:
            more = settle(connection)


def rows(draft: Draft) -> tuple[str, str]:
    """What `stems` and `exact` have of an article: most of the work of indexing it, and fit for another process."""
    parts = [stretches(part) for part in texts(draft)]
    whole = list(chain.from_iterable(parts))
    different = list(set(whole))
    terms = dict(zip(different, map(_KNOWN.__getitem__, different), strict=True))
    counts = Counter([terms[stretch][2] for stretch in whole])
    least = max(2, len(whole) / _SHARE)
    loose = [loose for _, loose, _ in terms.values()]
    loose += [OFTEN + word for word, count in counts.items() if count >= least and word]
    loose += [IN_TITLE + word for word in {word for token in words(" ".join(parts[0])) for word in stems(token.fold)}]
    return " ".join(loose), _BREAK.join([" ".join([terms[stretch][0] for stretch in part]) for part in parts])


def entries(made: tuple[str, str]) -> dict[str, list[tuple[str, int]]]:
    """The words of each table, each with its place where the table keeps places, of what `rows` made of a text."""
    loose, exact = made
    return {
        "stems": [(word, 0) for word in dict.fromkeys(loose.split())],
        "exact": [(word, place) for place, word in enumerate(exact.split())],
    }


def in_order(made: tuple[str, str]) -> list[str]:
    """The folded words of an article in their order, of what `rows` made of it."""
    return [word for word in made[1].split(" ") if word != "¶"]


def stretches(text: str) -> list[str]:
    """A text cut where no word goes on: its words are the words of these."""
    for between in _BETWEEN:
        text = text.replace(between, " ")
    return text.split()


def _terms(stretch: str) -> _Terms:
    if stretch.isalpha():
        word = fold(stretch)
        own = stems(word)
        return _Terms(word, f"{' '.join(own)} {_beginnings(word)}", own[0])
    folded = [token.fold for token in words(stretch)]
    loose = {stem: None for word in folded for stem in stems(word)}
    return _Terms(" ".join(folded), " ".join([*loose, *map(_beginnings, folded)]), next(iter(loose), ""))


def _beginnings(word: str) -> str:
    if not word.startswith(_BEFORE):
        return BEGINS + word[:CUT]
    begun = [word.removeprefix(before) for before in BEFORE_BEGINNING if word.startswith(before)]
    return " ".join([BEGINS + _cut(rest) for rest in begun])


def _cut(word: str) -> str:
    return word[:2] if word.startswith(_ARTICLES) else word[:CUT]


def texts(draft: Draft) -> Iterator[str]:
    """What is searched of an article, the title first."""
    title = draft.title_span
    if title is None or draft.title != draft.text[title.start : title.end]:
        yield draft.title
    for span in (title, draft.dateline, draft.caption, *draft.body):
        if span is not None:
            yield draft.text[span.start : span.end]


# ---------------------------------------------------------------- asking


def streams(connection: sqlite3.Connection, parts: Sequence[TextPart], before: int) -> list[Iterator[int]]:
    """Falling ids below `before` of the articles that have these texts: one stream a table, all of which must agree."""
    found: list[Iterator[int]] = []
    for table, expression in _expressions(parts).items():
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid < ? ORDER BY rowid DESC"
        found.append(chain.from_iterable(connection.execute(sql, (expression, before))))
    return found


def among(connection: sqlite3.Connection, text: TextPart, articles: Iterable[int]) -> list[int]:
    """Those of some articles that have a text; each is looked up (about 10 us)."""
    table, expression = match(text)
    if _ANY_END in expression:  # FTS5 puts all words with a beginning together before it looks for an article
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ?"
        wanted = set(articles)
        between = (min(wanted, default=0), max(wanted, default=0))
        found = chain.from_iterable(connection.execute(sql, (expression, *between)))
        return [article for article in found if article in wanted]
    sql = f"SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid = ?"
    return [article for article in articles if connection.execute(sql, (expression, article)).fetchone()]


def _expressions(parts: Sequence[TextPart]) -> dict[str, str]:
    """The FTS5 expression for each table that is asked."""
    found: dict[str, list[str]] = {}
    for part in parts:
        table, expression = match(part)
        found.setdefault(table, []).append(expression)
    return {table: " AND ".join(f"({part})" for part in own) for table, own in found.items()}


def match(part: TextPart) -> tuple[str, str]:
    """The table that knows of a text, and the FTS5 expression for it; '' for a text without words."""
    folded = [token.fold for token in words(part.text)]
    whole = " ".join(folded)
    if not folded or isinstance(part, Phrase):
        return "exact", _quoted(whole) if folded else ""
    if isinstance(part, Word):
        if len(folded) == 1:
            return "stems", _quoted(stem(whole))
        return "exact", " OR ".join([_quoted(before + whole) for before in BEFORE_SEVERAL])
    if len(folded) > 1:
        return "exact", _quoted(whole) + _ANY_END
    if len(whole) <= CUT and _cut(whole) == whole:
        # What is shorter than the beginnings that the index has is the beginning of some of these.
        return "stems", _quoted(BEGINS + whole) + _ANY_END * (len(whole) < CUT and whole not in _ARTICLES)
    return "exact", " OR ".join([_quoted(before + whole) + _ANY_END for before in BEFORE_BEGINNING])


def _quoted(text: str) -> str:
    return f'"{text}"'


# ---------------------------------------------------------------- making anew


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
