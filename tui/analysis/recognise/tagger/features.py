"""What the tagger sees of each word: numbers of the word and its parts, what the tables say, what stands beside it."""

from __future__ import annotations

import re
import zlib
from functools import cache, lru_cache
from importlib.resources import files
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tui.analysis.recognise import lexicon
from tui.analysis.recognise.pieces import piece
from tui.analysis.recognise.tokens import EDGE, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from tui.analysis.recognise.candidate import Candidate
    from tui.analysis.recognise.tokens import Passage

BUCKETS = 4096
"""Numbers that beginnings and ends of words share; they may collide."""

TYPES = ("person", "place", "organisation", "product", "event", "nationality")
_KINDS = ("given", "surname", "ambiguous", "foreign", "unknown", "rare", "link", "ordinal")
_HEADS = ("person", "place", "organisation", "product", "event")
_GAPS = {"": 0, "،": 1, ",": 1, EDGE: 2, ".": 3}
FLAGS = 50
"""Columns of `Features.flags`."""

_ROW = Struct(f"<6I{FLAGS}B")
ROW = np.dtype([("ids", "<u4", 6), ("flags", "u1", FLAGS)])
RULES = 6 + 2
"""Columns of `Features.signs` before those that tell what the rules say."""

SIGNS = RULES + 2 * len(TYPES) + 3
"""Columns of `Features.signs`."""

_LATIN = re.compile("[a-z]")
_DIGIT = re.compile("[0-9]")


class Features(NamedTuple):
    """The features of n words.

    Attributes:
        ids: (n, 6) numbers of the word, of the word without proclitics, and of beginnings and ends of two and three
            letters.
        flags: (n, F) levels from 0 to 1 that belong to the word alone.
        signs: (n, SIGNS) 0 or 1: what stands before and after the word, what the rules say of it.
    """

    ids: NDArray[np.uint32]
    flags: NDArray[np.float32]
    signs: NDArray[np.float32]


def features(passage: Passage, hints: Sequence[Candidate]) -> Features:
    """What the tagger sees of a passage.

    Args:
        passage: of n words.
        hints: the names that the rules found, disjoint.
    """
    rows = np.frombuffer(b"".join(_word(token.fold) for token in passage.tokens), ROW)
    flags = rows["flags"].astype(np.float32) / np.float32(9)
    return Features(rows["ids"], flags, _signs(passage, hints))


def _signs(passage: Passage, hints: Sequence[Candidate]) -> NDArray[np.float32]:
    signs = np.zeros((len(passage.tokens), SIGNS), np.float32)
    for index, token in enumerate(passage.tokens):
        gap = _GAPS.get(token.gap)
        signs[index, 4 if gap is None and passage.quoted_before(index) else 5 if gap is None else gap] = 1
        signs[index, 6] = passage.quoted_before(index)
        signs[index, 7] = passage.quoted_after(index)
    index = 0
    for hint in hints:
        while index < len(passage.tokens) and passage.tokens[index].end <= hint.start:
            index += 1
        column = RULES + 2 * TYPES.index(hint.type)
        first = True
        while index < len(passage.tokens) and passage.tokens[index].start < hint.end:
            signs[index, column + (not first)] = 1
            signs[index, SIGNS - 3 + (0 if hint.score >= 88 else 1 if hint.score >= 72 else 2)] = 1
            first = False
            index += 1
    return signs


@cache
def vocabulary() -> Mapping[str, tuple[int, int]]:
    """Words that the tagger knows: number from 1, and level of its frequency from 0 to 9."""
    packed = files("tui.analysis.recognise.tagger").joinpath("words.bin").read_bytes()
    return numbered(zlib.decompress(packed).decode().split("\n"))


def numbered(lines: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Numbers of words, each line a level and a word."""
    return {line[1:]: (number, int(line[0])) for number, line in enumerate(lines, 1)}


def rest_of(folded: str) -> tuple[int, str]:
    """The likeliest reading of a word: letters cut off, and the rest."""
    known = vocabulary()
    whole = known.get(folded, (0, 0))[1] + (3 if lexicon.word(folded).evidence else 1)
    best = (whole, 0, folded)
    for cut, rest in readings(folded)[1:]:
        level = known.get(rest, (0, -1))[1] + (1 if lexicon.word(rest).types or lexicon.word(rest).evidence else 0)
        if level > best[0]:
            best = (level, cut, rest)
    return best[1], best[2]


def bucket(part: str) -> int:
    """The number of a beginning or an end."""
    return zlib.crc32(part.encode()) % BUCKETS


@lru_cache(maxsize=32768)
def _word(folded: str) -> bytes:
    cut, rest = rest_of(folded)
    known = vocabulary()
    stem = rest.removeprefix("ال")
    parts = ("<" + stem[:2], "<" + stem[:3], stem[-2:] + ">", stem[-3:] + ">")
    ids = [known.get(folded, (0, 0))[0], known.get(rest, (0, 0))[0], *(bucket(part) for part in parts)]
    return _ROW.pack(*ids, *_flags(folded, rest, cut))


def _flags(folded: str, rest: str, cut: int) -> list[int]:
    row, whole = lexicon.word(rest), lexicon.word(folded)
    kind, head, title = piece(rest), lexicon.heads().get(rest), lexicon.titles().get(rest, "")
    name = lexicon.known().get(rest)
    flags = [row.given, row.surname, row.person, row.common, whole.evidence, whole.common]
    flags += [9 * (letter in row.types) for letter in "PLOl"]
    flags += [9 * (kind.kind == one) for one in _KINDS]
    flags += [9 * (head is not None and head.type == one) for one in _HEADS]
    flags += [9 * (name is not None and name.type == one) for one in _HEADS]
    flags += [9 * (title == "d"), 9 * bool(title)]
    flags += [
        9 * flag
        for flag in (
            row.foreign,
            rest in lexicon.stops(),
            rest in lexicon.demonyms(),
            rest in lexicon.states(),
            rest in lexicon.surnames(),
            rest in lexicon.complements(),
            rest in lexicon.letters(),
            rest in lexicon.words("saying"),
            folded.startswith("ال"),
            rest.startswith("ال"),
            cut == 1,
            cut > 1,
            bool(_LATIN.search(folded)),
            bool(_DIGIT.search(folded)),
            len(rest) < 3,
            len(rest) > 6,
            row.longest > 1,
            lexicon.ordinary(rest),
            rest in lexicon.longest(),
        )
    ]
    flags.append(vocabulary().get(rest, (0, 0))[1])
    return flags
