"""What stands on either side of a relation: the whole name before it (وفرقة كذا التابعة لـ), the whole name after it.

A name that is cut short, or that the relation does not speak of, makes a false fact of a true sentence; so whatever
could belong to another noun is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal
from tui.analysis.facts.lexicon import words
from tui.analysis.facts.local import many, told_apart, whole_name
from tui.analysis.facts.scene import QUOTES, Filler, base, is_head, lost_article

if TYPE_CHECKING:
    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Named, Scene

_GAP = rf"[\s،(){QUOTES}]*"
_UNITS = re.compile(
    r"(?<!\w)[وبلف]?(?:وحدات|مصالح|عناصر|دوريات|دوريه|قوات|فرق|محطات)\s$"
)  # they are the part, not the body
_PLAIN = frozenset(("الهياكل", "الوحدات", "المصالح", "الفرق"))  # which of them?
_IS = re.compile(r"\s?،?\sو?(?:هو|هي)\s\w+(?:\s\w+)?\s$")  # كذا، وهو هيكل تابع لـ
_BEING = frozenset(
    (
        "انها",
        "بانها",
        "انه",
        "بانه",
        "هي",
        "هو",
        "باعتبارها",
        "باعتباره",
        "بوصفها",
        "بوصفه",
        "تعتبر",
        "يعتبر",
        "تعد",
        "يعد",
    )
)
_TROOPS = frozenset(("قوات", "وحدات", "قياده"))
_OPEN = re.compile(rf"[{QUOTES}]?\s\(")
_SWALLOWED = re.compile(r"ال(?:تابع|راجع|منبثق|منضوي|مملوك)")  # which the recogniser took for the name's last word
_BRACKETS = re.compile(r"\([^()]*\)")
_AND = re.compile(rf"{_GAP}و|،\s")
_NEAR = re.compile(rf"(?:\w|{_GAP})*")
_WORD = re.compile(r"\w+")
_PAIR = re.compile(rf"[{QUOTES}]?\sو[{QUOTES}]?")
_MOST_OF_BODY = 4  # words after the noun that heads it
_LONGEST_GAP = 3  # words between a name and what is said of it
_TITLE = 4  # words before a person's name
_SHORT = 3  # letters of a word that may have lost و before it
_PREPOSITIONS = frozenset(("من", "في", "الي", "عن", "علي", "مع"))
_FEMALE = ("ه", "ات", "اء", "ي")


def before(
    scene: Scene, position: int, types: tuple[str, ...], female: bool | None, *, indefinite: bool = False
) -> Filler | None:
    """The name that a relation speaks of: right before it, with its adjectives, and no other noun's complement.

    Args:
        scene: the sentence.
        position: where the relation begins.
        types: what it may be.
        female: whether the relation's words agree with a feminine noun; None where they do not show it.
        indefinite: whether the relation's words have no article, so that هو may stand before them.
    """
    name, place = _nearest(scene, position, types)
    if name is not None:
        gap = _gap(scene, name, place, indefinite=indefinite)
        if gap is not None:
            found = _with_noun(scene, Filler(name.start, gap, name.mention.entity))
            told = indefinite and _IS.fullmatch(scene.fold, name.end, place)  # of the name itself
            if _other(scene, name) or _predicate(scene, found) or (not told and _doubtful(scene, found, female)):
                return None
            return told_apart(scene, _led(scene, found) if female is False else found, position)
    if "organisation" not in types or female is None:
        return None
    body = _body(scene, position)
    return None if body is None or _predicate(scene, body) or _doubtful(scene, body, female) else body


def after(scene: Scene, position: int, types: tuple[str, ...]) -> Filler | None:
    """The name of a type right after a relation, with all that belongs to it."""
    name = _next_name(scene, position)
    near_by = name is not None and _NEAR.fullmatch(scene.fold, position, name.start)
    if name is None or name.mention.type not in types or not near_by or _cut(scene, name):
        return None
    if name.mention.type == "organisation" and scene.fold[name.start - 1] == "ل" and not _begins(scene, name):
        return None  # لللاتحاد, لليونيسف: a letter too many
    gap = _WORD.findall(scene.fold, position, name.start)
    if name.mention.type == "person":
        return name.filler if _titled(scene, gap, name, position) and not _joined(scene, name) else None
    if name.mention.type == "organisation" and len(gap) == 1 and many(gap[0]) and gap[0] not in words("bodies", "kind"):
        whole = whole_name(scene, name, local=True)
        return Filler(position, whole.end)  # منطقة الحرس الوطني: of which only the guard is a name
    kinds = words("bodies", "area" if name.mention.type == "place" else "kind")
    nations = _nations(scene, position, name.start)
    if name.mention.type == "place":
        gap = [word.removeprefix("ب") for word in gap if word != "ب"]  # مقرها بولاية كذا
    if any(word not in kinds and f"ا{word}" not in kinds and word not in nations for word in gap):
        return None
    local = many(scene.fold[name.start : name.end].split()[0])
    return _with_nation(scene, name) if name.mention.type == "place" else _with_body(scene, name, local=local)


def both(scene: Scene, position: int, types: tuple[str, ...]) -> tuple[Filler, ...]:
    """The two names that a dual speaks of (فرقة كذا وفرقة كذا التابعتين لـ), or the one that is a dual itself."""
    last, _ = _nearest(scene, position, types)
    if last is None or scene.fold[last.end : position].strip(QUOTES + " ،"):
        return ()
    first = next((one for one in scene.names if one.is_name and _PAIR.fullmatch(scene.fold, one.end, last.start)), None)
    if first is not None and first.mention.type in types:
        return first.filler, last.filler
    dual = scene.fold[last.start : last.end].split()[0].endswith(("تان", "تين"))
    return (last.filler,) if dual else ()


def passing(scene: Scene, position: int) -> bool:
    """Whether a sentence speaks of a meeting, a delegation or what is to be made, which somebody heads for once."""
    known = words("bodies", "passing")
    folds = (part.fold for part in scene.tokens(scene.start, position))
    return any(fold in known or fold.removeprefix("ال") in known or fold[1:] in known for fold in folds)


def nearest(scene: Scene, position: int, types: tuple[str, ...], most: int) -> Named | None:
    """The nearest name of a type that ends before a place, with no other name and few words between."""
    name, position = _nearest(scene, position, types)
    if name is None or re.search(r"[.:؛]|[،,].*[،,]", scene.fold[name.end : position]):
        return None
    between = [token for token in scene.tokens(name.end, position) if token.fold[0].isalnum()]
    other = [one for one in scene.named(name.end, position) if one.is_name and one.mention.type != "place"]
    nations = sum(1 for one in scene.named(name.end, position) if one.mention.type == "nationality")
    return None if other or len(between) - nations > most else name


def product(scene: Scene, position: int) -> Named | None:
    """The product right after a place: quotes, the article and two nouns (برنامج) may stand before it."""
    name = _next_name(scene, position)
    if name is None or name.mention.type != "product":
        return None
    fits = re.fullmatch(rf"{_GAP}(?:\w+{_GAP}){{0,2}}", scene.fold[position : name.start])
    return name if fits and scene.count(position, name.start) <= _TITLE else None


# ---------------------------------------------------------------- before


def _predicate(scene: Scene, found: Filler) -> bool:
    """Whether a text says by a name what something is (بأنها الكتلة التابعة لـ): a description, and no name."""
    return next(iter(scene.before(found.start)), "") in _BEING


def _led(scene: Scene, found: Filler) -> Filler:
    """What a masculine relation behind قوات speaks of: التحالف, whose the forces are."""
    words_of = scene.fold[found.start : found.end].split()
    if words_of[0] not in _TROOPS or len(words_of) == 1 or not words_of[1].startswith("ال"):
        return found
    return Filler(found.start + len(words_of[0]) + 1, found.end)


def _nearest(scene: Scene, position: int, types: tuple[str, ...]) -> tuple[Named | None, int]:
    """The last name of a type before a place, and the place; the name that brackets are about, and its end."""
    near = [name for name in scene.names if name.start < position and name.is_name and name.mention.type in types]
    name = max(near, key=lambda one: (one.end, -one.start), default=None)
    if name is None:
        return None, position
    outer = next((one for one in near if _OPEN.fullmatch(scene.fold, one.end, name.start)), None)
    return (name, position) if outer is None else (outer, outer.end)  # «الاسم» (شركة كذا التي طورت)


def _gap(scene: Scene, name: Named, position: int, *, indefinite: bool) -> int | None:
    """The end of a name with its adjectives, where only they, signs and its place stand before a relation."""
    if name.end > position:
        swallowed = _SWALLOWED.match(scene.fold, position) and position > name.start + 1
        return position - 1 if swallowed else None
    between = _BRACKETS.sub("", scene.fold[name.end : position])
    if re.search(r"[.:؛]|[،,].*[،,]", between) or len(between.split()) > _LONGEST_GAP:
        return None
    if indefinite and _IS.fullmatch(between):
        return name.end
    end = name.end
    inside = [match.span() for match in _BRACKETS.finditer(scene.fold, name.end, position)]
    for part in scene.tokens(name.end, position):
        if not part.fold[0].isalnum() or any(first < part.start < last for first, last in inside):
            continue
        at = part.start + (part.fold[0] == "ب")
        place = any(one.mention.type == "place" for one in scene.over(at))
        if place and (at > part.start or scene.before(part.start) == ["في"]):
            continue
        if place or not (scene.of_nation(part.start) or part.fold.startswith(("ال", "وال"))):
            return None
        end = part.end if not scene.fold[end : part.start].strip() else end
    return end


def _other(scene: Scene, name: Named) -> bool:
    """Whether a name stands in brackets, or right after another organisation's: whose is the relation?"""
    if scene.fold[name.start - 1 : name.start] == "(":
        return scene.before(name.start, 2)[0] not in _PREPOSITIONS  # a name in brackets for quotes: من (كذا)
    return any(
        one.mention.type == "organisation" and one.is_name and re.fullmatch(r"\s", scene.fold[one.end : name.start])
        for one in scene.names
        if one.end < name.start
    )


