"""Each terminal in turn: open the program in it on the page, take a picture, judge it."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.terminals.compare import Drawn, Verdict, Wanted, judge, shows
from tests.terminals.stage import Broken, Grid, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.terminals.machines import Machine

INSIDE = Path(__file__).with_name("inside.py")
FILE_NAME = str.maketrans(" ,:=", "----")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a terminal.

    Attributes:
        machine: which.
        verdicts: one a line of the page; none when there is no picture.
        harakat: whether they are there.
        hinted: whether the hint was seen.
        known: what the program says the terminal is, how it knows, and the mode; or why there is no picture.
        seconds: what it took.
    """

    machine: Machine
    verdicts: tuple[Verdict, ...] = ()
    harakat: bool = False
    hinted: bool = False
    known: str = ""
    seconds: float = 0.0

    @property
    def right(self) -> int:
        """How many lines are right."""
        return sum(not verdict.wrong for verdict in self.verdicts)

    @property
    def whole(self) -> bool:
        """Whether every line is right."""
        return self.right == len(self.verdicts) > 0

    @property
    def expected(self) -> bool:
        """Whether it is what it should be."""
        if not self.verdicts or self.hinted != bool(self.machine.hint):
            return False
        if self.machine.right:
            return self.whole and self.harakat == self.machine.harakat
        return self.machine.right is None or self.right < len(self.verdicts) / 2

    def label(self) -> list[str]:
        """What was seen, and what the program knows."""
        mark = "" if self.expected else "NOT AS EXPECTED: "
        harakat = (", harakat kept" if self.harakat else ", harakat left out") if self.whole else ""
        hint = ", hint shown" if self.hinted else ""
        return [f"{mark}{self.machine.name}: {self.right} of {len(self.verdicts)} lines{harakat}{hint}", self.known]

    def wrong(self) -> list[str]:
        """The lines that are not right, and where."""
        return [f"wrong at {verdict.wrong}: {verdict.text}" for verdict in self.verdicts if verdict.wrong]


@dataclass(frozen=True, slots=True)
class Hall:
    """What all terminals share.

    Attributes:
        program: the command that is tested.
        folder: has the library and the fonts.
        out: for pictures.
        page: its lines.
        hints: the words to look for.
    """

    program: str
    folder: Path
    out: Path
    page: tuple[Wanted, ...]
    hints: Mapping[str, Drawn]

    def show(self, machine: Machine) -> Outcome:
        """Open the program in a terminal, read the page there, and judge what is seen."""
        began = time.monotonic()
        home = Path(tempfile.mkdtemp(dir=self.folder))
        files = {**machine.files, "warraq/config.toml": f'text = "{machine.text}"\n'}
        for name, text in files.items():
            (home / name).parent.mkdir(exist_ok=True)
            (home / name).write_text(text, encoding="utf-8")
        shutil.copy(self.folder / "library.db", home / "warraq" / "library.db")
        try:
            with Stage(home, self.folder / "fonts.conf") as stage:
                outcome = self._read(stage, machine)
        except Broken as broken:
            outcome = Outcome(machine, known=str(broken))
        return replace(outcome, seconds=time.monotonic() - began)

    def picture(self, machine: Machine) -> Path:
        """Where a terminal's picture is."""
        return self.out / f"{machine.name.translate(FILE_NAME)}.png"

    def _read(self, stage: Stage, machine: Machine) -> Outcome:
        grid, blank = stage.open(machine.command([sys.executable, str(INSIDE), str(stage.folder), self.program]))
        first = stage.steady(blank, rest=1)
        stage.key("Return", "z")  # opens the article, leaves nothing but it on the screen
        second = stage.steady(first, rest=1)
        stage.keep(grid, self.picture(machine))
        if machine.hint:  # the notice is in the corner and goes when it is clicked
            stage.click(grid)
            seen = self._judge(stage.steady(second, rest=1), grid, machine)
        else:
            seen = self._judge(second, grid, machine)
        hint = self.hints.get(machine.hint)
        hinted = hint is not None and any(shows(picture, grid, hint) for picture in (first, second))
        return replace(seen, hinted=hinted, known=_known(stage.folder / "doctor.json"))

    def _judge(self, picture: bytes, grid: Grid, machine: Machine) -> Outcome:
        """With or without harakat, whichever is the more like the page."""
        wanted = judge(picture, grid, self.page, harakat=machine.harakat)
        outcome = Outcome(machine, tuple(wanted), machine.harakat)
        if outcome.whole:
            return outcome
        other = judge(picture, grid, self.page, harakat=not machine.harakat)
        return max(outcome, Outcome(machine, tuple(other), not machine.harakat), key=lambda one: one.right)


def _known(report: Path) -> str:
    found = json.loads(report.read_text(encoding="utf-8"))
    if not found:
        return "the program cannot tell"
    terminal = found["terminal"]
    return f"taken for {terminal['name'] or 'unknown'} by {terminal['how']}, mode {found['text']['mode']}"
