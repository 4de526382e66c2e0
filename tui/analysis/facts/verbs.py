"""The verbs that open facts, found in a sentence by their forms (`tables/cues.tsv`)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.facts.lexicon import pattern, words
from tui.analysis.facts.wording import unreal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui.analysis.facts.scene import Finding, Scene

_RELATIVE = frozenset(("التي", "الذي", "الذين", "اللذان", "من", "ما", "ان", "لم", "لا", "لن", "قبل"))
_HAD = frozenset(("كان", "كانت", "قد"))  # the subject stands before


@cache
def _cue(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)([وف]?)({pattern('cues', group)})\s")


@cache
def _not(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)([وف]?)(?:لم\s)({pattern('cues', f'not_{group}')})\s")


def found(scene: Scene, group: str) -> Iterator[re.Match[str]]:
    """The verbs of a group in a sentence: group 1 of a match is و or ف before the verb, 2 the verb."""
    if scene.forms.isdisjoint(words("cues", group)):
        return iter(())
    return _cue(group).finditer(scene.fold, scene.start, scene.end)


def told(scene: Scene, group: str, *, reach: int = 3, had: bool = True) -> Iterator[re.Match[str]]:
    """The verbs of a group that tell what happened: not of a relative clause, denied, asked or feared.

    Args:
        scene: the sentence.
        group: of `tables/cues.tsv`.
        reach: words before the verb in which something may make it unreal.
        had: whether verbs behind كان and قد, whose subject stands before them, are among them.
    """
    for match in found(scene, group):
        before = scene.before(match.start())
        apart = before and (before[0] in _RELATIVE or (not had and before[0].lstrip("وف") in _HAD))
        if not apart and not unreal(scene, match.start(), reach):
            yield match


def denied(scene: Scene, group: str) -> Iterator[re.Match[str]]:
    """The verbs of a group right behind لم, by its forms there (`tables/cues.tsv`: the group with `not_` before it).

    As with `told`, none that is asked, feared or of a relative clause.
    """
    for match in _not(group).finditer(scene.fold, scene.start, scene.end) if "لم" in scene.forms else ():
        before = scene.before(match.start())
        if not (before and before[0] in _RELATIVE) and not unreal(scene, match.start(), 2):
            yield match


def read_all(
    scene: Scene,
    group: str,
    rule: Callable[[Scene, re.Match[str]], Iterator[Finding]],
    *,
    reach: int = 3,
    had: bool = True,
) -> Iterator[Finding]:
    """What a rule reads off the verbs of a group: those that are told, and as denied those behind لم."""
    for match in told(scene, group, reach=reach, had=had):
        yield from rule(scene, match)
    for match in denied(scene, group):
        yield from negated(match, rule(scene, match))


def negated(match: re.Match[str], findings: Iterable[Finding]) -> Iterator[Finding]:
    """What a rule read off a denied verb, as denied: with لم in its proof and its wording."""
    for finding in findings:
        finding.start = min(finding.start, match.end(1))
        verb = finding.predicate
        finding.predicate = replace(verb, start=match.end(1), text=f"لم {verb.text}" if verb.text else "")
        finding.polarity = "negated"
        yield finding
