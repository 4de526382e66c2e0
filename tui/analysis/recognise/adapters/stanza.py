"""Stanza: a folder of models as `stanza.download("ar", model_dir=...)` fills it, on whatever machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise.adapters import local
from tui.analysis.recognise.adapters.labels import known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model import EntityType


class Stanza:
    """A Stanza pipeline of its tokeniser and its recogniser; the option `language` names another one than Arabic."""

    def __init__(self, settings: Mapping[str, object]) -> None:
        """Load the models.

        Raises:
            RecogniserError: Stanza or the folder is missing.
        """
        folder = local.folder("stanza", settings)
        stanza = local.package("stanza", "stanza")
        self._pipeline = stanza.Pipeline(
            str(settings.get("language", "ar")),
            dir=str(folder),
            processors="tokenize,ner",
            download_method=None,
            use_gpu=False,
            verbose=False,
        )
        self.own = tuple(sorted(self._pipeline.processors["ner"].get_known_tags()))
        self.labels: Mapping[str, EntityType] = known(self.own)

    def tag(self, texts: Sequence[str]) -> list[list[tuple[int, int, str, float]]]:
        """The entities of each text; Stanza gives no score, so each has 1."""
        return [
            [(one.start_char, one.end_char, one.type, 1.0) for one in self._pipeline(text).ents] if text.strip() else []
            for text in texts
        ]
