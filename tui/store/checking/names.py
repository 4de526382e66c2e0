"""Names of entities, of outlets' and tags' keys: everything is found under what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic.normalise import fold
from tui.i18n import N_
from tui.model import Finding
from tui.store import entities, naming
from tui.store.checking.scope import Scope, shown

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tui.model import Entity

NAME = "names"

_TABLES = {"alias": "key", "entity_word": "word"}
_LOST = "SELECT count(*) FROM {table} WHERE entity NOT IN (SELECT id FROM entity)"
_CHAINS = "FROM merged WHERE new NOT IN (SELECT key FROM entity) OR old IN (SELECT key FROM entity)"


def look(scope: Scope) -> Iterator[Finding]:
    """Entities that are not found by a name of theirs, names of no entity, keys that are not those of their names."""
    connection = scope.connection
    unnamed = [entity.id for _, entity in _unnamed(scope)]
    if unnamed:
        said = N_("entities that are not found under every name of theirs: {count}")
        yield Finding(NAME, said, len(unnamed), shown(unnamed))
    lost = sum(connection.execute(_LOST.format(table=table)).fetchone()[0] for table in _TABLES)
    if lost:
        yield Finding(NAME, N_("names of entities that do not exist: {count}"), lost)
    if chains := [old for (old,) in connection.execute(f"SELECT old {_CHAINS}")]:
        yield Finding(NAME, N_("merged entities that lead nowhere: {count}"), len(chains), shown(chains))
    if labels := [name for _, name, _ in _mislabelled(connection)]:
        yield Finding(NAME, N_("labels that are not found under their name: {count}"), len(labels), shown(labels))


def _unnamed(scope: Scope) -> Iterator[tuple[int, Entity]]:
    """Entities that lack a row in one of the tables; they may have more, from names of what was merged into them."""
    found = {table: _grouped(scope.connection, table, column) for table, column in _TABLES.items()}
    for row, entity in entities.everyone(scope.connection):
        aliases, words = naming.names_of(entity, scope.analyser.keys)
        if not (aliases <= found["alias"].get(row, set()) and words <= found["entity_word"].get(row, set())):
            yield row, entity


def _grouped(connection: sqlite3.Connection, table: str, column: str) -> dict[int, set[str]]:
    grouped: dict[int, set[str]] = {}
    for name, row in connection.execute(f"SELECT {column}, entity FROM {table}"):
        grouped.setdefault(row, set()).add(name)
    return grouped


def _mislabelled(connection: sqlite3.Connection) -> list[tuple[int, str, str]]:
    found = connection.execute("SELECT id, name, key FROM label").fetchall()
    return [(row, name, fold(name)) for row, name, key in found if fold(name) != key]


def mend(scope: Scope) -> None:
    """Add what is missing; take away what names nothing."""
    connection = scope.connection
    unnamed = list(_unnamed(scope))
    for row, entity in unnamed:
        naming.add_names(connection, row, entity, scope.analyser.keys)
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table} WHERE entity NOT IN (SELECT id FROM entity)")
    connection.execute(f"DELETE {_CHAINS}")
    keys = [(key, row) for row, _, key in _mislabelled(connection)]
    connection.executemany("UPDATE OR REPLACE label SET key = ? WHERE id = ?", keys)
