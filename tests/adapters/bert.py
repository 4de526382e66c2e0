"""A BERT of 32 numbers a word piece, written where a test wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.adapters.conftest import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

TAGS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
_SIZE = 32


def bert(folder: Path, tags: Mapping[str, str] | None = None, *, room: int = 128, labels: Sequence[str] = TAGS) -> Path:
    """Write a token classifier with its tokeniser.

    Args:
        folder: where to.
        tags: a word's tag, which the model then gives to each word that begins like it, and `O` to all others; None
            leaves its weights random.
        room: pieces in a window.
        labels: all tags.

    Returns:
        The folder.
    """
    import torch
    from transformers import BertConfig, BertForTokenClassification, BertTokenizerFast

    folder.mkdir(parents=True)
    letters = sorted({letter for letter in ARTICLE if not letter.isspace()})
    known = [word[:3] for word in tags or {}]
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *known, *letters, *(f"##{letter}" for letter in letters)]
    pieces = list(dict.fromkeys(_bare(piece) for piece in pieces))
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    tokeniser = BertTokenizerFast(str(folder / "vocab.txt"))
    torch.manual_seed(2)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=_SIZE,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=_SIZE,
        max_position_embeddings=room,
        id2label=dict(enumerate(labels)),
        label2id={label: number for number, label in enumerate(labels)},
        initializer_range=0.5,
    )
    model = BertForTokenClassification(config)
    if tags is not None:
        _teach(model, [(pieces.index(_bare(word[:3])), labels.index(tag)) for word, tag in tags.items()])
    model.save_pretrained(folder)
    tokeniser.save_pretrained(folder)
    return folder


def _teach(model: Any, known: Sequence[tuple[int, int]]) -> None:
    """Make a model give each known piece its tag and all others the first: each has a direction of its own."""
    import torch

    with torch.no_grad():
        for name, weights in model.named_parameters():
            if "LayerNorm" not in name:
                weights.zero_()  # nothing looks at its neighbours, and each layer hands on what it got
        embeddings = model.bert.embeddings.word_embeddings.weight
        embeddings[:, 0] = 1
        model.classifier.weight[0, 0] = 10
        for direction, (piece, label) in enumerate(known, 1):
            embeddings[piece] = torch.eye(_SIZE)[direction]
            model.classifier.weight[label, direction] = 10


def _bare(piece: str) -> str:
    """A piece as BERT's tokeniser looks it up: without marks, which it takes off."""
    import unicodedata

    return "".join(letter for letter in unicodedata.normalize("NFD", piece) if unicodedata.category(letter) != "Mn")
