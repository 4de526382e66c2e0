"""How sure a figure is: told as a fact, planned, promised, proposed, forecast, or only possible."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal
from tui.analysis.facts.lexicon import words
from tui.analysis.facts.scene import QUOTES
from tui.analysis.facts.wording import modality
from tui.analysis.recognise.lexicon import word as known

if TYPE_CHECKING:
    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Filler, Scene
    from tui.model import Modality

_FUTURE = re.compile(r"[وف]?س(?!يما)([يتن]\w{2,})")
_PARTED = frozenset(("مقابل", "مقارنه", "الذي", "التي", "الذين", "بعد", "منذ", "اثر", "عقب", "بسبب", "اي", "ان", "قد"))
_DONE = frozenset(("تم", "تمت", "وتم", "وتمت", "وقع", "ووقع"))  # what is done beside what is to come
_RELATIVE = frozenset(("مقابل", "مقارنه", "الذي", "التي", "الذين", "والذي", "والتي"))
_AHEAD = 30  # tokens from a verb of the future to its figure
_LISTED = 40  # tokens, where a list is between
_BESIDE = ("التي ", "الذي ", "وفق ", "حسب ", "بحسب ")  # clauses between one and what goes on from it
_LONG = 5  # letters from which a word that is not known is a verb rather than a noun
_BEHIND = 9  # tokens from a figure to the verb that it is the subject of
_HOW = frozenset(("ما", "لا", "يقل", "يزيد", "عن", "اكثر", "اقل", "ازيد", "من"))  # before a figure: how it is meant
_ACTION = re.compile(
    r"ل(?!ترتيب|تقييم|تصنيف|تامين|تمثيل|تغطيه)(?:ت\w{2,3}ي\w|ا(?!ل)\w{2,3}ا\w|ت\w{2,3}يه)"
)  # لتربية 32 ألف بقرة, لإيواء 200 لاجئ
_PURPOSE = 2  # tokens from a noun of purpose to its figure


def grade(scene: Scene, start: int, end: int) -> Modality:
    """How sure the words around a figure are: those before it in its clause, else the verb it is the subject of."""
    told = modality(scene, start, _own_clause(scene, start))
    if told != "asserted" and not (told == "believed" and _suspected(scene, start)):
        return told
    clause = _clause(scene, start)
    while clause and (clause[-1].fold in _HOW or clause[-1].fold in words("comparators")):
        clause.pop()
    if _for(clause) or _meant(clause) or _ahead(scene, clause):
        return "planned"
    governed = _governed(clause)
    return governed if governed != "asserted" else _subject(scene, clause, end)


def drilled(scene: Scene, start: int, what: Filler) -> bool:
    """Whether the victims that are counted are those of an exercise (عملية بيضاء)."""
    drill = words("certainty", "drill")
    if not any(phrase in scene.fold[scene.start : scene.end] for phrase in drill):
        return False
    victims = words("cues", "victims")
    noun = scene.fold[what.start : what.end].split(" ")
    return any(word in victims for word in (*scene.before(start, _AHEAD // 2), *noun))


def _own_clause(scene: Scene, start: int) -> int:
    """Where the relative clause of a figure begins, else the start of the sentence: doubt before it is of others."""
    clause = [token for token in scene.tokens(scene.clause(start), start) if token.fold in _RELATIVE]
    return clause[-1].end if clause else scene.start


def _clause(scene: Scene, start: int) -> list[Piece]:
    """The words before a figure in its clause, and in the one that it or its list goes on (سيضم مدرسة، و18 قاعة)."""
    begin = scene.clause(start)
    found = list(scene.tokens(begin, start))[-_AHEAD:]
    while begin > scene.start and found and _goes_on(found[0].fold, found[1].fold if found[1:] else ""):
        end = begin
        begin = scene.clause(end - 2)
        while begin > scene.start and scene.fold.startswith(_BESIDE, begin):
            end = begin
            begin = scene.clause(end - 2)  # تعهدت الإدارة، وفق المحضر، بترسيم 9 عملة
        found = [*scene.tokens(begin, end), *found][-_LISTED:]
    return found


def _goes_on(first: str, second: str) -> bool:
    listed = (first[0] == "و" and nominal(first[1:])) or first == "علي"  # وينص العقد، على إرسال 4 فرق
    return listed or (first[0] == "ب" and (nominal(first[1:]) or (first == "ب" and second in QUOTES)))


def _ahead(scene: Scene, clause: list[Piece]) -> bool:
    """Whether the verb of a figure is of the future (سيوفر المشروع 3200 موطن شغل; not سيزور بعد مقتل 5 أشخاص)."""
    for token in reversed(clause):
        if token.fold in _PARTED or token.fold in _DONE:
            return False
        if future(token.fold) and not scene.over(token.start):
            return True
    return False


def future(word: str) -> bool:
    """Whether a word is س with a verb (سيوفر), not a noun, be it behind و or ف (وسيلة, سيقان)."""
    match = _FUTURE.fullmatch(word)
    if match is None or nominal(word) or nominal(word.lstrip("وف")):
        return False
    owned = word.endswith(("ته", "تها", "تهم"))  # سيارته
    return known(match.group(1)).common > 0 or (len(match.group(1)) >= _LONG and not owned)


def _for(clause: list[Piece]) -> bool:
    """Whether a figure is of what something is meant for (لإحداث 5 آلاف موطن شغل)."""
    purpose = words("certainty", "purpose")
    if any(token.fold in purpose for token in clause[-_PURPOSE:]):
        return True
    leading = clause[-2].fold if len(clause) > 1 else ""
    return (
        bool(clause) and _ACTION.fullmatch(clause[-1].fold) is not None and leading not in words("certainty", "cause")
    )


def _meant(clause: list[Piece]) -> bool:
    """Whether a figure is of what is decided, wanted or possible to make (قرار بعث 13 مستشفى, يرمي إلى انتداب)."""
    folds = [token.fold for token in clause]
    meant, made = words("certainty", "meant"), words("certainty", "made")
    near = range(max(0, len(folds) - _PURPOSE), len(folds))
    forms = {at: (folds[at], folds[at].lstrip("و"), folds[at][1:] if folds[at][0] in "بل" else "") for at in near}
    last = next((at for at in reversed(near) if made.intersection(forms[at])), -1)
    for word in reversed(folds[: max(0, last)]):
        if word in _PARTED or word in _DONE:
            return False
        if word in meant or word.lstrip("وف") in meant or word.removeprefix("ب") in meant:
            return True
    return False


def _suspected(scene: Scene, start: int) -> bool:
    """Whether the only doubt before a figure is of whom it is not (عنصر يشتبه في انتمائه إلى كذا، و518 شخصا)."""
    before = [token.fold for token in scene.tokens(_own_clause(scene, start), start)]
    doubts = [at for at, word in enumerate(before) if word.lstrip("وف") in words("cues", "believed")]
    return bool(doubts) and all(
        before[at].lstrip("وف") == "يشتبه" and not words("cues", "that").intersection(before[at + 1 : at + 3])
        for at in doubts
    )


def _governed(clause: list[Piece]) -> Modality:
    """What the nearest word of promise, proposal, forecast or possibility before a figure makes of it."""
    folds = [token.fold for token in clause]
    for index in range(len(folds) - 1, -1, -1):
        word, after = folds[index].lstrip("وف") or folds[index], folds[index + 1 : index + 2]
        if word == "قد" and after and _imperfect(after[0]):
            return "believed"  # قد يفقدون
        if word == "ان" and after and _imperfect(after[0]) and folds[max(0, index - 1)] == "علي":
            return (
                "planned" if not words("cues", "carried").intersection(folds[max(0, index - 3) : index]) else "asserted"
            )
        if word in _PARTED or word in _DONE:
            return "asserted"
        bare = word[1:] if word[:1] in "بل" else word
        if after and after[0] in ("بها", "به"):
            continue  # القضايا التي تعهدت بها
        if word in words("certainty", "planned") or bare in words("certainty", "planned"):
            return "planned"
        if word in words("certainty", "considered") or bare in words("certainty", "considered"):
            return "considered"
    return "asserted"


def _subject(scene: Scene, clause: list[Piece], end: int) -> Modality:
    """What the verb behind a figure makes of it (إن 25 عاطلا سيتسلمون مواطنهم, 5 ملايين قد يفقدون منازلهم)."""
    after = [token.fold for token in scene.tokens(end)][:_BEHIND]
    opens = not clause or any(token.fold in words("cues", "that") for token in clause[-3:])
    for index, word in enumerate(after if opens else after[:1]):
        joined = word[0] == "و" and future(word)  # another clause: وسيصل الفريق
        if not word[0].isalpha() or joined or word in _RELATIVE | _DONE or word in words("cues", "that"):
            break
        if word == "سوف" or future(word) or word in words("uncounted", "needed"):
            return "planned"
        if word == "قد" and _imperfect("".join(after[index + 1 : index + 2])):
            return "believed"
    due = any(word in words("certainty", "due") for word in after[:2]) and not after[0].startswith("و")
    return "planned" if due else "asserted"


def _imperfect(word: str) -> bool:
    """Whether a word is surely a verb of what may be: تمكن and تحطمت behind قد are of what was."""
    return (word[:1] == "ي" and len(word) > 2 and not nominal(word)) or word in words("certainty", "may")
