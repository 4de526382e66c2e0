"""What an organisation is to a place, a product, a person or another organisation, with Wikidata's property for it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts import country, ends
from tui.analysis.facts.lexicon import rows
from tui.analysis.facts.local import placed
from tui.analysis.facts.scene import QUOTES, Filler, Finding
from tui.arabic.normalise import fold
from tui.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Scene

_SEAT = re.compile(
    r"(?<!\w)(?:(?:ال)?(?:كائن|كاين|واقع)ه?\s|و)?(?:ي(?:قع|وجد)\s)?مقر(?:ه|ها|هم)(?:\sالرييسي)?\s(?:في\s)?"
    r"|(?<!\w)(?:التي|الذي)\s[يت]تخذ\sمن\s"
)
_SEATED = frozenset(("مقره", "مقرها", "مقرهم", "مقرهما", "يتخذ", "تتخذ"))
_MADE = re.compile(r"(?:ال)?مطور(?:ه)?\sل|(?:التي|الذي)\s(?:صممت?|طورت?|انتجت?|ابتكرت?)\s")
_AMONG = re.compile(
    r"\sمن\s(?:بين\s)?(?:(?:ابرز|اهم|اكبر|اشهر|اول)\s)?((?:عملاء|زبائن|زباين|حرفاء|شركاء|اعضاء|ممولي|داعمي|موسسي)\s)"
)
_ALLIED = re.compile(r"(?<!\w)(?:ال)?(?:تحالف|قوات|قوه|حلف|بعثه|ائتلاف|ايتلاف|جبهه)(?!\w)")
_LONG = 7
_NOUNS = {"صمم": "تصميم", "انتج": "إنتاج", "ابتكر": "ابتكار"}
_AS_SEAT = re.compile(rf"[{QUOTES}]?\sمقرا(?:\sله[ام]?)?(?!\w)")


@frozen
class _Relation:
    """A row of `relations.tsv`."""

    rule: str
    property: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@cache
def _relations() -> dict[str, _Relation]:
    """The relations by their folded forms."""
    return {
        fold(form): _Relation(rule, code, tuple(before.split()), tuple(after.split()))
        for form, rule, code, before, after in rows("relations")
    }


@cache
def _forms() -> re.Pattern[str]:
    """All forms; the longest wins where one begins another."""
    known = sorted(_relations(), key=len, reverse=True)
    ends_of = (re.escape(form) if form.endswith((" ل", " ب")) else re.escape(form) + r"(?=\s)" for form in known)
    return re.compile(rf"(?<!\w)و?({'|'.join(ends_of)})")


@cache
def _openers() -> frozenset[str]:
    """The first words of all forms: a sentence without any is not searched."""
    return frozenset(form.split()[0] for form in _relations())


def find(scene: Scene) -> Iterator[Finding]:
    """The organisation facts of a sentence."""
    if not any(name.mention.type == "organisation" for name in scene.names):
        return
    for match in _SEAT.finditer(scene.fold, scene.start, scene.end) if scene.forms & _SEATED else ():
        seat = ends.after(scene, match.end(), ("place",))
        if seat is not None and scene.before(match.start()) not in (["في"], ["يكون"], ["الي"], ["امام"], ["من"]):
            own = "مقره" if re.search(r"مقره(?!ا)|الذي", match.group()) else "مقرها"
            owner = ends.before(scene, match.start(), ("organisation",), own != "مقره")
            if owner is not None:
                yield _fact(scene, match, ("org.seat", "P159"), owner, seat, wording=own)
    for match in _MADE.finditer(scene.fold, scene.start, scene.end):
        most = 1 if "مطور" in match.group() else _LONG
        maker = ends.nearest(scene, match.start(), ("organisation",), most)
        product = ends.product(scene, match.end())
        if maker is not None and product is not None:
            making = _making(match.group())
            yield _fact(scene, match, ("org.developer", "P178"), product.filler, maker.filler, wording=making)
    for match in _forms().finditer(scene.fold, scene.start, scene.end) if scene.forms & _openers() else ():
        yield from _told(scene, match)
    yield from _members(scene)
    yield from country.find(scene)


def _told(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    """What a form of the table tells: التابعة لـ, الذي يتزعمه."""
    form = match.group(1)
    relation = _relations()[form]
    female = True if re.search(r"ه\s|^التي|تان|تين", form) else None if form[:5] == "العضو" or form[0] == "ب" else False
    whole = ends.after(scene, match.end(), relation.after)
    if whole is None or (form[0] == "ب" and ends.passing(scene, match.start())):
        return
    if re.match(r"التابع(?:ت?ان|ت?ين) ", form):
        parts = ends.both(scene, match.start(), relation.before)
    else:
        part = ends.before(scene, match.start(), relation.before, female, indefinite=form.startswith(("تابع", "مملوك")))
        parts = () if part is None else (part,)
    for part in parts:
        if whole.entity.startswith("place:") and "org.head" in relation.rule and not _ALLIED.search(_text(scene, part)):
            continue  # a land leads an alliance; a club, only one that bears its name
        if "org.head" in relation.rule and form[0] == "ب" and scene.fold[part.start - 1 : part.start] == "ل":
            continue  # الإطار الفني للنادي بقيادة فلان: who of the two is led?
        code = "P127" if part.entity.startswith("product:") and relation.property == "P361" else relation.property
        yield _fact(scene, match, (relation.rule, code), part, placed(scene, part, whole))


def _text(scene: Scene, filler: Filler) -> str:
    return scene.fold[filler.start : filler.end]


def _members(scene: Scene) -> Iterator[Finding]:
    """تعتبر كذا وكذا من أبرز عملاء شركة كذا: each that the list before it names."""
    for match in _AMONG.finditer(scene.fold, scene.start, scene.end):
        whole = ends.after(scene, match.end(), ("organisation",))
        opening = re.search(r"(?<!\w)[وف]?[يت](?:عتبر|عد)\s", scene.fold[scene.start : match.start()])
        if whole is None or opening is None:
            continue
        start = scene.start + opening.start()
        listed = [name for name in scene.named(start, match.start()) if name.is_name]
        relation = Filler(match.start() + 1, match.end() - 1)
        proper = "P463" if match.group(1).startswith("اعضاء") else ""
        for name in listed:
            yield Finding("org_fact", "org.among", start, whole.end, relation, name.filler, whole, property=proper)


def _making(words_of: str) -> str:
    """The making as a noun, which reads between the product and its maker: بيغاسوس من تطوير فلان."""
    return "من " + next((noun for root, noun in _NOUNS.items() if root in words_of), "تطوير")


def _fact(
    scene: Scene, match: re.Match[str], rule: tuple[str, str], subject: Filler, thing: Filler, *, wording: str = ""
) -> Finding:
    start, end = min(subject.start, thing.start), max(subject.end, thing.end)
    seat = _AS_SEAT.match(scene.fold, end, scene.end) if "تخذ" in match.group() else None
    end = end if seat is None else seat.end()
    last = match.end()
    while last > match.start() + 1 and (scene.fold[last - 1].isspace() or scene.fold[last - 2].isspace()):
        last -= 1  # without the preposition of what follows
    joint = f" {match.group()[-1]}ـ" if re.search(r"\s[بل]$", match.group()) else ""
    first = match.start() + (scene.fold[match.start()] == "و")
    relation = Filler(first, last, text=wording or scene.surface(first, last) + joint)
    return Finding("org_fact", rule[0], start, end, relation, subject, thing, property=rule[1])
