"""Words of a text with their places, and names from tags of words: B-PERS I-PERS O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.recognise.adapters.labels import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = "\u0640\u064b-\u065f\u0670"
_WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*|[^\w\s]|_")


def words(text: str) -> list[tuple[int, int]]:
    """The words and single signs of a text, as annotated corpora are cut: half-open code points."""
    return [match.span() for match in _WORD.finditer(text)]


def names(tagged: Iterable[tuple[int, int, str, float]]) -> list[tuple[int, int, str, float]]:
    """The names that tagged words make.

    Args:
        tagged: words in order: half-open code points, the tag (BIO, IOBES or BILOU; `O` is none), its score.

    Returns:
        Start, end, label and the mean score. A word that goes on (I, E, L) with another label than the word before
        begins a name of its own, as evaluation scripts read it.
    """
    found: list[tuple[int, int, str, list[float]]] = []
    before = ""
    for start, end, tag, score in tagged:
        label = "" if tag == "O" else bare(tag)
        if label and label == before and not tag.startswith(("B-", "S-", "U-")):
            found[-1] = (found[-1][0], end, label, [*found[-1][3], score])
        elif label:
            found.append((start, end, label, [score]))
        before = label
    return [(start, end, label, sum(scores) / len(scores)) for start, end, label, scores in found]
