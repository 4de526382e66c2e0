"""Folding: the form of text that search keys and comparisons use, and the words of a text in that form.

Folding looks at one code point at a time, so `fold` and `fold_map` agree whatever surrounds a character, and the folded
form of a part is a part of the folded form. What is shown is never folded.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_LETTERS = {
    "ٱ": "ا",
    "ى": "ي",
    "ة": "ه",
    # Persian, Urdu, Kurdish and Egyptian keyboards write the same letters with code points of their own.
    "ی": "ي",
    "ے": "ي",
    "ې": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۃ": "ه",
    "ـ": "",
    # Quranic small letters stand on other letters as marks do, though Unicode classes them as letters.
    "ۥ": "",
    "ۦ": "",
}
_DIGITS = {chr(zero + value): str(value) for zero in (0x660, 0x6F0) for value in range(10)}

# Marks that may stand within and after a word, and characters without a width that may stand within one.
_MARK = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
_UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_WORD = re.compile(rf"[^\W_]+(?:[{_MARK}{_UNSEEN}]+[^\W_]+)*[{_MARK}]*")

_SPACES = re.compile(r"\s{2,}|\A\s|\s\Z")


class Token(NamedTuple):
    """A word: where it stands in the text (half-open code points) and its folded form."""

    start: int
    end: int
    fold: str


def fold(text: str) -> str:
    """The search key of a text.

    Marks, tatweel, characters without a width and bidi controls go; أ إ آ ٱ become ا, ى becomes ي, ة becomes ه, ؤ
    becomes و, ئ becomes ي (ء alone stays); Persian forms of Arabic letters, presentation forms, digits and case are
    made one; accents go; a run of white space becomes one space, and none at the ends.
    """
    return " ".join(text.translate(_TABLE).split())


def fold_map(text: str) -> tuple[str, list[int]]:
    """Fold a text and say where each folded code point comes from.

    Returns:
        The same as `fold(text)`, and for each of its code points the index in `text` of its origin; for the one space
        of a run of white space that is the run's first character.
    """
    parts: list[str] = []
    origins: list[int] = []
    end = 0
    for odd in _odd(text):
        parts.append(text[end:odd].translate(_TABLE))
        origins += range(end, odd)
        parts.append(folded := _TABLE[ord(text[odd])])
        origins += [odd] * len(folded)
        end = odd + 1
    parts.append(text[end:].translate(_TABLE))
    origins += range(end, len(text))
    whole = "".join(parts)
    for run in reversed([*_SPACES.finditer(whole)]):
        start, end = run.span()
        inside = start > 0 and end < len(whole)  # of such a run one space stays
        del origins[start + inside : end]
    return " ".join(whole.split()), origins


def _odd(text: str) -> list[int]:
    """Where characters stand that do not become one."""
    chars = [char for char in set(text) if len(_TABLE[ord(char)]) != 1]
    return sorted(match.start() for char in chars for match in re.finditer(re.escape(char), text))


def words(text: str) -> list[Token]:
    """The words of a text in order: runs of letters, marks and digits; anything else, `_` too, separates."""
    return [Token(match.start(), match.end(), _fold_word(match.group())) for match in _WORD.finditer(text)]


def key(text: str) -> str:
    """The folded words of a text, a blank between any two: what names are compared by."""
    return " ".join(token.fold for token in words(text))


@lru_cache(maxsize=65536)
def _fold_word(word: str) -> str:
    return fold(word)


class _Table(dict[int, str]):
    """What becomes of each code point; filled as characters are met, since a text uses few of them."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


def _fold_char(char: str) -> str:
    known = _LETTERS.get(char, _DIGITS.get(char))
    if known is not None:
        return known
    category = unicodedata.category(char)
    if char.isspace() or category == "Cc":
        return " "
    if category == "Cf" or unicodedata.combining(char):
        return ""
    parts = unicodedata.normalize("NFKD", char).lower()
    if parts == char:
        return char
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    if bare.strip() != bare:  # a mark drawn on a space, such as U+FE70
        return ""
    return unicodedata.normalize("NFC", "".join(part if part == char else _fold_char(part) for part in bare))


_TABLE = _Table()
