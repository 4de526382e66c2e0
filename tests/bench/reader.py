"""Opening and scrolling a long article and a short one: `PYTHONPATH=. python tests/bench/reader.py [--runs 15]`.

Both articles are made of the sample library's paragraphs and analysed as any. One program shows them in turn, so that
machines that drift drift for both; the time is that from the key to the first paint in the reader's columns.
Byte-compile first (`python -m compileall -q tui`).
"""

from __future__ import annotations

import argparse
import os
import re
import select
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from statistics import median

from tests.bench.screen import PATIENCE, Program
from tests.visual import shown
from tui import config
from tui.library import Library
from tui.model import Draft, Span

SHORT, LONG = 3_000, 200_000
# The keys that open the long and the short one, and the first word of the text that is then on the screen.
FIRST = {"J": "فاتحة", "K": "بداية"}
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


def article(size: int, title: str, first: str, day: str) -> Draft:
    """An article of so many characters."""
    texts = [path.read_text(encoding="utf-8").rpartition("+++")[2] for path in sorted(config.seeds().glob("*.md"))]
    found = [match[0] for text in texts for match in _PARAGRAPH.finditer(text) if not match[0].startswith("#")]
    text = title
    for number in count():
        text += f"\n\n{number or first} {found[number % len(found)]}"
        if len(text) >= size:
            break
    spans = [Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(text)]
    return Draft(text, title, spans[0], body=tuple(spans[1:]), source="مولّد", published=day)


class Reading(Program):
    """The program, whose answers are counted in bytes."""

    def painted(self, key: str, wanted: str = "", quiet: float = 0.2) -> tuple[float, int]:
        """Seconds from a key to the first paint with a text, and the bytes that came until nothing more came."""
        self.settle()
        start = time.perf_counter()
        os.write(self.fd, key.encode())
        output, seen = b"", 0.0
        while select.select([self.fd], [], [], quiet if seen else PATIENCE)[0]:
            output += os.read(self.fd, 65536)
            if not seen and wanted.encode() in output:
                seen = time.perf_counter() - start
        return seen, len(output)


def report(what: str, long: list[tuple[float, int]], short: list[tuple[float, int]]) -> None:
    """One line: medians of time and bytes of both, and the ratio of the times."""
    (a, a_size), (b, b_size) = ([median(column) for column in zip(*figures, strict=True)] for figures in (long, short))
    print(
        f"{what:<20} {LONG:,}: {a * 1000:6.1f} ms {a_size:9,.0f} bytes"
        f"   {SHORT:,}: {b * 1000:6.1f} ms {b_size:9,.0f} bytes   ratio {a / b:.2f}"
    )


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=15)
    runs = options.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "two.db"
        with Library.open(path) as library:
            library.add(article(SHORT, "قصير", FIRST["K"], "2021-07-02"))
            library.add(article(LONG, "طويل", FIRST["J"], "2021-07-01"))
        env = {"XDG_CONFIG_HOME": folder, "WARRAQ_LIBRARY": str(path), "LANGUAGE": "en"}
        program = Reading([sys.executable, "-m", "tui"], env, "●")
        program.painted("\r", shown(FIRST["K"]), quiet=1)
        opened: dict[str, list[tuple[float, int]]] = {"J": [], "K": []}
        scrolled: dict[str, list[tuple[float, int]]] = {"J": [], "K": []}
        for key in "JK" * runs:
            opened[key].append(program.painted(key, shown(FIRST[key]), quiet=1))
            scrolled[key] += [program.painted("j") for _ in range(6)]
        program.close()
    report("opened", opened["J"], opened["K"])
    report("scrolled by a line", scrolled["J"], scrolled["K"])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
