"""Start and keys, against a floor in the same run: `python tests/bench/screen.py [--articles 100000] [--runs 9]`.

Prints medians and ratios: `warraq --help` over bare Python, the first usable screen over an empty Textual app, and a
step in a long list over a step in a list of twelve. Programs are interleaved, since machines drift; byte-compile first
(`python -m compileall -q tui`), or the figures are those of the compiler.
"""

from __future__ import annotations

import argparse
import os
import pty
import random
import select
import struct
import subprocess
import sys
import tempfile
import time
from fcntl import ioctl
from pathlib import Path
from statistics import median
from termios import TIOCSWINSZ

from tui.library import Analyser, Library
from tui.model import Analysis, Draft, Span

EMPTY_APP = """
from textual.app import App
from textual.widgets import Static


class Empty(App):
    def compose(self):
        yield Static("READY")


Empty().run()
"""
WORDS = (
    *("أعلن", "الوزير", "في", "باريس", "أن", "اللجنة", "ستنظر", "غدا", "تقرير", "الشركة"),
    *("حول", "المشروع", "الجديد", "بعد", "اجتماع", "طويل", "مع", "وفد", "المدينة"),
)
QUIET = 0.12
PATIENCE = 30


# An analyser that finds nothing: the list is measured here, not the analysis.
NOTHING = Analyser(lambda _draft, _known: Analysis(), lambda _: (), lambda _: (), lambda *_: None)


def library(path: Path, size: int) -> None:
    """Make a library of so many generated articles, a hundred a day."""
    source = random.Random(7)  # noqa: S311 - made to be the same each time
    with Library.open(path, analyser=NOTHING) as made:
        for number in range(size):
            title = " ".join(source.choices(WORDS, k=9)) + f" {number}"
            body = " ".join(source.choices(WORDS, k=60))
            text = f"{title}\n\n{body}"
            day = time.strftime("%Y-%m-%d", time.gmtime(1_500_000_000 + number // 100 * 86_400))
            span = Span(len(title) + 2, len(text))
            made.add(Draft(text, title, Span(0, len(title)), body=(span,), source="مولّد", published=day))


class Program:
    """A program in a pseudo-terminal of 140x24, in which twelve articles must scroll.

    Times are from before the fork, or from before the key.
    """

    def __init__(self, command: list[str], env: dict[str, str], ready: str) -> None:
        start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if not self.pid:
            os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color", **env})  # noqa: S606
        ioctl(self.fd, TIOCSWINSZ, struct.pack("HHHH", 24, 140, 0, 0))
        output, asked = b"", False
        while ready.encode() not in output:
            if not select.select([self.fd], [], [], PATIENCE)[0]:
                raise SystemExit(f"{command}: nothing painted in {PATIENCE} s")
            output += os.read(self.fd, 65536)
            if b"\x1b[c" in output and not asked:
                os.write(self.fd, b"\x1b[?62;22c")
                asked = True
        self.ready = time.perf_counter() - start
        self.settle()

    def settle(self) -> int:
        """Read until nothing comes for a while; how many bytes came."""
        count = 0
        while select.select([self.fd], [], [], QUIET)[0]:
            count += len(os.read(self.fd, 65536))
        return count

    def key(self, key: str) -> float:
        """Seconds from a key to the first paint that answers it."""
        self.settle()
        start = time.perf_counter()
        os.write(self.fd, key.encode())
        select.select([self.fd], [], [], 5)
        return time.perf_counter() - start

    def close(self) -> None:
        """Quit: `q` is Warraq's key, ctrl+q Textual's."""
        os.write(self.fd, b"q\x11")
        try:
            while os.read(self.fd, 65536):
                pass
        except OSError:
            pass
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def run_time(command: list[str]) -> float:
    """Seconds of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def report(what: str, figures: list[float], floor: list[float], budget: str) -> None:
    """One line: medians in ms, ratio, budget."""
    a, b = median(figures) * 1000, median(floor) * 1000
    print(f"{what:<42} {a:8.1f} ms   floor {b:8.1f} ms   ratio {a / b:5.2f}   more {a - b:7.1f} ms   budget {budget}")


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=9)
    given = options.parse_args()
    python, warraq = [sys.executable], [sys.executable, "-m", "tui"]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "empty.py").write_text(EMPTY_APP, encoding="utf-8")
        env = {"XDG_CONFIG_HOME": folder, "WARRAQ_LIBRARY": str(work / "sample.db")}
        subprocess.run([*warraq, "list"], env={**os.environ, **env}, stdout=subprocess.DEVNULL, check=True)
        helps: list[float] = []
        bare: list[float] = []
        first: list[float] = []
        empty: list[float] = []
        for _ in range(given.runs):
            bare.append(run_time([*python, "-c", "pass"]))
            helps.append(run_time([*warraq, "--help"]))
            for figures, command, ready in ((empty, [*python, str(work / "empty.py")], "READY"), (first, warraq, "●")):
                program = Program(command, env, ready)
                figures.append(program.ready)
                program.close()
        report("warraq --help, bare Python", helps, bare, "floor + 100 ms")
        report("first usable screen, empty Textual app", first, empty, "2.0")

        library(work / "few.db", 12)
        library(work / "many.db", given.articles)
        few = Program(warraq, {**env, "WARRAQ_LIBRARY": str(work / "few.db")}, "●")
        many = Program(warraq, {**env, "WARRAQ_LIBRARY": str(work / "many.db")}, "●")
        steps: dict[str, tuple[list[float], list[float]]] = {"j": ([], []), "\x1b[6~": ([], [])}
        for key, (in_many, in_few) in steps.items():
            for number in range(given.runs * 3):
                # A list of twelve has an end: go back to the top before it.
                back = "g" if key != "j" or number % 10 == 9 else ""
                for program, figures in ((many, in_many), (few, in_few)):
                    if back:
                        program.key(back)
                    figures.append(program.key(key))
        few.close()
        many.close()
        report(f"a step in {given.articles:,} articles, in twelve", *steps["j"], "2.0")
        report(f"a page in {given.articles:,} articles, in twelve", *steps["\x1b[6~"], "2.0")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
