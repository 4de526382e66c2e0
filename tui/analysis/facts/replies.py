"""Denials, accusations, promises and silences, and rules with an exception (لا ... إلا)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import group_of, words
from tui.analysis.facts.parties import party
from tui.analysis.facts.scene import QUOTES, Filler, Finding, base, is_head
from tui.analysis.facts.speakers import apposed, goes_on, leading, principal, without_hearer
from tui.analysis.facts.verbs import found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Named, Scene

_SILENT = re.compile(
    r"(?<!\w)(?:[وف])?(لم\s(?:يصدر|تصدر|يرد|ترد)\s(?:بعد\s|عن\s)?(?:اي\s)?(?:تعليق|رد|تعقيب))(?:\sرسمي)?(?:\sحتي\s(?:الان|الساعه))?\s"
    r"(?:فوري\s|علني\s)?(?:لا\s)?(?:من|عن)\s(?:(?:جانب|قبل|طرف)\s)?"
)
_NOR = re.compile(r"[\s،]*(?:ولا|او|و)\s?(?:من|عن)\s(?:(?:جانب|قبل|طرف)\s)?")
_DECLINED = re.compile(r"(?<!\w)(?:[وف])?(رفضت?|امتنعت?|ترفض|يرفض)\s")
_COMMENT = re.compile(r"[\s،]*(?:عن\s)?(?:الادلاء\sباي\s)?(?:التعليق|تعليق)(?!\w)")
_UNCOMMENTED = re.compile(r"(?<!\w)(?:[وف])?(لم\s[يت]علق)\s")
_TOPIC = re.compile(r"[\s،]*(?:علي|حول|بشان|بخصوص)\s")
_LONGEST = 30  # tokens of what «which he denied» may mean: of more, it is a part
_CLAUSE = re.compile(r"(?<!\w)(?:[وب]?ان\s|(?=[وب]?ان(?:ه|ها|هم|هما)\s))$")
_COMMA = re.compile(rf"[{QUOTES}\s]*[،,]\s*")
_VERB = re.compile(r"(?:قد|لقد|كانت?|لم|لن|س[يتن]\w{2,})(?!\w)")
_WHOLE = 5  # tokens of a clause; fewer are its subject alone
_SELF = frozenset(("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها", "ذاتهم", "عينه", "عينها"))  # of who denies
_ADVERBS = re.compile(r"\w{3,}ا\s(?:ب?ان(?:ه|ها|هم)?)\s")  # سابقا أن, رسميا أن
_WITHIN = 14  # tokens between who denies and what is denied
_KEPT = re.compile(
    r"ب(?:قواعد|القانون|الهدنه|موعد|الصمت|احكام|مبادي|البحث|وضعيه|القضيه|قضيه|ملف|الملف|الحاله|متابعه|مباشره)|بالبحث"
)
_EXCEPT = re.compile(
    r"(?<!\w)(?:[وف])?(لا|لن)\s([يتن]\w{2,})\s([^.؟!:،]{3,90}?)\s(الا)\s(?!(?:ان(?:ه|ها|هم)?|بعد|قبل|في\sحال)(?!\w))"
)
_ELSE = re.compile(r"(?:^|\s)(?:التي|الذي|الذين|لكن\w*|لا|لم|لن|ليس\w*|ان|انه|انها)(?!\w)")
_CHARGING = re.compile(r"(?<!\w)و?(متهما|متهمه)\s")
_CHARGE = re.compile(rf"[\s،{QUOTES}]*(ب[{QUOTES}\s]?\S{{3,}})")
_SHE = re.compile(r"\w+ه$")  # ة folded: شركة, وزيرة


def find(scene: Scene) -> Iterator[Finding]:
    """The denials, accusations, promises, silences and rules with an exception of a sentence."""
    yield from _denials(scene)
    yield from _accusations(scene)
    yield from _charged(scene)
    yield from _promises(scene)
    yield from _silences(scene)
    yield from _exceptions(scene)


def _matches(scene: Scene, group: str) -> Iterator[re.Match[str]]:
    """The cues of a group, but for those that are denied or belong to a relative clause."""
    for match in found(scene, group):
        before = scene.before(match.start())
        if before not in (["لم"], ["لا"], ["لن"], ["ما"], ["التي"], ["الذي"], ["الذين"]):
            yield match


def _denials(scene: Scene) -> Iterator[Finding]:
    for match in _matches(scene, "denial"):
        who, begin = party(scene, scene.past_dates(match.end())), match.start()
        who = leading(scene, match) if who is None and scene.is_title else who and apposed(scene, who)
        who = None if who is None else without_hearer(scene, who)
        if who is None or _open(scene, who.start, who.end):
            continue
        begin = min(begin, who.start)
        start = _content(scene, max(who.end, match.end() - 1))
        end = start if start is None else _rest(scene, start)
        if start is not None and end is not None and _open(scene, start, end):
            continue
        if start is not None and end is not None and scene.count(start, end) >= 2 and not _office(scene, end):
            verb = Filler(match.start(2), match.end(2))
            verb = Filler(verb.start, verb.end, text=scene.wording(verb, start))
            yield Finding("denial", "denial.verb", begin, end, verb, who, Filler(start, end))
    for match in found(scene, "denial_of"):
        who = party(scene, match.end())
        denied = None if who is None else _denied(scene, match.start())
        if who is not None and denied is not None:
            that = " أن" if denied.start > scene.start else ":"
            plain = group_of("cues", "denial_of")[match.group(2)]  # نفته: without what it refers back to
            verb = Filler(match.start(2), match.end(2), text=plain + that)
            yield Finding("denial", "denial.relative", denied.start, who.end, verb, who, denied)


def _open(scene: Scene, start: int, end: int) -> bool:
    """Whether a quotation is open at the end of a stretch: it is cut, or runs into another's words."""
    closed = scene.balanced(start, end) != end
    return not closed and sum(sign in QUOTES for sign in scene.fold[start:end]) % 2 == 1


