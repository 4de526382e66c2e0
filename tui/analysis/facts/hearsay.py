"""On whose word a sentence tells something, as its words name them, where no party of the rules is made out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal
from tui.analysis.facts.lexicon import words
from tui.analysis.facts.said import PARTICIPLES
from tui.analysis.facts.scene import QUOTES, Filler, is_head
from tui.analysis.facts.speakers import without_hearer
from tui.analysis.facts.statements import source_at

if TYPE_CHECKING:
    from tui.analysis.facts.scene import Scene

_LONGEST = 14  # tokens of the words that name a source
_WISHES = frozenset(("اعرب", "اعربت"))  # what is wished or felt is not told
_THAT = 30  # tokens from a verb of speech to أن: the occasion may stand between
_PRONOUN = re.compile(r"(?:عن|في|من|علي|الي|لدي|ب|ل|مع)(?:ه|ها|هم|هما|هن|نا|ك)")  # كشف عنه أن
_APART = re.compile(r"\s?،\s")
_FROM = re.compile(r"\s(?:من|في)\s(?=ال)")
_APPOSED = 5  # tokens from a comma to the name of who holds an office
_TOLD = re.compile(r"ما\s")  # بحسب ما ذكر فلان: whoever follows is a source
_GOES_ON = frozenset(
    (
        "وهو",
        "وهي",
        "وهم",
        "وذلك",
        "مما",
        "صادر",
        "صادره",
        "الصادر",
        "الصادره",
        "اجري",
        "وقد",
        "فقد",
        "فان",
        "فانه",
        "فانها",
    )
)
_SELF = re.compile(r"(?:حد\s)?(?:قول|تعبير|وصف|راي|تقدير|تصريح|كلام)(?:ه|ها|هم)(?!\w)")
_NO_VERB = frozenset(("لم", "لا", "ما", "كما", "حسبما", "حسب", "وفق", "بحسب", "التي", "الذي", "الذين", "مما", "ممن"))
_BETWEEN = frozenset(("بين", "رد", "كتب", "شرح", "دون", "نص", "علق"))  # verbs only where they open a sentence
_NO_THAT = frozenset(
    ("حيث", "رغم", "غير", "الا", "بعد", "قبل", "حتي", "يجب", "يمكن", "ينبغي", "منذ", "في", "دون")
)  # before أن
_ANNOUNCED = re.compile(r"(?<!\w)[وف]?(?:اعلن|كشف)ت?\s(?:\S+\s){0,3}عن\s")
_ANNOUNCES = ("اعلنت?", "كشفت?", "افادت?", "تحدثت?", "اشارت?")
_ABOUT = frozenset(("عن", "الي"))
_RELATIVE = frozenset(("الذي", "التي", "الذين", "والتي", "والذي", "وذلك", "بعد", "اثر", "عقب", "حيث"))
_TURNS = frozenset(("لكن", "ولكن", "لكنه", "لكنها", "فيما", "بينما", "يشار", "يذكر", "ويذكر", "ويشار", "علما"))
_HEARERS = re.compile(r"لل?(?:جوهره|مبعوث|موفد|مراسل\w*|وكاله|صحيفه|اذاعه|قناه|موقع|اعلام|صحافه|صحافيين|صحفيين)$")


@cache
def _verbs() -> re.Pattern[str]:
    forms = "|".join(sorted((words("cues", "speech") | words("cues", "telling")) - _WISHES, key=len, reverse=True))
    return re.compile(rf"(?<!\w)([وف]?)\s?({forms}|(?:{'|'.join(PARTICIPLES)})[اه])(?!\w)")


def named_after(scene: Scene, cue: re.Match[str]) -> Filler | None:
    """Who or what a phrase of source leads to: a party, else a paper or an office as worded (وفق اخر الاحصائيات)."""
    who = source_at(scene, cue.end())
    if who is not None:
        return _teller(scene, cue, _of(scene, _bare(scene, who)))
    told = _TOLD.search(cue.group()) is not None
    found = _stretch(scene, cue.end(), any_word=told)
    if found is None or _SELF.match(scene.fold, cue.end()):
        return None
    first, *rest = scene.tokens(found.start, found.end)
    glued = first.fold.startswith("ل") and not nominal(first.fold)  # وفقا لوسائل الإعلام
    heads = [first.fold[glued:].removeprefix("ل" * glued), *(token.fold for token in rest[:1])]
    paper = any(word.removeprefix("ال") in words("cues", "paper") for word in heads)
    if not told and not paper and not is_head(heads[0], "role") and not is_head(heads[0], "org"):
        return None
    if first.fold.startswith("لل"):  # وفقا للمصدر ذاته; not أكده للإذاعة
        return None if told else Filler(found.start, found.end, text="ال" + scene.surface(found.start + 2, found.end))
    return Filler(found.start + glued, found.end)


def _bare(scene: Scene, who: Filler) -> Filler:
    """A source without the preposition that is bound to it (وفقا لمنظمة كذا)."""
    word = next(scene.tokens(who.start)).fold
    glued = word.startswith("ل") and not word.startswith("لل") and nominal(word[1:]) and not nominal(word)
    return Filler(who.start + 1, who.end, who.entity) if glued and who.start >= 0 else who


def _teller(scene: Scene, cue: re.Match[str], heard: Filler) -> Filler:
    """Who tells, where the outlet that he told it to stands before him (ما أفاد به الإذاعة، الناطق باسم كذا، فلان)."""
    after = _APART.match(scene.fold, heard.end, scene.end)
    if after is None or not cue.group().rstrip().endswith("به") or not heard.entity.startswith("organisation:"):
        return heard
    teller = source_at(scene, after.end())
    return teller if teller is not None and is_head(next(scene.tokens(after.end())).fold, "role") else heard


def _of(scene: Scene, who: Filler) -> Filler:
    """A source that is but a word, with whom it is of (مصدر من الديوانة)."""
    of = _FROM.match(scene.fold, who.end, scene.end) if scene.count(who.start, who.end) == 1 else None
    rest = None if of is None else _stretch(scene, of.end())
    return who if rest is None else Filler(who.start, rest.end)


def speaks(scene: Scene, position: int) -> tuple[Filler | None, Filler] | None:
    """Who tells, by a verb with أن, what stands at a place: the words that name him and the verb.

    Returns:
        None where no verb tells it; no name where one does, of somebody whom the words do not name.
    """
    said, she = 0, False
    who: Filler | None = None
    verb: Filler | None = None
    for match in _verbs().finditer(scene.fold, scene.start, position):
        that = _opened(scene, match, position) if _tells(scene, match) else None
        if that is None:
            continue
        goes_on = match.group(2)[:-1] in PARTICIPLES or _nobody(scene, match.end(), that)
        feminine = match.group(2).endswith(("ت", "ه"))
        named = None if goes_on else _speaker(scene, match.end(), that)
        who = named if named is not None or feminine != she or not goes_on else who
        said, she, verb = that, feminine, Filler(*match.span(2))
    if verb is None or _closed(scene, said, position):
        return None
    turns = not _TURNS.isdisjoint(token.fold for token in scene.tokens(said, position))
    return None if turns else who, verb


def opens(scene: Scene, position: int) -> tuple[Filler, Filler] | None:
    """Who tells what stands at a place by a verb that opens the sentence, without أن: أعلن المعهد عن وفاة 3 أشخاص."""
    match = _opening().match(scene.fold, scene.start, position)
    who = None if match is None else _speaker(scene, match.end(), position)
    after = None if who is None else next(scene.tokens(who.end, position), None)
    if match is None or who is None or after is None or who.end + 1 < after.start:
        return None
    between = {token.fold for token in scene.tokens(who.end, position)}
    if after.fold not in _ABOUT or not (_TURNS | _RELATIVE).isdisjoint(between):
        return None
    return who, Filler(*match.span(1))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:[^.؛:]{{2,40}}\sفقد\s|كما\s|وقد\s|هذا\sو)?[وف]?\s?({'|'.join(_ANNOUNCES)})\s")


def tells(scene: Scene, position: int) -> bool:
    """Whether somebody tells what stands at a place, as far as that can be seen.

    A verb of speech begins the sentence or announces something in it (أعلن عن), or a title begins with who says it
    (الشرطة: كذا).
    """
    if scene.is_title:
        colon = scene.fold.find(":", scene.start, scene.end)
        heads = next(scene.tokens(scene.start)).fold
        headed = is_head(heads, "role") or is_head(heads, "org") or heads in words("cues", "paper")
        return headed and 0 < scene.count(scene.start, colon) <= _APPOSED + 2
    if _ANNOUNCED.search(scene.fold, scene.start, position):
        return True
    match = _verbs().search(scene.fold, scene.start, scene.end)
    return match is not None and scene.fold[scene.start : match.start()].strip() in ("", "كما", "وقد", "وكما", "هذا")


def _nobody(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but prepositions, أن and signs stand between a verb and what it tells (وأشار إلى أن)."""
    small = words("cues", "stop") | words("cues", "that")
    return all(token.fold in small or not token.fold[0].isalpha() for token in scene.tokens(start, end))


