"""A library that an earlier version made opens with all that is in it, and answers as that version did.

`libraries/make.py` made them with the version itself.
"""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tui.cli import run
from tui.library import Library
from tui.store import schema

LIBRARIES = Path(__file__).parent / "libraries"


@pytest.fixture(params=["first"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with a library and the answers that its version gave."""
    with zipfile.ZipFile(LIBRARIES / f"{request.param}.zip") as packed:
        packed.extractall(tmp_path)
    return tmp_path


def _among(old: Any, new: Any) -> bool:
    """Whether a new answer says all that the old one says; it may say more of a thing."""
    if isinstance(old, dict):
        return isinstance(new, dict) and all(key in new and _among(value, new[key]) for key, value in old.items())
    if isinstance(old, list):
        return isinstance(new, list) and len(old) == len(new) and all(map(_among, old, new))
    return bool(old == new)


def test_it_answers_as_before(old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("WARRAQ_LIBRARY", str(old / "library.db"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(old))
    answers = json.loads((old / "answers.json").read_text(encoding="utf-8"))
    assert len(answers) > 20
    for (command, *arguments), expected in answers:
        assert run([command, "--json", *arguments]) == 0
        found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert _among(expected, found), (command, *arguments)


def test_it_is_brought_up_to_date_once(old: Path) -> None:
    with Library.open(old / "library.db") as library:
        before = library.ids()
    with closing(sqlite3.connect(old / "library.db")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Library.open(old / "library.db") as library:
        assert library.ids() == before


def test_it_goes_on_growing_and_can_be_analysed_anew(old: Path) -> None:
    from tui.sources import read_bytes

    with Library.open(old / "library.db") as library:
        facets, marks = library.facets(), [(row.id, row.read, row.starred) for row in library.rows(library.ids())]
        assert any(starred for _, _, starred in marks)
        again = library.article(library.ids()[3]).article.draft
        assert library.add(again).status == "known"
        new = library.add(read_bytes("خبر جديد\n\nزار ماكرون باريس بعد 3 أيام من خطابه.".encode(), "new.txt"))
        assert new.status == "added"
        assert library.count() == len(marks) + 1
        library.rebuild()
        assert [(row.id, row.read, row.starred) for row in library.rows(library.ids()) if row.id != new.id] == marks
        assert {facet.entity.id for facet in facets} <= {facet.entity.id for facet in library.facets(limit=1000)}
