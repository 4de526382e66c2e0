"""How sure the wording of a sentence is, and who it leans on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import words
from tui.model import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.analysis.facts.scene import Finding, Scene
    from tui.model import Modality

_GRADES: tuple[Modality, ...] = ("alleged", "believed", "established", "reported", "considered", "planned")
_KIND = re.compile(r"(?:ال)?\w{2,}يه")  # صحفية, إعلامية
_GOING_ON = ("الي ", "علي ", "يتمثل ", "تتمثل ", "بنحو ", "بحوالي ", "بقيمه ", "تشير ", "بما ", "وبما ", "في ال")
_BESIDE = ("التي ", "الذي ", "الذين ")  # clauses between one and what goes on from it
_CHARGES = frozenset(("التهم", "تهم", "التهمه", "تهمه", "الاتهام", "الاتهامات"))
_CHARGING = frozenset(("توجيه", "وجه", "وجهت", "وجهوا"))
_SOUGHT = 4  # tokens from a verb of search to عن
_REACH = 22  # tokens back from a fact in which a word of doubt still governs it
_FAR = 32  # where its clause goes on from one before it


def modality(scene: Scene, start: int, since: int = 0) -> Modality:
    """How sure the words before a place in a sentence, and not before `since`, are: the nearest cue decides."""
    begin = _begin(scene, start)
    reach = _REACH if begin >= scene.clause(start) else _FAR
    before = [token.fold for token in scene.tokens(max(since, begin), start)][-reach:]
    for index in range(len(before) - 1, -1, -1):
        word, behind = before[index], before[index + 1 : index + 1 + _SOUGHT]
        if word == "موكده" and behind[:1] and behind[0] in words("cues", "that"):
            continue  # مؤكدة أن: she says so
        if word in _CHARGES and before[max(0, index - 1)] in _CHARGING:
            continue  # تم توجيه التهم إلى 33 شخصا: this is told
        if word.lstrip("وف") == "تهم" and behind[:1] and behind[0].startswith(("ال", "هذه", "هذا")):
            continue  # تهم هذه المناظرة: it concerns
        for grade in _GRADES:
            known = words("cues", grade)
            sought = grade == "considered" and "عن" in behind  # يبحث الحرس عن كذا: looks for it
            if not sought and (word in known or (word[:1] in "وفبل" and word[1:] in known)):
                return grade
    return "asserted"


def _begin(scene: Scene, start: int) -> int:
    """Where the clause of a place begins; one that begins with a preposition goes on from the one before it."""
    begin = scene.clause(start)
    goes_on: tuple[str, ...] = _GOING_ON
    while begin > scene.start and scene.fold.startswith(goes_on, begin):
        begin, goes_on = scene.clause(begin - 2), _GOING_ON + _BESIDE
    return begin


def unreal(scene: Scene, start: int, reach: int = 5) -> bool:
    """Whether what follows is denied, asked, feared or forbidden rather than told."""
    before = scene.before(start, reach)
    known = words("cues", "unreal")
    return "؟" in scene.fold[scene.start : scene.end] or any(
        word in known or (word[:1] in ("و", "ف") and word[1:] in known) for word in before
    )


def attribution(scene: Scene, finding: Finding, said: Iterable[Finding]) -> tuple[Attribution, ...]:
    """Whose words a fact stands in: the statement of the sentence that holds it, or reports named as such."""
    counted = finding.object if finding.quantity is not None else None  # its proof begins where its clause does
    place = finding.start if counted is None else counted.start
    place = finding.predicate.start if finding.rule == "denial.relative" else place  # who denies, not what he denies
    holding = [
        (statement.object.start, statement.attribution)
        for statement in said
        if statement.object is not None and statement.object.start <= place < statement.object.end
    ]
    if holding:
        return max(holding, key=lambda one: one[0])[1]  # the innermost, which names those without
    return () if finding.modality != "reported" else _reports(scene, finding.end)


def _reports(scene: Scene, end: int) -> tuple[Attribution, ...]:
    """The reports that a sentence names, with their adjective: تقارير صحفية."""
    known = words("cues", "reports")
    tokens = list(scene.tokens(scene.start, end))
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        cut = len(token.fold) - len(token.fold.lstrip("و"))
        if token.fold[cut:] in known:
            last = after if after is not None and _KIND.fullmatch(after.fold) else token
            return (Attribution(scene.surface(token.start + cut, last.end), "", "", quoted=False),)
    return ()
