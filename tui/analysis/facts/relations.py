"""What an organisation is to a place, a product or another organisation, with Wikidata's property for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import words
from tui.analysis.facts.scene import QUOTES, Filler, Finding, is_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Named, Scene

_GAP = rf"[\s،(){QUOTES}]*"
_SEAT = re.compile(r"(?:[و]?(?:يقع\s)?مقر(?:ه|ها|هم)(?:\sالرييسي)?(?:\sفي)?|(?:التي|الذي)\s[يت]تخذ\sمن)\s")
_MADE = re.compile(r"(?:ال)?مطور(?:ه)?\sل|(?:التي|الذي)\s(?:صممت?|طورت?|انتجت?|ابتكرت?)\s")
_PART = re.compile(r"(?:ال)?تابع(?:ه)?\sل")
_OWNED = re.compile(r"(?:ال)?مملوك(?:ه)?\sل|الخاص(?:ه)?\sب")
_AMONG = re.compile(
    r"\sمن\s(?:بين\s)?(?:(?:ابرز|اهم|اكبر|اشهر|اول)\s)?((?:عملاء|زبائن|زباين|حرفاء|شركاء|اعضاء|ممولي|داعمي|موسسي)\s)"
)
_HEAD = re.compile(rf"(?:ال)?(?:\w+\s)?[{QUOTES}]?$")
_LONG = 7
_UNITS = re.compile(
    r"(?<!\w)[وبلف]?(?:وحدات|مصالح|اعوان|عناصر|دوريات|دوريه|قوات)\s$"
)  # they are the part, not the body
_PLAIN = frozenset(("الهياكل", "الوحدات", "المصالح", "الفرق"))  # which of them?
_NOUNS = {"صمم": "تصميم", "انتج": "إنتاج", "ابتكر": "ابتكار"}
_AS_SEAT = re.compile(rf"[{QUOTES}]?\sمقرا(?:\sله[ام]?)?(?!\w)")


def find(scene: Scene) -> Iterator[Finding]:
    """The organisation facts of a sentence."""
    if not any(name.mention.type == "organisation" for name in scene.names):
        return
    for match in _SEAT.finditer(scene.fold, scene.start, scene.end):
        owner = _left(scene, match.start(), ("organisation",), 1)
        seat = _right(scene, match.end(), ("place",), 1)
        if owner is not None and seat is not None:
            own = "مقره" if re.search(r"مقره(?!ا)|يتخذ", match.group()) else "مقرها"
            yield _fact(scene, match, ("org.seat", "P159"), owner, seat, wording=own)
    for match in _MADE.finditer(scene.fold, scene.start, scene.end):
        maker = _left(scene, match.start(), ("organisation",), 1 if "مطور" in match.group() else _LONG)
        product = _right(scene, match.end(), ("product",), 2)
        if maker is not None and product is not None:
            yield _fact(scene, match, ("org.developer", "P178"), product, maker, wording=_making(match.group()))
    for match in _PART.finditer(scene.fold, scene.start, scene.end):
        part = _left(scene, match.start(), ("organisation", "product"), 1)
        whole = _right(scene, match.end(), ("organisation",), 2)
        plain = part is not None and (
            scene.fold[part.start : part.end] in _PLAIN or _UNITS.search(scene.fold, scene.start, part.start)
        )
        if part is not None and whole is not None and not plain and not _nested(scene, part):
            relation = "P127" if part.mention.type == "product" else "P361"
            yield _fact(scene, match, ("org.part", relation), part, whole)
    for match in _OWNED.finditer(scene.fold, scene.start, scene.end):
        owned = _left(scene, match.start(), ("product", "organisation"), 1)
        owner = _right(scene, match.end(), ("organisation",), 2)
        if owned is not None and owner is not None:
            yield _fact(scene, match, ("org.owner", "P127"), owned, owner)
    yield from _members(scene)


def _members(scene: Scene) -> Iterator[Finding]:
    """تعتبر كذا وكذا من أبرز عملاء شركة كذا: each that the list before it names."""
    for match in _AMONG.finditer(scene.fold, scene.start, scene.end):
        whole = _right(scene, match.end(), ("organisation",), 2)
        opening = re.search(r"(?<!\w)[وف]?[يت](?:عتبر|عد)\s", scene.fold[scene.start : match.start()])
        if whole is None or opening is None:
            continue
        start = scene.start + opening.start()
        listed = [name for name in scene.named(start, match.start()) if name.is_name]
        relation = Filler(match.start() + 1, match.end() - 1)
        proper = "P463" if match.group(1).startswith("اعضاء") else ""
        for name in listed:
            yield Finding(
                "org_fact", "org.among", start, whole.end, relation, name.filler, whole.filler, property=proper
            )


def _making(words_of: str) -> str:
    """The making as a noun, which reads between the product and its maker: بيغاسوس من تطوير فلان."""
    return "من " + next((noun for root, noun in _NOUNS.items() if root in words_of), "تطوير")


def _fact(
    scene: Scene, match: re.Match[str], rule: tuple[str, str], subject: Named, thing: Named, *, wording: str = ""
) -> Finding:
    start, end = min(subject.start, thing.start), max(subject.end, thing.end)
    seat = _AS_SEAT.match(scene.fold, end, scene.end) if "تخذ" in match.group() else None
    end = end if seat is None else seat.end()
    last = match.end()
    while last > match.start() + 1 and (scene.fold[last - 1].isspace() or scene.fold[last - 2].isspace()):
        last -= 1  # without the preposition of what follows
    joint = f" {match.group()[-1]}ـ" if re.search(r"\s[بل]$", match.group()) else ""
    relation = Filler(match.start(), last, text=wording or scene.surface(match.start(), last) + joint)
    return Finding("org_fact", rule[0], start, end, relation, subject.filler, thing.filler, property=rule[1])


def _left(scene: Scene, position: int, types: tuple[str, ...], most: int) -> Named | None:
    """The nearest name of a type that ends before a place, with only adjectives and signs between."""
    near = [name for name in scene.names if name.end <= position and name.is_name and name.mention.type in types]
    name = max(near, key=lambda one: (one.end, -one.start), default=None)
    if name is None or re.search(r"[.:؛]|[،,].*[،,]", scene.fold[name.end : position]):
        return None
    outer = next((one for one in near if re.fullmatch(rf"[{QUOTES}]?\s\(", scene.fold[one.end : name.start])), None)
    if outer is not None:
        name, position = outer, outer.end  # «الاسم» (شركة كذا التي طورت): what the brackets describe
    between = [token for token in scene.tokens(name.end, position) if token.fold[0].isalnum()]
    other = [one for one in scene.named(name.end, position) if one.is_name and one.mention.type != "place"]
    nations = sum(1 for one in scene.named(name.end, position) if one.mention.type == "nationality")
    return None if other or len(between) - nations > most else name


def _nested(scene: Scene, name: Named) -> bool:
    """Whether a bare noun before a name makes it that noun's complement (نقابة أعوان وزارة التربية التابعة لـ)."""
    before = scene.before(name.start)
    if not before or scene.fold[name.start - 1 : name.start] != " " or not before[0].isalpha():
        return False
    known = any(before[0].lstrip("وف") in words("cues", group) for group in ("stop", "speech", "that"))
    return not (known or before[0].startswith(("ال", "وال", "بال", "لل")) or is_head(before[0], "org"))


def _right(scene: Scene, position: int, types: tuple[str, ...], most: int) -> Named | None:
    """The name of a type right after a place: quotes, the article and a head (برنامج, شركة) may stand before it."""
    near = [name for name in scene.names if name.start >= position and name.is_name]
    name = min(near, key=lambda one: (one.start, -one.end), default=None)
    if name is None or name.mention.type not in types:
        return None
    gap = scene.fold[position : name.start]
    return (
        name
        if re.fullmatch(rf"{_GAP}(?:\w+{_GAP}){{0,{most}}}", gap) and scene.count(position, name.start) <= most + 2
        else None
    )
