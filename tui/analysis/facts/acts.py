"""What a party does: it obtains, publishes, proposes; what a product can do; what somebody had to change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import words
from tui.analysis.facts.parties import party, sole
from tui.analysis.facts.scene import QUOTES, Filler, Finding, is_head
from tui.analysis.facts.verbs import read_all, told
from tui.analysis.facts.wording import modality, unreal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Named, Scene
    from tui.model import Modality

_ONE = re.compile("تا$")  # حصلتا, told of each
_FAR = 10  # tokens between who obtains and على
_STOP = re.compile(r"\s(?:يعتقد|يرجح|التي|الذي|الذين|حيث|وقد|كما|وهو|وهي|اذ|اثر|عقب|خلال|منذ|يوم|مساء|صباح)(?!\w)")
_ASIDE = re.compile(r"[\s،]*(?:من\s(?:جانب|جهت)(?:ه|ها|هم)|من\sجهه\s(?:اخري|ثانيه)|ايضا|كذلك)?[\s،]*")
_FOLLOW = frozenset(("اليوم", "امس", "بدوره", "قد", "فقط"))
_TO = re.compile(r"[\s،]*علي\s")
_ABOUT = re.compile(r"\s(?:حول|بشان|بخصوص|عن|ضد)\s")
_GIVES = re.compile(r"(?<!\w)[وف]?([يت]تيح|اتاحت?)\s")
_THING = re.compile(rf"[{QUOTES}]?(?:(?:برنامج|تطبيق|نظام|برمجيه|منصه|خدمه)\s)?[{QUOTES}]?")
_CHANGED = re.compile(
    r"(?<!\w)(?:(اضطر)(?:ت|ه|ها)?\s(?:\w+\s){0,3}?(?:ل|الي\s)|[وف]?)(تغيير|غير|غيرت|استبدل|استبدلت)\s"
    r"((?:رقم|عنوان|محل|اسم|كلمه)\s\w+(?:ه|ها))(?!\w)"
)


def find(scene: Scene) -> Iterator[Finding]:
    """The acts of a sentence whose doer is named."""
    yield from read_all(scene, "obtain", _obtained)
    yield from read_all(scene, "publish", _published)
    for match in told(scene, "propose"):
        yield from _proposed(scene, match)
    yield from _able(scene)
    yield from _changed(scene)


def _end(scene: Scene, start: int) -> int:
    """Where an object ends: with its clause, or before a relative clause, a time or a doubt."""
    end = scene.rest(start)
    cut = _STOP.search(scene.fold, start, end)
    end = end if cut is None else cut.start()
    last = list(scene.tokens(start, end))[-1:]
    return last[0].start - 1 if last and last[0].fold in ("علي", "في", "من", "الي", "عن") else end


def _obtained(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    who = party(scene, match.end())
    had = who is None
    if who is None:
        who = _had(scene, match)
    if who is None or _cut_short(scene, who):
        return
    after = match.end(2) if had else who.end
    to = re.compile(r"(?<!\w)علي\s").search(scene.fold, after, scene.end)
    if to is None or scene.count(after, to.start()) > _FAR or re.search(r"[.؛:!]", scene.fold[after : to.start()]):
        return
    end = _end(scene, to.end())
    if end <= to.end() or any(token.fold in words("cues", "speech") for token in scene.tokens(after, to.start())):
        return
    if re.compile(r"نسخه\sمن(?:ه|ها|هما)(?!\w)").match(scene.fold, to.end()):
        return  # تحصلت كذا على نسخة منه: whence the article has it
    if scene.fold.endswith(" و", to.end(), end):
        end -= 2
    content = Filler(to.end(), end)
    begin = min(match.start(), who.start)
    verb = Filler(
        match.start(2), match.end(2), text=_ONE.sub("ت", scene.surface(match.start(2), match.end(2))) + " على"
    )
    more = scene.named(who.end, match.start() if had else to.start())
    others = [name for name in more if _joined(scene, name)]
    for one in (who, *(name.filler for name in others)):
        yield Finding("obtain", "act.obtain", begin, end, verb, one, content, modality=modality(scene, match.start()))


def _had(scene: Scene, match: re.Match[str]) -> Filler | None:
    """وكانت فلانة وفلانة قد حصلتا: the doers stand between كان and قد."""
    opening = re.compile(r"[وف]?كانت?\s").match(scene.fold, scene.start, scene.end)
    if opening is None or not scene.fold[: match.start()].endswith(" قد "):
        return None
    who = party(scene, opening.end(), match.start())
    if who is None:
        return None
    between = scene.named(who.end, match.start())
    return (
        who
        if scene.count(who.end, match.start()) <= (9 if any(_joined(scene, one) for one in between) else 2)
        else None
    )


def _cut_short(scene: Scene, who: Filler) -> bool:
    """Whether a word that may belong to the name follows it: then it may be a namesake, or a player of such a club."""
    after = next(scene.tokens(who.end), None)
    if after is None or not after.fold[0].isalpha():
        return False
    bound = after.fold in words("cues", "stop") or scene.dated(after.start) is not None
    return not (
        bound or after.fold.startswith(("بال", "بم", "ل", "و")) or after.fold.endswith("ا") or after.fold in _FOLLOW
    )


def _joined(scene: Scene, name: Named) -> bool:
    """A second doer, joined by و (ومنظمة كذا)."""
    return (
        name.is_name
        and name.mention.type in ("organisation", "person")
        and re.search(rf"(?:^|\s)و[{QUOTES}]?$", scene.fold[scene.start : name.start]) is not None
    )


def _published(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    who, start = party(scene, match.end()), match.end()
    if who is not None:
        start = who.end
    elif scene.is_title:  # the subject before its verb
        who = party(scene, scene.start, match.start())
        if who is None or scene.count(who.end, match.start()) > 0:
            return
    if who is None:
        return
    token = next(iter(scene.tokens(scene.past_dates(scene.balanced(start, start)))), None)
    if token is None or token.fold not in words("cues", "document"):
        return
    end = token.end
    for word in scene.tokens(token.end):
        if not (word.fold.endswith(("يا", "ا")) and len(word.fold) > 3 and word.fold not in words("cues", "stop")):
            break
        end = word.end
    if _ABOUT.match(scene.fold, end, scene.end):
        end = _end(scene, end + 1)
    verb = Filler(match.start(2), match.end(2))
    yield Finding(
        "publication", "act.publish", min(match.start(2), who.start), end, verb, who, Filler(token.start, end)
    )


def _proposed(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    who = party(scene, match.end())
    if (
        who is None
        or who.entity.startswith(("event:", "product:"))
        or not (who.entity or is_head(next(scene.tokens(who.start)).fold, "role"))
    ):
        return  # حكومة مصلحة: what is proposed
    to = _TO.match(scene.fold, who.end, scene.end)
    whom = None if to is None else party(scene, to.end()) or _side(scene, to.end())
    if to is not None and whom is None:
        return
    start = who.end if whom is None else whom.end
    aside = _ASIDE.match(scene.fold, start, scene.end)
    start = start if aside is None else aside.end()
    verb = Filler(match.start(2), match.end(2))
    text = scene.surface(verb.start, verb.end)
    if whom is not None:
        text += f" على {scene.surface(whom.start, whom.end)}"
    that = re.compile(r"(?:ان|بان)\s").match(scene.fold, start, scene.end)
    if that is not None:
        text, start = text + " أن", that.end()
    end = scene.rest(start)
    first = scene.page.at(scene.page.piece_from(start))
    named = first in words("cues", "stop") or first.startswith("لل") or is_head(first, "role")
    if scene.count(start, end) >= 2 and first[:1].isalpha() and not named:
        content = Filler(start, end)
        yield Finding(
            "proposal", "act.propose", match.start(2), end, Filler(verb.start, verb.end, text=text), who, content
        )


def _side(scene: Scene, start: int) -> Filler | None:
    """الجانب الفرنسي, نظيره."""
    found = re.compile(r"(?:الجانب|الطرف)\s\w+|نظير\w+(?:\sال\w+)?").match(scene.fold, start, scene.end)
    return None if found is None else Filler(found.start(), found.end())


def _able(scene: Scene) -> Iterator[Finding]:
    """يتيح برنامج كذا قراءة الرسائل: a product named right after the verb."""
    for match in _GIVES.finditer(scene.fold, scene.start, scene.end):
        head = _THING.match(scene.fold, match.end(), scene.end)
        at = match.end() if head is None else head.end()
        name = next((one for one in scene.names if one.start == at and one.is_name), None)
        if name is None or name.mention.type != "product" or unreal(scene, match.start(), 3):
            continue
        start = name.end
        for token in scene.tokens(name.end):
            if token.fold not in QUOTES and not scene.of_nation(token.start):
                start = token.start
                break
        end = scene.rest(start)
        if scene.count(start, end) >= 2 and scene.fold[start].isalpha():
            verb, subject = Filler(match.start(1), match.end(1)), name.filler
            grade = modality(scene, match.start())
            yield Finding(
                "capability", "act.able", match.start(1), end, verb, subject, Filler(start, end), modality=grade
            )


def _changed(scene: Scene) -> Iterator[Finding]:
    """غيّر رقم هاتفه: something of one's own, told of the one person of the sentence."""
    for match in _CHANGED.finditer(scene.fold, scene.start, scene.end):
        if match.group(2) == "تغيير" and match.group(1) is None:
            continue
        who = sole(scene, match.start()) or party(scene, match.end())
        if who is None or not who.entity or unreal(scene, match.start(), 3):
            continue
        text = "اضطر إلى تغيير" if match.group(1) else scene.surface(match.start(2), match.end(2))
        verb, own = Filler(match.start(), match.end(2), text=text), Filler(match.start(3), match.end(3))
        begin = min(who.start, match.start())
        yield Finding("event", "act.change", begin, match.end(), verb, who, own, modality=_grade(scene, match.start()))


def _grade(scene: Scene, start: int) -> Modality:
    """How sure it is: after وأنه, what the whole sentence says of its source."""
    before = [token.fold.lstrip("و") for token in scene.tokens(scene.start, start)]
    grade = modality(scene, start)
    reported = words("cues", "reported").intersection(before)
    if grade == "asserted" and reported and before[-1:] and before[-1] in words("cues", "that"):
        return "reported"
    return grade
