"""The tagger's network: embeddings, convolutions over the words around, and the best path through the labels.

Trained by `tui.analysis.recognise.train`; the weights are data, read without pickle. Weights in bytes have a scale a
column.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.analysis.recognise.tagger.features import Features

    Array = NDArray[np.float32]

LABELS = (
    "O",
    *(f"{place}-{kind}" for kind in ("person", "place", "organisation", "product", "event") for place in "BI"),
)
"""The labels, in the order of the network's answers: a name begins with B and goes on with I."""

CUTS = 3
"""Letters of proclitics before a name: none, one or two."""

DILATIONS = (1, 1, 2)
"""How far apart the three words are that each convolution looks at."""

_NEVER = -1e9


class Weights(NamedTuple):
    """Everything learnt; H hidden units, L labels.

    Attributes:
        words: (V + 1, 40) bytes and their scales; row 0 is for unknown words.
        parts: (4096, 8) bytes and their scales.
        layers: for each convolution three (C, H) matrices, for the word before, itself and the word after, and a bias.
        out: (H, L) and bias; `cut`: (H, 3) and bias.
        steps: (L, L) scores of a label before a label, `_NEVER` where one cannot follow; `starts`: (L,).
    """

    words: NDArray[np.int8]
    words_scale: Array
    parts: NDArray[np.int8]
    parts_scale: Array
    layers: tuple[tuple[Array, Array], ...]
    out: tuple[Array, Array]
    cut: tuple[Array, Array]
    steps: Array
    starts: Array


@cache
def weights() -> Weights:
    """The weights that are shipped."""
    return read(files("tui.analysis.recognise.tagger").joinpath("weights.npz").read_bytes())


def read(data: bytes) -> Weights:
    """The weights in a file as `train.student.write` makes it."""
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        full = {name: file[name] for name in file.files}

    def matrix(name: str) -> Array:
        found: Array = full[name].astype(np.float32)
        return found

    steps, starts = _grammar(matrix("steps"))
    return Weights(
        full["words"],
        matrix("words_scale"),
        full["parts"],
        matrix("parts_scale"),
        tuple((matrix(f"layer{index}"), matrix(f"bias{index}")) for index in range(len(DILATIONS))),
        (matrix("out"), matrix("out_bias")),
        (matrix("cut"), matrix("cut_bias")),
        steps,
        starts,
    )


def _grammar(steps: Array) -> tuple[Array, Array]:
    """Scores of steps and starts in which I only follows B or I of its type."""
    starts = np.zeros(len(LABELS), np.float32)
    for after, label in enumerate(LABELS):
        if label.startswith("I"):
            starts[after] = _NEVER
            for before, other in enumerate(LABELS):
                if other[2:] != label[2:]:
                    steps[before, after] = _NEVER
    return steps, starts


def tag(found: Features, model: Weights | None = None) -> tuple[list[int], Array, NDArray[np.intp]]:
    """Label the words of a passage.

    Args:
        found: their features.
        model: other weights than those that are shipped.

    Returns:
        For each word the number of its label; (n, L) probabilities of each label by itself; (n,) letters of proclitics
        before it if a name begins with it.
    """
    model = model or weights()
    hidden = _hidden(model, found)
    scores = hidden @ model.out[0] + model.out[1]
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    cuts = (hidden @ model.cut[0] + model.cut[1]).argmax(axis=1)
    return _best_path(model, scores), shares, cuts


def _hidden(model: Weights, found: Features) -> Array:
    """(n, H): what the words around say about each word."""
    count = len(found.ids)
    words = model.words[found.ids[:, :2]] * model.words_scale
    parts = model.parts[found.ids[:, 2:]] * model.parts_scale
    state = np.hstack((words.reshape(count, -1), parts.reshape(count, -1), found.flags, found.signs))
    for index, ((taps, bias), apart) in enumerate(zip(model.layers, DILATIONS, strict=True)):
        answer = state @ taps[1] + bias
        answer[apart:] += state[:-apart] @ taps[0]
        answer[:-apart] += state[apart:] @ taps[2]
        np.maximum(answer, 0, out=answer)
        state = state + answer if index else answer
    return state


def _best_path(model: Weights, scores: Array) -> list[int]:
    """The labels of the best path (Viterbi)."""
    if not len(scores):
        return []
    best = scores[0] + model.starts
    steps = model.steps.T.copy()  # (after, before): the best of each row is the way there
    ways = np.empty(scores.shape, np.intp)
    every = np.arange(len(LABELS))
    for index in range(1, len(scores)):
        paths = steps + best
        way = ways[index] = paths.argmax(axis=1)
        best = paths[every, way] + scores[index]
    labels = [int(best.argmax())]
    for index in range(len(scores) - 1, 0, -1):
        labels.append(int(ways[index, labels[-1]]))
    return labels[::-1]
