"""Which terminal this is and how it wants Arabic.

Most terminals show what they get from left to right, and need visual order. Those that order text themselves (ECMA-48's
implicit mode) are switched off where they can be (VTE, mlterm), or kept from ordering by LRM; see `terminals.tsv`.

`asking` asks the terminal, `outer` looks around it, `table` reads what is known, and `detect` puts it together: the
reader's setting, then what they saw in the calibration, then the terminal's answers, then the environment.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.arabic.terminal.asking import NO_ANSWERS, Answers, ask, questions, understood
from tui.arabic.terminal.modes import Mode, Terminal, enter, leave
from tui.arabic.terminal.outer import surroundings
from tui.arabic.terminal.table import look_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.calibration import Calibration, Shown

__all__ = [
    "NO_ANSWERS",
    "Answers",
    "Mode",
    "Terminal",
    "ask",
    "detect",
    "enter",
    "leave",
    "questions",
    "surroundings",
    "through",
    "understood",
]


def detect(
    env: Mapping[str, str],
    answers: Answers = NO_ANSWERS,
    *,
    setting: str = "auto",
    harakat: Shown = "auto",
    calibrated: Iterable[Calibration] = (),
) -> Terminal:
    """Tell how this terminal wants Arabic.

    Args:
        env: the environment, with what `surroundings` adds to it.
        answers: what `ask` got.
        setting: a `Mode`'s name, or `auto`.
        harakat: whether the reader wants vowel marks, or `auto` for what the terminal can draw.
        calibrated: what readers saw in terminals; the one with this terminal's name counts.

    Raises:
        ValueError: `setting` is neither.
    """
    found = _by_terminal(env, answers)
    for seen in calibrated:
        if seen.terminal == found.key:
            found = replace(
                found,
                mode=Mode(seen.text) if seen.text != "auto" else found.mode,
                harakat=found.harakat if seen.harakat == "auto" else seen.harakat,
                lacking=seen.lacking,
                how=found.how if seen.text == "auto" else "calibration",
                hint="",
                seen=True,
            )
    if setting != "auto":
        found = replace(found, mode=Mode(setting), how="setting", hint="")
    return found if harakat == "auto" else replace(found, harakat=harakat)


def through(env: Mapping[str, str]) -> str:
    """`screen` where this process runs in GNU screen, else ''. What is started there inherits STY, but not TERM."""
    return "screen" if env.get("STY") and not env.get("TMUX") and env.get("TERM", "").startswith("screen") else ""


def _by_terminal(env: Mapping[str, str], answers: Answers) -> Terminal:
    if answers.primary and through(env):  # what answered is the terminal around it
        inner = {name: value for name, value in env.items() if name not in {"STY", "TERM"}}
        found = _by_terminal(inner, answers)
        return replace(found, name=f"screen in {found.name}" if found.name else "screen", through="screen")
    if answers.mode_8 in ("1", "2"):  # only VTE knows this mode, and answers through nothing that hides it
        return Terminal("VTE", Mode.EXPLICIT, how="answer")
    # Variables are inherited: an xterm started in VTE has VTE's too, but says that it does not know the mode.
    denied = {Mode.EXPLICIT} if answers.mode_8 == "0" else set()
    found = look_up({**env, **answers.variables}, denied) or Terminal("", Mode.VISUAL, term=env.get("TERM", ""))
    return replace(found, through="tmux") if found.name.startswith("tmux in ") and enter(found.mode) else found
