"""The words of a draft with what stands between them; proclitics are told apart here, never cut off the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic.normalise import fold_map, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Draft

EDGE = "¶"
_OPEN = frozenset(" -ـ\u200c\u200f\u200e")  # what may stand between the words of one name
_ON = frozenset({"علي", "وعلي"})  # على is no name; folded, it would be علي
_QUOTES = re.compile("[\"«»“”„‟″‹›]|''")


class Token(NamedTuple):
    """A word: half-open code points, folded form, and what stands between it and the word before.

    `gap` is '' for white space alone and `EDGE` at the beginning of a paragraph.
    """

    start: int
    end: int
    fold: str
    gap: str


class Reading(NamedTuple):
    """A word read as proclitics of `cut` letters (folded) and a rest; the article after ل is restored in `rest`."""

    cut: int
    rest: str


def tokenise(draft: Draft) -> tuple[Token, ...]:
    """The words of title and body, in order; captions, credits and dropped stretches have none."""
    spans = [draft.title_span] if draft.title_span else []
    spans += [span for span in draft.body if span != draft.title_span]
    tokens: list[Token] = []
    for span in spans:
        part = draft.text[span.start : span.end]
        end = 0
        for index, word in enumerate(words(part)):
            if not word.fold:
                continue
            gap = EDGE if not index else part[end : word.start].strip()
            folded = word.fold
            if folded in _ON and part[word.end - 1] == "ى":
                folded = folded[:-1] + "ى"
            tokens.append(Token(span.start + word.start, span.start + word.end, folded, gap))
            end = word.end
    return tuple(tokens)


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[Reading, ...]:
    """The ways to cut proclitics off a folded word, the whole word first: [وف] then [بكل] then ال."""
    found = [Reading(0, word)]
    cuts = [0]
    if word[0] in "وف" and len(word) > 3:
        found.append(Reading(1, word[1:]))
        cuts.append(1)
    for cut in cuts:
        rest = word[cut:]
        if len(rest) > 3 and rest[0] in "بكل":
            found.append(Reading(cut + 1, rest[1:]))
            if rest.startswith("لل"):
                found.append(Reading(cut + 1, "ا" + rest))
    return tuple(found)


def start_after(text: str, token: Token, cut: int) -> int:
    """Where in the text the rest of a word begins after `cut` folded letters of proclitics."""
    if not cut or token.end - token.start == len(token.fold):
        return token.start + cut
    return token.start + fold_map(text[token.start : token.end])[1][cut]


def joined(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing but white space or hyphens stands between the words `start` to `end` (half-open)."""
    return all(not token.gap or set(token.gap) <= _OPEN for token in tokens[start + 1 : end])


def quotes(gap: str) -> int:
    """How many quotation marks stand in a gap."""
    return len(_QUOTES.findall(gap)) if gap and gap != EDGE else 0
