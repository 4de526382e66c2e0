"""CAMeL Tools: its recogniser for Arabic, with a model in a folder."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tui.analysis.recognise.adapters import bio, local
from tui.analysis.recognise.adapters.labels import bare, known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.model import EntityType


class Camel:
    """`camel_tools.ner.NERecognizer`."""

    def __init__(self, settings: Mapping[str, object]) -> None:
        """Load the model.

        Raises:
            RecogniserError: CAMeL Tools or the folder is missing.
        """
        folder = local.folder("camel", settings)
        with _list_of_models():
            package = local.package("camel", "camel_tools.ner")
        self._recogniser = package.NERecognizer(str(folder), use_gpu=False)
        self.own = tuple(sorted({bare(tag) for tag in self._recogniser.labels_map.values()} - {"O"}))
        self.labels: Mapping[str, EntityType] = known(self.own)

    def tag(self, texts: Sequence[str]) -> list[list[tuple[int, int, str, float]]]:
        """The entities of each text; CAMeL Tools gives no score, so each has 1."""
        # A word of which its tokeniser keeps nothing gets no tag, and all after it would be tagged as its neighbours.
        pieces = self._recogniser.tokenizer.tokenize
        places = [[(start, end) for start, end in bio.words(text) if pieces(text[start:end])] for text in texts]
        full = [index for index, spans in enumerate(places) if spans]
        given = [[texts[index][start:end] for start, end in places[index]] for index in full]
        found: list[list[tuple[int, int, str, float]]] = [[] for _ in texts]
        for index, tags in zip(full, self._recogniser.predict(given), strict=True):
            found[index] = bio.names((*span, tag, 1.0) for span, tag in zip(places[index], tags, strict=True))
        return found


@contextmanager
def _list_of_models() -> Iterator[None]:
    """An empty list of the models that CAMeL Tools offers: it fetches the list when it is imported and has none."""
    before = os.environ.get("CAMELTOOLS_DATA")
    with TemporaryDirectory() as folder:
        Path(folder, "catalogue.json").write_text('{"version": "", "packages": {}, "components": {}}', encoding="utf-8")
        os.environ["CAMELTOOLS_DATA"] = folder
        try:
            yield
        finally:
            os.environ.pop("CAMELTOOLS_DATA")
            if before is not None:
                os.environ["CAMELTOOLS_DATA"] = before
