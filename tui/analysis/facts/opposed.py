"""Whether one of two texts that are nearly the same denies what the other says: لم يصل against وصل."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.analysis.facts.lexicon import words as words_of
from tui.arabic.normalise import words
from tui.arabic.stem import stem

_NEGATIONS = frozenset(("لم", "لا", "لن", "ليس", "ليست", "عدم"))
# Behind لا these deny nothing: it is still so, there is no way around it, above all.
_NOT_DENIED = frozenset(("يزال", "تزال", "يزالون", "بد", "سيما", "شك", "غير", "زال", "زالت", "محاله", "اساس", "وجود"))
_AFTER = 2  # words beside a verb of which one must be the same in both


def opposed(one: str, two: str) -> str:
    """The verb that only one of two texts denies, as both have it: `«لم يصل» here, «وصل» there`; '' for none.

    The texts are taken to be nearly the same. A denial with an exception (لا ... إلا) is not told from none.
    """
    first, second = _read(one), _read(two)
    if ("الا" in first) != ("الا" in second):
        return ""
    for denying, plain, there in ((first, second, False), (second, first, True)):
        for place in _denied(denying):
            found = _undenied(denying, place, plain)
            if found >= 0:
                mine, other = (two, one) if there else (one, two)
                denied = f"«{' '.join(_written(mine, place - 1, place + 1))}»"
                told = f"«{_written(other, found, found + 1)[0]}»"
                return f"{told} here, {denied} there" if there else f"{denied} here, {told} there"
    return ""


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[str, ...]:
    return tuple(word.fold for word in words(text))


def _written(text: str, first: int, last: int) -> list[str]:
    """Some words of a text as it has them."""
    return [text[word.start : word.end] for word in words(text)[first:last]]


def _denied(text: tuple[str, ...]) -> list[int]:
    """Where the words stand that are denied."""
    known = _NOT_DENIED | words_of("cues", "stop")
    return [place for place in range(1, len(text)) if _denies(text[place - 1]) and text[place] not in known]


def _denies(word: str) -> bool:
    return word in _NEGATIONS or (word[:1] in ("و", "ف", "ب") and word[1:] in _NEGATIONS)


def _undenied(denying: tuple[str, ...], place: int, plain: tuple[str, ...]) -> int:
    """Where the other text has a denied verb without denial, next to the same word; -1 where it has not.

    A verb that either text has both ways is told by neither.
    """
    verb, denied = _roots(denying[place]), set(_denied(plain))
    too = [one for one in range(len(denying)) if one != place and verb & _roots(denying[one])]
    if set(too) - set(_denied(denying)) or any(verb & _roots(plain[one]) for one in denied):
        return -1
    near = {stem(word) for word in (*denying[place + 1 : place + 1 + _AFTER], *denying[max(0, place - 2) : place - 1])}
    for where, word in enumerate(plain):
        around = (*plain[where + 1 : where + 1 + _AFTER], *plain[max(0, where - 1) : where])
        if where not in denied and verb & _roots(word) and near & {stem(one) for one in around}:
            return where
    return -1


@lru_cache(maxsize=4096)
def _roots(verb: str) -> frozenset[str]:
    """What the forms of a verb have in common: its letters without those that come and go (زار and يزر are زر)."""
    bare = verb[1:] if verb[:1] in ("و", "ف") and len(verb) > 3 else verb
    bare = bare[1:] if re.match("س[يتن]", bare) and len(bare) > 3 else bare
    forms = {verb, bare, bare[1:] if bare[:1] in ("ي", "ت", "ن") else bare}
    forms |= {re.sub("(?:ت|وا|ون|ان)$", "", form) for form in forms}
    return frozenset(root for form in forms if len(root := re.sub("[اويىءئؤ]", "", form)) > 1)
