"""The network that is shipped: trained on marked articles and on what the teacher labelled; written as plain arrays."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn

from tui.analysis.recognise.tagger import features, network
from tui.analysis.recognise.train.examples import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from tui.analysis.recognise.train.examples import Example

OWN = "own"
SILVER = "silver"
"""The teacher's articles: the same labels as ours, at less weight, since one in six is wrong."""

OURS = "ours"
"""The corpora as our own articles would mark them."""

HIDDEN = 160
PARTS = 8
"""Numbers of the vector of a beginning or an end."""

_BATCH = 8
_RATE = 2e-3
_DROPOUT = 0.35
_UNKNOWN_WORDS = 0.12  # share of words hidden, so that what stands around them counts
_NO_RULES = 0.15  # share of articles without the rules' names
_CUT = 0.3  # weight of the loss of proclitics


@dataclass
class Batch:
    """Articles of at most n words side by side; `real` is 0 where an article has ended."""

    ids: torch.Tensor
    flags: torch.Tensor
    signs: torch.Tensor
    labels: torch.Tensor
    cuts: torch.Tensor
    real: torch.Tensor


class Student(nn.Module):
    """The network of `tagger.network`, with a head for each corpus, since each marks names in its own way."""

    def __init__(self, vectors: NDArray[np.float32], labels: Mapping[str, Sequence[str]]) -> None:
        """Make a network.

        Args:
            vectors: (V + 1, 40), of the words of `tagger.features.vocabulary`.
            labels: those of each corpus.
        """
        super().__init__()
        self.labels = labels
        self.words = nn.Embedding.from_pretrained(torch.tensor(vectors), freeze=False)
        self.parts = nn.Embedding(features.BUCKETS, PARTS)
        nn.init.normal_(self.parts.weight, 0, 0.3)
        width = 2 * vectors.shape[1] + 4 * PARTS + features.FLAGS + features.SIGNS
        self.layers = nn.ModuleList(
            nn.Conv1d(HIDDEN if index else width, HIDDEN, 3, padding=apart, dilation=apart)
            for index, apart in enumerate(network.DILATIONS)
        )
        self.out = nn.ModuleDict({name: nn.Linear(HIDDEN, len(own)) for name, own in labels.items()})
        self.steps = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(len(own), len(own))) for name, own in labels.items()}
        )
        self.cut = nn.Linear(HIDDEN, network.CUTS)
        self.dropout = nn.Dropout(_DROPOUT)

    def hidden(self, batch: Batch) -> torch.Tensor:
        """(articles, n, HIDDEN)."""
        ids, signs = batch.ids, batch.signs
        if self.training:
            hide = (torch.rand(ids.shape[:2]) < _UNKNOWN_WORDS).unsqueeze(-1)
            ids = torch.cat([ids[..., :2].masked_fill(hide, 0), ids[..., 2:]], -1)
            keep = (torch.rand(len(signs), 1, 1) >= _NO_RULES).float()
            signs = torch.cat([signs[..., : features.RULES], signs[..., features.RULES :] * keep], -1)
        words, parts = self.words(ids[..., :2]).flatten(2), self.parts(ids[..., 2:]).flatten(2)
        state = self.dropout(torch.cat([words, parts, batch.flags, signs], -1)).transpose(1, 2)
        for index, layer in enumerate(self.layers):
            answer = torch.relu(layer(self.dropout(state) if index else state))
            state = state + answer if index else answer
        return self.dropout(state.transpose(1, 2))

    def loss(self, batch: Batch, name: str) -> torch.Tensor:
        """Negative log likelihood a word of the right labels (linear chain), and of the right cuts."""
        hidden = self.hidden(batch)
        head = _head(name)
        loss = _chain(self.out[head](hidden), self.steps[head], batch)
        if name == OWN:  # the others' names begin with their proclitics
            scores = self.cut(hidden).flatten(0, 1)
            loss = loss + _CUT * nn.functional.cross_entropy(scores, batch.cuts.flatten(), ignore_index=UNKNOWN)
        return loss


def _chain(scores: torch.Tensor, steps: torch.Tensor, batch: Batch) -> torch.Tensor:
    labels, real = batch.labels, batch.real
    right = (scores.gather(2, labels[..., None]).squeeze(-1) * real).sum(1)
    right = right + (steps[labels[:, :-1], labels[:, 1:]] * real[:, 1:]).sum(1)
    every = scores[:, 0]
    for index in range(1, scores.shape[1]):
        after = torch.logsumexp(every[:, :, None] + steps[None], 1) + scores[:, index]
        every = torch.where(real[:, index, None] > 0, after, every)
    return (torch.logsumexp(every, 1) - right).sum() / real.sum()