def _office(scene: Scene, end: int) -> bool:
    """Whether an office set off by a comma parts what is denied in two (اعتزام فلانة، الأمينة العامة، اعتزال كذا)."""
    name = any(one.is_person and one.end == end for one in scene.names)
    comma = _COMMA.match(scene.fold, end, scene.end) if name else None
    after = None if comma is None else next(scene.tokens(comma.end()), None)
    return after is not None and is_head(after.fold, "role")


def _rest(scene: Scene, start: int) -> int:
    """Where what is denied ends: of a clause after أن, behind its verb, which an apposition may set off."""
    end = scene.rest(start)
    clause = _CLAUSE.search(scene.fold, scene.start, start) is not None
    while clause and (comma := _COMMA.match(scene.fold, end, scene.end)) is not None:
        after = next(scene.tokens(comma.end()), None)
        if after is None or after.fold[0] == "و" or after.fold in words("cues", "speech"):
            break
        brief = scene.count(start, end) < _WHOLE and not after.fold.endswith("ا")  # معتبرا أن: said beside it
        if not brief and _VERB.match(after.fold) is None:
            break
        end = scene.rest(comma.end())
    return end


def _content(scene: Scene, position: int) -> int | None:
    """Where what is denied begins: past times, في بيان له and the like; None where only such things follow."""
    passing, past, strict, before = False, position, False, ""
    for token in scene.tokens(position):
        if token.start < past or token.fold in _SELF:
            continue
        if _ADVERBS.match(scene.fold, token.start, scene.end):
            continue
        if token.fold in words("cues", "that"):
            return token.end + 1 if token.fold in ("ان", "بان") else token.start
        name = next((one for one in scene.names if one.is_person and one.start == token.start), None)
        office = is_head(token.fold, "role") or base(token.fold) in words("offices")
        title = token.fold in ("ضيف", "ضيفه", "وهو", "وهي") or (before in ("،", ",") and office)
        if token.fold in words("cues", "deniable"):
            return token.start if token.fold != "اي" else _any(scene, token, position, before)
        before = token.fold
        # The rest of who denies (رئيس كذا between commas, والبحث العلمي, بقفصة, a name) is not what is denied.
        strict = strict or name is not None or _goes_on(scene, token, position)
        if not (passing or strict or title) and _new_noun(scene, token):
            return token.start
        passing = passing or title
        if scene.count(position, token.start) > _WITHIN or token.fold in (".", "؛", ":", "عن", "من"):
            return None
        past = scene.dated(token.start) or token.end
        # The preposition of a phrase that ends at a comma.
        passing = token.fold not in ("،", ",") and (passing or token.fold in words("cues", "stop"))
    return None


def _any(scene: Scene, token: Piece, position: int, before: str) -> int | None:
    """Where what is denied begins when «any» stands in it: with the noun before (وصول أي مساعدات), not behind من."""
    known = words("cues", "stop") | words("cues", "firmly") | _SELF
    if before in words("cues", "stop"):
        return None  # ضغوط من أي بلد
    own = before.isalpha() and before not in known and not before.startswith(("ال", "لل", "وال"))
    start = token.start - len(before) - 1
    person = any(one.is_person and one.start <= start < one.end for one in scene.names)
    return start if own and start >= position and not person else token.start


