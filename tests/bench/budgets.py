"""The whole program against its budgets, in one run interleaved with an empty Textual app and newsboat."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import defaultdict
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tests.bench import newsboat
from tests.bench.generated import FUNCTION_WORDS, World
from tests.bench.painted import COLS, Painted
from tests.bench.reader import FIRST, SHORT, article
from tests.bench.screen import EMPTY_APP, run_time
from tests.visual import said, shown
from tui.arabic.direction import isolate
from tui.library import Library

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.bench.painted import Paint

WARRAQ = [sys.executable, "-m", "tui"]
PEERS = (1_000, 100_000)
"""Articles that newsboat gets."""

_PAGE_DOWN = "\x1b[6~"
_READER = b"\x1b[?1000h"  # what Textual sends when it takes the terminal over
_SECOND_ROW = 5  # the line of the screen on which the second article begins, at the top of the list


class Row(NamedTuple):
    """A line of the table of budgets; figures of time in ms."""

    what: str
    figure: float
    budget: str
    met: bool
    unit: str = "ms"
    peer: str = ""
    other: float = 0.0


def against(what: str, figure: float, peer: str, other: float, most: float, unit: str = "ms") -> Row:  # noqa: PLR0917
    """A figure that may be so many times another's."""
    return Row(what, figure, f"{most:.3g} x", figure <= most * other, unit, peer, other)


def show(rows: list[Row], size: int) -> None:
    """Print the table, as the README has it."""
    print(f"\n| {size:,} articles | figure | floor or peer | ratio | budget | |\n|---|---|---|---|---|---|")
    for row in rows:
        peer = f"{row.other:,.1f} {row.unit}, {row.peer}" if row.peer else ""
        ratio = f"{row.figure / row.other:.3g}" if row.other else ""
        met = "met" if row.met else "not met"
        print(f"| {row.what} | {row.figure:,.1f} {row.unit} | {peer} | {ratio} | {row.budget} | {met} |")


# ---------------------------------------------------------------- measuring


class Figures(defaultdict[str, list[float]]):
    """What was measured of one program, by name."""

    def __init__(self) -> None:
        super().__init__(list)

    def add(self, name: str, paint: Paint) -> None:
        """A paint in ms, and the bytes of it."""
        self[name].append(paint.seconds * 1000)
        self[f"{name}, bytes"].append(paint.size)

    def of(self, name: str) -> float:
        """The median."""
        return median(self[name])


def programs(paths: Mapping[int, Path], runs: int) -> list[Row]:
    """Measure libraries of several sizes; the budgets are those of the largest.

    Args:
        paths: by the number of articles.
        runs: how often each is started.
    """
    few, many = min(paths), max(paths)
    word = World().words[len(FUNCTION_WORDS) + 300]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        bench = _Bench(folder, word)
        bench.prepare(paths)
        for _ in range(runs):
            bench.floors()
            for size, path in paths.items():
                bench.warraq(size, path)
            bench.first_start(paths[many])
            bench.opening()
            for size in PEERS * bool(newsboat.PROGRAM):
                bench.peer(size)
    for name, own in bench.found.items():
        print(f"{name}: " + ", ".join(f"{what} {median(values):,.1f}" for what, values in own.items()))
    return _rows(bench.found, few, many)