def _with_noun(scene: Scene, found: Filler) -> Filler:
    """A name with the noun that it is the complement of, where the two are one body: مركز الأمن, شركة الطيران."""
    ahead = scene.before(found.start)
    if not ahead or not scene.fold.startswith("ال", found.start) or scene.fold[found.start - 1] != " ":
        return found
    word = ahead[0][1:] if ahead[0][0] in "وبل" and ahead[0] not in words("bodies", "kind") else ahead[0]
    one = word in words("bodies", "kind") and word in words("bodies", "body")
    return Filler(found.start - 1 - len(word), found.end) if one else found


def _doubtful(scene: Scene, found: Filler, female: bool | None) -> bool:
    """Whether a relation may speak of another noun: it does not agree, or the name is that noun's complement."""
    text = scene.fold[found.start : found.end]
    first = base(text.split()[0].strip(QUOTES))
    if female is False and text.startswith("مجلس اداره "):
        return True  # مجلس إدارة المركز الذي: which of the two?
    alliance = female is None and first == "تحالف"  # قوات التحالف: the forces are its own
    units = female is not False and not alliance and _UNITS.search(scene.fold, scene.start, found.start)
    if text in _PLAIN or units or (female is True and first in words("bodies", "male")):
        return True
    if female is False and first.endswith("ه") and first in words("bodies", "body"):
        return True
    noun = _governing(scene, found.start)
    person = is_head(noun, "role") or noun in words("bodies", "people")
    if not noun or (person and female is not None) or (alliance and noun == "قوات"):
        return False  # عضو النقابة التابعة لـ
    return female is None or noun.endswith(_FEMALE) is female or (female and noun not in words("bodies", "male"))


