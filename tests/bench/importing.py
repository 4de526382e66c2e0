"""How fast `warraq add` imports real news, in whole processes: `python tests/bench/importing.py --data ARCHIVE`.

ARCHIVE is the ANT corpus 1.1. Its articles are written as text files with front matter into a folder, which is added
without analysis, added once more (nothing may come twice), and its longest articles are added with analysis by one
process and by one a core. The floor is the reading of the same files in bare Python.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.ant import drafts

if TYPE_CHECKING:
    from tui.model import Draft

SHORTEST = 30
"""Words: what is shorter may be no more than a page's labels, which `add` refuses."""
READ = "import pathlib, sys; print(sum(len(file.read_bytes()) for file in pathlib.Path(sys.argv[1]).iterdir()))"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="ant_corpus_v1.1.tar.gz")
    parser.add_argument("--analysed", type=int, default=2_000, help="articles that are added with analysis")
    options = parser.parse_args()
    articles = [draft for draft in drafts(options.data) if len(draft.text.split()) >= SHORTEST]
    longest = sorted(articles, key=lambda draft: -len(draft.text))[: options.analysed]
    with tempfile.TemporaryDirectory() as folder:
        everything, some = Path(folder, "all"), Path(folder, "some")
        write(everything, articles)
        write(some, longest)
        floor = timed([sys.executable, "-c", READ, str(everything)])
        print(f"reading {len(articles):,} files in bare Python: {floor:.2f} s")
        library = Path(folder, "plain.db")
        for what in ("adding without analysis", "adding the same again"):
            took = timed(added(library, everything, "--no-analysis"))
            print(f"{what}: {took:.1f} s, {len(articles) / took:,.0f} articles a second")
        words = sum(len(draft.text.split()) for draft in longest) / len(longest)
        for jobs in (1, os.cpu_count() or 1):
            took = timed(added(Path(folder, f"analysed{jobs}.db"), some, "--jobs", str(jobs)))
            rate = len(longest) / took * 60
            what = f"with analysis, {words:.0f} words, {jobs} jobs"
            print(f"{what}: {took:.1f} s, {rate:,.0f} a minute, {rate / jobs:,.0f} a core")


def write(folder: Path, articles: list[Draft]) -> None:
    folder.mkdir()
    for number, draft in enumerate(articles):
        values = {"title": draft.title, "source": draft.source, "published": draft.published}
        lines = "".join(
            f"{name} = {json.dumps(one_line(value), ensure_ascii=False)}\n" for name, value in values.items()
        )
        head = f"+++\n{lines}+++\n\n"
        Path(folder, f"{number:05}.md").write_text(head + draft.text, encoding="utf-8")


def one_line(title: str) -> str:
    return " ".join(title.split())


def added(library: Path, folder: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "tui", "--library", str(library), "add", str(folder), *options]


def timed(command: list[str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2_000:])
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
