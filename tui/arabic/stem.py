"""Light stemming of folded Arabic words, in the manner of light10 (Larkey, Ballesteros and Connell, 2007).

It joins a word's forms (الوزير, ووزيرها, وزيرين) under one key; it does not look for roots. Two things differ from
light10: suffixes are stripped until none is left, the accusative's alef among them, so that برلماني, برلمانية and
برلمانا agree, and a waw that belongs to the word stays (`waw.txt`), so that وزير does not become زير.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_ARTICLES = ("وبال", "وكال", "ولل", "فلل", "وال", "بال", "كال", "فال", "ال", "لل")
_SUFFIXES = (
    *("تهما", "تها", "تهم", "تهن", "تنا", "تان", "تين", "هما", "ها", "هم", "هن"),
    *("نا", "ان", "ات", "ون", "ين", "يه", "ته", "ه", "ي", "ا"),
)
# Proclitics that are also first letters of words: the letters, and how long the rest must be to be taken for a word.
_CLITICS = (("و", 3), ("ف", 3), ("ب", 3), ("ل", 3), ("ك", 4), ("س", 4))
_ARABIC = ("\u0620", "\u06ff")
_SHORTEST = 3


def stem(word: str) -> str:
    """The stem of one folded word, with the clitics that can be told for certain gone.

    Args:
        word: a word as `normalise.fold` gives it.

    Returns:
        The stem; `stem(stem(word)) == stem(word)`. Words in other scripts, digits and short words come back unchanged.
    """
    return _stem(word)


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    if len(word) <= _SHORTEST or not _ARABIC[0] <= word[0] <= _ARABIC[1]:
        return word
    while True:
        before = word
        own = _owns_waw(word)
        bare = word if own else _strip_article(word)
        if bare == word and word[0] == "و" and not own and len(word) > _SHORTEST:
            bare = word[1:]
        word = _strip_suffixes(bare)
        if word == before:
            return word


def stems(word: str) -> tuple[str, ...]:
    """All stems that a folded word can be read as: its own first, then those without ambiguous proclitics.

    وبماكرون can be ماكرون with و and ب, while بحر can be nothing but itself.
    """
    return _stems(word)


@lru_cache(maxsize=16384)
def _stems(word: str) -> tuple[str, ...]:
    found = {_stem(word): None}
    rest = {word}
    if word and _ARABIC[0] <= word[0] <= _ARABIC[1]:
        for _ in range(2):  # a conjunction, then a preposition or the future's س
            rest = {
                form[1:]
                for form in rest
                for letter, least in _CLITICS
                if form[0] == letter and len(form) > least and not _owns_waw(form)
            }
            found.update(dict.fromkeys(_stem(form) for form in sorted(rest)))
    return tuple(found)


def _owns_waw(word: str) -> bool:
    return word[0] == "و" and _strip_suffixes(word) in _own_waw()


def _strip_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST - 1:
            return word[len(article) :]
    return word


def _strip_suffixes(word: str) -> str:
    while True:
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
                word = word[: -len(suffix)]
                break
        else:
            return word


@lru_cache(maxsize=1)
def _own_waw() -> frozenset[str]:
    lines = Path(__file__).with_name("waw.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(_strip_suffixes(word) for line in lines if not line.startswith("#") for word in line.split())
