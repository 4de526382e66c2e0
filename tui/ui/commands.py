"""Every action of the reader by its words: which of them are meant by what was typed, in either language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.arabic.normalise import fold, words
from tui.i18n import forms
from tui.ui.keys import KEYS

if TYPE_CHECKING:
    from tui.ui.keys import Key

__all__ = ["matching"]

_ARTICLE = "ال"


def matching(typed: str) -> tuple[Key, ...]:
    """The keys' actions that are meant, the likeliest first; all of them where nothing is typed.

    A key's own name comes first, then labels that begin so, then those of whose words, or of the words of their help,
    each word typed is a beginning, then those that hold them anywhere. Words are compared folded, without the article.
    """
    typed = typed.strip()
    if not typed:
        return KEYS
    ranked = [(rank, key) for key in KEYS if (rank := _rank(key, typed)) is not None]
    return tuple(key for _, key in sorted(ranked, key=lambda found: found[0]))


def _rank(key: Key, typed: str) -> int | None:
    labels, text = _words(key)
    wanted = fold(typed)
    if typed in {key.shown, *key.keys.split(","), *key.arabic.split(",")} or wanted in labels:
        return 0
    if any(label.startswith(wanted) for label in labels):
        return 1
    beginnings = [token.fold for token in words(typed)]
    for rank, among in enumerate((" ".join(labels), text), start=2):
        if all(f" {word}" in f" {among}" or f" {_ARTICLE}{word}" in f" {among}" for word in beginnings):
            return rank
    return 4 if all(word in text for word in wanted.split()) else None


@cache
def _words(key: Key) -> tuple[tuple[str, ...], str]:
    """A key's label in each language, and all that is said of it, folded."""
    labels = tuple(fold(label) for label in forms(key.label))
    said = [*labels, *map(fold, forms(key.help)), *map(fold, forms(key.group))]
    return labels, " ".join(token.fold for text in said for token in words(text))
