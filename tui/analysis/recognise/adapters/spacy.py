"""spaCy: a trained pipeline in a folder, as `nlp.to_disk` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise.adapters import local
from tui.analysis.recognise.adapters.labels import known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model import EntityType

_UNUSED = frozenset({"tagger", "morphologizer", "parser", "lemmatizer", "trainable_lemmatizer", "attribute_ruler"})
"""Parts of a pipeline that no named entity rests on, and that take most of its time."""


class Spacy:
    """A spaCy pipeline; its own tokeniser cuts the text."""

    def __init__(self, settings: Mapping[str, object]) -> None:
        """Load the pipeline.

        Raises:
            RecogniserError: spaCy or the folder is missing.
        """
        folder = local.folder("spacy", settings)
        spacy = local.package("spacy", "spacy")
        self._nlp = spacy.load(folder, exclude=_UNUSED)  # a Path is read, never looked up as a package's name
        found = {label for pipe in self._nlp.pipe_names for label in self._nlp.pipe_labels.get(pipe, ())}
        self.own = tuple(sorted(found))
        self.labels: Mapping[str, EntityType] = known(found)

    def tag(self, texts: Sequence[str]) -> list[list[tuple[int, int, str, float]]]:
        """The entities of each text; spaCy gives no score, so each has 1."""
        return [[(one.start_char, one.end_char, one.label_, 1.0) for one in doc.ents] for doc in self._nlp.pipe(texts)]
