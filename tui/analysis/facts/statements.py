"""Who said what: a verb of speech with إن, أن, a colon or a quotation within ten words, and phrases such as بحسب."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.added import added
from tui.analysis.facts.lexicon import pattern, words
from tui.analysis.facts.parties import party
from tui.analysis.facts.said import bounded, content_of, sources, statement
from tui.analysis.facts.scene import QUOTES, Filler, Finding, base
from tui.analysis.facts.speakers import carried, had_said, leading, misread_place, principal, speaker, without_hearer
from tui.model import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Scene

_NO_VERB = frozenset(("لم", "لا", "ما", "كما", "حسبما", "حسب", "وفق", "بحسب", "التي", "الذي"))
_NOUNS = frozenset(("بين", "رد", "كتب", "شرح", "دون"))  # between, an answer, books: verbs only in opening
_PAPER = re.compile(r"(?:ما\s(?:جاء|ورد)\sفي\s)?(?:بلاغ|بيان)\s(?:صادر\s|صحفي\s|اعلامي\s)*(?:عن\s|ل(?!ل)(?=\w{3}))")
_DESCRIBES = re.compile(r"(?:كما\s|وقد\s)?[وف]?\s?(وصفت?)\s")
_NO_THING = frozenset(("ضيف", "ضيفه", "خلال", "اليوم"))  # the rest of who describes, or when
_AS = re.compile(rf"\sب(?:ان(?:ه|ها|هم)\s|\s?[{QUOTES}]|ال\w{{3,}})")
_SENTENCE = 5  # tokens of a sentence that a source vouches for
_FEW = 3  # tokens that may follow a source
_HEARER = 9  # the same, where they say whom it told and when
_TOLD = frozenset(("في", "خلال", "اليوم", "امس", "صباح", "مساء"))
_CLAUSE = re.compile(r"(?<!\w)(?:لا|لم|لن|ليس\w?|لست|لسنا|هناك|نحن|س?ي\w{3,}|س[تن]\w{3,})(?!\w)")
_TITLE = re.compile(r"\s?:\s?")
_TEASER = frozenset(
    ("هذا", "هذه", "هولاء", "جديد", "تفاصيل", "قايمه", "صور", "فيديو", "بالفيديو", "بالصور", "ما", "ماذا")
)


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)[وف]?(اصدرت?|نشرت?|عقدت?)\s")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)([وف]?)({pattern('cues', 'speech')}|{pattern('cues', 'telling')})(?!\w)")


def find(scene: Scene) -> Iterator[Finding]:
    """The statements of a sentence; the last speaker is kept for the sentence that goes on without one."""
    found = list(_spoken(scene))
    if not found:
        found += _described(scene)
    if not found:
        opening = principal(scene)
        if opening is not None:  # حذر فلان من كذا. وأضاف أن كذا
            _remember(scene, opening[0], feminine=opening[1])
        _remember_issuer(scene)
    cited = _cited(scene, found)
    if scene.is_title and not found and cited is None:
        found += list(_titled(scene))
    yield from found
    for one in found:
        yield from _reported(scene, one)
    yield from added(scene, found)
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


def _described(scene: Scene) -> Iterator[Finding]:
    """وصف فلان كذا بأنه كذا, وصف كذا بـ"كذا"."""
    match = _DESCRIBES.match(scene.fold, scene.start, scene.end)
    opening = None if match is None else principal(scene)
    if match is None or opening is None:
        return
    who, start = opening[0], scene.past_dates(opening[0].end)
    end, first = scene.rest(start), next(scene.tokens(start), None)
    if first is None or first.fold[0] == "و" or first.fold in words("cues", "stop") or first.fold in _NO_THING:
        return
    if _AS.search(scene.fold, start, end) and scene.count(start, end) >= _SENTENCE - 1:
        _remember(scene, who, feminine=opening[1])
        verb, content = Filler(*match.span(1), text=scene.surface(*match.span(1))), Filler(start, end)
        whole = Filler(match.start(1), end)
        yield statement(scene, "statement.described", whole, cue=verb, speaker=who, content=content, quoted=False)


def _remember(scene: Scene, who: Filler, *, feminine: bool) -> None:
    """Keep who speaks for the sentence after, which may go on without a name."""
    text = who.text or scene.surface(who.start, who.end)
    scene.speaker.argument = Filler(-1, -1, who.entity, text)
    scene.speaker.feminine, scene.speaker.age = feminine, 0


def _remember_issuer(scene: Scene) -> None:
    """Who issues a statement is the speaker of the sentence after (أصدرت الوزارة بيانا. وقالت: ...)."""
    for match in _issued().finditer(scene.fold, scene.start, scene.end):
        who = party(scene, match.end())
        if who is not None and re.compile(r"[\s،]*(?:بيان|بلاغ|تصريح|موتمر|ندوه)\w*").match(scene.fold, who.end):
            _remember(scene, who, feminine=match.group(1).endswith("ت"))


def _said(scene: Scene, match: re.Match[str]) -> Finding | None:
    verb, start = Filler(match.start(2), match.end(2)), scene.past_dates(match.end(2))
    told = _speaks(scene, match, start) if _is_verb(scene, match) else None
    if told is None:
        return None
    who, rule, begin = told
    content = content_of(scene, verb, who.end if who.start >= start else verb.end, known=rule == "statement.had_said")
    if content is None or (match.group(2).startswith("كتب") and not content[1]):
        return None  # who signs the article
    held, quoted = content
    _remember(scene, who, feminine=match.group(2).endswith("ت"))
    return statement(scene, rule, Filler(begin, held.end), cue=verb, speaker=who, content=held, quoted=quoted)


def _is_verb(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a form is a verb that tells: not denied, of no relative clause, and no noun or preposition."""
    before = scene.before(match.start())
    if not before or (before == ["كما"] and scene.fold[scene.start : match.start()].strip() in ("كما", "وكما")):
        return True
    return before[0] not in _NO_VERB and match.group(2) not in _NOUNS


