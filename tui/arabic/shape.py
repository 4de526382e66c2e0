"""Words to clusters: letters joined, marks kept on their letters, each cluster with the cells it takes.

A cluster is a letter with its marks, a lam-alef (one cell, two letters), or a symbol with whatever only modifies it.
What one terminal may measure in another way than the next is reduced to something all agree on: an emoji sequence to
its first emoji, a flag to its two letters.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic import join
from tui.arabic.sanitise import UNSEEN
from tui.arabic.ucd import MARKS, PICTURES, WIDE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ZWNJ = "\u200c"
_ZWJ = "\u200d"
_COMPOSING = frozenset("\u0653\u0654\u0655")
_NO_BASE = "\u25cc"
_NO_BREAK_SPACE = "\xa0"
_FLAG = ("\U0001f1e6", "\U0001f1ff")
_SKIN = ("\U0001f3fb", "\U0001f3ff")
# Variation selectors and the keycap's frame change how wide some terminals think a character is.
_SILENT = frozenset(UNSEEN) | {"\u20e3"} | {chr(code) for code in range(0xFE00, 0xFE10)}
_MOST_MARKS = 8  # no script stacks more; terminals grow slow on what only looks like text
# Most text is nothing but characters that are a cluster of one cell, and vowel marks on them that never compose.
_ONE_CELL = " -~À-ɏ\u0621-\u064a\u0660-\u066f\u0671-\u06c1\u06c3-\u06d5\u06f0-\u06ff،؛؟«»–—‘’“”…"
_VOWELS = "\u064b-\u0652\u0670"
_DIFFICULT = re.compile(f"[^{_ONE_CELL}{_VOWELS}]|(?<![^ ])[{_VOWELS}]")
_VOWELLED = re.compile(f"[^{_VOWELS}][{_VOWELS}]*")
_VOWEL = re.compile(f"[{_VOWELS}]")
_WORDS = re.compile("[^ ]+")
_PARTS = re.compile("[^\u200b]+")
# A letter without presentation forms that canonically is one with them and a mark.
_HEH_GOAL_HAMZA = "ۂ"
_HEH_GOAL, _HAMZA_ABOVE = "ہ\u0654"


class Cell(NamedTuple):
    """A cluster as painted.

    Attributes:
        text: base and marks; joined, and mirrored where a line needs it.
        width: screen cells, 1 or 2.
        start: the first code point that it stands for.
        end: one past the last.
    """

    text: str
    width: int
    start: int
    end: int


class _Piece(NamedTuple):
    """A cluster before joining; base is one character, or ZWNJ or ZWJ, which only tell their neighbours how to join."""

    base: str
    marks: str
    width: int
    start: int
    end: int


def cells(text: str, *, harakat: bool, joined: bool, lacking: frozenset[str]) -> list[Cell]:
    """Split a text of words and plain spaces into clusters; arguments as of `clusters`. ZWSP gives none."""
    found: list[Cell] = []
    done = 0
    for start, end in _difficult(text) if joined else [match.span() for match in _WORDS.finditer(text)]:
        found += _simple(text, done, start, harakat, lacking)
        for match in _PARTS.finditer(text, start, end):
            at = match.start()
            drawn = clusters(match[0], harakat=harakat, joined=joined, lacking=lacking)
            found += [Cell(cluster, width, first + at, last + at) for cluster, width, first, last in drawn]
        done = end
    found += _simple(text, done, len(text), harakat, lacking)
    return found


def clusters(
    word: str, *, harakat: bool = True, joined: bool = True, lacking: frozenset[str] = join.NOTHING
) -> tuple[Cell, ...]:
    """Split a word into clusters.

    Args:
        word: a stretch without spaces, made safe by `sanitise.prepare`.
        harakat: whether Arabic marks are kept.
        joined: whether letters take their presentation forms; if not they stay as they are, lam-alef in two cells.
        lacking: presentation forms not to be used; see `tui.arabic.join.forms`.
    """
    if not joined:
        return tuple(_plain(_pieces(word, harakat)))
    pieces = _pieces(word, harakat)
    if harakat and _HEH_GOAL_HAMZA in word:
        pieces = [_parted(piece) for piece in pieces]
    return _merged(pieces, join.forms("".join([piece.base for piece in pieces]), lacking))


def is_haraka(char: str) -> bool:
    """Whether a character is an Arabic mark."""
    return "\u0610" <= char <= "\u08ff" and MARKS[char] == "M" and not "\u0700" <= char < "\u0890"


def _difficult(text: str) -> Iterator[tuple[int, int]]:
    """The words in which a cluster may be other than a character with vowel marks in one cell."""
    end = 0
    for match in _DIFFICULT.finditer(text):
        at = match.start()
        if at >= end:
            start = text.rfind(" ", end, at) + 1 or end
            end = text.find(" ", at)
            end = len(text) if end < 0 else end
            yield start, end


def _simple(text: str, start: int, end: int, harakat: bool, lacking: frozenset[str]) -> list[Cell]:
    """The clusters of a stretch without difficult words."""
    bases = text[start:end]
    edges: Sequence[int] = range(start, end + 1)
    marks: list[str] = []
    if _VOWEL.search(bases):
        vowelled = _VOWELLED.findall(bases)
        bases = "".join([cluster[0] for cluster in vowelled])
        marks = [cluster[1 : _MOST_MARKS + 1] if harakat else "" for cluster in vowelled]
        edges = [*accumulate(map(len, vowelled), initial=start)]
    forms, starts, ends = join.forms(bases, lacking), [*edges[:-1]], [*edges[1:]]
    merged = [index for index, form in enumerate(forms) if not form] if "" in forms else []
    if marks:
        forms = [form + mark for form, mark in zip(forms, marks, strict=True)]
    for alef in reversed(merged):  # drawn with its lam
        forms[alef - 1] += forms.pop(alef)
        ends[alef - 1] = ends.pop(alef)
        del starts[alef]
    # Each is Cell(form, 1, start, end), made in a third of the time.
    return list(map(tuple.__new__, repeat(Cell), zip(forms, repeat(1), starts, ends, strict=False)))


def _merged(pieces: list[_Piece], forms: list[str]) -> tuple[Cell, ...]:
    """Cells of joined letters, with lam and alef made one."""
    found: list[Cell] = []
    for piece, form in zip(pieces, forms, strict=True):
        if form:
            found.append(Cell(form + piece.marks, piece.width, piece.start, piece.end))
        elif piece.width:
            lam = found.pop()
            found.append(Cell(lam.text + piece.marks, 1, lam.start, piece.end))
    return tuple(found)


def _parted(piece: _Piece) -> _Piece:
    if piece.base != _HEH_GOAL_HAMZA:
        return piece
    return piece._replace(base=_HEH_GOAL, marks=_HAMZA_ABOVE + piece.marks)


def _plain(pieces: list[_Piece]) -> list[Cell]:
    found: list[Cell] = []
    for piece in pieces:
        if piece.width:
            found.append(Cell(piece.base + piece.marks, piece.width, piece.start, piece.end))
        elif found:
            before = found.pop()
            found.append(before._replace(text=before.text + piece.base, end=piece.end))
    return found


def _pieces(word: str, harakat: bool) -> list[_Piece]:
    pieces: list[_Piece] = []
    index = 0
    while index < len(word):
        start = index
        base = word[index]
        index += 1
        if base in UNSEEN or _SKIN[0] <= base <= _SKIN[1]:  # a skin tone of no emoji: no two agree on its width
            continue
        if base in (_ZWNJ, _ZWJ):
            pieces.append(_Piece(base, "", 0, start, index))
            continue
        width = 2 if WIDE[base] == "W" else 1
        if MARKS[base] == "M":
            base, index, width = _NO_BASE, start, 1
        elif base == _NO_BREAK_SPACE:
            base = " "
        elif _FLAG[0] <= base <= _FLAG[1]:
            base, index = _flag(word, start)
            width = len(base)
        elif PICTURES[base] == "E":
            index = _emoji_end(word, index)
        end = _marks_end(word, index)
        marks = word[index:end]
        if marks:
            base, marks = _attach(base, marks, harakat)
        index = end
        pieces.append(_Piece(base, marks, width, start, end))
    return [wide for piece in pieces for wide in _letters(piece)]


def _letters(piece: _Piece) -> tuple[_Piece, ...]:
    """Joining counts characters, so that a flag's letters are two pieces of one span."""
    if len(piece.base) == 1:
        return (piece,)
    return tuple(_Piece(letter, "", 1, piece.start, piece.end) for letter in piece.base)


