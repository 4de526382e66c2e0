"""The noun phrase after a number: the noun that is counted, with what belongs to it (علبة سجائر, هاتفا جوالا)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import table, words
from tui.analysis.facts.scene import Filler, is_head
from tui.analysis.recognise.lexicon import demonyms
from tui.analysis.recognise.lexicon import word as known

if TYPE_CHECKING:
    from tui.analysis.facts.numbers import Number
    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Scene

_USUAL = 3  # the level of a word that news uses often
_HEARD = 2  # the level of a word that news has
_MOST = 4  # words of a counted noun phrase
_YEARS = range(1900, 2100)
_FEW = range(3, 11)  # after these the noun is a plural
NISBA = re.compile(r"(?!ي)\w+(?:ي|يه|يا|يين|يون|يات)$")
_PARTICIPLE = re.compile(r"(?:م\w{2,}|\wا\w{2})(?:ا|ه|ين|ون|ات)$")
_PREPOSITION = re.compile(r"\s(?:(?:في|من|عن|علي|الي)(?:ه|ها|هم|هن|هما)?|ب\w+|ل\w+)(?!\w)")
# Verbs in ي, in سـ and after ف, adverbs, and words with a preposition or و before them.
_OTHER = re.compile(
    r"ي(?!وم|اغ|وغ)|لي(?![بلرتث])\w{2}|س(?:ي(?!ار|د|اح|اس|نما|ول)|ت(?!اد|ار|ين|ون)|ن(?!و|د|ه))\w{3}|\w{3,}(?<!ا)(?<!بيو)(?<!غور)ت$|بب|فضلا|تم(?:ت|كن\w*)?$|ت(?:بلغ|حمل|تراوح|قدر|عرض|ضم|تضمن)|"
    r"[بل]ال|لل|لسنه$|و(?!س|ز|ك|ر|ح|ث|ظ|ف|ل|ج|اط)|ق(?:تلوا|ضوا)$|\w+وا$"
)
_ACTION = re.compile(r"ت\w{2}ي\w")  # 3 تكثيف المراقبة: an item of a list, not a plural
_AWAY = re.compile(r"\s(?:عن|ب|في|علي|ل)(?:ه|ها|هم|هن|هما)(?!\w)")
_OWN = re.compile(r"(\w{2,}?)(?:ها|هم|هما|هن|كم|نا)$")
_ELATIVE = re.compile(r"ا(?!ل)\w{2}[^\Wهينا]")  # قوارب أصغر حجما
_PLACES = frozenset(("عربيا", "سوريا", "ليبيا", "اوروبيا", "محليا"))
_RELATIVE = frozenset(("التي", "الذي", "الذين", "اللذين", "اللتين", "اللواتي", "اللاتي", "الي", "الا", "الان"))
_SOME = re.compile(r"ا?(?:هم|برز|غلب|كثر|خر)ه|(?:معظم|جميع|كل|بعض|نصف)ه")


def counted(scene: Scene, number: Number, end: int) -> Filler | None:
    """The noun right after a number and up to three words that belong to it, None where none is counted."""
    first = next(scene.tokens(end), None)
    if first is None or scene.fold[end : first.start].strip() or not number.unit or not _head(scene, number, first):
        return None
    if "ـ" in scene.surface(end, first.start):
        return None  # 3 ـ إعادة: an item of a list
    parts = _phrase(scene, first, many=number.value is not None and number.value not in _FEW)
    rate = _next(scene, parts[-1])
    if any(part is not None and part.fold in table("currencies") for part in (*parts, rate)):
        return None
    return Filler(first.start, rate.end if rate and rate.fold in words("uncounted", "rate") else parts[-1].end)


def _phrase(scene: Scene, first: Piece, *, many: bool) -> list[Piece]:
    """A counted noun with what belongs to it, without a word that is but half of it.

    After `many` the noun is a singular, and so is its adjective (not 1410 شاب معنيين).
    """
    parts = [first]
    while len(parts) < _MOST:
        token = _next(scene, parts[-1])
        if token is not None and token.fold == "غير":
            negated = _negated(scene, parts, token)
            parts += negated
            if negated:
                continue
        if token is None or not _goes_on(scene, parts, token):
            break
        if many and token.fold.endswith("ين") and not parts[0].fold.endswith(("ين", "ا")):
            break
        parts.append(token)
    if len(parts) > 1 and _half(scene, parts):
        ends = _ending(scene, parts[-1])
        parts = [*parts, ends] if ends is not None else parts[:-1]
    owner = _next(scene, parts[-1])
    if owner is not None and _completes(scene, parts, owner):
        parts.append(owner)
    return parts


def _ending(scene: Scene, half: Piece) -> Piece | None:
    """The word that ends an adjective of two (سيارة رباعية الدفع) or a participle (شخصا مفتشا عنهم)."""
    after = _next(scene, half)
    away = _AWAY.match(scene.fold, half.end, scene.end)
    ends = after is not None and (after.fold in words("uncounted", "bound") or away is not None)
    return after if ends else None


def _next(scene: Scene, token: Piece) -> Piece | None:
    """The word behind a word, None where a sign or nothing parts them."""
    after = next(scene.tokens(token.end), None)
    near = after is not None and scene.fold[token.end : after.start] == " "
    return after if near and after is not None and len(scene.surface(token.end, after.start)) == 1 else None


def _negated(scene: Scene, parts: list[Piece], token: Piece) -> list[Piece]:
    """غير with its adjective (بنوك غير مقيمة), nothing where no adjective follows."""
    after = _next(scene, token)
    fits = after is not None and len(after.fold) > 3 and noun(after.fold) and not after.fold.startswith("ال")
    return [token, after] if fits and after is not None and len(parts) < _MOST else []


def _completes(scene: Scene, parts: list[Piece], owner: Piece) -> bool:
    """Whether a definite noun ends a phrase that says little without it: عمليات اجتياز الحدود."""
    head, last = parts[0].fold, parts[-1].fold
    general = head in words("uncounted", "general") and len(parts) == 2 and nominal(last)
    definite = _definite(owner.fold) and not any(name.is_name for name in scene.over(owner.start))
    return general and definite and not NISBA.fullmatch(last) and scene.dated(owner.start) is None


def _definite(word: str) -> bool:
    return word.startswith("ال") and len(word) > 4 and word not in words("cues", "stop") and word not in _RELATIVE


def _half(scene: Scene, parts: list[Piece]) -> bool:
    """Whether a word is but half of what belongs to the noun: شخصا مفتشا عنهم, مدفع ذاتي الحركة, دول قطع علاقاتها."""
    last, after = parts[-1], _next(scene, parts[-1])
    if after is None or parts[-2].fold == "غير":
        return False
    word = after.fold
    adjective = NISBA.fullmatch(last.fold) is not None
    if _PARTICIPLE.fullmatch(last.fold) and not adjective and _PREPOSITION.match(scene.fold, last.end, scene.end):
        return True
    if last.fold.startswith("م") and _AWAY.match(scene.fold, last.end, scene.end):
        return True  # مريض معلن عنهم
    if (_ELATIVE.fullmatch(last.fold) and word.endswith("ا")) or shared(last.fold, word):
        return True
    if _definite(word):
        general = parts[0].fold in words("uncounted", "general") and len(parts) == 2 and _completes(scene, parts, after)
        bound = word in words("uncounted", "bound")
        return bound or not (adjective or general or scene.dated(after.start) is not None)
    owned = _owned(word) or (word.endswith("ته") and nominal(f"{word[:-2]}ه"))  # رصاصات زجاج سيارته
    return owned and not _SOME.match(word)


def shared(adjective: str, after: str) -> bool:
    """Whether و joins another adjective to one, so that neither is said of all that is counted (أوروبيا ومتوسطيا)."""
    if not after.startswith("و") or not NISBA.fullmatch(adjective) or not NISBA.fullmatch(after[1:]):
        return False
    return all(adjective.endswith(ending) == after.endswith(ending) for ending in ("يه", "يا", "يين", "يات"))


def _head(scene: Scene, number: Number, token: Piece) -> bool:
    """Whether a word can be the noun that a number counts."""
    word, value = token.fold, number.value
    written = scene.fold[scene.page.folded(number.start) : scene.page.folded(number.end)]
    whole = word in words("uncounted", "whole") and (value in _FEW or (written.isdigit() and value in _YEARS))
    if written.startswith("ال") or value in (1, 2) or whole or written.endswith(("الفا", "مليونا")):
        return False  # الدول الثلاث, شخص واحد: the noun stands before it; a digit so small marks an item of a list
    definite = word.startswith("ال") and word not in words("uncounted", "adjective")
    if not noun(word) or definite or _owned(word) or word in table("numerals"):
        return False
    if word.startswith("م") and _AWAY.match(scene.fold, token.end, scene.end):
        return False  # 73 مفتشا عنهم
    if value is not None and not value.is_integer() and word not in words("cues", "weights"):
        return False  # a mark or a rate (5.72 متبوعة بكذا)
    if any(name.mention.type != "nationality" for name in scene.over(token.start + 1)):
        return False  # مم بولاية, 12 الجزائر
    single = word.endswith(("ي", "يه")) and NISBA.fullmatch(word) and word not in table("counted")
    return not (value in _FEW and (single or _ACTION.fullmatch(word)))


def noun(word: str) -> bool:
    """Whether a folded word can be a noun: Arabic, no particle, no verb, nothing joined by a preposition or و."""
    if (
        word in _no_nouns()
        or word in table("months")
        or len(word) < 2
        or not "ء" <= word[0] <= "ي"
        or _OTHER.match(word)
    ):
        return False
    if word[0] == "ت" and word[-1] != "ه" and known(word).common >= _HEARD and not nominal(word):
        return False  # a verb: ترتبط, تحتوي
    joined = word[0] in "بلكفو" and (nominal(word[1:]) or known(word[1:]).common >= _USUAL)
    return nominal(word) or not joined


@cache
def _no_nouns() -> frozenset[str]:
    """Particles, verbs of speech, measures: what is no noun that a figure counts."""
    groups = [words("cues", group) for group in ("stop", "speech", "include", "plain")]
    return frozenset().union(*groups, *(words("uncounted", group) for group in ("measure", "never")))


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
    accusative = head.endswith("ا") and not head.endswith("ايا") and not table("counted").get(head)
    if scene.dated(token.start) is not None:
        return False
    ball = (previous, word) == ("كره", "قدم")  # a foot is a measure elsewhere
    nation = scene.of_nation(token.start) and not word.startswith("ال")
    surely = nation or word in words("uncounted", "adjective") or word in words("uncounted", "other")
    if ball or surely or (accusative and _of_nation(word)):
        return True  # بلدا عربيا, مهاجرا سوريا: an adverb and a country elsewhere
    if not _follows(word) or any(name.is_name for name in scene.over(token.start)):
        return False
    if accusative and not word.endswith(("ا", "ات", "يين")):
        return False  # شخصا قتل, شخصا موزعين: what has the ending of a count takes no complement
    if len(parts) > 1 and NISBA.fullmatch(previous) and not agrees(previous, word):
        return False  # مراكب صيد تونسية تعلم: behind an adjective only adjectives
    return (accusative or not word.endswith("ا")) and _belongs(head, previous, word)


def _of_nation(word: str) -> bool:
    """Whether a word behind an accusative noun is an adjective, though it is an adverb or a country elsewhere."""
    return word in _PLACES or (word.endswith("يا") and word[:-1] in demonyms())


def _follows(word: str) -> bool:
    """Whether a word can stand behind a counted noun at all (not ستة أطفال ثلاثة من البنين)."""
    verb = word[0] == "ت" and len(word) == 5 and word[2] == "ا"  # تعاون, تجاوز: a noun of action or a verb
    kind = word in words("uncounted", "kind") or word == "اصيلي"
    return noun(word) and not verb and not kind and not word.startswith("ال") and word not in table("numerals")


def agrees(adjective: str, word: str) -> bool:
    """Whether a word ends as the adjective before it does."""
    return next((word.endswith(ending) for ending in ("ه", "ين", "ات", "ا") if adjective.endswith(ending)), True)


def _belongs(head: str, previous: str, word: str) -> bool:
    """Whether a noun or adjective goes with the noun phrase before it; after some heads any word does (علبة ياغورت)."""
    if not nominal(word) and not (word.endswith(("يه", "يا", "يين")) and len(word) > 4):
        general = words("cues", "heads") | words("uncounted", "general") | words("uncounted", "vague")
        return head in general and previous == head and word[0] not in "بلكفو"
    if not NISBA.fullmatch(word) or is_head(word, "org"):
        return True
    # An adjective ends as its noun does, if that is feminine or accusative (not علبة تحتوي, منتوجا بداية).
    return word.endswith("ين") or all(word.endswith(ending) for ending in "ها" if previous.endswith(ending))
