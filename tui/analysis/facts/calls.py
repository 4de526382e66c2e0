"""Calls told by the verb (اتصل فلان برئيس كذا), and calls of two who were named before (جمع بين الوزيرين)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import pattern
from tui.analysis.facts.parties import party, sole
from tui.analysis.facts.scene import Filler, Finding
from tui.analysis.facts.wording import unreal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.page import Piece
    from tui.analysis.facts.scene import Scene

_CALLED = re.compile(r"(?<!\w)([وف]?)(اتصلت?|[يت]تصل)(?=\s)")
_LED = re.compile(r"(?<!\w)(?:دعاه|دفعه|حمله)\s(?:\w+\s)?(?:الي|علي)\s(الاتصال)(?=\s)")
_BY_PHONE = frozenset(("هاتفيا", "مجددا", "ايضا"))
_TWO = re.compile(
    r"(?:بينهما|(?:بين\s)?(?:الوزير|الرييس|الزعيم)(?:ان|ين)|(?:وزيرا|وزيري|رييسا|رييسي)\s(?:ال)?\w+)(?!\w)"
)
_NEAR = 4  # tokens between a call and the two


def find(scene: Scene) -> Iterator[Finding]:
    """The calls of a sentence that `contacts` does not tell: to an office, or between two named before."""
    for match in _CALLED.finditer(scene.fold, scene.start, scene.end):
        yield from _called(scene, match, match.start(2), match.end(2))
    for match in _LED.finditer(scene.fold, scene.start, scene.end):
        yield from _called(scene, match, match.start(1), match.end(1))
    yield from _between(scene)


def _called(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Finding]:
    if unreal(scene, match.start(), 3):
        return
    caller, begin = _caller(scene, match, start, end)
    after = end if caller is None or caller.start < end else caller.end
    called = _called_party(scene, after)
    if caller is None or not caller.entity or called is None or called.entity == caller.entity:
        return
    text = "اتصل بـ" if match.re is _LED else f"{scene.surface(start, end)} بـ"
    verb = Filler(start, end, text=text)
    yield Finding("call", "call.verb", min(begin, start), called.end, verb, caller, called)


def _caller(scene: Scene, match: re.Match[str], start: int, end: int) -> tuple[Filler | None, int]:
    """Who calls, and where the proof begins: after the verb, right before it, or the one person of the sentence."""
    if match.re is _CALLED:
        after = party(scene, end)
        if after is not None:
            return after, match.start()
        before = next((name for name in scene.names if name.is_person and 0 < start - name.end <= 2), None)
        if before is not None and not match.group(1):
            return before.filler, before.start
        joined = match.group(1) or scene.fold[: match.start()].endswith("قد ")
        if not joined:
            return None, start
    found = sole(scene, match.start())
    return found, start if found is None else found.start


def _called_party(scene: Scene, position: int) -> Filler | None:
    """Who is called: what begins with ب right after a place."""
    for token in scene.tokens(position):
        if token.fold in _BY_PHONE or scene.dated(token.start) is not None:
            continue
        if not token.fold.startswith("ب") or len(token.fold) < 2:
            return None
        return _person(scene, token)
    return None


def _person(scene: Scene, token: Piece) -> Filler | None:
    name = next((name for name in scene.names if name.start == token.start + 1 and name.is_person), None)
    if name is not None:
        return name.filler
    from tui.analysis.facts.scene import is_head

    return party(scene, token.start, cut=1) if is_head(token.fold[1:], "role") else None


def _between(scene: Scene) -> Iterator[Finding]:
    """A call of two who are meant by a dual: those who met last, else the only two that the article has named."""
    for match in re.finditer(rf"(?<!\w)(?:{pattern('cues', 'call_noun')})(?!\w)", scene.fold[scene.start : scene.end]):
        start, end = scene.start + match.start(), scene.start + match.end()
        two = _TWO.search(scene.fold, end, scene.end)
        near = two is not None and scene.count(end, two.start()) <= _NEAR
        back = re.compile(rf"{_TWO.pattern}\s(?:\w+\s){{0,3}}(?:في|خلال)\s$").search(scene.fold, scene.start, start)
        pair = scene.speaker.pair or (
            tuple(scene.speaker.people.values()) if len(scene.speaker.people) == len("12") else None
        )
        if pair is None or not (near or back) or unreal(scene, start, 3):
            continue
        if any(name.is_person for name in scene.named(scene.start, scene.end)):
            continue
        last = two.end() if near and two is not None else end
        dated = next((hit.end for hit in scene.dates if 0 <= scene.count(last, hit.start) <= 1), last)
        text = "في " + " ".join(word.removeprefix("ال") for word in scene.surface(start, end).split()) + " مع"
        verb = Filler(start, end, text=text.replace("اتصالا هاتفيا", "اتصال هاتفي"))
        begin = start if near or back is None else back.start()
        yield Finding("call", "call.two", begin, dated, verb, pair[0], pair[1])
