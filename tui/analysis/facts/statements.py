"""Who said what: a verb of speech with إن, أن, a colon or a quotation within ten words, and phrases such as بحسب."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import pattern, words
from tui.analysis.facts.parties import party
from tui.analysis.facts.scene import QUOTES, Filler, Finding, is_head
from tui.analysis.facts.speakers import SAYING, carried, had_said, misread_place, speaker, without_hearer
from tui.model import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Scene

_WITHIN = 10  # tokens between a verb of speech and what is said
_ASIDE = 26  # where the occasion is told between (في تصريح لكذا على هامش كذا أن)
_OPENING = re.compile(r"[\s،]*(?:(?:في|خلال|ضمن|اثناء|لدي|عقب|اثر|علي\sهامش)\s|اليوم\s)")
_LEAST = 3  # tokens of a content worth keeping
_TITLE = re.compile(r"\s?:\s?")
_UNSAID = re.compile(r"،\sو?لم\s[يت](?:قل|ذكر|وضح|حدد|كشف|علق|شر)(?!\w)")  # what the article adds of its own
_THAT = re.compile(r"(?<!\w)[وب]?[اإ]?ان(?:ه|ها|هم)?\s$")
_VERBAL = frozenset(("لا", "لم", "لن", "ليس", "ليست", "هو", "هي", "كان", "كانت"))  # go on with what is said
_NOT_SAID = frozenset(("غير", "دون", "بدون", "قبل", "بعد", "حتي", "منذ"))  # before أن: it is not what is said
_FEELING = re.compile(r"\sعن\s(?:ال)?(?:امل|اسف|قلق|رغب|خشي|استعداد)\w*\s")  # أعرب عن أمله في أن: wished, not said
_ADDING = re.compile(
    r"(?<!\w)و?(مشير|موكد|مضيف|معتبر|موضح|مبين|لافت|مشدد|منوه|معلن|محذر|مبرز)(?:ا|(ه))\s(?:ايضا\s|كذلك\s)?(?:الي\s|علي\s|من\s)?"
    r"(ان(?:ه|ها|هم|هما)?|بان(?:ه|ها|هم)?)\s"
)
_PLAIN_VERB = {
    "مشير": "أشار إلى",
    "موكد": "أكد",
    "مضيف": "أضاف",
    "معتبر": "اعتبر",
    "موضح": "أوضح",
    "مبين": "بين",
    "لافت": "لفت إلى",
    "مشدد": "شدد على",
    "منوه": "نوه إلى",
    "معلن": "أعلن",
    "محذر": "حذر من",
    "مبرز": "أبرز",
}
_TEASER = frozenset(
    ("هذا", "هذه", "هولاء", "جديد", "تفاصيل", "قايمه", "صور", "فيديو", "بالفيديو", "بالصور", "ما", "ماذا")
)


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)[وف]?(اصدرت?|نشرت?|عقدت?)\s")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)([وف]?)({pattern('cues', 'speech')})(?!\w)")


@cache
def _sources() -> re.Pattern[str]:
    told = r"(?:ما\s)?(?:ذكر|افاد|اكد|نقل|قال|جاء|اعلن|كشف|اورد|نشر|صرح)\w{0,3}\s(?:به\s|في\s|عن\s|علي\s)?"
    return re.compile(rf"(?<!\w)((?:كما\s{told}|(?:{pattern('cues', 'source')})(?!\w)\s?(?:{told})?))(?:ل(?=ال))?")


def find(scene: Scene) -> Iterator[Finding]:
    """The statements of a sentence; the last speaker is kept for the sentence that goes on without one."""
    found = list(_spoken(scene))
    if not found:
        _remember_issuer(scene)
    cited = _cited(scene, found)
    if scene.is_title and not found and cited is None:
        found += list(_titled(scene))
    yield from found
    for one in found:
        yield from _reported(scene, one)
    yield from _added(scene, found)
    if cited is not None:
        yield cited


# ---------------------------------------------------------------- verbs


def _spoken(scene: Scene) -> Iterator[Finding]:
    taken = scene.start
    for match in _verbs().finditer(scene.fold, scene.start, scene.end):
        if match.start() < taken:
            continue
        finding = _said(scene, match)
        if finding is not None:
            taken = finding.end
            yield finding


def _remember_issuer(scene: Scene) -> None:
    """Who issues a statement is the speaker of the sentence after (أصدرت الوزارة بيانا. وقالت: ...)."""
    for match in _issued().finditer(scene.fold, scene.start, scene.end):
        who = party(scene, match.end())
        if who is not None and re.compile(r"[\s،]*(?:بيان|بلاغ|تصريح|موتمر|ندوه)\w*").match(scene.fold, who.end):
            scene.speaker.argument = Filler(-1, -1, who.entity, scene.surface(who.start, who.end))
            scene.speaker.feminine, scene.speaker.age = match.group(1).endswith("ت"), 0


def _said(scene: Scene, match: re.Match[str]) -> Finding | None:
    verb = Filler(match.start(2), match.end(2))
    before = scene.before(match.start())
    if before and before[0] in ("لم", "لا", "ما", "كما", "حسبما", "حسب", "وفق", "بحسب", "التي", "الذي"):
        return None
    start = scene.past_dates(verb.end)
    who, rule, begin = speaker(scene, start), "statement.verb", match.start()
    if who is not None and misread_place(scene, who, match.group(2)):
        return None
    if who is None:
        who, rule, begin = had_said(scene, match), "statement.had_said", scene.start
    if who is None:
        who, rule, begin = carried(scene, match), "statement.carried", match.start()
    if who is None:
        return None
    content = _content(scene, verb, who.end if who.start >= start else verb.end, known=rule == "statement.had_said")
    if content is None:
        return None
    held, quoted = content
    scene.speaker.argument = Filler(-1, -1, who.entity, who.text or scene.surface(who.start, who.end))
    scene.speaker.feminine, scene.speaker.age = match.group(2).endswith("ت"), 0
    return _statement(scene, rule, Filler(begin, held.end), cue=verb, speaker=who, content=held, quoted=quoted)


def _statement(
    scene: Scene, rule: str, whole: Filler, *, cue: Filler, speaker: Filler, content: Filler, quoted: bool
) -> Finding:
    name = speaker.text or scene.surface(speaker.start, speaker.end)
    link = Attribution(name, speaker.entity, scene.surface(cue.start, cue.end), quoted)
    after = cue.end <= content.start
    verb = Filler(cue.start, cue.end, text=cue.text or (scene.wording(cue, content.start) if after else ":"))
    return Finding("statement", rule, whole.start, whole.end, verb, speaker, content, attribution=(link,))


def _content(scene: Scene, verb: Filler, after: int, *, known: bool) -> tuple[Filler, bool] | None:
    """What is said: the stretch, and whether it is a quotation."""
    that = words("cues", "that")
    previous, skipped = "", -1
    aside = _OPENING.match(scene.fold, after, scene.end) is not None
    for count, token in enumerate(scene.tokens(verb.end)):
        if token.start < after:
            previous, skipped = token.fold, count
            continue
        if count - skipped > (_ASIDE if aside else _WITHIN) or (
            token.fold in QUOTES and count - skipped > 1 and previous not in SAYING
        ):
            return None  # too far, or a quotation within a phrase (أعلن حالة "الطوارئ")
        if token.fold in QUOTES and previous not in SAYING and scene.fold[token.end : token.end + 2] == "لل":
            return None  # a part of the speaker's name (المجلس الوطني "للجمعية ...")
        if (token.fold in that and not _letter_name(scene, token)) or token.fold == ":" or token.fold in QUOTES:
            if previous in _NOT_SAID or _FEELING.search(scene.fold, verb.end, token.start):
                return None
            start = token.end if token.fold in ("ان", "بان", ":") else token.start
            if previous in ("ضروره", "اهميه", "امكانيه", "وجوب", "حق"):
                start = token.start - len(previous) - 1  # شدد على ضرورة أن: the need is what is said
            return _bounded(scene, start)
        person = not known and any(name.is_person for name in scene.over(token.start))
        if (
            token.fold in words("cues", "speech")
            or person
            or (is_head(token.fold, "role") and previous not in ("من", "الي"))
        ):
            return None  # somebody else comes between the verb and what is said
        previous = token.fold
    return None


def _letter_name(scene: Scene, token: Piece) -> bool:
    """Whether إن is a letter of a name spelt out (إن إس أو, سي.إن.إن) rather than the word."""
    after = list(scene.tokens(token.end))[:2]
    spelt = len(after) == 2 and all(len(one.fold) < 3 and one.fold.isalpha() for one in after)
    return scene.fold[token.start - 1] in ".-" or spelt


def _bounded(scene: Scene, start: int) -> tuple[Filler, bool] | None:
    """The content from its start to its closing quote, to a source named after it, or to the end of the sentence."""
    while start < scene.end and scene.fold[start] in " :،":
        start += 1
    quoted = start < scene.end and scene.fold[start] in QUOTES
    end = scene.end
    if quoted and _THAT.search(scene.fold, scene.start, start):
        part = re.compile(rf"[^{QUOTES}]+[{QUOTES}]+\s?(\w+)").match(scene.fold, start + 1, scene.end)
        quoted = part is None or part.group(1) in words("cues", "stop") - _VERBAL  # أن "كذا" لا يعتبر: the rest too
    if quoted:
        start += 1
        closing = _closing(scene, start)
        end = scene.end if closing is None or scene.count(start, closing) < _LEAST else closing
    if not quoted:
        cited = (one for one in _sources().finditer(scene.fold, start, end) if party(scene, one.end()) is not None)
        other = next(cited, None) or _UNSAID.search(scene.fold, start, end)
        end = other.start() if other is not None else end
    while end > start and scene.fold[end - 1] in " .،؛:!" + QUOTES:
        end -= 1
    opened = quoted or sum(sign in QUOTES for sign in scene.fold[start:end]) % 2
    while start < end and scene.fold[start] in (f" {QUOTES}" if opened else " "):
        start += 1
    end = scene.balanced(start, end) if not quoted else end
    return (Filler(start, end), quoted) if end > start and scene.count(start, end) >= _LEAST else None


def _closing(scene: Scene, start: int) -> int | None:
    """Where the quotation that begins at a place is closed, quotations within it passed over."""
    depth = 1
    for at in range(start + 1, scene.end):
        if scene.fold[at] in QUOTES:
            depth += 1 if _opens(scene.fold, at) else -1
            if depth == 0:
                return at
    return None


def _opens(fold: str, at: int) -> bool:
    """Whether a quote opens an inner quotation: it has a blank (or و and the like) before it and a letter after it."""
    return fold[at + 1 : at + 2].isalnum() and (fold[at - 1].isspace() or fold[at - 1] in "(وبلف")


def _added(scene: Scene, found: list[Finding]) -> Iterator[Finding]:
    """What a speaker adds in the same sentence (مشيرا إلى أن كذا, مضيفا أن كذا): of the statement before it."""
    for match in _ADDING.finditer(scene.fold, scene.start, scene.end):
        before = [one for one in found if one.rule != "statement.title" and one.predicate.end <= match.start()]
        if not before or before[-1].subject is None or before[-1].predicate.start > match.start():
            continue
        who, cue = before[-1].subject, Filler(match.start(1), match.end(1))
        content = _bounded(scene, match.end() if match.group(3) in ("ان", "بان") else match.start(3))
        if content is None:
            continue
        following = _ADDING.search(scene.fold, content[0].start, content[0].end)
        end = content[0].end if following is None else len(scene.fold[: following.start()].rstrip(" ،و"))
        if scene.count(content[0].start, end) >= _LEAST:
            held = Filler(content[0].start, end)
            whole = Filler(match.start(1), end)
            plain, _, rest = _PLAIN_VERB[match.group(1)].partition(" ")
            bound = [plain + ("ت" if match.group(2) else ""), rest, "أن" if match.group(3) in ("ان", "بان") else ""]
            verb = Filler(cue.start, cue.end, text=" ".join(filter(None, bound)))
            yield _statement(scene, "statement.added", whole, cue=verb, speaker=who, content=held, quoted=content[1])


def _reported(scene: Scene, outer: Finding) -> Iterator[Finding]:
    """What somebody is reported to have said in a statement of another: قالت الوزارة إن فلانا أكد أن كذا."""
    content = outer.object
    who = None if content is None else party(scene, content.start, content.end)
    if content is None or who is None or not who.entity or outer.subject is None or who.entity == outer.subject.entity:
        return
    she = next(scene.tokens(who.start)).fold.endswith("ه")
    for match in _verbs().finditer(scene.fold, who.end, content.end):
        gap = scene.fold[who.end : match.start()].strip(" ،" + QUOTES)
        feminine = match.group(2).endswith("ت")
        if gap not in ("", "قد", "كان", "كانت") and not (match.group(1) and feminine == she):
            return  # of somebody else
        said = _content(scene, Filler(match.start(2), match.end(2)), match.end(2), known=False)
        if said is None or said[0].start > content.end:
            continue
        after = [token.fold for token in scene.tokens(match.end(), said[0].start)]
        if len(after) > 2:
            return  # a subject of its own may stand there
        held = Filler(said[0].start, min(said[0].end, content.end))
        cue = Filler(match.start(2), match.end(2))
        inner = _statement(
            scene, "statement.reported", Filler(who.start, held.end), cue=cue, speaker=who, content=held, quoted=said[1]
        )
        inner.attribution += outer.attribution
        yield inner


# ---------------------------------------------------------------- sources and titles


def _cited(scene: Scene, found: list[Finding]) -> Finding | None:
    for match in _sources().finditer(scene.fold, scene.start, scene.end):
        who = party(scene, match.end())
        if who is None:
            continue
        who = without_hearer(scene, who)
        cue = Filler(match.start(), match.start() + len(match.group(1).rstrip()))
        link = Attribution(
            scene.surface(who.start, who.end), who.entity, scene.surface(cue.start, cue.end), quoted=False
        )
        inside = next((one for one in found if one.start <= match.start() <= one.end + 3), None)
        if inside is not None:
            inside.attribution += (link,)
            return None
        end = match.start()
        while end > scene.start and scene.fold[end - 1] in " ،(-–":
            end -= 1
        content = Filler(scene.start, end)
        opening = next(scene.tokens(scene.start)).fold
        after = [token for token in scene.tokens(who.end) if token.fold.isalnum()]
        told = ":" in scene.fold[scene.start : end]  # of somebody else, or a remark of the article's own
        if opening.lstrip("وف") in words("cues", "speech"):
            return None  # of whom the verb names
        if told or scene.count(scene.start, end) < 5 or len(after) > 3 or opening in ("مع", "من", "الي", "عن"):
            return None  # a source named within a sentence may vouch for a part of it only
        return _statement(
            scene, "statement.source", Filler(scene.start, who.end), cue=cue, speaker=who, content=content, quoted=False
        )
    return None


def _titled(scene: Scene) -> Iterator[Finding]:
    """A title of the form «فلان: كذا»."""
    who = party(scene, scene.start)
    colon = None if who is None else _TITLE.match(scene.fold, who.end)
    if who is None or colon is None or not who.entity.startswith("person:"):
        return  # «تونس: كذا» says where
    content = _bounded(scene, colon.end())
    if content is not None and next(scene.tokens(content[0].start)).fold not in _TEASER:
        cue = Filler(colon.start(), colon.end(), text=":")
        yield _statement(
            scene,
            "statement.title",
            Filler(scene.start, content[0].end),
            cue=cue,
            speaker=who,
            content=content[0],
            quoted=content[1],
        )
