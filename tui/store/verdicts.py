"""What the reader said of facts: right, wrong, or that one of another article is not the same.

Said of a fact by its id; where a rebuild finds it under another one (a name of it may read otherwise then), by its
article, kind and evidence. A verdict of which nothing is found any more is kept, and told (`lost`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.fingerprint import digest_number
from tui.model import Verdict

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

    from tui.model import Fact

    Read = Callable[[sqlite3.Connection, int], Iterable[Fact]]

_COLUMNS = "fact, other, verdict, article, kind, exact, made"


def everyone(connection: sqlite3.Connection) -> tuple[Verdict, ...]:
    """All verdicts, in the order in which they were given."""
    return tuple(Verdict(*row) for row in connection.execute(f"SELECT {_COLUMNS} FROM verdict ORDER BY made, fact"))


def give(connection: sqlite3.Connection, verdict: Verdict) -> Verdict:
    """Give a verdict; one that says nothing ('') takes the one before away.

    Returns:
        What was said before, to be given again.
    """
    same = (verdict.fact, verdict.other)
    found = connection.execute(f"SELECT {_COLUMNS} FROM verdict WHERE fact = ? AND other = ?", same).fetchone()
    before = Verdict(*found) if found else Verdict(*same, "", verdict.article, verdict.kind, verdict.exact)
    connection.execute("DELETE FROM verdict WHERE fact = ? AND other = ?", same)
    if verdict.verdict:
        values = (*same, verdict.verdict, verdict.article, verdict.kind, verdict.exact, verdict.made)
        connection.execute(f"INSERT INTO verdict ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    return before


def bring(connection: sqlite3.Connection, verdict: Verdict) -> None:
    """Give a verdict where none was given."""
    same = (verdict.fact, verdict.other)
    if not connection.execute("SELECT 1 FROM verdict WHERE fact = ? AND other = ?", same).fetchone():
        give(connection, verdict)


def of_article(connection: sqlite3.Connection, article: int, found: Sequence[Fact]) -> dict[str, str]:
    """What was said of an article's facts, by their ids."""
    digest = connection.execute("SELECT digest FROM article WHERE id = ?", (article,)).fetchone()
    if not digest or not found:
        return {}
    given = _of_digest(connection, f"{digest[0] & 0xFFFF_FFFF_FFFF_FFFF:016x}")
    ids = {fact.id for fact in found}
    said = {one.fact: one.verdict for one in given if one.fact in ids}
    by_evidence = {(one.kind, one.exact): one.verdict for one in given if one.fact not in ids}
    for fact in found if by_evidence else ():
        if verdict := by_evidence.get((fact.kind, fact.evidence.exact)):
            said.setdefault(fact.id, verdict)
    return said


def _of_digest(connection: sqlite3.Connection, digest: str) -> list[Verdict]:
    sql = f"SELECT {_COLUMNS} FROM verdict WHERE article = ? AND other = ''"
    return [Verdict(*row) for row in connection.execute(sql, (digest,))]


def apart(connection: sqlite3.Connection, ids: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs of facts, of which one is among these, that are not the same: each in both orders."""
    if connection.execute("SELECT 1 FROM verdict WHERE other != '' LIMIT 1").fetchone() is None:
        return set()
    wanted = set(ids)
    pairs = connection.execute("SELECT fact, other FROM verdict WHERE other != ''")
    return {pair for one, two in pairs for pair in ((one, two), (two, one)) if wanted & {one, two}}


def lost(
    connection: sqlite3.Connection, read: Callable[[sqlite3.Connection, int], Iterable[Fact]]
) -> tuple[Verdict, ...]:
    """The verdicts on facts that are found no more: their article is gone, or the evidence in it.

    Args:
        connection: in a transaction.
        read: gives the facts of an article (`facts.read`).
    """
    left = []
    for verdict in everyone(connection):
        number = digest_number(verdict.article)
        there = connection.execute("SELECT id FROM article WHERE digest = ?", (number,)).fetchall()
        found = [fact for (article,) in there for fact in read(connection, article)]
        known = {fact.id for fact in found} | {(fact.kind, fact.evidence.exact) for fact in found}
        if not known & {verdict.fact, (verdict.kind, verdict.exact)}:
            left.append(verdict)
    return tuple(left)
