"""The ways to send a line of Arabic, and what is known of a terminal."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from tui.frozen import frozen


class Mode(StrEnum):
    """How lines are sent.

    Attributes:
        VISUAL: joined, in visual order, nothing else.
        EXPLICIT: the same, after the terminal's own ordering was switched off (ECMA-48's BDSM).
        MLTERM: the same, after mlterm's own ordering was switched off by mlterm's own sequence.
        LRM: the same with LRM after each letter that the terminal would reorder.
        RUNS: right-to-left runs in logical order between LRMs, for terminals that order (UAX #9) and take LRM.
        WORDS: words in visual order, each with its letters in logical order, for terminals that turn words alone.
        LOGICAL: as stored, for the terminal to join and order.
    """

    VISUAL = "visual"
    EXPLICIT = "explicit"
    MLTERM = "mlterm"
    LRM = "lrm"
    RUNS = "runs"
    WORDS = "words"
    LOGICAL = "logical"


_ENTER = {Mode.EXPLICIT: "\x1b[8l", Mode.MLTERM: "\x1b]5379;use_ctl=false\x07"}
_LEAVE = {Mode.EXPLICIT: "\x1b[8h", Mode.MLTERM: "\x1b]5379;use_ctl=true\x07"}


def enter(mode: Mode, *, through: str = "") -> str:
    """What to send before the first line in a mode; `through` is `screen` or `tmux` where that must pass it on."""
    return passed(_ENTER.get(mode, ""), through)


def leave(mode: Mode, *, through: str = "") -> str:
    """What to send after the last line, so that the terminal is as it was; `through` as for `enter`."""
    return passed(_LEAVE.get(mode, ""), through)


def passed(sequence: str, through: str) -> str:
    """A sequence as GNU screen or tmux hands it to the terminal around it (a device control string), or as it is."""
    if not sequence or not through:
        return sequence
    inner = sequence if through == "screen" else "tmux;" + sequence.replace("\x1b", "\x1b\x1b")
    return f"\x1bP{inner}\x1b\\"


@frozen
class Terminal:
    """What is known of a terminal.

    Attributes:
        name: '' when unknown.
        mode: how lines are sent.
        harakat: whether it draws marks on their letters.
        how: what told us the mode: `setting`, `calibration`, `answer`, `environment` or `default`.
        hint: what its user could change to read better, by its name in `hints.py`; '' for nothing.
        lacking: groups of letters that its font lacks, by the names in `letters.tsv`.
        seen: whether its calibration was answered, or offered.
        through: `screen` or `tmux` when what is sent to the terminal itself must go through that, else ''.
        term: TERM, which stands for the name of a terminal that is not known.
    """

    name: str
    mode: Mode
    harakat: bool = True
    how: Literal["setting", "calibration", "answer", "environment", "default"] = "default"
    hint: str = ""
    lacking: tuple[str, ...] = ()
    seen: bool = False
    through: str = ""
    term: str = ""

    @property
    def key(self) -> str:
        """The name under which its calibration is kept."""
        return self.name or self.term or "unknown"
