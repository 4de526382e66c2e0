"""What is said: the stretch behind a verb of speech, and the statement that it makes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import pattern, words
from tui.analysis.facts.parties import party
from tui.analysis.facts.scene import QUOTES, Filler, Finding, is_head
from tui.analysis.facts.speakers import SAYING
from tui.model import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Scene

PARTICIPLES = {
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
    "مذكر": "ذكر",
    "متوقع": "توقع",
    "مستبعد": "استبعد",
    "مرجح": "رجح",
    "كاشف": "كشف عن",
    "منبه": "نبه إلى",
}
"""Participles that go on with what is said, and the verb that each stands for."""

_WITHIN = 10  # tokens between a verb of speech and what is said
_ASIDE = 26  # where the occasion is told between (في تصريح لكذا على هامش كذا أن)
_OPENING = re.compile(
    r"(?:\s\([^()]{2,40}\))?[\s،]*(?:(?:في|خلال|ضمن|اثناء|لدي|عقب|اثر|بمناسبه|علي\sهامش|علي\sخلفيه|تعليقا|ردا)\s|اليوم\s|امس\s|"
    rf"ل\s?[{QUOTES}]|لل?(?:جوهره|مبعوث|موفد|مراسل\w*|وكاله|صحيفه|اذاعه|قناه|موقع)\s)"
)
_THAT_NEXT = re.compile(r"[\s،]*(?:(?:الي|علي|عن|من)\s)?(?:ان(?:ه|ها)?|بان(?:ه|ها)?)\s")
_LITTLE = frozenset(("قد", "تم", "لا", "لم", "لن", "ما", "هو", "هي", "في", "من", "كل"))  # words, not letters of a name
_OUTLETS = frozenset(
    ("صحيفه", "مجله", "جريده", "وكاله", "موقع", "قناه", "اذاعه", "شركه", "منظمه", "حزب", "حركه", "جمعيه")
)
_DESCRIBED = frozenset(("وصف", "وصفت", "يصف", "تصف", "واصفا", "واصفه"))
_SHORT = 5  # tokens of a quotation that is a name (برنامج "كذا")
LEAST = 3  # tokens of a content worth keeping
_UNSAID = re.compile(r"،\sو?لم\s[يت](?:قل|ذكر|وضح|حدد|كشف|علق|شر)(?!\w)")  # what the article adds of its own
_OWN = re.compile(
    r"[\s،]*\s(?:(?:ب?حسب|وفقا?|علي\sحد)\s(?:ما\s(?:قال|افاد|ذكر|اكد|جاء\sفي)\w*\s?(?:به)?|(?:نص\s)?البيان|البلاغ"
    r"|(?:قول|تعبير|وصف|راي|تقدير|تصريح|تصور|كلام)(?:ه|ها|هم)|(?:قول|تعبير|وصف)\s\S+(?:\s\S+)?))[\s.،]*$"
)  # whose words they are, said again behind them
_FROM = re.compile(r"(?:وفقا|طبقا)\sل(?:ل?(?:صحيف|وكال|اذاع|قنا|موقع|جريد|مجل|مصدر|مصادر|تقرير|بيان|بلاغ|دراس)|ما\s)")
_SAYS = re.compile(rf"(?:(?:الي|علي|من|عن)\s)?(?:ب?ان(?:ه|ها|هم)?\s|[:{QUOTES}])|(?:ايضا|في\sهذا|في\sذات|من)\s")
_THAT = re.compile(r"(?<!\w)[وب]?[اإ]?ان(?:ه|ها|هم)?\s$")
_VERBAL = frozenset(("لا", "لم", "لن", "ليس", "ليست", "هو", "هي", "كان", "كانت"))  # go on with what is said
_NOT_SAID = frozenset(
    ("غير", "دون", "بدون", "قبل", "بعد", "حتي", "منذ", "يجب", "يمكن", "ينبغي", "يقضي", "تقضي", "شرط", "بشرط")
)  # before أن: it is not what is said
_FEELING = re.compile(r"\sعن\s(?:ال)?(?:امل|اسف|قلق|رغب|خشي|استعداد)\w*\s")  # أعرب عن أمله في أن: wished, not said


@cache
def sources() -> re.Pattern[str]:
    """Phrases that name a source: بحسب, وفق ما أفاد به."""
    verbs = "ذكر|افاد|اكد|نقل|قال|جاء|اعلن|كشف|اورد|نشر|صرح|اوضح|تناقل|ورد|بين|اضاف|ابلغ|اشار"
    told = rf"(?:ل?ما\s)?(?:{verbs})\w{{0,3}}\s(?:به\s|في\s|عن\s|علي\s|الي\s|اليه\s)?"
    return re.compile(rf"(?<!\w)و?((?:كما\s{told}|(?:{pattern('cues', 'source')})(?!\w)\s?(?:{told})?))(?:ل(?=ال))?")


def statement(
    scene: Scene, rule: str, whole: Filler, *, cue: Filler, speaker: Filler, content: Filler, quoted: bool
) -> Finding:
    """A statement with whose words it is."""
    name = speaker.text or scene.surface(speaker.start, speaker.end)
    link = Attribution(name, speaker.entity, scene.surface(cue.start, cue.end), quoted)
    after = cue.end <= content.start
    verb = Filler(cue.start, cue.end, text=cue.text or (scene.wording(cue, content.start) if after else ":"))
    return Finding("statement", rule, whole.start, whole.end, verb, speaker, content, attribution=(link,))


def content_of(scene: Scene, verb: Filler, after: int, *, known: bool) -> tuple[Filler, bool] | None:
    """What is said: the stretch, and whether it is a quotation.

    Args:
        scene: the sentence.
        verb: the verb of speech.
        after: where the speaker ends, or the verb if he does not stand behind it.
        known: whether the speaker stands before the verb, so that a person behind it is no other speaker.
    """
    aside = _OPENING.match(scene.fold, after, scene.end) is not None
    previous = "" if after == verb.end else scene.before(after)[0]
    found = _mark(scene, after, previous, aside=aside, known=known)
    if found is None:
        return None
    token, previous = found
    if _FEELING.search(scene.fold, verb.end, token.start):
        return None
    if previous in ("ضروره", "اهميه", "امكانيه", "وجوب", "حق"):
        return bounded(scene, token.start - len(previous) - 1)  # شدد على ضرورة أن: the need is what is said
    return bounded(scene, token.end if token.fold in ("ان", "بان", ":") else token.start)


def _mark(scene: Scene, after: int, previous: str, *, aside: bool, known: bool) -> tuple[Piece, str] | None:
    """The word or sign that opens what is said, and the word before it; None where another clause comes between."""
    named = after  # past the names in quotes that belong to the occasion
    for count, token in enumerate(scene.tokens(after), 1):
        if aside and token.fold in QUOTES and previous not in SAYING and token.start >= named:
            named = _name_in_quotes(scene, token.start)
        if token.start < named:
            previous = token.fold
            continue
        if count > (_ASIDE if aside else _WITHIN):
            return None
        if token.fold in QUOTES or token.fold == ":" or _that(scene, token):
            misread = _named(scene, token, previous, count, after) if token.fold in QUOTES else previous in _NOT_SAID
            condition = previous == "علي" and count > 2 and scene.fold.startswith(" علي ", after)
            return None if misread or condition else (token, previous)  # أكدت على كذا على أن: a condition of it
        participle = count > 1 and token.fold[:-1] in PARTICIPLES  # what follows is said with it
        if participle or _bars(scene, token, previous, aside=aside, known=known):
            return None
        previous = token.fold
    return None


def _that(scene: Scene, token: Piece) -> bool:
    return token.fold in words("cues", "that") and not _letter_name(scene, token)


def _named(scene: Scene, token: Piece, previous: str, count: int, after: int) -> bool:
    """Whether a quote opens no speech but a phrase (أعلن حالة "الطوارئ") or a part of the speaker's name."""
    if previous not in SAYING and (count > 1 or scene.fold[token.end : token.end + 2] == "لل" or previous in _OUTLETS):
        return True
    closed = _name_in_quotes(scene, token.start)
    beside = any(one.is_person and 0 <= one.start - closed <= 1 for one in scene.names)  # مدير دار "كذا" فلان
    name = token.start <= after + 1 and (beside or _THAT_NEXT.match(scene.fold, closed))
    return bool(name) or previous in _NOT_SAID  # أوضحت "بوصلة" أنه


