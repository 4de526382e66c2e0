"""Transformers: any token classifier that `save_pretrained` wrote into a folder, with its fast tokeniser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.analysis.recognise.adapters import bio, local
from tui.analysis.recognise.adapters.labels import bare, known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.model import EntityType

_LONGEST = 512  # pieces in a window, where neither model nor tokeniser says how many it takes
_OVERLAP = 4  # this part of a window stands in the next one too, so that no name is cut at a border
_AT_ONCE = 8  # windows
_SPACED = frozenset({"bloom", "deberta", "gpt2", "roberta"})  # tokenisers that must be told that words are given


class Transformers:
    """A token classifier; a word has the label of its first piece.

    Words are cut here and not by `pipeline("token-classification")`, which takes a word for the end of the one before
    where the tokeniser drops its marks (مُحمد).
    """

    def __init__(self, settings: Mapping[str, object]) -> None:
        """Load model and tokeniser.

        Raises:
            RecogniserError: transformers, torch or the folder is missing.
        """
        folder = local.folder("transformers", settings)
        self._torch = local.package("transformers", "torch")
        package = local.package("transformers", "transformers")
        here: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
        self._model = package.AutoModelForTokenClassification.from_pretrained(folder, **here).eval()
        shape = self._model.config
        spaced = {"add_prefix_space": True} if shape.model_type in _SPACED else {}
        self._pieces = package.AutoTokenizer.from_pretrained(folder, use_fast=True, **here, **spaced)
        # Two less: RoBERTa's positions begin behind its padding, and are as many fewer as that.
        room = (getattr(shape, "max_position_embeddings", None) or _LONGEST) - 2
        self._room = min(self._pieces.model_max_length, room)
        self.own = tuple(sorted({bare(tag) for tag in shape.id2label.values()} - {"O"}))
        self.labels: Mapping[str, EntityType] = known(self.own)

    def tag(self, texts: Sequence[str]) -> list[list[tuple[int, int, str, float]]]:
        """The entities of each text; the score is the mean of its words' probabilities."""
        places = [bio.words(text) for text in texts]
        full = [index for index, spans in enumerate(places) if spans]
        tags: dict[tuple[int, int], tuple[int, str, float]] = {}
        for text, word, margin, tag, score in self._read([[texts[i][a:b] for a, b in places[i]] for i in full]):
            if margin >= tags.get((text, word), (-1, "", 0.0))[0]:
                tags[text, word] = (margin, tag, score)
        found: list[list[tuple[int, int, str, float]]] = [[] for _ in texts]
        for text, index in enumerate(full):
            tagged = ((*span, *tags.get((text, word), (0, "O", 0.0))[1:]) for word, span in enumerate(places[index]))
            found[index] = bio.names(tagged)
        return found

    def _read(self, texts: list[list[str]]) -> Iterator[tuple[int, int, int, str, float]]:
        """Of each word in each window: text, word, pieces to the window's nearer border, tag, probability."""
        if not texts:
            return
        windows = self._pieces(
            texts,
            is_split_into_words=True,
            truncation=True,
            max_length=self._room,
            stride=self._room // _OVERLAP,
            return_overflowing_tokens=True,
        )
        for first in range(0, len(windows["input_ids"]), _AT_ONCE):
            some = range(first, min(first + _AT_ONCE, len(windows["input_ids"])))
            names = [name for name in self._pieces.model_input_names if name in windows]
            given = self._pieces.pad(
                {name: [windows[name][one] for one in some] for name in names}, return_tensors="pt"
            )
            with self._torch.inference_mode():
                scores, best = self._model(**given).logits.float().softmax(-1).max(-1)
            for row, one in enumerate(some):
                words = windows.word_ids(one)
                for at, word in enumerate(words):
                    if word is not None and word != words[at - 1]:
                        margin = min(at, len(words) - at)
                        tag = self._model.config.id2label[int(best[row, at])]
                        yield windows["overflow_to_sample_mapping"][one], word, margin, tag, float(scores[row, at])
