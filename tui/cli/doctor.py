"""`warraq doctor`: what the terminal is and does, which mode is used and why, every setting; then the calibration."""

from __future__ import annotations

import os
import platform
import sys
from contextlib import contextmanager, suppress
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arabic.direction import isolate
from tui.i18n import N_, _, direction
from tui.recognisers import Chosen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.arabic.terminal import Answers, Terminal
    from tui.calibration import Calibration
    from tui.cli.output import Call, Output
    from tui.config import Config

_WHY = {
    "setting": N_("`text` in the configuration says so"),
    "calibration": N_("it read right in the calibration"),
    "answer": N_("the terminal's answers say what it is"),
    "environment": N_("the environment says what it is"),
    "default": N_("nothing tells what it is, and this is right in most terminals"),
}
_SHOWN = {
    None: N_("none kept yet"),
    True: N_("shown by the next start here"),
    False: N_("not shown: the terminal, its size, the configuration or the library is another than it was"),
}
# What terminals measure in different ways, or a font may lack, with the cells that we count for it.
_MEASURED = (
    (N_("a joined letter"), "\ufe91", 1),
    (N_("lam-alef in one cell"), "\ufefb", 1),
    (N_("a letter with a mark"), "\ufe91\u064e", 1),
    (N_("a Persian letter"), "\ufb7c", 1),
    (N_("an Urdu letter"), "\ufbae", 1),
    (N_("LRM, which takes no room"), "\u200e", 0),
    (N_("an emoji"), "\U0001f4f0", 2),
)
# Nobody waits here for a first screen, and a slow line shall be told from a silent terminal.
_PATIENCE = 0.5


def doctor(call: Call) -> int:
    """Report; on a terminal offer the calibration and keep its answer."""
    from tui.arabic import terminal

    config = call.config
    surrounding = terminal.surroundings(os.environ)
    with _tty() as tty:
        answers, _typed = terminal.ask(tty, tty, _PATIENCE, through=terminal.through(os.environ))
        widths = _widths(tty, answers)
    found = terminal.detect(
        surrounding, answers, setting=config.text, harakat=config.harakat, calibrated=config.terminals
    )
    report = _report(config, found, answers, surrounding, widths)
    if call.out.json:
        call.out.record(report)
        return 0
    call.out.edge = direction()
    _print(call.out, report)
    if sys.stdin.isatty() and call.out.screen:
        _calibrate(call, found)
    return 0


@contextmanager
def _tty() -> Iterator[int]:
    """The terminal, whatever was redirected; -1 where there is none."""
    fd = -1
    with suppress(OSError):
        fd = os.open("/dev/tty", os.O_RDWR)
    try:
        yield fd
    finally:
        if fd >= 0:
            os.close(fd)


def _widths(tty: int, answers: Answers) -> list[int]:
    from tui.arabic.terminal.asking import widths

    texts = [text for _, text, _ in _MEASURED]
    return widths(texts, tty, tty, _PATIENCE) if answers.primary else [-1] * len(texts)


def _report(
    config: Config, found: Terminal, answers: Answers, variables: Mapping[str, str], widths: list[int]
) -> dict[str, object]:
    """All that is known, as JSON prints it."""
    from tui import __version__
    from tui.arabic.terminal.hints import HINTS
    from tui.arabic.terminal.table import evidence
    from tui.i18n import language

    replies = {name: getattr(answers, name) for name in ("mode_8", "version", "secondary", "primary", "seconds")}
    return {
        "warraq": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "terminal": {
            "name": found.name or None,
            "how": found.how,
            "answers": replies if answers.asked else None,
            "evidence": evidence(variables),
        },
        "text": {"mode": found.mode.value, "why": found.how},
        "harakat": found.harakat,
        "lacking": list(found.lacking),
        "hint": HINTS[found.hint] if found.hint else None,
        "widths": [
            {"text": text, "what": what, "expected": expected, "cells": cells if cells >= 0 else None}
            for (what, text, expected), cells in zip(_MEASURED, widths, strict=True)
        ],
        "language": language(),
        "state": _state(config),
        "recognisers": _recognisers(config),
        "configuration": {f.name: _plain(getattr(config, f.name)) for f in fields(config)},
    }


def _recognisers(config: Config) -> dict[str, object]:
    """What can find names, what does, and why it cannot; none of them is loaded for it."""
    from tui.analysis.recognise import plugins

    offered = [
        {"name": one.name, "from": one.origin, "lacking": one.lacking or None, "chosen": one.name == config.recogniser}
        for one in plugins.offers()
    ]
    return {"chosen": config.recogniser, "fault": plugins.fault(config.chosen) or None, "offered": offered}