def _bars(scene: Scene, token: Piece, previous: str, *, aside: bool, known: bool) -> bool:
    """Whether somebody else comes between the verb and what is said; the occasion may bring people."""
    if token.fold in words("cues", "speech") or token.fold in _DESCRIBED:
        return True
    if aside:
        return False
    person = not known and any(name.is_person for name in scene.over(token.start))
    return person or (is_head(token.fold, "role") and previous not in ("من", "الي"))


def _name_in_quotes(scene: Scene, position: int) -> int:
    """The end of a short quotation that begins at a place, which names something; the place itself for a long one."""
    closing = re.compile(rf"[^{QUOTES}]+[{QUOTES}]").match(scene.fold, position + 1, scene.end)
    short = closing is not None and scene.count(position, closing.end()) <= _SHORT + 2
    return closing.end() if closing is not None and short else position


def _letter_name(scene: Scene, token: Piece) -> bool:
    """Whether إن is a letter of a name spelt out (إن إس أو, سي.إن.إن) rather than the word."""
    after = list(scene.tokens(token.end))[:2]
    spelt = len(after) == 2 and all(len(one.fold) < 3 and one.fold.isalpha() for one in after)
    plain = any(one.fold in _LITTLE for one in after)
    return scene.fold[token.start - 1] in ".-" or (spelt and not plain)


