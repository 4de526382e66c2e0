"""The words of a draft with what stands between them; proclitics are told apart here, never cut off the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic.normalise import fold_map, words

if TYPE_CHECKING:
    from tui.model import Draft

EDGE = "¶"
_ON = frozenset({"علي", "وعلي"})  # على is no name; folded, it would be علي
_OPEN = frozenset("-ـ\u200c\u200f\u200e")  # what may stand between the words of one name, without spaces
_QUOTES = re.compile("[\"«»“”„‟″‹›()]|''")


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


class Spot(NamedTuple):
    """A word of a passage in one of its readings."""

    at: int
    cut: int
    rest: str


class Passage(NamedTuple):
    """A text, its words in order, and the readings of each word, the whole word first."""

    text: str
    tokens: tuple[Token, ...]
    read: tuple[tuple[Spot, ...], ...]

    def spots(self, index: int) -> tuple[Spot, ...]:
        """The readings of a word, the whole word first."""
        return self.read[index]

    def word(self, index: int) -> str:
        """The folded word at an index; '' outside the passage."""
        return self.tokens[index].fold if 0 <= index < len(self.tokens) else ""

    def next(self, index: int) -> str:
        """The folded word at an index if white space alone stands before it, else ''."""
        inside = 0 < index < len(self.tokens) and not self.tokens[index].gap
        return self.tokens[index].fold if inside else ""

    def joined(self, start: int, end: int) -> bool:
        """Whether nothing but white space or hyphens stands between the words `start` to `end` (half-open)."""
        return all(not self.tokens[index].gap or self._hyphen(index) for index in range(start + 1, end))

    def _hyphen(self, index: int) -> bool:
        before, token = self.tokens[index - 1 : index + 1]
        return set(token.gap) <= _OPEN and token.start - before.end == len(token.gap)

    def name(self, spot: Spot, end: int) -> str:
        """The folded words from a spot to a word (not included)."""
        return " ".join([spot.rest, *(token.fold for token in self.tokens[spot.at + 1 : end])])

    def names(self, spot: Spot, longest: int) -> list[tuple[int, str]]:
        """What may be a name from a spot on, longest first: (one past the last word, folded words)."""
        first, last = spot.at + 1, min(len(self.tokens), spot.at + longest)
        end = next((at for at in range(first, last) if self.tokens[at].gap and not self._hyphen(at)), last)
        found, name = [(first, spot.rest)], spot.rest
        for token in self.tokens[first:end]:
            name = f"{name} {token.fold}"
            found.append((first + len(found), name))
        found.reverse()
        return found

    def span(self, spot: Spot, end: int) -> tuple[int, int]:
        """Where the words from a spot to a word (not included) stand in the text, proclitics left out."""
        token = self.tokens[spot.at]
        start = token.start + spot.cut
        if spot.cut and token.end - token.start != len(token.fold):
            start = token.start + fold_map(self.text[token.start : token.end])[1][spot.cut]
        return start, self.tokens[end - 1].end

    def quoted_before(self, index: int) -> bool:
        """Whether a quotation mark stands right before a word."""
        start = self.tokens[index].start
        return start > 0 and bool(_QUOTES.match(self.text[start - 1]))

    def quoted_after(self, index: int) -> bool:
        """Whether a quotation mark stands right after a word."""
        return bool(_QUOTES.match(self.text[self.tokens[index].end : self.tokens[index].end + 2]))


@lru_cache(maxsize=1)  # recogniser and resolver read the same article, one after the other
def tokenise(draft: Draft) -> Passage:
    """The words of title and body, in order; captions, credits and dropped stretches have none."""
    spans = [draft.title_span] if draft.title_span else []
    spans += [span for span in draft.body if span != draft.title_span]
    tokens: list[Token] = []
    for span in spans:
        part = draft.text[span.start : span.end]
        end = 0
        for index, word in enumerate(words(part)):
            folded = word.fold
            if not folded:
                continue
            gap = EDGE if not index else part[end : word.start].strip()
            if folded in _ON and part[word.end - 1] == "ى":
                folded = folded[:-1] + "ى"
            tokens.append(Token(span.start + word.start, span.start + word.end, folded, gap))
            end = word.end
    read = (tuple(Spot(at, *reading) for reading in readings(token.fold)) for at, token in enumerate(tokens))
    return Passage(draft.text, tuple(tokens), tuple(read))


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
                found.append(Reading(cut + 1, "ا" + rest[1:]))
    return tuple(found)
