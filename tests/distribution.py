"""A distribution as pip would leave it in a folder: a module, and metadata with an entry point for Warraq."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CAPITALS = """
class Capitals:
    labels = {"CITY": "place", "HEAD": "person", "BODY": "organisation"}
    names = {"إيمانويل ماكرون": "HEAD", "باريس": "CITY", "تندوف": "CITY", "حزب النخلة": "BODY"}

    def __init__(self, settings):
        self.settings = settings

    def tag(self, texts):
        return [list(self.found(text)) for text in texts]

    def found(self, text):
        for name, label in self.names.items():
            start = text.find(name)
            if start >= 0:
                yield start, start + len(name), label, 1.0
"""


def install(folder: Path, name: str, code: str, made: str = "Capitals") -> None:
    """Leave a plug-in in a folder that is, or will be, on the import path.

    Args:
        folder: the folder, made where missing.
        name: of the recogniser; the module is `warraq_NAME`, the distribution `warraq-NAME`.
        code: the module.
        made: what in it the entry point names.
    """
    folder.mkdir(exist_ok=True)
    (folder / f"warraq_{name}.py").write_text(textwrap.dedent(code), encoding="utf-8")
    metadata = folder / f"warraq_{name}-1.0.dist-info"
    metadata.mkdir(exist_ok=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: warraq-{name}\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(
        f"[warraq.recognisers]\n{name} = warraq_{name}:{made}\n", encoding="utf-8"
    )
