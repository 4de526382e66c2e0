"""What a party wants, refuses or agrees to: demands, refusals and agreements, each with the party named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal
from tui.analysis.facts.lexicon import words
from tui.analysis.facts.parties import party
from tui.analysis.facts.scene import QUOTES, Filler, Finding, is_head
from tui.analysis.facts.speakers import MASCULINE, goes_on, kept, principal, without_asked
from tui.analysis.facts.verbs import read_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Scene

_FAR = 9  # tokens between who asks and what is asked for: whom it is asked of
_ASKING = re.compile(
    r"(?<!\w)(?:و\s?)?(?:(داعيا|داعيه)\s(?:(?!الي\s)[^\s.،؛:]+\s){0,8}?الي\s|(مطالبا|مطالبه)\s(?:[^\s.،؛:]+\s){0,6}?ب(?=ال|ضروره|فتح|توفير|تفعيل|اتخاذ|تطبيق))"
)
_FOR_FIRST = re.compile(r"[\s،]*لل\w{3,}")
_ASKED = re.compile(r"ال(?!امين|معين)\w{3,}ين")  # المواطنين: no subject has that ending
_REJECTION = re.compile(r"(?<!\w)رفض(ه|ها)\s(?:(?:ال(?:قاطع|تام|شديد|كامل|مطلق)|بشده|رفضا\sقاطعا)\s)?")
_AVOWS = re.compile(r"(?:كما\s|وقد\s)?[وف]?\s?(?:اكد|اكدت|عبر|عبرت|اعرب|اعربت|اعلن|اعلنت|جدد|جددت|ابدي|ابدت)\s")
_QUOTED = 40  # tokens of a quotation that is wanted as a whole
_NEAR = 24  # tokens between who declares and his refusal
_PACT = re.compile(
    r"(?:ال)?(?:اتفاق|اتفاقيه|اتفاقيات|اتفاقا|اتفاقيتين|مذكره|مذكرتي|عقد|عقدا|معاهده|بروتوكول|وثيقه|بيان)(?!\w)"
)


def find(scene: Scene) -> Iterator[Finding]:
    """The demands, refusals and agreements of a sentence."""
    for group, rule in (("demand", _demand), ("refuse", _refusal), ("sign", _signed), ("agree", _agreed)):
        yield from read_all(scene, group, rule, reach=2, had=False)
    yield from _asking(scene)
    if "رفضه" in scene.fold:
        yield from _rejections(scene)


def _who(scene: Scene, match: re.Match[str]) -> tuple[Filler, int] | None:
    """The party of a verb, behind it or, as titles have it, right before it; and where its object may begin."""
    if not _opens(scene, match):
        who = party(scene, scene.start, match.start())
        if who is None or scene.count(who.end, match.start()) > 0:
            return None
        verbs = words("cues", "denial") | words("cues", "speech")
        told = any(token.fold in verbs for token in scene.tokens(who.start, who.end))
        return None if told else (who, match.end())
    who = party(scene, scene.past_dates(match.end()))
    if who is None:
        return None
    who = _own(scene, who)
    if match.group(2) in words("cues", "demand") and _addressee(scene, match, who):
        return None
    return (who, who.end) if _agrees(scene, match.group(2), who) and not _asked(scene, match, who) else None


def _carried(scene: Scene, match: re.Match[str]) -> tuple[Filler, int] | None:
    """ودعا إلى كذا, وطالب السلطات بكذا, ودعا المواطنين إلى كذا: of the speaker before, since no subject can follow."""
    who = kept(scene, match.start(), match.group(2))
    rest = (one for one in scene.tokens(match.end()) if one.fold not in ("ايضا", "كذلك"))
    token = next(rest, None)
    if who is None or token is None or scene.over(token.start + 1):
        return None
    direct = (
        _FOR_FIRST.match(scene.fold, token.start) is not None
        or token.fold in ("الي", "علي")
        or token.fold.startswith(("بال", "بضروره", "بفتح", "للت", "للم", "للا"))
    )
    people = _ASKED.fullmatch(token.fold) is not None
    body = not match.group(2).endswith("ت") and is_head(token.fold, "org") and token.fold.endswith(("ه", "ات"))
    return (who, match.end()) if direct or people or body else None


def _opens(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a verb begins its clause, so that its subject follows."""
    before = scene.before(match.start())
    known = words("cues", "stop") | words("cues", "that")
    apposed = before == ["،"] and any(
        one.is_person and scene.fold[one.end : match.start()].strip() == "،" for one in scene.names
    )  # أن رئيس كذا فلان، دعا: his verb
    opens = bool(match.group(1)) or not before or not before[0][0].isalpha() or before[0] in known
    return opens and not apposed


