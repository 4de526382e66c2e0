"""One picture of all pictures, each above its terminal's name."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def write(path: Path, pictures: Iterable[tuple[Path, Sequence[str]]]) -> None:
    """Write the sheet: pictures, and below each the lines of its label."""
    parts: list[str] = []
    for picture, label in pictures:
        parts += ["-label", "\n".join(label), str(picture)]
    look = ["-font", "DejaVu-Sans", "-pointsize", "14", "-background", "#dddddd"]
    size = ["-tile", "3x", "-geometry", "620x447+6+6", "-colors", "24", "-depth", "8"]
    subprocess.run(["montage", *look, *parts, *size, f"png8:{path}"], check=True)
