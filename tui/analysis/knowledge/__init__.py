"""Knowledge packs: statements from outside of the library, as CSV, FollowTheMoney or Wikidata JSON lines."""

from __future__ import annotations

import csv
import re
from datetime import date
from typing import TYPE_CHECKING

from tui.arabic.sanitise import neutralise
from tui.errors import SourceError
from tui.model import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Protocol

    class _Rows(Protocol):
        line_num: int

        def __iter__(self) -> Iterator[list[str]]: ...
        def __next__(self) -> list[str]: ...


HEADER = ("subject", "name", "property", "value", "start", "end", "source")

_NEEDED = ("subject", "property", "value")
_ISO = re.compile(r"-?\d{4}(-\d{2}(-\d{2})?)?")


def read(path: Path) -> Iterator[Statement]:
    """The statements of a pack, as they are read: CSV, or FollowTheMoney's or Wikidata's entities as lines of JSON.

    Args:
        path: the file; its name without suffix is the pack's name.

    Raises:
        SourceError: the file cannot be read, or a line of it is no statement.
    """
    if path.suffix.lower() == ".csv":
        yield from read_pack(path)
        return
    from tui.analysis.knowledge import followthemoney, lines, wikidata

    named, pack = _named(path), neutralise(path.stem)

    def entities() -> Iterator[lines.Json]:
        """Each time anew: what takes several looks at a large file keeps none of it."""
        return (entity for _number, entity in lines.objects(path, named))

    first = next(entities(), {})
    if "schema" in first:
        yield from followthemoney.read(entities, pack)
    elif "claims" in first:
        yield from wikidata.read(entities, pack)
    else:
        raise SourceError(f"{named}:1: neither FollowTheMoney nor Wikidata; a pack is CSV or such entities, one a line")


def read_pack(path: Path) -> Iterator[Statement]:
    """Read a knowledge pack: UTF-8, comma-separated, with the header `subject,name,property,value,start,end,source`.

    Args:
        path: the file; its name without suffix is the pack's name. Empty rows are passed over; control characters in
            values are made harmless.

    Raises:
        SourceError: the file cannot be read, or a line is no statement: it has more or fewer fields than the header, no
            subject, property or value, or a `start` or `end` that is no date (2021, 2021-07 or 2021-07-28).
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, strict=True)
            try:
                yield from _statements(rows, path)
            except csv.Error as error:
                raise SourceError(f"{_named(path)}:{rows.line_num}: broken CSV ({error}); mend the line") from error
    except UnicodeDecodeError as error:
        raise SourceError(f"{_named(path)}: not UTF-8 (byte {error.start}); convert it with iconv -t UTF-8") from error
    except FileNotFoundError as error:
        raise SourceError(f"{_named(path)}: no such file; check the name") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SourceError(f"{_named(path)}: cannot be read ({reason}); check that it is a readable CSV file") from error


def _statements(rows: _Rows, path: Path) -> Iterator[Statement]:
    header = next(rows, [])
    if tuple(name.strip() for name in header) != HEADER:
        raise SourceError(f"{_named(path)}:1: the header must be {','.join(HEADER)}, not {','.join(header)!r}")
    last = rows.line_num
    for row in rows:
        line, last = last + 1, rows.line_num  # a quoted field may hold newlines: the line where the row begins
        if not any(field.strip() for field in row):
            continue
        yield _statement(
            [neutralise(" ".join(field.split())) for field in row], f"{_named(path)}:{line}", neutralise(path.stem)
        )


def _statement(row: list[str], place: str, pack: str) -> Statement:
    if len(row) != len(HEADER):
        raise SourceError(f"{place}: {len(row)} fields instead of {len(HEADER)}; quote a field that holds a comma")
    fields = dict(zip(HEADER, row, strict=True))
    for name in _NEEDED:
        if not fields[name]:
            raise SourceError(f"{place}: no {name}; a statement needs {', '.join(_NEEDED)}")
    for name in ("start", "end"):
        if fields[name] and not is_date(fields[name]):
            raise SourceError(
                f"{place}: {name} must be a date such as 2021, 2021-07 or 2021-07-28, not {fields[name]!r}"
            )
    return Statement(**fields, pack=pack)


def is_date(value: str) -> bool:
    """Whether a text is a year, a month or a day of ISO 8601."""
    if not _ISO.fullmatch(value):
        return False
    try:
        date.fromisoformat((value.removeprefix("-") + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _named(path: Path) -> str:
    """What to call the file in a message: escaped where its name could break the line."""
    return str(path) if str(path).isprintable() else repr(str(path))