def bounded(scene: Scene, start: int) -> tuple[Filler, bool] | None:
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
        end = scene.end if closing is None or scene.count(start, closing) < LEAST else closing
    if not quoted:
        end = min((one.start() for one in _others(scene, start, end)), default=end)
        own = _OWN.search(scene.fold, start, end)
        end = end if own is None or scene.count(start, own.start()) < LEAST else own.start()
    while end > start and scene.fold[end - 1] in " .،؛:!" + QUOTES:
        end -= 1
    opened = quoted or sum(sign in QUOTES for sign in scene.fold[start:end]) % 2
    while start < end and scene.fold[start] in (f" {QUOTES}" if opened else " "):
        start += 1
    end = scene.balanced(start, end) if not quoted else end
    return (Filler(start, end), quoted) if end > start and scene.count(start, end) >= LEAST else None


def _others(scene: Scene, start: int, end: int) -> Iterator[re.Match[str]]:
    """What is not said in a stretch: another's source, and what the article goes on to tell (لكنه امتنع عن كذا)."""
    for one in sources().finditer(scene.fold, start, end):
        if party(scene, one.end()) is not None or _FROM.match(scene.fold, one.start(), end) is not None:
            yield one
            break
    unsaid = _UNSAID.search(scene.fold, start, end)
    if unsaid is not None:
        yield unsaid
    for one in _told().finditer(scene.fold, start, end):
        if sum(sign in QUOTES for sign in scene.fold[start : one.start()]) % 2:
            continue  # within a quotation
        if one.group(1) is None or party(scene, one.end()) is not None or _SAYS.match(scene.fold, one.end(), end):
            yield one
            break


@cache
def _told() -> re.Pattern[str]:
    """Verbs of the article's own behind what is said: لكنه امتنع, فيما اعتبر, وهو ما نفاه, وقال (group 1)."""
    verbs = pattern("cues", "narrating")
    silent = r"لم\s[يت](?:قدم|قل|ذكر|وضح|حدد|كشف|علق|شر|عط|فصح)\w{0,2}|امتنعت?|رفضت?|اثارت?|تجنبت?|استدركت?"
    turns = r"و?لكن(?:ه|ها|هم)|فيما|بينما|غير\sان(?:ه|ها)|الا\sان(?:ه|ها)"
    where = r"(?:في|خلال|ضمن|علي\sهامش)\s(?:كلم|تصريح|مداخل|ندو|حوار|لقاء|بيان|برنامج|موتمر|حديث)\w*"
    return re.compile(
        rf"[\s،]+(?:(?:{turns})\s(?:{silent}|{verbs}|{pattern('cues', 'speech')})(?!\w)"
        rf"|و\s?ذلك\s{where}|و?\s?جاء\sذلك(?!\w)|(?:وهو\sما|الامر\sالذي)\s(?:نفاه|نفته|ينفيه|تنفيه)(?!\w)"
        rf"|و({verbs})\s)"
    )


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
