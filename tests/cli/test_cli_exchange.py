"""`warraq export` and `warraq import`: what comes back, what is refused, and that no file is left half written."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.any_draft import drafts
from tests.store.simple_library import make_analyser
from tui.cli.exchange import _Bringing
from tui.files import json_line
from tui.library import Library
from tui.model import Draft, Statement
from tui.sources.exported import records

Cli = Callable[..., tuple[int, str, str]]


@pytest.fixture
def filled(cli: Cli, files: Path, library: Path) -> Path:
    """A library with two articles, one of them starred, and a statement."""
    cli("add", files)
    with Library.open(library) as opened:
        opened.mark(opened.ids()[:1], starred=True, read=True)
        opened.mark(opened.ids()[1:], tag=("جسور", True))
        opened.save_search("باريس", "@باريس")
        opened.add_statements([Statement("Q90", "باريس", "P31", "مدينة", pack="cities")])
    return library


def _records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_library_comes_back_from_its_export(cli: Cli, filled: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "all.jsonl", tmp_path / "other.db"
    assert cli("export", "--out", file) == (0, f"exported\t2\t{file}\n", "")
    code, out, _ = cli("import", file, "--library", other, "--json")
    assert (code, json.loads(out)) == (0, {"added": 2, "known": 0, "failed": 0})
    assert cli("export", "--library", other)[1] == file.read_text(encoding="utf-8")
    assert cli("facts", "--json", "--library", other) == cli("facts", "--json")
    again = json.loads(cli("import", file, "--library", other, "--json")[1])
    assert again == {"added": 0, "known": 2, "failed": 0}
    assert cli("export", "--library", other)[1] == file.read_text(encoding="utf-8")
    assert filled.exists()


@settings(max_examples=25)
@given(st.lists(st.tuples(drafts(), st.booleans(), st.booleans()), max_size=5))
def test_any_articles_come_back_with_their_marks(given_: list[tuple[Draft, bool, bool]]) -> None:
    with TemporaryDirectory() as folder:
        with Library.open(Path(folder, "one.db"), analyser=make_analyser()) as library:
            for draft, read, starred in given_:
                library.mark([library.add(draft, exact=True).id], read=read, starred=starred)
            lines = [json_line(record) for record in library.export()]
        with Library.open(Path(folder, "two.db"), analyser=make_analyser()) as other:
            for _ in range(2):
                bringing = _Bringing(other)
                for _done in bringing.all(records(io.BytesIO("\n".join(lines).encode()), ""), analysed=True):
                    pass
                assert not bringing.counts["failed"]
                assert [json_line(record) for record in other.export()] == lines


def test_what_matches_can_be_exported_alone(cli: Cli, filled: Path) -> None:
    header, article = _records(cli("export", "@باريس")[1])
    assert header == {"record": "library", "format": 1}
    assert article["title"] == "الوزيرة تصل إلى باريس"
    assert article["marks"] == {"read": False, "starred": False, "tags": ["جسور"]}
    assert filled.exists()


def test_marks_are_added_and_none_is_taken_away(cli: Cli, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = _records(cli("export")[1])
    articles = [record for record in records if record["record"] == "article"]
    for record in articles:
        record["marks"] = {"read": True, "starred": False}
    lines = "\n".join(map(json.dumps, articles))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode()), encoding="utf-8"))
    assert cli("import", "-")[1].split() == ["added", "0", "known", "2", "failed", "0"]
    with Library.open(filled) as library:
        assert [(row.read, row.starred) for row in library.rows(library.ids())] == [(True, True), (True, False)]


def test_broken_lines_are_named_and_the_rest_comes_in(cli: Cli, filled: Path, tmp_path: Path) -> None:
    lines = cli("export")[1].splitlines()
    file = tmp_path / "broken.jsonl"
    file.write_text("\n".join([lines[0], "{broken", *lines[1:], '{"record": "article", "text": 7}']) + "\n")
    code, out, err = cli("import", file, "--library", tmp_path / "other.db", "--json")
    assert (code, json.loads(out)) == (1, {"added": 2, "known": 0, "failed": 2})
    first, second = err.splitlines()
    assert first.startswith(f"warraq: {file}:2: broken JSON")
    assert second == f"warraq: {file}:7: `text` is no text; left out"
    assert filled.exists()


def test_an_articles_file_is_no_export(cli: Cli, files: Path) -> None:
    code, _, err = cli("import", files / "a.md")
    assert code == 1
    assert "a.md:1: broken JSON" in err


@pytest.mark.parametrize(("name", "said"), [("missing.jsonl", "cannot be read"), ("", "is no file")])
def test_what_cannot_be_imported_is_one_line(cli: Cli, tmp_path: Path, name: str, said: str) -> None:
    code, out, err = cli("import", tmp_path / name)
    assert (code, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_file_is_overwritten_only_when_told(cli: Cli, filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    file.write_text("mine")
    code, _, err = cli("export", "--out", file)
    assert code == 1
    assert "is there already" in err
    assert file.read_text() == "mine"
    assert cli("export", "--out", file, "--force")[0] == 0
    assert file.read_text().startswith('{"record": "library"')
    assert filled.exists()


def test_a_file_that_fails_is_not_left_half(
    cli: Cli, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.library.exchange.json_line", fail)
    folder = tmp_path / "out"
    folder.mkdir()
    code, _, err = cli("export", "--out", folder / "all.jsonl")
    assert code == 1
    assert "all.jsonl: cannot be written (No space left on device)" in err
    assert list(folder.iterdir()) == []
    assert filled.exists()


@pytest.mark.parametrize("name", ["missing/all.jsonl", "", "\0"])
def test_a_place_that_cannot_be_written_is_one_line(cli: Cli, filled: Path, tmp_path: Path, name: str) -> None:
    code, _, err = cli("export", "--out", f"{tmp_path}/{name}")
    assert code == 1
    assert err.count("\n") == 1
    assert filled.exists()


def test_an_article_that_cannot_be_read_is_told_and_the_rest_goes_out(cli: Cli, filled: Path) -> None:
    with Library.open(filled) as library:
        bad = library.ids()[0]
        with library._connections.write() as connection:
            connection.execute("UPDATE body SET draft = substr(draft, 1, 20) WHERE article = ?", (bad,))
    code, out, err = cli("export")
    assert code == 1
    assert len(_records(out)) == 4
    assert err.startswith(f"warraq: article {bad}: ")
