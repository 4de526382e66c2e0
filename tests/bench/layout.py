"""How fast paragraphs are laid out: `PYTHONPATH=. python tests/bench/layout.py [--runs 41]`, medians and ratios.

The floor is what programs do that care for no lines, offsets, marks or brackets: `get_display(reshape(text))`, for each
paragraph and for each line as wrapped. Everything is measured in one interleaved run, since machines drift. *Cold* has
no layouts at hand, *warm* has laid out the same text; nothing smaller is kept. *Vowelled* is the text with a mark on
every letter. What only the first call of a process pays (imports, tables) is in none of these and is measured in
processes of its own.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from arabic_reshaper import reshape
from bidi import get_display  # type: ignore[import-untyped]

from tui.arabic import layout as engine
from tui.arabic import paint
from tui.model import Draft, Span
from tui.ui.page import Page
from tui.ui.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared/articles"
CHARACTERS, LONG = 3_000, 200_000
WIDTH, HEIGHT = 76, 40
FIRST = "from tui.arabic.layout import layout; layout({0!r}, 76, base='R')"
PEER = "from arabic_reshaper import reshape; from bidi import get_display; get_display(reshape({0!r}))"


def paragraphs(size: int) -> list[str]:
    """So many characters of real news where it is at hand, of the samples else; from the beginning again if need be."""
    files = sorted((SHARED if SHARED.is_dir() else ROOT / "seeds").glob("*.[tm][xd]*"))
    found = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if len(line) > 200]
    if not found:
        raise SystemExit(f"no paragraphs in {files}")
    taken: list[str] = []
    while (missing := size - sum(map(len, taken))) > 0:
        taken.append(found[len(taken) % len(found)][:missing])
    return taken


def forget() -> None:
    """Empty the cache of layouts."""
    engine._layout.cache_clear()


class Job(NamedTuple):
    """What is timed, and what is done before, untimed."""

    timed: Callable[[], object]
    before: Callable[[], None] = lambda: None


class Time(NamedTuple):
    """Milliseconds: the median of the runs, and the least, which is nearest to an idle machine's."""

    usual: float
    least: float


def interleaved(runs: int, jobs: dict[str, Job]) -> dict[str, Time]:
    """The time of each job."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(runs):
        for name, job in jobs.items():
            job.before()
            start = time.perf_counter()
            job.timed()
            times[name].append(1000 * (time.perf_counter() - start))
    return {name: Time(median(all_), min(all_)) for name, all_ in times.items()}


def layouts(runs: int) -> None:
    """Cold and warm, against the floor."""
    text = paragraphs(CHARACTERS)
    vowelled = [re.sub("(?<=[\u0621-\u064a])(?![\u064b-\u0652])", "\u064e", paragraph) for paragraph in text]
    size = sum(map(len, text))
    lines = [p[line.start : line.end] for p in text for line in engine.layout(p, WIDTH, base="R")]

    def ours(text: list[str]) -> None:
        for paragraph in text:
            engine.layout(paragraph, WIDTH, base="R")

    found = interleaved(
        runs,
        {
            "floor, paragraphs": Job(lambda: [get_display(reshape(paragraph)) for paragraph in text]),
            "floor, lines": Job(lambda: [get_display(reshape(line)) for line in lines]),
            "cold": Job(partial(ours, text), forget),
            "warm": Job(partial(ours, text)),
            "vowelled, cold": Job(partial(ours, vowelled), forget),
        },
    )
    print(f"{size} characters, {len(text)} paragraphs, {len(lines)} lines of {WIDTH} cells")
    floors = [found["floor, paragraphs"].usual, found["floor, lines"].usual]
    for name, (usual, least) in found.items():
        ratios = "  ".join(f"{usual / floor:6.2f}" for floor in floors)
        each = f"{1000 * usual / (sum(map(len, vowelled)) if 'vowelled' in name else size):7.3f} us a character"
        print(f"{name:20}{usual:9.3f} ms (least {least:7.3f}){each}   over the floors: {ratios}")


def article(size: int) -> Draft:
    """An article of so many characters."""
    text, spans, at = "", [], 0
    for paragraph in ["عنوان المقال الطويل", *paragraphs(size)]:
        spans.append(Span(at, at + len(paragraph)))
        text += paragraph + "\n"
        at = len(text)
    return Draft(text, "عنوان المقال الطويل", spans[0], body=tuple(spans[1:]))


def first_screen(draft: Draft) -> None:
    """Lay out what a screen shows of an article at first."""
    Page(Text(draft), WIDTH, paint.Mode.VISUAL, paint.options(paint.Mode.VISUAL)).around(0, HEIGHT)


def first_screens(runs: int) -> None:
    """The first screen of a long article against that of a short one, cold."""
    drafts = {f"{size} characters": article(size) for size in (CHARACTERS, LONG)}
    found = interleaved(runs, {name: Job(partial(first_screen, draft), forget) for name, draft in drafts.items()})
    short, long = [time.usual for time in found.values()]
    print(
        f"\nfirst screen of {HEIGHT} lines, cold: {', '.join(f'{name} {ms:.2f} ms' for name, (ms, _) in found.items())}"
    )
    print(f"long over short: {long / short:.2f}")


def first_calls(runs: int) -> None:
    """What a process pays for its first paragraph, imports included, over bare Python."""
    paragraph = paragraphs(300)[0]
    commands = {"bare Python": "pass", "first layout": FIRST.format(paragraph), "floor's first": PEER.format(paragraph)}

    def process(code: str) -> None:
        subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)

    found = interleaved(runs, {name: Job(partial(process, code)) for name, code in commands.items()})
    print("\na process and its first paragraph of 300 characters")
    for name, (ms, _) in found.items():
        print(f"{name:20}{ms:9.1f} ms   + {ms - found['bare Python'].usual:.1f}")


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=41)
    runs = parser.parse_args().runs
    layouts(runs)
    first_screens(runs)
    first_calls(max(5, runs // 3))


if __name__ == "__main__":
    main()
