"""What a counted noun is of: طن من القمح الصلب, إصابات بالتهاب الكبد, مخالفة تتعلق ببيع اللحوم, قرص «اكستازي»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal, noun, shared
from tui.analysis.facts.lexicon import table, words
from tui.analysis.facts.scene import QUOTES, Filler

if TYPE_CHECKING:
    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Scene

_MOST = 8  # words of a complement
_CHAIN = 3  # indefinite nouns before the definite one that ends them (بعدم إشهار الأسعار)
_AT = 4  # letters of the shortest noun with ب before it
_BRAND = re.compile(rf"\s(?:(?:من\s)?(?:نوع|صنف|ماركه)\s)?[{QUOTES}'’‘][^{QUOTES}'’‘.،]{{2,24}}[{QUOTES}'’‘]")
_KIND = re.compile(r"\s(?:من\s)?(?:نوع|صنف|ماركه)\s(?=\w{3})")
_OF = re.compile(r"\sمن\s")
_BY = re.compile(r"\sب(?=\w{3})")
_ABOUT = re.compile(r"\s(?:(?:[يت]|م)ت?علقه?\sب\s?|حول\s|في\sحق\s|من\sاجل\s|بسبب\s)")
_HELD = re.compile(r"\s(?:عن\s|في\s|علي\s|ب)(?=\w{3})")
_IN = re.compile(r"\s(?:في|من|علي)\s(?=ال\w{3})")
_ELSEWHERE = frozenset(("بعد", "بين", "بسبب", "بقيمه", "بصفه", "بتاريخ", "بمناسبه", "بينهم", "بينها", "بعض", "بعضها"))
_WIDE = frozenset(("عدم", "مختلف", "عديد", "جميع", "بقيه", "ماده", "مواد", "هذه", "هذا", "كل", "بعض", "مخدر"))
_NO_PART = frozenset(("بين", "قبل", "طرف", "جانب", "جهه", "خلال", "اجل", "اصل", "بينهم", "بينها", "شان", "حيث", "ضمن"))
_DONE = frozenset(("العثور", "القبض", "الكشف", "الفرار", "ايقاف", "حجز", "ضبط", "احباط", "تفكيك", "انتشال", "انقاذ"))
_NO_PART |= _DONE  # تمكن فريق من 8 عناصر من العثور على كذا
_RELATIVE = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين", "اللواتي", "اللاتي", "الان", "الا", "الي"))
_RELATIVE |= frozenset(("البالغ", "البالغه", "المقدر", "المقدره", "الباقي", "الباقيه", "الذيين", "الموافق"))
_WARES = re.compile(
    r"((?:\sو\w{3,}(?:\s(?!و|من\s|غير\s|منتهي|فاسد)\w{3,})?){1,3})(?=\s(?:منتهي|غير\sصالح|فاسد|من\sمختلف))"
)
_UNFIT = re.compile(
    r"\s(?:(?:ال)?غير\s(?:ال)?(?:صالح|مطابق|مرخص|قانوني|شرعي|نظامي|معرف|حامل|مصرح)\w{0,3}(?:\sلل\w+)?"
    r"|(?:ال)?منتهي(?:ه|ا)?\s(?:ال)?(?:صلوحيه|صلاحيه)|(?:ال)?فاسده?)(?!\w)"
)
_RESTRICTS = re.compile(r"\s(?:التي|الذي|الذين|ممن|الواقع|الواقعه)(?!\w)")
_CHARGED = re.compile(r"\s(?:التي|الذي|الذين)\s(?:تم|جري|يتم)ت?\s\w{3,}(?:ها|ه|هم)(?=\s|[^\w]|$)")


def completed(scene: Scene, what: Filler, *, many: bool) -> Filler | None:
    """A counted noun phrase with the complement that its head needs; None where it says nothing and none is told.

    Behind `many` the noun is a singular, and so is one that is counted with it (90 ألف شرطي وعنصر أمن).
    """
    found = _completed(scene, Filler(what.start, _with_others(scene, what, many=many)))
    unfit = None if found is None else _UNFIT.match(scene.fold, found.end, scene.end)
    return found if found is None or unfit is None else Filler(found.start, unfit.end())


def _completed(scene: Scene, what: Filler) -> Filler | None:
    text = scene.fold[what.start : what.end]
    first, _, last = text.replace("سنويا", "").replace("يوميا", "").strip().partition(" ")
    last = last.rpartition(" ")[2]
    end = _of(scene, what.end, first, last or first)
    if end is None and last in words("uncounted", "open"):
        end = _held(scene, what.end)
        if end is None and _HELD.match(scene.fold, what.end, scene.end):
            return Filler(what.start, what.end - len(last) - 1)
    if end is None and first in words("uncounted", "open"):
        end = _held(scene, what.end)
    if end is None and not last and first in words("uncounted", "blank"):
        return None
    return what if end is None else Filler(what.start, end)


def _with_others(scene: Scene, what: Filler, *, many: bool) -> int:
    """The end of a noun phrase with what و joins to it and the figure counts too, or all of it is said of."""
    parts = scene.fold[what.start : what.end].split(" ")
    tokens = list(scene.tokens(what.end))[:3]
    if len(tokens) > 1 and scene.fold[what.end : tokens[1].end] == f" {tokens[0].fold} {tokens[1].fold}":
        one, two = tokens[:2]
        numbered = len(tokens) > 2 and (tokens[2].fold.isdigit() or tokens[2].fold in table("numerals"))
        if nominal(one.fold) and shared(one.fold, two.fold) and not scene.over(one.start) and not numbered:
            return two.end  # محضر مروري وجبائي
    if many and len(parts) == 1 and tokens and (_pair(parts[0], tokens[0].fold) or _both(parts[0], tokens[0].fold)):
        return tokens[0].end if scene.fold[what.end : tokens[0].start] == " " else what.end
    if many and len(parts) == 1 and tokens and _person(parts[0]) and tokens[0].fold[0] == "و":
        return _people(scene, what.end, tokens)
    wares = (
        _WARES.match(scene.fold, what.end, scene.end) if parts[0] in words("uncounted", "blank") and parts[1:] else None
    )
    if wares is not None and all(noun(word.removeprefix("و")) for word in wares.group(1).split()):
        return wares.end(1)
    return what.end


def _pair(one: str, other: str) -> bool:
    """Whether a word is و with what one figure counts with the noun before it: سيارة وشاحنة, تلميذ وتلميذة."""
    paired = words("uncounted", "paired")
    return other == f"و{one.removesuffix('ا')}ه" or (one in paired and other[:1] == "و" and other[1:] in paired)


def _both(one: str, other: str) -> bool:
    """Whether one figure counts two nouns, as both are in the accusative behind it: 45 عونا وإطارا."""
    singular = other.removeprefix("و")
    accusative = one.endswith("ا") and singular.endswith("ا") and other != singular and len(singular) > _AT
    return accusative and singular not in words("cues", "stop") | words("cues", "plain") and nominal(singular[:-1])


def _person(word: str) -> bool:
    return word in words("cues", "people") or word in words("victims", "whole")


def _people(scene: Scene, end: int, tokens: list[Piece]) -> int:
    """The end of another kind of people that one figure counts."""
    other = tokens[0].fold[1:]
    if not _person(other) or scene.fold[end : tokens[0].start] != " ":
        return end
    last = tokens[0].end
    for token in tokens[1:]:
        if scene.fold[last : token.start] != " " or not _bare(token.fold) or other not in words("cues", "heads"):
            break
        last = token.end
    return last


def base_of(scene: Scene, what: Filler) -> Filler | None:
    """What a percentage is of, with what makes it narrower; None where that has no end that can be told."""
    charged = _CHARGED.match(scene.fold, what.end, scene.end)
    if charged is not None:
        return Filler(what.start, charged.end())
    if _RESTRICTS.match(scene.fold, what.end, scene.end):
        return None
    part = _OF.match(scene.fold, what.end, scene.end)
    end = _phrase(scene, part.end()) if part is not None else None
    return Filler(what.start, end or _joined(scene, what.end))


def _of(scene: Scene, end: int, first: str, last: str) -> int | None:
    """The end of the complement behind a noun phrase, None without one."""
    blank, vague = first in words("uncounted", "blank"), first in words("uncounted", "vague")
    if blank:
        brand = _BRAND.match(scene.fold, end, scene.end)
        if brand is not None:
            return brand.end()
        kind = _KIND.match(scene.fold, end, scene.end)
        token = next(scene.tokens(kind.end()), None) if kind is not None else None
        if token is not None and token.fold[0].isalpha():
            return token.end
    if (blank or vague) and (part := _OF.match(scene.fold, end, scene.end)) is not None:
        return _phrase(scene, part.end())
    if last in words("uncounted", "with_by") and (by := _BY.match(scene.fold, end, scene.end)) is not None:
        token = next(scene.tokens(end), None)
        return None if token is None or token.fold in _ELSEWHERE else _phrase(scene, by.end())
    if vague and (about := _ABOUT.match(scene.fold, end, scene.end)) is not None:
        return _phrase(scene, about.end(), within=True)
    return None


def _held(scene: Scene, end: int) -> int | None:
    """The end of what a participle needs: مقيم في تونس, عاطل عن العمل."""
    held = _HELD.match(scene.fold, end, scene.end)
    if held is None:
        return None
    named = next((name for name in scene.names if name.start == held.end() and name.is_name), None)
    return named.end if named is not None else _phrase(scene, held.end())


def _phrase(scene: Scene, start: int, *, within: bool = False) -> int | None:
    """The end of a noun phrase that begins at a place: definite words, or nouns bound to one; else None.

    What is joined to it with و and the article belongs to it (من المصبرات والكيك), and `within` what a definite noun
    alone is in (الترفيع في الأسعار).
    """
    end, chain, some = start, 0, None
    joined = start > 0 and scene.fold[start - 1].isalpha()  # ب before the first noun
    for token in list(scene.tokens(start - joined))[:_MOST]:
        word = scene.fold[max(token.start, start) : token.end]
        if token.start > end + 1 or not word[0].isalpha() or scene.dated(token.start) is not None:
            break
        if word in _RELATIVE or word in table("numerals") or (end == start and word in _NO_PART):
            break
        if (named := _name(scene, max(token.start, start))) is not None:
            return named if chain else None
        if word in _WIDE and end == start:
            end = token.end
            continue
        if word.startswith("ال") and len(word) > 4:
            return _joined(scene, token.end, inner=within and not chain)
        if not _bare(word) or chain == _CHAIN:
            break
        end, chain = token.end, chain + 1
        some = end
    return some


def _name(scene: Scene, start: int) -> int | None:
    """The end of a name that begins at a place."""
    return next((name.end for name in scene.names if name.start == start and name.is_name), None)


def _bare(word: str) -> bool:
    """Whether a word can be an indefinite noun within a complement."""
    return len(word) > 2 and nominal(word) and noun(word)


def _joined(scene: Scene, end: int, *, inner: bool = False) -> int:
    """The end of a definite noun with its adjectives and what is joined to it; `inner` with what it is in."""
    for count, token in enumerate(scene.tokens(end)):
        bare = token.fold.removeprefix("و")
        definite = bare.startswith("ال") and len(bare) > 4 and bare not in _RELATIVE
        near = scene.fold[end : token.start] == " "
        if count >= _MOST or not near or not definite or _dated(scene, token):
            break
        if any(name.is_name and name.start == token.start for name in scene.names):
            break
        end, inner = token.end, False
    within = _IN.match(scene.fold, end, scene.end) if inner else None
    if within is None or scene.dated(within.end()) is not None or _name(scene, within.end()) is not None:
        return end
    token = next(scene.tokens(within.end()))
    return end if token.fold in _RELATIVE else token.end


def _dated(scene: Scene, token: Piece) -> bool:
    return scene.dated(token.start) is not None or token.fold in words("cues", "stop")
