"""An import that is killed loses nothing it told of, and the same command completes it; Ctrl-C ends it cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from random import Random, randrange
from typing import TYPE_CHECKING

import pytest

from tests.library.test_adding_many import text_of
from tui.library import Library

if TYPE_CHECKING:
    from pathlib import Path

MANY = 120
SEED = randrange(10_000)  # noqa: S311 - the same

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals differ on Windows")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(MANY):
        name = "ماكرون" if number % 3 else "إيمانويل ماكرون"
        text = (
            f'+++\ntitle = "خبر {number}"\n+++\n' + f"وصل {name} إلى باريس ومعه {number} صحفيا.\n\n{text_of(number)}\n"
        )
        (made / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return made


def adding(tmp_path: Path, folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "WARRAQ_LIBRARY": str(tmp_path / "library.db"), "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-u", "-m", "tui", "add", "--jobs", "2", str(folder)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def told(lines: str) -> set[int]:
    """The articles that whole lines say were added."""
    return {int(line.split("\t")[1]) for line in lines.splitlines() if line.startswith("added\t") and "\t" in line[6:]}


def test_kill_at_random_moments(tmp_path: Path, folder: Path) -> None:
    chance, said = Random(SEED), set[int]()  # noqa: S311 - test data
    for _ in range(5):
        with adding(tmp_path, folder) as process:
            assert process.stdout
            lines = ""
            for _ in range(chance.randrange(MANY)):
                lines += process.stdout.readline()
            process.kill()
        said |= told(lines)
        with Library.open(tmp_path / "library.db") as library:
            assert said <= set(library.ids()), f"seed {SEED}"
    with adding(tmp_path, folder) as process:
        lines, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert lines.count("\n") == MANY
    with Library.open(tmp_path / "library.db") as library:
        assert sorted(row.title for row in library.rows(library.ids())) == sorted(f"خبر {n}" for n in range(MANY))
        assert library.facets(limit=1)[0].count == MANY, f"seed {SEED}"


def test_an_interrupt_ends_it_with_what_it_told_of(tmp_path: Path, folder: Path) -> None:
    with adding(tmp_path, folder) as process:
        assert process.stdout
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    with Library.open(tmp_path / "library.db") as library:
        assert told(first + rest) == set(library.ids())