def _governing(scene: Scene, start: int) -> str:
    """The noun right before a name, whose complement the name may be (نقابة أعوان كذا); '' for none."""
    ahead = scene.before(start)
    if not ahead or not ahead[0].isalpha() or scene.fold[start - 1] != " ":
        return ""
    kinds = words("bodies", "kind")
    word = ahead[0] if ahead[0] in kinds or len(ahead[0]) < _SHORT else ahead[0].lstrip("وف")
    known = any(word in words("cues", group) for group in ("stop", "speech", "that", "source"))
    if known or word.startswith("ال") or word in kinds or word.lstrip("بل") in kinds:
        return ""  # شركة كذا
    bare = word[1:] if word[0] in "بل" and not nominal(word) else word
    noun = nominal(bare) or (bare != word and bare.endswith("ي"))  # لموظفي كذا
    return bare if noun and bare not in words("bodies", "act") else ""


def _body(scene: Scene, position: int) -> Filler | None:
    """A body without a name of its own: its noun and the complement with the article (لجنة المسابقات)."""
    parts: list[Piece] = []
    for part in reversed(list(scene.tokens(max(scene.start, position - 80), position))):
        end = parts[-1].start if parts else position
        if scene.fold[part.end : end].strip(" ،" if not parts else " ") or any(
            one.is_name for one in scene.over(part.start)
        ):
            return None
        parts.append(part)
        word = part.fold
        cut = word[0] in "وفبل" and base(word) not in words("bodies", "body")
        if not word.startswith(("ال", "وال")) or (word.startswith("ال") and word[2:] in words("bodies", "body")):
            bare = base(word[1:] if cut else word)
            if any(base(one.fold) in words("bodies", "body") for one in parts[:-1]):
                return None  # إدارة الشركة التابعة لـ: which of the two?
            long = 1 < len(parts) <= _MOST_OF_BODY + 1
            return Filler(part.start + cut, parts[0].end) if long and bare in words("bodies", "body") else None
    return None


