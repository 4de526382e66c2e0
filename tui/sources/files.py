"""Article files: which there are under a path, and what one holds."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arabic.sanitise import neutralise
from tui.errors import SourceError
from tui.sources.decode import decode
from tui.sources.lines import named, trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model import Draft

MARKDOWN = frozenset({".md", ".markdown"})
SUFFIXES = MARKDOWN | {".txt", ".text"}

LIMIT = 4 * 1024 * 1024
"""Most bytes of one article: some two million letters, a shelf of books. More is a dump, not an article."""

LINES = 100_000
"""Most lines of one article, for the same reason."""


def read(path: Path) -> Draft:
    """Read one article file, as Markdown if its suffix says so and as plain text otherwise.

    Raises:
        SourceError: the file is missing, no regular file, not readable, too large or empty, or its front matter is
            broken.
        EncodingError: its bytes are no text in an encoding known here.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(f"{named(path)}: is a folder, not an article; add the folder itself or name a file in it")
        if not stat.S_ISREG(mode):
            raise SourceError(f"{named(path)}: is no regular file; save the article as text or Markdown first")
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise SourceError(_unreadable(path, error)) from error
    return read_bytes(data, str(path), markdown=path.suffix.lower() in MARKDOWN)


def read_bytes(data: bytes, origin: str, *, markdown: bool = False) -> Draft:
    """Make a draft of an article's bytes.

    Args:
        data: the bytes; at most `LIMIT`.
        origin: the file or address they come from, for messages; '' for standard input.
        markdown: whether they are Markdown.

    Raises:
        SourceError: there is nothing to read, too much of it, or broken front matter.
        EncodingError: the bytes are no text in an encoding known here.
    """
    name = named(origin)
    if len(data) > LIMIT:
        raise SourceError(f"{name}: larger than {LIMIT // 1024**2} MB, which is no single article; split it")
    text = neutralise(decode(data, name))
    if text.count("\n") + text.count("\r") > LINES:
        raise SourceError(f"{name}: more than {LINES:,} lines, which is no single article; split it")
    start, end = trim(text, 0, len(text))
    if start == end:
        raise SourceError(f"{name}: empty; there is no text to read in it")
    from tui.sources.page import draft

    return draft(text, origin, markdown=markdown)


def walk(path: Path) -> Iterator[Path]:
    """Give the article files of a folder and its subfolders in a stable order, or the one file that `path` is.

    Hidden files and folders are left out; a linked folder is entered once. Folders that cannot be opened are
    reported last, so that everything else is read.

    Raises:
        SourceError: there is no such file, no article in the folder, or a folder that cannot be opened.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise SourceError(_unreadable(path, error)) from error
    return _folder(path) if stat.S_ISDIR(mode) else iter((path,))


def _folder(path: Path) -> Iterator[Path]:
    refused: list[OSError] = []
    seen: set[tuple[int, int]] = set()
    found = False
    for folder, folders, files in os.walk(path, onerror=refused.append, followlinks=True):
        here = os.stat(folder)  # noqa: PTH116 - os.walk gives strings, a Path for each folder is waste
        if (key := (here.st_dev, here.st_ino)) in seen and here.st_ino:
            folders.clear()
            continue
        seen.add(key)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES:  # noqa: PTH122 - the same
                found = True
                yield Path(folder, name)
    if refused:
        raise SourceError(_unreadable(Path(str(refused[0].filename)), refused[0]))
    if not found:
        raise SourceError(
            f"{named(path)}: no articles in this folder; it needs files named *.md, *.markdown, *.txt or *.text"
        )


def _unreadable(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{named(path)}: no such file or folder; check the name"
    if isinstance(error, PermissionError):
        return f"{named(path)}: permission denied; make it readable for you (chmod u+r)"
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"{named(path)}: cannot be read ({reason}); check the path"
