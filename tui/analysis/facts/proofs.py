"""The stretch that proves a figure: the clause from its verb or noun of action on, or to the verb behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal, noun
from tui.analysis.facts.lexicon import table, words
from tui.analysis.facts.scene import QUOTES
from tui.analysis.recognise.lexicon import word as known_word

if TYPE_CHECKING:
    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Finding, Scene

_BROKEN = 2  # tokens of a relative clause that says nothing yet
_TITLE = 24  # tokens of a title that proves all that it tells
_FAR = 40  # tokens of a proof
_CLAUSES = 3  # that a fragment is led back over
_VERB = 12  # tokens behind a counted subject in which its verb stands
_LEAST = 3  # letters of a verb
_USUAL = 3  # the level of a word that news uses often
_OBJECT = 14  # tokens that may belong to that verb
_THAT = frozenset(("فان", "حيث", "وان", "بان", "لان", "كون", "اذ", "كما"))
# What begins no clause by itself: it hangs on the words before it.
_HANGS = frozenset(
    ("مقابل", "مقارنه", "بدل", "بدلا", "عوضا", "اي", "منها", "منهم", "منهن", "الذي", "التي", "الذين", "اللذين", "او")
)
_PREPOSITIONS = frozenset(
    ("الي", "علي", "من", "في", "عن", "مع", "بين", "ضمن", "لدي", "نحو", "سوي", "الا", "وهو", "وهي", "وهم")
)
_PREPOSITIONS |= frozenset(("بعد", "قبل", "خلال", "اثر", "عقب", "عبر", "اثناء", "بسبب", "حسب", "وفق", "منذ", "كما"))
_STOPS = frozenset(
    ("حيث", "فيما", "بينما", "مما", "وذلك", "بعد", "اثر", "بحسب", "وفق", "حسب", "وفقا", "بسبب", "كما", "مقابل", "وسط")
)
_THERE = frozenset(("هناك", "وهناك", "ثمه", "وثمه"))
_NAMING = frozenset(("هم", "هما", "هي", "هو", "وهم", "وهما", "وهي", "وهو"))  # before who they are
_DATES = frozenset(
    ("كل", "غايه", "موفي", "نهايه", "بدايه", "مطلع", "حدود", "يوم", "شهر", "سنه", "عام", "ليله", "مساء", "صباح")
)
_PER = re.compile(r"\sلل\w+\sالواحده?(?!\w)")  # 20 دينارا للتأشيرة الواحدة


def proof(scene: Scene, finding: Finding, start: int) -> tuple[int, int]:
    """From where to where a finding's figure, which begins at `start`, is proved."""
    per = _PER.match(scene.fold, finding.end, scene.end)
    end = finding.end if per is None else per.end()
    if scene.is_title and scene.count(scene.start, scene.end) <= _TITLE:
        return scene.start, scene.end
    begin = _whole(scene, start)
    lead = [token for token in scene.tokens(begin, start) if not _counts(token)]
    if not lead or lead[-1].fold in words("cues", "that") or lead[-1].fold in _THAT | _THERE or lead[-1].fold == ":":
        end = _verb(scene, end)
    elif lead[-1].fold == "نسبه":
        rest = scene.rest(end)
        end = rest if scene.count(end, rest) <= _OBJECT else end  # أن نسبة 86 بالمائة من كذا ضد كذا
    return begin, _clause_end(scene, end)


def _clause_end(scene: Scene, end: int) -> int:
    """The end of the clause that a proof stops in, if that is near: what happened to those who are counted."""
    last = end
    for count, token in enumerate(scene.tokens(end)):
        word = token.fold
        sign = not word[0].isalnum() and word not in QUOTES
        if (
            sign
            or word in _STOPS | _NAMING
            or (word[0] == "و" and not nominal(word))
            or scene.dated(token.start) is not None
        ):
            return _no_preposition(scene, end, _before_relative(scene, end, last))
        if count >= _OBJECT or word[0].isdigit() or word in table("numerals"):
            return end
        last = token.end
    return last


def _before_relative(scene: Scene, start: int, end: int) -> int:
    """The end of a stretch without a relative clause that breaks off in it (العملية التي تعرض | صباح اليوم)."""
    tokens = list(scene.tokens(start, end))
    for place, token in enumerate(tokens[-_BROKEN:], max(0, len(tokens) - _BROKEN)):
        if token.fold in ("الذي", "التي", "الذين"):
            return tokens[place - 1].end if place else start
    return end