class _Bench:
    """Starts programs and keeps what they took."""

    def __init__(self, folder: Path, word: str) -> None:
        self.folder = folder
        self.word = word
        self.found: defaultdict[str, Figures] = defaultdict(Figures)
        self._starts = 0
        self._env = {
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_STATE_HOME": str(folder / "state"),
            "LANGUAGE": "en",
        }

    def prepare(self, paths: Mapping[int, Path]) -> None:
        """Make what is started, and start each once: the first start says what it thinks of the terminal."""
        (self.folder / "empty.py").write_text(EMPTY_APP, encoding="utf-8")
        shutil.copy(paths[min(paths)], self.folder / "open.db")
        long = [article(SHORT, f"مقال {key}", first, "2026-01-01") for key, first in FIRST.items()]
        with Library.open(self.folder / "open.db") as library:
            for draft in long:
                library.add(draft, exact=True)
        for size in PEERS * bool(newsboat.PROGRAM):
            newsboat.cache(self.folder / f"newsboat {size}", size, long[0])
        for path in (*paths.values(), *paths.values(), self.folder / "open.db"):
            self._started(path).leave("g", "q")

    def _started(self, path: Path, typed: str = "", **env: str) -> Painted:
        given = {**self._env, "WARRAQ_LIBRARY": str(path), **env}
        return Painted(WARRAQ, lambda screen: "●" in screen.text, given, typed=typed)

    def floors(self) -> None:
        """Bare Python, the help, an empty application."""
        own = self.found["floors"]
        own["bare Python"].append(1000 * run_time([sys.executable, "-c", "pass"]))
        own["help"].append(1000 * run_time([*WARRAQ, "--help"]))
        app = Painted([sys.executable, str(self.folder / "empty.py")], lambda screen: "READY" in screen.text, {})
        own["empty app"].append(1000 * app.ready)
        own["empty app, MB"].append(app.memory())
        app.leave("\x11")

    def warraq(self, size: int, path: Path) -> None:
        """A start with a key typed as soon as there is something to see, then everything else."""
        own = self.found[f"{size:,}"]
        program = self._started(path, typed="j")
        own["first screen"].append(1000 * program.ready)
        second = program.screen.buffer[_SECOND_ROW]
        before = second[COLS - 4].bg
        answered = lambda screen: screen.screen.buffer[_SECOND_ROW][COLS - 4].bg != before  # noqa: E731
        own["first key"].append(1000 * program.seconds_until(answered))
        program.seconds_until(lambda screen: _READER in screen.output)
        own["MB at start"].append(program.memory())
        for _ in range(9):
            own.add("step", program.key("j"))
        for _ in range(5):
            own.add("page", program.key(_PAGE_DOWN))
        program.key("/")
        program.key(self.word)
        wanted = said(f"Search: {isolate(self.word)}")
        own.add("search", program.key("\r", lambda screen: wanted in screen.screen.display[1]))
        own["MB in use"].append(program.memory())
        program.leave("x", "g", "q")

    def first_start(self, path: Path) -> None:
        """A start that finds no screen of an earlier one."""
        self._starts += 1
        program = self._started(path, XDG_STATE_HOME=str(self.folder / f"first {self._starts}"))
        self.found["first start"]["first screen"].append(1000 * program.ready)
        program.leave("q")

    def opening(self) -> None:
        """Two articles of 3,000 characters in turn, and lines of them."""
        own = self.found["open"]
        program = self._started(self.folder / "open.db")
        program.key("\r", lambda screen: any(shown(first) in screen.text for first in FIRST.values()))
        for key in "JKJK":
            other = shown(FIRST[{"J": "K", "K": "J"}[key]])
            own.add("open", program.key(key, partial(_shows_other, other)))
            for _ in range(3):
                own.add("line", program.key("j"))
        program.leave("h", "g", "q")

    def peer(self, size: int) -> None:
        """The same in newsboat."""
        own = self.found[f"newsboat {size:,}"]
        program = newsboat.started(self.folder / f"newsboat {size}")
        own["ready"].append(1000 * program.ready)
        for _ in range(newsboat.OPENED):
            own.add("open", program.key("\r", lambda screen: FIRST["J"] in screen.text))
            program.key("q")
        for _ in range(9):
            own.add("step", program.key("j"))
        for _ in range(5):
            own.add("page", program.key(_PAGE_DOWN))
        program.key("/")
        program.key(self.word)
        own.add("search", program.key("\r", lambda screen: "Search result" in screen.text))
        program.leave("q", "q", "q")


def _shows_other(before: str, screen: Painted) -> bool:
    """Whether an article is in view that does not begin with this word."""
    return any(shown(first) in screen.text for first in FIRST.values() if shown(first) != before)


def _rows(found: Mapping[str, Figures], few: int, many: int) -> list[Row]:
    floors, ours, opened = found["floors"], found[f"{many:,}"], found["open"]
    empty, extra = floors.of("empty app"), floors.of("help") - floors.of("bare Python")
    size = ours.of("step, bytes")
    rows = [
        Row("`warraq --help` over bare Python", extra, "100 ms", extra <= 100),
        against("first shaped page, as it was left", ours.of("first screen"), "empty app", empty, 0.15),
        against("first shaped page, nothing kept", found["first start"].of("first screen"), "empty app", empty, 0.15),
        against("first key answered", ours.of("first key"), "empty app", empty, 1.25),
        against("the same", ours.of("first key"), f"{few:,} articles", found[f"{few:,}"].of("first key"), 1.05),
        Row("bytes written by a step", size, "1,000 bytes", size <= 1000, "bytes"),
        against("memory at start", ours.of("MB at start"), "empty app", floors.of("empty app, MB"), 1.6, "MB"),
        against("memory in use", ours.of("MB in use"), "empty app", floors.of("empty app, MB"), 3, "MB"),
    ]
    if newsboat.PROGRAM:
        small, large = (found[f"newsboat {size:,}"] for size in PEERS)
        names = [f"newsboat, {size:,}" for size in PEERS]
        rows += [
            against("a step in the list", ours.of("step"), names[0], small.of("step"), 2.5),
            against("a step in the list", ours.of("step"), names[1], large.of("step"), 1 / 13),
            against("a line of an article", opened.of("line"), names[0], small.of("step"), 2.5),
            against("a page", ours.of("page"), names[1], large.of("page"), 1 / 4),
            against("opening 3,000 characters", opened.of("open"), names[0], small.of("open"), 1.5),
            against("opening 3,000 characters", opened.of("open"), names[1], large.of("open"), 1.5),
            against("text search", ours.of("search"), names[1], large.of("search"), 1 / 60),
        ]
    return rows