def _tells(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a form is a verb of its own clause: not denied, of no relative clause, and no preposition."""
    before = scene.before(match.start())
    if match.group(2) in _BETWEEN:
        return not before or any(name.is_person and name.start == match.end() + 1 for name in scene.names)
    return not before or before[0] not in _NO_VERB


def _opened(scene: Scene, match: re.Match[str], position: int) -> int | None:
    """Where what a verb tells begins: behind أن, or a colon with a quotation."""
    for count, token in enumerate(scene.tokens(match.end(), position)):
        if count > _THAT:
            return None
        if token.fold in words("cues", "that"):
            return None if scene.before(token.start)[0] in _NO_THAT else token.end
        if token.fold == ":" or (count == 0 and token.fold in QUOTES):
            return token.start
    return None


def _closed(scene: Scene, said: int, position: int) -> bool:
    """Whether what is said is a quotation that ends before a place."""
    opening = scene.fold[said : said + 3].strip(" :")[:1]
    return opening != "" and opening in QUOTES and sum(sign in QUOTES for sign in scene.fold[said:position]) % 2 == 0


def _speaker(scene: Scene, verb: int, said: int) -> Filler | None:
    """Who speaks by a verb, from its end to what is said: a party, else a noun with what belongs to it."""
    start = scene.past_dates(verb)
    who = source_at(scene, start) or _stretch(scene, start, said)
    if who is None or who.start < start or who.end > said:
        return None
    after = _APART.match(scene.fold, who.end)
    name = next((one for one in scene.named(who.end, said) if one.is_person), None)
    if after is not None and name is not None and scene.count(after.end(), name.start) <= _APPOSED:
        return Filler(who.start, name.end, name.mention.entity)
    first, *rest = scene.tokens(who.start, who.end)
    whole = any(name.is_name for name in scene.over(first.start)) or first.fold.startswith("ال") or rest
    return who if whole and not first.fold.endswith("ا") else None


def _stretch(scene: Scene, start: int, end: int | None = None, *, any_word: bool = False) -> Filler | None:
    """The words from a place to the sign, time, hearer or preposition that ends the naming of a source.

    They begin with a noun or a name, or with `any_word`.
    """
    stop = words("cues", "stop") | words("cues", "that") | words("cues", "source") | _GOES_ON
    while start < scene.end and scene.fold[start] in " ،":
        start += 1
    last = start
    for count, token in enumerate(scene.tokens(start, end)):
        inside = any(name.start < token.start for name in scene.over(token.start))
        sign = not token.fold[0].isalpha() and token.fold not in QUOTES
        heard = _HEARERS.match(token.fold) is not None and (count > 0 or not token.fold.startswith("لل"))
        other = sign or heard or _PRONOUN.fullmatch(token.fold) is not None or token.fold in stop
        if not inside and (other or scene.dated(token.start) is not None):
            break
        if count >= _LONGEST:
            return None
        last = token.end
    if sum(sign in QUOTES for sign in scene.fold[start:last]) % 2 and scene.fold[last : last + 1] not in QUOTES:
        last = max(scene.fold.rfind(sign, start, last) for sign in QUOTES)
        last = len(scene.fold[:last].rstrip())
    if last <= start:
        return None
    first = next(scene.tokens(start)).fold
    if not any_word and not any(nominal(first[cut:]) for cut in (0, 1, 2)) and not scene.over(start):
        return None
    return without_hearer(scene, Filler(start, scene.balanced(start, last)))
