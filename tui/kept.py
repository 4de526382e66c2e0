"""What is kept between two runs of the reader, one set of files a library: where it was left, and its last screen."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Mapping

_LARGEST = 4 << 20
"""Bytes of a file that is read; ours are a hundredth of it."""


def folder() -> str:
    """The platform's folder for state (`$XDG_STATE_HOME/warraq` on Linux).

    As platformdirs has it, which takes longer to import than the first screen takes to be shown.
    """
    home = os.path.expanduser("~")  # noqa: PTH111 - pathlib takes 5 ms to import
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA", home), "warraq")  # noqa: PTH118 - as above
    default = ("Library", "Application Support") if sys.platform == "darwin" else (".local", "state")
    state = os.environ.get("XDG_STATE_HOME") or os.path.join(home, *default)  # noqa: PTH118 - as above
    return os.path.join(state, "warraq")  # noqa: PTH118 - as above


def path(kind: str, key: str) -> str:
    """The file of one kind (`state`, `screen`) for one library, or for one way of starting."""
    name = f"{crc32(key.encode('utf-8', 'surrogateescape')):08x}.{kind}.json"
    return os.path.join(folder(), name)  # noqa: PTH118 - as above


def read(file: str) -> dict[str, Any]:
    """What a file holds; {} for one that is missing, too large or broken: nothing of it is needed."""
    with suppress(OSError, ValueError, RecursionError), open(file, "rb") as stream:  # noqa: PTH123 - as above
        found = json.loads(stream.read(_LARGEST))
        if isinstance(found, dict):
            return found
    return {}


def write(file: str, values: Mapping[str, object]) -> None:
    """Keep values, all or none of them; a folder that cannot be written keeps nothing.

    It is readable by its owner alone: it tells what they read.
    """
    fresh = f"{file}.{os.getpid()}"
    with suppress(OSError):
        os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120 - as above
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="utf-8") as stream:  # noqa: PTH123 - as above
            json.dump(values, stream, ensure_ascii=True)
        os.replace(fresh, file)  # noqa: PTH105 - as above