def _attach(base: str, marks: str, harakat: bool) -> tuple[str, str]:
    """A letter and its marks, composed where one character says both; variation selectors say nothing here."""
    marks = "".join([mark for mark in marks if mark not in _SILENT])
    for mark in marks:
        if mark in _COMPOSING or mark < "\u0370":
            whole = unicodedata.normalize("NFC", base + mark)
            if len(whole) == 1:
                base, marks = whole, marks.replace(mark, "", 1)
    if not harakat:
        marks = "".join([mark for mark in marks if not is_haraka(mark)])
    return base, marks[:_MOST_MARKS]


def _flag(word: str, start: int) -> tuple[str, int]:
    letters = "".join([chr(ord("A") + ord(char) - ord(_FLAG[0])) for char in word[start : start + 2] if _is_flag(char)])
    return letters, start + len(letters)


def _is_flag(char: str) -> bool:
    return _FLAG[0] <= char <= _FLAG[1]


def _marks_end(word: str, index: int) -> int:
    """Where the marks from `index` on end; a bidi control between a letter and its mark does not part them."""
    end = index
    while index < len(word):
        if MARKS[word[index]] == "M":
            end = index + 1
        elif word[index] not in UNSEEN:
            break
        index += 1
    return end


def _emoji_end(word: str, index: int) -> int:
    """Where a sequence of emoji joined by ZWJ ends, with skin tones, selectors and tags."""
    while index < len(word):
        char = word[index]
        if MARKS[char] == "M" or _SKIN[0] <= char <= _SKIN[1]:
            index += 1
        elif char == _ZWJ and index + 1 < len(word) and PICTURES[word[index + 1]] == "E":
            index += 2
        else:
            break
    return index