def _state(config: Config) -> dict[str, object]:
    """Where the reader keeps what it was left at, and the screen that stands before it is loaded."""
    from tui import firstpaint, kept

    place = kept.path("state", str(config.library.absolute()))
    screen, shown = firstpaint.kept_for(())
    return {"left": place if Path(place).exists() else None, "screen": screen, "shown": shown}


def _plain(value: object) -> object:
    """A setting as JSON has it."""
    if isinstance(value, tuple):
        return dict(map(_named, value))
    return str(value) if isinstance(value, Path) else value


def _named(entry: Calibration | Chosen) -> tuple[str, dict[str, object]]:
    """An entry of a table of the configuration."""
    if isinstance(entry, Chosen):
        return entry.name, {key: _plain(value) for key, value in entry.settings().items()}
    return entry.terminal, {"text": entry.text, "harakat": entry.harakat, "lacking": list(entry.lacking)}


def _print(out: Output, report: Mapping[str, object]) -> None:
    """The same for people; what is as it should be is said in one line."""
    terminal, text, widths = report["terminal"], report["text"], report["widths"]
    assert isinstance(terminal, dict)
    assert isinstance(text, dict)
    assert isinstance(widths, list)
    out.phrase(_("Terminal: {name}").format(name=isolate(terminal["name"] or _("not known"))), "strong")
    answers = terminal["answers"]
    if answers is None:
        out.phrase(_("It was not asked: there is no terminal here."))
    else:
        for name, asked in (("mode_8", "DECRQM 8"), ("version", "XTVERSION"), ("secondary", "DA2"), ("primary", "DA1")):
            out.row(asked, answers[name] or _("silent"))
        out.row(_("answered within {ms:.0f} ms").format(ms=1000 * answers["seconds"]))
    for name, value in terminal["evidence"].items():
        out.row(f"{name}={value}")
    out.heading(_("Arabic is sent as: {mode}").format(mode=isolate(text["mode"])))
    why = _WHY[text["why"]]
    out.phrase(_(why))
    out.phrase(_("Vowel marks are shown.") if report["harakat"] else _("Vowel marks are left out."))
    if report["lacking"]:
        lacking = ", ".join(map(str, report["lacking"]))  # type: ignore[call-overload]
        out.phrase(_("Letters that the font lacks, shown unjoined: {groups}").format(groups=isolate(lacking)))
    if report["hint"]:
        out.phrase(_(str(report["hint"])))
    out.heading(_("Cells, by the cursor's place"))
    for entry in widths:
        cells, expected, what = entry["cells"], entry["expected"], entry["what"]
        wrong = "" if cells in {None, expected} else _("{cells} expected").format(cells=expected)
        shown = _("silent") if cells is None else cells
        out.row(f"{_(what)}: {shown}", wrong)
    state = report["state"]
    assert isinstance(state, dict)
    out.heading(_("Kept for the next start"))
    out.row(_("where the reader was left"), state["left"] or _("nothing yet"))
    out.row(_("the first screen"), state["screen"], _(_SHOWN[state["shown"]]))
    _print_recognisers(out, report["recognisers"])
    out.heading(_("Settings"))
    settings = report["configuration"]
    assert isinstance(settings, dict)
    for name, value in settings.items():
        out.row(f"{name} = {value}")


def _print_recognisers(out: Output, found: object) -> None:
    assert isinstance(found, dict)
    out.heading(_("Names are found by: {name}").format(name=isolate(found["chosen"])))
    if found["fault"]:
        out.phrase(found["fault"])
    for one in found["offered"]:
        origin = "" if one["from"] == "warraq" else _("a plug-in of {package}").format(package=one["from"])
        lacking = f"pip install 'warraq[{one['name']}]'" if one["lacking"] else ""
        out.row(one["name"], origin or lacking, least=(14,))


def _calibrate(call: Call, found: Terminal) -> None:
    from tui.calibration import keep
    from tui.ui.calibrate import calibrate

    out = call.out
    out.blank()
    out.phrase(_("Enter shows the calibration screen; anything else and Enter leaves."))
    if sys.stdin.readline() != "\n" or out.screen is None:
        return
    out.give_back()
    seen = calibrate(found, sys.stdout, sys.stdin.readline, out.screen.width)
    if seen is not None:
        keep(seen, call.config.path)
        out.phrase(
            _("Kept for {terminal} in {path}.").format(
                terminal=isolate(seen.terminal), path=isolate(str(call.config.path))
            )
        )
