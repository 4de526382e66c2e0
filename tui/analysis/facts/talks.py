"""What two talk about: ناقش الوزير مع نظيره قضية كذا, and تباحث الجانبان في كذا of two who met before."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.counted import nominal
from tui.analysis.facts.lexicon import pattern, words
from tui.analysis.facts.parties import party
from tui.analysis.facts.scene import Filler, Finding, base
from tui.analysis.facts.wording import unreal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Scene

_WITH = re.compile(r"(?:،?\s[^.؛:]{0,45})?[\s،]\s?مع\s")  # the day and the place may stand between
_PEER = re.compile(r"نظير(?:ه|ها)\s(?:ال\w+\s)?")
_BOTH = re.compile(r"(?:الوزيران|الرييسان|الجانبان|الطرفان|المسوولان|الزعيمان)\s")
_ABOUT = re.compile(r"(?:في|حول|بشان)\s")
_ACT = re.compile(r"\sو(?:اخبر|ابلغ|اطلع|سلم|دع|طالب|شكر|هنا|وقع|اتفق)\w{0,4}(?!\w)")  # what else they did
_LEAST = 2  # tokens of a subject of talks


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:كما\s|وقد\s)?[وف]?({pattern('cues', 'discuss')})\s")


def find(scene: Scene) -> Iterator[Finding]:
    """What a sentence that begins with a verb of talking says two talk about, where both can be told."""
    match = _verbs().match(scene.fold, scene.start, scene.end)
    if match is None or unreal(scene, match.end(), 3):
        return
    told = _met(scene, match.end()) or _named(scene, match.end())
    if told is None:
        return
    who, other, start = told
    start = scene.past_dates(start)
    about = _ABOUT.match(scene.fold, start, scene.end)
    start = start if about is None else about.end()
    end, first = scene.rest(start), next(scene.tokens(start), None)
    other_act = _ACT.search(scene.fold, start, end)
    end = end if other_act is None else other_act.start()
    if first is None or not nominal(base(first.fold)) or first.fold in words("cues", "stop"):
        return
    if scene.count(start, end) < _LEAST:
        return
    verb = scene.surface(*match.span(1))
    relation = Filler(*match.span(1), text=f"{verb} مع {_text(scene, other)}")
    yield Finding("event", "talk.about", match.start(1), end, relation, who, Filler(start, end))


def _named(scene: Scene, position: int) -> tuple[Filler, Filler, int] | None:
    """Two that the sentence names, and where what they talk about begins."""
    who = party(scene, position)
    joint = None if who is None else _WITH.match(scene.fold, who.end, scene.end)
    if who is None or joint is None or not who.entity:
        return None
    other = party(scene, joint.end())
    return None if other is None or not other.entity else (who, other, other.end)


def _met(scene: Scene, position: int) -> tuple[Filler, Filler, int] | None:
    """The two who met last, whom a sentence calls by their offices alone (الوزيرة مع نظيرها, الوزيران)."""
    pair = scene.speaker.pair
    if pair is None:
        return None
    both = _BOTH.match(scene.fold, position, scene.end)
    if both is not None:
        return *pair, both.end()
    office = next(scene.tokens(position), None)
    joint = None if office is None else _WITH.match(scene.fold, office.end, scene.end)
    peer = None if joint is None else _PEER.match(scene.fold, joint.end(), scene.end)
    if office is None or peer is None:
        return None
    first = next((one for one in pair if _holds(scene, one, base(office.fold))), None)
    return None if first is None else (first, pair[first is pair[0]], peer.end())


def _holds(scene: Scene, person: Filler, office: str) -> bool:
    """Whether somebody was told to hold an office that begins with a word."""
    return any(who == person.entity and base(held).split()[0] == office for who, held in scene.speaker.offices)


def _text(scene: Scene, filler: Filler) -> str:
    return filler.text or scene.surface(filler.start, filler.end)
