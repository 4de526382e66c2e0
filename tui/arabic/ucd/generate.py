"""Writes `tables.txt` from the files of the Unicode Character Database.

Run `python -m tui.arabic.ucd.generate [FOLDER]` when Unicode moves on; FOLDER holds the files as Debian's unicode-data
package lays them out (/usr/share/unicode).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arabic.ucd import CLASSES, PATH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LAST = 0x10FFFF
_LONG_NAMES = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}
# Vowels and final consonants of old Hangul are letters to Unicode and marks to every terminal.
_JAMO = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF))


def main(folder: Path) -> None:
    """Write the tables.

    Raises:
        OSError: a file of the database is missing, or the tables cannot be written.
    """
    wide = _values(folder / "EastAsianWidth.txt", {"W": "W", "F": "W"})
    marks = _values(folder / "extracted/DerivedGeneralCategory.txt", {"Mn": "M", "Me": "M", "Mc": "M"})
    for start, end in _JAMO:
        _fill(marks, start, end, "M")
    pictures = _values(folder / "emoji/emoji-data.txt", {"Extended_Pictographic": "E"})
    joining = _values(folder / "extracted/DerivedJoiningType.txt", {kind: kind for kind in "DRLCT"})
    tables = {
        "bidi": _ranges(_bidi(folder / "extracted/DerivedBidiClass.txt")),
        "joining": _ranges(joining),
        "marks": _ranges(marks),
        "wide": _ranges(wide),
        "pictures": _ranges(pictures),
        "mirrors": " ".join(f"{first:x}:{second:x}" for first, second in _mirrors(folder)),
        "brackets": " ".join(f"{first:x}:{second:x}" for first, second in _brackets(folder)),
    }
    version = (folder / "EastAsianWidth.txt").read_text(encoding="utf-8").split("-", 1)[1].split(".txt", 1)[0]
    head = f"# Unicode {version}; written by tui.arabic.ucd.generate.\n"
    PATH.write_text(
        head + "".join(f"{name}\t{text}\n" for name, text in tables.items()), encoding="ascii", newline="\n"
    )


def _bidi(path: Path) -> list[str]:
    """All code points' classes, with the defaults of unassigned ones, which the file gives in comments."""
    values = ["L"] * (_LAST + 1)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# @missing:"):
            span, name = (part.strip() for part in line.removeprefix("# @missing:").split(";"))
            _fill(values, *_span(span), CLASSES[_LONG_NAMES[name]])
    for span, name in _fields(path):
        _fill(values, *_span(span), CLASSES[name])
    return values


def _values(path: Path, letters: dict[str, str]) -> list[str]:
    values = ["."] * (_LAST + 1)
    for span, name in _fields(path):
        if name in letters:
            _fill(values, *_span(span), letters[name])
    return values


def _mirrors(folder: Path) -> Iterator[tuple[int, int]]:
    for first, second in _fields(folder / "BidiMirroring.txt"):
        yield int(first, 16), int(second, 16)


def _brackets(folder: Path) -> Iterator[tuple[int, int]]:
    for first, second in _fields(folder / "BidiBrackets.txt", kind="o"):
        yield int(first, 16), int(second, 16)


def _fields(path: Path, kind: str = "") -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = [part.strip() for part in line.split("#", 1)[0].split(";")]
        if len(parts) > 1 and (not kind or parts[2] == kind):
            yield parts[0], parts[1]


def _span(text: str) -> tuple[int, int]:
    first, _, last = text.partition("..")
    return int(first, 16), int(last or first, 16)


def _fill(values: list[str], start: int, end: int, value: str) -> None:
    values[start : end + 1] = [value] * (end + 1 - start)


def _ranges(values: Iterable[str]) -> str:
    """Where the value changes: a letter and the first code point that has it."""
    parts = []
    before = ""
    for code, value in enumerate(values):
        if value != before:
            parts.append(f"{value}{code:x}")
            before = value
    return " ".join(parts)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"))
