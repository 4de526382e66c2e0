"""How well a line typed on the wrong keyboard is recognised.

    python -m tests.bench.keyboard --data DIR --english FILE

On the words and names that the tables were not made from (see `tui.arabic.keyboard.generate`).
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arabic import keyboard
from tui.arabic.keyboard.generate import english, held_out, names, news
from tui.arabic.keyboard.likelihood import ARABIC

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--english", type=Path, required=True)
    arguments = parser.parse_args()
    latin, arabic = names(arguments.data)
    measured = {
        "Latin names": kept(latin, "[a-z]{3,}"),
        "English words": kept(english(arguments.english), "[a-z]{3,}"),
        "Arabic names": kept(arabic, f"[{ARABIC}]{{3,}}"),
        "words of Arabic news": kept(news(arguments.data), f"[{ARABIC}]{{3,}}"),
    }
    for what, words in measured.items():
        report(what, words)


def kept(words: Iterable[str], form: str) -> list[str]:
    """The words that the tables do not know and that have the form."""
    return [word for word in words if held_out(word) and re.fullmatch(form, word)]


def report(what: str, words: list[str]) -> None:
    """Print how many are taken for the other script as they are, and how many are recognised when they should be."""
    prefixes = sum(any(keyboard.meant(word[:end]) for end in range(3, len(word) + 1)) for word in words)
    print(f"{what}: {len(words)}, taken for the other script {share(map(keyboard.meant, words), words)}")
    print(f"  at any moment while they are typed {prefixes / len(words):.2%}")
    long = [word for word in words if len(word) >= _SHORTEST]
    there = keyboard.latin if words[0][0] > "z" else keyboard.arabic
    for layout in keyboard.LATIN_LAYOUTS:
        typed = [there(word, layout) for word in long]
        layouts = keyboard.expected(layout)
        found = [keyboard.meant(word, layouts) for word in typed]
        right = [word == meant for word, meant in zip(long, found, strict=True)]
        print(f"  of 4 letters and more on the wrong keyboard ({layout}): recognised {share(found, long)}", end="")
        print(f", read right {share(right, long)}")


def share(found: Iterable[object], among: list[str]) -> str:
    """How many of them hold, in percent."""
    return f"{sum(map(bool, found)) / len(among):.2%}"


if __name__ == "__main__":
    main()
