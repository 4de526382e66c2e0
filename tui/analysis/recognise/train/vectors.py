"""The words that the tagger knows, and a first vector of each, from plain news and the corpora."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from gensim.models import Word2Vec

from tui.analysis.recognise.lists.corpora import sentences
from tui.analysis.recognise.tagger import features
from tui.analysis.recognise.train import marked
from tui.arabic.normalise import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

SIZE = 40
"""Numbers of a vector."""

_FEWEST = 4  # times that a word must be seen
_LONGEST = 25  # letters of a word


def write_words(data: Path, path: Path) -> int:
    """Write the words of `tagger.features.vocabulary`, most frequent first; how many there are."""
    counts = Counter(word for sentence in _text(data) for word in sentence)
    known = [
        (word, count)
        for word, count in counts.most_common()
        if count >= _FEWEST and len(word) < _LONGEST and not re.fullmatch("[0-9]+", word)
    ]
    lines = (f"{min(9, max(0, count.bit_length() - 2))}{word}" for word, count in known)
    path.write_bytes(zlib.compress("\n".join(lines).encode(), 9))
    return len(known)


def vectors(data: Path) -> NDArray[np.float32]:
    """(V + 1, SIZE): a vector of each word, learnt from the text as it is and without proclitics (word2vec)."""
    known = features.vocabulary()
    text = [[*sentence] for sentence in _text(data)]
    text += [[features.rest_of(word)[1] for word in sentence] for sentence in text]
    model = Word2Vec(
        text, vector_size=SIZE, window=4, min_count=3, sg=1, negative=8, epochs=6, workers=1, seed=1, sample=1e-4
    )
    found = np.zeros((len(known) + 1, SIZE), np.float32)
    for word, (number, _) in known.items():
        if word in model.wv:
            found[number] = model.wv[word]
    found /= found.std()
    return found


def _text(data: Path) -> Iterator[list[str]]:
    """Folded words by paragraph."""
    for _, text in marked.texts(data / marked.ARCHIVE):
        draft = marked.draft(text)
        for span in draft.body:
            yield [token.fold for token in words(text[span.start : span.end]) if token.fold]
    for file in marked.CORPORA.values():
        for sentence in sentences(data / file):
            yield [token.fold for word, _ in sentence for token in words(word) if token.fold]