def _own(scene: Scene, who: Filler) -> Filler:
    """A party without the one that it speaks to, which may stand right behind it (دعت المنظمة وزيرة الصحة إلى)."""
    alone = without_asked(scene, who)
    if alone is not None:
        return alone
    own = [name for name in scene.named(who.start, who.end) if name.is_name and name.mention.entity == who.entity]
    if own:
        after = next(scene.tokens(own[0].end), None)
        whole = after is not None and after.fold.startswith("لل") and after.end <= who.end  # الهيئة الوطنية للمحامين
        return Filler(who.start, scene.balanced(who.start, after.end if whole and after else own[0].end), who.entity)
    first, *rest = scene.tokens(who.start, who.end)
    if len(rest) > 1 and not who.entity and is_head(first.fold, "role") and _ASKED.fullmatch(rest[-1].fold):
        return Filler(who.start, rest[-2].end)  # دعا وزير الدفاع المواطنين إلى كذا
    other = bool(rest) and not who.entity and first.fold.startswith("ال") and not rest[0].fold.endswith(("ي", "يه"))
    return Filler(who.start, first.end) if other and rest[0].fold.startswith("ال") else who


def _addressee(scene: Scene, match: re.Match[str], who: Filler) -> bool:
    """Whether who stands behind a verb of demand is asked by the subject of another clause (عاين كذا وحث الأعوان على).

    So is a name cut off (دعا رئيس), which says nothing of whom.
    """
    first, *rest = scene.tokens(who.start, who.end)
    if not rest and is_head(first.fold, "role") and not first.fold.startswith("ال") and not who.text:
        return True
    if match.group(2).endswith("وا"):
        return True  # طالبوا السلطات بكذا
    if who.entity.startswith("person:"):
        return False
    going_on = bool(match.group(1)) or scene.before(match.start()) == ["كما"]
    inner = match.start() > scene.start and scene.fold[scene.start : match.start()].strip(" كما" + QUOTES) != ""
    office = is_head(first.fold, "role")
    after = next(scene.tokens(who.end), None)
    alone = after is not None and (after.fold in ("الي", "علي") or after.fold[0] == "ب" or after.fold[0] == "و")
    if first.fold in words("cues", "addressed"):
        return (going_on and alone) or not first.fold.startswith("ال")
    return going_on and inner and not office and alone


def _agrees(scene: Scene, verb: str, who: Filler) -> bool:
    """Whether a verb can have a party as its subject: يدعو وزارة كذا asks it of the ministry."""
    she = verb.endswith("ت") or verb.startswith("ت")
    word = next(scene.tokens(who.start)).fold
    if any(name.start == who.start and name.is_person for name in scene.names):
        return True
    if who.entity.startswith("place:"):
        return she or word in MASCULINE
    feminine = word.endswith(("ه", "ات"))
    return she == feminine or (she and bool(who.entity))


def _asked(scene: Scene, match: re.Match[str], who: Filler) -> bool:
    """Whether a body behind a verb may be asked by the speaker of the sentence before (ودعت السلطات إلى كذا)."""
    last = scene.speaker
    before = scene.before(match.start())
    going_on = (
        (match.group(1) or before == ["كما"])
        and last.argument is not None
        and last.age <= 1
        and last.feminine == match.group(2).endswith("ت")
        and last.argument.entity != who.entity
    )
    if not going_on or who.entity.startswith("person:"):
        return False
    after = next(scene.tokens(who.end), None)
    return after is None or not (after.fold.startswith("ال") or nominal(after.fold)) or after.fold == "الي"


def _verb(match: re.Match[str], scene: Scene, joint: str = "") -> Filler:
    start, end = match.span(2)
    text = scene.surface(start, end)
    return Filler(start, end, text=f"{text} {joint}" if joint else text)


