"""Light stemming of folded Arabic words, in the manner of light10 (Larkey, Ballesteros and Connell, 2007).

It joins a word's forms (الوزير, ووزيرها, وزيرين) under one key; it does not look for roots. What differs from light10:

- suffixes are stripped until none is left, the accusative's alef among them, so that برلماني, برلمانية and برلمانا
  agree;
- a waw that belongs to the word stays (`waw.txt`), so that وزير does not become زير, and so do endings that belong to
  it or make another word of it (`whole.txt`): سلطان is no form of سلطة, nor مكتبة of مكتب;
- broken plurals (`forms.txt`) and the forms of the verbs of the news (`verbs.txt`) go to their word.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.arabic.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLES = ("وبال", "وكال", "ولل", "فلل", "وال", "بال", "كال", "فال", "ال", "لل")
_SUFFIXES = frozenset(
    {"تهما", "تها", "تهم", "تهن", "تنا", "تان", "تين", "هما"}
    | {"ها", "هم", "هن", "ان", "ات", "ون", "ين", "يه", "ته", "ه", "ي", "ا"}
)
_OF_FEMININE = frozenset({"تهما", "تها", "تهم", "تهن", "تنا", "تان", "تين", "ات", "ته", "ه"})
_OF_RELATION = frozenset({"يه", "ي"})
# Proclitics that are also first letters of words: the letters, and how long the rest must be to be taken for a word.
_CLITICS = {"و": 3, "ف": 3, "ب": 3, "ل": 3, "ك": 4, "س": 4}
_OBJECTS = ("", "هما", "هم", "ها", "هن", "نا", "ني", "ه")
_BEHIND_PERFECT = frozenset(ending + to for ending in ("", "ت", "وا", "و", "نا", "تا", "ن", "ا") for to in _OBJECTS)
_BEHIND_IMPERFECT = frozenset(ending + to for ending in ("", "ون", "وا", "و", "ين", "ان", "ن") for to in _OBJECTS)
# What may stand behind two letters without becoming another word (فرن is no form of فر).
_BEHIND_SHORT = frozenset({"", "ت", "وا", "ون"})
_ARABIC = ("\u0620", "\u06ff")
_SHORTEST = 3
_LONG = 4  # so many letters and fewer may have any letter for their own
_CACHED = 1 << 15  # forms: 8 MB at most


def stem(word: str) -> str:
    """The stem of one folded word, with the clitics that can be told for certain gone.

    Args:
        word: a word as `normalise.fold` gives it.

    Returns:
        The stem; `stem(stem(word)) == stem(word)`. Words in other scripts, digits and short words come back unchanged.
    """
    return stems(word)[0]


@lru_cache(maxsize=_CACHED)
def stems(word: str) -> tuple[str, ...]:
    """All stems that a folded word can be read as: its own first, then those without ambiguous proclitics.

    وبماكرون can be ماكرون with و and ب, while بحر can be nothing but itself.
    """
    if not word or not _ARABIC[0] <= word[0] <= _ARABIC[1]:
        return (word,)
    found = {_stem(word): None}
    rest = _without_clitic(word)
    if rest:  # a conjunction, then a preposition or the future's س
        found[_stem(rest)] = None
        if more := _without_clitic(rest):
            found[_stem(more)] = None
    return tuple(found)


@lru_cache(maxsize=256)
def letters(stem: str) -> tuple[str, ...]:
    """Letters in a row, one of which any word with this stem among its stems has: a quick look before `stems`."""
    forms = {stem, *_forms().get(stem, ())}
    forms |= {form[:-1] for form in forms if form.endswith(("ه", "ي"))}
    return tuple(form for form in forms if not any(other in form for other in forms if other != form))


def _without_clitic(word: str) -> str:
    """The word without a letter that may be a proclitic, '' where it has none."""
    least = _CLITICS.get(word[0])
    if not least or len(word) <= least or (word[0] == "و" and _owns_waw(word)):
        return ""
    return word[1:]


def _stem(word: str) -> str:
    if len(word) < _SHORTEST:
        return word
    known = _known()
    keys = known.keys
    while True:
        if word in keys:
            return keys[word]
        if key := _verb(word, known):
            return key
        if word[0] == "و" and (key := _listed_with_waw(word, known)):
            return key
        before, word = word, _without_endings(_bare(word), known)
        if word == before or word in keys:
            return word


def _listed_with_waw(word: str, known: _Known) -> str:
    """The word of the lists that a word is a form of by its waw (وزرائها) or behind it (ويعلن), '' for none."""
    listed = _without_endings(word, known)
    if listed in known.keys:
        return listed
    return "" if _owns_waw(word) or len(word) <= _SHORTEST else _verb(word[1:], known)


def _bare(word: str) -> str:
    """The word without its article and the conjunction and preposition before it, or without a conjunction alone."""
    if word[0] == "و" and _owns_waw(word):
        return word
    bare = _strip_article(word)
    return word[1:] if bare == word and word[0] == "و" and len(word) > _SHORTEST else bare


@lru_cache(maxsize=1024)
def _owns_waw(word: str) -> bool:
    """Whether the waw that a word begins with belongs to it."""
    return _strip_suffixes(word) in _own_waw()


def _strip_article(word: str) -> str:
    if "ل" in word[:3]:
        for article in _ARTICLES:
            if word.startswith(article) and len(word) - len(article) >= _SHORTEST - 1:
                return word[len(article) :]
    return word


def _suffix(word: str) -> str:
    """The longest suffix that leaves enough of a word."""
    for length in range(min(4, len(word) - _SHORTEST), 0, -1):
        if word[-length:] in _SUFFIXES:
            return word[-length:]
    return ""


def _strip_suffixes(word: str) -> str:
    while suffix := _suffix(word):
        word = word[: -len(suffix)]
    return word


def _without_endings(word: str, known: _Known) -> str:
    """The word without its suffixes, or the word of the lists that it is a form of."""
    keys = known.keys
    if word.endswith("نا") and word[:-2] in keys:  # else an accusative's alef is likelier than "our": مواطنا
        return keys[word[:-2]]
    while word not in keys and (suffix := _suffix(word)):
        word = word[: -len(suffix)]
        if suffix in _OF_FEMININE and word + "ه" in keys:
            return keys[word + "ه"]
        if suffix in _OF_RELATION and word + "ي" in keys:
            return keys[word + "ي"]
    if word not in keys and word[0] in "بلكف" and len(word) > _LONG and word[1:] in keys:
        word = word[1:]
    return keys.get(word, word)


def _verb(word: str, known: _Known) -> str:
    """The verb that a word is a form of, '' for none."""
    for end in range(len(word), 1, -1):
        key = known.perfect.get(word[:end])
        if key and word[end:] in (_BEHIND_PERFECT if end > 2 else _BEHIND_SHORT):
            return key
    first = 1 if word[0] == "س" else 0
    if word[first : first + 1] in {"ي", "ت", "ن"}:
        for end in range(len(word), first + 2, -1):
            key = known.imperfect.get(word[first + 1 : end])
            if key and word[end:] in (_BEHIND_IMPERFECT if end > first + 3 else _BEHIND_SHORT):
                return key
    return ""


# ---------------------------------------------------------------- lists


class _Known(NamedTuple):
    """What the lists say.

    Attributes:
        keys: the stem of whole words and of forms, and of these stems themselves.
        perfect, imperfect: the stem of a verb by its form without endings, and without its first letter.
    """

    keys: dict[str, str]
    perfect: dict[str, str]
    imperfect: dict[str, str]


@cache
def _known() -> _Known:
    keys = {word: word for line in _lines("whole.txt") for word in fold(line).split()}
    for line in _lines("forms.txt"):
        for entry in line.split("|"):
            word, *forms = fold(entry).split()
            key = _key(word, keys)
            for form in forms:
                # Before a pronoun the hamza of وزراء is written in three ways.
                for written in (form, *(form[:-1] + seat for seat in "وي" if form.endswith("اء"))):
                    keys.setdefault(written, key)
                    bare = _strip_suffixes(written)
                    if len(bare) > _SHORTEST and bare != _strip_suffixes(word):
                        keys.setdefault(bare, key)
    perfect: dict[str, str] = {}
    imperfect: dict[str, str] = {}
    for line in _lines("verbs.txt"):
        for entry in line.split():
            _add_verb(entry, keys, perfect, imperfect)
    return _Known(keys, perfect, imperfect)


@cache
def _forms() -> dict[str, set[str]]:
    """What the lists call each stem."""
    forms: dict[str, set[str]] = {}
    for listed in _known():
        for form, key in listed.items():
            forms.setdefault(key, set()).add(form)
    return forms


def _key(word: str, keys: dict[str, str]) -> str:
    """A word's own stem, which from now on is one."""
    key = keys.get(word) or _strip_suffixes(word)
    key = keys.get(key, key)
    keys.setdefault(word, key)
    return keys.setdefault(key, key)


def _add_verb(entry: str, keys: dict[str, str], perfect: dict[str, str], imperfect: dict[str, str]) -> None:
    third, _, stem_of_imperfect = entry.partition("/")
    third = fold(third)
    other = fold(stem_of_imperfect) or third.removeprefix("ا")
    key = keys.get(third, third)
    keys.setdefault(key, key)
    perfect.setdefault(third, key)
    imperfect.setdefault(other, key)
    for forms, form in ((perfect, third), (imperfect, other)):  # دعا: دعت, يدعون
        if form[-1] in "اوي" and len(form) > _SHORTEST - 1:
            forms.setdefault(form[:-1], key)


def _lines(name: str) -> Iterator[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return (line for line in lines if line and not line.startswith("#"))


@cache
def _own_waw() -> frozenset[str]:
    return frozenset(_strip_suffixes(word) for line in _lines("waw.txt") for word in line.split())
