"""What a speaker adds in the same sentence by a participle: مشيرا إلى أن كذا, مضيفا أن كذا."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.facts.said import LEAST, PARTICIPLES, bounded, statement
from tui.analysis.facts.scene import Filler
from tui.analysis.facts.speakers import goes_on, principal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.facts.scene import Finding, Scene

_ADDING = re.compile(
    rf"(?<!\w)و?({'|'.join(PARTICIPLES)})(?:ا|(ه))\s(?:ايضا\s|كذلك\s|في\s(?:ذات|نفس|هذا|ال)\s?\S+\s(?:ذاته\s|نفسه\s)?)?"
    r"(?:الي\s|علي\s|من\s|عن\s)?(ان(?:ه|ها|هم|هما)?|بان(?:ه|ها|هم)?)\s"
)


def added(scene: Scene, found: list[Finding]) -> Iterator[Finding]:
    """What is added to the statement before it, or to what the sentence begins with (حذر فلان من كذا، مؤكدا أن)."""
    opening = principal(scene) if not found else None
    for match in _ADDING.finditer(scene.fold, scene.start, scene.end):
        who, rule = _adder(match, found), "statement.added"
        if (
            who is None
            and opening is not None
            and goes_on(scene, opening, match.start(), feminine=bool(match.group(2)))
        ):
            who, rule = opening[0], "statement.principal"
        if who is None:
            continue
        cue = Filler(match.start(1), match.end(1))
        content = bounded(scene, match.end() if match.group(3) in ("ان", "بان") else match.start(3))
        if content is None:
            continue
        following = _ADDING.search(scene.fold, content[0].start, content[0].end)
        end = content[0].end if following is None else len(scene.fold[: following.start()].rstrip(" ،و"))
        if scene.count(content[0].start, end) >= LEAST:
            held, whole = Filler(content[0].start, end), Filler(match.start(1), end)
            verb = Filler(cue.start, cue.end, text=_worded(match))
            yield statement(scene, rule, whole, cue=verb, speaker=who, content=held, quoted=content[1])


def _adder(match: re.Match[str], found: list[Finding]) -> Filler | None:
    """The speaker of the statement that stands before a participle."""
    before = [one for one in found if one.rule != "statement.title" and one.predicate.end <= match.start()]
    if not before or before[-1].subject is None or before[-1].predicate.start > match.start():
        return None
    return before[-1].subject


def _worded(match: re.Match[str]) -> str:
    """The participle as a verb, with what binds it: أشار إلى أن."""
    plain, _, rest = PARTICIPLES[match.group(1)].partition(" ")
    bound = [plain + ("ت" if match.group(2) else ""), rest, "أن" if match.group(3) in ("ان", "بان") else ""]
    return " ".join(filter(None, bound))