def _goes_on(scene: Scene, token: Piece, position: int) -> bool:
    """Whether a word right after who denies belongs to him: joined by و, his office, or a place or body with ب."""
    place = any(name.start == token.start + 1 and name.mention.type == "place" for name in scene.names)
    body = token.fold[0] == "ب" and (place or is_head(token.fold[1:], "org"))
    return scene.count(position, token.start) <= 1 and (
        token.fold.startswith(("وال", "بال", "لل"))
        or (token.fold[0] == "و" and any(one.is_person and one.start == token.start + 1 for one in scene.names))
        or token.fold == "ل"
        or body
        or is_head(token.fold, "role")
    )


def _new_noun(scene: Scene, token: Piece) -> bool:
    """A word that is no time, no particle and no adverb of firmness."""
    known = words("cues", "stop") | words("cues", "firmly")
    return token.fold[0].isalpha() and token.fold not in known and scene.dated(token.start) is None


def _denied(scene: Scene, verb: int) -> Filler | None:
    """What وهو ما نفته refers back to: the clause after the last أن before it, or the whole of the sentence so far."""
    link = re.compile(r"[\s،]*(?:وهو\sما|وهي\s\w+|الامر\sالذي|وهو\sالامر\sالذي|ما)\s$").search(
        scene.fold[scene.start : verb]
    )
    if link is None:
        return None
    end = scene.start + link.start()
    clauses = [token.end + 1 for token in scene.tokens(scene.start, end) if token.fold in ("ان", "بان")]
    start = clauses[-1] if clauses else scene.start
    return Filler(start, end) if 3 <= scene.count(start, end) <= _LONGEST else None


def _accusations(scene: Scene) -> Iterator[Finding]:
    for match in _matches(scene, "accusation"):
        near = [name for name in scene.named(match.end(), scene.end) if name.is_name]
        accuser = party(scene, match.end())
        if accuser is None or not accuser.entity:
            continue
        accused = next(
            (name for name in near if name.start >= accuser.end and scene.count(accuser.end, name.start) <= 4), None
        )
        if accused is None or accused.mention.entity == accuser.entity or not _opposed(scene, accuser, accused):
            continue
        charge = re.compile(r"[\s،\"”]*(?:\S+\s){0,2}?(ب\w{3,})").match(scene.fold, accused.end, scene.end)
        if charge is None:
            continue
        end = scene.rest(charge.end())
        verb = Filler(match.start(2), match.end(2))
        target = Filler(accused.start, end, accused.mention.entity)  # with the charge
        yield Finding("accusation", "accusation.verb", match.start(), end, verb, accuser, target, modality="alleged")


def _charged(scene: Scene) -> Iterator[Finding]:
    """انتقد فلان كذا، متهما فلانا بكذا: of whom the sentence begins with."""
    for match in _CHARGING.finditer(scene.fold, scene.start, scene.end):
        opening, accused = principal(scene), party(scene, match.end())
        feminine = match.group(1) == "متهمه"
        if opening is None or accused is None or not goes_on(scene, opening, match.start(), feminine=feminine):
            continue
        charge = _CHARGE.match(scene.fold, accused.end, scene.end)
        if charge is None or not accused.entity or accused.entity == opening[0].entity:
            continue
        target = Filler(accused.start, scene.rest(charge.end()), accused.entity)
        verb = Filler(*match.span(1), text="اتهمت" if feminine else "اتهم")
        rule = "accusation.participle"
        yield Finding("accusation", rule, match.start(1), target.end, verb, opening[0], target, modality="alleged")


def _opposed(scene: Scene, accuser: Filler, accused: Named) -> bool:
    """Whether the accused is named right after the accuser: neither joined to him nor part of his title."""
    gap = list(scene.tokens(accuser.end, accused.start))
    if (
        scene.fold[accused.start - 1] in "وفبل"
        or len([one for one in scene.named(accuser.start, accuser.end) if one.is_name]) > 1
    ):
        return False
    return all(
        not token.fold[0].isalpha()
        or token.fold.endswith(("ا", "ها", "ه", "هم"))
        or scene.dated(token.start) is not None
        for token in gap
    )


def _promises(scene: Scene) -> Iterator[Finding]:
    for match in _matches(scene, "commitment"):
        before = scene.before(match.start())
        opens = not before or not before[0].isalpha() or before[0] in words("cues", "that")
        who = party(scene, match.end()) if opens or bool(match.group(1)) else None
        begin, start = match.start(), match.end() if who is None else who.end
        if who is None:  # the subject before its verb, as titles have it
            who = party(scene, scene.start, match.start())
            begin = scene.start
            if who is None or scene.count(who.end, match.start()) > 0:
                continue
        content = re.compile(
            r"(?:[\s،]*(?:لدي|امام|ل)\s[^،]{3,40}،)?[\s،]*(ب(?!عد|ين(?!\w)|سبب|موجب|الفعل|دور|اسم|ه(?!\w)|ها(?!\w)|ذلك|هذ|حضور)\w{2,})(?!\w)"
        ).match(scene.fold, start, scene.end)
        if content is None or _KEPT.match(content.group(1)) or _of_place(scene, content):
            continue
        end = scene.rest(content.end())
        verb = Filler(match.start(2), match.end(2))
        if scene.count(content.start(1), end) >= 2:
            yield Finding("commitment", "commitment.verb", begin, end, verb, who, Filler(content.start(1), end))