def _speaks(scene: Scene, match: re.Match[str], start: int) -> tuple[Filler, str, int] | None:
    """Who speaks, the rule that tells, and where the proof begins."""
    who = speaker(scene, start)
    if who is not None:
        if misread_place(scene, who, match.group(2)) or _of_another(scene, who, match.group(2)):
            return None
        return who, "statement.verb", match.start()
    ways = (
        (had_said, "statement.had_said", scene.start),
        (leading, "statement.before", scene.start),
        (carried, "statement.carried", match.start()),
    )
    found = ((way(scene, match), rule, begin) for way, rule, begin in ways)
    return next(((who, rule, begin) for who, rule, begin in found if who is not None), None)


def _of_another(scene: Scene, who: Filler, verb: str) -> bool:
    """Whether a man's verb stands before a body or a woman's office: of one not known (قال فلان رئيسة), or told it."""
    head = base(next(scene.tokens(who.start)).fold)
    she = not who.entity.startswith("person:") and head in words("cues", "she")
    return she and verb[-1] not in "تا" and verb[0] != "ت"


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
        said = content_of(scene, Filler(match.start(2), match.end(2)), match.end(2), known=False)
        if said is None or said[0].start > content.end:
            continue
        after = [token.fold for token in scene.tokens(match.end(), said[0].start)]
        if len(after) > 2:
            return  # a subject of its own may stand there
        held = Filler(said[0].start, min(said[0].end, content.end))
        cue = Filler(match.start(2), match.end(2))
        inner = statement(
            scene, "statement.reported", Filler(who.start, held.end), cue=cue, speaker=who, content=held, quoted=said[1]
        )
        inner.attribution += outer.attribution
        yield inner


# ---------------------------------------------------------------- sources and titles


def _cited(scene: Scene, found: list[Finding]) -> Finding | None:
    for match in sources().finditer(scene.fold, scene.start, scene.end):
        who = source_at(scene, match.end())
        if who is None:
            continue
        cue = Filler(match.start(1), match.start(1) + len(match.group(1).rstrip()))
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
        told = ":" in scene.fold[scene.start : end]  # of somebody else, or a remark of the article's own
        if opening.lstrip("وف") in words("cues", "speech"):
            return None  # of whom the verb names
        short = scene.count(scene.start, end) < _SENTENCE
        if told or short or not _ends(scene, who.end) or opening in ("مع", "من", "الي", "عن"):
            return None  # a source named within a sentence may vouch for a part of it only
        _remember(scene, who, feminine=next(scene.tokens(who.start)).fold.endswith(("ه", "ات")))
        return statement(
            scene, "statement.source", Filler(scene.start, who.end), cue=cue, speaker=who, content=content, quoted=False
        )
    return None


def source_at(scene: Scene, position: int) -> Filler | None:
    """A source at a place, without whom it speaks to; of a statement of a ministry, the ministry."""
    paper = _PAPER.match(scene.fold, position, scene.end)
    glued = paper is not None and scene.fold[paper.end() - 1] != " "
    who = party(scene, position) if paper is None else party(scene, paper.end() - glued, cut=int(glued))
    return None if who is None else without_hearer(scene, who)


def _ends(scene: Scene, position: int) -> bool:
    """Whether a sentence ends at a place, but for a few words or for whom the source speaks to and when."""
    after = [token.fold for token in scene.tokens(position) if token.fold.isalnum()]
    verbs = words("cues", "speech") | words("cues", "that")
    told = bool(after) and (after[0][0] == "ل" or after[0] in _TOLD) and not verbs.intersection(after)
    return len(after) <= (_HEARER if told else _FEW)


def _titled(scene: Scene) -> Iterator[Finding]:
    """A title of the form «فلان: كذا»."""
    who = party(scene, scene.start)
    colon = None if who is None else _TITLE.match(scene.fold, who.end)
    if who is None or colon is None:
        return
    headed = not who.entity and base(next(scene.tokens(who.start)).fold) in words("offices")
    if not headed and not who.entity.startswith("person:"):
        return  # «تونس: كذا» says where
    content = bounded(scene, colon.end())
    if (
        headed
        and content is not None
        and not content[1]
        and not _CLAUSE.search(scene.fold, content[0].start, scene.end)
    ):
        return  # an office may be but the topic
    if content is not None and next(scene.tokens(content[0].start)).fold not in _TEASER:
        cue = Filler(colon.start(), colon.end(), text=":")
        yield statement(
            scene,
            "statement.headed" if headed else "statement.title",
            Filler(scene.start, content[0].end),
            cue=cue,
            speaker=who,
            content=content[0],
            quoted=content[1],
        )
