"""GLiNER: a model in a folder that looks for whatever labels it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.recognise.adapters import local
from tui.errors import RecogniserError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model import EntityType

_ASKED: dict[str, EntityType] = {
    "person": "person",
    "organization": "organisation",
    "location": "place",
    "product": "product",
    "event": "event",
}
_BELIEVED = 0.5  # GLiNER's own threshold
_AT_ONCE = 8  # paragraphs


class Gliner:
    """A GLiNER model, asked for `[recognisers.gliner.labels]`, or for five English words where there are none."""

    def __init__(self, settings: Mapping[str, object]) -> None:
        """Load the model.

        Raises:
            RecogniserError: GLiNER or the folder is missing, or the folder lacks a part that would be fetched.
        """
        folder = local.folder("gliner", settings)
        package = local.package("gliner", "gliner")
        for name in ("gliner_config.json", "tokenizer_config.json"):  # without them it would ask a hub
            if not (folder / name).is_file():
                raise RecogniserError(f"recogniser gliner: {folder}: lacks {name}; save the model with save_pretrained")
        self._model = package.GLiNER.from_pretrained(str(folder), local_files_only=True).eval()
        labels = settings.get("labels")
        self.labels: Mapping[str, EntityType] = labels if isinstance(labels, dict) else _ASKED
        self.own = tuple(label for label, kind in self.labels.items() if kind)
        threshold = settings.get("threshold")
        self._threshold = threshold if isinstance(threshold, float) else _BELIEVED

    def tag(self, texts: Sequence[str]) -> list[list[tuple[int, int, str, float]]]:
        """The entities of each text with GLiNER's scores."""
        given = self._model.inference(
            list(texts), list(self.own), threshold=self._threshold, flat_ner=True, batch_size=_AT_ONCE
        )
        return [[(one["start"], one["end"], one["label"], float(one["score"])) for one in names] for names in given]