def batch_of(examples: Sequence[Example], labels: Sequence[str]) -> Batch:
    """Examples side by side; labels that a corpus does not have count as none."""
    size, longest = len(examples), max(len(one.labels) for one in examples)
    numbers = {label: number for number, label in enumerate(labels)}
    batch = Batch(
        torch.zeros(size, longest, 6, dtype=torch.long),
        torch.zeros(size, longest, features.FLAGS),
        torch.zeros(size, longest, features.SIGNS),
        torch.zeros(size, longest, dtype=torch.long),
        torch.full((size, longest), UNKNOWN),
        torch.zeros(size, longest),
    )
    for row, one in enumerate(examples):
        count = len(one.labels)
        batch.ids[row, :count] = torch.from_numpy(one.ids.astype(np.int64))
        batch.flags[row, :count] = torch.from_numpy(one.flags.astype(np.float32) / 9)
        batch.signs[row, :count] = torch.from_numpy(one.signs.astype(np.float32))
        batch.labels[row, :count] = torch.tensor([numbers.get(label, 0) for label in one.labels])
        batch.cuts[row, :count] = torch.from_numpy(one.cuts.astype(np.int64))
        batch.real[row, :count] = 1
    return batch


def train(
    corpora: Mapping[str, Sequence[Example]], vectors: NDArray[np.float32], *, epochs: int, silver: float
) -> Student:
    """Train a network.

    Args:
        corpora: examples by the name of their corpus, `OWN` and `SILVER` among them.
        vectors: of the words.
        epochs: how often each example is seen.
        silver: weight of the teacher's articles.
    """
    torch.manual_seed(1)
    chance = random.Random(1)  # noqa: S311 - no secret: the same network each time
    labels = {name: _labels(name, examples) for name, examples in corpora.items() if name not in {SILVER, OURS}}
    student = Student(vectors, labels)
    others = [weight for name, weight in student.named_parameters() if name != "words.weight"]
    groups = [{"params": [student.words.weight], "lr": _RATE / 2}, {"params": others}]
    optimiser = torch.optim.AdamW(groups, lr=_RATE, weight_decay=0.02)
    steps = epochs * sum(-(-len(examples) // _BATCH) for examples in corpora.values())
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / 200) * max(0.02, 1 - step / steps)
    )
    student.train()
    for _ in range(epochs):
        for name, some in _batches(corpora, chance):
            loss = student.loss(batch_of(some, labels[_head(name)]), name) * (silver if name == SILVER else 1)
            loss.backward()
            nn.utils.clip_grad_norm_(student.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
    return student.eval()


def _head(name: str) -> str:
    """The corpus whose way of marking names one has."""
    return OWN if name in {SILVER, OURS} else name


def _labels(name: str, examples: Sequence[Example]) -> tuple[str, ...]:
    if name == OWN:
        return network.LABELS
    kinds = sorted({label[2:] for one in examples for label in one.labels if label != "O"})
    return ("O", *(f"{place}-{kind}" for kind in kinds for place in "BI"))


def _batches(corpora: Mapping[str, Sequence[Example]], chance: random.Random) -> list[tuple[str, Sequence[Example]]]:
    """All examples in batches of about one length, in any order."""
    found: list[tuple[str, Sequence[Example]]] = []
    for name, examples in corpora.items():
        some = sorted(examples, key=lambda one: len(one.labels) + chance.random() * 60)
        found += [(name, some[at : at + _BATCH]) for at in range(0, len(some), _BATCH)]
    chance.shuffle(found)
    return found


def write(student: Student, path: Path) -> int:
    """Write what `tagger.network.weights` reads; the size in bytes."""
    weights = {name: weight.detach().numpy() for name, weight in student.named_parameters()}
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, matrix in (("words", weights["words.weight"]), ("parts", weights["parts.weight"])):
        arrays[name], arrays[f"{name}_scale"] = _bytes(matrix)
    for index in range(len(network.DILATIONS)):
        taps = weights[f"layers.{index}.weight"].transpose(2, 1, 0)
        arrays[f"layer{index}"] = taps.astype(np.float16)
        arrays[f"bias{index}"] = weights[f"layers.{index}.bias"]
    for name, head in (("out", f"out.{OWN}"), ("cut", "cut")):
        arrays[name] = weights[f"{head}.weight"].T.astype(np.float16)
        arrays[f"{name}_bias"] = weights[f"{head}.bias"]
    arrays["steps"] = weights[f"steps.{OWN}"]
    np.savez_compressed(path, allow_pickle=False, **arrays)
    return path.stat().st_size


def _bytes(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A matrix in bytes, and the scale of each column."""
    scale = np.abs(matrix).max(axis=0) / 127 + 1e-12
    return np.round(matrix / scale).astype(np.int8), scale.astype(np.float32)