# ---------------------------------------------------------------- after


def _next_name(scene: Scene, position: int) -> Named | None:
    """The first name from a place on, of several there the longest."""
    near = [name for name in scene.names if name.start >= position and name.is_name]
    return min(near, key=lambda one: (one.start, -one.end), default=None)


def _nations(scene: Scene, start: int, end: int) -> set[str]:
    """The folded words of a stretch that name nations."""
    return {part.fold for part in scene.tokens(start, end) if scene.of_nation(part.start)}


def _with_body(scene: Scene, name: Named, *, local: bool) -> Filler:
    """An organisation with what tells it from others; another name as it is."""
    return name.filler if name.mention.type != "organisation" else whole_name(scene, name, local=local)


def _with_nation(scene: Scene, name: Named) -> Filler:
    """A place with the adjective that says its country (مدينة كذا الألمانية)."""
    part = next(scene.tokens(name.end), None)
    beside = part is not None and part.start == name.end + 1 and part.fold.startswith("ال")
    end = part.end if part is not None and beside and scene.of_nation(part.start) else name.end
    return Filler(name.start, end, name.mention.entity)


def _titled(scene: Scene, gap: list[str], name: Named, position: int) -> bool:
    """Whether the words before a person are titles of that person (الرئيس السابق، فلان), not of another."""
    titles = words("cues", "honorific") | words("bodies", "own")
    nations = _nations(scene, position, name.start)
    rest = [word for word in gap if word not in titles and word not in nations and not word.startswith("ال")]
    post = gap[:1] == rest and all(is_head(word, "role") and word not in words("cues", "kin") for word in rest)
    return len(gap) <= _TITLE and (not rest or post) and "الحكم" not in gap  # who heads a match, not a club


def _joined(scene: Scene, name: Named) -> bool:
    """Whether another person is named with this one (فلان وعلان)."""
    return any(one.is_person and _AND.fullmatch(scene.fold, name.end, one.start) for one in scene.names)


def _begins(scene: Scene, name: Named) -> bool:
    """Whether a name behind ل is cut where it begins: after ل another one is its article's, or its own (لجنة)."""
    return not scene.fold.startswith("ل", name.start) or bool(lost_article(scene, name.start))


def _cut(scene: Scene, name: Named) -> bool:
    """Whether the name of a body seems to go on (وزارة الشباب والرياضة), though the recogniser ended it."""
    part = next(scene.tokens(name.end), None)
    if part is None or not part.fold.startswith("وال") or name.mention.type != "organisation":
        return False
    return " " in scene.fold[name.start : name.end] and not any(one.start == part.start + 1 for one in scene.names)
