"""The names that `data/ant_names.tsv` marks in the ANT corpus (`ant_corpus_v1.1.tar.gz`)."""

from __future__ import annotations

import re
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tui.model import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model import EntityType

_MARKED = Path(__file__).parent / "data" / "ant_names.tsv"
_TYPES: dict[str, EntityType] = {"P": "person", "L": "place", "O": "organisation", "W": "product", "E": "event"}
_NAME = re.compile(r"([PLOWE])(\d+)-(\d+)")

Name = tuple[int, int, str]
Split = Literal["train", "dev", "test"]


def articles(archive: Path, split: Split) -> Iterator[tuple[Draft, set[Name]]]:
    """The articles of a split with their names as (start, end, type), half-open code points of the draft's text."""
    marked = {}
    for line in _MARKED.read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{split}\t"):
            _, article, names = line.split("\t")
            marked[f"ant/{article}"] = names
    with tarfile.open(archive) as files:
        for member in files:
            file = files.extractfile(member) if member.name in marked else None
            if file is not None:
                text = file.read().decode("utf-8", "replace")
                found = _NAME.findall(marked[member.name])
                yield _draft(text), {(int(start), int(end), _TYPES[kind]) for kind, start, end in found}


def _draft(text: str) -> Draft:
    """Title and paragraphs of a file, in which an abstract between them repeats the first paragraph."""
    body: list[Span] = []
    for part in ("TITLE", "TEXT"):
        inside = re.search(f"<{part}>(.*?)</{part}>", text, re.DOTALL)
        lines = re.compile(r"[^\n]*\S[^\n]*").finditer(text, *inside.span(1)) if inside else ()
        body += [Span(*line.span()) for line in lines]
    return Draft(text=text, body=tuple(body))
