"""Libraries of any size against the budgets: `python tests/bench/library.py [--sizes 1000 1000000] [--folder DIR]`.

Libraries that are not in DIR yet are made first (`filling.py`; a million takes half an hour on two cores). Then the
data work (medians in ms, in this process), and the whole program in a pseudo-terminal of 140x24, interleaved with an
empty Textual app: byte-compile first (`python -m compileall -q tui`).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.filling import fill
from tests.bench.generated import FUNCTION_WORDS, World
from tests.bench.screen import EMPTY_APP, Program
from tui.library import Library
from tui.model import ALL, And, EntityTerm, MarkTerm, Not, Phrase, Prefix, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.model import QueryPart

_TIMES = 7


def measured(ask: Callable[[], object]) -> tuple[float, float]:
    """The first time and the median of the others, in ms."""
    times = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    return times[0], median(times[1:])


def queries(world: World) -> dict[str, QueryPart]:
    """What the rows of `tests/bench/README.md` ask."""
    top, second, third, rare = (EntityTerm("", id=f"person:{n}") for n in (0, 1, 2, 20_000))
    words = world.words[len(FUNCTION_WORDS) :]
    return {
        "all": ALL,
        "1 entity (in 74 %)": top,
        "2 entities": And((top, second)),
        "3 entities": And((top, second, third)),
        "one, not the other": And((top, Not(second))),
        "rare entity": rare,
        "common word (in 96 %)": Word(FUNCTION_WORDS[0]),
        "word": Word(words[300]),
        "two words": And((Word(words[5]), Word(words[9]))),
        "phrase": Phrase(f"{FUNCTION_WORDS[0]} {FUNCTION_WORDS[1]}"),
        "beginning of 3 letters": Prefix(words[50][:3]),
        "common word, rare entity": And((Word(FUNCTION_WORDS[0]), rare)),
        "unread": MarkTerm("unread"),
    }


def data_work(path: Path) -> None:
    """Print what each question takes: first time / again."""
    world = World()
    with Library.open(path) as library:
        print(f"\n{path.name}: {library.count():,} articles, {path.stat().st_size / 1e6:,.0f} MB")
        print(f"{'':28}{'matches':>10}{'page of 50':>18}{'count':>18}{'ids':>18}{'50 facets':>18}")
        for name, query in queries(world).items():
            asked: tuple[Callable[[], object], ...] = (
                lambda query=query: library.page(query),  # type: ignore[misc]
                lambda query=query: library.count(query),  # type: ignore[misc]
                lambda query=query: library.ids(query),  # type: ignore[misc]
                lambda query=query: library.facets(query, limit=50),  # type: ignore[misc]
            )
            figures = "".join(f"{first:9.1f} /{again:7.1f}" for first, again in map(measured, asked))
            print(f"{name:28}{library.count(query):10,}{figures}")
        ids, ranked = library.ids(), library.rankings()
        others: dict[str, Callable[[], object]] = {
            "page in the middle": lambda: library.page(before=ids[len(ids) // 2]),
            "an article": lambda: library.article(ids[len(ids) // 2]),
            "entity by 3 letters": lambda: library.find_entities(world.entities[7].name[:3]),
            "all by title": lambda: library.ids(order="title"),
            "all by source": lambda: library.ids(order="source"),
            "all entities of a word": lambda: library.rankings(Word(FUNCTION_WORDS[3])),
            "those with a letter": lambda: library.named(ranked, world.entities[7].name[:1]),
            "all read, and undone": lambda: library.undo(library.mark(ids, read=True)),
        }
        for name, ask in others.items():
            print(f"{name:28}{'':10}{'{:9.1f} /{:7.1f}'.format(*measured(ask))}")


# ---------------------------------------------------------------- the whole program


class Started(Program):
    """A program, with its memory."""

    def memory(self) -> float:
        """Its proportional share of memory in MB."""
        for line in Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
        return 0.0


def programs(paths: Mapping[int, Path], runs: int) -> None:
    """Print start, keys and memory of each size, interleaved with an empty Textual app."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY_APP, encoding="utf-8")
        homes = {name: str(Path(folder) / name) for name in ("config", "state")}
        warraq = [sys.executable, "-m", "tui"]
        environments = {
            f"{size:,}": {
                "WARRAQ_LIBRARY": str(path),
                "XDG_CONFIG_HOME": homes["config"],
                "XDG_STATE_HOME": homes["state"],
            }
            for size, path in paths.items()
        }
        figures: dict[str, dict[str, list[float]]] = {}

        def one(name: str, command: list[str], env: dict[str, str], ready: str) -> None:
            own = figures.setdefault(name, {})
            first = Started(command, env, ready)
            own.setdefault("first screen", []).append(first.ready)
            own.setdefault("MB", []).append(first.memory())
            if name != "empty":
                own.setdefault("step", []).append(median(first.key("j") for _ in range(9)))
                own.setdefault("page", []).append(median(first.key("\x1b[6~") for _ in range(5)))
                first.key(f"/{FUNCTION_WORDS[0]}")
                own.setdefault("search", []).append(first.key("\r"))
                own.setdefault("MB in use", []).append(first.memory())
                first.key("x")
            first.close()
            if name != "empty":
                usable = Started(command, env, "\x1b[?1000h")
                own.setdefault("reader", []).append(usable.ready)
                usable.close()
            else:
                own.setdefault("reader", []).append(first.ready)

        for env in environments.values():  # the first start asks about the terminal, the second keeps its screen
            for _ in range(2):
                Started(warraq, env, "●").close()
        for _ in range(runs):
            one("empty", [sys.executable, str(empty)], {}, "READY")
            for name, env in environments.items():
                one(name, warraq, env, "●")
        floor = {what: median(values) for what, values in figures["empty"].items()}
        print(f"\nwhole program; first screen and reader over the empty app's {floor['first screen'] * 1000:.0f} ms")
        for name, own in figures.items():
            parts = [
                f"{what} {median(values) * (1 if what.startswith('MB') else 1000):8.1f}" for what, values in own.items()
            ]
            ratio = median(own["first screen"]) / floor["first screen"]
            print(f"{name:>10}: {'  '.join(parts)}  first {ratio:.2f}  MB {median(own['MB']) / floor['MB']:.2f}")


def main() -> None:
    """Make what is missing, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000, 1_000_000])
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "warraq-bench")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--screen-only", action="store_true", help="leave out the data work")
    given = options.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    paths = {size: given.folder / f"{size}.db" for size in given.sizes}
    for size, path in paths.items():
        if not path.exists():
            print(f"{path}: {fill(path, size):.0f} articles a second", flush=True)
        if not given.screen_only:
            data_work(path)
    programs(paths, given.runs)


if __name__ == "__main__":
    main()
