"""Warraq in real terminals, line by line against Pango: `python -m tests.terminals` (see README.md)."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tests.terminals import sheet
from tests.terminals.compare import Drawn, Wanted, without_harakat
from tests.terminals.hall import Hall
from tests.terminals.machines import COMMON, FONT, MACHINES, PX

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

AT_ONCE = 2  # they mostly wait
HERE = Path(__file__).parent
WARRAQ = shutil.which("warraq", path=str(Path(sys.executable).parent)) or ""


def main() -> int:
    """Run the terminals that are named, or all; 1 when one is not as expected."""
    parser = argparse.ArgumentParser(prog="python -m tests.terminals", description=__doc__)
    parser.add_argument("names", nargs="*", help="terminals to run; all when none is named")
    parser.add_argument("--out", type=Path, help="folder for the pictures; by default a temporary one")
    parser.add_argument("--sheet", type=Path, help="write one picture of all pictures")
    options = parser.parse_args()
    if not WARRAQ:
        parser.error("there is no warraq in this environment: pip install -e .")
    machines = [machine for machine in MACHINES if not options.names or machine.name in options.names]
    install({package for machine in machines for package in (*COMMON, *machine.packages)})
    out = options.out or Path(tempfile.mkdtemp(prefix="terminals-"))
    out.mkdir(parents=True, exist_ok=True)
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="warraq-") as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        hall = prepare(Path(folder), out)
        for outcome in pool.map(hall.show, machines):
            outcomes.append(outcome)
            lines = [*outcome.label(), *([] if outcome.expected else outcome.wrong()), f"{outcome.seconds:.0f} s"]
            sys.stdout.write("\n  ".join(lines) + "\n")
            sys.stdout.flush()
    if options.sheet:
        sheet.write(options.sheet, [(hall.picture(one.machine), one.label()) for one in outcomes if one.verdicts])
    sys.stdout.write(f"pictures in {out}\n")
    return 0 if outcomes and all(outcome.expected for outcome in outcomes) else 1


def install(packages: Iterable[str]) -> None:
    """Get Debian's packages that are not there."""
    asked = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *sorted(packages)]
    there = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()
    missing = sorted(package for package in packages if f"{package} installed" not in there)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if missing:
        for words in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
            subprocess.run(["apt-get", "-qq", *words], env=env, stdout=subprocess.DEVNULL, check=True)


def prepare(folder: Path, out: Path) -> Hall:
    """Make what all terminals share."""
    fonts = (HERE / "fonts.conf").read_text(encoding="utf-8").replace("CACHE", str(folder / "cache"))
    (folder / "fonts.conf").write_text(fonts, encoding="utf-8")
    page = HERE / "page.md"
    adding = [WARRAQ, "--library", str(folder / "library.db"), "add", str(page)]
    subprocess.run(adding, check=True, capture_output=True)
    lines = [line for line in page.read_text(encoding="utf-8").split("+++")[2].splitlines() if line]
    hints = sorted({machine.hint for machine in MACHINES if machine.hint})
    drawn = reference([*lines, *map(without_harakat, lines), *hints], folder / "fonts.conf")
    full, bare, words = drawn[: len(lines)], drawn[len(lines) : 2 * len(lines)], drawn[2 * len(lines) :]
    wanted = tuple(Wanted(*pair) for pair in zip(full, bare, strict=True))
    return Hall(WARRAQ, folder, out, wanted, dict(zip(hints, words, strict=True)))


def reference(lines: Sequence[str], fonts: Path) -> list[Drawn]:
    """Lines as Pango and HarfBuzz draw them, by the system's Python."""
    asked = json.dumps({"font": FONT, "px": PX, "lines": lines})
    command = ["/usr/bin/python3", str(HERE / "reference.py")]
    env = {"PATH": "/usr/bin:/bin", "FONTCONFIG_FILE": str(fonts), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, input=asked, env=env, capture_output=True, text=True, check=True)
    return [
        Drawn(tuple(int(row, 16) for row in line["rows"]), line["width"], tuple(map(tuple, line["cells"])))
        for line in json.loads(done.stdout)
    ]


if __name__ == "__main__":
    raise SystemExit(main())