def _demand(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    """طالب فلان فلانا بكذا, دعا فلان إلى كذا: what stands after ب, إلى or على."""
    found = _who(scene, match) or _carried(scene, match)
    if found is None:
        return
    who, position = found
    asks, urges = "طالب" in match.group(2), match.group(2).startswith("حث")
    for count, token in enumerate(scene.tokens(position)):
        word = token.fold
        if count > _FAR + 6 or word in ".؛:" or word in words("cues", "speech"):
            return
        if word in ("من", "التي", "الذي", "الذين"):
            return
        to = (word == "الي" and not asks and not urges) or (word == "علي" and urges)
        if to or (_with_b(scene, token) if asks else (count or who.start < 0) and _for(scene, token)):
            start, joint = (token.end + 1, scene.surface(token.start, token.end)) if to else (token.start, "")
            start, end = _wanted(scene, start)
            if scene.count(start, end) >= 2 and not scene.fold.startswith("مقر", start):
                verb, begin = _verb(match, scene, joint), min(match.start(2), who.start)
                rule, begin = ("stance.demand", begin) if who.start >= 0 else ("stance.carried", match.start(2))
                yield Finding("demand", rule, begin, end, verb, who, Filler(start, end))
            return
        if word in words("cues", "that"):
            return


def _asking(scene: Scene) -> Iterator[Finding]:
    """حذر فلان من كذا، داعيا إلى كذا: asked by whom the sentence begins with."""
    opening = None
    for match in _ASKING.finditer(scene.fold, scene.start, scene.end):
        opening = opening or principal(scene)
        feminine = match.group().split()[0].endswith("ه")
        if opening is None or not goes_on(scene, opening, match.start(), feminine=feminine):
            continue
        start, end = _wanted(scene, match.end())
        if scene.count(start, end) < 2:
            continue
        urges = match.group(1) is not None
        plain = ("دعا" if not feminine else "دعت") if urges else ("طالب" if not feminine else "طالبت")
        joint = " إلى" if urges else " بـ"
        verb = Filler(match.start(1 if urges else 2), match.end(1 if urges else 2), text=plain + joint)
        yield Finding("demand", "stance.asking", match.start(), end, verb, opening[0], Filler(start, end))


def _wanted(scene: Scene, start: int) -> tuple[int, int]:
    """What is wanted: to the closing quote where it is but a quotation, else to the end of the clause."""
    if scene.fold[start] not in QUOTES:
        end = scene.rest(start)
        called = (one.end for one in scene.names if one.is_person and scene.fold[end : one.start].strip() == "،")
        return start, next(called, end)  # بطرد النائبة، فلانة
    closing = re.compile(rf"[^{QUOTES}]+[{QUOTES}]").match(scene.fold, start + 1, scene.end)
    if closing is not None and scene.count(start, closing.end()) <= _QUOTED:
        return start, closing.end()
    start += 1 + (scene.fold[start + 1 : start + 2] == " ")
    return start, scene.rest(start)


def _for(scene: Scene, token: Piece) -> bool:
    """Whether a word is لـ with what is asked for (للاصطفاف), not a part of a name."""
    before = scene.before(token.start)[-1]
    if before.lstrip("وف") in words("cues", "demand"):
        return token.fold.startswith("لل")
    if before.endswith("ا") and before not in words("cues", "stop"):
        return False  # نظرا للكثافة
    if is_head(token.fold[2:], "org") or is_head(token.fold[2:], "role") or token.fold[2:] in words("cues", "for_no"):
        return False  # عضو المكتب السياسي للحزب, كلمته للقمة
    return token.fold.startswith("لل") and nominal(token.fold[2:]) and not scene.over(token.start)


def _with_b(scene: Scene, token: Piece) -> bool:
    """Whether a word is ب and what is asked for (بالتدخل, بفتح تحقيق, بأن), not a place or a time."""
    word = token.fold
    if word in ("ب", "بان"):
        return True
    if (
        scene.before(token.start)[-1] in QUOTES
        or word[0] != "ب"
        or len(word) < 3
        or word in words("cues", "loose")
        or nominal(word)
    ):
        return False
    named = any(name.start == token.start + 1 for name in scene.names)
    return not named and (word.startswith("بال") or nominal(word[1:]) or len(word) > 4)


def _refusal(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    """رفض فلان كذا: a definite noun, a noun of action or أن right behind the party."""
    found = _who(scene, match)
    if found is None or found[1] < match.end():
        return
    who, position = found
    firm = words("cues", "firmly")
    rest = (one for one in scene.tokens(scene.past_dates(position)) if one.fold not in QUOTES)
    token = next((one for one in rest if one.fold not in firm and one.fold.lstrip("و") not in firm), None)
    if token is None or token.fold in ("التعليق", "الادلاء", "الكشف", "الحديث", "الرد") or not token.fold[0].isalpha():
        return
    if is_head(token.fold, "role") and not token.fold.startswith("ال"):
        return  # رفض فلان رئيس كذا الغناء: still of him
    stop = words("cues", "stop") - {"ان", "اي"}
    if token.fold in stop or not (token.fold in ("ان", "اي") or token.fold.startswith("ال") or nominal(token.fold)):
        return
    end = scene.rest(token.start)
    if scene.count(token.start, end) >= 2:
        start = min(match.start(2), who.start)
        yield Finding("refusal", "stance.refusal", start, end, _verb(match, scene), who, Filler(token.start, end))


def _half(scene: Scene, who: Filler) -> bool:
    """Whether a party is an office alone, cut off before whose it is (النائب | عن كذا فلان)."""
    bare = not who.entity and who.start >= 0 and scene.count(who.start, who.end) == 1
    return bare and is_head(next(scene.tokens(who.start)).fold, "role") and scene.fold.startswith(" عن ", who.end)


def _rejections(scene: Scene) -> Iterator[Finding]:
    """أكد فلان رفضه لكذا, وعبرت عن رفضها كذا: of whom the sentence begins with, or of the speaker before."""
    for match in _REJECTION.finditer(scene.fold, scene.start, scene.end):
        avowal = _AVOWS.match(scene.fold, scene.start, match.start())
        if avowal is None or scene.count(avowal.end(), match.start()) > _NEAR:
            continue
        opening, form = principal(scene), avowal.group().split()[-1]
        feminine = match.group(1) == "ها"
        if opening is not None:
            who = opening[0] if goes_on(scene, opening, match.start(), feminine=feminine) else None
        else:
            directly = scene.fold[avowal.end() : match.start()] in ("", "عن ") and form.endswith("ت") == feminine
            who = kept(scene, avowal.end() - len(form) - 1, form) if directly else None
        token = next(scene.tokens(match.end()), None)
        between = {token.fold for token in scene.tokens(avowal.end(), match.start())}
        if who is None or token is None or between & words("cues", "that") or _half(scene, who):
            continue
        glued = token.fold.startswith("ل") and (token.fold.startswith("لل") or nominal(token.fold[1:]))
        start = token.start + glued
        end = scene.rest(start)
        if scene.count(token.start, end) >= 2 and token.fold not in words("cues", "stop"):
            verb = Filler(match.start(), match.end() - 1, text="رفضت" if feminine else "رفض")
            yield Finding("refusal", "stance.rejects", scene.start, end, verb, who, Filler(start, end))


def _signed(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    """وقع فلان وفلان اتفاقية كذا: with the document."""
    found = _who(scene, match)
    if found is None:
        return
    who, position = found
    pact = _PACT.search(scene.fold, position, scene.end)
    if pact is not None and any(
        token.fold.endswith("ا") and nominal(token.fold) for token in scene.tokens(position, pact.start())
    ):
        return  # وقع فلان خطابا بموجب المعاهدة
    if (
        pact is None
        or scene.count(position, pact.start()) > _FAR + 7
        or re.search(r"[.؛:]|\s(?:ان|التي|الذي)\s", scene.fold[position : pact.start()])
    ):
        return
    end = scene.rest(pact.start())
    joint = "على" if scene.fold[: pact.start()].endswith("علي ") else ""
    start = min(match.start(2), who.start)
    yield Finding("agreement", "stance.signed", start, end, _verb(match, scene, joint), who, Filler(pact.start(), end))


def _agreed(scene: Scene, match: re.Match[str]) -> Iterator[Finding]:
    """اتفق فلان مع فلان على كذا."""
    found = _who(scene, match)
    if found is None:
        return
    who, position = found
    to = re.compile(r"(?<!\w)(علي)\s").search(scene.fold, position, scene.end)
    if to is None or scene.count(position, to.start()) > _FAR or re.search("[.؛:]", scene.fold[position : to.start()]):
        return
    end = scene.rest(to.end())
    if scene.count(to.end(), end) >= 2:
        start = min(match.start(2), who.start)
        verb = _verb(match, scene, scene.surface(*to.span(1)))
        yield Finding("agreement", "stance.agreed", start, end, verb, who, Filler(to.end(), end))
