"""`warraq check`, `stats`, `backup`, `compact`: what they say, what they do, and what is refused."""

from __future__ import annotations

import json
import shutil
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


# ---------------------------------------------------------------- check


def test_a_whole_library_is_clean(cli: Cli, filled: Path) -> None:
    assert cli("check") == (0, "clean\t2\n", "")
    assert json.loads(cli("check", "--all", "--json")[1]) == {"clean": True, "found": [], "left": []}
    assert filled.exists()


def test_what_is_wrong_is_a_line_each_and_can_be_mended(cli: Cli, filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("DELETE FROM posting")
        connection.execute("DELETE FROM alias")
    code, out, err = cli("check")
    assert (code, err) == (1, "")
    assert {line.split("\t")[0] for line in out.splitlines()} == {"sets", "names", "analyses"}
    found = json.loads(cli("check", "--json")[1])
    assert not found["clean"]
    assert {finding["part"] for finding in found["left"]} == {"sets", "names", "analyses"}
    code, out, _ = cli("check", "--repair")
    assert code == 0
    assert out.splitlines()[-2:] == ["repaired\t3", "clean\t2"]
    assert cli("check")[0] == 0


def test_what_cannot_be_mended_stays_said(cli: Cli, filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("UPDATE body SET draft = x'00' WHERE article = (SELECT max(article) FROM body)")
    code, out, _ = cli("check", "--repair")
    assert code == 1
    assert "`warraq export` saves all others" in out.splitlines()[-1]


def test_a_missing_library_is_one_line(cli: Cli, tmp_path: Path) -> None:
    for command in (["check"], ["compact"], ["backup", tmp_path / "copy.db"]):
        code, out, err = cli(*command, "--library", tmp_path / "none.db")
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert "no library is here" in err


# ---------------------------------------------------------------- stats and compaction


def test_figures_agree_with_the_lists(cli: Cli, filled: Path) -> None:
    figures = json.loads(cli("stats", "--json")[1])
    assert (figures["articles"], figures["unread"], figures["starred"], figures["outlets"]) == (2, 2, 1, 2)
    assert (figures["first"], figures["last"]) == ("2021-07-28", "2021-07-30")
    assert figures["facts"]["quantity"] == len(cli("list", "fact:quantity")[1].splitlines())
    assert sum(figures["entities"].values()) == len(cli("entities")[1].splitlines())
    assert figures["size"] > figures["tables"]["body"] > 0
    out = cli("stats")[1]
    assert out.startswith("2\tarticles\n2\tunread\n1\tstarred\n2\toutlets\n")
    assert filled.exists()


def test_what_was_deleted_is_gone_after_compaction(cli: Cli, filled: Path) -> None:
    with Library.open(filled) as library:
        library.mark(library.ids()[:1], deleted=True)
        kept = library.ids()
    before = cli("list"), cli("facts", "--json"), cli("entities", "@باريس")
    assert json.loads(cli("stats", "--json")[1])["deleted"] == 1
    code, out, _ = cli("compact", "--json")
    assert code == 0
    sizes = json.loads(out)
    assert sizes["after"] == filled.stat().st_size
    assert (cli("list"), cli("facts", "--json"), cli("entities", "@باريس")) == before
    assert cli("check", "--all")[:2] == (0, "clean\t1\n")
    figures = json.loads(cli("stats", "--json")[1])
    assert (figures["articles"], figures["deleted"], figures["outlets"]) == (1, 0, 1)
    with closing(sqlite3.connect(filled)) as connection:
        for sql in ("SELECT id FROM article", "SELECT article FROM body", "SELECT article FROM analysis"):
            assert connection.execute(sql).fetchall() == [(kept[0],)]
        assert connection.execute("SELECT count(*) FROM entity WHERE articles = 0").fetchone() == (0,)
    assert "مؤتمر".encode() not in filled.read_bytes()


def test_compaction_needs_room(cli: Cli, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))
    code, _, err = cli("compact")
    assert code == 1
    assert "make room" in err
    assert filled.exists()


@pytest.mark.parametrize("command", ["check", "compact", "import"])
def test_a_library_that_is_being_written_is_one_line(
    cli: Cli, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({"record": "article", "text": "عنوان جديد هنا\n\nفقرة فيها كلام جديد كله."}))
    monkeypatch.setattr("tui.store.connection.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        code, _, err = cli(command, *([file] if command == "import" else []))
    assert code == 1
    assert "another program is writing to the library" in err
    assert err.count("\n") == 1
