"""`warraq backup`: copies that are whole, made while others write, and what is refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tui.library import Library

if TYPE_CHECKING:
    from pathlib import Path

Cli = Callable[..., tuple[int, str, str]]


@pytest.fixture
def filled(cli: Cli, files: Path, library: Path) -> Path:
    """A library with two articles, one of them starred."""
    cli("add", files)
    with Library.open(library) as opened:
        opened.mark(opened.ids()[:1], starred=True)
    return library


# ---------------------------------------------------------------- backup


def test_a_copy_answers_as_the_library_does(cli: Cli, filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    code, out, _ = cli("backup", copy)
    assert code == 0
    assert out.startswith("copied\t")
    for command in (["list"], ["facts"], ["entities"], ["export"]):
        assert cli(*command, "--library", copy) == cli(*command)
    assert sorted(path.name for path in tmp_path.glob("*copy*")) == ["copy.db"]
    assert filled.exists()


def test_a_copy_replaces_a_file_only_when_told(cli: Cli, filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("mine")
    code, _, err = cli("backup", copy)
    assert code == 1
    assert "is there already" in err
    assert copy.read_text() == "mine"
    assert cli("backup", copy, "--force")[0] == 0
    assert cli("list", "--library", copy) == cli("list")
    assert filled.exists()


def test_a_copy_in_use_is_not_replaced(cli: Cli, filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    cli("backup", copy)
    with Library.open(copy) as library:
        library.mark(library.ids(), read=True)
        code, _, err = cli("backup", copy, "--force")
    assert code == 1
    assert "is in use" in err
    assert filled.exists()


@pytest.mark.parametrize(
    ("place", "said"), [("home/library.db", "the library itself"), ("no/copy.db", "writable"), ("", "no regular file")]
)
def test_where_no_copy_can_be_made_is_one_line(cli: Cli, filled: Path, tmp_path: Path, place: str, said: str) -> None:
    code, out, err = cli("backup", tmp_path / place, "--force")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"warraq: {tmp_path / place}: ")
    assert said in err
    assert filled.exists()


def test_a_damaged_library_gives_no_copy(cli: Cli, filled: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'body'").fetchone()
    with filled.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    code, _, err = cli("backup", tmp_path / "copy.db")
    assert code == 1
    assert "not whole" in err or "damaged" in err
    assert not (tmp_path / "copy.db").exists()
