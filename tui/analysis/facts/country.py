"""The country of an organisation, told by the adjective of nationality after its name (صحيفة فلان البريطانية).

The adjective speaks of the organisation only where it agrees with the noun that says its kind, and where no other noun
of the same gender stands before that (مدرب نادي فلان الإسباني: who of the two is Spanish?).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal
from tui.analysis.facts.lexicon import words
from tui.analysis.facts.scene import QUOTES, Filler, Finding, base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Named, Scene

_KIND = re.compile(rf"(?:^|(?<=[^\w]))(\w+)\s[{QUOTES}(]?$")
_GAP = re.compile(rf"[{QUOTES})]?\s")
_MORE = re.compile(rf"\s?[-–/]|[{QUOTES}]|\s[{QUOTES}(]|\s(?:و?ال\w+(?:ي|يه)|وال\w+)(?!\w)|\s?\(")
_ALSO = re.compile(rf"\s?،?\s?و\s?[{QUOTES}]?")
_PRONOUN = 3  # letters of لها, لهم
_TITLE = 12  # characters that a title takes before a person's name
_FEMALE = ("ه", "ات", "اء")


def find(scene: Scene) -> Iterator[Finding]:
    """The countries of a sentence's organisations, each once in an article."""
    listed = -1  # where the last of a list ends (صحف «كذا» الفرنسية و«كذا» البريطانية)
    for nation in scene.names:
        if nation.mention.type != "nationality" or not nation.mention.entity.startswith("place:"):
            continue
        name = next((one for one in scene.names if _named_before(scene, one, nation)), None)
        subject = None if name is None else _subject(scene, name, nation)
        if name is not None and subject is None and _of_list(scene, name, nation, listed):
            subject, listed = name.filler, nation.end
        if subject is None or not scene.speaker.holds(subject.entity, "P17"):
            continue
        wording = "جنسيتها" if scene.fold[nation.start : nation.end].endswith("ه") else "جنسيته"
        relation = Filler(nation.start, nation.end, text=wording)
        thing = Filler(nation.start, nation.end, nation.mention.entity)
        yield Finding("org_fact", "org.country", subject.start, nation.end, relation, subject, thing, property="P17")


def _named_before(scene: Scene, name: Named, nation: Named) -> bool:
    """Whether an organisation is named right before an adjective of nationality."""
    fits = name.is_name and name.mention.type == "organisation" and name.end < nation.start
    return fits and bool(_GAP.fullmatch(scene.fold, name.end, nation.start))


def _subject(scene: Scene, name: Named, nation: Named) -> Filler | None:
    """An organisation with the noun of its kind, where the adjective is of it alone and tells all of its country."""
    adjective = scene.fold[nation.start : nation.end]
    kind, start = _kind(scene, name)
    if not kind or not adjective.startswith("ال") or " " in adjective or _goes_on(scene, nation):
        return None
    female = kind.endswith("ه")
    if adjective.endswith("ه") is not female or _rival(scene, start, female=female):
        return None
    end = nation.start - 1  # with the sign that closes the name, if that is open before it
    closed = start < name.start and scene.fold[name.start - 1] in QUOTES + "("
    return Filler(start, end if closed else name.end, name.mention.entity)


def _of_list(scene: Scene, name: Named, nation: Named, last: int) -> bool:
    """Whether an organisation is one of several of a kind: behind the plural noun that says it, or و and the last."""
    if not scene.fold[nation.start : nation.end].startswith("ال") or scene.fold[nation.end - 1] != "ه":
        return False
    kind = _KIND.search(scene.fold, scene.start, name.start)
    first = kind is not None and kind.group(1) in words("bodies", "nationals")
    goes_on = last >= 0 and _ALSO.fullmatch(scene.fold, last, name.start) is not None
    return (first or goes_on) and not _goes_on(scene, nation)


def _goes_on(scene: Scene, nation: Named) -> bool:
    """Whether more of the country, of the name or a person of that country is told behind the adjective."""
    part = next(scene.tokens(nation.end), None)
    if part is None or _MORE.match(scene.fold, nation.end):
        return bool(part)
    of_whom = part.fold[0] == "ل" and len(part.fold) > _PRONOUN  # وكالة فلان الإيرانية للأنباء
    return of_whom or any(
        one.is_person and one.start <= part.end + _TITLE for one in scene.names if one.start > nation.end
    )


def _kind(scene: Scene, name: Named) -> tuple[str, int]:
    """The noun that says the kind of an organisation, before its name or as its first word, and where it stands."""
    known = words("bodies", "national")
    first = scene.fold[name.start : name.end].split()[0]
    if first in known and " " in scene.fold[name.start : name.end]:
        return first, name.start
    match = _KIND.search(scene.fold, scene.start, name.start)
    if match is None:
        return "", 0
    word, start = match.group(1), match.start(1)
    while word not in known and len(word) > 1 and word[0] in "وفبلك":
        word, start = word[1:], start + 1
    return (word, start) if word in known else ("", 0)


def _rival(scene: Scene, start: int, *, female: bool) -> bool:
    """Whether the noun before a kind agrees with the adjective as well."""
    ahead = scene.before(start)
    if scene.fold[start - 1 : start] != " " or not ahead or not ahead[0].isalpha():
        return False
    word = ahead[0]
    known = any(word in words("cues", group) for group in ("stop", "speech", "that", "source"))
    return not known and not word.startswith("ال") and nominal(base(word)) and word.endswith(_FEMALE) is female
