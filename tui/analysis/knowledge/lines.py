"""A file of JSON, an object a line, read as it goes; Wikidata's own dumps are one array with an object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tui.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Json = dict[str, Any]

LINE = 64 << 20
"""Most bytes of a line; the largest entity of Wikidata takes a few million."""


def objects(path: Path, named: str) -> Iterator[tuple[int, Json]]:
    """The objects of a file with their line numbers.

    Args:
        path: the file.
        named: what to call it in a message.

    Raises:
        SourceError: it cannot be read, or a line is no JSON object.
    """
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(LINE + 1):
                number += 1
                if len(line) > LINE:
                    raise SourceError(f"{named}:{number}: longer than {LINE >> 20} MB, which is no single entity")
                text = line.strip().rstrip(b",")
                if text in {b"", b"[", b"]"}:
                    continue
                yield number, _object(text, f"{named}:{number}")
    except OSError as error:
        raise SourceError(f"{named}: cannot be read ({error.strerror}); check the name") from error


def _object(text: bytes, where: str) -> Json:
    try:
        found = json.loads(text)
    except UnicodeDecodeError as error:
        raise SourceError(f"{where}: not UTF-8 (byte {error.start}); convert it with iconv -t UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{where}: broken JSON; a pack has one object a line") from error
    if not isinstance(found, dict):
        raise SourceError(f"{where}: no JSON object; a pack has one object a line")
    return found
