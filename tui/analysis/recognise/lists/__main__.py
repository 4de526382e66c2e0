"""Command line of the build: reads the data, writes the table, prints what it holds."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui.analysis.recognise.lists import corpora, table


def main() -> None:
    """Build the table of names."""
    parser = argparse.ArgumentParser(prog="python -m tui.analysis.recognise.lists", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with names/, ner/ and text/")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "names.bin")
    parser.add_argument(
        "--hold-out",
        action="store_true",
        help="leave out a fifth of the corpora (and NewsFANE, which repeats ANERcorp) so that it can be measured on",
    )
    arguments = parser.parse_args()
    keep = (lambda index: not corpora.held_out(index)) if arguments.hold_out else None
    rows = table.rows(arguments.data, keep=keep)
    size = table.write(rows, arguments.out)
    print(f"{len(rows)} names and words, {size} bytes: {arguments.out}")  # noqa: T201 - a command's answer


if __name__ == "__main__":
    main()
