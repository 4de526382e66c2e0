"""What the tagger sees of marked articles, as arrays, with tables of names made without the corpus's own part."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.lists import corpora, table
from tui.analysis.recognise.rules import find
from tui.analysis.recognise.tagger.features import features
from tui.analysis.recognise.tokens import tokenise
from tui.analysis.recognise.train import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from tui.analysis.recognise.tokens import Passage
    from tui.analysis.recognise.train.marked import Mark, Marked

UNKNOWN = -1
"""The cut of a word that no name begins with."""


class Example(NamedTuple):
    """An article of n words.

    Attributes:
        ids, flags, signs: as in `tagger.features.Features`, in small integers; flags in ninths.
        labels: n labels as `tagger.network.LABELS` has them, and those of type `other`.
        cuts: for the first word of each name the letters of its proclitics, else `UNKNOWN`.
        part: which stretch of its corpus it is from.
    """

    ids: NDArray[np.uint16]
    flags: NDArray[np.uint8]
    signs: NDArray[np.uint8]
    labels: tuple[str, ...]
    cuts: NDArray[np.int8]
    part: int


def half(data: Path, work: Path, kept_back: int) -> Path:
    """The table of names made of every second part of the corpora, without the other (0 or 1) or what is measured."""
    path = work / f"names-without-{kept_back}.bin"
    if not path.exists():

        def keep(index: int) -> bool:
            return index // marked.PART % 2 != kept_back and not corpora.held_out(index)

        table.write(table.rows(data, keep=keep), path)
    return path


def examples(articles: Iterable[Marked], names: Path | None = None) -> Iterator[Example]:
    """Examples of articles, with a table of names in place of the one that is shipped."""
    if names:
        lexicon.use(names)
    for article in articles:
        passage = tokenise(article.draft)
        if passage.tokens:
            yield _example(passage, article.names, article.part)


def _example(passage: Passage, names: tuple[Mark, ...], part: int) -> Example:
    found = features(passage, find(passage))
    cuts = np.full(len(passage.tokens), UNKNOWN, np.int8)
    labels = ["O"] * len(passage.tokens)
    for start, end, kind in names:
        covered = [at for at, token in enumerate(passage.tokens) if token.start < end and token.end > start]
        for at in covered:
            labels[at] = f"{'B' if at == covered[0] else 'I'}-{kind}"
        if covered:
            cuts[covered[0]] = min(2, max(0, start - passage.tokens[covered[0]].start))
    flags = (found.flags * 9).round().astype(np.uint8)
    signs = found.signs.astype(np.uint8)
    return Example(found.ids.astype(np.uint16), flags, signs, tuple(labels), cuts, part)