def _of_place(scene: Scene, content: re.Match[str]) -> bool:
    """Whether ب before what is promised only says where (فرقة الشرطة بمنطقة كذا)."""
    start = content.start(1) + 1
    named = any(name.start == start and name.mention.type == "place" for name in scene.names)
    return named or re.match(r"(?:منطقه|مدينه|ولايه|جهه|معتمديه|اقليم)(?!\w)", scene.fold[start:]) is not None


def _silences(scene: Scene) -> Iterator[Finding]:
    for match in _SILENT.finditer(scene.fold, scene.start, scene.end):
        parties = []
        position = match.end()
        while (who := party(scene, position)) is not None:
            parties.append(who)
            more = _NOR.match(scene.fold, who.end, scene.end)
            if more is None:
                break
            position = more.end()
        yield from (_silence(scene, match, who, parties[-1].end, "no_comment.issued") for who in parties)
    for shape in (_DECLINED, _UNCOMMENTED):
        for match in shape.finditer(scene.fold, scene.start, scene.end):
            who = party(scene, match.end())
            if who is None:
                continue
            comment = _COMMENT.match(scene.fold, who.end, scene.end) if shape is _DECLINED else match
            if comment is not None:
                yield _silence(scene, match, who, max(comment.end(), who.end), "no_comment.declined")


def _silence(scene: Scene, match: re.Match[str], who: Filler, end: int, rule: str) -> Finding:
    topic = _TOPIC.match(scene.fold, end, scene.end)
    about = None if topic is None else Filler(topic.end(), scene.rest(topic.end()))
    last = end if about is None else about.end
    words_of = scene.surface(match.start(1), match.end(1))
    if match.re is _DECLINED:
        words_of += " عن التعليق" if words_of.startswith("امتنع") else " التعليق"
    if rule == "no_comment.issued":  # the subject comes first in a fact: شركة كذا لم يصدر عنها أي تعليق
        negated, verb_of, rest = words_of.split(" ", 2)
        head = next((token.fold for token in scene.tokens(who.start)), "")
        words_of = f"{negated} {verb_of} {'عنها' if _SHE.match(head) else 'عنه'} {rest}"
    if topic is not None:
        words_of += " " + " ".join(scene.surface(topic.start(), topic.end()).strip("، ").split())
    verb = Filler(match.start(1), match.end(1), text=words_of)
    return Finding("no_comment", rule, match.start(), last, verb, who, about, polarity="negated")


def _exceptions(scene: Scene) -> Iterator[Finding]:
    """لا تمنح الدولة كذا إلا لكذا: what is done only so, kept with its exception."""
    for match in _EXCEPT.finditer(scene.fold, scene.start, scene.end):
        if match.group(2) in words("cues", "possible"):
            continue  # لا يمكن أن يكون إلا كذا says no more than that it is so
        if scene.surface(match.start(4), match.end(4)).startswith("أ") or _ELSE.search(match.group(3)):
            continue  # ألا, or the exception belongs to another clause
        who, begin, start = party(scene, match.end(2) + 1, match.start(4)), match.start(), match.start(3)
        if who is not None and who.entity:
            start = who.end + 1
        else:
            who = _before(scene, match.start()) if scene.fold[match.start()] == "ل" else None
            if who is None:
                continue
            begin = who.start
        end = scene.rest(match.end())
        verb = Filler(match.start(1), match.end(2))
        if start < match.start(4):
            content = Filler(start, end)
            yield Finding("capability", "rule.except", begin, end, verb, who, content, polarity="negated_except")


def _before(scene: Scene, verb: int) -> Filler | None:
    """The subject that ends where a verb begins: a name, with the head before it (دولة إسرائيل لا تمنح)."""
    name = next((name for name in scene.names if name.is_name and 0 <= verb - name.end <= 2), None)
    if name is None:
        return None
    token = next((token for token in scene.tokens(scene.start, name.start) if token.end + 1 == name.start), None)
    glued = scene.fold[name.start - 1 : name.start] in ("ب", "ل") or (
        token is not None and token.fold in words("cues", "stop")
    )
    if glued and token is not None and token.fold not in words("cues", "that"):
        return None  # الحل في ليبيا لا ... : not Libya
    headed = token is not None and (is_head(token.fold, "org") or token.fold == "دوله")
    return Filler(token.start if token is not None and headed else name.start, name.end, name.mention.entity)
