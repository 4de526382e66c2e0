"""Who a clause is about: the noun phrase after a verb, when it holds a name or the head of a role or an organisation.

A missing role head makes a false statement about a real person; so a phrase with neither is no party, and the rules
drop the fact.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import words
from tui.analysis.facts.scene import QUOTES, Filler, is_head

if TYPE_CHECKING:
    from tui.analysis.facts.scene import Named, Scene

_GLUED = ("ب", "ل")  # prepositions: هاتفه بسكيبيو
_TAIL = re.compile(r"\s(?:ال)?(?:تابع|راجع|خاص|تابعي)(?:ه|ين)?$")  # الوحدات التابعة | لمنطقة كذا
_IN = re.compile(r"\s(?:في\s|من\s|ب)(?:(?:حزب|حركه|جبهه|اتحاد|منظمه|وزاره|تنظيم|جمعيه|كتله|نقابه)\s)?")
_BOUND = (" في", " من", " علي", " عن", " الي")  # lead to what is not told apart
_CLOSE = frozenset(("مقرب", "مقربه", "مقربون", "قريب", "قريبه", "بالقرب", "قرب"))
_LONGEST = 16  # tokens of a phrase: role, ministry, nationality and a name of four words


def party(scene: Scene, start: int, end: int | None = None, *, cut: int = 0) -> Filler | None:
    """The party that begins at a place: its stretch and, where it can be told, its entity.

    Args:
        scene: the sentence.
        start: where the party's first word begins.
        end: where it ends at the latest.
        cut: letters of the first word that do not belong to it (برئيس).
    """
    stop = scene.end if end is None else end
    last = _extent(scene, start, stop)
    within = next(
        (name for name in scene.named(last, stop) if name.is_name and name.mention.type == "organisation"), None
    )
    if within is not None and last > start and _IN.fullmatch(scene.fold, last, within.start):
        last = within.end  # مسؤول في الصليب الأحمر, القيادي في حزب كذا فلان
        person = next((one for one in scene.named(last, stop) if one.is_person), None)
        if person is not None and scene.fold[last : person.start].strip(" ،" + QUOTES) == "":
            last = person.end
    if last <= start or scene.fold[last - 2 : last] in (" ل", " ب") or scene.fold.endswith(_BOUND, start, last):
        return None  # مصادر ل"الجريدة"
    tail = _TAIL.search(scene.fold, start, last)
    last = last if tail is None else tail.start()
    if scene.fold[start] in QUOTES and sum(sign in QUOTES for sign in scene.fold[start:last]) % 2:
        start += 1  # "فلان : كذا": the quote is not closed within the party
    word = next(scene.tokens(start)).fold[cut:]
    if word in ("نفس", "ذات"):
        same = next(scene.tokens(start + len(word) + 1), None)  # نفس المصدر
        word = word if same is None else same.fold
    filler = Filler(start + cut, last, _entity(scene, start + cut, last, word))
    return filler if filler.entity or is_head(word, "role") or is_head(word, "org") else None


def sole(scene: Scene, position: int) -> Filler | None:
    """Who a verb without a subject (واتصل بفلان) speaks of: the only person of its sentence so far, no body after."""
    people = [name for name in scene.named(scene.start, position) if name.is_person]
    if len({name.mention.entity for name in people}) != 1 or scene.fold[people[-1].start - 1 :][:1] in _GLUED:
        return None
    later = [name for name in scene.named(people[-1].end, position) if name.is_name]
    heads = ("role", "org")
    if later or any(is_head(token.fold, head) for token in scene.tokens(people[-1].end, position) for head in heads):
        return None
    return people[-1].filler


def remember(scene: Scene) -> None:
    """Keep whom a sentence names for those after it."""
    for name in scene.names:
        told = Filler(-1, -1, name.mention.entity, scene.surface(name.start, name.end))
        if name.is_person:
            scene.speaker.people.setdefault(name.mention.entity, told)


def _extent(scene: Scene, start: int, end: int) -> int:
    stop, last, count, quoted = words("cues", "stop"), start, 0, False
    position = start
    for token in scene.tokens(start, end):
        if token.start < position:
            continue
        inside = next(iter(scene.over(token.start)), None)
        if inside is not None:
            if inside.is_name and any(
                name.end == last and name.is_person and name.mention.kind == "name" for name in scene.names
            ):
                break  # a name after a person's is another's
            last = position = inside.end
            count += 1
            continue
        if token.fold in QUOTES and (quoted or _name_at(scene, token.end)):
            quoted = not quoted
            last = last if quoted else token.end
            continue
        if token.fold in ("،", ",") and _name_at(scene, token.end, person=True):
            continue
        if token.fold == "من" and scene.before(token.start)[-1:] and scene.before(token.start)[0] in _CLOSE:
            continue  # مصادر مقربة من التحقيق
        known = token.fold in stop or token.fold[:1].isdigit() or not token.fold[0].isalpha()
        if known or scene.dated(token.start) is not None or count >= _LONGEST or _ends(scene, token.fold, last, start):
            break
        last, count = token.end, count + 1
    return last


def _name_at(scene: Scene, position: int, *, person: bool = False) -> bool:
    """Whether a name begins at a place or a blank after it: what a quote or a comma of the phrase leads to."""
    return any(name.start in (position, position + 1) and (name.is_person or not person) for name in scene.names)


def _ends(scene: Scene, word: str, last: int, start: int) -> bool:
    """An indefinite noun after a definite one begins the object; a word with و or ل before it, another thing."""
    if last == start:
        return False
    before = [token.fold for token in scene.tokens(start, last)]
    if word == "باسم" or (word[:1] == "ل" and word[1:] in words("cues", "org")):
        return False  # الناطق باسم الحكومة, المدير العام لوكالة
    after_name = any(name.end == last and name.is_name for name in scene.names)
    definite = before[-1].startswith("ال") and not word.startswith(("ال", "لل"))
    return after_name or definite or (word.startswith("و") and not word.startswith(("وال", "وز", "وك", "ول")))


def _entity(scene: Scene, start: int, end: int, word: str) -> str:
    inside = scene.named(start, end)
    opening = next((name for name in inside if name.is_name and name.start - start <= 1), None)
    if opening is not None and (opening.mention.kind == "name" or opening.mention.type != "person"):
        return opening.mention.entity
    person = next((name for name in inside if name.is_person and name.mention.kind == "name"), None)
    if person is not None:
        # محامي فلان is not فلان: after a head without its article, the name is in apposition only past a complement.
        owner = not word.startswith(("ال", "وال")) and person.start <= start + len(word) + 1
        return person.mention.entity if is_head(word, "role") and not owner else ""
    if opening is not None:
        return opening.mention.entity
    if is_head(word, "org"):
        named = next((name for name in inside if name.is_name and name.mention.type == "organisation"), None)
        if named is not None:
            return named.mention.entity
        return _country(inside) if is_head(word, "state") else ""
    return ""


def _country(inside: list[Named]) -> str:
    """A government speaks for its country (الحكومة المغربية)."""
    nations = {
        name.mention.entity for name in inside if name.mention.type in ("nationality", "place") and name.mention.entity
    }
    return nations.pop() if len(nations) == 1 else ""
