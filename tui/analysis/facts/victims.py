"""Whom police seize and what violence strikes: names, numbers of people, nouns for one, and places under fire."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import counted, nominal, noun
from tui.analysis.facts.extents import completed, misread, shaped
from tui.analysis.facts.lexicon import words
from tui.analysis.facts.scene import QUOTES, Filler, base

if TYPE_CHECKING:
    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Scene

_KIND = re.compile(r"(?!ي|اصيل|و?الذي|و?التي)\w{3,}(?:ي|يه|يين)|خطير\w{0,2}|متشدد\w{0,2}")  # عنصر إرهابي خطير
_PAIRS = re.compile(
    r"(?:رجل|رجال|سيده|سيدات) (?:ال)?(?:اعمال|دين|امن|سياسه|شرطه|اطفاء)|(?:عنصر|عناصر) (?:دعم|اسناد)|اعوان? \w+"
)
_OF = re.compile(r"(?:ال)?(?:مفتش|مفتشا|مشتبه|مشتبها|مظنون) (?:عن|ب|في)(?:ه|ها|هم|هما)?")
_PAST = frozenset(
    (
        "البالغ",
        "البالغه",
        "المدعو",
        "المدعوه",
        "الملقب",
        "المسمي",
        "الماضي",
        "الماضيه",
        "اليوم",
        "التابع",
        "التابعه",
        "المتكون",
        "المتكونه",
        "الصادر",
        "الصادره",
        "الكاين",
    )
)
_ABOUT = re.compile(r"(?:(?:اكثر|ازيد)\sمن|ما\sلا\sيقل\sعن|نحو|حوالي|قرابه)\s")
_ALSO = re.compile(r"(?:\sو\s?ال\w{3,}(?:ين|ون|ات))*(?!\w)|")
_GUARDS = frozenset(("رجال", "اعوان", "عون", "قوات", "وحدات", "جنود", "ضباط", "شرطي"))
_FLED = re.compile(
    r"(?:\s\S+){0,4}?\s(?:[ابف]{0,2}(?:ال)?فرار|لاذ\w*|تحصن\w*|مازال\w*|هرب\w*|فر|فروا|فرت?|تمكن\w*)(?!\w)"
)
_THIS = frozenset(("هذا", "هذه"))
_WARES = re.compile(r"مخدر(?:ات)?|هيروين|كوكايين|زطله|تكروري|اقراص|حبوب|خمور|خمر|عمله|سجاير|بنزين|محروقات")
_EMPTY = frozenset(
    ("جريمه", "جرايم", "عمليه", "عمليات", "محاوله", "عصابه", "شبكه", "سلسله")
)  # mean little by themselves
_ACTS = frozenset(
    ("حرق", "سرقه", "قتل", "اغتيال", "ترويج", "تهريب", "اغتصاب", "خطف", "اختطاف", "تفجير", "تخريب", "دهس", "طعن")
)  # عملية حرق (مكتب كذا)
_DOERS = frozenset(("منفذ", "مرتكب", "منفذي", "مرتكبي"))  # والد منفذ (هجوم كذا)
_VAIN = _DOERS | frozenset(("جريمه", "عمليه", "محاوله", "جرايم", "عمليات"))  # a doer of them is nobody in particular
_OWNED = re.compile(r"(?:ه|ها|هم)$")  # قاتل زوجة شقيقه
_DEED = re.compile(r"ا\w{2}ا\w|ت\w{2}ي\w")  # إتلاف, تخريب
_QUOTED = re.compile(rf"\s?[{QUOTES}]\s?[^{QUOTES}\s]+(?:\s[^{QUOTES}\s]+){{0,2}}\s?[{QUOTES}]")
_MOST = 5  # words of a complement (سائق الشاحنة, مرتكبي عملية السرقة)


def people(scene: Scene, position: int, *, cut: int = 0) -> Filler | None:
    """Who is meant, right at a place: a person's name, a number of people, or a noun for one (عنصر إرهابي).

    Those whom و joins to them are meant too (فتاة وشاب); a noun that says nothing without what is cut off is none.

    Args:
        scene: the sentence.
        position: where the first word begins.
        cut: letters of the first word that do not belong to it (بشخصين).
    """
    found = _people(scene, position, cut)
    if found is None or found.entity:
        return found
    whole = completed(scene, found)
    return None if whole is None else Filler(whole.start, _with_others(scene, whole), whole.entity)


def _with_others(scene: Scene, found: Filler) -> int:
    """The end of those who are meant with all whom و joins to them: شابين وفتاة, 3 شبان و2 من كذا."""
    token = next(scene.tokens(found.end), None)
    if token is None or token.fold[0] != "و" or scene.fold[found.end : token.start] != " ":
        return found.end
    alone = token.fold == "و"
    definite = scene.fold.startswith("ال", found.start)
    second = _people(scene, token.end, 0) if alone else _people(scene, token.start, 1)
    if second is None or second.entity:
        return found.end
    number = scene.fold[second.start].isdigit() or scene.fold[second.start : second.end].split()[0].endswith("ين")
    if not number and scene.fold.startswith("ال", second.start) is not definite:
        return found.end
    head = base(scene.fold[second.start : second.end].split()[0])
    counted_too = number or " " in scene.fold[second.start : second.end]
    if not (_whole(head) or counted_too) or head in _GUARDS or _FLED.match(scene.fold, second.end, scene.end):
        return found.end
    whole = completed(scene, second)
    return found.end if whole is None else _with_others(scene, whole)


def _people(scene: Scene, position: int, cut: int) -> Filler | None:
    start = scene.past_dates(position) if not cut else position
    told = start
    about = _ABOUT.match(scene.fold, start, scene.end) if not cut else None
    start = start if about is None else about.end()
    name = next((one for one in scene.names if one.is_person and start + cut <= one.start <= start + cut + 1), None)
    if name is not None:
        return name.filler
    numbered = _numbered(scene, start, cut)
    if numbered is not None:
        return Filler(told if about else numbered.start, numbered.end) if numbered.end > numbered.start else None
    token = next(scene.tokens(start), None)
    return None if token is None or token.start > start + 1 else _noun(scene, token, cut)


def _noun(scene: Scene, token: Piece, cut: int) -> Filler | None:
    """A noun for a person, or a word that counts people, with what belongs to it."""
    word = token.fold[cut:]
    if word in words("victims", "some"):
        return _some(scene, token)
    if word in _THIS:
        noun_of = next(scene.tokens(token.end), None)
        known = noun_of is not None and noun_of.fold.startswith("ال") and _whole(noun_of.fold)
        return Filler(token.start + cut, _extent(scene, noun_of)) if known and noun_of is not None else None
    owned = not {word, base(word)}.isdisjoint(words("victims", "of") | words("victims", "either"))
    whole = Filler(token.start + cut, _extent(scene, token, cut)) if _whole(word) else None
    return (_owned(scene, token, cut) or whole) if owned else whole


def target(scene: Scene, position: int) -> Filler | None:
    """What is struck, right at a place: people, or a place or vehicle with what belongs to it (دورية أمنية)."""
    whom = people(scene, position)
    if whom is not None:
        return whom
    token = next(scene.tokens(scene.past_dates(position)), None)
    struck = None if token is None else _thing(scene, token)
    return None if struck is None else struck if struck.entity else shaped(scene, struck)


def _thing(scene: Scene, token: Piece) -> Filler | None:
    number = next((one for one in scene.numbers if scene.page.folded(one.start) == token.start), None)
    if number is not None:  # 6 مواقع
        what = counted(scene, number, scene.page.folded(number.end))
        hit = what is not None and scene.fold[what.start : what.end].split()[0] in words("victims", "thing")
        return Filler(token.start, what.end) if what is not None and hit else None
    named = next((one for one in scene.names if one.start == token.start and one.is_name), None)
    if named is not None:
        name = Filler(named.start, scene.balanced(named.start, named.end), named.mention.entity)
        return name if named.mention.type == "place" or base(token.fold) in words("victims", "thing") else None
    if base(token.fold) not in words("victims", "thing"):
        return None
    return _owned(scene, token, 0) or Filler(token.start, token.end)


def _numbered(scene: Scene, start: int, cut: int) -> Filler | None:
    """A number of people at a place; an empty stretch where something else is counted."""
    for number in scene.numbers:
        first = scene.page.folded(number.start)
        if first in (start, start + 1, start + cut) and number.kind == "cardinal":
            end = scene.page.folded(number.end)
            what = counted(scene, number, end)
            seized = what is not None and _whole(scene.fold[what.start : what.end].split()[0])
            if what is None or not seized:
                return Filler(first, first)
            bound = re.compile(rf"(?<=\s|\w){_OF.pattern}(?!\w)").search(
                scene.fold, what.end - len("مفتشا"), what.end + len(" عنهم")
            )
            return Filler(first, what.end if bound is None else max(what.end, bound.end()))
    return None


def _whole(word: str) -> bool:
    """Whether a noun for a person is understood without a complement."""
    known = words("cues", "people") | words("victims", "whole") | words("victims", "either")
    return word in known or (word.startswith("ال") and word[2:] in known)


def _some(scene: Scene, token: Piece) -> Filler | None:
    """عدد من المتظاهرين, عشرات الأشخاص: the people behind a word for a number."""
    rest = list(scene.tokens(token.end))[:2]
    noun = rest[1:] if rest and rest[0].fold == "من" else rest[:1]
    if not noun or not _whole(noun[0].fold):
        return None
    return Filler(token.start, _ALSO.match(scene.fold, _extent(scene, noun[0]), scene.end).end())  # type: ignore[union-attr]


def _extent(scene: Scene, token: Piece, cut: int = 0) -> int:
    """Where the noun phrase of a person ends: with its adjectives and what is bound to it (مفتش عنه)."""
    end, definite = token.end, token.fold[cut:].startswith("ال")
    for part in scene.tokens(token.end):
        pair = f"{scene.fold[token.start + cut : end].split()[-1]} {part.fold}"
        bound = (
            _PAIRS.fullmatch(pair)
            or _OF.fullmatch(pair)
            or (definite and part.fold.startswith("ال") and part.fold not in words("cues", "stop") | _PAST)
        )
        if (
            scene.fold[end : part.start] != " "
            or not part.fold[0].isalpha()
            or not (_whole(part.fold) or _is_kind(scene, part) or bound)
        ):
            break
        if part.fold.startswith("ال") and not definite and not _PAIRS.fullmatch(pair):
            break
        end = part.end
        if _OF.fullmatch(pair):
            break
    return end


def _is_kind(scene: Scene, part: Piece) -> bool:
    """Whether a word is an adjective of kind."""
    return _KIND.fullmatch(part.fold) is not None and not misread(scene, part, "بل")


def _owned(scene: Scene, token: Piece, cut: int) -> Filler | None:
    """A noun with its complement (سائق الشاحنة, مقر السفارة الأمريكية), None where none follows."""
    end, count = token.end, 0
    chained = -1  # where a chain of complements ends
    definite = token.fold[cut:].startswith("ال")
    for part in scene.tokens(token.end):
        inside = next((name for name in scene.over(part.start) if name.is_name), None)
        last = scene.fold[token.start : end].split()[-1]
        article = part.fold.startswith("ال") and part.fold not in _PAST
        other = part.fold in words("cues", "stop") - _THIS or part.fold in _PAST or part.fold == "ال"
        if other or scene.fold[end : part.start] != " " or not part.fold[0].isalpha() or count >= _MOST:
            break
        if not article and (definite or last.startswith("ال") or last.endswith("ا")):
            break
        if inside is None and part.fold[0] == "ب" and nominal(part.fold[1:]):
            break
        if last in _ACTS and chained < part.start:
            chained = _chain(scene, part)
        bare = inside is None and not article and part.fold not in _THIS and part.start > chained
        ware = not count and _WARES.fullmatch(part.fold)
        known = ware or (count and _OWNED.search(scene.surface(part.start, part.end)) and last in words("cues", "kin"))
        known = known or (nominal(part.fold) and noun(part.fold))
        if bare and not (
            known and (not count or _is_kind(scene, part) or last in _EMPTY | _DOERS or last in words("cues", "kin"))
        ):
            break
        if scene.dated(part.start) is not None:
            break
        end, count = part.end if inside is None else max(inside.end, part.end), count + 1
        if inside is not None:
            break
    quoted = _QUOTED.match(scene.fold, end, scene.end) if count else None
    end = end if quoted is None else quoted.end()
    vain = count and scene.fold[token.start : end].split()[-1] in _VAIN
    return Filler(token.start + cut, end) if count and not vain else None


def _chain(scene: Scene, first: Piece) -> int:
    """Where bare nouns lead to a definite one, all complements of one another (حرق وإتلاف مكتب الغيابات); -1 if not."""
    for count, part in enumerate(scene.tokens(first.start)):
        if part.fold.startswith("ال") and count:
            return part.start
        word = part.fold[1:] if part.fold[0] == "و" and not count else part.fold
        deed = word != part.fold and _DEED.fullmatch(word)
        if count >= _MOST or not (deed or (nominal(word) and noun(word))) or scene.fold[part.end : part.end + 1] != " ":
            return -1
    return -1
