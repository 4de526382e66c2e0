"""Whether a counted noun phrase may go on behind where the rules end it: then a figure is less sure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import NISBA, agrees, nominal, noun
from tui.analysis.facts.lexicon import table, words
from tui.analysis.recognise.lexicon import word as known

if TYPE_CHECKING:
    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Filler, Scene

_PARTICIPLE = re.compile(r"(?:م\w{3,}|\wا\w{2})(?:ا|ه|ين|ون|ات)?$")
_BINDS = re.compile(r"(?:في|عن|علي|الي|من|تحت|ضمن|لدي|مع|بين)$|[بل]\w{3,}$")
_DOING = re.compile(r"(?:ا\w{1,4}ا\w{0,2}ه?|ت\w{2}ي\w|ت\w{2,3})$")  # إحالة
_PEOPLE = (("cues", "people"), ("cues", "role"), ("victims", "whole"), ("bodies", "people"))
_FULL = 2  # words of a phrase that has a complement
_ADJECTIVE = re.compile(r"ي\w{2,}يه")  # يدوية: no verb in ي
_FOREIGN = 4  # letters of a word that only seems to begin with a preposition (بلازما)
_ARTICLE = 3  # letters of الى
_LENGTH = 5  # letters of a feminine participle: مسلحه, not مدرسه


def unfinished(scene: Scene, what: Filler) -> bool:
    """Whether the word behind a counted noun phrase may tell which things are counted, and is not in it."""
    after = next(scene.tokens(what.end), None)
    if after is None or scene.fold[what.end : after.start] != " " or scene.dated(after.start) is not None:
        return False
    word = after.fold
    named = [name for name in scene.over(after.start) if name.is_name]
    if not word[0].isalpha() or named:
        return any(name.start == after.start and name.mention.type == "product" for name in named)  # هاتف | آيفون
    if word[0] == "و" and not nominal(word):
        return _joins(scene, what, word[1:])
    if word == "من":
        return _of_kind(scene, after)
    if _vague(scene, what) and noun(word) and word[0] not in "بلو":
        return True  # 12 حالة | تشابك
    return (
        _definite(scene, what, word)
        or _bound(scene, what, after)
        or (_describes(word) and not _other(scene, what, word))
    )


def _vague(scene: Scene, what: Filler) -> bool:
    """Whether a noun phrase is but a noun that tells of nothing by itself."""
    noun_of = scene.fold[what.start : what.end]
    return any(noun_of in words("uncounted", group) for group in ("general", "blank"))


def _other(scene: Scene, what: Filler, word: str) -> bool:
    """Whether a word does not agree with the adjective before it: نشرت 17 وسيلة دولية نتائج كذا."""
    noun_of, _, last = scene.fold[what.start : what.end].rpartition(" ")
    return noun_of != "" and NISBA.fullmatch(last) is not None and not agrees(last, word)


def _definite(scene: Scene, what: Filler, word: str) -> bool:
    """Whether a word with its article, behind a preposition or not, goes on with a noun phrase."""
    if word.startswith("بال"):
        return scene.count(what.start, what.end) > _FULL  # مخالفة بسبب التلاعب | بالدعم
    if word.startswith("لل") and _person(scene, what):
        return False
    return word.startswith(("لل", "ال")) and len(word) > _ARTICLE and word not in words("uncounted", "relative")


def _describes(word: str) -> bool:
    """Whether a word may be a noun or an adjective of the noun before it."""
    if word in words("uncounted", "telling"):
        return True
    if word in words("uncounted", "adverb") or word in words("cues", "stop") or word.startswith(("بال", "بدا")):
        return False
    foreign = word[0] == "ب" and len(word) > _FOREIGN and known(word[1:]).common == 0 and not nominal(word[1:])
    return noun(word) or foreign or _ADJECTIVE.fullmatch(word) is not None


def _bound(scene: Scene, what: Filler, after: Piece) -> bool:
    """Whether a participle ends a noun phrase before the preposition that it needs (شبكة مختصة في ترويج كذا)."""
    last = scene.before(what.end)[-1]
    participle = _PARTICIPLE.match(last) is not None and " " in scene.fold[what.start : what.end]
    return participle and len(last) > _LENGTH and _BINDS.match(after.fold) is not None and not _place(scene, after)


def _joins(scene: Scene, what: Filler, other: str) -> bool:
    """Whether و may join more that one figure counts: 6 ضباط وأعوان, 12 شركة ومؤسسة."""
    if any(other in words(*group) for group in _PEOPLE):
        return True
    if other in table("numerals"):
        return False
    behind = [token.fold for token in scene.tokens(what.end)][1:2]
    counted = bool(behind) and (behind[0].isdigit() or behind[0] in table("numerals"))
    thing = nominal(other) and noun(other) and not other.startswith("ال") and other not in words("uncounted", "doing")
    return thing and not counted and not _DOING.match(other)


def _of_kind(scene: Scene, of: Piece) -> bool:
    """Whether من leads to what the counted are made or members of, not to where they come from or why."""
    tokens = list(scene.tokens(of.end))[:2]
    if not tokens or not tokens[0].fold[0].isalpha() or any(name.is_name for name in scene.over(tokens[0].start)):
        return False
    return tokens[0].fold not in words("uncounted", "apart")


def _person(scene: Scene, what: Filler) -> bool:
    first = next(scene.tokens(what.start)).fold
    return any(first in words(*group) for group in _PEOPLE)


def _place(scene: Scene, token: Piece) -> bool:
    """Whether a preposition leads to a name."""
    begin = token.end + 1 if len(token.fold) > 1 and token.fold[0] not in "بل" else token.start + 1
    return any(name.start in (begin, begin + 2) and name.is_name for name in scene.names)
