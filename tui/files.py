"""What is written to files and pipes: files whole or not at all, JSON in lines that no terminal minds."""

from __future__ import annotations

import json
import os
import re
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from tui.errors import FileError
from tui.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# JSON leaves these raw; on a terminal they would act, and in a file they turn or hide their neighbours.
_UNSAFE = re.compile("[\x7f-\x9f\u00ad\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")


def json_line(value: Mapping[str, object]) -> str:
    """JSON on one line: UTF-8, Arabic as it is, and no raw control or bidi character."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


@contextmanager
def whole(path: Path, *, overwrite: bool = False) -> Iterator[IO[str]]:
    """Write a text file, UTF-8, that stands under its name only when all of it is on the disk.

    Args:
        path: the file. Until the end it has another name beside it, which goes when the writing fails.
        overwrite: whether it may take the place of a file that is there.

    Raises:
        FileError: it is there already, or cannot be written.
    """
    with placed(path, overwrite=overwrite) as there, there.open("x", encoding="utf-8", newline="\n") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def placed(path: Path, *, overwrite: bool = False) -> Iterator[Path]:
    """Give a name beside `path` to make a file under, which then gets its own name.

    Raises:
        FileError: see `whole`.
    """
    try:
        target = path.resolve()  # what a link leads to, not the link
        _check(target, path, overwrite=overwrite)
        beside = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.part")
    except (ValueError, RuntimeError) as error:  # a name with a null, a link to itself
        raise FileError(N_("{path}: cannot be a file's name; choose another one"), path=path) from error
    try:
        yield beside
        _check(target, path, overwrite=overwrite)
        beside.replace(target)
    except OSError as error:
        line = N_("{path}: cannot be written ({why}); check the folder and the room on the disk")
        raise FileError(line, path=path, why=error.strerror or error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _check(target: Path, path: Path, *, overwrite: bool) -> None:
    if not target.exists():
        return
    if not target.is_file():
        raise FileError(N_("{path}: is no regular file; name another one"), path=path)
    if not overwrite:
        raise FileError(N_("{path}: is there already; name another file, or overwrite it with --force"), path=path)
