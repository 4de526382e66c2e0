"""The noun phrase after a number: the noun that is counted, with what belongs to it (علبة سجائر, هاتفا جوالا)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import table, words
from tui.analysis.facts.scene import Filler, is_head
from tui.analysis.recognise.lexicon import word as known

if TYPE_CHECKING:
    from tui.analysis.facts.numbers import Number
    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Scene

_USUAL = 3  # the level of a word that news uses often
_MOST = 4  # words of a counted noun phrase
_FEW = range(3, 11)  # after these the noun is a plural
_NISBA = re.compile(r"(?!ي)\w+(?:ي|يه|يا|يين|يون|يات)$")
_PARTICIPLE = re.compile(r"(?:م\w{2,}|\wا\w{2})(?:ا|ه|ين|ون|ات)$")
_PREPOSITION = re.compile(r"\s(?:(?:في|من|عن|علي|الي)(?:ه|ها|هم|هن|هما)?|ب\w+|ل\w+)(?!\w)")
# Verbs in ي, in سـ and after ف, adverbs, and words with a preposition or و before them.
_OTHER = re.compile(
    r"ي(?!وم)|لي(?![بلرتث])\w{2}|س(?:ي(?!ار|د|اح|اس|نما|ول)|ت(?!اد|ار|ين|ون)|ن(?!و|د|ه))\w{3}|\w{3,}(?<!ا)(?<!بيو)ت$|بب|فضلا|تم(?:ت|كن\w*)?$|ت(?:بلغ|حمل|تراوح|قدر|عرض|ضم|تضمن)|"
    r"[بل]ال|لل|لسنه$|و(?!س|ز|ك|ر|ح|ث|ظ|ف|ل|ج|اط)|ق(?:تلوا|ضوا)$|\w+وا$"
)
_ACTION = re.compile(r"ت\w{2}ي\w")  # 3 تكثيف المراقبة: an item of a list, not a plural
_AWAY = re.compile(r"\s(?:عن|ب|في|علي|ل)(?:ه|ها|هم|هن|هما)(?!\w)")
_OWN = re.compile(r"(\w{2,}?)(?:ها|هم|هما|هن|كم|نا)$")
_SOME = re.compile(r"ا?(?:هم|برز|غلب|كثر|خر)ه|(?:معظم|جميع|كل|بعض|نصف)ه")


def counted(scene: Scene, number: Number, end: int) -> Filler | None:
    """The noun right after a number and up to three words that belong to it, None where none is counted."""
    first = next(scene.tokens(end), None)
    if first is None or scene.fold[end : first.start].strip() or not number.unit or not _head(scene, number, first):
        return None
    last, noun = first, first.fold
    parts = [first]
    while len(parts) < _MOST:
        token = next(scene.tokens(last.end), None)
        if token is None or scene.fold[last.end : token.start] != " " or not _goes_on(scene, parts, token):
            break
        parts.append(token)
        last = token
    if len(parts) > 1 and _half(scene, last):
        parts.pop()
    if noun in table("currencies") or any(part.fold in table("currencies") for part in parts[1:]):
        return None
    return Filler(first.start, parts[-1].end)


def _half(scene: Scene, last: Piece) -> bool:
    """Whether a word is but half of what belongs to the noun: شخصا مفتشا عنهم, مدفع ذاتي الحركة, دول قطع علاقاتها."""
    after = next(scene.tokens(last.end), None)
    if after is None or scene.fold[last.end : after.start] != " ":
        return False
    if (
        _PARTICIPLE.fullmatch(last.fold)
        and not _NISBA.fullmatch(last.fold)
        and _PREPOSITION.match(scene.fold, last.end, scene.end)
    ):
        return True
    if last.fold.startswith("م") and _AWAY.match(scene.fold, last.end, scene.end):
        return True  # مريض معلن عنهم
    return after.fold.startswith("ال") or (_owned(after.fold) and not _SOME.match(after.fold))


def _head(scene: Scene, number: Number, token: Piece) -> bool:
    """Whether a word can be the noun that a number counts."""
    word, value = token.fold, number.value
    written = scene.fold[scene.page.folded(number.start) :][:2]
    if written == "ال" or value in (1, 2):
        return False  # الدول الثلاث, شخص واحد: the noun stands before it; a digit so small marks an item of a list
    if not noun(word) or word.startswith("ال") or _owned(word):
        return False
    if value is not None and not value.is_integer() and word not in words("cues", "weights"):
        return False  # a mark or a rate (5.72 متبوعة بكذا)
    if any(name.mention.type != "nationality" for name in scene.over(token.start + 1)):
        return False  # مم بولاية, 12 الجزائر
    single = word.endswith(("ي", "يه")) and _NISBA.fullmatch(word) and word not in table("counted")
    return not (value in _FEW and (single or _ACTION.fullmatch(word)))


def noun(word: str) -> bool:
    """Whether a folded word can be a noun: Arabic, no particle, no verb, nothing joined by a preposition or و."""
    stop = words("cues", "stop") | words("cues", "speech") | words("cues", "include") | words("cues", "plain")
    if word in stop or word in table("months") or len(word) < 2 or not "ء" <= word[0] <= "ي" or _OTHER.match(word):
        return False
    joined = word[0] in "بلكفو" and (nominal(word[1:]) or known(word[1:]).common >= _USUAL)
    return nominal(word) or not joined


def _owned(word: str) -> bool:
    """Whether a noun carries its owner (علاقاتها, مهمتهم): then nothing counts it."""
    match = _OWN.fullmatch(word)
    return match is not None and (nominal(match.group(1)) or nominal(re.sub("ت$", "ه", match.group(1))))


@lru_cache(maxsize=16384)
def nominal(word: str) -> bool:
    """Whether a folded word is a noun or adjective: news writes it with the article, as it is or without its ending."""
    bare = word[:-1] if word.endswith("ا") and len(word) > 3 else word
    return known(f"ال{word}").common > 0 or known(f"ال{bare}").common > 0


def _goes_on(scene: Scene, parts: list[Piece], token: Piece) -> bool:
    """Whether a word belongs to the noun phrase before it: an adjective that agrees, or a complement."""
    head, previous, word = parts[0].fold, parts[-1].fold, token.fold
    verb = word[0] == "ت" and len(word) == 5 and word[2] == "ا"  # تعاون, تجاوز: a noun of action or a verb
    if not noun(word) or word == "اصيلي" or verb or word.startswith("ال") or scene.dated(token.start) is not None:
        return False
    if any(name.is_name for name in scene.over(token.start)):
        return False
    accusative = head.endswith("ا") and not table("counted").get(head)
    if accusative and not word.endswith(("ا", "ين", "ات")):
        return False  # شخصا قتل: what has the ending of a count takes no complement
    return (accusative or not word.endswith("ا")) and _belongs(head, previous, word)


def _belongs(head: str, previous: str, word: str) -> bool:
    """Whether a noun or adjective goes with the noun phrase before it; after some heads any word does (علبة ياغورت)."""
    if not nominal(word) and not (word.endswith(("يه", "يا", "يين")) and len(word) > 4):
        return head in words("cues", "heads") and previous == head
    if not _NISBA.fullmatch(word) or is_head(word, "org"):
        return True
    # An adjective ends as its noun does, if that is feminine or accusative (not علبة تحتوي, منتوجا بداية).
    return word.endswith("ين") or all(word.endswith(ending) for ending in "ها" if previous.endswith(ending))
