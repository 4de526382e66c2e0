"""Kill -9 at random moments: `python tests/bench/killing.py [--times 50] [--articles 400] [--seed N] [--folder DIR]`.

An import in several processes, and marking, are killed again and again, each time followed by `warraq check`; then the
same command completes the work, and the library is compared with one that nobody disturbed. Exit code 1 where anything
differs.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library import Library
from tui.model import MarkTerm
from tui.sources import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

WARRAQ = (sys.executable, "-u", "-m", "tui")
LETTERS = "ابتجحدرسعفقكلمنهوي"
NAMES = ("إيمانويل ماكرون", "ماكرون", "باريس", "الأمم المتحدة", "وكالة الأنباء الفرنسية", "القاهرة", "لبنان")


def write_articles(folder: Path, count: int, chance: random.Random) -> None:
    """Articles in which names recur; each tenth is another outlet's copy of the one before."""
    folder.mkdir()
    text = ""
    for number in range(count):
        if number % 10 != 9:
            words = ["".join(chance.choices(LETTERS, k=chance.randint(3, 7))) for _ in range(60)]
            words[20:20] = [f"وقال {chance.choice(NAMES)} إن {number} شخصا وصلوا إلى {chance.choice(NAMES)}،"]
            text = " ".join(words)
        head = f'+++\ntitle = "خبر {number // 10 * 10 + min(number % 10, 8)}"\nsource = "صحيفة {number % 10 // 9}"\n'
        day = f"published = 2024-0{number % 9 + 1}-1{number // 10 % 10}\n+++\n"
        (folder / f"{number:05}.txt").write_text(f"{head}{day}{text}.\n", encoding="utf-8")


def killed(command: Sequence[str], seconds: float) -> tuple[str, bool]:
    """Run a command and kill it after a time: what it said, and whether it was still running."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
            return said.rpartition("\n")[0], True
    return said, False


def run(*arguments: str) -> str:
    """What a command says; its complaint ends the program."""
    found = subprocess.run((*WARRAQ, *arguments), capture_output=True, text=True, encoding="utf-8", check=False)
    if found.returncode:
        sys.exit(f"{' '.join(arguments)}: exit code {found.returncode}\n{found.stdout}{found.stderr}")
    return found.stdout


def contents(path: Path) -> list[object]:
    """What must be the same however often the work was cut short."""
    with Library.open(path, create=False) as library:
        rows = library.rows(library.ids())
        return [
            sorted((row.published, row.title, row.source, row.copies) for row in rows),
            {facet.entity.id: facet.count for facet in library.facets(limit=100_000)},
            sum(1 for _ in library.facts()),
        ]


def importing(folder: Path, home: Path, times: int, chance: random.Random) -> None:
    """Kill imports; what was said to be added is there, and at the end everything is, once."""
    plain, path = home / "plain.db", home / "killed.db"
    started = time.monotonic()
    run("add", str(folder), "--library", str(plain), "--jobs", "2")
    seconds = time.monotonic() - started
    expected, paths = contents(plain), [str(file) for file in walk(folder)]
    kills = 0
    while kills < times:
        said: set[str] = set()
        running = True
        while running and kills < times:
            command = (*WARRAQ, "add", str(folder), "--library", str(path), "--jobs", "2")
            told, running = killed(command, chance.uniform(0.05, seconds))
            kills += running
            said.update(line.split("\t")[1] for line in told.splitlines() if line.startswith("added"))
            if path.exists():
                run("check", "--library", str(path))
                with Library.open(path, create=False) as library:
                    there = {str(article) for article in library.ids()}
                if lost := said - there:
                    sys.exit(f"kill {kills}: {len(lost)} articles were said to be added and are gone")
                print(f"kill {kills}: clean, {len(there)} of {len(paths)} articles", flush=True)
        again = run("add", str(folder), "--library", str(path), "--jobs", "2")
        if len(again.splitlines()) != len(paths) or contents(path) != expected:
            sys.exit(f"after kill {kills}: the library is not the one that nobody disturbed")
        print(f"completed; the same library as without a kill ({kills} of {times})", flush=True)
        for file in home.glob("killed.db*"):
            file.unlink()


def marking(home: Path, times: int, chance: random.Random) -> None:
    """Kill a program that marks; what it said to have marked is marked, and it completes its work."""
    path = home / "plain.db"
    for kill in range(1, times + 1):
        with Library.open(path) as library:
            ids = library.ids()
            library.mark(ids, read=False, starred=False)
        said, _ = killed((sys.executable, "-u", __file__, "--mark", str(path)), chance.uniform(0.1, 1.5))
        run("check", "--library", str(path))
        with Library.open(path) as library:
            read = set(library.ids(MarkTerm("read")))
            if lost := {int(line) for line in said.splitlines()} - read:
                sys.exit(f"kill {kill} of marking: {len(lost)} marks are gone")
        print(f"kill {kill} of marking: clean, {len(read)} of {len(ids)} read", flush=True)
    run_marks(path)
    with Library.open(path) as library:
        if library.count(MarkTerm("unread")):
            sys.exit("marking did not complete")


def run_marks(path: Path) -> None:
    """Mark one article after another and then all, and say so."""
    with Library.open(path) as library:
        for article in library.ids(MarkTerm("unread")):
            library.mark([article], read=True, starred=True)
            print(article)
        for starred in (False, True) * 50:
            library.mark(library.ids(), starred=starred)


def main() -> None:
    """See above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--mark", type=Path)
    options = parser.parse_args()
    if options.mark:
        run_marks(options.mark)
        return
    print(f"seed {options.seed}")
    chance = random.Random(options.seed)  # noqa: S311 - test data
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        folder = options.folder or home / "articles"
        if options.folder is None:
            write_articles(folder, options.articles, chance)
        importing(folder, home, options.times, chance)
        marking(home, options.times, chance)


if __name__ == "__main__":
    main()