def _counts(token: Piece) -> bool:
    """Whether a word says no more than how a figure is meant."""
    return token.fold in words("comparators") or token.fold in ("اكثر", "اقل", "ازيد", "يقارب", "بالضبط")


def _whole(scene: Scene, start: int) -> int:
    """The beginning of the clause of a figure, led back over what hangs on the clause before it."""
    first = scene.clause(start)
    if scene.count(first, start) > _FAR:
        return _begun(scene, first, start)
    for back in range(_CLAUSES):
        if first <= scene.start or not _hangs(scene, first, start, again=back > 0):
            return first
        place = first - 1
        while place > scene.start and not scene.fold[place - 1].isalnum():
            place -= 1
        before = scene.clause(place)
        bare = not any(token.fold[0].isalpha() for token in scene.tokens(first, start))
        if (":" in scene.fold[place:first] and not bare) or scene.count(before, start) > _FAR:
            return first
        first = before
    return first


def _begun(scene: Scene, first: int, start: int) -> int:
    """Where a part of a long clause begins: at و with a verb, at أن or حيث."""
    far = list(scene.tokens(first, start))[-_FAR:]
    return next((token.start for token in far if _begins(token.fold) and not scene.over(token.start)), first)


def _begins(word: str) -> bool:
    """Whether a word begins a clause: و with a verb, أن, حيث."""
    joined = word[0] == "و" and word[1:3] != "ال" and not nominal(word) and _is_verb(word[1:])
    return joined or word in words("cues", "that") or word == "حيث"


def _hangs(scene: Scene, begin: int, start: int, *, again: bool) -> bool:
    """Whether a stretch before a figure is but the end of a clause: a preposition, a day, a name beside a title.

    What another stretch hangs on (`again`) hangs too where it has no verb.
    """
    lead = [token.fold for token in scene.tokens(begin, start) if token.fold[0].isalnum()]
    if not lead or lead == ["و"]:
        return True
    first = lead[1] if lead[0] == "و" and len(lead) > 1 else lead[0]
    bare = first.removeprefix("و")
    if first[0].isdigit() or (first[0] == "و" and bare.isdigit()) or scene.dated(begin) is not None:
        return True
    known = _HANGS | _PREPOSITIONS | words("comparators") | table("numerals").keys()
    if first in known or bare in known or first.startswith(("ال", "لل")):
        return True
    if first[0] in "بل" and not nominal(first):
        return True
    if again and not any(_is_verb(word) for word in lead):
        return True
    name = next((one for one in scene.names if begin <= one.start <= begin + 1 and one.is_person), None)
    after = None if name is None else next(scene.tokens(name.end), None)  # وزير التشغيل، فلان أن
    return after is not None and (after.fold in words("cues", "that") or after.fold in _THAT)


def _verb(scene: Scene, end: int) -> int:
    """The end of the verb behind a counted subject, with what stands right behind it; `end` without one."""
    last, found = end, 0
    for count, token in enumerate(scene.tokens(end)):
        word = token.fold
        if found:
            sign = not word[0].isalnum() and word != "'"
            other = word[0] == "و" and not nominal(word) and not word[1:].isdigit()
            if sign or other or word in _STOPS or found > _OBJECT or scene.dated(token.start) is not None:
                break
            last, found = token.end, found + 1
        elif count >= _VERB or word in "؛:." or word in _STOPS:
            break
        elif _is_verb(word) and not scene.over(token.start):
            last, found = token.end, 1
    return _no_preposition(scene, end, last)


def _no_preposition(scene: Scene, end: int, last: int) -> int:
    """The end of a stretch without a preposition that stands last in it."""
    tokens = list(scene.tokens(end, last))
    hanging = words("cues", "stop") | words("cues", "aside") | _DATES
    while tokens and (tokens[-1].fold in hanging or not tokens[-1].fold[0].isalnum()):
        tokens.pop()
    return tokens[-1].end if tokens else end


def _is_verb(word: str) -> bool:
    """Whether a word is a verb rather than a noun or a particle."""
    word = word.removeprefix("و") if not nominal(word) else word
    if word in words("cues", "stop") or word in words("cues", "plain") or len(word) < _LEAST or nominal(word):
        return word == "تم"
    ending = word.endswith(("وا", "ت")) and not noun(word)
    return ending or word[0] in "يت" or (word[0] not in "بلكفا" and known_word(word).common >= _USUAL)
