"""What a recogniser gives: a stretch of the text that seems to be a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.model import MentionKind, MentionType


class Candidate(NamedTuple):
    """A name found in a text.

    Attributes:
        start: first code point, after any proclitics.
        end: one past the last code point.
        score: 0 to 100; of overlapping candidates the one with the higher score stands.
        reason: the rule that found it, in a few English words.
        key: the folded name, with the article where the text has it behind ل; '' means fold the stretch.
        name: the name shown where a table knows it.
        latin: its Latin name where a table knows it.
    """

    start: int
    end: int
    type: MentionType
    kind: MentionKind
    score: float
    reason: str
    key: str = ""
    name: str = ""
    latin: str = ""
