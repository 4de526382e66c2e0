"""Articles with marked names: our own of the ANT corpus, and the corpora in CoNLL form, ten sentences an article."""

from __future__ import annotations

import re
import tarfile
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.analysis.recognise.lists.corpora import sentences
from tui.model import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.analysis.recognise.lists.corpora import Sentence

Mark = tuple[int, int, str]
"""A name: half-open code points and type."""

Split = Literal["train", "dev", "test"]

ARCHIVE = "text/ant_corpus_v1.1.tar.gz"
CORPORA = {
    "aner": "ner/ANERCorp_CamelLab_train.txt",
    "aqmar": "ner/AQMAR_train.txt",
    "wojood": "ner/Wojood_sample_train.txt",
}
BLOCK = 10  # sentences of a corpus read as one article, since the corpora mark none
PART = 50  # sentences of a part, by which tables and measures keep corpora apart

_ANER = {"PER": "person", "PERS": "person", "LOC": "place", "ORG": "organisation", "MISC": "other", "MIS": "other"}
_WOJOOD = {
    "PERS": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
    "EVENT": "event",
    "PRODUCT": "product",
}
_LETTERS = {"P": "person", "L": "place", "O": "organisation", "W": "product", "E": "event"}
_NAME = re.compile(r"([PLOWE])(\d+)-(\d+)")


class Marked(NamedTuple):
    """An article with its names; `part` numbers the stretch of the corpus that it is from."""

    draft: Draft
    names: tuple[Mark, ...]
    part: int = 0


def own(archive: Path, marks: Path, split: Split) -> Iterator[Marked]:
    """Our own articles of a split.

    Args:
        archive: `ant_corpus_v1.1.tar.gz`.
        marks: `tests/bench/data/ant_names.tsv`.
        split: which of them.
    """
    rows = (line.split("\t") for line in marks.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    wanted = {f"ant/{article}": names for kept_for, article, names in rows if kept_for == split}
    for name, text in texts(archive):
        if name in wanted:
            found = _NAME.findall(wanted[name])
            yield Marked(draft(text), tuple((int(start), int(end), _LETTERS[kind]) for kind, start, end in found))


def texts(archive: Path) -> Iterator[tuple[str, str]]:
    """The files of the ANT corpus: name in the archive, and text."""
    with tarfile.open(archive) as files:
        for member in files:
            file = files.extractfile(member) if member.name.endswith(".txt") and member.name.count("/") == 2 else None
            if file is not None:
                yield member.name, file.read().decode("utf-8", "replace")


def draft(text: str) -> Draft:
    """Title and paragraphs of a file, in which an abstract between them repeats the first paragraph."""
    body: list[Span] = []
    for part in ("TITLE", "TEXT"):
        inside = re.search(f"<{part}>(.*?)</{part}>", text, re.DOTALL)
        lines = re.compile(r"[^\n]*\S[^\n]*").finditer(text, *inside.span(1)) if inside else ()
        body += [Span(*line.span()) for line in lines]
    return Draft(text=text, body=tuple(body))


def corpus(path: Path) -> Iterator[Marked]:
    """The blocks of a corpus in CoNLL form, a paragraph each sentence; types that we do not know are `other`."""
    types = _WOJOOD if "Wojood" in path.name else _ANER
    found = [*sentences(path)]
    for begin in range(0, len(found), BLOCK):
        yield _block(found[begin : begin + BLOCK], types, begin // PART)


def _block(block: list[Sentence], types: dict[str, str], part: int) -> Marked:
    text = ""
    spans: list[Span] = []
    marks: list[Mark] = []
    for sentence in block:
        begin, before = len(text), ""
        for word, label in sentence:
            prefix, _, name = label.partition("-")
            kind = types.get(name, "")
            if kind and prefix == "I" and before == kind:
                marks[-1] = (marks[-1][0], len(text) + len(word), kind)
            elif kind:
                marks.append((len(text), len(text) + len(word), kind))
            before = kind
            text += word + " "
        spans.append(Span(begin, len(text) - 1))
        text += "\n"
    return Marked(Draft(text=text, body=tuple(spans)), tuple(marks), part)
